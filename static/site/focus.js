// Focus goes to the error heading, also when htmx brings it in; a link in the summary puts the cursor in its field.
(() => {
  const focusHeading = (root) => {
    const heading = root.querySelector("[data-focus]");
    if (heading) heading.focus();
  };
  document.addEventListener("htmx:afterSettle", (event) => focusHeading(event.detail.elt));
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".fouten a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  });
  focusHeading(document);
})();
