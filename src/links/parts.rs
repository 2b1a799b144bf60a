//! What leads somewhere in a page or a stylesheet, in one list: attributes, styles and pages in attributes alike.

use super::css;
use super::html::{Found, Use, scan, unescape};
use std::borrow::Cow;
use std::ops::Range;

/// Something in a page that leads or can be led to, its references resolved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part<'a> {
    /// An element's id.
    Id(&'a str),
    /// An address, the bytes that it takes up, and what the page does with it.
    Address(&'a str, Range<usize>, Use),
    /// Data for machines, in JSON.
    Json(&'a str),
    /// Something that may ask for what nobody can read from the page.
    Acts,
}

/// Pages in attributes of pages in attributes are read so deep, and said to act below.
const DEEPEST: usize = 8;

/// Tells of everything in a page that leads or can be led to, in order.
pub(crate) fn html_parts(html: &str, tell: &mut dyn FnMut(Part<'_>)) {
    inside(html, None, 0, tell);
}

/// The same of a page that stands in an attribute, whose bytes are the place of all that is in it.
fn inside(html: &str, attribute: Option<&Range<usize>>, depth: usize, tell: &mut dyn FnMut(Part<'_>)) {
    let place = |range: Range<usize>| attribute.cloned().unwrap_or(range);
    scan(html, |found| match found {
        Found::Id(id) => tell(Part::Id(&unescape(id))),
        Found::Address(typed, range, used) => tell(Part::Address(&unescape(typed), place(range), used)),
        Found::Style(rules, range) => css_parts(rules, |found| place(within(&range, found)), tell),
        Found::StyleValue(typed, range) => match unescape(typed) {
            Cow::Borrowed(rules) => css_parts(rules, |found| place(within(&range, found)), tell),
            Cow::Owned(rules) => css_parts(&rules, |_| place(range.clone()), tell),
        },
        Found::Json(json) => tell(Part::Json(json)),
        Found::Document(typed, range) if depth < DEEPEST => {
            inside(&unescape(typed), Some(&place(range)), depth + 1, tell);
        }
        Found::Document(..) | Found::Acts => tell(Part::Acts),
    });
}

/// Tells of every address in a stylesheet; `place` says where the bytes of the stylesheet stand.
pub(crate) fn css_parts(rules: &str, place: impl Fn(Range<usize>) -> Range<usize>, tell: &mut dyn FnMut(Part<'_>)) {
    for found in css::addresses(rules) {
        // Without the `url(` and the quotes around it, where no escape hides it.
        let bare = rules.get(found.range.clone()).and_then(|whole| whole.find(&found.address));
        let from = found.range.start + bare.unwrap_or_default();
        let range = bare.map_or(found.range.clone(), |_| from..from + found.address.len());
        tell(Part::Address(&found.address, place(range), found.used));
    }
}

fn within(outer: &Range<usize>, inner: Range<usize>) -> Range<usize> {
    outer.start + inner.start..outer.start + inner.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_page_loads_is_found_with_its_place() {
        let html = "<p id='a&amp;b'><img src='x?a=1&amp;b=2'><i style='b:url(&quot;y&quot;),url(z)'>\
                    <style>@import 'i.css';</style><iframe srcdoc='<img src=&quot;s&quot;>'>";
        let mut seen = Vec::new();
        html_parts(html, &mut |part| {
            seen.push(match part {
                Part::Address(address, range, used) => format!("{used:?} {address} at {}", &html[range]),
                part => format!("{part:?}"),
            });
        });
        let expected = [
            "Id(\"a&b\")",
            "Picture x?a=1&b=2 at x?a=1&amp;b=2",
            "Picture y at b:url(&quot;y&quot;),url(z)",
            "Picture z at b:url(&quot;y&quot;),url(z)",
            "Style i.css at i.css",
            "Picture s at <img src=&quot;s&quot;>",
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn pages_in_pages_end() {
        let (mut html, mut acts) = ("<b>".to_owned(), 0);
        for _ in 0..20 {
            html = format!("<iframe srcdoc=\"{}\">", crate::text::escape(&html));
        }
        html_parts(&html, &mut |part| acts += usize::from(part == Part::Acts));
        assert_eq!(acts, 1);
    }
}
