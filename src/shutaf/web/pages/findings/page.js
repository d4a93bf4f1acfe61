// Whoever opens "not for us" goes on by typing the reason.
for (const fold of document.querySelectorAll("details[data-reason]")) {
  fold.addEventListener("toggle", () => fold.open && fold.querySelector("[name=reason]").focus());
}
