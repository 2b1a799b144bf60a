// Every page of the built demo as text: links, fragments, ids, names, other hosts, and the Nu HTML checker.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { address, elements, files, folder, folderBelowPath, pages, sample } from './site.js';

test('the sample has a page of every kind', () => {
  for (const [kind, file] of Object.entries(sample)) assert.ok(file && existsSync(join(folder, file)), kind);
});

for (const [top, base] of [[folder, '/'], [folderBelowPath, '/a/b/']]) {
  test(`all links, resources and fragments of all pages resolve at ${base}`, () => {
    const known = new Set(files(top));
    const ids = new Map();
    const idsOf = (file) => {
      if (!ids.has(file)) ids.set(file, new Set(elements(top, file).map((e) => e.id).filter(Boolean)));
      return ids.get(file);
    };
    const broken = [];
    let checked = 0;
    for (const page of pages) {
      const own = new URL(base.slice(0, -1) + address(page), 'http://site.test');
      for (const element of elements(top, page)) {
        if (element.rel === 'canonical') continue;
        for (const value of [element.href, element.src, element['xlink:href']].filter((v) => v !== undefined)) {
          const url = new URL(value, own);
          if (url.origin !== own.origin) continue;
          checked += 1;
          if (!url.pathname.startsWith(base)) { broken.push(`${page}: ${value} leaves the site`); continue; }
          let file = decodeURIComponent(url.pathname.slice(base.length));
          if (file === '' || file.endsWith('/')) file += 'index.html';
          if (!known.has(file)) broken.push(`${page}: ${value}`);
          else if (url.hash && !idsOf(file).has(decodeURIComponent(url.hash.slice(1)))) broken.push(`${page}: ${value} has no such place`);
        }
      }
    }
    assert.deepEqual(broken, []);
    assert.ok(checked > pages.length * 5, `only ${checked} links`);
  });
}

test('an id stands once on its page', () => {
  for (const page of pages) {
    const ids = elements(folder, page).map((e) => e.id).filter(Boolean);
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], page);
  }
});

test('every image has a name: drawings a label, pictures an alternative text', () => {
  let drawings = 0;
  for (const page of pages) {
    for (const element of elements(folder, page)) {
      if (element.name === 'img') assert.ok(element.alt !== undefined, `${page}: ${element.src}`);
      // A drawing with links is a group: an image, and the links after it.
      const drawing = element.name === 'svg' || (element.name === 'g' && element.role !== undefined);
      if (!drawing || element['aria-hidden'] === 'true') continue;
      const is = element.name === 'svg' ? ['img', 'group'] : ['img'];
      assert.ok(is.includes(element.role), `${page}: an svg is neither an image nor hidden: ${element.role}`);
      const ids = (element['aria-labelledby'] ?? '').split(' ').filter(Boolean);
      assert.ok(element['aria-label']?.trim() || ids.length > 0, `${page}: a drawing without a name`);
      drawings += 1;
    }
  }
  assert.ok(drawings > pages.length, `only ${drawings} drawings`);
});

test('no page needs a script, an inline style or another host', () => {
  for (const page of pages) {
    for (const element of elements(folder, page)) {
      // Data for machines is no script, and the search is the one page that has one.
      const runs = element.name === 'script' && element.type !== 'application/ld+json';
      assert.ok(!runs || (page === 'search/index.html' && /^\/search\.[0-9a-f]{8}\.js$/.test(element.src)), `${page}: ${element.src}`);
      assert.notEqual(element.name, 'style', page);
      assert.equal(element.style, undefined, `${page}: ${element.name} style=${element.style}`);
      assert.deepEqual(Object.keys(element).filter((key) => key.startsWith('on')), [], page);
      const loads = element.name === 'link' && !/canonical|alternate/.test(element.rel) ? element.href : element.src;
      if (loads) assert.doesNotMatch(loads, /^([a-z]+:)?\/\//i, page);
    }
  }
});

test('a lesson links to the very paragraph that taught it', () => {
  const lessons = pages.filter((file) => /^lessons\/./.test(file) && file !== 'lessons/index.html');
  const marked = [];
  for (const page of lessons) {
    for (const { name, href } of elements(folder, page)) {
      const [path, id] = (name === 'a' && href ? href : '').split('#');
      if (!id?.startsWith('lesson-')) continue;
      const target = elements(folder, `${path.slice(1)}index.html`).filter((e) => e.id === id);
      assert.equal(target.length, 1, `${page}: ${href}`);
      marked.push(id);
    }
  }
  assert.ok(marked.length > 0, 'no lesson leads to a paragraph');
});

const java = spawnSync('java', ['-version']).status === 0;
test('the Nu HTML checker finds no error', { skip: java ? false : 'SKIPPED: java is not installed' }, async () => {
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const args = ['-Xss1024k', '-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', ...pages.map((page) => join(folder, page))];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 64 << 20 });
  const { messages } = JSON.parse(stdout);
  const show = (m) => `${m.url?.slice(m.url.indexOf(folder) + folder.length)}:${m.lastLine}: ${m.message} ${m.extract ?? ''}`;
  assert.deepEqual(messages.filter((m) => m.type !== 'info').map(show), []);
  assert.deepEqual(messages.filter((m) => m.subType === 'warning').map(show), []);
});

test('a page names its language, its title and its place', () => {
  for (const page of pages) {
    const text = readFileSync(join(folder, page), 'utf8');
    assert.match(text, /^<!doctype html>\n<html lang="en">/, page);
    assert.match(text, /<title>[^<]+<\/title>/, page);
    assert.equal(text.match(/<h1/g)?.length, 1, page);
    assert.equal(text.match(/<main/g)?.length, 1, page);
    assert.match(text, /not medical advice/, page);
  }
});
