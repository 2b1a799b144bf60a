//! Where the links and pictures of a part lead: to places in the book, to the web, or nowhere.

use super::fit::xml_id;
use crate::links::url::encode;
use crate::links::{Base, Leads};
use crate::photo::{Form, Variant};
use crate::site::view::{BookPart, BookPiece};
use crate::site::{Print, Route, Site};
use std::collections::BTreeMap;
use std::sync::Arc;
use url::Url;

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

/// An address of the web as everybody writes it.
fn whole(url: Option<Url>) -> LeadsTo {
    match url {
        Some(url) if matches!(url.scheme(), "http" | "https" | "mailto" | "tel") => LeadsTo::Web(url.into()),
        _ => LeadsTo::Nowhere,
    }
}
