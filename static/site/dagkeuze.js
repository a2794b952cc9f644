// Choosing a day shows its times at once; the button is for when htmx did not load, or the network is gone.
(() => {
  if (!window.htmx) return;
  const button = (shown) => {
    for (const part of document.querySelectorAll("[data-zonder-htmx]")) part.hidden = !shown;
  };
  button(false);
  document.addEventListener("htmx:sendError", () => button(true));
  document.addEventListener("htmx:afterSettle", () => button(false));
})();
