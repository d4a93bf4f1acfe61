// How is the scene painted? Ties and shapes in batches of one colour, into a sheet larger than the window that panning only moves.
const MARGIN = 0.3, SETTLE_MS = 130, CHUNK = 500, MANY = 4000;
const WIDTHS = [1.2, 0.8, 1.2, 1.7, 2.3, 3];

export function painterOf(canvas, parts) {
  const { shapes, labels, colours } = parts;
  const ctx = canvas.getContext("2d"), sheet = document.createElement("canvas"), sheetCtx = sheet.getContext("2d");
  let drawnAt = null, timer = 0, frame = 0, state = null;

  function resize(camera, height) {
    const w = canvas.clientWidth || canvas.parentElement.clientWidth, dpr = Math.min(devicePixelRatio || 1, 2);
    canvas.width = Math.round(w * dpr);
    canvas.height = Math.round(height * dpr);
    camera.size(w, height);
    drawnAt = null;
  }

  // The whole picture anew; sketch: while something moves, fewer ties.
  function paint(isSketch) {
    const { camera } = state, dpr = canvas.width / camera.w, whole = (px) => Math.round(px * MARGIN * dpr) / dpr; // whole pixels, else letters blur
    const mx = whole(camera.w), my = whole(camera.h);
    const w = camera.w + 2 * mx, h = camera.h + 2 * my;
    if (sheet.width !== Math.round(w * dpr) || sheet.height !== Math.round(h * dpr)) Object.assign(sheet, { width: Math.round(w * dpr), height: Math.round(h * dpr) });
    sheetCtx.setTransform(dpr, 0, 0, dpr, 0, 0);
    sheetCtx.clearRect(0, 0, w, h);
    const at = { k: camera.k, ox: w / 2 - camera.x * camera.k, oy: h / 2 - camera.y * camera.k, w, h, window: [mx, my, mx + camera.w, my + camera.h] };
    paintScene(sheetCtx, state, at, isSketch);
    drawnAt = { x: camera.x, y: camera.y, k: camera.k, mx, my, isSketch, at };
  }

  function paintScene(to, { scene, left, cursor }, at, isSketch) {
    const ink = { ground: colours.fill("c-ground"), ink: colours.fill("c-ink"), soft: colours.fill("c-ink-soft") };
    const fields = paintUnder(to, scene, at);
    paintTies(to, scene, left, at, isSketch);
    const blocked = nameUnder(to, scene, at, ink);
    const seen = paintNodes(to, scene, left, at, cursor, ink);
    labels.write(to, labels.placed(to, spotsOf(scene, left, seen, cursor), seen, at.w, at.h, { blocked, fields }, at.window), ink);
  }

  function paintUnder(to, scene, at) {
    const X = (x) => x * at.k + at.ox, Y = (y) => y * at.k + at.oy;
    const fields = [];
    for (const mark of scene.under.filter((one) => one.mark !== "named")) {
      to.setLineDash(mark.is_dashed ? [5, 5] : []);
      to.lineWidth = 1.2;
      to.beginPath();
      to.strokeStyle = colours.stroke(mark.mark === "line" || mark.is_wash ? "s-edge" : "s-line");
      if (mark.mark === "line") { to.moveTo(X(mark.x1), Y(mark.y1)); to.lineTo(X(mark.x2), Y(mark.y2)); }
      else if (mark.shape === "oval") to.ellipse(X(mark.x + mark.width / 2), Y(mark.y + mark.height / 2), mark.width / 2 * at.k, mark.height / 2 * at.k, 0, 0, 2 * Math.PI);
      else fields.push([X(mark.x), Y(mark.y), X(mark.x + mark.width), Y(mark.y + mark.height)]);
      if (mark.shape === "box") to.rect(X(mark.x), Y(mark.y), mark.width * at.k, mark.height * at.k);
      if (mark.is_wash) { to.fillStyle = colours.fill("c-unknown-wash"); to.fill(); }
      to.stroke();
    }
    to.setLineDash([]);
    return fields;
  }

  // On a narrow sheet a ring's name, or what a quarter is called, has two lines; those at the foot grow upwards.
  const linesFor = (scene, { anchor, is_strong: isStrong, y }) => {
    if (!scene.isTall || (isStrong && anchor !== "middle")) return "";
    return anchor !== "middle" && y > scene.height / 2 ? "up" : "down";
  };

  // Over the ties, else nobody reads them; under the bodies.
  function nameUnder(to, scene, at, ink) {
    const named = scene.under.filter((mark) => mark.mark === "named" && mark.label);
    return named.map((mark) => labels.writeUnder(to, mark.label, mark.x * at.k + at.ox, mark.y * at.k + at.oy, mark.anchor, mark.is_strong, ink, linesFor(scene, mark)));
  }

  function paintTies(to, scene, left, at, isSketch) {
    const { ties, x, y } = scene, { pairs, shown, chosen } = left, hot = [], batches = new Map();
    const skip = isSketch && pairs.length > MANY ? Math.ceil(pairs.length / MANY) : 1;
    for (let p = 0; p < pairs.length; p++) {
      const t = pairs[p], i = ties.i[t], j = ties.j[t];
      if (!shown[i] || !shown[j]) continue;
      if (i === chosen || j === chosen) { hot.push(t); continue; }
      if (scene.quiet || p % skip) continue;
      const x1 = x[i] * at.k + at.ox, x2 = x[j] * at.k + at.ox, y1 = y[i] * at.k + at.oy, y2 = y[j] * at.k + at.oy;
      if ((x1 < 0 && x2 < 0) || (x1 > at.w && x2 > at.w) || (y1 < 0 && y2 < 0) || (y1 > at.h && y2 > at.h)) continue;
      const key = Math.round(ties.s[t]) * 2 + ties.dashed[t];
      let lines = batches.get(key);
      if (!lines) batches.set(key, lines = []);
      lines.push(x1, y1, x2, y2);
    }
    const crowd = pairs.length / (90 * (at.w * at.h) / (640 * 400) * Math.max(at.k / state.camera.whole, 1));
    const thin = Math.min(1, Math.max(0.3, 1 / Math.sqrt(Math.sqrt(Math.max(crowd, 1e-9)))));
    to.globalAlpha = Math.min(0.55, Math.max(0.05, 0.55 / Math.max(crowd, 1) ** 0.5));
    to.strokeStyle = colours.stroke("s-edge");
    for (const [key, lines] of batches) strokeAll(to, lines, WIDTHS[key >> 1] * thin, key & 1);
    to.globalAlpha = 1;
    to.strokeStyle = colours.stroke("s-now-edge");
    const slim = Math.min(1, 5 / Math.sqrt(1 + hot.length));
    for (const t of hot) {
      const i = ties.i[t], j = ties.j[t];
      strokeAll(to, [x[i] * at.k + at.ox, y[i] * at.k + at.oy, x[j] * at.k + at.ox, y[j] * at.k + at.oy], WIDTHS[Math.round(ties.s[t])] * slim, ties.dashed[t]);
    }
    to.setLineDash([]);
  }

  // Long paths are slow to fill in: a stroke for so many lines at a time.
  function strokeAll(to, lines, width, dashed) {
    to.lineWidth = width;
    to.setLineDash(dashed ? [5, 4] : []);
    for (let from = 0; from < lines.length; from += 4 * CHUNK) {
      to.beginPath();
      for (let k = from; k < Math.min(from + 4 * CHUNK, lines.length); k += 4) { to.moveTo(lines[k], lines[k + 1]); to.lineTo(lines[k + 2], lines[k + 3]); }
      to.stroke();
    }
  }

  const radius = (scene, i, k) => Math.min(Math.max(scene.r[i] * k ** 0.8 * (scene.width < 500 || scene.isTall ? 1.5 : 1.1), 2.4), 24);

  // All nodes of a fill at once; returns those inside the sheet, for the names.
  function paintNodes(to, scene, left, at, cursor, ink) {
    const fills = new Map(), seen = [], alone = [];
    for (let i = 0; i < scene.n; i++) {
      if (!left.shown[i]) continue;
      const x = scene.x[i] * at.k + at.ox, y = scene.y[i] * at.k + at.oy, r = radius(scene, i, at.k);
      if (x < -r || y < -r || x > at.w + r || y > at.h + r) continue;
      const one = { i, x, y, r, group: scene.group[i], reach: r * shapes.REACH + 1 };
      seen.push(one);
      if (!scene.nodes.degree[i] && one.group !== "theme") { alone.push(one); one.reach += 3; }
      const key = scene.nodes.hollow[i] ? `hollow ${one.group}` : scene.paint[i] || `group ${one.group}`;
      if (!fills.has(key)) fills.set(key, []);
      fills.get(key).push(one);
    }
    to.setLineDash([3, 2.5]);
    ring(to, alone, colours.fill("c-unknown"), 1.2, 3);
    to.setLineDash([]);
    for (const [key, some] of fills) fillAll(to, key, some, ink);
    const chosen = seen.find((one) => one.i === left.chosen);
    if (chosen) { ring(to, [chosen], colours.stroke("s-now-edge"), 2.5, 4); chosen.reach += 4; }
    const here = seen.find((one) => one.i === cursor);
    if (here && canvas.matches(":focus-visible")) ring(to, [here], getComputedStyle(canvas).getPropertyValue("--focus"), 3, 7);
    return seen;
  }

  function ring(to, some, colour, width, gap) {
    Object.assign(to, { strokeStyle: colour, lineWidth: width });
    to.beginPath();
    for (const { x, y, r } of some) { const out = r * shapes.REACH + gap; to.moveTo(x + out, y); to.arc(x, y, out, 0, 2 * Math.PI); }
    to.stroke();
  }

  function fillAll(to, key, some, { ground }) {
    const [kind, group] = key.split(" "), isHollow = kind === "hollow", colour = group === undefined ? colours.fill(kind) : colours.group(group);
    to.beginPath();
    for (const { group: shape, x, y, r } of some) shapes.addShape(to, shape, x, y, r);
    to.fillStyle = isHollow ? ground : colour;
    to.fill();
    Object.assign(to, { strokeStyle: isHollow ? colour : kind.startsWith("heat") ? colours.stroke("s-edge") : ground, lineWidth: isHollow ? 1.6 : 1 });
    to.setLineDash(isHollow ? [3, 2] : []);
    to.stroke();
    to.setLineDash([]);
    const holed = some.filter(({ group: shape }) => shapes.hasHole(shape));
    if (!holed.length) return;
    to.beginPath();
    for (const { group: shape, x, y, r } of holed) shapes.addHole(to, shape, x, y, r);
    to.fillStyle = ground;
    to.fill();
  }

  function spotsOf(scene, left, seen, cursor) {
    const rank = (i) => (i === left.chosen ? 0 : i === cursor ? 1 : scene.group[i] === "theme" ? 2 : left.near.has(i) ? 3 : 4);
    return seen.map((one) => ({ ...one, rank: rank(one.i), text: scene.nodes.label[one.i] }))
      .sort((a, b) => a.rank - b.rank || scene.nodes.degree[b.i] - scene.nodes.degree[a.i] || a.i - b.i)
      .map((one) => ({ ...one, strong: one.rank === 0 || one.rank === 2, soft: one.rank === 4, must: one.rank < 3 }));
  }

  // One frame: the sheet where the camera looks. A new sheet only when this one no longer covers the window.
  function show() {
    frame = 0;
    const { camera } = state, dpr = canvas.width / camera.w;
    const off = drawnAt && { s: camera.k / drawnAt.k, x: (drawnAt.x - camera.x) * camera.k, y: (drawnAt.y - camera.y) * camera.k };
    const isOut = !off || Math.abs(off.x) > drawnAt.mx * off.s + (off.s - 1) * camera.w / 2 || Math.abs(off.y) > drawnAt.my * off.s + (off.s - 1) * camera.h / 2 || off.s > 1.8 || off.s < 0.75;
    if (isOut) paint(drawnAt !== null);
    const s = camera.k / drawnAt.k, w = drawnAt.at.w * s, h = drawnAt.at.h * s;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    const left = (camera.w / 2 - w / 2 + (drawnAt.x - camera.x) * camera.k) * dpr, top = (camera.h / 2 - h / 2 + (drawnAt.y - camera.y) * camera.k) * dpr;
    if (s === 1) ctx.drawImage(sheet, Math.round(left), Math.round(top));
    else ctx.drawImage(sheet, left, top, w * dpr, h * dpr);
    const isStill = s === 1 && !drawnAt.isSketch;
    clearTimeout(timer);
    if (!isStill) timer = setTimeout(() => { drawnAt = null; ask(); }, SETTLE_MS);
  }

  function ask() { if (!frame) frame = requestAnimationFrame(show); }

  return {
    resize, ask, radius,
    set(next) { state = next; },
    anew() { drawnAt = null; ask(); },
    now() { drawnAt = null; show(); },
  };
}
