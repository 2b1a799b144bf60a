// The built demo as the tests see it: its pages, and each page parsed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';

export const folder = process.env.DEMO;
export const folderBelowPath = process.env.DEMO_PATH;
/** The demo in the theme that is the guide's example. */
export const folderPlain = process.env.DEMO_PLAIN;
if (!folder || !folderBelowPath || !folderPlain) {
  throw new Error('run tests/run, which builds the demo and says where it is (DEMO, DEMO_PATH and DEMO_PLAIN)');
}

/** All files of a folder, as paths with forward slashes. */
export function files(top) {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(top.length + 1));
}

/** The path at which a file is seen: `journal/a/index.html` at `/journal/a/`. */
export const address = (file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** Every element of a page with its attributes, in order. */
export function elements(top, file) {
  const found = [];
  const walk = (node) => {
    if (node.tagName) found.push({ name: node.tagName, ...Object.fromEntries(node.attrs.map((a) => [a.name, a.value])) });
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(readFileSync(join(top, file), 'utf8')));
  return found;
}

const pages = files(folder).filter((file) => file.endsWith('.html')).sort();
const journal = pages.filter((file) => file.startsWith('journal/'));
const size = (file) => readFileSync(join(folder, file)).length;
const has = (file, pattern) => pattern.test(readFileSync(join(folder, file), 'utf8'));

/** All pages, as files. */
export { pages };

/** One page of each kind, by what it is; entries and tags are chosen for what they hold. */
export const sample = {
  home: 'index.html',
  'the last page of the list': pages.filter((file) => file.startsWith('page/')).at(-1),
  'an entry with sessions and exercises': journal.find((file) => has(file, /<caption>Sessions[^]*<caption>Exercises/)),
  'an entry that taught a lesson': journal.find((file) => has(file, /id="_taught"/)),
  'the longest entry': journal.reduce((a, b) => (size(b) > size(a) ? b : a)),
  lessons: 'lessons/index.html',
  'the lessons in a state': 'lessons/state/confirmed/index.html',
  'a lesson': pages.find((file) => /^lessons\/[^/]+\/index/.test(file)),
  now: 'now/index.html',
  progress: 'progress/index.html',
  timeline: 'timeline/index.html',
  archive: 'archive/index.html',
  tags: 'tags/index.html',
  'a tag': pages.find((file) => /^tags\/./.test(file) && file !== 'tags/index.html'),
  exercises: 'exercises/index.html',
  'an exercise': 'exercises/single-leg-bridge/index.html',
  treatments: 'treatments/index.html',
  setbacks: 'setbacks/index.html',
  about: 'about/index.html',
  'the gallery of charts': 'guide/charts/index.html',
  'what the numbers mean': 'progress/numbers/index.html',
  'the reference of front matter': 'guide/front-matter/index.html',
  '404': '404.html',
};
