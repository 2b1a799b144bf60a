// The search of the built demo in Chromium: finds, narrows, can be shared, is quiet, and leads on without a script.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.js';
import { folder, folderBelowPath } from './site.js';

const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
const sites = {};
before(async () => {
  assert.ok(program, 'no Chromium: set CHROMIUM to its path');
  browser = await chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  sites['/'] = await serve(folder);
  sites['/a/b/'] = await serve(folderBelowPath, '/a/b/');
});
after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) site.close();
});

/** Opens the search page with a query, has a look, and fails if anything was refused or another host was asked. */
async function search(base, query, look, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== sites[base].origin) noise.push(`asked ${request.url()}`);
  });
  await page.goto(`${sites[base].origin}${base}search/${query}`, { waitUntil: 'load' });
  const seen = await look(page);
  assert.deepEqual(noise, [], query);
  await context.close();
  return seen;
}

const status = (page) => page.locator('.found');
/** Waits for the words that tell how much was found. */
async function found(page) {
  await page.waitForFunction(() => document.querySelector('.found').textContent !== '');
  return status(page).innerText();
}
const titles = (page) => page.locator('.results h2').allInnerTexts();

// A lesson of the demo, a word of it, and the phase that it was learned in.
const lesson = readFileSync(`${folder}/search/index.html`, 'utf8').match(/href="(\/lessons\/[^"]+\/)">([^<]+)</);

for (const base of ['/', '/a/b/']) {
  describe(`at ${base}`, () => {
    test('a lesson is found by its words, and leads to its page', async () => {
      await search(base, '', async (page) => {
        await page.locator('#q').fill(lesson[2].replaceAll('’', ' '));
        await found(page);
        await page.locator(`.results a[href="${base.slice(0, -1)}${lesson[1]}"]`).click();
        await page.waitForURL(`**${lesson[1]}`);
      });
    });

    test('phases narrow what is found, and the address says so', async () => {
      await search(base, '?q=morning', async (page) => {
        const all = await found(page);
        await page.locator('#by-phase').selectOption('Walking');
        await page.waitForFunction((all) => document.querySelector('.found').textContent !== all, all);
        const [before, narrowed] = [parseInt(all, 10), parseInt(await status(page).innerText(), 10)];
        assert.ok(narrowed > 0 && narrowed < before, `${narrowed} of ${before}`);
        assert.equal(new URL(page.url()).search, '?q=morning&phase=Walking');
      });
    });
  });
}

test('a shared search shows the same: words, filters, results with date and the words around', async () => {
  await search('/', '?q=morning&phase=Walking&kind=entry', async (page) => {
    await found(page);
    assert.equal(await page.locator('#q').inputValue(), 'morning');
    assert.equal(await page.locator('#by-phase').inputValue(), 'Walking');
    assert.ok((await titles(page)).length > 0);
    assert.match(await page.locator('.results .meta').first().innerText(), /^\d+ [A-Z][a-z]{2} 2024 · day \d+$/);
    assert.match(await page.locator('.results mark').first().innerText(), /morning/i);
    assert.equal(await page.locator('.browse').isVisible(), false);
  });
});

test('a filter alone lists all that it lets through, ten at a time', async () => {
  await search('/', '?kind=entry', async (page) => {
    const words = await found(page);
    assert.match(words, /^\d+ pages were found\.$/);
    assert.equal((await titles(page)).length, 10);
    await page.locator('.more-found button').click();
    await page.waitForFunction(() => document.querySelectorAll('.results li').length === 20);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), (await titles(page))[10]);
  });
});

/** The paths of the first three results of a search, and what it asks whether it was meant. */
const firstThree = (base, q) => search(base, `?q=${encodeURIComponent(q)}`, async (page) => {
  await found(page);
  await page.waitForLoadState('networkidle');
  const paths = await page.locator('.results h2 a').evaluateAll((links) => links.slice(0, 3).map((link) => new URL(link.href).pathname + new URL(link.href).hash));
  return { paths, meant: await page.locator('.mean').isVisible() ? await page.locator('.mean a').innerText() : undefined };
});

// What somebody with a sore hamstring types, and what has to be among the first three.
for (const [q, ...expected] of [
  ['setback', '/setbacks/'],
  ['first run', '/journal/six-times-one-minute/'],
  ['VISA-H', '/progress/'],
  ['sitting pain', '/setbacks/#trigger-sitting', '/lessons/sitting-is-load/'],
  ['lesson tendon morning', '/lessons/the-tendon-answers-tomorrow/'],
  ['bridge', '/exercises/single-leg-bridge/'],
  ['physio', '/treatments/#physiotherapy', '/treatments/'],
  ['how long until running', '/timeline/', '/progress/', '/journal/six-times-one-minute/'],
  ['marathon', '/journal/mile-nineteen/'],
  ['scan', '/journal/weak-not-broken/', '/journal/one-gel-two-opinions/'],
  ['red flags', '/red-flags/'],
  ['is it healed now', '/now/', '/lessons/races-dont-heal/'],
]) {
  test(`who looks for ${q} finds it among the first three`, async () => {
    const { paths } = await firstThree('/', q);
    assert.ok(expected.some((path) => paths.includes(path)), `${expected} among ${paths}`);
    const guide = paths.findIndex((path) => path.startsWith('/guide/'));
    assert.ok(guide < 0 || paths.slice(guide).every((path) => path.startsWith('/guide/')), `the guide is last: ${paths}`);
  });
}

