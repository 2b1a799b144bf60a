//! The addresses and ids in a page: no address that it asks another host for is missed.

use super::address::may_lead_out;
use super::tags::{Attribute, Tag, Tags};
use std::borrow::Cow;
use std::ops::Range;

/// Something in a page that leads or can be led to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Found<'a> {
    /// An element's id, as typed.
    Id(&'a str),
    /// An address as typed, its bytes, and what the page does with it.
    Address(&'a str, Range<usize>, Use),
    /// The rules of a `style` element, and its bytes.
    Style(&'a str, Range<usize>),
    /// The value of a `style` attribute, or of one that may hold `url(…)`, as typed, and its bytes.
    StyleValue(&'a str, Range<usize>),
    /// Data for machines, in JSON.
    Json(&'a str),
    /// A whole page in an attribute (`srcdoc`), as typed, and its bytes.
    Document(&'a str, Range<usize>),
    /// A script of the page's own, or something else that may ask for what nobody can read from the page.
    Acts,
}

/// What a page does with an address.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Use {
    /// Readers may follow it, or send something to it.
    Link,
    /// It is shown as a picture.
    Picture,
    /// It is shown as a page inside of the page.
    Frame,
    /// It is run.
    Script,
    /// It is read as a stylesheet.
    Style,
    /// It is a font of a stylesheet.
    Font,
    /// It is played: sound, film, its captions.
    Medium,
    /// Browsers go there by themselves: a page that leads on, or that says what its addresses start from.
    Page,
    /// It is asked for in another way: a manifest, something to be fetched ahead.
    Other,
}

/// Tells of everything in a page that leads or can be led to, in order.
pub(crate) fn scan<'a>(html: &'a str, mut tell: impl FnMut(Found<'a>)) {
    let mut tags = Tags::of(html);
    while let Some(tag) = tags.next_tag() {
        scan_tag(html, &tag, &tags, &mut tell);
    }
}

/// Tells of the last tag of a walk, and of what it holds where that is no markup.
pub(crate) fn scan_tag<'a>(html: &'a str, tag: &Tag<'a>, tags: &Tags<'a>, tell: &mut impl FnMut(Found<'a>)) {
    let name = tag.name;
    let is = |raw: &str| name.eq_ignore_ascii_case(raw);
    let mut linked = None;
    if is("link") {
        let rel = tags.value("rel").unwrap_or_default();
        linked = Some(use_of_link(rel));
        // It may say of itself what else is to be asked for.
        if rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("manifest")) {
            tell(Found::Acts);
        }
    }
    for attribute in &tags.attributes {
        tell_of(name, attribute, linked, tell);
    }
    let Some(inside) = tag.text.clone() else { return };
    if is("style") {
        tell(Found::Style(&html[inside.clone()], inside));
    } else if is("script") {
        let kind = tags.value("type").unwrap_or_default();
        if ["application/ld+json", "application/json"].iter().any(|json| kind.eq_ignore_ascii_case(json)) {
            tell(Found::Json(&html[inside]));
        } else if !tags
            .attributes
            .iter()
            .any(|a| a.value.is_some() && ["src", "href", "xlink:href"].iter().any(|s| a.is(s)))
        {
            tell(Found::Acts);
        }
    }
}

fn tell_of<'a>(name: &str, attribute: &Attribute<'a>, linked: Option<Use>, tell: &mut impl FnMut(Found<'a>)) {
    let Some(typed) = attribute.value else { return };
    let range = attribute.start..attribute.start + typed.len();
    let is = |wanted: &str| attribute.is(wanted);
    let on = |wanted: &str| name.eq_ignore_ascii_case(wanted);
    match attribute.name.len() {
        2 if is("id") => tell(Found::Id(typed)),
        3 if is("src") => tell_address(typed, range, use_of_source(name), tell),
        4 if is("href") => tell_address(typed, range, linked.unwrap_or_else(|| use_of_reference(name)), tell),
        4 if is("data") && on("object") => tell_address(typed, range, Use::Frame, tell),
        4 if is("name") && on("a") => tell(Found::Id(typed)),
        5 if is("style") => tell_style(typed, range, tell),
        5 if is("value") && on("param") => tell_outside(typed, range, Use::Frame, tell),
        6 if is("poster") => tell_address(typed, range, Use::Picture, tell),
        6 if is("action") => tell_address(typed, range, Use::Link, tell),
        6 if is("srcset") => candidates(typed, range.start, tell),
        6 if is("srcdoc") => tell(Found::Document(typed, range)),
        7 if is("content") && on("meta") => content(typed, range.start, tell),
        10 if is("formaction") => tell_address(typed, range, Use::Link, tell),
        10 if is("xlink:href") => tell_address(typed, range, use_of_reference(name), tell),
        10 if is("background") => tell_address(typed, range, Use::Picture, tell),
        11 if is("imagesrcset") => candidates(typed, range.start, tell),
        14 if is("attributionsrc") && !on("a") => tell_outside(typed, range, Use::Other, tell),
        // Drawings may move from one address to another.
        2 | 4 | 6 if (on("set") || on("animate")) && ["to", "from", "by", "values"].iter().any(|a| is(a)) => {
            let mut at = range.start;
            for part in typed.split(';') {
                tell_outside(part, at..at + part.len(), Use::Picture, tell);
                at += part.len() + 1;
            }
        }
        _ if DRAWN.iter().any(|drawn| is(drawn)) => tell_style(typed, range, tell),
        _ if attribute.name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) => tell(Found::Acts),
        _ => {}
    }
}

/// Attributes of drawings that are read as a stylesheet would be, and may name a file.
const DRAWN: [&str; 11] = [
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
    "color-profile",
];

/// What an element does with its `src`.
fn use_of_source(name: &str) -> Use {
    let on = |names: &[&str]| names.iter().any(|wanted| name.eq_ignore_ascii_case(wanted));
    match () {
        () if on(&["img", "image", "input"]) => Use::Picture,
        () if on(&["script"]) => Use::Script,
        () if on(&["iframe", "frame", "embed"]) => Use::Frame,
        () if on(&["audio", "video", "source", "track", "bgsound"]) => Use::Medium,
        () => Use::Other,
    }
}

/// What an element does with its `href`.
fn use_of_reference(name: &str) -> Use {
    let on = |wanted: &str| name.eq_ignore_ascii_case(wanted);
    match () {
        () if on("a") || on("area") => Use::Link,
        () if on("script") => Use::Script,
        () if on("base") => Use::Page,
        () => Use::Picture,
    }
}

/// What browsers do with the address of a `link`.
fn use_of_link(rel: &str) -> Use {
    let mut found = Use::Link;
    for word in rel.split_ascii_whitespace() {
        let word = word.to_ascii_lowercase();
        found = match &*word {
            "stylesheet" => return Use::Style,
            "icon" | "mask-icon" | "fluid-icon" => Use::Picture,
            icon if icon.starts_with("apple-touch-") => Use::Picture,
            "manifest"
            | "preload"
            | "prefetch"
            | "modulepreload"
            | "preconnect"
            | "dns-prefetch"
            | "prerender"
            | "import"
            | "search"
            | "subresource"
            | "compression-dictionary" => Use::Other,
            _ => found,
        };
    }
    found
}

fn tell_address<'a>(typed: &'a str, range: Range<usize>, used: Use, tell: &mut impl FnMut(Found<'a>)) {
    // An address may be a script itself.
    if typed.contains(':') && unescape(typed).trim_start_matches(is_blank).get(..11).is_some_and(is_script) {
        tell(Found::Acts);
    }
    tell(Found::Address(typed, range, used));
}

/// White space and controls, which browsers pass over before an address.
fn is_blank(c: char) -> bool {
    c <= ' '
}

fn is_script(start: &str) -> bool {
    start.eq_ignore_ascii_case("javascript:")
}

/// Tells of a value that may be something else than an address, where it is one of another host.
fn tell_outside<'a>(typed: &'a str, range: Range<usize>, used: Use, tell: &mut impl FnMut(Found<'a>)) {
    if may_lead_out(&unescape(typed)) {
        tell(Found::Address(typed, range, used));
    }
}

fn tell_style<'a>(typed: &'a str, range: Range<usize>, tell: &mut impl FnMut(Found<'a>)) {
    // `url(…)`, however it is written, and a variable's string, which may come to where strings are addresses.
    if typed.contains(['(', '\\', '&', '"', '\'']) {
        tell(Found::StyleValue(typed, range));
    }
}

/// The addresses of a `srcset`: each stands before its width or density, and may hold commas itself.
pub(crate) fn candidates<'a>(set: &'a str, start: usize, tell: &mut impl FnMut(Found<'a>)) {
    let mut at = 0;
    loop {
        at += set[at..].len() - set[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        if at == set.len() {
            return;
        }
        let end = set[at..].find(char::is_whitespace).map_or(set.len(), |n| at + n);
        let address = set[at..end].trim_end_matches(',');
        tell(Found::Address(address, start + at..start + at + address.len(), Use::Picture));
        // A comma at the address's end ends the candidate; otherwise its size comes first.
        at = if address.len() < end - at { end } else { set[end..].find(',').map_or(set.len(), |n| end + n) };
    }
}

/// The address in a `meta`: the one that a page leads on to, or a whole one.
fn content<'a>(typed: &'a str, start: usize, tell: &mut impl FnMut(Found<'a>)) {
    let place = |address: &str| {
        let at = start + (address.as_ptr() as usize - typed.as_ptr() as usize);
        at..at + address.len()
    };
    let seconds = typed.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let leads_on = seconds.len() < typed.trim_start().len();
    if let Some(rest) = seconds.trim_start().strip_prefix([';', ',']).filter(|_| leads_on) {
        let rest = rest.trim();
        let named = rest.get(..3).filter(|word| word.eq_ignore_ascii_case("url"));
        let address = named.and_then(|_| rest[3..].trim_start().strip_prefix('='));
        // Without `url=` it is an address to browsers, and mostly a number of pixels to writers.
        match address.map(|address| address.trim().trim_matches(['"', '\''])) {
            Some(address) => tell(Found::Address(address, place(address), Use::Page)),
            None => tell_outside(rest, place(rest), Use::Page, tell),
        }
    } else if (typed.starts_with("http://") || typed.starts_with("https://")) && !typed.contains(' ') {
        // A description may begin with an address and go on.
        tell(Found::Address(typed, start..start + typed.len(), Use::Link));
    }
}

/// A value as it was meant, its references resolved.
pub(crate) fn unescape(typed: &str) -> Cow<'_, str> {
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
            Found::Address(typed, range, used) => {
                assert_eq!(&html[range], typed);
                seen.push(if used == Use::Link { typed.to_owned() } else { format!("{used:?} {typed}") });
            }
            Found::Style(typed, range) | Found::StyleValue(typed, range) => {
                assert_eq!(&html[range], typed);
                seen.push(format!("css {typed}"));
            }
            Found::Json(json) => seen.push(format!("json {json}")),
            Found::Document(typed, range) => {
                assert_eq!(&html[range], typed);
                seen.push(format!("document {typed}"));
            }
            Found::Acts => seen.push("acts".to_owned()),
        });
        assert_eq!(seen, expected, "{html}");
    }

    #[test]
    fn addresses_are_found_however_they_are_written() {
        check("<a href=\"/x/\">y</a>", &["/x/"]);
        check("<a class=b href='/x/' >y</a><A HREF = /z>", &["/x/", "/z"]);
        check("<a title=\"a > b\" href=b/>", &["b/"]);
        check("<p id=one><a name='two'></a></p><p name=three>", &["#one", "#two"]);
        check(
            "<meta http-equiv=refresh content='0; url=/new/'><meta content='https://e.org/'>",
            &["Page /new/", "https://e.org/"],
        );
        check("<meta name=description content='5; x'>", &[]);
        check(
            "<path fill='url(#g)'><i style='background:url(/x)'><i style='color:red'>",
            &["css url(#g)", "css background:url(/x)"],
        );
        check("<i style=\"--x:'//e/x'\"><i style='--x:y'>", &["css --x:'//e/x'"]);
        check("<use xlink:href='#u'><form action=/f><button formaction=/g>", &["Picture #u", "/f", "/g"]);
    }

    #[test]
    fn what_a_page_loads_is_known_by_what_it_is() {
        check(
            "<img src=/a.png><img alt=x src=b.png/><input type=image src=c>",
            &["Picture /a.png", "Picture b.png/", "Picture c"],
        );
        check(
            "<img srcset=\"a.png 1x, /b,c.png 2x,d.png\" src=e>",
            &["Picture a.png", "Picture /b,c.png", "Picture d.png", "Picture e"],
        );
        check("<source srcset='a.png, b.png 2x'>", &["Picture a.png", "Picture b.png"]);
        check(
            "<video poster=p src=v><track src=t><body background=b>",
            &["Picture p", "Medium v", "Medium t", "Picture b"],
        );
        check(
            "<object data=o><embed src=e><iframe src=f srcdoc='<p>'>",
            &["Frame o", "Frame e", "Frame f", "document <p>"],
        );
        check("<script src=s></script><link href=a rel='alternate StyleSheet'>", &["Script s", "Style a"]);
        check("<link rel=canonical href=a><link rel=dns-prefetch href=b>", &["a", "Other b"]);
        check("<link href=c rel=apple-touch-icon-precomposed><link href=d>", &["Picture c", "d"]);
        check("<base href=//b/><meta content='0,//c' http-equiv=refresh>", &["Page //b/", "Page //c"]);
        check("<image href=a><feImage href=b><svg><script href=c>", &["Picture a", "Picture b", "Script c"]);
        check(
            "<set to='//a'><animate values='1;//b; https:c'><set to=1>",
            &["Picture //a", "Picture //b", "Picture  https:c"],
        );
    }

    #[test]
    fn what_acts_is_told() {
        check("<script>x</script><p onclick='x'><p ONload=x>", &["acts"; 3]);
        check(
            "<a href=' java&#115;cript:x'><iframe src=javascript:y>",
            &["acts", " java&#115;cript:x", "acts", "Frame javascript:y"],
        );
        check("<script type='speculationrules'>{}</script><link rel=manifest href=m>", &["acts", "acts", "Other m"]);
        check("<script type=application/json>{\"a\": 1}</script>", &["json {\"a\": 1}"]);
    }

    #[test]
    fn what_is_no_markup_is_passed_over_and_nothing_else() {
        check("<!-- <a href=no> --><a href=yes>", &["yes"]);
        // Where browsers end a comment.
        check("<!--><a href=1> --><!---><a href=2> --><!-- --!><a href=3> -->", &["1", "2", "3"]);
        check("<textarea>'<a href=no>'</textarea><title><a href=no></title><a href=yes>", &["yes"]);
        // In a drawing these are elements like others.
        check("<svg></svg><title><a href=1></title><style><a href=2></style>", &["1", "css <a href=2>", "2"]);
        check("<STYLE>a{b:url(x)}</style><a href=yes>", &["css a{b:url(x)}", "yes"]);
        check("<script type=\"application/ld+json\">{}</script>", &["json {}"]);
        check("a < b <3 </a href=no> <a href", &[]);
        check("<img=x src=a><style><a href=no>", &["Other a", "css <a href=no>"]);
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
