//! Which photos are published, at which addresses, and how pages show them.

use super::files::Files;
use super::fill::For;
use super::{Route, Site, links};
use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::markdown::{ImageTag, ShownBy};
use crate::photo::{Looked, Photo, Photos, Placed, Variant};
use crate::text::escape_into;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// The pictures of a site by the address that a copy of the file would have, encoded, which links to them resolve to; `None`
/// for those that can't be published.
pub(super) type Album = BTreeMap<String, Option<Arc<Print>>>;

/// A photo and where its variants stand.
#[derive(Clone, Debug, Hash, PartialEq)]
pub struct Print {
    /// The file, relative to the site's root.
    pub file: Arc<Path>,
    /// What it is.
    pub photo: Arc<Photo>,
    /// The start of its variants' addresses, not encoded: `/journal/first-run/photo.3f9a2c0b1d`.
    stem: String,
}

/// A picture as templates show it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Picture {
    src: String,
    /// The addresses of all its sizes, if there are several.
    srcset: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
}

/// The widths that the theme's column of text takes up.
const SIZES: &str = "(min-width: 38rem) 36rem, calc(100vw - 2rem)";

/// The width that suits a reader that can't choose.
pub(super) const MIDDLE: u32 = 960;

impl Print {
    fn address(&self, variant: Variant) -> String {
        format!("{}{}", self.stem, self.photo.ending(variant))
    }

    /// The largest of its sizes.
    fn largest(&self) -> Variant {
        self.photo.variants().pop().unwrap_or(Variant { width: self.photo.width, height: self.photo.height })
    }

    /// The smallest of its sizes that is as wide as wanted, or the largest.
    fn near(&self, width: u32) -> Variant {
        self.photo.variants().into_iter().find(|variant| variant.width >= width).unwrap_or(self.largest())
    }
}

/// The pictures among the files that have an address.
pub(super) fn album(photos: &Photos, files: &Files) -> Album {
    let print = |(path, looked): (&Arc<str>, &Looked)| {
        let address = files.addresses.get(path)?;
        let Looked::Photo(photo) = looked else { return Some((links::encode(address), None)) };
        let name = address.rfind('/').map_or(0, |slash| slash + 1);
        // A name that is all ending, `.jpg`, is hidden and was never read.
        let stem = address[name..].rfind('.').map_or(address.as_str(), |dot| &address[..name + dot]);
        let stem = format!("{stem}.{}", photo.mark.short());
        let print = Print { file: Path::new(&**path).into(), photo: photo.clone(), stem };
        Some((links::encode(address), Some(Arc::new(print))))
    };
    photos.pictures.iter().filter_map(print).collect()
}

/// Adds the photos that published texts name.
pub(super) fn publish(album: &Album, files: &Files, routes: &mut BTreeMap<Arc<str>, Route>) {
    let is_linked = |print: &&Arc<Print>| files.linked.contains_key(&*print.file.to_string_lossy());
    for print in album.values().flatten().filter(is_linked) {
        for variant in print.photo.variants() {
            // A file of the writer's that has this very name stays.
            let address = print.address(variant).into();
            routes.entry(address).or_insert_with(|| Route::Photo(print.clone(), variant));
        }
    }
}

/// Speaks of the files that are published as they are with a place in them, and of drawings that act or load something.
pub(super) fn carried(photos: &Photos, routes: &BTreeMap<Arc<str>, Route>, diagnostics: &mut Vec<Diagnostic>) {
    for route in routes.values() {
        let (Route::File(file, _) | Route::Linked(file, _)) = route else { continue };
        let path = file.to_string_lossy().replace('\\', "/");
        if let Some(placed) = photos.placed.get(path.as_str()) {
            let (what, hint) = carries(*placed);
            let message = format!("{what}, and is published as it is");
            diagnostics.push(Diagnostic::warning("photo-location", message).at(Place::file(&path)).hint(hint));
        }
        match photos.pictures.get(path.as_str()) {
            Some(Looked::Refused(refusal)) if refusal.drawing && path.starts_with("static/") => {
                let message = format!("this {}, and is published as it is", refusal.why);
                let problem = Diagnostic::warning("bad-image", message).at(Place::file(&path));
                diagnostics.push(problem.hint(refusal.hint.clone()));
            }
            _ => {}
        }
    }
}

