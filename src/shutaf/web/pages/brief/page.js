// A code beside a number leads to its rows and formula.
const address = document.querySelector("[data-why]")?.dataset.why;
if (address) {
  for (const code of document.querySelectorAll(".paper .code")) {
    const text = code.textContent.trim();
    if (!/^[0-9A-Z]{4,12}$/.test(text) || code.querySelector("a")) continue;
    const link = document.createElement("a");
    link.href = `${address}?code=${text}`;
    link.textContent = text;
    code.replaceChildren(link);
  }
}
