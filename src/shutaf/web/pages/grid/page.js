// The grid: the pieces beside this file, put together.
const version = new URL(import.meta.url).search;
const load = (name) => import(`./${name}.js${version}`);
const root = document.querySelector("[data-grid]");
const told = JSON.parse(document.getElementById("grid-told").textContent);
const [{ Sheet }, { Table }, { Editor }, { Keys }, { Blocks }, { Queue }, { News }, clipboard, { withContacts }] = await Promise.all(
  ["sheet", "table", "editor", "keys", "blocks", "queue", "news", "clipboard", "contact"].map(load),
);

const { words } = told;
const key = `shutaf.grid.${told.workspace}.${told.user}.${told.sheet}`;
const columnsKey = `${key}.columns`;
const sheet = new Sheet(told.columns, told.rows);
const table = new Table(root.querySelector("table"), sheet, { words, shapes: told.shapes, first: told.first });
const editor = new Editor({ words, onEnd: (text, by) => keys.ended(text, by) });
const say = root.querySelector("[data-state]");
const queue = new Queue({ address: told.cells, token: told.token, key, rest: () => sheet.rest(), onState: show, onAnswer: answered });
const keys = new Keys({
  table, sheet, editor,
  write: (changes) => send(changes.length > told.most ? tooMuch() : sheet.write(withContacts(changes, (ref, field) => sheet.cell(ref, field)?.text))),
  undo: () => back("undo"), redo: () => back("redo"), trash: (ref) => send(sheet.takeAway(ref)), decide: (ref, field, which) => { sheet.decide(ref, field, which); redraw(); },
});
keys.blocks = new Blocks({ keys, sheet, table, clipboard, headers: told.headers, tell });
keys.onAt = (cell) => { if (cell?.news) root.querySelector("[data-told]").textContent = words.by.replace("{who}", `\u2068${cell.news}\u2069`).replace("{when}", `\u2068${cell.newsAt}\u2069`); };
sheet.ready = (op) => queue.push(op);

function send(op) { if (op) queue.push(op); else queue.keep(); redraw(); }
function back(which) { send(sheet[which]()); if (sheet.isBlocked) tell("decide_first"); }
function redraw() { table.draw(); keys.mend(); show(queue.state); }
function tooMuch() { tell("too_much"); return null; }

function answered(op, answer) {
  if (answer.isTooLarge) { tell("too_much"); sheet.refused(op, op.changes.map((one) => ({ ...one, kind: "unreadable", problems: [] })), queue.ops); }
  else if (answer.state === "done") { sheet.done(op, answer); sheet.suggest(answer.suggested ?? {}); }
  else { const again = sheet.refused(op, answer.refused, queue.ops); if (again) queue.ops.unshift(again); }
  redraw();
}

function count(which) { return sheet.cells().filter(which).length; }
const fill = (text, n) => text.replace("{n}", n);

/** The state in the foot: one sentence, the gravest first. */
function show(state = queue.state) {
  const conflicts = count(({ cell }) => cell.conflict);
  const drafts = count(({ cell }) => cell.isDraft);
  const unnamed = sheet.rows.filter((row) => row.isNew && !sheet.isBlank(row)).length;
  const waiting = queue.ops.reduce((sum, op) => sum + Math.max(1, op.changes.length), 0);
  const parts = [];
  if (state === "sign-in") parts.push(words.sign_in);
  else if (state === "stopped") parts.push(words.stopped);
  else if (state === "offline") parts.push(fill(words.offline, waiting));
  else if (state === "saving" && waiting) parts.push(words.saving);
  if (conflicts) parts.push(fill(words.differ, conflicts));
  if (drafts) parts.push(fill(words.to_mend, drafts));
  if (unnamed) parts.push(fill(words.unnamed, unnamed));
  if (!parts.length) parts.push(words.saved);
  const text = parts.join(" · ");
  if (say.textContent !== text) say.textContent = text;
  root.dataset.now = state === "idle" && (conflicts || drafts) ? "open" : state;
  root.dataset.waiting = String(waiting);
  root.querySelector("[data-undo]").disabled = !sheet.undos.length;
  root.querySelector("[data-redo]").disabled = !sheet.redos.length;
  root.querySelector("[data-next-wrong]").hidden = !(conflicts || drafts || count(({ cell }) => cell.problems.length));
  const guesses = sheet.guesses().length;
  const take = root.querySelector("[data-suggested]");
  take.hidden = !guesses;
  take.textContent = fill(words.suggested, guesses);
  for (const button of root.querySelectorAll("[data-decide-all]")) button.hidden = conflicts < 2;
  root.querySelector("[data-sign-in]").hidden = state !== "sign-in" && state !== "stopped";
}

