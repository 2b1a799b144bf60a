//! Links and images: local ones leave holes, others are written, dangerous ones are refused.

use super::embeds::{self, Embed};
use super::html::Writer;
use super::pieces::Piece;
use super::prose::{inside, plain_text};
use super::{Hole, ImageTag, Item, LinkForm, ShownBy};
use crate::diag::Diagnostic;
use crate::links::url;
use crate::photo;
use crate::text::escape;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// How a link was opened, which decides what ends it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum OpenLink {
    /// Its tag was written.
    Written,
    /// A hole has its tag.
    Named,
    /// It leads nowhere that a journal should lead.
    Refused,
}

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
        if leads == LinkKind::Astray {
            self.links.push(OpenLink::Refused);
            self.refuse(dest_url, range);
            return;
        }
        if wiki && leads == LinkKind::Inside {
            self.links.push(OpenLink::Named);
            self.open_named(wiki_target(dest_url), range);
            // `[[name|]]`: a link without words is none.
            if plain_text(self.inside()).is_empty() {
                self.piece.text(embeds::own_name(wiki_target(dest_url)));
            }
            return;
        }
        self.links.push(OpenLink::Written);
        self.piece.push("<a href=\"");
        match leads {
            LinkKind::Inside => {
                let form = LinkForm::Path;
                self.piece.hole(Hole::Link { target: dest_url.to_string(), form, range: range.clone() });
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
        match self.links.pop() {
            Some(OpenLink::Written) => self.piece.push("</a>"),
            Some(OpenLink::Named) => self.piece.hole(Hole::LinkEnd),
            Some(OpenLink::Refused) | None => {}
        }
    }

    fn open_named(&mut self, target: &str, range: &Range<usize>) {
        self.piece.hole(Hole::Link { target: target.to_owned(), form: LinkForm::Name, range: range.clone() });
    }

    /// Writes an image that stands among text.
    pub(super) fn inline_image(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        let Tag::Image { title, .. } = tag else { return };
        self.image(tag, range, title, false);
    }

    /// Writes a paragraph that is a lone image as a figure; `false` if it is none.
    pub(super) fn figure(&mut self) -> bool {
        let Some((Event::Start(tag @ Tag::Image { link_type, dest_url, title, .. }), range)) = self.events.get(self.at)
        else {
            return false;
        };
        if let Embed::Note | Embed::Shown(ShownBy::Link) = Embed::of(*link_type, dest_url) {
            return false;
        }
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
        let shown = match Embed::of(*link_type, dest_url) {
            Embed::Note => return self.link_to_note(tag, content, range),
            Embed::Shown(shown) => shown,
        };
        let (alternative, size) = self.alternative_text(*link_type, content, shown, range);
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
        if leads == LinkKind::Outside && shown != ShownBy::Picture {
            return self.outside_link(dest_url, &alternative);
        }
        let mut attributes = Piece::default();
        if shown == ShownBy::Picture {
            attributes.attribute("alt", &alternative);
        }
        if !title.is_empty() {
            attributes.attribute("title", title);
        }
        if shown == ShownBy::Picture {
            attributes.push(self.loading());
        }
        if leads == LinkKind::Inside {
            let wiki = matches!(link_type, LinkType::WikiLink { .. });
            let target = if wiki { wiki_target(dest_url) } else { dest_url };
            let (alternative, attributes) = (escape(&alternative), attributes.html);
            let tag = ImageTag { alternative, attributes, alone, size, shown, named: wiki, ..ImageTag::default() };
            self.piece.hole(Hole::Image { target: target.to_owned(), tag: Box::new(tag), range: range.clone() });
        } else {
            self.piece.push("<img src=\"");
            self.address(anew.as_deref().unwrap_or(dest_url));
            self.piece.push("\"");
            self.piece.append(attributes);
            for (name, pixels) in [("width", size.0), ("height", size.1)] {
                if let Some(pixels) = pixels {
                    self.piece.attribute(name, &pixels.to_string());
                }
            }
            self.piece.push(">");
        }
    }

    /// Writes a link to a text that stands where a picture might: what it says stands on its own page.
    fn link_to_note(&mut self, tag: &'a Tag<'a>, content: &'a [Item<'a>], range: &Range<usize>) {
        let Tag::Image { link_type, dest_url, .. } = tag else { return };
        let wiki = matches!(link_type, LinkType::WikiLink { .. });
        let target = if wiki { wiki_target(dest_url) } else { dest_url };
        let typed = plain_text(content);
        // A size is no word for a text.
        let (words, _) = embeds::without_size(&typed);
        let text = if words.is_empty() { embeds::own_name(target).to_owned() } else { words.to_owned() };
        self.prose.add(&text);
        if wiki {
            self.open_named(target, range);
            self.piece.text(&text);
            self.piece.hole(Hole::LinkEnd);
            return;
        }
        self.piece.push("<a href=\"");
        self.piece.hole(Hole::Link { target: target.to_owned(), form: LinkForm::Path, range: range.clone() });
        self.piece.push("\">");
        self.piece.text(&text);
        self.piece.push("</a>");
    }

    /// Writes a link to a film or a file of another site, which no page loads.
    fn outside_link(&mut self, address: &str, text: &str) {
        self.piece.push("<a href=\"");
        self.address(address);
        self.piece.push("\">");
        self.piece.text(text);
        self.piece.push("</a>");
    }

    /// When an image is to be loaded: the first one is likely to be seen at once, and waiting for the layout would only
    /// delay it.
    pub(super) fn loading(&mut self) -> &'static str {
        let first = !std::mem::replace(&mut self.has_image, true);
        if first { " decoding=\"async\"" } else { " loading=\"lazy\" decoding=\"async\"" }
    }

    /// What a picture shows in words, and the size that was typed with them; a file that is no picture has its name.
    fn alternative_text(
        &mut self,
        link_type: LinkType,
        content: &[Item<'_>],
        shown: ShownBy,
        range: &Range<usize>,
    ) -> (String, embeds::Size) {
        // `![[photo.jpg]]` shows the file's name, which tells nobody what is to be seen.
        let named = link_type == LinkType::WikiLink { has_pothole: false };
        let typed = if named { String::new() } else { plain_text(content) };
        let (text, size) = embeds::without_size(&typed);
        if text.is_empty() && shown != ShownBy::Picture {
            return (embeds::own_name(&self.source.text[range.clone()]).to_owned(), size);
        }
        if text.is_empty() {
            let hint = match (link_type, size.0) {
                (LinkType::WikiLink { .. }, None) => "say what it shows: `![[photo.jpg|what it shows]]`".to_owned(),
                (LinkType::WikiLink { .. }, Some(width)) => {
                    format!("say what it shows: `![[photo.jpg|what it shows|{width}]]`")
                }
                _ => "say what it shows: `![what it shows](photo.jpg)`".to_owned(),
            };
            self.warn(Diagnostic::warning("missing-alt", "the image has no alternative text").hint(hint), range);
        }
        (text.to_owned(), size)
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
