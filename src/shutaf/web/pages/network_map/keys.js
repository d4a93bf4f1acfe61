// What do keys mean on the map? Arrows travel along ties, Enter chooses, M moves a body.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN_PX = 80, STEP = 12, NARROWEST = 0.45; // a neighbour counts as lying in a direction within 63 degrees of it

export function listen(canvas, map) {
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key.toLowerCase() === "z") return done(event, map.undo());
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const arrow = ARROWS[event.key];
    if (map.moving()) return moveKey(event, arrow, map);
    if (arrow && event.shiftKey) return done(event, map.pan(-arrow[0] * PAN_PX, -arrow[1] * PAN_PX));
    if (arrow) return done(event, map.travel(arrow));
    const act = {
      Enter: map.choose, " ": map.choose, Escape: map.release, "+": () => map.zoom(1.4), "=": () => map.zoom(1.4), "-": () => map.zoom(1 / 1.4),
      0: map.all, 1: () => map.steps(1), 2: () => map.steps(2), 3: () => map.steps(3), m: map.move, M: map.move,
    }[event.key];
    return act ? done(event, act()) : undefined;
  });
}

function moveKey(event, arrow, map) {
  if (arrow) return done(event, map.nudge(arrow[0] * (event.shiftKey ? 2 : STEP), arrow[1] * (event.shiftKey ? 2 : STEP)));
  if (event.key === "Enter" || event.key === "m") return done(event, map.put());
  if (event.key === "Escape") return done(event, map.takeBack());
  return undefined;
}

function done(event) { event.preventDefault(); }

// The neighbour that lies best in a direction: near, and little off it. -1 for none.
export function towards(scene, left, from, [dx, dy]) {
  const candidates = left.around[from].length ? left.around[from] : [...scene.x.keys()];
  let best = -1, least = Infinity;
  for (const i of candidates) {
    if (i === from || !left.shown[i]) continue;
    const x = scene.x[i] - scene.x[from], y = scene.y[i] - scene.y[from], away = Math.hypot(x, y), along = (x * dx + y * dy) / (away || 1);
    if (along < NARROWEST) continue;
    const cost = away / along ** 2;
    if (cost < least) [best, least] = [i, cost];
  }
  return best;
}
