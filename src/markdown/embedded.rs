//! Pictures that the writer's HTML holds itself, in `data:` addresses: they are written anew like any photo, or left out.

use super::html::Writer;
use super::raw_holes::TypedPlaces;
use crate::diag::Diagnostic;
use crate::links::css;
use crate::links::html::{Found, candidates, unescape};
use crate::links::tags::{Attribute, Tags};
use crate::photo::{Refusal, embedded};
use crate::text::escape;
use std::borrow::Cow;
use std::ops::Range;

impl Writer<'_> {
    /// Raw HTML that stands at `range`, with what its `data:` addresses hold written anew.
    pub(super) fn with_embedded<'h>(&mut self, html: &'h str, range: &Range<usize>) -> Cow<'h, str> {
        let (mut out, mut done) = (String::new(), 0);
        let mut places = TypedPlaces::of(self.source.text, range);
        let mut tags = Tags::of(html);
        while let Some(tag) = tags.next_tag() {
            // In a drawing, what a style holds may look like tags, and was written with it.
            if tag.range.start < done {
                continue;
            }
            let place = places.next(&html[tag.range.clone()]);
            let value = |attribute: &Attribute<'_>| unescape(attribute.value.unwrap_or_default()).into_owned();
            let new: Vec<_> = tags.attributes.iter().map(|a| self.attribute(a.name, &value(a), &place)).collect();
            if new.iter().any(Option::is_some) {
                out.push_str(&html[done..tag.range.start]);
                out.push('<');
                out.push_str(tag.name);
                for (attribute, new) in tags.attributes.iter().zip(&new) {
                    match new {
                        Some(new) => write_attribute(&mut out, attribute.name, Some(&escape(new))),
                        None => write_attribute(&mut out, attribute.name, attribute.value),
                    }
                }
                out.push('>');
                done = tag.range.end;
            }
            let Some(text) = tag.text.filter(|_| tag.name.eq_ignore_ascii_case("style")) else { continue };
            if let Some(new) = self.style(&html[text.clone()], &place) {
                out.push_str(&html[done..text.start]);
                out.push_str(&new);
                done = text.end;
            }
        }
        if done == 0 { html.into() } else { (out + &html[done..]).into() }
    }

    /// The new value of an attribute, where it has to change.
    fn attribute(&mut self, name: &str, value: &str, place: &Range<usize>) -> Option<String> {
        match name.to_ascii_lowercase().as_str() {
            "srcset" | "imagesrcset" => {
                let mut ranges = Vec::new();
                candidates(value, 0, &mut |found| {
                    if let Found::Address(address, range, _) = found
                        && is_data(address)
                    {
                        ranges.push(range);
                    }
                });
                let (mut out, mut done) = (String::new(), 0);
                for range in ranges {
                    let Some(new) = self.embedded(&value[range.clone()], place) else { continue };
                    if new.is_empty() {
                        return Some(new);
                    }
                    out.push_str(&value[done..range.start]);
                    out.push_str(&new);
                    done = range.end;
                }
                (done > 0).then(|| out + &value[done..])
            }
            _ if is_data(value) => self.embedded(value, place),
            "style" => self.style(value, place),
            _ if !value.contains(':') => None,
            // Drawings within the HTML name what they are filled with.
            _ if value.to_ascii_lowercase().contains("url(") => self.style(value, place),
            // What a script makes of it, or a page within the page, nobody knows.
            _ if holds_data(value) => {
                let hint = "save the picture as a file beside the text, and show it by its path";
                Some(self.leave_out(&Refusal::new("stands where it can't be read", hint), place))
            }
            _ => None,
        }
    }

    fn style(&mut self, css: &str, place: &Range<usize>) -> Option<String> {
        css::rewrite(css, |address| if is_data(address) { self.embedded(address, place) } else { None })
    }

    /// What takes the place of a `data:` address, if it has to change: nothing, where it can't be published.
    fn embedded(&mut self, address: &str, place: &Range<usize>) -> Option<String> {
        embedded(address).unwrap_or_else(|refusal| Some(self.leave_out(&refusal, place)))
    }

    /// Tells why what an address holds is left out; returns what stands there instead.
    pub(super) fn leave_out(&mut self, refusal: &Refusal, place: &Range<usize>) -> String {
        let problem = Diagnostic::warning("bad-image", format!("what this `data:` address holds {}", refusal.why));
        self.warn(problem.hint(refusal.hint.clone()), place);
        String::new()
    }
}

/// Writes an attribute in double quotes, its value as typed.
pub(super) fn write_attribute(out: &mut String, name: &str, typed: Option<&str>) {
    out.push(' ');
    out.push_str(name);
    if let Some(typed) = typed {
        out.push_str("=\"");
        out.push_str(&typed.replace('"', "&quot;"));
        out.push('"');
    }
}

/// Whether an address holds what it leads to: browsers skip line breaks and tabs in it, and white space before it.
fn is_data(address: &str) -> bool {
    let seen = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).skip_while(|c| *c <= ' ');
    seen.take(5).collect::<String>().eq_ignore_ascii_case("data:")
}

/// Whether a text has such an address in it.
fn holds_data(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.match_indices("data:").any(|(at, _)| {
        let kind = text[at + 5..].split(',').next().unwrap_or_default();
        kind.contains("base64") || kind.starts_with("image/")
    })
}
