//! The addresses and ids in a page, found by a scan of its bytes.
//!
//! Every page of every build is scanned, a hundred megabytes for ten thousand entries, so it has to cost next to nothing: a
//! tokenizer that builds values for each tag (`html5ever`, `lol_html`) takes longer than making the page did. What is scanned
//! is our own output and the writer's HTML; where the latter is broken, an address may be missed and nothing else.

use memchr::{memchr, memmem};
use std::borrow::Cow;
use std::ops::Range;

/// Something in a page that leads or can be led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<'a> {
    /// An element's id, as typed.
    Id(&'a str),
    /// An address as typed, and its bytes.
    Address(&'a str, Range<usize>),
    /// The rules of a `style` element, and its bytes.
    Style(&'a str, Range<usize>),
    /// The value of a `style` attribute, or of one that may hold `url(…)`, as typed, and its bytes.
    StyleValue(&'a str, Range<usize>),
    /// Data for machines, in JSON.
    Json(&'a str),
}

/// Tells of everything in a page that leads or can be led to, in order.
pub fn scan<'a>(html: &'a str, mut tell: impl FnMut(Found<'a>)) {
    let mut at = 0;
    while let Some(next) = memchr(b'<', &html.as_bytes()[at..]) {
        at += next + 1;
        let rest = &html[at..];
        if rest.starts_with("!--") {
            at += memmem::find(rest.as_bytes(), b"-->").map_or(rest.len(), |end| end + 3);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = tag(html, at, &mut tell);
        }
    }
}

/// Reads the tag whose name starts at a byte, with what it holds where that is no markup; returns where it ends.
fn tag<'a>(html: &'a str, start: usize, tell: &mut impl FnMut(Found<'a>)) -> usize {
    let bytes = html.as_bytes();
    let end = |from: usize| bytes[from..].iter().position(|b| ends_name(*b)).map_or(bytes.len(), |n| from + n);
    let mut at = end(start);
    let name = &html[start..at];
    let mut json = false;
    loop {
        while bytes.get(at).is_some_and(|b| b.is_ascii_whitespace() || *b == b'/') {
            at += 1;
        }
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'>') => break,
            Some(_) => {}
        }
        // A lone `=` is a name to browsers.
        let from = at;
        at = bytes[from + 1..].iter().position(|b| ends_name(*b) || *b == b'=').map_or(bytes.len(), |n| from + 1 + n);
        if !html.is_char_boundary(at) {
            return bytes.len();
        }
        let attribute = &html[from..at];
        let value = value(bytes, at);
        let Some(value) = value else { continue };
        at = value.1;
        let typed = &html[value.0.clone()];
        json |= attribute.eq_ignore_ascii_case("type") && typed.eq_ignore_ascii_case("application/ld+json");
        tell_of(name, attribute, typed, value.0, tell);
    }
    at += 1;
    let is = |raw: &str| name.eq_ignore_ascii_case(raw);
    if !(is("script") || is("style") || is("textarea") || is("title")) {
        return at;
    }
    let close = closing(&html[at..], name);
    let inside = at..at + close;
    if is("style") {
        tell(Found::Style(&html[inside.clone()], inside));
    } else if json {
        tell(Found::Json(&html[inside]));
    }
    at + close
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'=')
}

/// The bytes of an attribute's value after its name, and where reading goes on; `None` where it has none.
fn value(bytes: &[u8], mut at: usize) -> Option<(Range<usize>, usize)> {
    let skip = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    at = skip(at);
    if bytes.get(at) != Some(&b'=') {
        return None;
    }
    at = skip(at + 1);
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => {
            let end = memchr(*quote, &bytes[at + 1..]).map_or(bytes.len(), |n| at + 1 + n);
            Some((at + 1..end, (end + 1).min(bytes.len())))
        }
        _ => {
            let long = bytes[at..].iter().position(|b| b.is_ascii_whitespace() || *b == b'>');
            let end = long.map_or(bytes.len(), |n| at + n);
            Some((at..end, end))
        }
    }
}

/// Where an element whose content is no markup is closed.
fn closing(inside: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = memmem::find(&inside.as_bytes()[from..], b"</") {
        let tag = from + at;
        if inside.as_bytes()[tag + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes())) {
            return tag;
        }
        from = tag + 2;
    }
    inside.len()
}

fn tell_of<'a>(name: &str, attribute: &str, typed: &'a str, range: Range<usize>, tell: &mut impl FnMut(Found<'a>)) {
    let is = |wanted: &str| attribute.eq_ignore_ascii_case(wanted);
    let on = |wanted: &str| name.eq_ignore_ascii_case(wanted);
    match attribute.len() {
        2 if is("id") => tell(Found::Id(typed)),
        3 if is("src") => tell(Found::Address(typed, range)),
        4 if is("href") => tell(Found::Address(typed, range)),
        4 if is("data") && on("object") => tell(Found::Address(typed, range)),
        4 if is("name") && on("a") => tell(Found::Id(typed)),
        5 if is("style") => tell_style(typed, range, tell),
        6 if is("poster") || is("action") => tell(Found::Address(typed, range)),
        10 if is("formaction") || is("xlink:href") => tell(Found::Address(typed, range)),
        6 if is("srcset") => candidates(typed, range.start, tell),
        11 if is("imagesrcset") => candidates(typed, range.start, tell),
        7 if is("content") && on("meta") => content(typed, range.start, tell),
        // Presentation attributes of drawings: fill, clip-path, mask, marker-end, …
        _ if typed.as_bytes().first() == Some(&b'u') => tell_style(typed, range, tell),
        _ => {}
    }
}

