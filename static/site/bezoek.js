// The page of a visit: says what changed, and shakes and sounds when its visitor is called, where the phone can.
(() => {
  const page = () => document.getElementById("stand");
  const news = document.getElementById("nieuws");
  const box = document.getElementById("geluid");
  const button = box?.querySelector("button");
  const label = button?.querySelector("[data-aan]");
  const told = () => page()?.querySelector("[data-nieuws]")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  // A call and a call again are two calls.
  const call = () => (page()?.dataset.stand === "opgeroepen" ? page().dataset.keer : "");
  let audio = null;
  let lock = null;
  let lastCall = call();
  let lastTold = told();

  const tone = (pitch, from, length) => {
    const sound = audio.createOscillator();
    const volume = audio.createGain();
    sound.frequency.value = pitch;
    volume.gain.setValueAtTime(0.5, audio.currentTime + from);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + from + length);
    sound.connect(volume).connect(audio.destination);
    sound.start(audio.currentTime + from);
    sound.stop(audio.currentTime + from + length);
  };
  const chime = (times) => {
    if (!audio) return;
    for (let i = 0; i < times; i += 1) {
      tone(880, i * 1.6, 0.7);
      tone(660, i * 1.6 + 0.5, 0.9);
    }
  };
  // The screen stays on, or the page sleeps and hears nothing.
  const stayAwake = async () => {
    if (!audio || document.visibilityState !== "visible") return;
    lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
  };
  const switchSound = async () => {
    if (audio) {
      await audio.close();
      await lock?.release();
      audio = lock = null;
    } else {
      audio = new AudioContext();
      await audio.resume();
      chime(1);
      await stayAwake();
    }
    label.textContent = audio ? label.dataset.aan : label.dataset.uit;
  };

  if (box && window.AudioContext) {
    box.hidden = false;
    button.addEventListener("click", switchSound);
    document.addEventListener("visibilitychange", stayAwake);
  }
  document.addEventListener("htmx:afterSettle", () => {
    const now = page();
    if (!now) return;
    if (call() && call() !== lastCall) {
      navigator.vibrate?.([400, 200, 400, 200, 400]);
      chime(3);
    }
    if (now.dataset.titel) document.title = now.dataset.titel;
    if (news && told() !== lastTold) news.textContent = told();
    lastCall = call();
    lastTold = told();
  });
})();