test('a word that nearly is one asks what was meant, and leads there; words that are there ask nothing', async () => {
  for (const [typed, meant] of [['hamstrng', 'hamstring'], ['ultrasond', 'ultrasound'], ['tednon pain', 'tendon pain'], ['setbacks', undefined], ['morn', undefined], ['running', undefined], ['xyzzyqua', undefined]]) {
    assert.equal((await firstThree('/', typed)).meant, meant, typed);
  }
  await search('/a/b/', '?q=ultrasond&kind=entry', async (page) => {
    await page.locator('.mean a').click();
    await page.waitForURL('**/a/b/search/?kind=entry&q=ultrasound');
    await page.locator('.results mark').first().waitFor();
  });
});

test('words are found in any script, behind apostrophes, and shown as they were typed', async () => {
  const root = mkdtempSync(join(tmpdir(), 'comeback-search-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('site.toml', 'title = "T"\nbase_url = "https://example.org/words/"\nlanguage = "he"\n');
  const texts = {
    french: 'Une périostite tenace, l’été dernier, près du genou.',
    german: 'Die Übungen für das Knie; Muskelfaserriss auf der Straße.',
    chinese: '今天跑步感觉脚有明显的好转，足底筋膜炎。',
    english: "I don’t rock 'n' roll; high-hamstring tendinopathy; 4'25\"/km; VISA-A; 10:30.",
    japanese: 'リハビリのプログラムを始めた。',
    thai: 'วันนี้วิ่งได้ห้ากิโลเมตร',
    hebrew: 'כאב בברך אחרי ריצה',
    marks: 'emoji 🏃 and L4/L5 and 3x15 and Kräfte',
  };
  for (const [at, [name, text]] of Object.entries(texts).entries()) {
    write(`content/journal/2020-01-0${at + 1}-${name}.md`, `---\ntitle: ${at}\npain: 2\n---\n${text}\n`);
  }
  execFileSync(process.env.COMEBACK, ['build', '--root', root, '--output', join(root, 'public'), '--today', '2020-02-01']);
  sites['/words/'] = await serve(join(root, 'public'), '/words/');
  try {
    for (const [q, name] of [
      ['été', 'french'], ["l'été", 'french'], ['d’été', 'french'], ['periostite', 'french'], ['périostite', 'french'],
      ['Übungen', 'german'], ['ubungen', 'german'], ['Straße', 'german'],
      ['跑步', 'chinese'], ['今天跑步', 'chinese'], ['足底筋膜炎', 'chinese'], ['好转', 'chinese'],
      ["don't", 'english'], ['dont', 'english'], ['high hamstring', 'english'], ['hamstring', 'english'], ['VISA-A', 'english'], ['visa a', 'english'], ["4'25", 'english'], ['10:30', 'english'],
      ['プログラム', 'japanese'], ['リハビリ', 'japanese'], ['始めた', 'japanese'],
      ['วิ่ง', 'thai'], ['กิโลเมตร', 'thai'],
      ['ריצה', 'hebrew'], ['🏃', 'marks'], ['L4', 'marks'], ['L4/L5', 'marks'], ['3x15', 'marks'], ['Krafte', 'marks'],
    ]) {
      const shown = await search('/words/', `?q=${encodeURIComponent(q)}`, async (page) => {
        await found(page);
        return page.locator('.results li').evaluateAll((items) => items.map((item) => [new URL(item.querySelector('a').href).pathname, item.querySelector('.sum').textContent]));
      });
      const own = shown.find(([path]) => path === `/words/journal/${name}/`);
      assert.ok(own, `${q} is not found in ${name}: ${shown.map(([path]) => path)}`);
      // What parts the words of the index is not to be seen.
      assert.ok(!own[1].includes('~|'), own[1]);
      if (['chinese', 'japanese', 'thai'].includes(name)) assert.equal(own[1].trim(), texts[name].replace(/(?<=ตร)$/u, '.'));
    }
  } finally {
    sites['/words/'].close();
    delete sites['/words/'];
    rmSync(root, { recursive: true });
  }
});

test('nothing found is said, and an emptied form leads on again', async () => {
  await search('/', '?q=morning&phase=Walking&kind=page', async (page) => {
    assert.equal(await found(page), 'Nothing was found.');
    await page.locator('#by-phase').selectOption('');
    await page.locator('#by-kind').selectOption('');
    await page.locator('#q').fill('');
    await page.locator('.browse').waitFor();
    assert.equal(new URL(page.url()).search, '');
    assert.equal(await status(page).innerText(), '');
  });
});

test('the keyboard is enough', async () => {
  await search('/', '', async (page) => {
    await page.locator('#q').focus();
    await page.keyboard.type('tendon');
    await page.keyboard.press('Enter');
    await page.locator('.results a').first().waitFor();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement.closest('.results') !== null)) break;
    }
    await Promise.all([page.waitForURL(/\/(journal|lessons|guide)\//), page.keyboard.press('Enter')]);
  });
});

for (const [size, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing with results and without, ${size} and ${colorScheme}`, async () => {
      for (const query of ['', '?q=tendon']) {
        await search('/', query, async (page) => {
          if (query !== '') await page.locator('.results a').first().waitFor();
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(', ')}`), []);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls to the side');
        }, { viewport, colorScheme, bypassCSP: true });
      }
    });
  }
}

test('without a script there is no form, and everything is led to', async () => {
  await search('/', '?q=tendon', async (page) => {
    assert.equal(await page.locator('form').isVisible(), false);
    for (const heading of ['Lessons', 'Entries', 'Tags', 'Pages']) {
      assert.ok(await page.locator('.browse h2', { hasText: heading }).isVisible(), heading);
    }
    await page.locator('.browse a', { hasText: lesson[2] }).first().click();
    assert.equal(new URL(page.url()).pathname, lesson[1]);
  }, { javaScriptEnabled: false });
});
