// A page whose foot says that it asks nobody else asks nobody else: all pages of the demo, and those of a site that is made to
// tempt it. No policy is sent, as on hosts that can't send one: what the page says has to be true of the page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.js';
import { address, files, folder, folderPlain } from './site.js';

const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));
const comeback = process.env.COMEBACK;
const says = /this page asks nobody else for anything/;

let browser;
const undo = [];
before(async () => {
  assert.ok(program, 'no Chromium: set CHROMIUM to its path');
  assert.ok(comeback, 'COMEBACK is the path of the program');
  browser = await chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});
after(async () => {
  for (const end of undo) end();
  await browser?.close();
});

/** What every page asks of other hosts, by file; pages are opened one after the other in one window. */
async function asked(top, pages) {
  const site = await serve(top, '/', { strict: false });
  undo.push(site.close);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const found = new Map();
  let now;
  await context.route((url) => url.origin !== site.origin, async (route) => {
    found.get(now).push(route.request().url());
    // An answer that stylesheets and pictures can go on from.
    await route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, contentType: 'text/css', body: '' }).catch(() => {});
  });
  for (const file of pages) {
    now = file;
    found.set(file, []);
    // Pages that lead away end their own load.
    await page.goto(site.origin + address(file), { waitUntil: 'load' }).catch(() => {});
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); })).catch(() => {});
    await page.goto('about:blank').catch(() => {});
  }
  await context.close();
  return found;
}

const saysSo = (top, file) => says.test(readFileSync(join(top, file), 'utf8'));

for (const [name, top] of [['the demo', folder], ['the demo in the plain theme', folderPlain]]) {
  test(`no page of ${name} asks another host`, async () => {
    const pages = files(top).filter((file) => file.endsWith('.html'));
    const made = pages.filter((file) => /Made with comeback/.test(readFileSync(join(top, file), 'utf8')));
    assert.deepEqual(made.filter((file) => !saysSo(top, file)), [], 'pages that do not say so');
    const found = await asked(top, pages);
    assert.deepEqual([...found].filter(([, urls]) => urls.length), []);
  });
}

