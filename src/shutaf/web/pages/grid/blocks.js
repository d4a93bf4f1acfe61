// What is done to a block of cells: emptied, filled down, copied, pasted.
export class Blocks {
  /** keys: where one is; headers: what the header of a pasted column may be called -> our column. */
  constructor({ keys, sheet, table, clipboard, headers, tell }) {
    Object.assign(this, { keys, sheet, table, clipboard, headers, tell, write: keys.write });
    for (const kind of ["copy", "cut", "paste"]) table.element.addEventListener(kind, (event) => this.clip(event, kind));
  }

  clear() {
    const { refs, keys } = this.keys.block();
    this.write(refs.flatMap((row) => keys.map((field) => ({ row, field, new: "" }))));
  }

  /** The first row of the block into the others; a single cell takes what stands above it. */
  fillDown() {
    const { refs, keys } = this.keys.block();
    const { y } = this.keys.place(refs[0], keys[0]);
    const above = refs.length > 1 ? refs[0] : this.keys.ref(y - 1);
    if (!above) return;
    const below = refs.length > 1 ? refs.slice(1) : refs;
    this.write(below.flatMap((row) => keys.map((field) => ({ row, field, new: this.sheet.cell(above, field).text }))));
  }

  clip(event, kind) {
    if (this.keys.editor.isOpen || !this.keys.at) return;
    event.preventDefault();
    if (kind === "paste") return this.paste(event.clipboardData.getData("text/plain"));
    const { refs, keys } = this.keys.block();
    event.clipboardData.setData("text/plain", this.clipboard.textOf(refs.map((ref) => keys.map((key) => this.sheet.cell(ref, key).text))));
    if (kind === "cut") this.clear();
  }

  /** A block lands with its first cell here, under headers of ours where they say; one value fills the whole choice; rows that are not there are made. */
  paste(text) {
    const cells = this.clipboard.cellsOf(text);
    const { refs, keys } = this.keys.block();
    const { x, y } = this.keys.place(refs[0], keys[0]);
    if (cells.length === 1 && cells[0].length === 1) return this.write(refs.flatMap((row) => keys.map((field) => ({ row, field, new: cells[0][0].trim() }))));
    const named = cells.length > 1 ? this.clipboard.columnsOf(cells[0], this.headers) : null;
    const columns = named ?? this.table.keys.slice(x);
    const rows = named ? cells.slice(1) : cells;
    const wide = Math.max(...rows.map((row) => row.length));
    const target = (i) => { while (!this.keys.ref(y + i)) this.sheet.insertBlank(); return this.keys.ref(y + i); };
    const changes = rows.flatMap((row, i) => { const ref = target(i); return row.slice(0, columns.length).map((one, j) => ({ row: ref, field: columns[j], new: one.trim() })); });
    this.write(changes.filter((one) => one.field));
    this.keys.from = { ref: refs[0], key: keys[0] };
    const last = named ? keys[0] : columns[Math.min(wide, columns.length) - 1];
    this.keys.go({ ref: this.keys.ref(y + rows.length - 1) ?? this.keys.at.ref, key: last }, { extend: true });
    this.tell("pasted", rows.length, named ? named.filter((one) => !one).length : Math.max(0, wide - columns.length));
  }
}
