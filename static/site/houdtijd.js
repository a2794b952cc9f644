// Counts down how long a time is kept; says so aloud at five, two and one minutes and at the end.
// The server says what time it is: a phone may be wrong, and a demo has a clock of its own.
(() => {
  const ALOUD = [5, 2, 1, 0];
  let said = null;
  let seen = null;
  const now = ({ nu }) => {
    if (seen?.nu !== nu) seen = { nu, at: Date.now() };
    return new Date(nu).getTime() + Date.now() - seen.at;
  };
  const tick = () => {
    const box = document.querySelector("[data-houdtijd]");
    if (!box) return;
    const left = Math.max(0, Math.ceil((new Date(box.dataset.houdtijd) - now(box.dataset)) / 60000));
    const text = box.querySelector("[data-houdtijd-rest]");
    const { een, meer, op } = text.dataset;
    const sentence = left === 0 ? op : left === 1 ? een : meer.replace("%n", left);
    if (text.textContent !== sentence) text.textContent = sentence;
    box.classList.toggle("houdtijd--bijna", left <= 5);
    if (ALOUD.includes(left) && said !== left) {
      said = left;
      box.querySelector("[data-houdtijd-melding]").textContent = sentence;
    }
  };
  tick();
  setInterval(tick, 5000);
  document.addEventListener("htmx:afterSettle", tick);
})();
