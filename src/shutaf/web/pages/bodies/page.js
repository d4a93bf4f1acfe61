// j and k move through the rows; Enter opens the focused link, as links do.
const links = [...document.querySelectorAll("[data-rows] tbody th a")];

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !links.length) return;
  const here = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, here + step))].focus();
  event.preventDefault();
});