/// What a file that says a place is, and how that is taken out of it.
fn carries(placed: Placed) -> (&'static str, &'static str) {
    match placed {
        Placed::Photo => (
            "this photo says where it was taken",
            "move it beside the text that shows it, where it is published without that",
        ),
        Placed::Picture => (
            "this picture says where it was taken",
            "save it as JPEG beside the text that shows it, where it is published without that",
        ),
        Placed::Film => (
            "this film says where it was taken",
            "share it from the phone with its place left out, or write it anew: `ffmpeg -i IN -map_metadata -1 -c copy OUT`",
        ),
        Placed::Track => (
            "this track says where you were, from the first step to the last",
            "take it out, or cut it off far from your door: an entry's `sessions` keep distance and time without places",
        ),
        Placed::Around => (
            "this file has a photo in it that says where it was taken",
            "save the photo as a file beside the text that shows it, where it is published without that",
        ),
    }
}

/// The width and the height that a picture is shown with: what was typed, the rest in its own proportion.
fn sized(typed: (Option<u32>, Option<u32>), own: Option<(u32, u32)>) -> (Option<u32>, Option<u32>) {
    match (typed, own) {
        ((None, None), own) => own.unzip(),
        ((Some(wide), None), Some((width, height))) if width > 0 => {
            let high = (u64::from(wide) * u64::from(height) + u64::from(width) / 2) / u64::from(width);
            (Some(wide), u32::try_from(high.max(1)).ok())
        }
        (typed, _) => typed,
    }
}

impl Site {
    /// The photo that a target means, if it is one that is published.
    fn print(&self, target: &str) -> Option<&Arc<Print>> {
        self.album.get(target)?.as_ref()
    }

    /// Whether a target means a picture that can't be published.
    fn is_refused(&self, target: &str) -> bool {
        matches!(self.album.get(target), Some(None))
    }

    /// The picture that a text's front matter names, if there is one.
    pub(super) fn image(&self, entry: &Entry) -> Option<&str> {
        self.links.images.get(&entry.path).map(String::as_str).filter(|image| !self.is_refused(image))
    }

    /// The address of a picture that may be a photo, as pages or feeds write it: of the size that suits both.
    pub(super) fn picture_address(&self, target: &str, width: u32, what_for: For) -> String {
        match self.print(target) {
            Some(print) => self.href(&links::encode(&print.address(print.near(width))), what_for),
            None => self.href(target, what_for),
        }
    }

    /// The width and height of what [`Site::picture_address`] is the address of, where they are known.
    pub(super) fn size_near(&self, target: &str, width: u32) -> Option<(u32, u32)> {
        let variant = self.print(target)?.near(width);
        Some((variant.width, variant.height))
    }

    /// A picture with all its sizes.
    pub(super) fn picture(&self, target: &str) -> Picture {
        let Some(print) = self.print(target) else {
            return Picture { src: self.href(target, For::Page), srcset: None, width: None, height: None };
        };
        let variants = print.photo.variants();
        let href = |variant: &Variant| self.href(&links::encode(&print.address(*variant)), For::Page);
        let set = || variants.iter().map(|v| format!("{} {}w", href(v), v.width)).collect::<Vec<_>>().join(", ");
        let largest = print.largest();
        Picture {
            src: href(&print.near(MIDDLE)),
            srcset: (variants.len() > 1).then(set),
            width: Some(largest.width),
            height: Some(largest.height),
        }
    }

