// htmx writes down the address of every page, for a history that nothing here uses. An address may hold the link of an
// appointment: nothing of it stays in the browser.
try {
  sessionStorage.removeItem("htmx-current-path-for-history");
} catch {
  // A browser without storage keeps nothing anyway.
}