const out = 'https://tempt.example';
const picture = `<img alt=x src=${out}/x.png>`;
/** Texts that make a page ask another host, or would if a browser read them in some way; each becomes an entry. */
const temptations = {
  image: picture,
  'image-markdown': `![x](${out}/x.png)`,
  'image-reference': `![x][y]\n\n[y]: ${out}/x.png`,
  'image-capitals': '<IMG ALT=x SRC=HTTPS://TEMPT.EXAMPLE/x.png>',
  'image-no-scheme': '<img alt=x src=//tempt.example/x.png>',
  'image-backslashes': '<img alt=x src=\\\\tempt.example\\x.png>',
  'image-mixed-slashes': '<img alt=x src=/\\tempt.example/x.png>',
  'image-no-slashes': '<img alt=x src=https:tempt.example/x.png>',
  'image-one-slash': '<img alt=x src="https:/tempt.example/x.png">',
  'image-entities': '<img alt=x src="&#104;ttps&colon;&sol;&sol;tempt.example/x.png">',
  'image-tab': '<img alt=x src="ht&Tab;tps:/&NewLine;/tempt.example/x.png">',
  'image-space': '<img alt=x src=" &#1;//tempt.example/x.png">',
  'image-user': '<img alt=x src="https://example.org@tempt.example/x.png">',
  'image-port': '<img alt=x src="http://example.org:8081/x.png">',
  'image-slash-name': `<img/alt=x/src="${out}/x.png"/>`,
  'image-line-break': `<img alt=x\nsrc\n=\n"${out}/x.png">`,
  'image-as-image': `<image src=${out}/x.png>`,
  'image-twice': `<img alt=x src=${out}/x.png src=/favicon.svg>`,
  srcset: `<img alt=x srcset="${out}/x.png 1x, /favicon.svg 9x">`,
  'srcset-second': `<img alt=x src=/favicon.svg srcset="/favicon.svg 9x,${out}/x.png 1x">`,
  picture: `<picture><source srcset=${out}/x.png><img alt=x src=/favicon.svg></picture>`,
  input: `<input type=image alt=x src=${out}/x.png>`,
  background: `<table background=${out}/x.png><tr><td>x</table>`,
  'comment-empty': `<!-->${picture} -->`,
  'comment-dash': `<!--->${picture} -->`,
  'comment-bang': `<!-- --!>${picture} -->`,
  'comment-never-closed': `<!-- ${picture}`,
  'title-in-drawing': `<svg><title>${picture}</title></svg>`,
  'style-in-drawing': `<svg><style>${picture}</style></svg>`,
  'textarea-in-drawing': `<svg><textarea>${picture}</textarea></svg>`,
  'foreign-object': `<svg><foreignObject></svg></foreignObject><title>${picture}</title></svg>`,
  'maths-text': `<math><mtext>${picture}</mtext></math>`,
  textarea: `<textarea>${picture}</textarea>`,
  'script-that-is-closed': `<script type=application/json></script>${picture}`,
  noscript: `<noscript>${picture}</noscript>`,
  template: `<template>${picture}</template>`,
  'shadow-root': `<div><template shadowrootmode=open>${picture}</template></div>`,
  'details-closed': `<details><summary>x</summary>${picture}</details>`,
  hidden: `<div hidden>${picture}</div>`,
  select: `<select><option>${picture}</select>`,
  'drawing-image': `<svg><image href=${out}/x.png /></svg>`,
  'drawing-image-old': `<svg><image xlink:href=${out}/x.png /></svg>`,
  'drawing-use': `<svg><use href=${out}/x.svg#a /></svg>`,
  'drawing-fe-image': `<svg width=9 height=9><filter id=f><feImage href=${out}/x.png /></filter><rect width=9 height=9 filter=url(#f) /></svg>`,
  'drawing-set': `<svg><image><set attributeName=href to=${out}/x.png /></image></svg>`,
  'drawing-animate': `<svg><image><animate attributeName=href dur=1s fill=freeze values=";${out}/x.png" /></image></svg>`,
  'drawing-script': `<svg><script href=${out}/x.js /></svg>`,
  'drawing-fill': `<svg width=9 height=9><rect width=9 height=9 fill=" URL(${out}/x.svg#a)" /></svg>`,
  'drawing-filter': `<svg width=9 height=9><rect width=9 height=9 filter="u&#92;72l(${out}/x.svg#a)" /></svg>`,
  'drawing-cursor': `<svg><rect cursor="url(${out}/x.png), auto" /></svg>`,
  iframe: `<iframe title=x src=${out}/></iframe>`,
  'iframe-markup': `<iframe title=x srcdoc='${picture}'></iframe>`,
  'iframe-markup-script': `<iframe title=x srcdoc="<script>new Image().src='${out}'</script>"></iframe>`,
  'iframe-in-iframe': `<iframe title=x srcdoc="<iframe srcdoc='&lt;img src=${out}/x.png&gt;'></iframe>"></iframe>`,
  'iframe-data': `<iframe title=x src="data:text/html,<img src=${out}/x.png>"></iframe>`,
  'iframe-script': `<iframe title=x src="javascript:new Image().src='${out}'"></iframe>`,
  'iframe-own': '<iframe title=x src=/own.html></iframe>',
  object: `<object data=${out}/x.png></object>`,
  'object-own': '<object data=/own.html type=text/html></object>',
  'object-drawing': '<object data=/own.svg type=image/svg+xml></object>',
  embed: `<embed src=${out}/x.pdf>`,
  video: `<video controls src=${out}/x.mp4></video>`,
  poster: `<video controls poster=${out}/x.png></video>`,
  source: `<video controls><source src=${out}/x.mp4></video>`,
  track: `<video controls src=/x.mp4><track default kind=captions srclang=en src=${out}/x.vtt></video>`,
  audio: `<audio autoplay src=${out}/x.mp3></audio>`,
  script: `<script src=${out}/x.js></script>`,
  'script-inline': `<script>fetch('${out}')</script>`,
  'script-module': `<script type=module>import '${out}/x.js'</script>`,
  'script-own': '<script src=/own.js></script>',
  'script-own-relative': '<script src=../../own.js defer></script>',
  'script-import-map': `<script type=importmap>{"imports":{"x":"${out}/x.js"}}</script><script type=module>import 'x'</script>`,
  'script-speculation': `<script type=speculationrules>{"prefetch":[{"urls":["${out}/x"],"eagerness":"immediate"}]}</script>`,
  'script-in-script': `<script><!--<script></script>${picture}--></script>`,
  'handler-error': `<img alt=x src=/nothing.png onerror="new Image().src='${out}'">`,
  'handler-load': `<body onload="new Image().src='${out}'">`,
  'handler-toggle': `<details open ontoggle="new Image().src='${out}'"><summary>x</summary>y</details>`,
  'handler-drawing': `<svg onload="new Image().src='${out}'"></svg>`,
  'handler-capitals': `<img alt=x src=/nothing.png ONERROR=new/**/Image().src='${out}'>`,
  stylesheet: `<link rel=stylesheet href=${out}/x.css>`,
  'stylesheet-alternate': `<link rel="alternate stylesheet" title=x href=${out}/x.css>`,
  'stylesheet-own': '<link rel=stylesheet href=/own.css>',
  'stylesheet-own-import': '<link rel=stylesheet href=/imports.css>',
  'stylesheet-data': `<link rel=stylesheet href="data:text/css,body{background:url(${out}/x.png)}">`,
  style: `<style>body { background: url(${out}/x.png) }</style>`,
  'style-import': `<style>@import '${out}/x.css';</style>`,
  'style-import-escaped': `<style>@\\69mport url(${out}/x.css);</style>`,
  'style-import-own': '<style>@import "/own.css";</style>',
  'style-escaped': `<style>body { background: u\\72 l(${out}/x.png) }</style>`,
  'style-image-set': `<style>body { background: image-set("${out}/x.png" 1x) }</style>`,
  'style-image-set-old': `<style>body { background: -webkit-image-set(url(${out}/x.png) 1x) }</style>`,
  'style-variable': `<style>body { --x: "${out}/x.png"; background: image-set(var(--x) 1x) }</style>`,
  'style-property': `<style>@property --y { syntax: "*"; inherits: true; initial-value: "${out}/x.png" } body { background: image-set(var(--y) 1x) }</style>`,
  'style-variable-url': `<style>body { --x: url(${out}/x.png); background: var(--x) }</style>`,
  'style-never-closed': `<style>body { background: url(${out}/x.png`,
  'style-font': `<style>@font-face { font-family: f; src: url(${out}/x.woff2) } p { font-family: f }</style>`,
  'style-cross-fade': `<style>body { background: -webkit-cross-fade(url(${out}/x.png), url(/favicon.svg), 50%) }</style>`,
  'style-cursor': `<style>body { cursor: url(${out}/x.png), auto }</style>`,
  'style-list': `<style>li { list-style: url(${out}/x.png) }</style>`,
  'style-content': `<style>main::before { content: url(${out}/x.png) }</style>`,
  'style-namespace': `<style>@namespace url(http://www.w3.org/1999/xhtml);body { background: url(${out}/x.png) }</style>`,
  'style-attribute': `<p style="background: url(${out}/x.png)">x</p>`,
  'style-attribute-entities': '<p style="background: u&#114;l(&quot;//tempt.example/x.png&quot;)">x</p>',
  'style-attribute-capitals': `<p STYLE="background: Url(${out}/x.png)">x</p>`,
  'style-attribute-drawing': `<svg width=9 height=9><rect width=9 height=9 style="fill: url(${out}/x.svg#a)" /></svg>`,
  icon: `<link rel="shortcut icon" href=${out}/x.ico>`,
  preload: `<link rel=preload as=image href=${out}/x.png>`,
  'preload-set': `<link rel=preload as=image imagesrcset="${out}/x.png 1x">`,
  prefetch: `<link rel=prefetch href=${out}/x>`,
  preconnect: `<link rel=preconnect href=${out}>`,
  'module-preload': `<link rel=modulepreload href=${out}/x.js>`,
  manifest: '<link rel=manifest href=/own.webmanifest>',
  base: `<base href=${out}/><img alt=x src=x.png>`,
  refresh: `<meta http-equiv=refresh content="0;url=${out}/">`,
  'refresh-short': `<meta http-equiv=refresh content="0,${out}/">`,
  frames: `<frameset><frame src=${out}/></frameset>`,
  marquee: `<marquee behavior=slide onfinish="new Image().src='${out}'">x</marquee>`,
  'film-pasted': 'https://www.youtube.com/watch?v=x and https://vimeo.com/1',
  'film-picture': '![A race](https://youtu.be/x)',
  quiet: 'A [link](https://tempt.example/), `![code](https://tempt.example/x.png)` and a picture: ![x](/favicon.svg)',
};

