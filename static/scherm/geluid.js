// Chime and voice: each call twice, one after another, never two at once. A browser makes no sound before somebody
// tapped; a device that was set up to allow sound (kiosk) needs no tap, also after a power cut.
(() => {
  const box = document.querySelector("[data-geluid]");
  const button = document.querySelector("[data-geluid-aan]");
  const BETWEEN = 0.7; // seconds between the first and the second time, and before the next call
  const audio = new AudioContext();
  const voices = {};
  const queue = [];
  let busy = false;
  let broken = false;

  const show = () => {
    const on = audio.state === "running";
    button.hidden = on;
    box.querySelector("[data-geluid-staat=aan]").hidden = !on || broken;
    box.querySelector("[data-geluid-staat=kapot]").hidden = !on || !broken;
  };

  const load = async (address, kind) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(address);
    return response[kind]();
  };

  // One file with all the words of a language, and where in it each word stands: [start, seconds].
  const makeVoice = async ({ sound, places }) => ({
    sound: await audio.decodeAudioData(await load(sound, "arrayBuffer")),
    places: await load(places, "json"),
  });
  const files = { nl: { sound: box.dataset.stemNl, places: box.dataset.stukkenNl }, en: { sound: box.dataset.stemEn, places: box.dataset.stukkenEn } };
  const voice = (language) => (voices[language] ??= makeVoice(files[language]).catch((fault) => {
    delete voices[language]; // the next call tries again
    throw fault;
  }));

  // 214 is "two hundred and" + "fourteen"; 1012, which no office reaches, is "ten" + "twelve".
  const pair = (number) => (number < 10 ? ["0", `${number}`] : [`${number}`]);
  const words = (number) => {
    if (number > 999) return [...words(Math.floor(number / 100)), ...pair(number % 100)];
    const rest = number % 100;
    const hundreds = number - rest;
    if (!hundreds) return [`${rest}`];
    return rest ? [`${hundreds}+`, `${rest}`] : [`${hundreds}`];
  };
  const sentence = ({ nummer, balie }) => {
    const [letter, number] = nummer.split(" ");
    return [letter, ...words(Number(number)), "balie", ...words(Number(balie))];
  };

  // Put the words one behind another on the clock of the sound; return when the last one ends.
  const say = ({ sound, places }, names, when) => names.reduce((moment, name) => {
    const [start, seconds] = places[name];
    const source = audio.createBufferSource();
    source.buffer = sound;
    source.connect(audio.destination);
    source.start(moment, start, seconds);
    return moment + seconds;
  }, when);

  const until = (moment) => new Promise((done) => {
    const silence = audio.createConstantSource(); // connected to nothing: it only counts
    silence.onended = done;
    silence.start();
    silence.stop(moment);
  });

  const call = async (called) => {
    const speaker = await voice(called.taal);
    const once = say(speaker, ["gong", ...sentence(called)], audio.currentTime + 0.1);
    await until(say(speaker, sentence(called), once + BETWEEN) + BETWEEN);
  };

  // A text stands on the screen as well: whatever goes wrong with the sound of one call, the next is tried again.
  const attempt = async (deed) => {
    broken = await deed().then(() => false, () => true);
    show();
  };

  const inTurn = async (deed) => {
    queue.push(deed);
    if (busy) return;
    busy = true;
    while (queue.length) await attempt(queue.shift());
    busy = false;
  };

  const gong = async () => {
    const dutch = await voice("nl");
    await until(say(dutch, ["gong"], audio.currentTime + 0.1));
    await voice("en");
  };

  // Whoever taps, hears that it works.
  const turnOn = async () => {
    await audio.resume();
    inTurn(gong);
  };

  document.addEventListener("oproep", ({ detail }) => audio.state === "running" && inTurn(() => call(detail)));
  button.addEventListener("click", turnOn);
  audio.addEventListener("statechange", show);
  if (audio.state === "running") turnOn();
  box.querySelector("[data-geluid-staat=nooit]").hidden = true; // what stands there where no scripts run
  show();
})();
