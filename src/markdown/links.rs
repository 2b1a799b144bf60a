//! Links and images: local ones leave holes, others are written, dangerous ones are refused.

use super::html::Writer;
use super::pieces::Piece;
use super::prose::{inside, plain_text};
use super::{Hole, ImageTag, Item, LinkForm};
use crate::diag::Diagnostic;
use crate::links::url;
use crate::photo;
use crate::text::escape;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Where an address leads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum LinkKind {
    /// To another file or place of the site.
    Inside,
    /// To another site, or to a program for mail or calls.
    Outside,
    /// Nowhere that a journal should lead.
    Astray,
}

impl<'a> Writer<'a> {
    /// Opens a link whose text follows.
    pub(super) fn open_link(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        let Tag::Link { link_type, dest_url, title, .. } = tag else { return };
        let wiki = matches!(link_type, LinkType::WikiLink { .. });
        let leads = match link_type {
            LinkType::Email => LinkKind::Outside,
            LinkType::WikiLink { .. } => follow_name(dest_url),
            _ => follow(dest_url),
        };
        self.links.push(leads != LinkKind::Astray);
        if leads == LinkKind::Astray {
            self.refuse(dest_url, range);
            return;
        }
        self.piece.push("<a href=\"");
        match leads {
            LinkKind::Inside => {
                let target = if wiki { wiki_target(dest_url) } else { dest_url };
                let form = if wiki { LinkForm::Name } else { LinkForm::Path };
                self.piece.hole(Hole::Link { target: target.to_owned(), form, range: range.clone() });
            }
            _ => {
                self.piece.push(if *link_type == LinkType::Email { "mailto:" } else { "" });
                self.address(dest_url);
            }
        }
        self.piece.push("\"");
        if !title.is_empty() {
            self.piece.attribute("title", title);
        }
        self.piece.push(">");
    }

    /// Closes a link, unless it was refused.
    pub(super) fn close_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.piece.push("</a>");
        }
    }

    /// Writes an image that stands among text.
    pub(super) fn inline_image(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        let Tag::Image { title, .. } = tag else { return };
        self.image(tag, range, title, false);
    }

    /// Writes a paragraph that is a lone image as a figure; `false` if it is none.
    pub(super) fn figure(&mut self) -> bool {
        let Some((Event::Start(tag @ Tag::Image { title, .. }), range)) = self.events.get(self.at) else {
            return false;
        };
        let after = self.at + 1 + inside(self.events, self.at + 1).len() + 1;
        if !matches!(self.events.get(after), Some((Event::End(TagEnd::Paragraph), _))) {
            return false;
        }
        self.at += 1;
        self.piece.push("<figure class=\"pic\">");
        self.image(tag, range, "", true);
        if !title.is_empty() {
            self.piece.push("<figcaption>");
            self.piece.text(title);
            self.piece.push("</figcaption>");
        }
        self.piece.push("</figure>\n");
        self.at = after + 1;
        true
    }

    /// Writes an image whose content follows, and skips that.
    fn image(&mut self, tag: &'a Tag<'a>, range: &Range<usize>, title: &str, alone: bool) {
        let Tag::Image { link_type, dest_url, .. } = tag else { return };
        let content = self.inside();
        self.at += content.len() + 1;
        let alternative = self.alternative_text(*link_type, content, range);
        let leads = follow(dest_url);
        let embedded = scheme(&visible(dest_url)).is_some_and(|s| s == "data") && is_image_data(dest_url);
        if leads == LinkKind::Astray && !embedded {
            self.refuse(dest_url, range);
            self.piece.text(&alternative);
            return;
        }
        let anew = match embedded.then(|| photo::embedded(dest_url)).transpose() {
            Ok(anew) => anew.flatten(),
            Err(refusal) => {
                self.leave_out(&refusal, range);
                self.piece.push("<span class=\"no-picture\">");
                self.piece.text(&alternative);
                self.piece.push("</span>");
                return;
            }
        };
        let mut attributes = Piece::default();
        attributes.attribute("alt", &alternative);
        if !title.is_empty() {
            attributes.attribute("title", title);
        }
        attributes.push(self.loading());
        if leads == LinkKind::Inside {
            let wiki = matches!(link_type, LinkType::WikiLink { .. });
            let target = if wiki { wiki_target(dest_url) } else { dest_url };
            let (alternative, attributes) = (escape(&alternative), attributes.html);
            let tag = ImageTag { alternative, attributes, alone, ..ImageTag::default() };
            self.piece.hole(Hole::Image { target: target.to_owned(), tag: Box::new(tag), range: range.clone() });
        } else {
            self.piece.push("<img src=\"");
            self.address(anew.as_deref().unwrap_or(dest_url));
            self.piece.push("\"");
            self.piece.append(attributes);
            self.piece.push(">");
        }
    }

    /// When an image is to be loaded: the first one is likely to be seen at once, and waiting for the layout would only
    /// delay it.
    pub(super) fn loading(&mut self) -> &'static str {
        let first = !std::mem::replace(&mut self.has_image, true);
        if first { " decoding=\"async\"" } else { " loading=\"lazy\" decoding=\"async\"" }
    }

    fn alternative_text(&mut self, link_type: LinkType, content: &[Item<'_>], range: &Range<usize>) -> String {
        // `![[photo.jpg]]` shows the file's name, which tells nobody what is to be seen.
        let named = link_type == LinkType::WikiLink { has_pothole: false };
        let text = if named { String::new() } else { plain_text(content) };
        if text.is_empty() {
            let hint = if named {
                "say what it shows: `![[photo.jpg|what it shows]]`"
            } else {
                "say what it shows: `![what it shows](photo.jpg)`"
            };
            self.warn(Diagnostic::warning("missing-alt", "the image has no alternative text").hint(hint), range);
        }
        text
    }

    fn refuse(&mut self, address: &str, range: &Range<usize>) {
        let seen = visible(address);
        let scheme = scheme(&seen).unwrap_or_default();
        let message = format!("`{scheme}:` addresses are not written, the text stays without its link");
        let hint = "links lead to https, http, mailto and tel addresses, and to files: a file's name with a colon in it starts with `./`";
        self.warn(Diagnostic::warning("dangerous-link", message).hint(hint), range);
    }

    /// Writes an address that is not ours as browsers want it; what was encoded by the writer stays.
    fn address(&mut self, address: &str) {
        self.piece.text(&url::encode_typed(address.trim()));
    }
}

