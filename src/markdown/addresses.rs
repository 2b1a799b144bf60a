//! Addresses that stand in a text by themselves become links, as GFM's extension says: `https://…`, `www.…`, mail addresses,
//! and those of films by their hosts alone. What they hold stays as it was typed: in an address `--` is no dash and `"` no
//! quotation mark. In code, in links and in the writer's own HTML of such kinds they are text.

use super::Item;
use super::videos::{film_before, is_film, names_in};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// What tells that an address may be near.
#[derive(Clone, Copy, Debug)]
enum Clue {
    /// `://`
    Scheme,
    /// `www.`
    Www,
    /// `@`
    At,
    /// The name of a host of films.
    Film,
}

/// An address in a text.
struct Address {
    range: Range<usize>,
    /// What stands before it where it leads.
    before: &'static str,
    link_type: LinkType,
}

/// Makes links of the addresses in a text.
pub(super) fn link<'a>(events: Vec<Item<'a>>, text: &'a str) -> Vec<Item<'a>> {
    let (Some((_, first)), Some((_, last))) = (events.first(), events.last()) else { return events };
    let signs = signs_in(text, first.start..last.end.max(first.start));
    if signs.is_empty() || !any_in_text(&events, &signs) {
        return events;
    }
    let mut run = Run { events: &events, text, signs: &signs, made: Vec::with_capacity(events.len() + 4) };
    let mut closed = Closed::default();
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        if matches!(event, Event::Text(_)) && closed.is_open() {
            at = run.write(at);
            continue;
        }
        closed.pass(event);
        run.made.push((event.clone(), range.clone()));
        at += 1;
    }
    run.made
}

/// Where addresses may be, in order.
fn signs_in(text: &str, part: Range<usize>) -> Vec<(usize, Clue)> {
    let bytes = text.get(part.clone()).unwrap_or_default().as_bytes();
    let find =
        |what: &'static [u8], sign| memchr::memmem::find_iter(bytes, what).map(move |at| (part.start + at, sign));
    let at = memchr::memchr_iter(b'@', bytes).map(|at| (part.start + at, Clue::At));
    let films = names_in(text, part.clone()).map(|at| (at, Clue::Film));
    let mut signs: Vec<_> = find(b"://", Clue::Scheme).chain(find(b"www.", Clue::Www)).chain(at).chain(films).collect();
    signs.sort_unstable_by_key(|(at, _)| *at);
    signs
}

/// Whether one stands in text, and not only where links lead.
fn any_in_text(events: &[Item<'_>], signs: &[(usize, Clue)]) -> bool {
    let holds = |range: &Range<usize>| {
        let next = signs.partition_point(|(at, _)| *at < range.start);
        signs.get(next).is_some_and(|(at, _)| *at < range.end)
    };
    events.iter().any(|(event, range)| matches!(event, Event::Text(_)) && holds(range))
}

const MAILTO: &str = "mailto:";

/// What is open in which no address is a link.
#[derive(Default)]
struct Closed {
    links: usize,
    blocks: usize,
    raw: usize,
}

/// Elements of HTML in which an address stays text.
const RAW: [&str; 8] = ["a", "button", "code", "kbd", "pre", "samp", "script", "style"];

impl Closed {
    fn is_open(&self) -> bool {
        self.links + self.blocks + self.raw == 0
    }

    fn pass(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Link { .. }) => self.links += 1,
            Event::End(TagEnd::Link) => self.links = self.links.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => self.blocks += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => self.blocks = self.blocks.saturating_sub(1),
            // A tag that nothing closes is none of the next paragraph's.
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => self.raw = 0,
            Event::InlineHtml(tag) => {
                let inside = tag.trim_start_matches('<');
                let name = inside.trim_start_matches('/');
                let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
                if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                } else if inside.starts_with('/') {
                    self.raw = self.raw.saturating_sub(1);
                } else {
                    self.raw += 1;
                }
            }
            _ => {}
        }
    }
}

/// Text that goes on over several events: what stands for something else in prose, as `_`, `--` and `"` do, is an event of its
/// own and may be a part of an address.
struct Run<'e, 'a> {
    events: &'e [Item<'a>],
    text: &'a str,
    signs: &'e [(usize, Clue)],
    made: Vec<Item<'a>>,
}

