// Copies the text of the field that a button names: <button data-copy="id of the field" data-said="id of what tells it" hidden>.
// Without this the field can be marked and copied by hand, so the button shows itself only here.
async function copied(field) {
  field.select();
  if (!navigator.clipboard) return document.execCommand("copy"); // a page that is not served by https has no clipboard
  await navigator.clipboard.writeText(field.value);
  return true;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.getElementById(button.dataset.said);
    if ((await copied(document.getElementById(button.dataset.copy))) && said) said.hidden = false;
  });
}
