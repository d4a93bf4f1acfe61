// What stands on the map, and what do the filters leave of it? Columns as the server sent them; nothing is drawn here.

export function sceneOf(data) {
  const { nodes, ties } = data, n = nodes.ref.length;
  const index = new Map(nodes.ref.map((ref, i) => [ref, i]));
  const byDegree = [...nodes.ref.keys()].sort((a, b) => nodes.degree[b] - nodes.degree[a] || a - b);
  const themes = nodes.themes.map((words) => new Set(words ? words.split(" ") : []));
  return {
    ...data, n, index, byDegree, themes,
    x: Float32Array.from(nodes.x), y: Float32Array.from(nodes.y), r: Float32Array.from(nodes.r),
    group: nodes.group.map((g) => data.groups[g]), paint: nodes.paint.map((p) => data.paints[p]), ties,
  };
}

// shown: 0 or 1 a node; pairs: one line a pair, as strong as its strongest row; around: neighbours of each node by those lines.
export function filtered(scene, asked) {
  const pairs = pairsLeft(scene, asked);
  const around = neighbours(scene, pairs);
  const chosen = scene.index.get(asked.body) ?? scene.index.get(scene.middle) ?? -1;
  const near = asked.steps && chosen >= 0 ? within(around, chosen, asked.steps) : null;
  const shown = new Uint8Array(scene.n);
  for (let i = 0; i < scene.n; i++) {
    shown[i] = i === chosen || scene.group[i] === "theme" || ((!asked.groups.size || asked.groups.has(scene.group[i]))
      && (!asked.theme || scene.themes[i].has(asked.theme)) && (!near || near.has(i))) ? 1 : 0;
  }
  return { shown, pairs, around, chosen, near: new Set(chosen < 0 ? [] : around[chosen]) };
}

function pairsLeft(scene, asked) {
  const { ties, kinds, days, n } = scene, best = new Map();
  const kind = asked.kind && scene.view !== "themes" ? kinds.indexOf(asked.kind) : -2;
  for (let t = 0; t < ties.i.length; t++) {
    if (scene.view !== "themes" && !tieFits(ties, t, asked, kind, days)) continue;
    const key = ties.i[t] * n + ties.j[t], known = best.get(key);
    if (known === undefined || ties.s[t] > ties.s[known]) best.set(key, t);
  }
  return [...best.values()];
}

function tieFits(ties, t, asked, kind, days) {
  if (kind !== -2 && ties.kind[t] !== kind) return false;
  if (asked.least && ties.s[t] < asked.least) return false; // 0 is a strength nobody told
  if (!asked.on) return true;
  const first = days[ties.first[t]], last = days[ties.last[t]];
  return (!first || first <= asked.on) && (!last || last >= asked.on);
}

function neighbours({ n, ties }, pairs) {
  const around = Array.from({ length: n }, () => []);
  for (const t of pairs) {
    around[ties.i[t]].push(ties.j[t]);
    around[ties.j[t]].push(ties.i[t]);
  }
  return around;
}

function within(around, start, steps) {
  const found = new Set([start]);
  let edge = [start];
  for (let k = 0; k < steps; k++) {
    edge = edge.flatMap((i) => around[i]).filter((i) => !found.has(i) && found.add(i));
  }
  return found;
}

export function bounds(scene, shown) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (let i = 0; i < scene.n; i++) {
    if (!shown[i]) continue;
    x0 = Math.min(x0, scene.x[i]); x1 = Math.max(x1, scene.x[i]);
    y0 = Math.min(y0, scene.y[i]); y1 = Math.max(y1, scene.y[i]);
  }
  return x0 > x1 ? { x0: 0, y0: 0, x1: scene.width, y1: scene.height } : { x0, y0, x1, y1 };
}