impl Run<'_, '_> {
    /// Writes the text that starts with an event; returns the event after it.
    fn write(&mut self, first: usize) -> usize {
        let (mut next, mut from) = (first, self.events[first].1.start);
        let (stop, end) = self.end(first);
        while let Some(address) = self.address_in(from, end) {
            let Range { start, end: wanted } = address.range.clone();
            while self.events[next].1.end <= start && next + 1 < stop {
                self.push(next, from..self.events[next].1.end);
                next += 1;
            }
            self.push(next, from..start);
            let (taken, reached) = self.take(next, wanted);
            let typed = without_end(&self.text[start..wanted.min(reached)], address.link_type == LinkType::Email);
            if typed.is_empty() {
                self.push_text(start..reached);
                (next, from) = (taken, reached);
                if next >= stop {
                    return next;
                }
                continue;
            }
            let to = start + typed.len();
            self.push_link(&address, start..to);
            (next, from) = (taken, to);
            // What is left of the last event is text again.
            if to < reached {
                let last = taken - 1;
                if taken <= stop && self.events[last].1.start < to && matches!(self.events[last].0, Event::Text(_)) {
                    next = last;
                } else {
                    self.push_text(to..reached);
                    from = reached;
                }
            }
            // Markup that belonged to the address ends the run.
            if next >= stop {
                return next;
            }
        }
        for event in next..stop {
            self.push(event, from..self.events[event].1.end);
        }
        stop
    }

    /// The event after the text that starts with one, and the byte at which that text ends.
    fn end(&self, first: usize) -> (usize, usize) {
        let (mut at, mut end) = (first + 1, self.events[first].1.end);
        while let Some((Event::Text(_), range)) = self.events.get(at) {
            // A backslash is no part of what it escapes.
            if range.start != end && !(range.start == end + 1 && self.text.as_bytes().get(end) == Some(&b'\\')) {
                break;
            }
            (at, end) = (at + 1, range.end);
        }
        (at, end)
    }

    /// Takes the events that an address goes over, markup that it holds whole too; returns the event after them and the byte
    /// that they reach to.
    fn take(&self, first: usize, wanted: usize) -> (usize, usize) {
        let (mut next, mut end) = (first + 1, self.events[first].1.end);
        while end < wanted {
            let escaped = usize::from(self.text.as_bytes().get(end) == Some(&b'\\'));
            (end, next) = match self.events.get(next) {
                Some((Event::Text(_), range)) if range.start == end || range.start == end + escaped => {
                    (range.end, next + 1)
                }
                Some((Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough), range))
                    if range.start == end && range.end <= wanted =>
                {
                    (range.end, next + 2 + super::prose::inside(self.events, next + 1).len())
                }
                _ => break,
            };
        }
        (next, end)
    }

    /// The first address between two bytes.
    fn address_in(&self, from: usize, end: usize) -> Option<Address> {
        let first = self.signs.partition_point(|(at, _)| *at < from);
        let inside = self.signs[first..].iter().take_while(|(at, _)| *at < end);
        inside.filter_map(|(at, sign)| address_at(self.text, from, *at, *sign)).next()
    }

    /// Writes what of an event lies in a part of the text.
    fn push(&mut self, event: usize, part: Range<usize>) {
        let (event, range) = &self.events[event];
        let part = part.start.max(range.start)..part.end.min(range.end);
        if part == *range {
            self.made.push((event.clone(), part));
        } else {
            self.push_text(part);
        }
    }

    fn push_text(&mut self, part: Range<usize>) {
        if let Some(words) = self.text.get(part.clone()).filter(|words| !words.is_empty()) {
            self.made.push((Event::Text(words.into()), part));
        }
    }

    fn push_link(&mut self, address: &Address, range: Range<usize>) {
        let typed = unescaped(&self.text[range.clone()]);
        let leads = typed.strip_prefix(MAILTO).unwrap_or(&typed).trim_start_matches('/');
        let dest_url = CowStr::from(format!("{}{leads}", address.before));
        let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
        let tag = Tag::Link { link_type: address.link_type, dest_url, title, id };
        self.made.push((Event::Start(tag), range.clone()));
        self.made.push((Event::Text(typed.into()), range.clone()));
        self.made.push((Event::End(TagEnd::Link), range));
    }
}

/// The address that a sign at a byte is a part of, and that starts at `from` or later.
fn address_at(text: &str, from: usize, at: usize, sign: Clue) -> Option<Address> {
    if let Clue::At = sign {
        let range = mail_at(text, from, at)?;
        return Some(Address { range, before: "", link_type: LinkType::Email });
    }
    let (start, before) = match sign {
        Clue::Scheme => (scheme_before(text, at)?, ""),
        Clue::Www => (at, "http://"),
        Clue::At | Clue::Film => (film_before(text, from, at)?, "https://"),
    };
    if start < from || !stands_apart(text, start) {
        return None;
    }
    let is_whole = match sign {
        Clue::Scheme => is_host(host(&text[at + 3..]), false),
        Clue::Www => is_host(host(&text[start..]), true),
        Clue::At | Clue::Film => true,
    };
    if !is_whole {
        return None;
    }
    let typed = without_end(as_far_as_it_goes(&text[start..])?, false);
    let before = if before == "http://" && is_film(typed) { "https://" } else { before };
    let range = start..start + typed.len();
    Some(Address { range, before, link_type: LinkType::Autolink })
}

