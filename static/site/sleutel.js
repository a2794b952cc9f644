// Passkeys: shown only where the browser knows them, and a sentence when it did not work out.
(() => {
  const kan = Boolean(window.PublicKeyCredential);
  for (const deel of document.querySelectorAll(kan ? "[data-sleutel]" : "[data-zonder-sleutel]")) deel.hidden = false;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    for (const plek of document.querySelectorAll("[data-sleutel-mislukt]")) {
      plek.querySelector(".utrecht-alert")?.remove();
      plek.append(plek.querySelector("template").content.cloneNode(true));
    }
  });
})();
