// Says each call for help aloud, once. The part of the page that shows them is renewed at every change of the queue,
// and must therefore be no alert itself.
(() => {
  const box = document.getElementById("alarm-gehoord");
  if (!box) return;
  const heard = new Set();
  let soon = null;
  const say = () => {
    const fresh = [...document.querySelectorAll("[data-alarm]")].filter(({ dataset }) => !heard.has(dataset.alarm));
    if (!fresh.length) return;
    for (const { dataset } of fresh) heard.add(dataset.alarm);
    const words = fresh.map((alarm) => alarm.querySelector(".alarm__tekst").textContent.replace(/\s+/g, " ").trim());
    // Empty for a moment: a second alarm in the same words is heard too.
    clearTimeout(soon);
    box.textContent = "";
    soon = setTimeout(() => { box.textContent = words.join(" "); }, 50);
  };
  say();
  document.addEventListener("htmx:afterSettle", say);
})();
