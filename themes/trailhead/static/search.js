// The search page: asks the index for what the form says and lists what it finds. The address always says what is asked,
// so that a search can be kept and sent to others.

const form = document.querySelector('.find');
const status = document.querySelector('.found');
const list = document.querySelector('.results');
const more = document.querySelector('.more-found');
const browse = document.querySelector('.browse');
const fields = [...form.elements].filter((field) => field.name);
const AT_ONCE = 10;

let loading;
let latest = 0;

/** The index, loaded when it is first needed; a failed load may be tried again. */
function load() {
  loading ??= import(new URL(`${form.dataset.index}pagefind.js`, location.href).href)
    .then(async (pagefind) => {
      // The index names addresses from the site's root, wherever that is.
      await pagefind.options({ basePath: form.dataset.index, baseUrl: form.dataset.base, excerptLength: 24, noWorker: true });
      await pagefind.init();
      return pagefind;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
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
  if (query === '') {
    show([], '');
    return;
  }
  try {
    const pagefind = await load();
    const { results } = await pagefind.search(q === '' ? null : q, { filters });
    if (turn === latest) await list_results(results, turn);
  } catch (error) {
    if (turn !== latest) return;
    browse.hidden = false;
    show([], status.dataset.failed);
    console.error(error);
  }
}

async function list_results(results, turn) {
  const { none, one, many } = status.dataset;
  const first = await read(results.slice(0, AT_ONCE));
  // Another search may have been asked for while this one was read.
  if (turn !== latest) return;
  const words = results.length === 0 ? none : results.length === 1 ? one : many.replace('{n}', results.length);
  show(first, words);
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
  // The index escapes the text and puts `mark` around the words.
  text.innerHTML = excerpt;
  line.append(title, text);
  return line;
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