fn tell_style<'a>(typed: &'a str, range: Range<usize>, tell: &mut impl FnMut(Found<'a>)) {
    if typed.contains("url(") || typed.contains("URL(") {
        tell(Found::StyleValue(typed, range));
    }
}

/// The addresses of a `srcset`: each stands before its width or density, and may hold commas itself.
pub fn candidates<'a>(set: &'a str, start: usize, tell: &mut impl FnMut(Found<'a>)) {
    let mut at = 0;
    loop {
        at += set[at..].len() - set[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        if at == set.len() {
            return;
        }
        let end = set[at..].find(char::is_whitespace).map_or(set.len(), |n| at + n);
        let address = set[at..end].trim_end_matches(',');
        tell(Found::Address(address, start + at..start + at + address.len()));
        // A comma at the address's end ends the candidate; otherwise its size comes first.
        at = if address.len() < end - at { end } else { set[end..].find(',').map_or(set.len(), |n| end + n) };
    }
}

/// The address in a `meta`: the one that a page leads on to, or a whole one.
fn content<'a>(typed: &'a str, start: usize, tell: &mut impl FnMut(Found<'a>)) {
    let refresh = typed.split_once(';').filter(|(seconds, _)| seconds.trim().parse::<f32>().is_ok());
    if let Some((_, rest)) = refresh {
        let address = rest.trim();
        if address.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("url=")) {
            let address = address[4..].trim().trim_matches(['"', '\'']);
            let at = start + (address.as_ptr() as usize - typed.as_ptr() as usize);
            tell(Found::Address(address, at..at + address.len()));
        }
    } else if (typed.starts_with("http://") || typed.starts_with("https://")) && !typed.contains(' ') {
        // A description may begin with an address and go on.
        tell(Found::Address(typed, start..start + typed.len()));
    }
}

/// A value as it was meant, its references resolved.
#[must_use]
pub fn unescape(typed: &str) -> Cow<'_, str> {
    if !typed.contains('&') {
        return typed.into();
    }
    // A bare `&`, as addresses often have it, makes the whole no XML; then only what is written for it is replaced.
    quick_xml::escape::unescape(typed).unwrap_or_else(|_| typed.replace("&amp;", "&").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let mut seen = Vec::new();
        scan(html, |found| match found {
            Found::Id(id) => seen.push(format!("#{id}")),
            Found::Address(typed, range) => {
                assert_eq!(&html[range], typed);
                seen.push(typed.to_owned());
            }
            Found::Style(typed, range) | Found::StyleValue(typed, range) => {
                assert_eq!(&html[range], typed);
                seen.push(format!("css {typed}"));
            }
            Found::Json(json) => seen.push(format!("json {json}")),
        });
        assert_eq!(seen, expected, "{html}");
    }

    #[test]
    fn addresses_are_found_however_they_are_written() {
        check("<a href=\"/x/\">y</a>", &["/x/"]);
        check("<a class=b href='/x/' >y</a><A HREF = /z>", &["/x/", "/z"]);
        check("<img src=/a.png alt=\"a > b\"><img alt=x src=b.png/>", &["/a.png", "b.png/"]);
        check("<p id=one><a name='two'></a></p><p name=three>", &["#one", "#two"]);
        check("<img srcset=\"a.png 1x, /b,c.png 2x,d.png\" src=e>", &["a.png", "/b,c.png", "d.png", "e"]);
        check("<img srcset='a.png, b.png 2x'>", &["a.png", "b.png"]);
        check(
            "<meta http-equiv=refresh content='0; url=/new/'><meta content='https://e.org/'>",
            &["/new/", "https://e.org/"],
        );
        check("<meta name=description content='5; x'>", &[]);
        check(
            "<video poster=p.jpg><object data=o.pdf><form action=/f><use xlink:href='#u'>",
            &["p.jpg", "o.pdf", "/f", "#u"],
        );
        check(
            "<path fill='url(#g)'><i style='background:url(/x)'><i style='color:red'>",
            &["css url(#g)", "css background:url(/x)"],
        );
    }

    #[test]
    fn what_is_no_markup_is_passed_over() {
        check("<!-- <a href=no> --><a href=yes>", &["yes"]);
        check("<script>'<a href=no>'</script><title><a href=no></title><a href=yes>", &["yes"]);
        check("<STYLE>a{b:url(x)}</style><a href=yes>", &["css a{b:url(x)}", "yes"]);
        check("<script type=\"application/ld+json\">{}</script>", &["json {}"]);
        check("a < b <3 </a href=no> <a href", &[]);
        check("<a é=x href=y ü>", &["y"]);
    }

    #[test]
    fn references_are_resolved() {
        assert_eq!(unescape("?a=1&amp;b=&#x2f;"), "?a=1&b=/");
        assert_eq!(unescape("?a=1&b=2&amp;c"), "?a=1&b=2&c");
    }

    proptest! {
        #[test]
        fn any_text_is_scanned(html in "[<>a-z=\"'/ é,!-]{0,80}") {
            scan(&html, |_| ());
        }
    }
}
