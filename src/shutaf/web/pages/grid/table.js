// The grid as a table on the page: draws what the sheet holds, and only what changed.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  element.append(...children);
  return element;
};
const icon = (name) => { const found = document.querySelector(`[data-icons] [data-icon="${name}"] svg`); return found ? found.cloneNode(true) : ""; };

export class Table {
  /** words: of the page; shapes: a word of the sector list -> its picture, which is ours. */
  constructor(element, sheet, { words, shapes, first }) {
    Object.assign(this, { element, sheet, words, shapes, first, tds: new Map(), trs: new Map(), keys: [] });
    this.body = element.tBodies[0];
    element.setAttribute("role", "grid");
    element.setAttribute("aria-multiselectable", "true");
  }

  /** keys: the columns that are shown. */
  show(keys) {
    this.keys = keys;
    this.tds.clear();
    this.trs.clear();
    const columns = keys.map((key) => this.sheet.columns.find((column) => column.key === key));
    const head = make("tr", { role: "row" }, make("th", { class: "rownum", scope: "col", role: "columnheader" }, make("span", { class: "sr" }, this.words.row)));
    for (const column of columns) head.append(make("th", { scope: "col", role: "columnheader", title: column.hint, class: column.key === "name" ? "of-name" : null }, column.name));
    this.element.tHead.replaceChildren(head);
    this.element.tHead.setAttribute("role", "rowgroup");
    this.body.setAttribute("role", "rowgroup");
    this.body.replaceChildren();
    this.element.setAttribute("aria-colcount", String(keys.length + 1));
    this.draw();
  }

  draw() {
    const there = new Set(this.sheet.rows.map((row) => row.ref));
    for (const [ref, tr] of this.trs) if (!there.has(ref)) { tr.remove(); this.trs.delete(ref); for (const key of this.keys) this.tds.delete(`${ref} ${key}`); }
    let before = null;
    this.sheet.rows.forEach((row, i) => {
      const tr = this.trs.get(row.ref) ?? this.newRow(row);
      if ((before ? before.nextSibling : this.body.firstChild) !== tr) this.body.insertBefore(tr, before ? before.nextSibling : this.body.firstChild);
      before = tr;
      this.drawRow(row, tr, i);
    });
    this.element.setAttribute("aria-rowcount", String(this.sheet.rows.length + 1));
  }

  newRow(row) {
    const tr = make("tr", { role: "row", "data-ref": row.ref }, make("td", { class: "rownum", role: "gridcell" }));
    this.keys.forEach((key, i) => {
      const column = this.sheet.columns.find((one) => one.key === key);
      const td = make("td", { role: key === "name" ? "rowheader" : "gridcell", tabindex: "-1", "data-key": key, "data-label": column.name, "aria-colindex": String(i + 2), class: key === "name" ? "of-name" : null });
      this.tds.set(`${row.ref} ${key}`, td);
      tr.append(td);
    });
    this.trs.set(row.ref, tr);
    return tr;
  }

  drawRow(row, tr, i) {
    const isBlank = this.sheet.isBlank(row);
    const number = isBlank ? "+" : String(this.first + i);
    if (tr.firstChild.textContent !== number) tr.firstChild.textContent = number;
    tr.setAttribute("aria-rowindex", String(i + 2));
    let worst = "";
    for (const key of this.keys) {
      const cell = row.cells[key];
      const look = this.look(row, cell);
      if (look === "wrong" || (look === "doubt" && !worst)) worst = look;
      this.drawCell(this.tds.get(`${row.ref} ${key}`), row, key, cell, look, isBlank);
    }
    tr.className = { wrong: "has-error", doubt: "has-doubt" }[worst] ?? "";
    if (isBlank) tr.classList.add("blank");
  }

  look(row, cell) {
    if (cell.conflict || cell.isDraft) return "wrong";
    if (cell.problems.length) return "doubt";
    return cell.news ? "news" : "";
  }

  drawCell(td, row, key, cell, look, isBlank) {
    const elsewhere = key === "name" ? row.cells[`name_${document.documentElement.lang}`]?.text : "";  // the name that other pages show
    const signature = JSON.stringify([cell.text, elsewhere, look, cell.problems, cell.conflict, cell.news, isBlank, cell.pending > 0, cell.guess, key === "name" && row.cells.sector?.text]);
    if (td.signature === signature || td.isEditing) return;
    td.signature = signature;
    td.classList.remove("wrong", "doubt", "news", "unfilled", "waits");
    if (look) td.classList.add(look);
    if (!cell.text && !isBlank) td.classList.add("unfilled");
    if (cell.pending) td.classList.add("waits");
    td.toggleAttribute("aria-invalid", look === "wrong");
    if (look === "wrong") td.setAttribute("aria-invalid", "true");
    td.title = cell.news ? `${cell.news}, ${cell.newsAt}` : "";
    const column = this.sheet.columns.find((one) => one.key === key);
    const text = make("bdi", {}, cell.text);
    if (column.ltr) text.className = "ltr";
    const shown = make("span", { class: "cell" });
    const sector = { name: row.cells.sector?.text, sector: cell.text }[key];
    if (this.shapes[sector] && cell.text) shown.insertAdjacentHTML("afterbegin", this.shapes[sector]);
    if (isBlank && key === "name") shown.append(make("span", { class: "soft" }, this.words.next));
    else if (!cell.text && cell.guess) shown.append(make("span", { class: "guess soft" }, make("bdi", {}, `${cell.guess}?`)));
    else if (!cell.text && !isBlank) shown.append(make("span", { class: "sr" }, this.words.unknown));
    shown.append(text);
    if (elsewhere && cell.text && elsewhere !== cell.text) shown.append("\n", make("span", { class: "small soft" }, make("bdi", {}, elsewhere)));
    td.replaceChildren(shown, ...this.says(row, key, cell));
  }

  /** What is wrong in a cell, and buttons with what is likely meant. */
  says(row, key, cell) {
    if (!cell.conflict && !cell.problems.length) return [];
    const box = make("div", { class: "says" });
    const button = (text, data) => make("button", { type: "button", class: "btn second", ...data }, make("bdi", {}, text));
    if (cell.conflict) {
      const { kind, theirs, by, at } = cell.conflict;
      const isGone = kind === "gone";
      const who = by ? this.words[isGone ? "gone" : "theirs"].replace("{who}", `\u2068${by}\u2069`).replace("{when}", `\u2068${at}\u2069`) : this.words.gone_nobody;
      box.append(make("p", {}, icon("warn"), make("span", {}, who)));
      if (!isGone) box.append(make("p", { class: "of-theirs" }, make("bdi", {}, theirs || this.words.empty)));
      box.append(make("div", { class: "row" }, button(this.words[isGone ? "back" : "keep_mine"], { "data-decide": "mine" }), button(this.words[isGone ? "let_go" : "take_theirs"], { "data-decide": "theirs" })));
    }
    for (const problem of cell.problems) {
      box.append(make("p", {}, icon(problem.error ? "warn" : "question"), make("span", {}, problem.text)));
      const answers = problem.answers.map(([text, said]) => { const one = button(said, {}); one.dataset.answer = text; return one; });
      if (key === "name" && !cell.text && cell.saved) answers.push(button(this.words.trash, { "data-trash": "1" }));
      if (!problem.error) answers.push(button(this.words.as_it_is, { "data-asitis": "1" }));
      if (answers.length) box.append(make("div", { class: "row" }, ...answers));
    }
    return [box];
  }

  td(ref, key) { return this.tds.get(`${ref} ${key}`); }
}
