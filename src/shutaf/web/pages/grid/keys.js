// Where one is in the grid, and what each key does there: as in a spreadsheet.
export class Keys {
  /** write(changes), undo(), redo(), decide(ref, key, which), trash(ref): what the page does with them. onAt(cell): one came to it. */
  constructor({ table, sheet, editor, write, undo, redo, decide, trash }) {
    Object.assign(this, { table, sheet, editor, write, undo, redo, decide, trash, at: null, from: null, home: null, mayLeave: false });
    const element = table.element;
    element.addEventListener("keydown", (event) => this.key(event));
    element.addEventListener("pointerdown", (event) => this.pointer(event));
    element.addEventListener("dblclick", (event) => { const td = event.target.closest("[data-key]"); if (td && !this.editor.isOpen) this.edit(); });
    element.addEventListener("click", (event) => this.click(event));
    element.addEventListener("focusin", (event) => this.focused(event));
  }

  get isRtl() { return document.dir === "rtl" || document.documentElement.dir === "rtl"; }
  place(ref, key) { return { y: this.sheet.rows.findIndex((row) => row.ref === ref), x: this.table.keys.indexOf(key) }; }
  ref(y) { return this.sheet.rows[y]?.ref; }
  td({ ref, key }) { return this.table.td(ref, key); }

  start() { this.go({ ref: this.ref(0), key: this.table.keys[0] }, { isQuiet: true }); }

