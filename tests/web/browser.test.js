// The built demo in Chromium: accessible, readable at 320 px, quiet, and whole without a script.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.js';
import { address, folder, folderBelowPath, folderPlain, sample } from './site.js';

const program = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser, site, sitePath, sitePlain;
before(async () => {
  assert.ok(program, 'no Chromium: set CHROMIUM to its path');
  browser = await chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  site = await serve(folder);
  sitePath = await serve(folderBelowPath, '/a/b/');
  sitePlain = await serve(folderPlain);
});
after(async () => {
  await browser?.close();
  site?.close();
  sitePath?.close();
  sitePlain?.close();
});

/** Opens a page, has a look, and fails if the page complained or asked another host. */
async function visit(url, options, look) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => {
    // A page for missing addresses is answered with 404, which the browser notes for it alone.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) noise.push(`asked ${request.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  const seen = await look(page);
  assert.deepEqual(noise, [], url);
  await context.close();
  return seen;
}

const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } };
/** The smallest text of a chart, in pixels as shown. */
const smallest = { wide: 11, narrow: 11 };

/** What is looked at: every kind of page, and the main ones in the plain theme. */
const looked = Object.entries(sample).map(([kind, file]) => ({ kind, file, server: () => site }));
for (const kind of ['home', 'an entry with sessions and exercises', 'lessons', 'progress', 'archive', 'about']) {
  looked.push({ kind: `${kind}, in the plain theme`, file: sample[kind], server: () => sitePlain });
}

