// A block of cells as spreadsheets copy it: tabs between cells, a cell with a tab, a line break or a quote stands in quotes.

/** "a\tb\n" -> [["a", "b"]]. A quote opens a cell only where the cell also closes with one; else it is a sign like any other. */
export function cellsOf(text) {
  const rows = [[]];
  let at = 0;
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  while (at <= plain.length) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const found = quoted.exec(plain);
    let end = found ? quoted.lastIndex : at;
    while (!found && end < plain.length && plain[end] !== "\t" && plain[end] !== "\n") end += 1;
    rows.at(-1).push(found ? found[1].replaceAll('""', '"') : plain.slice(at, end));
    if (plain[end] === "\n") rows.push([]);
    at = end + 1;
  }
  const last = rows.at(-1);
  if (rows.length > 1 && (!last.length || (last.length === 1 && !last[0]))) rows.pop();
  return rows;
}

/** The same the other way round. */
export function textOf(cells) {
  const cell = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cells.map((row) => row.map(cell).join("\t")).join("\n");
}

const plain = (text) => text.normalize("NFKC").replace(/[*:?]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The columns that a first row of headers names, null for what is none of ours; null when the row is data like the others. */
export function columnsOf(row, headers) {
  const known = new Map(Object.entries(headers).map(([text, key]) => [plain(text), key]));
  const found = row.map((text) => known.get(plain(text)) ?? null);
  const ours = found.filter(Boolean);
  const named = row.filter((text) => text.trim()).length;
  const isHead = ours.length >= 2 && ours.includes("name") && ours.length * 2 > named && new Set(ours).size === ours.length;
  return isHead ? found : null;
}