/** Files that are published as they are, and ask. */
const statics = {
  'own.js': `new Image().src = '${out}/own.js'`,
  'own.css': `body { background: url(${out}/own.css.png) }`,
  'imports.css': '@import "own.css";',
  'own.html': `<!doctype html><title>x</title>${picture}`,
  'own.svg': `<svg xmlns="http://www.w3.org/2000/svg"><script>new Image().src = '${out}'</script></svg>`,
  'own.webmanifest': `{"name": "x", "start_url": "/", "icons": [{"src": "${out}/x.png", "sizes": "192x192"}]}`,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
};

/** Writes and builds a site; resolves to its output. */
function build(settings, more) {
  const root = mkdtempSync(join(tmpdir(), 'comeback-'));
  undo.push(() => rmSync(root, { recursive: true, force: true }));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('site.toml', `title = "T"\nbase_url = "http://example.org/"\n${settings}`);
  for (const [path, text] of Object.entries(more)) write(path, text);
  const ran = spawnSync(comeback, ['build', '--root', root, '--output', join(root, 'public')], { encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  return { top: join(root, 'public'), told: ran.stderr };
}

/** Every page of a site: none that says so asks, and what asks by an address in it was told. */
async function check({ top }) {
  const pages = files(top).filter((file) => file.endsWith('.html') && file !== 'own.html');
  const found = await asked(top, pages);
  const lied = pages.filter((file) => saysSo(top, file) && found.get(file).length > 0);
  assert.deepEqual(lied.map((file) => `${file}: ${found.get(file)}`), []);
  return pages.filter((file) => found.get(file).length > 0);
}

test('no page of a site that is made to tempt it says so and asks another host', async () => {
  const day = (index) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
  const entries = Object.entries(temptations).map(([name, text], index) => [
    `content/journal/${day(index)}-${name}.md`, `---\ntitle: ${name}\nsummary: S\n---\n${text}\n`,
  ]);
  const comment = `name: Jo\nurl: ${out}/jo\nmessage: |\n  ${picture} ![x](${out}/y.png) <iframe src=${out}></iframe> https://youtu.be/x\n`;
  const site = build('[feeds]\nlimit = 200\n', {
    ...Object.fromEntries(entries),
    ...Object.fromEntries(Object.entries(statics).map(([name, text]) => [`static/${name}`, text])),
    'content/comments/quiet/1.yaml': comment,
  });
  const asks = await check(site);
  // The temptations are real ones, and those that are none are not told of.
  assert.ok(asks.length > 80, `only ${asks.length} pages ask: ${asks}`);
  for (const name of ['quiet', 'film-pasted', 'film-picture']) assert.ok(saysSo(site.top, `journal/${name}/index.html`), name);
  assert.ok(saysSo(site.top, 'index.html'));
});

test('no page of a theme that asks another host says so', async () => {
  const font = `@font-face { font-family: f; src: url(${out}/f.woff2) } body { font-family: f }`;
  const base = (head) => `{% extends "trailhead/base.html" %}{% block head %}${head}{% endblock head %}`;
  const themes = {
    style: { 'themes/own/static/style.css': font },
    imported: { 'themes/own/static/style.css': '@import "fonts.css";', 'themes/own/static/fonts.css': font },
    linked: { 'themes/own/templates/base.html': base(`<link rel=stylesheet href=${out}/x.css>`) },
    script: { 'themes/own/templates/base.html': base('<script src="{{ site.assets["own.js"] }}"></script>'), 'themes/own/static/own.js': statics['own.js'] },
  };
  for (const [name, theme] of Object.entries(themes)) {
    const site = build('theme = "own"\n', { ...theme, 'content/journal/2020-01-01-x.md': 'X.\n' });
    const asks = await check(site);
    assert.ok(asks.includes('index.html'), name);
  }
});