    /// Writes the tag of an image; where there is none, its alternative text takes its place.
    pub(super) fn push_image(&self, out: &mut String, target: &str, tag: &ImageTag, what_for: For) {
        if target.is_empty() || self.is_refused(target) {
            out.push_str("<span class=\"no-picture\">");
            out.push_str(&tag.alternative);
            out.push_str("</span>");
            return;
        }
        if tag.shown != ShownBy::Picture {
            return self.push_file(out, target, tag, what_for);
        }
        let picture = self.picture(target);
        // Who wants to look closer is led to the largest size, where that is none of those shown already.
        let largest = self.print(target).filter(|_| tag.alone && what_for == For::Page && picture.srcset.is_some());
        if let Some(print) = largest {
            out.push_str("<a href=\"");
            escape_into(out, &self.href(&links::encode(&print.address(print.largest())), For::Page));
            out.push_str("\">");
        }
        out.push_str("<img src=\"");
        match what_for {
            For::Page => escape_into(out, &picture.src),
            For::Feed => escape_into(out, &self.picture_address(target, MIDDLE, For::Feed)),
        }
        out.push('"');
        if let Some(set) = picture.srcset.filter(|_| what_for == For::Page) {
            out.push_str(" srcset=\"");
            escape_into(out, &set);
            out.push('"');
            if !tag.fitted {
                let _ = write!(out, " sizes=\"{SIZES}\"");
            }
        }
        let (width, height) = sized(tag.size, picture.width.zip(picture.height).filter(|_| !tag.sized));
        for (name, pixels) in [("width", width), ("height", height)] {
            if let Some(pixels) = pixels {
                let _ = write!(out, " {name}=\"{pixels}\"");
            }
        }
        out.push_str(&tag.attributes);
        out.push('>');
        if largest.is_some() {
            out.push_str("</a>");
        }
    }

    /// Writes what shows a file that is no picture: an element that plays it, or a link.
    fn push_file(&self, out: &mut String, target: &str, tag: &ImageTag, what_for: For) {
        let name = match tag.shown {
            ShownBy::Video => "video",
            ShownBy::Audio => "audio",
            ShownBy::Picture | ShownBy::Link => "",
        };
        let href = self.href(target, what_for);
        if !name.is_empty() {
            let _ = write!(out, "<{name} controls preload=\"metadata\" src=\"");
            escape_into(out, &href);
            out.push('"');
            if let Some(width) = tag.size.0 {
                let _ = write!(out, " width=\"{width}\"");
            }
            let _ = write!(out, " aria-label=\"{}\"{}>", tag.alternative, tag.attributes);
        }
        out.push_str("<a href=\"");
        escape_into(out, &href);
        let _ = write!(out, "\">{}</a>", tag.alternative);
        if !name.is_empty() {
            let _ = write!(out, "</{name}>");
        }
    }

    /// What the photos of a text are: a page depends on their sizes and marks, which its own file does not show.
    pub(super) fn photos_of(&self, entry: &Entry) -> Vec<Option<Arc<Photo>>> {
        let of_image = self.links.images.get(&entry.path);
        let targets = self.links.targets.get(&entry.path).into_iter().flatten().flatten();
        let found = targets.chain(of_image).filter_map(|target| self.album.get(target));
        found.map(|print| print.as_ref().map(|print| print.photo.clone())).collect()
    }

    /// The addresses of a photo's sizes, the smallest first, if it is published.
    pub(super) fn sizes_of(&self, file: &str) -> Option<Vec<String>> {
        let print = self.album.values().flatten().find(|print| print.file.to_string_lossy() == file)?;
        let addresses = print.photo.variants().into_iter().map(|variant| print.address(variant));
        let published = |address: &String| self.routes.contains_key(address.as_str());
        let sizes: Vec<String> = addresses.filter(published).collect();
        (!sizes.is_empty()).then_some(sizes)
    }

    /// Where a link of a text leads: for a photo to its largest size, for a picture that can't be published to the text's page.
    pub(super) fn link_address<'a>(&'a self, target: &'a str, entry: &Entry) -> Cow<'a, str> {
        match self.album.get(target) {
            None => target.into(),
            Some(Some(print)) => links::encode(&print.address(print.largest())).into(),
            Some(None) => self.addresses.get(&entry.path).map_or("", |own| &**own).into(),
        }
    }
}
