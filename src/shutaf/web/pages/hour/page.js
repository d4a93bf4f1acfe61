// Sectors: one key a body. The digits choose, Enter takes the suggestion, arrows move. Nothing is sent before the button.
const sectors = document.querySelector("[data-sectors]");
if (sectors) {
  const rows = [...sectors.querySelectorAll("[data-row]")];
  const left = sectors.querySelector("[data-left]");
  let at = 0;
  const told = (row) => row.querySelector("input:checked");
  const show = () => {
    rows.forEach((row, i) => { row.classList.toggle("now", i === at); row.classList.toggle("told", Boolean(told(row))); });
    left.textContent = `${rows.filter(told).length} / ${rows.length}`;
  };
  const go = (to) => {
    at = Math.min(rows.length - 1, Math.max(0, to));
    show();
    rows[at].scrollIntoView({ block: "center" });
    (told(rows[at]) ?? rows[at].querySelector("input")).focus({ preventScroll: true });
  };
  const choose = (input) => { if (input) { input.checked = true; if (at < rows.length - 1) go(at + 1); else { show(); sectors.querySelector("button").focus(); } } };
  sectors.addEventListener("keydown", (event) => {
    if (event.target.closest("button")) return;
    if (/^[1-7]$/.test(event.key)) { event.preventDefault(); choose(rows[at].querySelectorAll("input")[event.key - 1]); }
    else if (event.key === "Enter") { event.preventDefault(); const wanted = rows[at].dataset.suggested; if (wanted) choose(rows[at].querySelector(`input[value="${wanted}"]`)); else go(at + 1); }
    else if (event.key === "ArrowDown") { event.preventDefault(); go(at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); go(at - 1); }
  });
  sectors.addEventListener("click", (event) => { const row = event.target.closest("[data-row]"); if (row) { at = rows.indexOf(row); show(); } });
  sectors.addEventListener("change", show);
  if (rows.length) go(0);
}

// The matrix: a press turns a cell on, arrows move, digits set. Selects are the same without this.
const ticks = document.querySelector("[data-ticks]");
if (ticks) {
  const order = ["", "works", "knows", "none"];
  const grid = [...ticks.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("[data-tick]")]);
  const paint = (select) => { select.closest("td").dataset.level = select.value; };
  const rtl = document.dir === "rtl" ? -1 : 1;
  grid.forEach((row, y) => row.forEach((select, x) => {
    paint(select);
    select.addEventListener("change", () => paint(select));
    select.addEventListener("mousedown", (event) => {
      event.preventDefault();
      select.focus();
      select.value = order[(order.indexOf(select.value) + 1) % order.length];
      paint(select);
    });
    select.addEventListener("keydown", (event) => {
      const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-rtl, 0], ArrowRight: [rtl, 0] }[event.key];
      if (step) { event.preventDefault(); grid[y + step[1]]?.[x + step[0]]?.focus(); }
      else if (/^[0-3]$/.test(event.key)) { event.preventDefault(); select.value = order[event.key]; paint(select); grid[y + 1]?.[x]?.focus(); }
      else if (event.key === " ") { event.preventDefault(); select.value = order[(order.indexOf(select.value) + 1) % order.length]; paint(select); }
    });
  }));
}
