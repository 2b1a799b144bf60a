//! What a writer typed for no reader: `<!-- … -->` and `%%…%%`, taken out of a text's events before anything is made of
//! them, so that pages, summaries, feeds, cards and the search are all without it.
//!
//! In code they are text. What never ends hides everything below it, as in a browser and in Obsidian: where it was meant
//! to end nobody knows, and a page too short can be mended.

use super::Item;
use crate::diag::Diagnostic;
use crate::links::tags::Tags;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// How an aside opens; it ends with the same sign, or with `-->`.
const COMMENT: &str = "<!--";
const PERCENT: &str = "%%";

/// Takes the asides out; those that never end are told, each with its place.
pub(super) fn leave_out(events: &mut Vec<Item<'_>>, text: &str) -> Vec<(Range<usize>, Diagnostic)> {
    let (Some((_, first)), Some((_, last))) = (events.first(), events.last()) else { return Vec::new() };
    let typed = text.get(first.start..last.end).unwrap_or_default();
    if !typed.contains(COMMENT) && !typed.contains(PERCENT) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    let asides = find(&looked_at(events, text), text, &mut problems);
    for (event, _) in events.iter_mut() {
        // The name of a note is text too, and is kept beside the text of its link.
        let (Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url: name, .. })
        | Event::Start(Tag::Image { link_type: LinkType::WikiLink { .. }, dest_url: name, .. })) = event
        else {
            continue;
        };
        if let Some(said) = without(name) {
            *name = said.into();
        }
    }
    if !asides.is_empty() {
        *events = cut(std::mem::take(events), &asides);
    }
    problems
}

/// A name without its asides; `None` where it has none.
fn without(name: &str) -> Option<String> {
    let mut said = String::new();
    let mut rest = name;
    while let Some((at, sign)) = [COMMENT, PERCENT].into_iter().filter_map(|sign| Some((rest.find(sign)?, sign))).min()
    {
        said.push_str(&rest[..at]);
        let close = if sign == COMMENT { "-->" } else { sign };
        let inside = &rest[at + sign.len()..];
        rest = inside.find(close).map_or("", |end| &inside[end + close.len()..]);
    }
    (rest.len() < name.len()).then(|| (said + rest).trim().to_owned())
}

/// The bytes that asides take up.
pub(super) fn ranges(events: &[Item<'_>], text: &str) -> Vec<Range<usize>> {
    find(&looked_at(events, text), text, &mut Vec::new())
}

/// The bytes of the file where an aside may open: text and raw HTML, without code, tags, scripts and addresses.
fn looked_at(events: &[Item<'_>], text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut past = 0;
    let mut joins = false;
    for (event, range) in events {
        let joined = std::mem::replace(&mut joins, matches!(event, Event::Text(_)));
        if range.start < past {
            continue;
        }
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                past = range.end;
            }
            Event::Start(Tag::HtmlBlock) => {
                past = range.end;
                parts.extend(beside_tags(text, range.clone()));
            }
            Event::Text(_) => match parts.last_mut().filter(|last| joined && last.end == range.start) {
                Some(last) => last.end = range.end,
                None => parts.push(range.clone()),
            },
            Event::InlineHtml(html) if html.starts_with(COMMENT) => parts.push(range.clone()),
            _ => {}
        }
    }
    parts
}

/// The bytes of raw HTML that are no tags, and not what scripts and styles hold.
fn beside_tags(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let html = &text[range.clone()];
    let mut parts = Vec::new();
    let mut done = 0;
    let mut tags = Tags::of(html);
    while let Some(tag) = tags.next_tag() {
        // A tag that never ends would hide whatever follows; in a drawing, what a style holds may look like tags.
        if tag.range.start < done || !html[tag.range.clone()].ends_with('>') {
            continue;
        }
        parts.push(done..tag.range.start);
        let is_code = ["script", "style"].iter().any(|name| tag.name.eq_ignore_ascii_case(name));
        done = tag.text.filter(|_| is_code).map_or(tag.range.end, |text| text.end);
    }
    parts.push(done..html.len());
    parts.into_iter().map(|part| range.start + part.start..range.start + part.end).collect()
}

fn find(parts: &[Range<usize>], text: &str, problems: &mut Vec<(Range<usize>, Diagnostic)>) -> Vec<Range<usize>> {
    let mut asides = Vec::new();
    let mut done = 0;
    for (n, part) in parts.iter().enumerate() {
        let mut at = part.start.max(done);
        while at < part.end {
            let here = &text[at..part.end];
            let next = [COMMENT, PERCENT].into_iter().filter_map(|sign| Some((at + here.find(sign)?, sign))).min();
            let Some((start, sign)) = next else { break };
            if !opens_aside(text, start) {
                at = start + 1;
                continue;
            }
            let inside = start + sign.len();
            let close = if sign == COMMENT {
                // `<!-->` is a whole one.
                text[start + 2..].find("-->").map(|n| start + 2 + n)
            } else {
                let found = |part: &Range<usize>| {
                    let from = part.start.max(inside);
                    Some(from + text.get(from..part.end)?.find(PERCENT)?)
                };
                parts[n..].iter().find_map(found)
            };
            let end = close.map(|close| close + if sign == COMMENT { "-->".len() } else { sign.len() });
            // The mark of the summary's end is no aside.
            let is_mark = sign == COMMENT
                && close
                    .and_then(|close| text.get(inside..close))
                    .is_some_and(|word| word.trim().eq_ignore_ascii_case("more"));
            if !is_mark {
                asides.push(start..end.unwrap_or(text.len()));
            }
            if end.is_none() {
                problems.push((start..inside, unclosed(sign)));
            }
            done = end.unwrap_or(text.len());
            at = done;
        }
    }
    asides
}

