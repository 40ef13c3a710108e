// Passkeys. <div data-passkey="show"> holds a button that asks for one, <form data-passkey="make"> makes one; both name
// the addresses that begin and finish it, and are hidden until the browser shows that it can.
const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const withBytes = options => {
  const keys = list => list?.map(key => ({ ...key, id: bytes(key.id) }));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: keys(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: keys(options.allowCredentials) }),
  };
};

const withText = credential => {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
};

const send = async (address, body) => {
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
    },
    body: JSON.stringify(body),
  });
  return answer.json();
};

let waiting; // an offer in the address field gives way to the button
const ask = async (place, mediation) => {
  waiting?.abort();
  const mine = new AbortController();
  waiting = mine;
  const data = place.dataset;
  const options = await send(data.begin, {});
  if (options.url) return options;
  const credential = data.passkey === "make"
    ? await navigator.credentials.create({ publicKey: withBytes(options), signal: mine.signal })
    : await navigator.credentials.get({ publicKey: withBytes(options), signal: mine.signal, mediation });
  const name = place.querySelector("[name=name]")?.value ?? "";
  const kept = document.querySelector("[name=kept]")?.value ?? ""; // a form that was brought to the login
  return send(data.finish, { ...withText(credential), name, kept });
};

const go = async (place, mediation) => {
  const told = place.querySelector("[data-told]");
  told.textContent = "";
  try {
    const { url, error } = await ask(place, mediation);
    if (url) location.assign(url);
    else told.textContent = error ?? place.dataset.failed;
  } catch (error) {
    // Whoever closes the browser's own question meets no blame; what was only offered fails in silence.
    if (mediation !== "conditional" && error.name !== "AbortError") told.textContent = place.dataset.failed;
  }
};

if (window.PublicKeyCredential && navigator.credentials) {
  for (const place of document.querySelectorAll("[data-passkey]")) {
    place.hidden = false;
    const isForm = place.matches("form");
    (isForm ? place : place.querySelector("button")).addEventListener(isForm ? "submit" : "click", event => {
      event.preventDefault();
      go(place, "optional");
    });
    if ("autofill" in place.dataset && await PublicKeyCredential.isConditionalMediationAvailable?.()) {
      go(place, "conditional");
    }
  }
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
}