function tell(what, n = 0, left = 0) {
  const box = root.querySelector("[data-told]");
  const text = what === "pasted" ? [fill(words.pasted, n), left ? fill(words.left, left) : ""].filter(Boolean).join(" ") : words[what];
  box.textContent = text;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { box.textContent = ""; }, 10000);
}

// -- columns: which are shown is kept in the tab
const boxes = [...root.querySelectorAll("[data-column]")];
function chosen() { return told.columns.map((column) => column.key).filter((one) => one === "name" || boxes.find((box) => box.value === one)?.checked); }
try { const kept = JSON.parse(sessionStorage.getItem(columnsKey)); if (kept) for (const box of boxes) box.checked = kept.includes(box.value); } catch { /* none kept */ }
for (const box of boxes) box.addEventListener("change", () => { try { sessionStorage.setItem(columnsKey, JSON.stringify(chosen())); } catch { /* full */ } table.show(chosen()); keys.at = null; keys.mend(); });

// -- buttons
root.querySelector("[data-undo]").addEventListener("click", () => back("undo"));
root.querySelector("[data-redo]").addEventListener("click", () => back("redo"));
root.querySelector("[data-suggested]").addEventListener("click", () => send(sheet.write(sheet.guesses())));
root.querySelector("[data-next-wrong]").addEventListener("click", () => keys.nextWrong(false));
for (const button of root.querySelectorAll("[data-row-step]")) button.addEventListener("click", () => keys.move(0, Number(button.dataset.rowStep)));
for (const button of root.querySelectorAll("[data-decide-all]")) button.addEventListener("click", () => {
  for (const { row, key: field, cell } of sheet.cells()) if (cell.conflict) sheet.decide(row.ref, field, button.dataset.decideAll);
  redraw();
});
// -- signing out: what has not been sent goes with it, so it is said before
const dialog = root.querySelector("dialog");
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-sign-out]") || form.dataset.sure || !queue.ops.length) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.querySelector("[data-unsent]").textContent = String(queue.ops.reduce((sum, op) => sum + Math.max(1, op.changes.length), 0));
  dialog.onclose = () => { if (dialog.returnValue === "out") { form.dataset.sure = "1"; form.requestSubmit(); } };
  dialog.showModal();
}, { capture: true });
document.addEventListener("shutaf:sign-out", () => queue.leave());
let isGoing = false; // to the door and back, in this tab: what waits stays in its store
root.querySelector("[data-sign-in]").addEventListener("click", () => { isGoing = true; });
addEventListener("beforeunload", (event) => { if (!isGoing && queue.ops.length && queue.state !== "saving") event.preventDefault(); });

// -- begin: what was on its way before a reload goes first
const kept = Queue.kept(key);
sheet.suggest(told.suggested);
table.show(chosen());
const again = sheet.resume(kept);
queue.ops = [...(kept.held ?? []), ...(kept.ops ?? [])];
queue.run();
const drafted = again.length ? sheet.write(again) : null;
if (drafted) queue.push(drafted);
root.hidden = false;
root.dataset.ready = "1";
document.querySelector("[data-plain]")?.remove();
redraw();
keys.start();
const isEditing = (ref, field) => editor.isOpen && keys.at?.ref === ref && keys.at?.key === field;
new News({ address: told.news, revision: told.revision, onNews: (news) => {
  if (news.too_much) tell("much_news");
  else if (sheet.heard(news, isEditing, told.is_last)) redraw();
  if (queue.state === "offline") queue.hurry();
} });