  /** The cell that has the focus; the only one that Tab reaches from outside. */
  go(to, { extend = false, isQuiet = false } = {}) {
    if (this.at) this.td(this.at)?.setAttribute("tabindex", "-1");
    this.at = to;
    if (!extend) this.from = to;
    const td = this.td(to);
    if (!td) return;
    td.setAttribute("tabindex", "0");
    this.onAt?.(this.sheet.cell(to.ref, to.key));
    this.mark();
    if (!isQuiet) { td.focus({ preventScroll: true }); td.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  }

  /** After drawing anew: the cell may be gone. */
  mend() {
    if (!this.at) return this.start();
    const hadFocus = !document.activeElement || document.activeElement === document.body;
    if (!this.td(this.at)) this.at = { ref: this.ref(Math.max(0, this.sheet.rows.length - 2)) ?? this.ref(0), key: this.table.keys[0] };
    if (this.editor.isOpen) return;
    if (!this.from || !this.td(this.from)) this.from = this.at;
    this.go(this.at, { isQuiet: !hadFocus || !this.wasHere, extend: true });
  }

  mark() {
    for (const td of this.table.element.querySelectorAll("[aria-selected], tr.now")) { td.removeAttribute("aria-selected"); td.classList.remove("now"); }
    this.table.trs.get(this.at.ref)?.classList.add("now");
    const block = this.block();
    if (block.refs.length * block.keys.length < 2) return;
    for (const ref of block.refs) for (const key of block.keys) this.table.td(ref, key)?.setAttribute("aria-selected", "true");
  }

  /** The chosen block as rows and columns. */
  block() {
    const [a, b] = [this.place(this.from.ref, this.from.key), this.place(this.at.ref, this.at.key)];
    const between = (one, other) => [Math.min(one, other), Math.max(one, other) + 1];
    return { refs: this.sheet.rows.slice(...between(a.y, b.y)).map((row) => row.ref), keys: this.table.keys.slice(...between(a.x, b.x)) };
  }

  move(dx, dy, { extend = false } = {}) {
    const { x, y } = this.place(this.at.ref, this.at.key);
    const clamp = (value, most) => Math.min(Math.max(value, 0), most);
    this.go({ ref: this.ref(clamp(y + dy, this.sheet.rows.length - 1)), key: this.table.keys[clamp(x + dx, this.table.keys.length - 1)] }, { extend });
  }

  to(x, y, extend) { this.go({ ref: this.ref(y), key: this.table.keys[x] }, { extend }); }

  // -- keys

  key(event) {
    const td = event.target.closest("[data-key]");
    if (!td) return;
    if (this.editor.isOpen) { if (event.target === this.editor.field) this.editor.key(event); return; }
    if (event.target.closest("button")) return this.buttonKey(event, td);
    if (event.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const done = isCommand ? this.command(event) : this.plain(event, td);
    if (done !== false) event.preventDefault();
    if (event.key !== "Escape" && event.key !== "Tab") this.mayLeave = false;
  }

  command(event) {
    const last = this.sheet.rows.length - 1;
    const { x } = this.place(this.at.ref, this.at.key);
    switch (event.code === "KeyZ" || event.code === "KeyY" || event.code === "KeyD" || event.code === "KeyA" ? event.code : event.key) {
      case "KeyZ": return event.shiftKey ? this.redo() : this.undo();
      case "KeyY": return this.redo();
      case "KeyD": return this.blocks.fillDown();
      case "KeyA": this.from = { ref: this.ref(0), key: this.table.keys[0] }; return this.go({ ref: this.ref(last), key: this.table.keys.at(-1) }, { extend: true });
      case "Home": return this.to(0, 0, event.shiftKey);
      case "End": return this.to(this.table.keys.length - 1, last, event.shiftKey);
      case "ArrowDown": return this.to(x, this.gap(1), event.shiftKey);
      case "ArrowUp": return this.to(x, this.gap(-1), event.shiftKey);
    }
    return false;
  }

  /** The next empty cell of the column, downwards or upwards; the end where there is none. */
  gap(step) {
    let { y } = this.place(this.at.ref, this.at.key);
    const isFilled = (row) => Boolean(row.cells[this.at.key].text);
    do y += step; while (this.sheet.rows[y] && isFilled(this.sheet.rows[y]));
    return Math.min(Math.max(y, 0), this.sheet.rows.length - 1);
  }

  plain(event, td) {
    const extend = event.shiftKey;
    const aside = this.isRtl ? -1 : 1;
    const { y } = this.place(this.at.ref, this.at.key);
    switch (event.key) {
      case "ArrowDown": return this.move(0, 1, { extend });
      case "ArrowUp": return this.move(0, -1, { extend });
      case "ArrowRight": return this.move(aside, 0, { extend });
      case "ArrowLeft": return this.move(-aside, 0, { extend });
      case "PageDown": return this.move(0, 15, { extend });
      case "PageUp": return this.move(0, -15, { extend });
      case "Home": return this.to(0, y, extend);
      case "End": return this.to(this.table.keys.length - 1, y, extend);
      case "Enter": return this.enter(event.shiftKey);
      case "Tab": return this.tab(event.shiftKey, td);
      case "F2": return this.edit();
      case "F8": return this.nextWrong(event.shiftKey);
      case "Escape": this.mayLeave = true; this.from = this.at; return this.mark();
      case "Delete": case "Backspace": return this.blocks.clear();
    }
    if (event.key === "Process" || event.key === "Dead") { this.edit(""); return false; }
    if ([...event.key].length === 1 && !event.altKey) return this.edit(event.key);
    return false;
  }

  /** Down; after a run of Tabs, to where the run began, one row below. */
  enter(isBack) {
    const { y } = this.place(this.at.ref, this.at.key);
    if (isBack || !this.home) { this.home = null; return this.move(0, isBack ? -1 : 1); }
    const x = this.table.keys.indexOf(this.home);
    this.home = null;
    return this.to(x, Math.min(y + 1, this.sheet.rows.length - 1));
  }

  tab(isBack, td) {
    if (this.mayLeave) return this.leave(isBack);
    const button = td.querySelector("button");
    if (button && !isBack) { button.focus(); return true; }
    return this.aside(isBack);
  }

  aside(isBack) {
    const { x, y } = this.place(this.at.ref, this.at.key);
    const width = this.table.keys.length;
    const next = y * width + x + (isBack ? -1 : 1);
    if (next < 0 || next >= this.sheet.rows.length * width) return this.leave(isBack);
    if (!isBack && this.home === null) this.home = this.at.key;
    if (next % width === 0 && !isBack) this.home = null;
    return this.to(next % width, Math.floor(next / width));
  }

  /** Out of the grid, as the browser does it: past buttons of other cells too. */
  leave() {
    this.mayLeave = false;
    for (const button of this.table.element.querySelectorAll("button")) { button.tabIndex = -1; setTimeout(() => { button.tabIndex = 0; }); }
    return false;
  }

  buttonKey(event, td) {
    const buttons = [...td.querySelectorAll("button")];
    const i = buttons.indexOf(event.target);
    if (event.key === "Escape" || event.key.startsWith("Arrow")) { event.preventDefault(); td.focus(); if (event.key !== "Escape") this.plain(event, td); } else if (event.key === "Tab") {
      event.preventDefault();
      const next = buttons[i + (event.shiftKey ? -1 : 1)];
      if (next) next.focus(); else if (event.shiftKey) td.focus(); else this.aside(false);
    }
  }

  // -- deeds

  edit(typed = null) {
    const { ref, key } = this.at;
    const column = this.sheet.columns.find((one) => one.key === key);
    const chosen = column.numbered && /^[1-9]$/.test(typed ?? "") ? column.words[typed - 1] : null;
    if (chosen) { this.write([{ row: ref, field: key, new: chosen[0] }]); return this.move(0, 1); } // a digit of the list, and on to the next row
    this.editor.open(this.td(this.at), column, this.sheet.cell(ref, key).text, typed);
    return true;
  }

  /** The editor's end: what was typed is written, and one moves on. */
  ended(text, key) {
    const { ref, key: field } = this.at;
    const td = this.td(this.at);
    if (text !== null) this.write([{ row: ref, field, new: text }]); else this.table.draw();
    if (key === "blur") return;
    td.focus();
    if (key === "Enter") this.enter(false);
    else if (key === "Shift+Enter") this.enter(true);
    else if (key.endsWith("Tab")) this.aside(key.startsWith("Shift"));
  }

  nextWrong(isBack) {
    const all = this.sheet.cells().filter(({ key, cell }) => this.table.keys.includes(key) && (cell.conflict || cell.isDraft || cell.problems.length));
    if (!all.length) return;
    const order = ({ row, key }) => { const { x, y } = this.place(row.ref, key); return y * 1000 + x; };
    const here = order({ row: { ref: this.at.ref }, key: this.at.key });
    const sorted = all.sort((a, b) => order(a) - order(b));
    const next = isBack ? sorted.findLast((one) => order(one) < here) ?? sorted.at(-1) : sorted.find((one) => order(one) > here) ?? sorted[0];
    this.go({ ref: next.row.ref, key: next.key });
  }

  // -- pointer

  pointer(event) {
    const td = event.target.closest("[data-key]");
    if (!td || event.target.closest("button, textarea, .pick")) return;
    const to = { ref: td.parentElement.dataset.ref, key: td.dataset.key };
    if (this.editor.isOpen) this.editor.end(this.editor.field.value, "blur");
    this.home = null;
    this.isTap = event.pointerType === "touch" || event.pointerType === "pen";
    event.preventDefault();
    this.go(to, { extend: event.shiftKey });
    if (event.pointerType === "mouse") this.drag();
  }

  drag() {
    const over = (event) => {
      const td = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-key]");
      if (td && this.table.element.contains(td)) this.go({ ref: td.parentElement.dataset.ref, key: td.dataset.key }, { extend: true });
    };
    const end = () => { removeEventListener("pointermove", over); removeEventListener("pointerup", end); };
    addEventListener("pointermove", over);
    addEventListener("pointerup", end);
  }

  click(event) {
    const td = event.target.closest("[data-key]");
    const button = event.target.closest("button");
    if (!td) return;
    if (!button) { if (this.isTap && !this.editor.isOpen) { this.isTap = false; this.edit(); } return; }
    const { ref } = td.parentElement.dataset;
    const { key } = td.dataset;
    this.go({ ref, key });
    if (button.dataset.decide) this.decide(ref, key, button.dataset.decide);
    else if (button.dataset.trash) return this.trash(ref);
    else if (button.dataset.asitis) { this.sheet.cell(ref, key).problems = []; this.table.draw(); }
    else this.write([{ row: ref, field: key, new: button.dataset.answer }]);
    this.td({ ref, key })?.focus();
  }

  focused(event) {
    const td = event.target.closest("[data-key]");
    this.wasHere = true;
    if (td && event.target === td && (td.parentElement.dataset.ref !== this.at?.ref || td.dataset.key !== this.at?.key)) this.go({ ref: td.parentElement.dataset.ref, key: td.dataset.key }, { isQuiet: true });
  }
}
