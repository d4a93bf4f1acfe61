// What stands in the grid: rows, what the server is known to hold of each cell, and what was typed since.
const LETTERS = "bcdfghjklmnpqrstvwxz23456789";

export const newRef = () => "b" + Array.from(crypto.getRandomValues(new Uint32Array(8)), (n) => LETTERS[n % LETTERS.length]).join("");
const emptyCell = (text = "") => ({ text, saved: text, problems: [], conflict: null, pending: 0, isDraft: false, news: "" });

export class Sheet {
  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows.map(([ref, ...texts]) => this.made(ref, texts));
    this.held = [];
    this.undos = [];
    this.redos = [];
    this.addBlank();
  }

  made(ref, texts = [], isNew = false) {
    return { ref, isNew, cells: Object.fromEntries(this.columns.map((column, i) => [column.key, emptyCell(texts[i])])) };
  }

  /** One empty row at the end, to type the next body into; none between. */
  addBlank() {
    this.rows = this.rows.filter((row, i) => i === this.rows.length - 1 || !this.isBlank(row));
    if (!this.rows.length || !this.isBlank(this.rows.at(-1))) this.rows.push(this.made(newRef(), [], true));
  }

  insertBlank() { this.rows.push(this.made(newRef(), [], true)); }
  isBlank(row) { return row.isNew && Object.values(row.cells).every((cell) => !cell.text); }
  row(ref) { return this.rows.find((row) => row.ref === ref); }
  cell(ref, key) { return this.row(ref)?.cells[key]; }
  isDirty(cell) { return cell.pending > 0 || cell.isDraft || Boolean(cell.conflict); }
  cells() { return this.rows.flatMap((row) => Object.entries(row.cells).map(([key, cell]) => ({ row, key, cell }))); }

  /** Sectors that names sound like, beside cells that are empty. */
  suggest(words) { for (const [ref, word] of Object.entries(words)) { const cell = this.cell(ref, "sector"); if (cell) cell.guess = word; } }
  guesses() { return this.cells().filter(({ cell }) => cell.guess && !cell.text).map(({ row, key, cell }) => ({ row: row.ref, field: key, new: cell.guess })); }

  // -- typed

  /** changes: [{row, field, new}]. The op to send, or null when nothing changes or all of it waits for a name. */
  write(changes) {
    const entry = { changes: [], made: [], removed: [] };
    const out = [];
    const unnamed = new Set();
    for (const one of changes) {
      const row = this.row(one.row);
      const cell = row?.cells[one.field];
      if (!cell || cell.text === one.new) continue;
      if (cell.conflict) { cell.text = one.new; this.decide(one.row, one.field, "mine"); continue; }
      const waiting = this.heldChange(one.row, one.field);
      if (waiting) { waiting.new = cell.text = one.new; continue; } // its op waits for a decision about another cell
      const change = { row: one.row, field: one.field, old: cell.isDraft ? cell.saved : cell.text, new: one.new };
      Object.assign(cell, { text: one.new, problems: [], isDraft: false, news: "" });
      entry.changes.push(change);
      if (row.isNew) unnamed.add(row);
      else out.push(change);
    }
    for (const row of unnamed) if (row.cells.name.text.trim()) this.admit(row, entry, out);
    this.addBlank();
    if (entry.changes.length) { this.undos.push(entry); this.redos = []; }
    return out.length ? this.op(out, entry) : null;
  }

  heldChange(row, field) { return this.held.flatMap((one) => one.op.changes).find((change) => change.row === row && change.field === field); }

  /** A row that was only here goes to the server with all that stands in it. */
  admit(row, entry, out) {
    row.isNew = false;
    entry.made.push(row.ref);
    entry.changes = entry.changes.filter((change) => change.row !== row.ref);
    for (const [field, cell] of Object.entries(row.cells)) {
      if (!cell.text) continue;
      const change = { row: row.ref, field, old: "", new: cell.text };
      entry.changes.push(change);
      out.push(change);
    }
  }

  op(changes, entry) {
    for (const change of changes) { const cell = this.cell(change.row, change.field); if (cell) cell.pending += 1; }
    const op = { op: crypto.randomUUID?.() ?? newRef() + newRef(), changes: changes.map((one) => ({ ...one })), made: [...entry.made], removed: [...entry.removed] };
    entry.op = op.op;
    return op;
  }

  /** The reverse of the last op, under the same rule: null when there is none, or when one of its cells waits for a decision (then isBlocked). */
  undo() { return this.reverse(this.undos, this.redos); }
  redo() { return this.reverse(this.redos, this.undos); }

  reverse(from, to) {
    const last = from.at(-1);
    this.isBlocked = Boolean(last) && (this.held.some((one) => one.op.op === last.op) || last.changes.some((one) => this.heldChange(one.row, one.field)));
    if (!last || this.isBlocked) return null;
    from.pop();
    const entry = { changes: last.changes.map((one) => ({ row: one.row, field: one.field, old: one.new, new: one.old })), made: [...last.removed], removed: [...last.made] };
    to.push(entry);
    for (const ref of entry.made) if (!this.row(ref)) this.insert(this.made(ref));
    const out = entry.changes.filter((change) => {
      const row = this.row(change.row);
      const cell = row?.cells[change.field];
      if (!cell) return false;
      const isHere = row.isNew || cell.isDraft;
      Object.assign(cell, { text: change.new, problems: [], isDraft: false });
      return !isHere;
    });
    return out.length || entry.removed.length ? this.op(out, entry) : null;
  }

  insert(row) {
    const end = this.rows.length && this.isBlank(this.rows.at(-1)) ? this.rows.length - 1 : this.rows.length;
    this.rows.splice(end, 0, row);
  }

  remove(ref) { this.rows = this.rows.filter((row) => row.ref !== ref); this.addBlank(); }

  /** A row that was there goes to the trash, with what is seen of it; null for one that was never sent or waits for a decision. */
  takeAway(ref) {
    const row = this.row(ref);
    if (row.isNew) { this.remove(ref); return null; }
    const cells = Object.entries(row.cells).filter(([, cell]) => cell.saved || cell.text);
    if (cells.some(([, cell]) => cell.conflict || cell.pending)) return null;
    const entry = { changes: cells.map(([field, cell]) => ({ row: ref, field, old: cell.saved, new: "" })), made: [], removed: [ref] };
    this.undos.push(entry);
    this.redos = [];
    return this.op(entry.changes, entry);
  }

  // -- answered

  /** Everything of the op was written; the server says what stands there now. */
  done(op, answer) {
    for (const one of answer.cells) {
      const cell = this.cell(one.row, one.field);
      this.settle(op, one);
      if (!cell) continue;
      cell.pending = Math.max(0, cell.pending - 1);
      cell.saved = one.text;
      if (!cell.pending) Object.assign(cell, { text: one.text, problems: one.problems });
    }
    for (const ref of op.removed) this.remove(ref);
  }

  settle(op, one) {
    for (const entry of [...this.undos, ...this.redos]) {
      if (entry.op !== op.op) continue;
      for (const change of entry.changes) if (change.row === one.row && change.field === one.field) change.new = one.text;
    }
  }

  /** Nothing was written. What cannot be read stays here as a draft, the rest goes again; conflicts hold it until each is decided. The op to send again, or null. */
  refused(op, refused, queued) {
    const left = new Map(op.changes.map((change) => [`${change.row} ${change.field}`, change]));
    for (const one of refused.filter((each) => each.kind === "unreadable")) {
      const id = `${one.row} ${one.field}`;
      this.rebase(left.get(id), queued);
      left.delete(id);
      this.draft(one, op);
    }
    for (const row of this.rows) if (row.isNew && op.made.includes(row.ref)) for (const [id, change] of left) if (change.row === row.ref) { this.lighter(change); left.delete(id); }
    const again = { ...op, changes: [...left.values()], made: op.made.filter((ref) => !this.row(ref)?.isNew) };
    const open = refused.filter((one) => one.kind !== "unreadable");
    for (const one of open) { const cell = this.cell(one.row, one.field); if (cell) cell.conflict = { ...one }; }
    if (open.length) for (const change of again.changes) this.overtake(change, queued);
    if (open.length) { this.held.push({ op: again, open: open.map((one) => `${one.row} ${one.field}`) }); return null; }
    return again.changes.length || again.removed.length ? this.renamed(again) : null;
  }

  draft(one, op) {
    const row = this.row(one.row);
    const cell = row?.cells[one.field];
    if (!cell) return;
    Object.assign(cell, { isDraft: true, problems: one.problems, pending: Math.max(0, cell.pending - 1) });
    if (one.field === "name" && op.made.includes(one.row)) row.isNew = true;
  }

  lighter(change) { const cell = this.cell(change.row, change.field); if (cell) cell.pending = Math.max(0, cell.pending - 1); }

  /** What waits behind a change that will not happen was typed over what stood there before it. */
  rebase(dropped, queued) {
    const next = dropped && queued.flatMap((op) => op.changes).find((one) => one.row === dropped.row && one.field === dropped.field);
    if (next) next.old = dropped.old;
  }

  /** What was typed over a cell whose op is held becomes what that op wants: one decision is enough. */
  overtake(change, queued) {
    for (const op of queued) {
      const later = op.changes.find((one) => one.row === change.row && one.field === change.field);
      if (!later) continue;
      change.new = later.new;
      op.changes = op.changes.filter((one) => one !== later);
      this.lighter(later);
    }
  }

  renamed(op) {
    const id = crypto.randomUUID?.() ?? newRef() + newRef();
    for (const entry of [...this.undos, ...this.redos]) if (entry.op === op.op) entry.op = id;
    return { ...op, op: id };
  }

  // -- decided

  /** which: "mine" or "theirs", for one cell of a conflict. Ops that have nothing left to decide wait in `ready`. */
  decide(ref, key, which) {
    const cell = this.cell(ref, key);
    const held = this.held.find((one) => one.open.includes(`${ref} ${key}`));
    if (!cell?.conflict || !held) return;
    const isGone = cell.conflict.kind === "gone";
    const sameRow = isGone ? held.open.filter((id) => id.startsWith(`${ref} `)) : [`${ref} ${key}`];
    for (const id of sameRow) this.settleConflict(held, ref, id.slice(ref.length + 1), which);
    if (isGone && which === "mine") held.op.made.push(ref);
    if (isGone && which === "theirs") this.remove(ref);
    if (!held.open.length) {
      this.held = this.held.filter((one) => one !== held);
      const again = this.renamed(held.op);
      if (again.changes.length || again.removed.length) this.ready?.(again);
    }
  }

  settleConflict(held, ref, key, which) {
    const cell = this.cell(ref, key);
    const id = `${ref} ${key}`;
    const change = held.op.changes.find((one) => one.row === ref && one.field === key);
    const theirs = cell.conflict.theirs;
    held.open = held.open.filter((one) => one !== id);
    if (which === "mine" && change) Object.assign(change, { old: theirs, new: cell.text });
    else {
      held.op.changes = held.op.changes.filter((one) => one !== change);
      held.op.removed = held.op.removed.filter((one) => one !== ref);
      for (const entry of [...this.undos, ...this.redos]) if (entry.op === held.op.op) entry.changes = entry.changes.filter((one) => one.row !== ref || one.field !== key);
      Object.assign(cell, { text: theirs, pending: Math.max(0, cell.pending - 1) });
    }
    Object.assign(cell, { saved: theirs, conflict: null });
  }

  // -- heard

  /** What others wrote; cells that somebody works on here keep what she typed. isEditing(ref, key). Whether anything is to be drawn. */
  heard(news, isEditing, takesNew) {
    let isChanged = false;
    for (const [ref, by, at, ...texts] of news.rows) {
      let row = this.row(ref);
      if (!row && !takesNew) continue;
      if (!row) { row = this.made(ref); this.insert(row); isChanged = true; }
      this.columns.forEach((column, i) => {
        const cell = row.cells[column.key];
        if (cell.conflict) { if (cell.conflict.kind === "conflict") cell.conflict.theirs = texts[i]; return; }
        if (this.isDirty(cell) || isEditing(ref, column.key) || cell.text === texts[i]) return;
        Object.assign(cell, { text: texts[i], saved: texts[i], problems: [], news: by, newsAt: at });
        isChanged = true;
      });
    }
    for (const ref of news.gone) {
      const row = this.row(ref);
      if (row && !Object.values(row.cells).some((cell) => this.isDirty(cell))) { this.remove(ref); isChanged = true; }
    }
    return isChanged;
  }

  // -- kept over a reload

  rest() {
    const drafts = this.cells().filter(({ row, cell }) => cell.isDraft || (row.isNew && cell.text)).map(({ row, key, cell }) => ({ row: row.ref, field: key, text: cell.text, isNew: row.isNew }));
    return { held: this.held.map((one) => one.op), drafts };
  }

  /** Shows again what was on its way; returns the changes that have to be looked at anew. */
  resume({ ops = [], held = [], drafts = [] }) {
    for (const op of [...ops, ...held]) {
      for (const ref of op.made) if (!this.row(ref)) this.insert(this.made(ref));
      for (const change of op.changes) { const cell = this.cell(change.row, change.field); if (cell) { cell.text = change.new; cell.pending += 1; } }
    }
    for (const one of drafts) {
      if (one.isNew && !this.row(one.row)) this.insert(this.made(one.row, [], true));
      if (one.isNew) this.cell(one.row, one.field).text = one.text;
    }
    this.addBlank();
    return drafts.filter((one) => !one.isNew && this.row(one.row)).map((one) => ({ row: one.row, field: one.field, new: one.text }));
  }
}
