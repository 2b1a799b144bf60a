// The page for the physio, as it comes out of a printer: one sheet, whatever the journal, the paper and the fonts.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './start.js';

const comeback = process.env.COMEBACK;
const papers = { a4: [210, 297], letter: [215.9, 279.4] };
const months = ['--from', '2024-05-01', '--to', '2024-07-31'];
let folder;
let browser;

/** A page by the command; PDF where the name says so. */
function report(root, args, output) {
  execFileSync(comeback, ['--root', root, '--today', '2024-11-01', 'report', ...args, '--output', output], { stdio: 'pipe' });
  return readFileSync(output);
}

/** How many pages a PDF has. */
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;

/** A site of a few files. */
function site(name, files) {
  const root = join(folder, name);
  for (const [path, text] of Object.entries({ 'site.toml': 'title = "T"\nbase_url = "https://example.org/"\n', ...files })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const entry = (front) => `---\n${front}\n---\nText.\n`;
const long = (words) => `"${words.repeat(Math.ceil(2000 / words.length)).slice(0, 2000)}"`;
const many = (n, make) => Array.from({ length: n }, (_, at) => make(at)).join('\n');

/** Journals that nobody keeps. */
const hostile = {
  'no day': {},
  'one entry': { 'content/journal/2024-06-01-a.md': entry('pain: 2') },
  'everything at once': {
    'site.toml': `title = "T"\nbase_url = "https://example.org/"\n${many(6, (n) => `[[injuries]]\nslug = "i${n}"\nname = "The injury number ${n} with a name as long as anybody would type it"\nonset = 2024-0${n + 1}-01`)}
${many(40, (n) => `[[phases]]\nname = "Phase ${n} of many"\nstart = 2024-06-01`)}
${many(40, (n) => `[[criteria]]\nid = "c${n}"\ntext = ${long(`criterion ${n} `)}`)}
${many(60, (n) => `[[prescriptions]]\nexercise = "Prescribed ${n} ${'and so on '.repeat(20)}"\nper_week = 7`)}
[[rules]]\npreset = "custom"\nlow = 0\nceiling = 1\nprovenance = ${long('somebody set ')}`,
    ...Object.fromEntries(Array.from({ length: 28 }, (_, day) => [`content/journal/2024-06-${String(day + 1).padStart(2, '0')}-a.md`, entry(`injury: i1
pain: {before: 2, during: 9, after: 4, next_day: 7}
flare: true
setback: ${long(`cause ${day} `)}
triggers: [${Array.from({ length: 9 }, (_, n) => `trigger ${day} ${n}`)}]
medication: [pill ${day}, ${long('pill ')}]
milestones: [${long('milestone ')}]
sessions: [run 5k 30:00 rpe 9, walk 5k 30:00 rpe 1, bike 1h rpe 2, swim 20 min rpe 2, row 10 min rpe 1, strength 10 min rpe 2, mobility 5 min rpe 1]
exercises: [${Array.from({ length: 11 }, (_, n) => `Exercise ${day} ${n} 3x10 @20kg pain 4`)}]
treatments: [{type: ${long('needling ')}, provider: ${long('somebody ')}, helped: "yes"}]
tests: {${long('test ').slice(0, 90)}": {left: ${day + 1}, right: 25}}
questions: [${long(`question ${day} `)}, ${long(`another ${day} `)}]`)])),
  },
  'right to left': {
    'site.toml': 'title = "T"\nbase_url = "https://example.org/"\nlanguage = "ar"\n[[injuries]]\nslug = "a"\nname = "أوتار الركبة اليسرى"\nonset = 2024-05-01\n',
    ...Object.fromEntries(Array.from({ length: 10 }, (_, day) => [`content/journal/2024-06-1${day}-a.md`, entry(`pain: 3
setback: ${long('ألم بعد الجري الطويل ')}
questions: [${Array.from({ length: 4 }, (_, n) => long(`${day} ${n} هل يمكنني الجري غداً `))}]`)])),
  },
  'letters as wide as words': {
    ...Object.fromEntries(Array.from({ length: 10 }, (_, day) => [`content/journal/2024-06-1${day}-a.md`, entry(`pain: 3
milestones: [${long('﷽ ')}, ${long('🏃‍♀️')}, ${long('跑步')}]
questions: [${long(`${day} ﷽﷽ ⸻ `)}, ${long(`${day}Wi-`)}]`)])),
  },
};

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comeback-report-'));
  const demo = join(folder, 'demo');
  for (const path of ['site.toml', 'content', 'themes']) cpSync(new URL(`../../${path}`, import.meta.url), join(demo, path), { recursive: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The HTML of a page on a screen that is as wide as the sheet between its margins, as it is printed. */
async function open(html, paper) {
  const page = await browser.newPage({ viewport: { width: Math.round(((papers[paper][0] - 24) / 25.4) * 96), height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  await page.setContent(html.toString());
  return page;
}

/** The smallest letters of a page, in points. */
const smallest = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = Infinity;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || ['STYLE', 'title', 'desc'].includes(element.nodeName)) continue;
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    least = Math.min(least, parseFloat(getComputedStyle(element).fontSize) * scale * 0.75);
  }
  return least;
});

for (const paper of Object.keys(papers)) {
  test(`three months of the demo are one sheet of ${paper}`, async () => {
    const demo = join(folder, 'demo');
    const began = process.hrtime.bigint();
    const html = report(demo, [...months, '--paper', paper], join(folder, 'demo.html'));
    assert.ok(process.hrtime.bigint() - began < 20_000_000_000n, 'it takes long');
    assert.equal(pagesOf(report(demo, [...months, '--paper', paper], join(folder, 'demo.pdf'))), 1);
    const page = await open(html, paper);
    assert.ok(await smallest(page) >= 8.99, `letters of ${await smallest(page)} pt`);
    const words = await page.evaluate(() => {
      document.querySelectorAll('table, svg, style').forEach((element) => element.remove());
      return document.body.innerText.split(/\s+/).filter(Boolean).length;
    });
    assert.ok(words <= 260, `${words} words beside tables`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, 'something sticks out');
    await page.close();
  });

  for (const [name, files] of Object.entries(hostile)) {
    test(`${name}: one sheet of ${paper}`, async () => {
      const root = site(`${paper} ${name}`, files);
      const args = ['--from', '2024-05-20', '--to', '2024-06-28', '--paper', paper];
      assert.equal(pagesOf(report(root, args, join(folder, 'hostile.pdf'))), 1);
      const page = await open(report(root, args, join(folder, 'hostile.html')), paper);
      // Where the fonts that were meant are missing, wider ones stand in.
      for (const font of ['DejaVu Sans', 'sans-serif']) {
        await page.addStyleTag({ content: `body, svg { font-family: "${font}" !important; }` });
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        assert.equal(pagesOf(pdf), 1, font);
      }
      assert.ok(await smallest(page) >= 8.99);
      await page.close();
    });
  }
}

test('no request leaves the page', async () => {
  const asked = [];
  const page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${join(folder, 'demo.html')}`);
  assert.deepEqual(asked, [`file://${join(folder, 'demo.html')}`]);
  await page.close();
});
