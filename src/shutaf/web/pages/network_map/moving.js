// Where were bodies put by hand? Each move can be taken back; what is kept goes into the form that saves the view.
export function movesOf(onChange) {
  const places = new Map(), undone = [];
  let scene = null, before = null;
  const set = (i, x, y) => { scene.x[i] = x; scene.y[i] = y; };
  return {
    begin(next) {
      scene = next;
      if (scene.movable) for (const [ref, [x, y]] of places) if (scene.index.has(ref)) set(scene.index.get(ref), x, y);
    },
    start(i) { before = [i, scene.x[i], scene.y[i]]; },
    to(i, x, y) { set(i, Math.min(Math.max(x, 0), scene.width), Math.min(Math.max(y, 0), scene.height)); },
    end() {
      if (!before) return;
      const [i, x, y] = before, ref = scene.nodes.ref[i];
      if (scene.x[i] !== x || scene.y[i] !== y) {
        undone.push([ref, [x, y], places.get(ref)]);
        places.set(ref, [scene.x[i], scene.y[i]]);
        onChange();
      }
      before = null;
    },
    cancel() { if (before) set(...before); before = null; },
    undo() {
      const last = undone.pop();
      if (!last) return -1;
      const [ref, [x, y], known] = last;
      if (known) places.set(ref, known); else places.delete(ref);
      if (scene.index.has(ref)) set(scene.index.get(ref), x, y);
      onChange();
      return scene.index.get(ref) ?? -1;
    },
    count: () => undone.length,
    text: (kept) => JSON.stringify({ ...kept, ...Object.fromEntries([...places].map(([ref, at]) => [ref, at.map((n) => Math.round(n * 10) / 10)])) }),
    any: () => places.size > 0,
  };
}
