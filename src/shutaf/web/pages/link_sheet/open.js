// When the sheet is opened, the address with the secret leaves the way back: who presses "back" later comes to the sheet, not to the secret.
const form = document.querySelector("[data-open]");
form.addEventListener("submit", () => { history.replaceState(null, "", form.dataset.open); });
addEventListener("pageshow", (event) => { if (event.persisted && !location.pathname.includes(form.action.split("/").at(-2))) location.replace(form.dataset.open); });
