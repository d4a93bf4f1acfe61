// The live map: the same scene as the still picture, on a canvas one can move, zoom, filter and walk through.
const version = new URL(import.meta.url).search;
const load = (name) => import(`./${name}.js${version}`);
const box = document.querySelector("[data-map]"), live = box?.querySelector(".map-live");

if (live) start().catch((error) => { console.error(error); box.classList.remove("is-live"); live.hidden = true; say(words.failed); });

const words = document.querySelector("[data-map-words]")?.dataset ?? {};
function say(text) { const place = box.querySelector("[data-map-say]"); if (place) place.textContent = text ?? ""; }

async function start() {
  const canvas = live.querySelector("canvas"), form = document.querySelector("[data-map-form]"), phone = matchMedia("(max-width: 59.99rem)");
  const address = () => askedNow(new URLSearchParams(location.search));
  const [scenes, cameras, shapes, colouring, labels, painting, hands, keys, moving, asking, standing] = await Promise.all(
    ["scene", "camera", "shapes", "colours", "labels", "paint", "hands", "keys", "moving", "asking", "upright"].map(load),
  );
  const colours = colouring.coloursOf(box), painter = painting.painterOf(canvas, { shapes, labels, colours }), state = { cursor: -1 };
  const moves = moving.movesOf(() => { showUndo(); });
  let asked = address(), sent = null, scene = null, camera = null, hand = false, nudged = -1, of = null;

  function askedNow(params) {
    const found = asking.askedOf(params.size ? params : new URLSearchParams(box.dataset.query));
    if (box.dataset.saved && !params.has("view") && params.has("saved")) return { ...asking.askedOf(new URLSearchParams(box.dataset.query)), saved: box.dataset.saved };
    return phone.matches && !params.has("view") && !box.dataset.saved ? { ...found, view: "near" } : found;
  }

  async function fetchScene() {
    const query = asking.queryOf({ ...asked, groups: new Set(), theme: "", kind: "", least: 0, on: "", steps: 0, body: asked.view === "near" ? asked.body : "" });
    if (query === of) return false;
    const answer = await fetch(`${box.dataset.scene}?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    sent = scenes.sceneOf(await answer.json());
    of = query;
    stand();
    const button = document.querySelector("[data-move]");
    if (button) { button.hidden = !scene.movable; if (!scene.movable) setHand(false); }
    box.dataset.view = scene.view;
    return true;
  }

  function stand() {
    scene = standing.isFor(sent, box.clientWidth) ? standing.upright(sent, box.clientWidth) : sent;
    camera = cameras.cameraOf(scene);
    moves.begin(scene);
  }

  function size() {
    const w = box.clientWidth, h = scene.view === "near" ? scene.height * cameras.nearScale(scene, w) : Math.min(Math.max(innerHeight * (scene.isTall ? 0.8 : 0.68), 420), (scene.height / scene.width) * w, 760);
    painter.resize(camera, Math.round(h));
  }

  function refresh(isNew) {
    state.left = scenes.filtered(scene, scene.view === "near" ? { ...asked, steps: 0, groups: new Set(), theme: "" } : asked);
    Object.assign(state, { scene, camera });
    if (isNew || !state.left.shown[state.cursor]) state.cursor = state.left.chosen;
    painter.set(state);
    painter.anew();
  }

  function frameShown() {
    if (scene.view === "network" && (asked.steps || asked.groups.size || asked.theme)) camera.fit(scenes.bounds(scene, state.left.shown));
    else camera.all();
  }

  // One door for every change: form, view, link, key, history.
  async function apply(next, { history: kind = "push", parts = true } = {}) {
    const narrowed = (one) => `${[...one.groups]} ${one.theme} ${one.steps} ${one.steps ? one.body : ""}`, isNarrowed = narrowed(next) !== narrowed(asked);
    asked = next;
    const isNew = await fetchScene();
    if (isNew) size();
    refresh(isNew);
    if (isNew || isNarrowed) frameShown();
    painter.anew();
    if (state.left.chosen >= 0) camera.reach(scene.x[state.left.chosen], scene.y[state.left.chosen]);
    const query = asking.queryOf(asked);
    if (kind) history[`${kind}State`](null, "", `?${query}`);
    asking.intoForm(form, asked);
    asking.spread(asked);
    if (parts) htmx.ajax("GET", `${canvas.dataset.chooseUrl}?${query}`, { target: "#chosen", swap: "innerHTML" });
  }

  const change = (but, options) => apply({ ...asked, ...but }, options).catch(() => say(words.failed));
  const choose = (i) => { if (i >= 0 && scene.group[i] !== "theme") { state.cursor = i; change({ body: scene.nodes.ref[i] }); } };
  const tell = (i) => say(`\u2068${scene.nodes.label[i]}\u2069, ${scene.nodes.words[i]}`);
  const hit = (sx, sy, reach) => hands.nearest(scene, state.left, camera, painter.radius, sx, sy, reach);

  function setHand(on) {
    hand = on;
    document.querySelector("[data-move]")?.setAttribute("aria-pressed", String(on));
    canvas.classList.toggle("is-hand", on);
  }
  function showUndo() {
    const button = document.querySelector("[data-undo]");
    if (button) button.hidden = !moves.count();
    if (moves.count()) say(words.kept);
  }
  function undo() { moves.undo(); painter.anew(); }

  hands.listen(canvas, {
    camera: () => camera, moved: () => painter.ask(), hit, choose,
    drag: { isOn: () => hand && scene.movable, start: moves.start, end: moves.end, to: (i, x, y) => { moves.to(i, x, y); painter.anew(); } },
  });

  keys.listen(canvas, {
    undo, moving: () => nudged >= 0, choose: () => choose(state.cursor), zoom: (by) => { camera.zoom(by); painter.ask(); },
    pan: (dx, dy) => { camera.pan(dx, dy); painter.ask(); },
    all: () => { camera.all(); painter.anew(); say(words.whole); },
    release: () => { setHand(false); change({ body: "", steps: 0 }); },
    steps: (n) => (state.left.chosen < 0 ? say(words.nothing) : change({ steps: asked.steps === n ? 0 : n }, { history: "replace" })),
    travel(direction) {
      const from = state.cursor >= 0 ? state.cursor : -1, next = from < 0 ? scene.byDegree.find((i) => state.left.shown[i]) ?? -1 : keys.towards(scene, state.left, from, direction);
      if (next < 0) { say(words.alone); return; }
      state.cursor = next;
      camera.reach(scene.x[next], scene.y[next]);
      painter.anew();
      tell(next);
    },
    move() {
      if (!scene.movable || !document.querySelector("[data-move]")) return;
      if (state.cursor < 0) { say(words.nothing); return; }
      nudged = state.cursor;
      moves.start(nudged);
      say(words.moving);
    },
    nudge(dx, dy) { moves.to(nudged, scene.x[nudged] + dx / camera.k, scene.y[nudged] + dy / camera.k); painter.anew(); },
    put() { moves.end(); nudged = -1; painter.anew(); },
    takeBack() { moves.cancel(); nudged = -1; painter.anew(); say(words.back); },
  });

  canvas.addEventListener("focus", () => painter.anew());
  canvas.addEventListener("blur", () => painter.anew());
  box.addEventListener("click", (event) => {
    const zoom = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (zoom) { if (zoom === "all") camera.all(); else camera.zoom(zoom === "in" ? 1.5 : 1 / 1.5); painter.anew(); }
    if (event.target.closest("[data-move]")) setHand(!hand);
    if (event.target.closest("[data-undo]")) undo();
  });
  document.querySelector("main").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-body], a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.view) { change({ view: link.dataset.view }); return; }
    change({ body: link.dataset.body });
    box.scrollIntoView({ block: "nearest" });
  });
  form.addEventListener("change", () => change(asking.fromForm(form, asked), { history: "replace" }));
  form.addEventListener("submit", (event) => { event.preventDefault(); change(asking.fromForm(form, asked), { history: "replace" }); });
  addEventListener("popstate", () => apply(address(), { history: "" }));

  const save = document.querySelector("[data-map-save]"), out = document.querySelector("[data-map-export]");
  save?.addEventListener("submit", () => { save.elements.positions.value = moves.text(JSON.parse(save.elements.positions.value || "{}")); });
  for (const link of document.querySelectorAll("[data-export]")) {
    link.addEventListener("click", (event) => {
      if (!moves.any()) return;
      event.preventDefault();
      out.elements.positions.value = moves.text(JSON.parse(save?.elements.positions.value || "{}"));
      const button = out.querySelector("button");
      button.setAttribute("formaction", link.href);
      out.requestSubmit(button);
    });
  }

  await fetchScene();
  box.classList.add("is-live");
  live.hidden = false;
  for (const tools of document.querySelectorAll(".map-tools")) tools.hidden = false;
  size();
  refresh(true);
  frameShown();
  if (state.left.chosen >= 0) camera.reach(scene.x[state.left.chosen], scene.y[state.left.chosen]);
  asking.spread(asked);
  painter.now();
  canvas.dataset.ready = "1";
  const redraw = () => { colours.forget(); labels.forgetWidths(); painter.anew(); };
  colouring.onTheme(redraw);
  const sample = scene.nodes.label.slice(0, 40).join(" ");
  Promise.all([document.fonts.load(labels.font(false), sample), document.fonts.load(labels.font(true), sample)]).then(redraw);
  new ResizeObserver(() => { if (box.clientWidth !== Math.round(camera.w)) { const isTurned = standing.isFor(sent, box.clientWidth) !== Boolean(scene.isTall); if (isTurned) stand(); size(); if (isTurned) { refresh(false); frameShown(); } painter.anew(); } }).observe(box);
  phone.addEventListener("change", () => { if (!new URLSearchParams(location.search).has("view")) apply(address(), { history: "" }); });
}