fn scheme_before(text: &str, at: usize) -> Option<usize> {
    let is_before = |scheme: &&str| {
        let start = at.checked_sub(scheme.len());
        start.and_then(|start| text.get(start..at)).is_some_and(|typed| typed.eq_ignore_ascii_case(scheme))
    };
    ["https", "http"].iter().find(|scheme| is_before(scheme)).map(|scheme| at - scheme.len())
}

/// Whether an address may start at a byte: not in the middle of a word or of another address.
pub(super) fn stands_apart(text: &str, start: usize) -> bool {
    let apart = |c: char| !c.is_alphanumeric() && !"/.@-:=%&?#\\".contains(c);
    // A byte that was counted back to may lie inside a letter.
    text.get(..start).is_some_and(|before| before.chars().next_back().is_none_or(apart))
}

fn host(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.')).unwrap_or(rest.len());
    rest[..end].trim_end_matches('.')
}

/// GFM's valid domain: names parted by dots, without an underscore in the last two.
fn is_host(host: &str, with_dot: bool) -> bool {
    let mut parts = host.rsplit('.');
    let is_name = |part: &str| !part.is_empty() && !part.contains('_');
    let last = parts.next().is_some_and(is_name);
    let second = parts.next().map(is_name);
    last && second.unwrap_or(!with_dot) && parts.all(|part| !part.is_empty())
}

/// A mail address round an `@`, and the `mailto:` before it.
fn mail_at(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '_');
    let before = text.get(from..at)?;
    let name = before.len() - before.trim_end_matches(is_name).len();
    let start = at - name;
    let rest = &text[at + 1..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.')).unwrap_or(rest.len());
    let host = rest[..end].trim_end_matches('.');
    if name == 0 || !is_host(host, true) || host.ends_with(['-', '_']) {
        return None;
    }
    let whole =
        start.checked_sub(MAILTO.len()).filter(|whole| *whole >= from && text.get(*whole..start) == Some(MAILTO));
    let start = whole.unwrap_or(start);
    // `@name@host` is an account, and what stands behind a slash belongs to an address.
    stands_apart(text, start).then_some(start..at + 1 + host.len())
}

/// The most bytes of an address: no host takes longer ones, and nothing is searched for to the end of a text without spaces.
const LONGEST: usize = 4096;

/// A text up to what ends an address in it, if that comes soon enough.
fn as_far_as_it_goes(text: &str) -> Option<&str> {
    let near = text.char_indices().take_while(|(at, _)| *at < LONGEST);
    match near.into_iter().find(|(_, c)| ends_address(*c)) {
        Some((end, _)) => Some(&text[..end]),
        None => (text.len() < LONGEST).then_some(text),
    }
}

pub(super) fn ends_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '`' | '|')
}

/// An address without what ends the sentence that it stands in.
fn without_end(typed: &str, is_mail: bool) -> &str {
    let is_film = is_film(typed);
    let open = ['(', '['].map(|sign| typed.matches(sign).count());
    let mut close = [')', ']'].map(|sign| typed.matches(sign).count());
    let mut typed = typed;
    while let Some(last) = typed.chars().next_back() {
        let ends = match last {
            // `&amp;` at the end stands for a sign of the sentence.
            ';' => {
                let name = typed[..typed.len() - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                if name.ends_with('&') && name.len() + 1 < typed.len() {
                    typed = &typed[..name.len() - 1];
                    continue;
                }
                true
            }
            // A film's name may end so.
            '_' => !is_film && !is_mail,
            ')' | ']' => {
                let kind = usize::from(last == ']');
                let unopened = close[kind] > open[kind];
                close[kind] -= usize::from(unopened);
                unopened
            }
            c => "?!.,:*~'\"’”»".contains(c),
        };
        if !ends {
            break;
        }
        typed = &typed[..typed.len() - last.len_utf8()];
    }
    typed
}

/// An address as it is meant: programs put backslashes before what markdown gives a meaning to.
pub(super) fn unescaped(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut characters = typed.chars().peekable();
    while let Some(c) = characters.next() {
        if c != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(c);
        }
    }
    out.replace("&amp;", "&")
}
