// Nothing is lost when the connection goes: each press is kept on this phone until the server has it, and what could not be sent is sent again by itself.
// Without this the form is sent as any other, and the browser keeps what was pressed.
const form = document.querySelector("[data-rate]");
const key = `shutaf.rate.${form.dataset.rate}`;
const state = document.querySelector("[data-state]");
const foot = state.closest("footer");
let waiting = 0;

const pressed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
const say = (name) => { state.querySelector("[data-text]").textContent = state.dataset[name]; foot.toggleAttribute("data-away", name === "kept"); };

function keep() {
  try { localStorage.setItem(key, JSON.stringify(pressed())); } catch { /* a private window keeps nothing; sending still works */ }
}

function laidDown() {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch { return; }
  if (!kept) return;
  for (const [name, value] of Object.entries(kept)) for (const input of form.elements[name] instanceof RadioNodeList ? form.elements[name] : []) input.checked = input.value === value;
  say("unsaved");
}

async function send() {
  clearTimeout(waiting);
  say("sending");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (answer.status >= 500) throw new Error("busy");
    if (answer.ok && answer.redirected) {
      localStorage.removeItem(key);
      location.assign(answer.url);
      return;
    }
    form.submit(); // the server has something to say: closed, or refused; it says it on a page of its own
  } catch {
    keep();
    say("kept");
    waiting = setTimeout(send, 4000);
  }
}

form.addEventListener("change", () => { keep(); say("unsaved"); });
form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return; // the language
  event.preventDefault();
  keep();
  send();
});
addEventListener("online", () => { if (foot.hasAttribute("data-away")) send(); });
laidDown();
