// A contact as people write it down, "Noa Levi, director, 04-555-0101, noa@x.example", in the cells it belongs to.
const MAIL = /[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+/;
const PHONE = /(?:\+|\b)\d[\d\s().\/-]{5,}\d/;
const EDGES = /^[\s,;:()<>–-]+|[\s,;:()<>–-]+$/g;

/** {contact_name, contact_role, contact_phone, contact_email}: those that stand in the text; only the name when it is no more than one. */
export function parted(text) {
  const email = text.match(MAIL)?.[0] ?? "";
  const phone = text.replace(email, " ").match(PHONE)?.[0]?.trim() ?? "";
  if (!email && !phone) return { contact_name: text };
  const [name, ...rest] = text.replace(email, " ").replace(phone, " ").split(/[,;\n]/).map((part) => part.replace(EDGES, "").trim()).filter(Boolean);
  const found = { contact_name: name ?? "", contact_phone: phone, contact_email: email };
  return rest.length ? { ...found, contact_role: rest.join(", ") } : found;
}

/** The same changes, with contacts parted where the other cells of the person are empty and not written at once. */
export function withContacts(changes, textAt) {
  const told = new Set(changes.map((one) => `${one.row} ${one.field}`));
  return changes.flatMap((one) => {
    if (one.field !== "contact_name") return [one];
    const parts = parted(one.new);
    const free = Object.keys(parts).every((field) => field === "contact_name" || !parts[field] || (!told.has(`${one.row} ${field}`) && !textAt(one.row, field)));
    if (!free) return [one];
    return Object.entries(parts).filter(([field, text]) => field === "contact_name" || text).map(([field, text]) => ({ row: one.row, field, new: text }));
  });
}
