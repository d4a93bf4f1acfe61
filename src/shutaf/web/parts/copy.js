// Copies the text of the field that a button names: <button data-copy="id of the field">. Without this the field can be marked and copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    const said = document.getElementById(button.dataset.said);
    if (said) said.hidden = false;
  });
}
