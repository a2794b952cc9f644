// The voice of the screens: one file with all the words of a language, and a list of where each of them stands.
// Made here with espeak-ng, so that no sound is committed and nobody's voice is used. Two seconds.
import { mkdirSync, writeFileSync } from "node:fs";
import ESpeakNg from "espeak-ng";

const RATE = 22050; // what espeak-ng makes: mono, 16 bits
const HEADER = 44;
const LOUD = 200; // under this it is no speech
const PAUSE = 0.35 * RATE; // longer than any silence inside a word, shorter than those between paragraphs
const REST = Math.round(0.06 * RATE); // kept after a word
const PEAK = 0.85 * 32767;

const LANGUAGES = {
  nl: { voice: "nl", letters: { A: "aa", B: "bee", C: "see" }, counter: "balie", and: "" },
  en: { voice: "en-gb", letters: { A: "A", B: "B", C: "C" }, counter: "counter", and: " and" },
};

// Hundreds stand twice: alone, and (with a plus) before what follows: "two hundred and".
const words = ({ letters, counter, and }) => [
  ...Object.entries(letters),
  ...Array.from({ length: 100 }, (_, n) => [`${n}`, `${n}`]),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [[`${n}00`, `${n}00`], [`${n}00+`, `${n}00${and}`]]),
  ["balie", counter],
];

// All words in one go, each a paragraph of its own; the silence between them says where they end.
async function speak(voice, texts) {
  const espeak = await ESpeakNg({ arguments: ["-w", "all.wav", "-v", voice, "-s", "135", texts.join("\n\n")] });
  const file = espeak.FS.readFile("all.wav");
  const samples = new Int16Array(file.buffer, file.byteOffset + HEADER, (file.length - HEADER) >> 1);
  const spoken = [];
  samples.forEach((sample, i) => {
    if (Math.abs(sample) < LOUD) return;
    const word = spoken.at(-1);
    if (word && i - word[1] < PAUSE) word[1] = i;
    else spoken.push([i, i]);
  });
  if (spoken.length !== texts.length) throw new Error(`${voice}: ${spoken.length} words heard, ${texts.length} said`);
  return spoken.map(([from, to]) => asLoudAsTheOthers(samples.subarray(from, to + 1)));
}

function asLoudAsTheOthers(samples) {
  const gain = PEAK / samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const word = new Int16Array(samples.length + REST);
  samples.forEach((sample, i) => { word[i] = sample * gain; });
  return word;
}

// Two falling notes with their overtones, like the gong of a station.
function chime() {
  const length = 1.6 * RATE;
  const note = (hertz, t) => (t < 0 ? 0 : Math.exp(-3.5 * t) * [1, 0.5, 0.25].reduce((sum, part, n) => sum + part * Math.sin(2 * Math.PI * hertz * (n + 1) * t), 0));
  const edge = (i) => Math.min(1, i / 200, (length - i) / 4000);
  return Int16Array.from({ length }, (_, i) => 0.4 * PEAK * edge(i) * (note(784, i / RATE) + note(622, i / RATE - 0.45)));
}

// ITU-T G.711 mu-law: half the bytes, and no more noise than the voice itself covers.
function muLaw(sample) {
  const size = Math.min(Math.abs(sample), 32635) + 132;
  const exponent = Math.floor(Math.log2(size)) - 7;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | ((size >> (exponent + 3)) & 0x0f)) & 0xff;
}

function wav(samples) {
  const chunk = (name, body) => {
    const head = Buffer.alloc(8);
    head.write(name);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const format = Buffer.alloc(18);
  [[7, 0], [1, 2], [1, 12], [8, 14]].forEach(([value, at]) => format.writeUInt16LE(value, at)); // mu-law, mono, 1 byte, 8 bits
  [4, 8].forEach((at) => format.writeUInt32LE(RATE, at));
  const count = Buffer.alloc(4);
  count.writeUInt32LE(samples.length);
  const body = Buffer.concat([chunk("fmt ", format), chunk("fact", count), chunk("data", Buffer.from(Uint8Array.from(samples, muLaw)))]);
  return chunk("RIFF", Buffer.concat([Buffer.from("WAVE"), body]));
}

const target = new URL("stem/", import.meta.url);
mkdirSync(target, { recursive: true });
for (const [language, how] of Object.entries(LANGUAGES)) {
  const said = words(how);
  const pieces = [chime(), ...await speak(how.voice, said.map(([, text]) => text))];
  const places = {};
  let at = 0;
  ["gong", ...said.map(([name]) => name)].forEach((name, i) => {
    places[name] = [at, pieces[i].length].map((samples) => Number((samples / RATE).toFixed(4)));
    at += pieces[i].length;
  });
  const whole = new Int16Array(at);
  pieces.reduce((place, piece) => { whole.set(piece, place); return place + piece.length; }, 0);
  writeFileSync(new URL(`${language}.wav`, target), wav(whole));
  writeFileSync(new URL(`${language}.json`, target), JSON.stringify(places));
  console.log(`stem/${language}.wav: ${pieces.length} klanken, ${(whole.length / RATE).toFixed(0)} s, ${(whole.length / 1e6).toFixed(1)} MB`);
}
