// Which colours? Those of the page's own classes, read anew when the theme changes: no colour is written here.
const SVG = "http://www.w3.org/2000/svg";
const CLASS = { civil_society: "is-civil", "": "is-unknown" };

export function coloursOf(box) {
  const probe = document.createElementNS(SVG, "svg"), mark = document.createElementNS(SVG, "rect");
  probe.setAttribute("class", "chart probe");
  probe.setAttribute("aria-hidden", "true");
  probe.append(mark);
  box.append(probe);
  const known = new Map();
  const read = (name, what) => {
    mark.setAttribute("class", name);
    return getComputedStyle(mark)[what];
  };
  const get = (name, what = "fill") => {
    const key = `${what} ${name}`;
    if (!known.has(key)) known.set(key, read(name, what));
    return known.get(key);
  };
  return { fill: get, stroke: (name) => get(name, "stroke"), group: (group) => get(CLASS[group] ?? `is-${group}`), forget: () => known.clear() };
}

export function onTheme(change) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change);
  new MutationObserver(change).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}