/// Whether a typed address leads to a file of the site.
pub(super) fn is_inside(address: &str) -> bool {
    follow(address) == LinkKind::Inside
}

/// Where a typed address leads.
fn follow(address: &str) -> LinkKind {
    let address = visible(address);
    match scheme(&address).as_deref() {
        Some("http" | "https" | "mailto" | "tel") => LinkKind::Outside,
        Some(_) => LinkKind::Astray,
        // `//host`; browsers take backslashes for slashes.
        None if address.starts_with(['/', '\\']) && address[1..].starts_with(['/', '\\']) => LinkKind::Outside,
        None => LinkKind::Inside,
    }
}

/// Where a name in double brackets leads: names may have colons, so only known schemes count.
fn follow_name(name: &str) -> LinkKind {
    match scheme(&visible(name)).as_deref() {
        Some("http" | "https" | "mailto" | "tel") => LinkKind::Outside,
        Some("javascript" | "vbscript" | "data") => LinkKind::Astray,
        _ => LinkKind::Inside,
    }
}

/// An address as browsers see it: they skip line breaks and tabs anywhere in it, and white space and controls around it.
fn visible(address: &str) -> String {
    let unseen = |c: char| c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    address.chars().filter(|c| !unseen(*c)).collect::<String>().trim().to_owned()
}

/// The scheme of an address in lower case, if it has one.
fn scheme(address: &str) -> Option<String> {
    url::scheme(address).map(str::to_ascii_lowercase)
}

/// Whether a `data:` address holds a picture, which can't act in an `img`.
fn is_image_data(address: &str) -> bool {
    visible(address).get(..11).is_some_and(|start| start.eq_ignore_ascii_case("data:image/"))
}

/// The name in `[[name|text]]`; in a table its bar is typed `\|`.
fn wiki_target(name: &str) -> &str {
    name.trim_end_matches('\\').trim()
}
