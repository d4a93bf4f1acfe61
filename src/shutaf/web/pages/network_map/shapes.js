// The shapes of the sectors, of a unit circle's visual size. The same numbers as charts/shapes.py.
const square = (half) => [[-half, -half], [half, -half], [half, half], [-half, half]];
const hexagon = (radius) => [0, 1, 2, 3, 4, 5].map((i) => [radius * Math.sin(Math.PI * i / 3), -radius * Math.cos(Math.PI * i / 3)]);
const OUTLINES = {
  public: square(0.9), business: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]], academia: [[0, -1.145], [1.145, 0.92], [-1.145, 0.92]],
  community: [[0, -1.145], [1, -0.2], [1, 0.895], [-1, 0.895], [-1, -0.2]], department: square(0.95), other: hexagon(1.08), "": hexagon(1.12),
};
const HOLES = { department: square(0.42), "": hexagon(0.62) };
export const REACH = 1.22;

function corners(ctx, points, x, y, r) {
  points.forEach(([dx, dy], k) => (k ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
  ctx.closePath();
}

// Adds to the path that is open, so that all shapes of a colour are filled at once.
export function addShape(ctx, group, x, y, r) {
  if (OUTLINES[group]) return corners(ctx, OUTLINES[group], x, y, r);
  ctx.moveTo(x + r, y);
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

export function addHole(ctx, group, x, y, r) {
  if (HOLES[group]) corners(ctx, HOLES[group], x, y, r);
  else if (group === "theme") { ctx.moveTo(x + r * 0.6, y); ctx.arc(x, y, r * 0.6, 0, 2 * Math.PI); }
}

export const hasHole = (group) => group in HOLES || group === "theme";
