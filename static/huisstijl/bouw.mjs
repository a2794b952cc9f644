// One CSS file per theme: font + components + neutral tokens + (a city's tokens, pruned to what is used) + our own rules.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { transform, browserslistToTargets } from "lightningcss";

const here = (path) => new URL(path, import.meta.url);
const read = (path) => readFileSync(here(path), "utf8");
const own = (folder) => readdirSync(here(folder)).filter((name) => name.endsWith(".css")).sort().map((name) => read(`${folder}/${name}`));

const FONT = "node_modules/@fontsource-variable/noto-sans";
const RANGES = JSON.parse(read(`${FONT}/unicode.json`));
const SUBSETS = ["latin", "latin-ext"];
const font = SUBSETS.map((subset) => `@font-face{font-family:"Noto Sans";font-style:normal;font-display:swap;
  font-weight:100 900;src:url(noto-sans-${subset}.woff2) format("woff2");unicode-range:${RANGES[subset]}}`);

const { dependencies } = JSON.parse(read("package.json"));
const components = Object.keys(dependencies)
  .filter((name) => name.startsWith("@utrecht/") && name.endsWith("-css"))
  .map((name) => read(`node_modules/${name}/dist/index.css`));
const neutral = read("tokens/neutraal.css");
const rules = own("css");

// The custom properties a text reads, directly or through another one that `definitions` knows.
const reads = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);

// A city gives colours, corners and the ring; sizes, spacing and letters stay ours, so that every page keeps its rhythm.
const OURS = /^--(?!denhaag).*(font|line-height|padding|margin|inline-size|block-size|gap|text-decoration)/;

function pruned(tokens, users) {
  const definitions = new Map();
  for (const [, name, value] of tokens.matchAll(/(--[\w-]+):\s*([^;{}]*);/g)) if (!definitions.has(name)) definitions.set(name, value.trim());
  const wanted = new Set();
  const queue = reads(users);
  while (queue.length) {
    const name = queue.pop();
    if (wanted.has(name) || !definitions.get(name) || OURS.test(name)) continue;
    wanted.add(name);
    queue.push(...reads(definitions.get(name)));
  }
  return `:root{${[...wanted].sort().map((name) => `${name}:${definitions.get(name)};`).join("")}}`;
}

function denhaag() {
  const source = read("node_modules/@gemeente-denhaag/design-tokens-components/dist/theme/index.css");
  const bridge = read("tokens/denhaag.css");
  const users = [...components, neutral, bridge, ...rules].join("\n");
  return [pruned(source, users), bridge];
}

const THEMES = { neutraal: [], denhaag: denhaag() };
// Older display and phone browsers: no nesting, no modern colour syntax.
const targets = browserslistToTargets(["chrome 90", "safari 14", "firefox 88"]);

rmSync(here("dist"), { recursive: true, force: true });
mkdirSync(here("dist"));
for (const subset of SUBSETS) {
  copyFileSync(here(`${FONT}/files/noto-sans-${subset}-wght-normal.woff2`), here(`dist/noto-sans-${subset}.woff2`));
}
for (const [theme, tokens] of Object.entries(THEMES)) {
  const text = [...font, ...components, neutral, ...tokens, ...rules].join("\n");
  const { code } = transform({ filename: `${theme}.css`, code: Buffer.from(text), minify: true, targets });
  writeFileSync(here(`dist/${theme}.css`), code);
  console.log(`${theme}.css: ${(code.length / 1000).toFixed(1)} kB, ${(brotliCompressSync(code).length / 1000).toFixed(1)} kB brotli`);
}
