// Choosing a day shows its times at once; the button is for when htmx did not load.
(() => {
  if (!window.htmx) return;
  for (const part of document.querySelectorAll("[data-zonder-htmx]")) part.hidden = true;
})();
