// Focus stays where somebody was. After a button the address says at which element (`bij`); when a part of the page is
// brought up to date and the element is gone, it goes to the heading of what the element stood in (data-plek).
(() => {
  const focus = (id) => {
    const element = id && document.getElementById(id);
    if (!element) return false;
    if (!element.matches("a[href], button, input, select, textarea, summary")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    return true;
  };
  // Without scrolling: what was done stands on top. An error has the focus itself.
  if (!document.querySelector("[data-focus]")) focus(new URLSearchParams(location.search).get("bij"));
  let places = [];
  document.addEventListener("htmx:beforeSwap", () => {
    places = [];
    for (let part = document.activeElement?.closest("[data-plek]"); part; part = part.parentElement.closest("[data-plek]")) {
      places.push(part.dataset.plek);
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (document.activeElement === document.body) places.some(focus);
  });
})();
