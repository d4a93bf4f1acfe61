// What the frame does with JavaScript; everything works without it too.
const menus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

// Toasts leave after ten seconds, unless somebody points at them or is inside.
for (const toast of document.querySelectorAll("[data-toast]")) {
  let timer;
  const start = () => { timer = setTimeout(() => toast.remove(), 10000); };
  const stop = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  start();
}

// "/" goes to the search, as in many programs; not while somebody types.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const search = document.getElementById("q");
  if (event.key === "/" && !typing && search && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    search.focus();
  }
});

// A select or box with data-submit sends its form at once; the button beside it is for those without JavaScript.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});
for (const button of document.querySelectorAll("[data-without-script]")) button.hidden = true;

// A form is sent once.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  else if (event.target.method === "post" && !event.target.hasAttribute("hx-post") && !event.submitter?.hasAttribute("formaction")) event.target.dataset.sent = "1";
});
addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

// Who signs out leaves nothing typed behind in this browser: not in this tab, not in the others.
const forget = () => { for (const key of Object.keys(sessionStorage)) if (key.startsWith("shutaf.")) sessionStorage.removeItem(key); };
const doors = new BroadcastChannel("shutaf.sign-out");
doors.addEventListener("message", () => { document.dispatchEvent(new Event("shutaf:sign-out")); forget(); });
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-sign-out]") || event.defaultPrevented) return;
  document.dispatchEvent(new Event("shutaf:sign-out"));
  forget();
  doors.postMessage("out");
});
