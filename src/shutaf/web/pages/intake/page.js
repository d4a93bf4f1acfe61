// One box for all of an answer; each row keeps its own.
for (const all of document.querySelectorAll("[data-all]")) {
  all.hidden = false;
  all.nextElementSibling.hidden = true;
  const box = all.querySelector("input");
  const rows = [...all.closest("table").querySelectorAll("tbody input[type=checkbox]")];
  const show = () => { box.checked = rows.every((row) => row.checked); box.indeterminate = !box.checked && rows.some((row) => row.checked); };
  box.addEventListener("change", () => { for (const row of rows) row.checked = box.checked; show(); });
  for (const row of rows) row.addEventListener("change", show);
}
