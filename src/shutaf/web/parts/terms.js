// A meaning that is shown beside its word goes away on Escape and comes back when one rests on the word anew. Without this it still shows and hides by itself.
const shown = ".term:hover, .term:focus-visible";
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const term of document.querySelectorAll(shown)) term.toggleAttribute("data-quiet", true);
});
for (const leaving of ["pointerout", "focusout"]) {
  document.addEventListener(leaving, (event) => event.target.closest?.(".term")?.removeAttribute("data-quiet"));
}