for (const { kind, file, server } of looked) {
  describe(kind, () => {
    const url = () => server().origin + address(file);
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const colorScheme of ['light', 'dark']) {
        test(`axe finds nothing, ${size} and ${colorScheme}`, async () => {
          // The policy of the server keeps axe out too; a context that bypasses it changes nothing on the page.
          const found = await visit(url(), { viewport, colorScheme, bypassCSP: true }, async (page) => {
            await page.evaluate(axe);
            return page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
          });
          const show = (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(', ')}`;
          assert.deepEqual(found.violations.map(show), []);
        });
      }

      test(`a figure is drawn once and fits, ${size}`, async () => {
        const found = await visit(url(), { viewport }, (page) => page.evaluate(look));
        assert.deepEqual(found.overflow, [], 'scrolls to the side');
        assert.deepEqual(found.notOnce, [], 'figures without exactly one visible drawing');
        const tiny = found.texts.filter(({ px }) => px < smallest[size] - 0.01).map(({ text, px }) => `${text}: ${px.toFixed(1)} px`);
        assert.deepEqual(tiny.slice(0, 10), [], `text of charts below ${smallest[size]} px`);
        assert.deepEqual(found.unnamed, [], 'drawings without a name');
      });
    }

    test('without a script the text is the same', async () => {
      const text = (page) => page.locator('body').innerText();
      const [on, off] = [await visit(url(), {}, text), await visit(url(), { javaScriptEnabled: false }, text)];
      assert.equal(off, on);
      assert.ok(off.length > 200);
    });
  });
}

test('a site below a path loads its styles and leads on', async () => {
  await visit(`${sitePath.origin}/a/b/`, {}, async (page) => {
    assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
    await page.locator('nav a[href$="/lessons/"]:visible').first().click();
    assert.equal(new URL(page.url()).pathname, '/a/b/lessons/');
    assert.equal(await page.locator('h1').innerText(), 'Lessons');
  });
});

test('an address that does not exist shows the page for it, at any depth', async () => {
  await visit(`${site.origin}/no/such/place/`, {}, async (page) => {
    assert.equal(await page.locator('h1').innerText(), 'There is no such page');
    assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
  });
});

test('the keyboard reaches the content first', async () => {
  await visit(`${site.origin}/`, {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#_main');
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0));
  });
});

test('by keyboard from home to a lesson, to its paragraph in the entry, and back', async () => {
  await visit(`${site.origin}/`, {}, async (page) => {
    const at = () => page.evaluate(() => document.activeElement.getAttribute('href') ?? '');
    /** Goes on with the tabulator until a link is reached, and follows it. */
    const follow = async (wanted, presses) => {
      for (let n = 0; n < presses; n += 1) {
        await page.keyboard.press('Tab');
        if (wanted(await at())) {
          const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
          assert.notEqual(outline, 'none', 'the focus can be seen');
          const led = new URL(await at(), page.url()).href;
          await Promise.all([page.waitForURL(led), page.keyboard.press('Enter')]);
          return n + 1;
        }
      }
      assert.fail(`no such link within ${presses} presses; the last is ${await at()}`);
    };
    const lesson = /^\/lessons\/[a-z0-9-]+\/$/;
    await follow((href) => lesson.test(href), 150);
    const address = new URL(page.url()).pathname;
    assert.match(address, lesson);
    await follow((href) => /^\/journal\/.*#lesson-/.test(href), 60);
    const target = new URL(page.url()).hash.slice(1);
    assert.equal(address, `/lessons/${target.slice('lesson-'.length)}/`);
    const seen = await page.evaluate((id) => {
      const paragraph = document.getElementById(id);
      const { top, bottom } = paragraph.getBoundingClientRect();
      const shows = (el) => getComputedStyle(el).backgroundColor;
      return {
        inView: top >= 0 && bottom <= innerHeight,
        isTarget: paragraph.matches(':target'),
        marked: shows(paragraph) !== shows(document.body),
      };
    }, target);
    assert.deepEqual(seen, { inView: true, isTarget: true, marked: true });
    // The next stop is the way back, since reading goes on from where the link led.
    assert.equal(await follow((href) => href === address, 1), 1);
    assert.equal(new URL(page.url()).pathname, address);
  });
});

test('the first screens answer: home has its chart, entries their story', async () => {
  const journal = readdirSync(join(folder, 'journal')).map((name) => `/journal/${name}/`);
  const text = (path) => readFileSync(join(folder, path, 'index.html'), 'utf8');
  const stories = journal.filter((path) => text(path).includes('id="_story"'));
  assert.ok(stories.length > 150, `${stories.length} stories`);
  const rows = (path) => (text(path).match(/<caption>Exercises<[^]*?<\/table>/)?.[0].match(/<tr>/g) ?? []).length;
  const newest = text('').match(/class="newest"[^]*?href="([^"]+)"/)[1];
  const setback = text('setbacks').match(/href="(\/journal\/[^"#]+)"/)[1];
  const busiest = stories.reduce((a, b) => (rows(b) > rows(a) ? b : a));
  for (const [viewport, most] of [[{ width: 390, height: 844 }, 600], [{ width: 1280, height: 900 }, 450]]) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const top = async (path, what) => {
      await page.goto(site.origin + path);
      return page.evaluate((what) => {
        const shown = [...document.querySelectorAll(what)].find((e) => e.getClientRects().length > 0);
        return Math.round(shown.getBoundingClientRect().top + scrollY);
      }, what);
    };
    const chart = await top('/', '#_pain svg');
    assert.ok(chart <= 700, `the chart of home begins at ${chart} px at ${viewport.width}`);
    for (const path of [newest, setback, busiest]) {
      const y = await top(path, '#_story');
      assert.ok(y <= most, `the story of ${path} begins at ${y} px at ${viewport.width}`);
    }
    for (const path of stories) {
      const y = await top(path, '#_story');
      assert.ok(y <= 700, `the story of ${path} begins at ${y} px at ${viewport.width}`);
    }
    await context.close();
  }
});

test('how to read a chart stands below its drawing on a phone, and above it on a desk', async () => {
  for (const [width, below] of [[320, true], [390, true], [1280, false]]) {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    for (const path of ['/', '/progress/', '/timeline/', '/setbacks/', '/treatments/', '/journal/flapjacks/']) {
      await page.goto(site.origin + path);
      const figures = await page.evaluate(() => [...document.querySelectorAll('figure:has(.how)')]
        .filter((figure) => figure.checkVisibility())
        .map((figure) => {
          const svg = [...figure.querySelectorAll(':scope > svg')].find((svg) => svg.getClientRects().length > 0);
          const [drawing, how, say] = [svg, figure.querySelector('.how'), figure.querySelector('.say')].map((e) => e.getBoundingClientRect());
          return { say: say.bottom <= drawing.top, below: how.top >= drawing.bottom };
        }));
      assert.ok(figures.length > 0, path);
      for (const figure of figures) assert.deepEqual(figure, { say: true, below }, `${path} at ${width}`);
    }
    await context.close();
  }
});

test('nothing stands in columns on paper: what of them met the end of a page would shrink all of it', async () => {
  const context = await browser.newContext({ viewport: { width: 688, height: 1000 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const paths = ['/', '/progress/', '/timeline/', '/setbacks/', '/treatments/', '/lessons/', '/tags/', '/search/', '/archive/'];
  for (const path of [...paths, '/exercises/hip-thrust/', '/journal/flapjacks/', '/journal/a-month-of-nothing/']) {
    await page.goto(site.origin + path);
    const columns = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => {
      const { display, columnCount, columnWidth } = getComputedStyle(e);
      return e.checkVisibility() && display === 'block' && !(columnCount === 'auto' && columnWidth === 'auto');
    }).map((e) => e.className || e.tagName));
    assert.deepEqual(columns, [], path);
  }
  await context.close();
});

/** Paper, and what is left of it inside the margins of 14 and 16 mm, in pixels of CSS. */
const papers = { A4: [210, 297], Letter: [215.9, 279.4] };
const inside = ([width, height]) => ({ width: Math.floor((width - 28) * 96 / 25.4), height: Math.floor((height - 32) * 96 / 25.4) });

/** How many pages a page is on paper. */
async function sheets(page, format) {
  const file = await page.pdf({ format, preferCSSPageSize: false });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

for (const [theme, origin] of [['the first theme', () => site.origin], ['the plain theme', () => sitePlain.origin]]) {
  for (const [format, paper] of Object.entries(papers)) {
    test(`the road in one page is one, and the story begins on the next, ${format} in ${theme}`, async () => {
      const context = await browser.newContext({ viewport: inside(paper) });
      const page = await context.newPage();
      await page.goto(`${origin()}/timeline/`);
      const all = await sheets(page, format);
      await page.evaluate(() => document.querySelectorAll('.story, footer').forEach((e) => e.remove()));
      assert.equal(await sheets(page, format), 1, 'the course of pain and the road are a page');
      await page.goto(`${origin()}/timeline/`);
      await page.evaluate(() => document.querySelectorAll('main > :not(.story), header, footer').forEach((e) => e.remove()));
      assert.equal(await sheets(page, format) + 1 <= all, true, 'the story has pages of its own');
      await context.close();
    });

    test(`nothing is wider or higher than its paper, and nothing is dark, ${format} in ${theme}`, async () => {
      const { width, height } = inside(paper);
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'dark' });
      const page = await context.newPage();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const entries = ['the-junior-mile', 'under-canvas', 'nine-centimetres', 'weak-not-broken', 'selby-half'].map((name) => `/journal/${name}/`);
      for (const path of ['/', '/timeline/', '/lessons/', '/lessons/one-change/', ...entries]) {
        await page.goto(origin() + path);
        const found = await page.evaluate(({ width, height }) => {
          const visible = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && !e.closest('svg svg, svg *'));
          const name = (e) => `${e.tagName} ${e.className?.baseVal ?? e.className} ${e.textContent.trim().slice(0, 40)}`;
          const box = (e) => e.getBoundingClientRect();
          const whole = visible.filter((e) => e.matches('figure > svg, .road, tr, .flags, .lessons > li, footer'));
          return {
            wide: visible.filter((e) => !e.closest('.unseen') && box(e).right > width + 1).map(name),
            high: whole.filter((e) => box(e).height > height || getComputedStyle(e.closest('figure, .road, tr, .flags, .lessons > li, footer')).breakInside !== 'avoid' && getComputedStyle(e).breakInside !== 'avoid').map(name),
            dark: getComputedStyle(document.body).color,
            folded: visible.filter((e) => e.matches('nav a, .pages, .send, .skip')).map(name),
            address: visible.some((e) => e.matches('.printed')),
          };
        }, { width, height });
        const ink = /^rgb\((\d+), /.exec(found.dark);
        assert.ok(Number(ink[1]) < 64, `${path}: ink is dark on white paper, ${found.dark}`);
        assert.deepEqual({ ...found, dark: '' }, { wide: [], high: [], dark: '', folded: [], address: true }, path);
      }
      await context.close();
    });
  }
}

/** Runs in the page: what a reader sees of its drawings. */
function look() {
  const visible = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && el.getBoundingClientRect().width > 0;
  // What is folded on the page of charts is drawn too.
  for (const fold of document.querySelectorAll('.physio')) fold.open = true;
  const drawings = [...document.querySelectorAll('svg:is([role=img], [role=group])')].filter(visible);
  const inFigure = (figure) => drawings.filter((d) => d.closest('figure') === figure).length;
  const name = (el) => el.getAttribute('aria-label')
    ?? (el.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const figures = [...document.querySelectorAll('figure')].filter((f) => f.querySelector('svg:not([aria-hidden])'));
  const wide = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth > wide;
  return {
    overflow: scrolls ? [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > wide + 0.5).map((e) => e.outerHTML.slice(0, 80)).slice(0, 5) : [],
    notOnce: figures.filter((f) => inFigure(f) !== 1).map((f) => `${inFigure(f)}: ${f.textContent.trim().slice(0, 60)}`),
    unnamed: drawings.filter((d) => name(d).trim() === '').map((d) => d.outerHTML.slice(0, 80)),
    texts: drawings.flatMap((d) => [...d.querySelectorAll('text')]).filter(visible).map((t) => {
      const matrix = t.getScreenCTM();
      return { text: t.textContent, px: parseFloat(getComputedStyle(t).fontSize) * Math.hypot(matrix.a, matrix.b) };
    }),
  };
}
