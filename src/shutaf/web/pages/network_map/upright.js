// How do rings and the grid stand on a phone? Upright: the same places drawn out downwards, and nobody on a neighbour.
const NARROW = 560, TALL = 1.5, SIDE = 10, APART_PX = 15, MOST = 300, ROUNDS = 60;
const LETTER_PX = 7, LINE_LETTERS = 18; // of a ring's name, which has two lines

export const isFor = (scene, w) => w < NARROW && (scene.view === "rings" || scene.view === "grid");

export function upright(scene, w) {
  const height = TALL * scene.width, by = height / scene.height;
  const tall = { ...scene, height, side: SIDE, isTall: true, x: scene.x.slice(), y: scene.y.map((y) => y * by), under: scene.under.map((mark) => drawnOut(mark, by)) };
  const px = scene.width / (w - 2 * SIDE);
  if (scene.view === "rings") clearNames(tall, px);
  if (scene.n <= MOST) pushApart(tall, APART_PX * px);
  return tall;
}

function drawnOut(mark, by) {
  const out = { ...mark };
  for (const key of ["y", "y1", "y2", "height"]) if (key in out) out[key] *= by;
  return out;
}

// Each stays within its own field: the rated ones among the rated, the others in their strip.
function pushApart({ n, x, y, under }, gap) {
  const fields = under.filter((mark) => mark.shape === "box");
  const home = Array.from({ length: n }, (_, i) => fields.find((f) => x[i] >= f.x && x[i] <= f.x + f.width && y[i] >= f.y && y[i] <= f.y + f.height));
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) {
      const dx = x[j] - x[i], dy = y[j] - y[i], far = Math.hypot(dx, dy);
      if (far >= gap - 0.5 || home[i] !== home[j]) continue;
      const [ux, uy] = far > 0.01 ? [dx / far, dy / far] : [Math.cos(i + j), Math.sin(i + j)], half = (gap - far) / 2;
      x[i] -= ux * half; y[i] -= uy * half;
      x[j] += ux * half; y[j] += uy * half;
      moved = true;
    }
    for (let i = 0; i < n; i++) if (home[i]) hold(i, x, y, home[i], gap / 2);
  }
}

// Who stands on a ring's name steps aside.
function clearNames({ n, x, y, under }, px) {
  for (const { label, x: middle, y: line } of under.filter((mark) => mark.mark === "named")) {
    const aside = (Math.min(label.length, LINE_LETTERS) * LETTER_PX / 2 + 10) * px;
    for (let i = 0; i < n; i++) {
      if (y[i] > line - 20 * px && y[i] < line + 12 * px && Math.abs(x[i] - middle) < aside) x[i] = middle + (x[i] < middle ? -aside : aside);
    }
  }
}

function hold(i, x, y, field, edge) {
  x[i] = Math.min(Math.max(x[i], field.x + edge), field.x + field.width - edge);
  y[i] = Math.min(Math.max(y[i], field.y + edge), field.y + field.height - edge);
}
