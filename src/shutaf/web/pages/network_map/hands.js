// What do mouse, pen and fingers mean on the map? Drag moves it, wheel and two fingers zoom, a press chooses, and in the hand's mode a body is dragged.
const STILL_PX = 6, TOUCH_PX = 22, MOUSE_PX = 10;

export function listen(canvas, { camera, moved, hit, choose, drag }) {
  const down = new Map();
  let start = null, held = -1, spread = 0;

  const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.x, event.clientY - box.y]; };
  const reach = (event) => (event.pointerType === "mouse" ? MOUSE_PX : TOUCH_PX);
  const distance = () => { const [a, b] = [...down.values()]; return Math.hypot(a[0] - b[0], a[1] - b[1]); };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    canvas.setPointerCapture(event.pointerId);
    const here = at(event);
    down.set(event.pointerId, here);
    start = { here, isStill: down.size === 1 };
    held = drag.isOn() && down.size === 1 ? hit(...here, reach(event)) : -1;
    if (held >= 0) drag.start(held);
    if (down.size === 2) spread = distance();
  });

  canvas.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId), here = at(event);
    if (!before) { canvas.classList.toggle("on-body", hit(...here, reach(event)) >= 0); return; }
    if (start.isStill && Math.hypot(here[0] - start.here[0], here[1] - start.here[1]) < STILL_PX) return;
    start.isStill = false;
    down.set(event.pointerId, here);
    if (held >= 0) drag.to(held, ...camera().toSheet(...here));
    else if (down.size === 2) pinch(event, before, here);
    else camera().pan(here[0] - before[0], here[1] - before[1]);
    moved();
  });

  function pinch(event, before, here) {
    const now = distance(), [a, b] = [...down.values()];
    if (spread > 0) camera().zoom(now / spread, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    camera().pan((here[0] - before[0]) / 2, (here[1] - before[1]) / 2);
    spread = now;
  }

  const up = (event) => {
    const here = down.get(event.pointerId);
    if (!here) return;
    down.delete(event.pointerId);
    if (held >= 0) drag.end(held);
    if (event.type === "pointerup" && start?.isStill && !(held >= 0)) {
      const found = hit(...here, reach(event));
      if (found >= 0) choose(found);
    }
    held = -1;
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);

  // The page scrolls on; the map takes the wheel once somebody has gone into it.
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== canvas) return;
    event.preventDefault();
    camera().zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), ...at(event));
    moved();
  }, { passive: false });
}

// The nearest body within reach of a point of the screen; -1 for none.
export function nearest(scene, left, camera, radius, sx, sy, reach) {
  let best = -1, least = Infinity;
  for (let i = 0; i < scene.n; i++) {
    if (!left.shown[i]) continue;
    const [x, y] = camera.toScreen(scene.x[i], scene.y[i]), away = Math.hypot(x - sx, y - sy) - radius(scene, i, camera.k);
    if (away < least && away <= reach) [best, least] = [i, away];
  }
  return best;
}
