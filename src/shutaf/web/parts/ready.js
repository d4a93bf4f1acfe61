// Copies a ready message. Where the browser gives no clipboard (an address without https), the text is selected and copied the old way.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  const text = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[data-copied]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      document.execCommand("copy");
    }
    told.textContent = button.dataset.said;
    button.focus();
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
