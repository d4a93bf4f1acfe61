// Arrow keys in the tree: up and down through what is open, along the text to open, against it to close or to go up. Home and End go to the ends.
const tree = document.querySelector("[data-tree]");
const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";

const visible = () => [...tree.querySelectorAll("summary, a")].filter((one) => one.checkVisibility());
const foldOf = (one) => (one.matches("summary") ? one.parentElement : null);
const parentOf = (one) => (foldOf(one) ?? one).parentElement.closest("details")?.querySelector(":scope > summary");

function target(here, key) {
  const all = visible();
  const at = all.indexOf(here);
  const fold = foldOf(here);
  if (key === "ArrowDown") return all[at + 1];
  if (key === "ArrowUp") return all[at - 1];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key === forward && fold) {
    if (fold.open) return all[at + 1];
    fold.open = true;
  }
  if (key === backward) {
    if (!fold?.open) return parentOf(here);
    fold.open = false;
  }
  return here;
}

tree?.addEventListener("keydown", (event) => {
  const here = event.target.closest("summary, a");
  const known = ["ArrowDown", "ArrowUp", "Home", "End", forward, backward].includes(event.key);
  if (!here || !known || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  target(here, event.key)?.focus();
});
