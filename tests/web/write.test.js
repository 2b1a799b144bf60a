// The page on which a phone writes, in Chromium at 390 pixels and without scripts: a day is logged with few taps, an entry changed.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch, preview as startPreview } from './start.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const write = (path, text) => writeFile(join(root, path), text);
const read = (path) => readFile(join(root, path), 'utf8');
const entry = 'content/journal/2020-09-11-tuesday.md';
const log = '# my log\n2020-09-10  pain 2/2/3, run 3k 18:00\n';

let browser, root, preview, page;

before(async () => {
  browser = await launch();
  root = await mkdtemp(join(tmpdir(), 'comeback-'));
  await mkdir(join(root, 'content/journal'), { recursive: true });
  await write('site.toml', 'title = "T"\nbase_url = "https://example.org/below/"\n');
  preview = await startPreview(root, '--write', '--today', '2020-09-13');
});
after(async () => {
  await browser?.close();
  await preview?.stop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.context().close();
  await write('content/log.txt', log);
  await write(entry, '---\ntitle: Tuesday\npain: 3\n---\nSlept.\n');
});

/** A phone with the page open. */
async function phone({ width = 390, ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false, ...more });
  page = await context.newPage();
  await page.goto(preview.write);
}
const tap = async (locator) => { await locator.tap(); await page.waitForLoadState(); };
const heading = (text) => page.getByRole('heading', { name: text });

