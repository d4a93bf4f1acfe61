// One cell being typed: a field over it, and the words of its list under it.
const MOST_SHOWN = 8;
// each word of a list comes with the other words by which it is found
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, "").toLowerCase().trim();

export class Editor {
  /** onEnd(text | null, key): what was typed (null: nothing changed), and the key that ended it. */
  constructor({ words, onEnd }) {
    Object.assign(this, { words, onEnd, td: null, chosen: -1, found: [] });
  }

  get isOpen() { return Boolean(this.td); }

  open(td, column, text, typed = null) {
    Object.assign(this, { td, column, before: text, chosen: -1, found: [], hasArrowed: false });
    td.isEditing = true;
    const hasList = column.words.length && !text.includes("\n");
    const field = document.createElement(hasList ? "input" : "textarea"); // a list belongs to a field of one line
    Object.assign(field, { value: typed ?? text, spellcheck: false, maxLength: column.most, autocomplete: "off" });
    if (!hasList) field.rows = 1;
    this.hasList = hasList;
    field.dir = column.ltr ? "ltr" : "auto";
    field.className = "cell-input";
    field.setAttribute("aria-label", `${column.name}: ${td.parentElement.querySelector("[data-key=name] bdi")?.textContent ?? ""}`);
    this.field = field;
    td.replaceChildren(field);
    if (hasList) this.addList(td, field);
    field.addEventListener("input", () => this.typed());
    field.addEventListener("blur", () => { if (this.td === td) this.end(field.value, "blur"); });
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    this.grow();
    if (hasList) { this.offer(typed === null); this.list.scrollIntoView({ block: "nearest" }); }
  }

  addList(td, field) {
    this.list = document.createElement("ul");
    this.list.className = "pick";
    this.list.id = "grid-pick";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.column.name);
    for (const [name, value] of [["role", "combobox"], ["aria-controls", "grid-pick"], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) field.setAttribute(name, value);
    this.list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) { this.take(option.dataset.word); if (this.column.many) this.offer(); else this.end(this.field.value, "Enter"); }
    });
    td.append(this.list);
  }

  typed() { this.grow(); if (this.hasList) this.offer(); }
  grow() { if (this.hasList) return; this.field.style.blockSize = "auto"; this.field.style.blockSize = `${this.field.scrollHeight}px`; }

  /** The part of the text that the caret stands in, of several with | between them. */
  part() {
    if (!this.column.many) return { start: 0, end: this.field.value.length };
    const at = this.field.selectionStart;
    const start = Math.max(this.field.value.lastIndexOf("|", at - 1), this.field.value.lastIndexOf(";", at - 1)) + 1;
    const next = this.field.value.slice(at).search(/[|;]/);
    return { start, end: next < 0 ? this.field.value.length : at + next };
  }

  /** isOpening: nothing was typed yet, so all words are shown and none is chosen. */
  offer(isOpening = false) {
    const { start, end } = this.part();
    const wanted = plain(this.field.value.slice(start, end));
    const there = this.column.many ? this.field.value.split(/[|;]/).map(plain) : [];
    const free = this.column.words.filter(([word]) => !there.includes(plain(word)) || plain(word) === wanted);
    const begins = free.filter(([word]) => plain(word).startsWith(wanted));
    const pieces = ([word, others]) => [...word.split(/[\s,/()-]+/), ...others.split("|")].map(plain);
    const inside = free.filter((one) => !begins.includes(one) && pieces(one).some((piece) => piece.startsWith(wanted)));
    const isExact = free.some(([word]) => plain(word) === wanted);
    this.found = (isOpening ? free.slice(0, 20) : wanted && isExact ? [] : [...begins, ...inside].slice(0, wanted ? MOST_SHOWN : 20)).map(([word]) => word);
    this.chosen = this.column.picks && !isOpening && wanted && this.found.length ? 0 : -1;
    this.drawList();
  }

  drawList() {
    this.list.replaceChildren(...this.found.map((word, i) => {
      const option = document.createElement("li");
      option.id = `grid-pick-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", String(i === this.chosen));
      option.dataset.word = word;
      const name = document.createElement("bdi");
      name.textContent = word;
      if (this.column.numbered) option.append(`${this.column.words.findIndex(([one]) => one === word) + 1} `);
      option.append(name);
      return option;
    }));
    this.list.hidden = !this.found.length;
    this.field.setAttribute("aria-expanded", String(this.found.length > 0));
    if (this.chosen >= 0) this.field.setAttribute("aria-activedescendant", `grid-pick-${this.chosen}`);
    else this.field.removeAttribute("aria-activedescendant");
    this.list.children[this.chosen]?.scrollIntoView({ block: "nearest" });
  }

  take(word) {
    const { start, end } = this.part();
    const value = this.field.value;
    const isFirst = start === 0;
    const safe = this.column.many ? word.replace(/([|;])/g, "\\$1") : word;
    this.field.value = value.slice(0, start) + (isFirst ? "" : " ") + safe + (end < value.length ? ` ${value.slice(end)}` : "");
    const caret = start + (isFirst ? 0 : 1) + safe.length;
    this.field.setSelectionRange(caret, caret);
    this.found = [];
    this.chosen = -1;
    this.drawList();
  }

  /** Whether the key was ours. */
  key(event) {
    if (event.isComposing) return true;
    const hasList = this.found.length > 0;
    if (hasList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.chosen = (this.chosen + (event.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length;
      this.drawList();
      return true;
    }
    if (this.column.many && (event.key === "|" || event.key === ";") && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.found[this.chosen]);
      this.field.setRangeText(" | ", this.field.selectionStart, this.field.selectionEnd, "end");
      this.offer();
      return true;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (hasList && this.chosen >= 0) { this.found = []; this.chosen = -1; this.drawList(); } else this.end(null, "Escape");
      return true;
    }
    if (event.key === "Enter" && event.altKey && !this.hasList) {
      event.preventDefault();
      this.field.setRangeText("\n", this.field.selectionStart, this.field.selectionEnd, "end");
      this.typed();
      return true;
    }
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      if (this.chosen >= 0) this.take(this.found[this.chosen]);
      this.end(this.field.value, (event.shiftKey ? "Shift+" : "") + event.key);
      return true;
    }
    return true;
  }

  end(text, key) {
    const td = this.td;
    this.td = null;
    td.isEditing = false;
    td.signature = "";
    const typed = text === null ? null : text.replace(/[\s|;]+$/, "").replace(/^\s+/, "");
    this.onEnd(typed === null || typed === this.before ? null : typed, key);
  }
}
