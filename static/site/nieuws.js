// Says aloud, once, what needs somebody now and what was just done: the page itself is renewed too often to be read
// out each time.
(() => {
  const news = document.getElementById("nieuws");
  if (!news) return;
  const now = () => new Map([...document.querySelectorAll("[data-nieuws]")].map(({ id, dataset }) => [id, dataset.nieuws]));
  let seen = now();
  document.addEventListener("htmx:afterSettle", () => {
    const fresh = now();
    const said = [...fresh].filter(([id, text]) => text !== (seen.get(id) ?? ""));
    if (said.length) news.textContent = said.map(([, text]) => text).join(" ").trim();
    seen = fresh;
  });
  // A message that stands there from the beginning is read out by no screen reader.
  const done = document.querySelector("main .utrecht-alert[role=status] p, #gevonden");
  if (done) setTimeout(() => { news.textContent = done.dataset.nieuws ?? done.textContent.trim(); }, 50);
})();
