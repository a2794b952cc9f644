// A button that is pressed without a connection says so; the page and what was typed stay as they are. Pressing
// again is safe: what a button does is done once.
(() => {
  const box = document.querySelector("[data-knop-mislukt]");
  if (!box) return;
  const PATIENCE = 5000;
  const letThrough = new WeakSet();
  const asking = new WeakSet();
  let soon = null;
  const say = (text) => {
    clearTimeout(soon);
    box.textContent = text;
  };
  // Empty for a moment: so it is heard the second time too.
  const fail = () => {
    say("");
    soon = setTimeout(() => say(box.dataset.knopMislukt), 50);
  };

  const reachable = async () => {
    if (!navigator.onLine) return false;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      return (await fetch(box.dataset.bereikbaar, { method: "HEAD", cache: "no-store", signal: patience.signal })).ok;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.matches("[hx-get],[hx-post]")) return;
    if (letThrough.delete(form)) return;
    event.preventDefault();
    if (asking.has(form)) return; // a second press while we look
    asking.add(form);
    const button = event.submitter;
    const ok = await reachable();
    asking.delete(form);
    if (!ok) return fail();
    say("");
    if (!form.isConnected) document.body.append(form); // the page was brought up to date meanwhile
    letThrough.add(form);
    form.requestSubmit(button);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || navigator.onLine || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    fail();
  });
  const isDeed = (event) => event.detail.requestConfig?.triggeringEvent?.type !== "wachtrij";
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, (event) => isDeed(event) && fail());
  }
  window.addEventListener("online", () => say(""));
})();
