// The preview in Chromium: an edit shows in the open page, with the place in it kept; problems come and go over it.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch, preview as startPreview } from './start.js';

let browser, root, preview, page;

const start = (...args) => startPreview(root, ...args);

const entry = (body, front = 'pain: 2') => `---\ntitle: One\ndate: 2020-01-01\n${front}\n---\n${body}\n`;
const long = Array.from({ length: 60 }, (_, n) => `Paragraph ${n} is here to make the page long.\n`).join('\n');
const write = (path, text) => writeFile(join(root, path), text);
const one = 'content/journal/2020-01-01-one.md';

before(async () => {
  browser = await launch();
  root = await mkdtemp(join(tmpdir(), 'comeback-'));
  await mkdir(join(root, 'content/journal'), { recursive: true });
  await write('site.toml', 'title = "T"\nbase_url = "https://example.org/below/"\n');
  await write(one, entry(long));
  await write('content/journal/2020-01-02-two.md', '---\npain: 1\n---\nTwo.\n');
  preview = await start();
});
after(async () => {
  await browser?.close();
  await preview?.stop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.context().close();
  page = await (await browser.newContext({ viewport: { width: 800, height: 600 } })).newPage();
});

const open = (path) => page.goto(`${preview.origin}/below${path}`, { waitUntil: 'load' });
/** Waits until the page holds a text; a reload in between is no failure. */
async function shows(text) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await page.evaluate((wanted) => document.body.textContent.includes(wanted), text).catch(() => false);
    if (found) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  assert.fail(`the page never shows ${text}`);
}
const overlay = () => page.evaluate(() => document.querySelector('comeback-problems')?.shadowRoot.textContent ?? '').catch(() => '');
/** Waits for what the overlay says, empty for none. */
async function says(wanted) {
  let text;
  for (let tries = 0; tries < 200; tries += 1) {
    text = await overlay();
    if (wanted === '' ? text === '' : text.includes(wanted)) return text;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  return assert.fail(`the overlay says ${JSON.stringify(text)}, not ${wanted}`);
}

describe('preview', () => {
  test('an edit shows in the open page, with scroll and open details kept', async () => {
    await write(one, entry(`<details><summary>More</summary>Inside</details>\n\n${long}`));
    await open('/journal/one/');
    await shows('Inside');
    await page.evaluate(() => {
      document.querySelector('.text details').open = true;
      scrollTo(0, 700);
    });
    await write(one, entry(`<details><summary>More</summary>Inside</details>\n\nA new line.\n\n${long}`));
    await shows('A new line.');
    await page.waitForFunction(() => scrollY === 700);
    assert.equal(await page.evaluate(() => document.querySelector('.text details').open), true);
  });

  test('a page whose bytes did not change is not reloaded', async () => {
    await open('/journal/two/');
    await page.evaluate(() => { globalThis.mine = true; });
    await write(one, entry(`Only the body.\n\n${long}`));
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => globalThis.mine), true);
  });

  test('a stylesheet is swapped without a reload', async () => {
    await open('/journal/one/');
    await page.evaluate(() => { globalThis.mine = true; });
    await mkdir(join(root, 'themes/trailhead/static'), { recursive: true });
    await write('themes/trailhead/static/style.css', 'body { background: rgb(1, 2, 3); }');
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)');
    assert.equal(await page.evaluate(() => globalThis.mine), true);
    assert.equal(await page.locator('link[rel=stylesheet]').count(), 1);
    await rm(join(root, 'themes'), { recursive: true });
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor !== 'rgb(1, 2, 3)');
  });

  test('a broken save puts every problem over the last good page, and mending it takes them away', async () => {
    await write(one, entry(`Good.\n\n${long}`));
    await open('/journal/one/');
    await shows('Good.');
    await write(one, entry('Bad.', 'pain: 11\ndraft: <b>no</b>\npian: 1'));
    const text = await says('pain is 0 to 10');
    assert.match(text, /content\/journal\/2020-01-01-one\.md:4:7/);
    assert.match(text, /draft is true or false, found the text `<b>no<\/b>`/, 'all problems, escaped');
    await shows('Good.');
    // Another page is not touched.
    const other = await page.context().newPage();
    await other.goto(`${preview.origin}/below/journal/two/`);
    await other.waitForTimeout(300);
    assert.equal(await other.locator('comeback-problems').count(), 0);
    await other.close();
    await page.locator('comeback-problems').getByRole('button', { name: 'Dismiss' }).click();
    await says('');
    await page.reload();
    await says('pain is 0 to 10');
    await write(one, entry(`Mended.\n\n${long}`));
    await shows('Mended.');
    await says('');
  });

  test('broken settings leave every page readable', async () => {
    await open('/');
    await write('site.toml', 'title = \n');
    await says('site.toml:1:');
    await shows('Where things stand');
    await write('site.toml', 'title = "New"\nbase_url = "https://example.org/below/"\n');
    await says('');
    await shows('New');
  });

  test('a page that never was good shows its problem, then itself', async () => {
    await write('content/journal/2020-01-09-bad.md', '---\npain: 11\n---\n');
    await page.waitForTimeout(300);
    const answer = await open('/journal/bad/');
    assert.equal(answer.status(), 500);
    await shows('2020-01-09-bad.md:2:7');
    await write('content/journal/2020-01-09-bad.md', '---\npain: 3\n---\nFine now.\n');
    await shows('Fine now.');
    await rm(join(root, 'content/journal/2020-01-09-bad.md'));
  });

  test('a renamed entry answers at its new address alone', async () => {
    await write('content/journal/2020-01-05-old.md', '---\npain: 1\n---\nMoves.\n');
    await page.waitForTimeout(300);
    assert.equal((await open('/journal/old/')).status(), 200);
    await rename(join(root, 'content/journal/2020-01-05-old.md'), join(root, 'content/journal/2020-01-05-new.md'));
    // The open page is told too.
    await shows('There is no such page');
    assert.equal((await open('/journal/old/')).status(), 404);
    assert.equal((await open('/journal/new/')).status(), 200);
  });

  test('after a restart the open page goes on', async () => {
    await write(one, entry(`Before.\n\n${long}`));
    await open('/journal/one/');
    await shows('Before.');
    const port = new URL(preview.origin).port;
    await preview.stop();
    await write(one, entry(`While it was away.\n\n${long}`));
    preview = await start('--port', port);
    await shows('While it was away.');
    await write(one, entry(`And on.\n\n${long}`));
    await shows('And on.');
  });
});
