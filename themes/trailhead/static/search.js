// The search page: asks the index for what the form says and lists what it finds. The address always says what is asked,
// so that a search can be kept and sent to others.

const form = document.querySelector('.find');
const status = document.querySelector('.found');
const mean = document.querySelector('.mean');
const list = document.querySelector('.results');
const more = document.querySelector('.more-found');
const browse = document.querySelector('.browse');
const fields = [...form.elements].filter((field) => field.name);
const small = new Set(form.dataset.small.split(' '));
const AT_ONCE = 10;

let loading;
let latest = 0;

/** The index, loaded when it is first needed; a failed load may be tried again. */
function load() {
  loading ??= import(new URL(`${form.dataset.index}pagefind.js`, location.href).href)
    .then(async (pagefind) => {
      // The index names addresses from the site's root, wherever that is.
      await pagefind.options({ basePath: form.dataset.index, baseUrl: form.dataset.base, excerptLength: 24, noWorker: true, ranking: { metaWeights: { title: 5, event: 5, beside: 0 } } });
      await pagefind.init();
      return pagefind;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

// Words. The index parts them in the same way: scripts without spaces by their dictionaries, others behind an apostrophe
// that three letters or more follow.

/** Letters of scripts that put no spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{323af}]/u;
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(document.documentElement.lang || undefined, { granularity: 'word' });

/** The words of what was typed between two spaces. */
function parted(typed) {
  if (UNSPACED.test(typed) && segmenter) {
    const segments = [...segmenter.segment(typed)].filter((part) => part.isWordLike).map((part) => part.segment);
    return segments.flatMap((segment) => (UNSPACED.test(segment) ? [segment] : parted(segment)));
  }
  const parts = typed.replace(/(['’ʼ])(?=\p{L}{3})/gu, '$1 ').split(' ');
  // Of `l’été` the article says nothing of what is looked for.
  return parts.length === 1 ? parts : parts.filter((part) => part.replace(/['’ʼ]$/u, '').length > 2);
}

/** The words that are looked for; small ones only where there are no others. */
function wordsOf(q) {
  const all = q.normalize('NFC').split(/\s+/u).filter((word) => word !== '').flatMap(parted);
  const told = all.filter((word) => !small.has(word.toLocaleLowerCase()));
  return told.length > 0 ? told : all;
}

/** What the form asks for: words, and what each filter is set to. */
function asked() {
  const set = fields.filter((field) => field.value.trim() !== '').map((field) => [field.name, field.value.trim()]);
  const { q = '', ...filters } = Object.fromEntries(set);
  return { set, q, filters };
}

async function search() {
  const turn = ++latest;
  const { set, q, filters } = asked();
  const query = new URLSearchParams(set).toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  browse.hidden = query !== '';
  mean.hidden = true;
  if (query === '') {
    show([], '');
    return;
  }
  try {
    const { results, whole } = await find(q, filters);
    if (turn !== latest) return;
    await listResults(results, whole, turn);
    const words = turn === latest && q !== '' ? await meantBy(q) : undefined;
    if (words === undefined || turn !== latest) return;
    offer(words);
    // Where nothing has what was typed, what has the other words saves a tap.
    if (results.length === 0) await listResults((await find(words, filters)).results, false, turn, status.textContent);
  } catch (error) {
    if (turn !== latest) return;
    browse.hidden = false;
    show([], status.dataset.failed);
    console.error(error);
  }
}

/** What has all of the words, else most of them; what comes last whatever it has is put there. */
async function find(q, filters) {
  const pagefind = await load();
  const ask = async (text, narrowed = filters) => (await pagefind.search(text, { filters: narrowed })).results;
  const found = async (text) => {
    const results = await ask(text);
    if (form.dataset.last === undefined || results.length === 0) return results;
    const last = new Set((await ask(text, { ...filters, last: 'yes' })).map((result) => result.id));
    return [...results.filter((result) => !last.has(result.id)), ...results.filter((result) => last.has(result.id))];
  };
  // What stands in quotes is looked for as it is.
  if (q === '' || /^\s*".+"\s*$/u.test(q)) return { results: await found(q === '' ? null : q), whole: true };
  const words = wordsOf(q);
  const results = await found(words.join(' '));
  // `VISA-H`, where texts have `VISA H`.
  const apart = q.replace(/[-–/.:]/gu, ' ');
  if (results.length === 0 && apart !== q) results.push(...await found(wordsOf(apart).join(' ')));
  const whole = results.length > 0;
  if (results.length < 3 && words.length > 1 && words.length < 9) {
    const fewer = await Promise.all(words.map((_, at) => found(words.filter((__, other) => other !== at).join(' '))));
    const seen = new Set(results.map((result) => result.id));
    for (const result of fewer.flat().sort((a, b) => b.score - a.score)) {
      if (!seen.has(result.id)) results.push(result);
      seen.add(result.id);
    }
  }
  return { results, whole };
}

async function listResults(results, whole, turn, said) {
  const { none, one, many, some } = status.dataset;
  const first = await read(results.slice(0, AT_ONCE));
  // Another search may have been asked for while this one was read.
  if (turn !== latest) return;
  const counted = results.length === 1 ? one : many.replace('{n}', results.length);
  show(first, said ?? (results.length === 0 ? none : whole ? counted : some));
  let shown = AT_ONCE;
  more.hidden = results.length <= shown;
  more.firstElementChild.onclick = async () => {
    const next = await read(results.slice(shown, shown + AT_ONCE));
    if (turn !== latest) return;
    shown += AT_ONCE;
    more.hidden = results.length <= shown;
    list.append(...next);
    next[0]?.querySelector('a').focus();
  };
}

const read = (results) => Promise.all(results.map(async (result) => item(await result.data())));

function show(items, words) {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  more.hidden = true;
  status.textContent = words;
}

/** A result: title, date or state, and the words around what was found. */
function item({ url, meta, excerpt }) {
  const line = document.createElement('li');
  const title = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  title.append(link);
  if (meta.beside) {
    const beside = document.createElement('p');
    beside.className = 'meta count';
    beside.textContent = meta.beside;
    line.append(beside);
  }
  const text = document.createElement('p');
  text.className = 'sum';
  // The index escapes the text and puts `mark` around the words. Where it parted words that have no space between them stands `~|`.
  text.innerHTML = excerpt.replace(/~\|(<\/mark>)? /gu, '$1').replaceAll('~|', '');
  line.append(title, text);
  return line;
}

// Did you mean. A small file for each first letter has the words of the index that begin with it, the most common first.

const lists = new Map();

/** A file of words, loaded once; empty where it can't be. */
function listed(name) {
  if (!lists.has(name)) {
    const file = fetch(new URL(`${form.dataset.index}words/${name}.txt`, location.href));
    lists.set(name, file.then((answer) => (answer.ok ? answer.text() : ''), () => ''));
  }
  return lists.get(name);
}

/** The words that begin with a letter. */
async function known(letter) {
  const is = (await listed('letters')).includes(letter);
  return is ? (await listed(letter.codePointAt(0).toString(16))).split('\n') : [];
}

/** How many letters have to be put in, left out, changed or swapped to make one word of another. */
function distance(a, b) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The word that was meant by one that nothing has; nothing where it is known, or where no other is near. */
async function meant(typed) {
  const word = typed.toLocaleLowerCase();
  if (!/^\p{L}{4,}$/u.test(word) || UNSPACED.test(word)) return undefined;
  const letters = [...word.normalize('NFD')];
  // The first two letters may have been swapped.
  const words = (await Promise.all([...new Set([letters[0], letters[1]])].map(known))).flat();
  // Of a longer or shorter form the index knows the stem.
  if (words.some((other) => other.startsWith(word) || (word.startsWith(other) && word.length - other.length < 4))) return undefined;
  let [best, least] = [undefined, word.length > 5 ? 3 : 2];
  for (const other of words) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const far = distance(word, other);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

/** What was typed with the words that were meant; nothing where all of them are known. */
async function meantBy(q) {
  const typed = q.split(/\s+/u).filter((word) => word !== '');
  const words = await Promise.all(typed.map(meant));
  return words.some((word) => word !== undefined) ? typed.map((word, at) => words[at] ?? word).join(' ') : undefined;
}

function offer(words) {
  const link = mean.querySelector('a');
  link.textContent = words;
  link.href = `?${new URLSearchParams([...asked().set.filter(([name]) => name !== 'q'), ['q', link.textContent]])}`;
  mean.hidden = false;
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = fields.find((field) => field.name === name);
  if (field) field.value = value;
}
let waiting;
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
// What is needed first is on its way while the words are typed.
form.addEventListener('focusin', () => load().catch(() => {}), { once: true });
if (asked().set.length > 0) search();