fn unclosed(sign: &str) -> Diagnostic {
    let close = if sign == COMMENT { "-->" } else { sign };
    let message = format!("`{sign}` opens an aside that never ends, so nothing below it is shown");
    let hint = format!("end it with `{close}`; where it is text, write `\\{sign}`");
    Diagnostic::warning("unclosed-aside", message).hint(hint)
}

/// Whether a sign of an aside opens one, where it stands in a text: an escaped one doesn't, nor one behind a number.
#[must_use]
pub fn opens_aside(text: &str, at: usize) -> bool {
    let is_number = text[at..].starts_with(PERCENT) && is_percentage(text, at);
    !is_number && !is_escaped(text, at)
}

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// `100%%.` is a slip of the finger.
fn is_percentage(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_ascii_digit()) && !text[at + PERCENT.len()..].starts_with(char::is_alphanumeric)
}

/// The events without the bytes of the asides, and without paragraphs and the like in which nothing else stood.
fn cut<'a>(events: Vec<Item<'a>>, asides: &[Range<usize>]) -> Vec<Item<'a>> {
    let mut out: Vec<Item<'a>> = Vec::with_capacity(events.len());
    // The open elements: where they start in `out`, and whether something was taken out of them.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut hidden = 0usize;
    for (event, range) in events {
        let met = asides.partition_point(|aside| aside.end <= range.start);
        let met: Vec<&Range<usize>> = asides[met..].iter().take_while(|aside| aside.start < range.end).collect();
        let is_inside = met.iter().any(|aside| aside.start <= range.start && range.end <= aside.end);
        match event {
            Event::Start(_) if hidden > 0 || is_inside => hidden += 1,
            Event::End(_) if hidden > 0 => hidden -= 1,
            _ if hidden > 0 => {}
            Event::Start(_) => {
                open.push((out.len(), !met.is_empty()));
                out.push((event, range));
            }
            Event::End(tag) => {
                let (start, touched) = open.pop().unwrap_or_default();
                if touched
                    && !matches!(
                        tag,
                        TagEnd::Image | TagEnd::TableHead | TagEnd::TableCell | TagEnd::FootnoteDefinition
                    )
                {
                    trim(&mut out, start + 1);
                    if out[start + 1..].iter().all(|(event, _)| is_of_table(event)) {
                        out.truncate(start);
                        continue;
                    }
                }
                out.push((event, range));
            }
            _ if is_inside => {}
            _ if met.is_empty() => out.push((event, range)),
            Event::Text(typed) => {
                beside(&typed, &range, &met, |rest, range| out.push((Event::Text(rest.into()), range)));
            }
            Event::Html(typed) => {
                beside(&typed, &range, &met, |rest, range| out.push((Event::Html(rest.into()), range)));
            }
            _ => {}
        }
    }
    out
}

/// Whether an event says nothing by itself: the cells of a table.
fn is_of_table(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell)
    )
}

/// Takes white space off the start and the end of what stands from `start` on.
fn trim(out: &mut Vec<Item<'_>>, start: usize) {
    let is_blank = |(event, _): &Item<'_>| match event {
        Event::SoftBreak | Event::HardBreak => true,
        Event::Text(text) | Event::Html(text) => text.trim().is_empty(),
        _ => false,
    };
    while out.len() > start && out.last().is_some_and(is_blank) {
        out.pop();
    }
    let blank = out[start..].iter().take_while(|item| is_blank(item)).count();
    out.drain(start..start + blank);
}

/// The parts of a text that no aside covers, each with its place.
fn beside(typed: &str, range: &Range<usize>, met: &[&Range<usize>], mut keep: impl FnMut(String, Range<usize>)) {
    // What is written otherwise than it was typed can't be cut by its bytes.
    if typed.len() != range.len() {
        return;
    }
    let mut done = range.start;
    for aside in met.iter().copied().chain([&(range.end..range.end)]) {
        let end = aside.start.clamp(done, range.end);
        if let Some(rest) = typed.get(done - range.start..end - range.start).filter(|rest| !rest.is_empty()) {
            keep(rest.to_owned(), done..end);
        }
        done = aside.end.clamp(done, range.end);
    }
}
