// The screen in the hall: the clock of the office, and what is new since the last time.
// Whether there is a connection, and what it shows meanwhile, is the work of site/live.js.
(() => {
  const LOOK = 15_000; // a large call becomes a small one, and waits get shorter, also when nothing happens
  const FRESH = 60_000; // what came longer ago than this, without a connection, is shown but not spoken
  const announce = document.querySelector("[data-roep]");
  const seen = new Set();
  let shown, since;

  // Counted from the server's moment, so that a television that does not know the time shows the right one.
  const now = () => shown + (performance.now() - since);

  const showClock = () => {
    const clock = document.querySelector("[data-ms]");
    clock.textContent = new Date(now()).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.zone });
  };

  const newCalls = () => [...document.querySelectorAll("[data-oproep]")]
    .map(({ dataset: { nummer, balie, taal, op } }) => ({ nummer, balie, taal, op: Number(op) }))
    .filter(({ nummer, op }) => !seen.has(`${nummer} ${op}`) && seen.add(`${nummer} ${op}`))
    .sort((one, other) => one.op - other.op);

  const read = () => {
    shown = Number(document.querySelector("[data-ms]").dataset.ms);
    since = performance.now();
    showClock();
    return newCalls();
  };

  document.addEventListener("htmx:afterSwap", () => {
    const calls = read().filter(({ op }) => now() - op < FRESH);
    if (!calls.length) return;
    announce.textContent = calls.map(({ nummer, balie }) => `${nummer}, ${announce.dataset.balie} ${balie}.`).join(" ");
    for (const detail of calls) document.dispatchEvent(new CustomEvent("oproep", { detail }));
  });

  read(); // what was called before this page was there, is not spoken again
  setInterval(showClock, 1000);
  setInterval(() => document.body.dispatchEvent(new CustomEvent("wachtrij")), LOOK);
})();
