// 1 to 5 and 0 answer for the body that has the focus, or for the first one; then the next body has it.
const form = document.querySelector("[data-stances]");
const rows = [...form.querySelectorAll("[data-row]")];

const focusOn = (row) => (row.querySelector("input[type=radio]:checked") ?? row.querySelector("input[type=radio]")).focus();

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key) || !rows.length) return;
  const here = event.target.closest("[data-row]") ?? rows[0];
  here.querySelector(`input[type=radio][value="${event.key}"]`).checked = true;
  focusOn(rows[rows.indexOf(here) + 1] ?? here);
  event.preventDefault();
});
