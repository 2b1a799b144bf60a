//! One page of the guide, for a terminal and for a browser.

use crate::text::slug::slug;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html::push_html};

/// A page for a terminal: as it was typed, but that its title is a heading and a link says which page it leads to.
pub(super) fn plain(text: &str) -> String {
    let (title, body) = parts(text);
    let mut out = format!("# {title}\n\n");
    let mut copied = 0;
    for (event, range) in Parser::new_ext(body, syntax()).into_offset_iter() {
        let Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) = event else { continue };
        let typed = &body[range.clone()];
        let Some((words, _)) = typed.strip_prefix('[').and_then(|rest| rest.rsplit_once("](")) else { continue };
        out += &body[copied..range.start];
        out += words;
        match place(&dest_url) {
            LinkEnd::Page(name, _) => out += &format!(" (comeback guide {name})"),
            LinkEnd::Elsewhere => out += &format!(" ({dest_url})"),
            LinkEnd::Here | LinkEnd::Demo => {}
        }
        copied = range.end;
    }
    out + &body[copied..]
}

/// A page as an HTML file that lies beside the others.
pub(super) fn html(text: &str) -> String {
    let (title, body) = parts(text);
    let mut events: Vec<Event<'_>> = Parser::new_ext(body, syntax()).collect();
    name_headings(&mut events);
    lead_to_files(&mut events);
    let mut title_text = String::new();
    push_html(&mut title_text, std::iter::once(Event::Text(title.into())));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title_text}</title>\n<style>{STYLE}</style>\n\
         <nav><a href=\"index.html\">Guide</a></nav>\n<main>\n<h1>{title_text}</h1>\n"
    );
    push_html(&mut page, events.into_iter());
    page + "</main>\n</html>\n"
}

/// How a page looks in the browser.
const STYLE: &str = ":root{color-scheme:light dark}body{max-width:46rem;margin:2rem auto;padding:0 1rem;\
    font:1.05rem/1.6 system-ui,sans-serif}pre{overflow-x:auto;padding:.8rem;border:1px solid #8886}\
    table{border-collapse:collapse;display:block;overflow-x:auto}th,td{padding:.3rem .6rem;border:1px solid #8886;\
    text-align:left;vertical-align:top}";

/// The title of a page, and its text below the front matter.
fn parts(text: &str) -> (&str, &str) {
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let (front, body) = front.unwrap_or(("", text));
    let title = front.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or_default();
    (title.trim_matches('"'), body.trim_start_matches('\n'))
}

/// The markdown that the guide is written in.
fn syntax() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Where a link of the guide leads.
enum LinkEnd<'a> {
    /// To another page, and to a heading on it.
    Page(&'a str, &'a str),
    /// To a heading of the same page.
    Here,
    /// Into the demo, which the program doesn't hold.
    Demo,
    /// To another site.
    Elsewhere,
}

fn place(address: &str) -> LinkEnd<'_> {
    if address.starts_with('#') {
        return LinkEnd::Here;
    }
    if address.contains(':') {
        return LinkEnd::Elsewhere;
    }
    let (file, heading) = address.split_once('#').unwrap_or((address, ""));
    match file.strip_suffix(".md") {
        Some(name) if !name.contains('/') => LinkEnd::Page(name, heading),
        _ => LinkEnd::Demo,
    }
}

/// Gives each heading the name that links call it by.
fn name_headings(events: &mut [Event<'_>]) {
    for at in 0..events.len() {
        if !matches!(events[at], Event::Start(Tag::Heading { .. })) {
            continue;
        }
        let inside = events[at..].iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
        let words: String = inside
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(&**text),
                _ => None,
            })
            .collect();
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[at] {
            *id = Some(CowStr::from(slug(&words)));
        }
    }
}

/// Makes links lead to the files beside; what stands in the demo is words alone.
fn lead_to_files(events: &mut [Event<'_>]) {
    let mut is_dropped = false;
    for event in events {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => match place(dest_url) {
                LinkEnd::Page(name, "") => *dest_url = CowStr::from(format!("{name}.html")),
                LinkEnd::Page(name, heading) => *dest_url = CowStr::from(format!("{name}.html#{heading}")),
                LinkEnd::Here | LinkEnd::Elsewhere => {}
                LinkEnd::Demo => {
                    is_dropped = true;
                    *event = Event::Start(Tag::Emphasis);
                }
            },
            Event::End(TagEnd::Link) if is_dropped => {
                is_dropped = false;
                *event = Event::End(TagEnd::Emphasis);
            }
            // All pictures are the demo's.
            Event::Start(Tag::Image { .. }) => *event = Event::Start(Tag::Emphasis),
            Event::End(TagEnd::Image) => *event = Event::End(TagEnd::Emphasis),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "---\ntitle: \"One: two\"\n---\n\nSee [the log](log.md#a-day), [Rust](https://rustup.rs), [below](#a-b) and \
        [it](../journal/x.md), not `[a](b.md)`.\n\n## A `b`\n\n![knee](../x.svg)\n";

    #[test]
    fn a_terminal_is_told_which_page_a_link_leads_to() {
        assert_eq!(
            plain(PAGE),
            "# One: two\n\nSee the log (comeback guide log), Rust (https://rustup.rs), below and it, not `[a](b.md)`.\n\n\
             ## A `b`\n\n![knee](../x.svg)\n"
        );
    }

    #[test]
    fn a_browser_gets_links_between_files() {
        let page = html(PAGE);
        let (head, main) = page.split_once("<main>\n").expect("a main");
        assert!(head.contains("<title>One: two</title>"), "{head}");
        assert_eq!(
            main,
            "<h1>One: two</h1>\n<p>See <a href=\"log.html#a-day\">the log</a>, <a href=\"https://rustup.rs\">Rust</a>, \
             <a href=\"#a-b\">below</a> and <em>it</em>, not <code>[a](b.md)</code>.</p>\n<h2 id=\"a-b\">A <code>b</code></h2>\n\
             <p><em>knee</em></p>\n</main>\n</html>\n"
        );
    }
}
