//! Addresses of films: pasted as they are, or in the form of a picture, as some editors embed them. Both become links: a frame
//! would tell the film's host of everybody who reads the page.

use super::Item;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// The hosts of films.
const HOSTS: [&str; 11] = [
    "youtu.be",
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "music.youtube.com",
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
    "vimeo.com",
    "www.vimeo.com",
    "m.vimeo.com",
    "player.vimeo.com",
];

/// What an address may start with before its host.
const SCHEMES: [&str; 4] = ["https://", "http://", "//", ""];

/// Makes links of the addresses of films in a text.
pub(super) fn link<'a>(events: Vec<Item<'a>>, text: &'a str) -> Vec<Item<'a>> {
    let start = events.first().map_or(text.len(), |(_, range)| range.start);
    if names_in(text, start..text.len()).next().is_none() {
        return events;
    }
    let mut made = Vec::with_capacity(events.len());
    // How many links, code blocks and pictures are open, and whether the open picture is a film.
    let (mut links, mut closed, mut film) = (0usize, 0usize, false);
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        at += 1;
        match event {
            Event::Start(Tag::Image { dest_url, title, id, .. }) if closed == 0 && is_film(dest_url) => {
                film = true;
                closed += 1;
                let address = whole(dest_url).into();
                let link =
                    Tag::Link { link_type: LinkType::Inline, dest_url: address, title: title.clone(), id: id.clone() };
                made.extend((links == 0).then(|| (Event::Start(link), range.clone())));
                if matches!(events.get(at), Some((Event::End(TagEnd::Image), _))) {
                    made.push((Event::Text(dest_url.clone()), range.clone()));
                }
                continue;
            }
            Event::End(TagEnd::Image) if film && closed == 1 => {
                (film, closed) = (false, 0);
                made.extend((links == 0).then(|| (Event::End(TagEnd::Link), range.clone())));
                continue;
            }
            Event::Text(words) if links + closed == 0 && text.get(range.clone()) == Some(&**words) => {
                at = pasted(&events, at, text, &mut made);
                continue;
            }
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::End(TagEnd::Link) => links = links.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => closed += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => closed = closed.saturating_sub(1),
            _ => {}
        }
        made.push((event.clone(), range.clone()));
    }
    made
}

/// Writes the words before the event at `next` with their addresses as links; returns the event after them, since what stands
/// for something else in prose, as `_` and `--` do, is a part of an address.
fn pasted<'a>(events: &[Item<'a>], mut next: usize, text: &'a str, made: &mut Vec<Item<'a>>) -> usize {
    let Range { mut start, mut end } = events[next - 1].1.clone();
    while let Some(address) = address_in(text, start..end) {
        while end < address.end {
            let escaped = usize::from(text.as_bytes().get(end) == Some(&b'\\'));
            let after = match events.get(next) {
                Some((Event::Text(_), range)) if range.start == end || range.start == end + escaped => {
                    (range.end, next + 1)
                }
                Some((Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough), range))
                    if range.start == end && range.end <= address.end =>
                {
                    (range.end, next + 2 + super::prose::inside(events, next + 1).len())
                }
                _ => break,
            };
            (end, next) = after;
        }
        let typed = without_end(&text[address.start..address.end.min(end)]);
        let Range { start: from, end: to } = address.start..address.start + typed.len();
        made.extend((start < from).then(|| (Event::Text(text[start..from].into()), start..from)));
        let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
        let dest_url = CowStr::from(whole(typed));
        made.push((Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, title, id }), from..to));
        made.push((Event::Text(unescaped(typed).into()), from..to));
        made.push((Event::End(TagEnd::Link), from..to));
        start = to;
    }
    made.extend((start < end).then(|| (Event::Text(text[start..end].into()), start..end)));
    next
}

/// Where names of hosts of films may be.
fn names_in(text: &str, part: Range<usize>) -> impl Iterator<Item = usize> {
    let (bytes, first) = (text.as_bytes(), part.start);
    let is_name = move |at: &usize| {
        let here = bytes.get(*at..*at + 5).unwrap_or_default();
        here.eq_ignore_ascii_case(b"youtu") || here.eq_ignore_ascii_case(b"vimeo")
    };
    let starts = memchr::memchr2_iter(b'u', b'U', &bytes[part.clone()]).filter_map(|at| at.checked_sub(2));
    let others = memchr::memchr2_iter(b'v', b'V', &bytes[part]);
    starts.chain(others).map(move |at| first + at).filter(is_name)
}

/// The first address of a film that starts in a part of a text, and goes on as far as an address may.
fn address_in(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let start_before = |name: usize| {
        let ways = SCHEMES.iter().flat_map(|scheme| HOSTS.iter().map(move |host| (scheme, host)));
        ways.filter_map(|(scheme, host)| {
            let before = scheme.len() + host.find("youtu").or_else(|| host.find("vimeo"))?;
            let start = name.checked_sub(before).filter(|start| *start >= part.start)?;
            let apart = text
                .get(..start)?
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() && !"/.@-_:=%&?#\\".contains(c));
            (apart && is_film(text.get(start..)?.split(ends_address).next()?)).then_some(start)
        })
        .min()
    };
    let start = names_in(text, part.clone()).filter_map(start_before).min()?;
    let end = text[start..].find(ends_address).map_or(text.len(), |length| start + length);
    Some(start..end)
}

fn ends_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '|' | '[' | ']')
}

/// An address without what ends the sentence that it stands in.
fn without_end(typed: &str) -> &str {
    let mut typed = typed;
    loop {
        let opened = typed.matches('(').count();
        let shorter = match typed.chars().next_back() {
            Some(')') if typed.matches(')').count() <= opened => typed,
            Some(c) if "?!.,:;*~'’”»)".contains(c) => &typed[..typed.len() - c.len_utf8()],
            _ => typed,
        };
        if shorter.len() == typed.len() {
            return typed;
        }
        typed = shorter;
    }
}

/// Whether an address is that of a film, or of something else with a path on its host.
fn is_film(address: &str) -> bool {
    let starts = |text: &str, start: &str| text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start));
    let host = SCHEMES.iter().find(|scheme| starts(address, scheme)).map_or(address, |scheme| &address[scheme.len()..]);
    let path = HOSTS.iter().find(|known| starts(host, known)).map(|known| &host[known.len()..]);
    path.and_then(|path| path.strip_prefix('/'))
        .is_some_and(|path| path.starts_with(|c: char| c.is_ascii_alphanumeric() || "@-_?".contains(c)))
}

/// An address with its scheme.
fn whole(typed: &str) -> String {
    let address = unescaped(typed);
    let named = SCHEMES[..2].iter().any(|s| address.get(..s.len()).is_some_and(|start| start.eq_ignore_ascii_case(s)));
    if named { address } else { format!("https://{}", address.trim_start_matches('/')) }
}

/// An address as it is meant: programs put backslashes before what markdown gives a meaning to.
fn unescaped(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut characters = typed.chars().peekable();
    while let Some(c) = characters.next() {
        if c != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(c);
        }
    }
    out.replace("&amp;", "&")
}
