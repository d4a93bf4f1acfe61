// Speaks with a passkey: <form data-passkey="create|get" data-from="id of the JSON, or an address">, with a button [data-press] that shows itself
// only where the browser knows passkeys, a hidden field "credential", and a line [data-failed].
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const ids = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function asked(form) {
  const place = document.getElementById(form.dataset.from);
  if (place) return JSON.parse(place.textContent);
  const answer = await fetch(form.dataset.from, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function created(options, isAlone) {
  const key = options.creation_options.publicKey;
  const wanted = { ...key.authenticatorSelection, residentKey: isAlone ? "required" : "discouraged", requireResidentKey: isAlone };
  wanted.userVerification = isAlone ? "required" : "preferred";
  const publicKey = { ...key, challenge: bytes(key.challenge), user: { ...key.user, id: bytes(key.user.id) }, excludeCredentials: ids(key.excludeCredentials), authenticatorSelection: wanted };
  const made = await navigator.credentials.create({ publicKey });
  return told(made, { attestationObject: text(made.response.attestationObject), transports: made.response.getTransports?.() || [] });
}

async function found(options) {
  const key = options.request_options.publicKey;
  const publicKey = { ...key, challenge: bytes(key.challenge), allowCredentials: ids(key.allowCredentials) };
  const given = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = given.response;
  return told(given, { authenticatorData: text(authenticatorData), signature: text(signature), ...(userHandle ? { userHandle: text(userHandle) } : {}) });
}

const told = (credential, response) => ({
  id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: credential.getClientExtensionResults(),
  response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
});

for (const form of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const press = form.querySelector("[data-press]"), failed = form.querySelector("[data-failed]");
  for (const one of form.querySelectorAll("[data-with-passkey]")) one.hidden = false;
  press.hidden = false;
  press.addEventListener("click", async () => {
    failed.hidden = true;
    press.disabled = true;
    try {
      const options = await asked(form);
      const answer = form.dataset.passkey === "create" ? await created(options, Boolean(form.elements.passwordless?.checked)) : await found(options);
      form.elements.credential.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch {
      failed.hidden = false;
      press.disabled = false;
    }
  });
}
for (const one of window.PublicKeyCredential ? document.querySelectorAll("[data-without-passkey]") : []) one.hidden = true;
