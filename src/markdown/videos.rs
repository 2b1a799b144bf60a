//! Addresses of films: in the form of a picture, as some editors embed them, they become links; a frame would tell the film's
//! host of everybody who reads the page.

use super::Item;
use super::addresses::{ends_address, stands_apart, unescaped};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
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

/// Makes links of the films that stand in a text as pictures.
pub(super) fn link(events: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let shows_film =
        |(event, _): &Item<'_>| matches!(event, Event::Start(Tag::Image { dest_url, .. }) if is_film(dest_url));
    if !events.iter().any(shows_film) {
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

/// Where names of hosts of films may be.
pub(super) fn names_in(text: &str, part: Range<usize>) -> impl Iterator<Item = usize> {
    let (bytes, first) = (text.as_bytes(), part.start);
    let is_name = move |at: &usize| {
        let here = bytes.get(*at..*at + 5).unwrap_or_default();
        here.eq_ignore_ascii_case(b"youtu") || here.eq_ignore_ascii_case(b"vimeo")
    };
    let starts = memchr::memchr2_iter(b'u', b'U', &bytes[part.clone()]).filter_map(|at| at.checked_sub(2));
    let others = memchr::memchr2_iter(b'v', b'V', &bytes[part]);
    starts.chain(others).map(move |at| first + at).filter(is_name)
}

/// Where an address of a film starts that has the name of its host at a byte, and no scheme.
pub(super) fn film_before(text: &str, from: usize, name: usize) -> Option<usize> {
    let ways = ["//", ""].iter().flat_map(|before| HOSTS.iter().map(move |host| (before, host)));
    let start = |(before, host): (&&str, &&str)| {
        let length = before.len() + host.find("youtu").or_else(|| host.find("vimeo"))?;
        let start = name.checked_sub(length).filter(|start| *start >= from)?;
        (stands_apart(text, start) && is_film(text.get(start..)?.split(ends_address).next()?)).then_some(start)
    };
    ways.filter_map(start).min()
}

/// Whether an address is that of a film, or of something else with a path on its host.
pub(super) fn is_film(address: &str) -> bool {
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
