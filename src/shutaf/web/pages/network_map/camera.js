// Which part of the sheet is seen? k: screen px a sheet unit; x, y: the sheet's point in the middle of the window.
const FARTHEST = 0.6, NEAREST = 14, SIDE = 44, ABOVE = 16; // room for the names of those at the edge

export const nearScale = (scene, w) => Math.min(w / scene.width, 1.35); // one body and its neighbours grow no larger than names can follow

export function cameraOf(scene) {
  const camera = { x: scene.width / 2, y: scene.height / 2, k: 1, w: 1, h: 1, whole: 1 };
  return Object.assign(camera, {
    toScreen: (x, y) => [(x - camera.x) * camera.k + camera.w / 2, (y - camera.y) * camera.k + camera.h / 2],
    toSheet: (sx, sy) => [(sx - camera.w / 2) / camera.k + camera.x, (sy - camera.h / 2) / camera.k + camera.y],
    size(w, h) {
      const was = camera.whole, isWhole = Math.abs(camera.k - was) < 1e-6;
      Object.assign(camera, { w, h, whole: scene.view === "near" ? nearScale(scene, w) : Math.min((w - 2 * (scene.side ?? SIDE)) / scene.width, (h - 2 * ABOVE) / scene.height) });
      if (isWhole || camera.k < camera.whole * FARTHEST) camera.k = camera.whole;
    },
    zoom(factor, sx = camera.w / 2, sy = camera.h / 2) {
      const [x, y] = camera.toSheet(sx, sy);
      camera.k = Math.min(Math.max(camera.k * factor, camera.whole * FARTHEST), camera.whole * NEAREST);
      camera.x = x - (sx - camera.w / 2) / camera.k;
      camera.y = y - (sy - camera.h / 2) / camera.k;
    },
    pan(dx, dy) {
      camera.x = Math.min(Math.max(camera.x - dx / camera.k, -scene.width * 0.2), scene.width * 1.2);
      camera.y = Math.min(Math.max(camera.y - dy / camera.k, -scene.height * 0.2), scene.height * 1.2);
    },
    fit({ x0, y0, x1, y1 }, pad = 60) {
      camera.k = Math.min((camera.w - 2 * pad) / Math.max(x1 - x0, 1), (camera.h - 2 * pad) / Math.max(y1 - y0, 1), camera.whole * 2.5);
      Object.assign(camera, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
    },
    all() { Object.assign(camera, { x: scene.width / 2, y: scene.height / 2, k: camera.whole }); },
    // A body is brought in when it stands outside, with room round it.
    reach(x, y, edge = 48) {
      const [sx, sy] = camera.toScreen(x, y);
      camera.pan(sx < edge ? edge - sx : sx > camera.w - edge ? camera.w - edge - sx : 0, sy < edge ? edge - sy : sy > camera.h - edge ? camera.h - edge - sy : 0);
    },
  });
}
