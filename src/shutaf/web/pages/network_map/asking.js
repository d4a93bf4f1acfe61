// What does the page show? The words of its address, kept in step with the form, the views, the links and the history.
const WORDS = ["view", "theme", "kind", "least", "on", "colour", "size", "body", "steps", "saved"];
const UNSAID = { view: "network", colour: "sector", size: "ties" };

export function askedOf(params) {
  const asked = Object.fromEntries(WORDS.map((word) => [word, params.get(word) || UNSAID[word] || ""]));
  asked.groups = new Set(params.getAll("group").filter(Boolean).map((group) => (group === "unknown" ? "" : group)));
  return Object.assign(asked, { least: Number(asked.least) || 0, steps: Number(asked.steps) || 0 });
}

// A view that goes unsaid is the network; a phone would open another one, and a saved view its own filters.
export function queryOf(asked, saysView = matchMedia("(max-width: 59.99rem)").matches) {
  const out = new URLSearchParams();
  for (const word of WORDS) if (asked[word] && (asked[word] !== UNSAID[word] || (word === "view" && (saysView || asked.saved)))) out.append(word, asked[word]);
  for (const group of asked.groups) out.append("group", group || "unknown");
  return out.toString();
}

export function fromForm(form, asked) {
  const said = new URLSearchParams(new FormData(form));
  for (const word of ["view", "body", "saved"]) { said.delete(word); if (asked[word]) said.set(word, asked[word]); }
  return askedOf(said);
}

export function intoForm(form, asked) {
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = asked.groups.has(field.value === "unknown" ? "" : field.value);
    else if (field.name && field.name in asked) field.value = asked[field.name] || (field.options?.[0]?.value ?? "");
  }
}

// Everything on the page that repeats the address: views, files, the list, the form that saves.
export function spread(asked) {
  const query = queryOf(asked);
  for (const link of document.querySelectorAll("[data-with-query]")) link.href = `${link.href.split("?")[0]}?${query}`;
  for (const link of document.querySelectorAll("a[data-view]")) {
    link.href = `?${queryOf({ ...asked, view: link.dataset.view })}`;
    if (link.dataset.view === asked.view) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  const save = document.querySelector("[data-map-save]");
  if (!save) return;
  for (const field of save.querySelectorAll("[data-carried]")) field.remove();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === "saved") continue;
    save.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    save.lastElementChild.dataset.carried = "";
  }
}