describe('writing from a phone', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`a day is logged with at most twelve taps and keys, in ${colorScheme} colours`, async () => {
      await phone({ colorScheme });
      let done = 0;
      const count = async (act) => { done += 1; await act; };
      await count(tap(page.getByRole('group', { name: 'Pain before' }).getByLabel('2', { exact: true })));
      await count(tap(page.getByRole('group', { name: 'Pain during' }).getByLabel('3', { exact: true })));
      await count(tap(page.getByRole('group', { name: 'Pain after' }).getByLabel('10', { exact: true })));
      await count(tap(page.getByLabel('What was done')));
      for (const key of 'run 5k') await count(page.keyboard.type(key));
      await count(tap(page.getByRole('button', { name: 'Log it' })));
      await heading('Written down: Today, Sunday 13 September').waitFor();
      assert.ok(done <= 12, `${done} taps and keys`);
      assert.equal(await read('content/log.txt'), `${log}2020-09-13  pain 2/3/10, run 5k\n`);
      assert.match(await page.locator('.said').textContent(), /pain 2 before, 3 during, 10 after\s+run, 5 km/);
    });

    test(`everything has contrast and a name, in ${colorScheme} colours`, async () => {
      await phone({ colorScheme, javaScriptEnabled: true, bypassCSP: true });
      await page.getByLabel('What was done').fill('runn 5k');
      await tap(page.getByRole('button', { name: 'Log it' }));
      await heading('This can’t be read').waitFor();
      for (const address of [page.url(), `${preview.write.replace('write?', 'write/entry?')}&file=${entry}`]) {
        if (address !== page.url()) await page.goto(address);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
      }
    });
  }

  test('taps are large enough for thumbs, and nothing leaves the screen', async () => {
    for (const width of [390, 320]) {
      await page?.context().close();
      await phone({ width });
      const locator = page.locator('label:has(input[type=radio]), input:not([type=hidden]):not([type=radio]), button, main a');
      const boxes = await Promise.all((await locator.all()).map((one) => one.boundingBox()));
      assert.ok(boxes.length > 40, `${boxes.length} of them`);
      for (const box of boxes) {
        assert.ok(box.height >= 44 && box.width >= 44, JSON.stringify(box));
        assert.ok(box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
      }
    }
  });

  test('what cannot be read stays in the form, and is mended there', async () => {
    await phone();
    await tap(page.getByRole('group', { name: 'Pain after' }).getByLabel('4', { exact: true }));
    await page.getByLabel('What was done').fill('runn 5k 30:00');
    await page.getByRole('radio', { name: 'Yesterday' }).first().tap();
    await tap(page.getByRole('button', { name: 'Log it' }));
    await heading('This can’t be read, so nothing was written.').waitFor();
    assert.equal(await read('content/log.txt'), log);
    assert.equal(await page.getByLabel('What was done').inputValue(), 'runn 5k 30:00');
    await page.getByLabel('What was done').fill('run 5k 30:00');
    await tap(page.getByRole('button', { name: 'Log it' }));
    await heading('Written down: Yesterday, Saturday 12 September').waitFor();
    assert.equal(await read('content/log.txt'), `${log}2020-09-12  pain after 4, run 5k 30:00\n`);
    // Loading the page again says the same and writes nothing.
    await page.reload();
    await heading('Written down: Yesterday').waitFor();
    assert.equal(await read('content/log.txt'), `${log}2020-09-12  pain after 4, run 5k 30:00\n`);
  });

  test('an entry is changed byte for byte, and a save at the desk is never lost', async () => {
    const text = '\n\n---\ntitle: x\n---\n\n  “Tabs”\tand spaces  \n&amp; <b>\n\n\n';
    await write(entry, `---\ntitle: Tuesday\n---\n${text}`);
    await phone();
    await tap(page.getByRole('link', { name: 'Tuesday' }));
    const field = page.getByLabel('The entry’s text');
    assert.equal(await field.inputValue(), `---\ntitle: Tuesday\n---\n${text}`);
    await field.fill(`---\ntitle: Tuesday\n---\n${text}More.\n`);
    await tap(page.getByRole('button', { name: 'Save' }));
    await heading('Saved.').waitFor();
    assert.equal(await read(entry), `---\ntitle: Tuesday\n---\n${text}More.\n`);
    await tap(page.getByRole('link', { name: 'Tuesday' }));
    await field.waitFor();
    await write(entry, '---\ntitle: Tuesday\n---\nFrom the desk.\n');
    await field.fill('---\ntitle: Tuesday\n---\nFrom the phone.\n');
    await tap(page.getByRole('button', { name: 'Save' }));
    await heading('The file was changed meanwhile').waitFor();
    assert.equal(await read(entry), '---\ntitle: Tuesday\n---\nFrom the desk.\n');
    assert.equal(await page.getByLabel('What the file says now').inputValue(), '---\ntitle: Tuesday\n---\nFrom the desk.\n');
    await field.fill('---\ntitle: Tuesday\n---\nFrom the desk.\nFrom the phone.\n');
    await tap(page.getByRole('button', { name: 'Save' }));
    await heading('Saved.').waitFor();
    assert.equal(await read(entry), '---\ntitle: Tuesday\n---\nFrom the desk.\nFrom the phone.\n');
  });

  test('a new entry is begun from its title', async () => {
    await phone();
    await page.getByLabel('Title').fill('A good day');
    await tap(page.getByRole('button', { name: 'Start' }));
    const field = page.getByLabel('The entry’s text');
    const started = await field.inputValue();
    assert.match(started, /^---\ntitle: "A good day"\ndate: 2020-09-13\n/);
    await field.fill(`${started}It was.\n`);
    await tap(page.getByRole('button', { name: 'Save' }));
    await heading('Saved.').waitFor();
    assert.equal(await read('content/journal/2020-09-13-a-good-day.md'), `${started}It was.\n`);
  });

  test('a page of another place cannot write, even with the address', async () => {
    const form = `<form method="post" action="${preview.write}"><input name="done" value="rest"><button>Go</button></form>`;
    const framed = `<iframe src="${preview.write}"></iframe>`;
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html').end(request.url === '/framed' ? framed : form);
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    await phone();
    const other = `http://127.0.0.1:${server.address().port}/`;
    for (const place of [other, `data:text/html,${encodeURIComponent(form)}`]) {
      await page.goto(place);
      const answer = page.waitForResponse(preview.write);
      await page.getByRole('button').tap();
      assert.equal((await answer).status(), 403, place);
      await page.waitForURL(preview.write);
    }
    // Nor can it show the page in a frame.
    await page.goto(`${other}framed`);
    assert.equal(page.frames().length, 2);
    assert.equal(await page.frameLocator('iframe').locator('form').count(), 0);
    server.close();
    assert.equal(await read('content/log.txt'), log);
  });
});
