//! Where the links and pictures of a part lead: to places in the book, to the web, or nowhere.

use super::fit::xml_id;
use crate::links::url::encode;
use crate::links::{Base, Leads};
use crate::photo::{Form, Variant};
use crate::site::view::{BookPart, BookPiece};
use crate::site::{Print, Route, Site};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use url::{Position, Url};

/// The pages of the site that are in the book.
pub(super) struct BookPlaces<'a> {
    site: &'a Site,
    /// The file of each, and the place in it.
    files: BTreeMap<String, (String, Option<String>)>,
}

/// What the links on one part start from.
pub(super) struct OnPart<'a> {
    places: &'a BookPlaces<'a>,
    /// The part's page on the site.
    page: String,
    file: &'a str,
    drawings: &'a [(String, String)],
}

/// Where a link leads.
#[derive(Debug, PartialEq)]
pub(super) enum LeadsTo {
    /// To a file of the book, and a place in it that may be there.
    File(String, Option<String>),
    /// To the web.
    Web(String),
    /// Nowhere that a book can lead.
    Nowhere,
}

/// A picture of the book.
#[derive(Debug)]
pub(super) enum Shows {
    /// A chart, by the name of its file.
    Chart(String),
    /// A photo.
    Photo(String, Arc<Print>, Variant),
    /// Nothing that is in the book.
    Nothing,
}

impl<'a> BookPlaces<'a> {
    /// The pages of parts whose files have these names.
    pub(super) fn of(site: &'a Site, pieces: &[BookPiece], files: &[String]) -> Self {
        let mut places = BTreeMap::new();
        for (piece, file) in pieces.iter().zip(files) {
            for address in &piece.addresses {
                // A lesson's page is a place among the lessons.
                let lesson = address.strip_prefix("/lessons/").and_then(|id| id.strip_suffix('/'));
                let lesson = lesson.filter(|id| piece.part == BookPart::Lessons && !id.is_empty());
                places.insert(address.clone(), (file.clone(), lesson.map(xml_id)));
            }
        }
        Self { site, files: places }
    }

    /// Where links on a part start from.
    pub(super) fn on<'b>(&'b self, piece: &BookPiece, file: &'b str, drawings: &'b [(String, String)]) -> OnPart<'b> {
        let page = piece.addresses.first().cloned().unwrap_or_else(|| "/".to_owned());
        OnPart { places: self, page, file, drawings }
    }
}

impl OnPart<'_> {
    fn base(&self) -> Base<'_> {
        let config = &self.places.site.config;
        Base { url: &config.base_url, path: &config.base_path }
    }

    /// Where a link leads.
    pub(super) fn link(&self, href: &str) -> LeadsTo {
        match self.base().follow(&self.page, href) {
            Leads::Inside(address, fragment) => self.inside(&address, fragment.as_deref(), href),
            Leads::Outside(address) => whole(self.root().and_then(|base| base.join(address).ok())),
            Leads::Elsewhere => whole(Url::parse(href.trim()).ok()),
            Leads::Above => LeadsTo::Nowhere,
        }
    }

    fn inside(&self, address: &str, fragment: Option<&str>, href: &str) -> LeadsTo {
        let place = fragment.map(xml_id);
        if address == self.page && (place.is_some() || href.trim_start().starts_with('#')) {
            return LeadsTo::File(self.file.to_owned(), place);
        }
        let folder = format!("{address}/");
        let known = self.places.files.get(address).or_else(|| self.places.files.get(&folder));
        if let Some((file, own)) = known {
            return LeadsTo::File(file.clone(), place.or_else(|| own.clone()));
        }
        match self.places.site.routes.get(address) {
            // The picture itself is in the book, in the size that suits it.
            Some(Route::Photo(..)) => LeadsTo::Nowhere,
            _ => {
                let path = self.places.site.config.path(&encode(address));
                let mut whole_url = self.root().and_then(|base| base.join(&path).ok());
                if let Some(url) = &mut whole_url {
                    url.set_fragment(fragment);
                }
                whole(whole_url)
            }
        }
    }

    /// The address of the site.
    fn root(&self) -> Option<Url> {
        Url::parse(&self.places.site.config.base_url).ok()
    }

    /// What the address of a picture shows.
    pub(super) fn picture(&self, src: &str) -> Shows {
        if let Some(name) = src.strip_prefix(super::figures::SCHEME).and_then(|rest| rest.strip_prefix(':')) {
            return match self.drawings.iter().any(|(own, _)| own == name) {
                true => Shows::Chart(name.to_owned()),
                false => Shows::Nothing,
            };
        }
        let Leads::Inside(address, _) = self.base().follow(&self.page, src) else { return Shows::Nothing };
        match self.places.site.routes.get(&*address) {
            Some(Route::Photo(print, variant)) => Shows::Photo(photo_name(print, *variant), print.clone(), *variant),
            _ => Shows::Nothing,
        }
    }
}

/// The name of a photo's file. A WebP becomes a PNG, since older reading systems know no other.
fn photo_name(print: &Print, variant: Variant) -> String {
    let photo = &print.photo;
    let ending = match photo.form {
        Form::WebP | Form::MovingWebP => ".png".to_owned(),
        _ => photo.ending(variant),
    };
    format!("images/{}{ending}", photo.mark.short())
}

/// An address of the web as the strictest reading systems take it.
fn whole(url: Option<Url>) -> LeadsTo {
    let Some(url) = url.filter(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "tel")) else {
        return LeadsTo::Nowhere;
    };
    let (before, path) = (&url[..Position::BeforePath], &url[Position::BeforePath..]);
    LeadsTo::Web(format!("{before}{}", strict(path)))
}

/// An address from its path on, with everything escaped that browsers let be and the standard of addresses does not.
fn strict(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut in_fragment = false;
    for (at, c) in path.char_indices() {
        let is_escape = || path.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let stands = match c {
            '%' => is_escape(),
            '#' => !std::mem::replace(&mut in_fragment, true),
            ' ' | '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ => true,
        };
        match stands {
            true => out.push(c),
            false => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_that_the_strictest_take() {
        for (typed, expected) in [
            ("https://e.org/a b?c=[d]|e%f#g#h", "https://e.org/a%20b?c=%5Bd%5D%7Ce%25f#g%23h"),
            ("https://[::1]:8/x%20y", "https://[::1]:8/x%20y"),
            ("tel:+1 2", "tel:+1%202"),
            ("mailto:a@e.org?subject=a b", "mailto:a@e.org?subject=a%20b"),
        ] {
            assert_eq!(whole(Url::parse(typed).ok()), LeadsTo::Web(expected.to_owned()), "{typed}");
        }
        for typed in ["javascript:1", "file:///x", "data:,x", "nothing"] {
            assert_eq!(whole(Url::parse(typed).ok()), LeadsTo::Nowhere, "{typed}");
        }
    }
}
