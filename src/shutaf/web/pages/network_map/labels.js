// Which names are written, and where? The chosen body first, then neighbours, then those with most ties; none covers another or a shape.
const SIZE = 13, LINE = 15.6, WIDEST = 150, CELL = 48, ROOM = 5200;
const RTL = /[\u0590-\u08FF\uFB1D-\uFEFC]/, LTR = /[A-Za-z\u00C0-\u024F\u0370-\u04FF]/;
const measured = new Map();

export const font = (strong) => `${strong ? 600 : 400} ${SIZE}px Rubik, sans-serif`;

function width(ctx, text, strong) {
  const key = `${strong ? 1 : 0}${text}`;
  let known = measured.get(key);
  if (known === undefined) {
    ctx.font = font(strong);
    known = ctx.measureText(text).width;
    measured.set(key, known);
  }
  return known;
}

export const forgetWidths = () => measured.clear();

const firstStrong = (text) => { for (const char of text) { if (RTL.test(char)) return "R"; if (LTR.test(char)) return "L"; } return ""; };

// Isolated, so that nothing around it reorders it; a line that begins in the other direction keeps the whole name's.
const isolated = (line, whole) => `\u2068${firstStrong(whole) === "R" && firstStrong(line) === "L" ? "\u200F" : ""}${line}\u2069`;

function shortened(ctx, text, strong) {
  if (width(ctx, text, strong) <= WIDEST) return text;
  const letters = [...text];
  for (let keep = letters.length - 1; keep > 2; keep--) {
    const head = Math.ceil(keep / 2), cut = `${letters.slice(0, head).join("").trimEnd()}…${letters.slice(letters.length - (keep - head)).join("").trimStart()}`;
    if (width(ctx, cut, strong) <= WIDEST) return cut;
  }
  return `${letters[0]}…`;
}

function linesOf(ctx, text, strong) {
  if (width(ctx, text, strong) <= WIDEST * 0.8 || !text.includes(" ")) return [shortened(ctx, text, strong)];
  const words = text.split(" ");
  let best = null, least = Infinity;
  for (let k = 1; k < words.length; k++) {
    const two = [words.slice(0, k).join(" "), words.slice(k).join(" ")];
    const widest = Math.max(width(ctx, two[0], strong), width(ctx, two[1], strong));
    if (widest < least) [best, least] = [two, widest];
  }
  return best.map((line) => shortened(ctx, line, strong));
}

class Taken {
  constructor() { this.cells = new Map(); }
  *keys([x0, y0, x1, y1]) {
    for (let c = Math.floor(x0 / CELL); c <= Math.floor(x1 / CELL); c++) for (let r = Math.floor(y0 / CELL); r <= Math.floor(y1 / CELL); r++) yield c * 10007 + r;
  }
  add(box, owner) {
    for (const key of this.keys(box)) { const list = this.cells.get(key); if (list) list.push([box, owner]); else this.cells.set(key, [[box, owner]]); }
  }
  isFree(box, owner) {
    for (const key of this.keys(box)) for (const [other, whose] of this.cells.get(key) ?? []) {
      if (whose !== owner && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
    }
    return true;
  }
}

const within = (box, field) => box[0] >= field[0] && box[1] >= field[1] && box[2] <= field[2] && box[3] <= field[3];

// spots: {i, x, y, reach, text, strong, must}, the most important first; fields: boxes that a name of a body in them does not leave;
// the last is the window within the sheet. Returns what to write: {lines, x, y, strong, i}.
export function placed(ctx, spots, all, w, h, { blocked, fields }, [x0, y0, x1, y1]) {
  const taken = new Taken(), out = [];
  for (const box of blocked) taken.add(box, "under");
  for (const { i, x, y, reach } of all) taken.add([x - reach, y - reach, x + reach, y + reach], i);
  let left = Math.max(14, Math.round((w * h) / ROOM));
  const asked = Math.round(left * 1.5); // a name in a corner says little of a map of thousands: only the best tied are tried
  for (const spot of spots.length > 3 * left ? spots.slice(0, asked) : spots) {
    if (!spot.must && left <= 0) break;
    const lines = linesOf(ctx, spot.text, spot.strong), wide = Math.max(...lines.map((line) => width(ctx, line, spot.strong))), high = lines.length * LINE;
    const isInside = spot.x > x0 && spot.x < x1 && spot.y > y0 && spot.y < y1;
    const field = spot.must ? undefined : fields.find((one) => within([spot.x, spot.y, spot.x, spot.y], one));
    const down = spot.reach + 2, side = spot.reach + 4;
    const tries = [[-wide / 2, down], [-wide / 2, -down - high], [side, -high / 2], [-side - wide, -high / 2]];
    if (spot.must) for (const out of [1.6, 3]) tries.push([-wide / 2, down + out * LINE], [-wide / 2, -down - high - out * LINE], [side, out * LINE], [-side - wide, out * LINE], [side, -high - out * LINE], [-side - wide, -high - out * LINE]);
    for (const [dx, dy] of tries) {
      const x = spot.x + dx, y = spot.y + dy, box = [x - 1, y, x + wide + 1, y + high];
      if (isInside && (box[0] < x0 || box[1] < y0 || box[2] > x1 || box[3] > y1)) continue; // no name is cut by the window's edge
      if (field && !within(box, field)) continue;
      if (!taken.isFree(box, spot.i)) continue;
      taken.add(box, `t${spot.i}`);
      out.push({ i: spot.i, strong: spot.strong, soft: spot.soft, x: x + wide / 2, y: y + SIZE * 0.95, lines: lines.map((line) => isolated(line, spot.text)) });
      if (!spot.must) left -= 1;
      break;
    }
  }
  return out;
}

export function write(ctx, labels, { ground, ink, soft }) {
  Object.assign(ctx, { textAlign: "center", textBaseline: "alphabetic", direction: "ltr", lineJoin: "round", lineWidth: 4, strokeStyle: ground });
  for (const stroke of [true, false]) for (const one of labels) {
    ctx.font = font(one.strong);
    ctx.fillStyle = one.soft ? soft : ink;
    one.lines.forEach((line, k) => (stroke ? ctx.strokeText(line, one.x, one.y + k * LINE) : ctx.fillText(line, one.x, one.y + k * LINE)));
  }
}

// Words under the bodies: a ring's name, an axis; grows: "", or where a second line goes. Returns the box they fill, which no body's name may cover.
export function writeUnder(ctx, text, x, y, anchor, strong, { ground, ink, soft }, grows = "") {
  Object.assign(ctx, { textAlign: "left", textBaseline: "alphabetic", direction: "ltr", lineJoin: "round", lineWidth: 4, strokeStyle: ground });
  const lines = grows ? linesOf(ctx, text, strong) : [text], wides = lines.map((line) => width(ctx, line, strong)), wide = Math.max(...wides);
  const top = grows === "up" ? y - (lines.length - 1) * LINE : y, startOf = (one) => x - ({ start: 0, end: one }[anchor] ?? one / 2);
  ctx.font = font(strong);
  ctx.fillStyle = strong ? ink : soft;
  for (const draw of ["strokeText", "fillText"]) lines.forEach((line, k) => ctx[draw](isolated(line, text), startOf(wides[k]), top + k * LINE));
  return [startOf(wide), top - SIZE, startOf(wide) + wide, top + (lines.length - 1) * LINE + 4];
}
