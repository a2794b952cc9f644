// Typing is a sign of life: who writes down what a visitor tells is not logged out meanwhile. When it is too late the
// page says so at the first letter, not after the last one.
(() => {
  const OFTEN = 5 * 60_000;
  const { inloggen, slot, tekst } = document.currentScript.dataset;
  let told = performance.now();
  const warn = () => {
    const box = document.querySelector("[data-typen]");
    if (box.textContent !== tekst) box.textContent = tekst;
  };
  document.addEventListener("input", async () => {
    if (performance.now() - told < OFTEN) return;
    told = performance.now();
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer && [inloggen, slot].includes(new URL(answer.url).pathname)) warn();
  });
})();
