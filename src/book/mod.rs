//! The whole journey as one book: an EPUB 3 of what is public, made of the same plan as the site.
//!
//! The theme's `book-*.html` templates say what stands in each part. What they make, and what writers typed in HTML, becomes
//! well-formed XHTML here: `clean.rs` takes out what acts or loads, `tree.rs` reads what is left, `fit.rs` writes it so that every
//! element stands where it may, `places.rs` knows where links lead. `figures.rs` turns charts into pictures, `package.rs` writes
//! the lists that reading systems begin with, `pack.rs` puts it all into one file.
//!
//! Invariant: no disk, no clock; the same journal makes the same bytes; nothing in it is loaded from elsewhere.

mod clean;
mod figures;
mod fit;
mod pack;
mod package;
mod page;
mod places;
mod tree;

pub use pack::pack;

use crate::diag::Diagnostic;
use crate::photo::Variant;
use crate::render::{self, Press};
use crate::site::Print;
use crate::site::view::{BookPart, BookPiece, book_pieces, of_book};
use crate::text::slug::slug;
use fit::Fitted;
use places::BookPlaces;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A book before it is packed.
#[derive(Debug)]
pub struct Volume {
    /// The name of its file, without a folder.
    pub name: String,
    /// Its files, in the order in which they are packed.
    pub files: Vec<BookFile>,
}

/// A file of a book.
#[derive(Debug)]
pub struct BookFile {
    /// Its path in the book.
    pub path: String,
    /// What is in it.
    pub content: BookContent,
}

/// What is in a file of a book.
#[derive(Debug)]
pub enum BookContent {
    /// These bytes.
    Made(Vec<u8>),
    /// A picture that was drawn of the site's title and facts.
    Cover(Vec<u8>),
    /// A photo in one of its sizes, which whoever packs it makes.
    Photo(Arc<Print>, Variant),
}

/// A part of the book as it was written.
#[derive(Debug)]
struct WrittenPiece {
    piece: BookPiece,
    /// The name of its file.
    file: String,
    fitted: Fitted,
    /// Its charts, by the names of their files.
    drawings: Vec<(String, String)>,
}

/// Makes the book of a site.
///
/// # Errors
/// What is wrong with the theme's templates.
pub fn make(press: Press<'_>) -> Result<Volume, Vec<Diagnostic>> {
    let site = press.site;
    let common = tera::Value::from_serializable(&crate::site::view::common(site));
    let nothing = |_: tera::Value| Ok(String::new());
    let (pieces, _) = press.read(&nothing, book_pieces).map_err(|problem| vec![problem])?;
    let files = file_names(&pieces);
    let places = BookPlaces::of(site, &pieces, &files);
    let write = |(piece, file): (BookPiece, String)| write_piece(press, &common, &places, piece, file);
    let written: Vec<Result<WrittenPiece, Diagnostic>> = pieces.into_par_iter().zip(files).map(write).collect();
    let (mut parts, mut problems) = (Vec::with_capacity(written.len()), Vec::new());
    for part in written {
        match part {
            Ok(part) => parts.push(part),
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    let css = press.theme.tera.render("book.css", &tera::Context::new()).map_err(|e| press.theme.problem(&e));
    let cover = render::cover(press);
    match (css, cover) {
        (Ok(css), Ok(cover)) if problems.is_empty() => Ok(bound(press, parts, css, cover)),
        (css, cover) => {
            problems.extend(css.err().into_iter().chain(cover.err()));
            Err(problems)
        }
    }
}

/// The names of the files of parts: entries are numbered, so that they stand in order in any program.
fn file_names(pieces: &[BookPiece]) -> Vec<String> {
    let mut entries = 0;
    let name = |piece: &BookPiece| match piece.part {
        BookPart::Title => "title.xhtml".to_owned(),
        BookPart::Introduction => "introduction.xhtml".to_owned(),
        BookPart::Chapter(index) => format!("chapter-{:02}.xhtml", index + 1),
        BookPart::Entry(_) => {
            entries += 1;
            format!("entry-{entries:04}.xhtml")
        }
        BookPart::Charts => "charts.xhtml".to_owned(),
        BookPart::Lessons => "lessons.xhtml".to_owned(),
        BookPart::Now => "now.xhtml".to_owned(),
    };
    pieces.iter().map(name).collect()
}

/// Writes one part.
fn write_piece(
    press: Press<'_>,
    common: &tera::Value,
    places: &BookPlaces<'_>,
    piece: BookPiece,
    file: String,
) -> Result<WrittenPiece, Diagnostic> {
    let figures = figures::Figures::of(press.theme, common, file.trim_end_matches(".xhtml"));
    let write = |figure: tera::Value| figures.write(figure);
    let (view, _) = press.read(&write, |reader| of_book(reader, piece.part))?;
    let html = view.and_then(|mut view| {
        view.context.insert_value("site", common.clone());
        press.theme.tera.render(view.template, &view.context)
    });
    let html = html.map_err(|error| press.theme.problem(&error))?;
    let drawings = figures.drawn();
    let at = places.on(&piece, &file, &drawings);
    let fitted = fit::fit(&tree::read(&clean::clean(&html)), &at);
    Ok(WrittenPiece { piece, file, fitted, drawings })
}

/// Puts the parts together with the files that list them.
fn bound(press: Press<'_>, parts: Vec<WrittenPiece>, css: String, cover: Option<Vec<u8>>) -> Volume {
    let site = press.site;
    let ids: BTreeMap<String, BTreeSet<String>> =
        parts.iter().map(|part| (part.file.clone(), part.fitted.ids.clone())).collect();
    let mut files = Vec::new();
    let mut add = |path: &str, content| files.push(BookFile { path: path.to_owned(), content });
    add("META-INF/container.xml", BookContent::Made(package::CONTAINER.into()));
    let facts = package::Facts::of(site, &parts, cover.is_some());
    add("EPUB/package.opf", BookContent::Made(facts.package().into_bytes()));
    add("EPUB/nav.xhtml", BookContent::Made(facts.contents().into_bytes()));
    add("EPUB/book.css", BookContent::Made(css.into_bytes()));
    if let Some(cover) = cover {
        add("EPUB/cover.png", BookContent::Cover(cover));
        add("EPUB/cover.xhtml", BookContent::Made(facts.cover().into_bytes()));
    }
    let mut photos = BTreeMap::new();
    for part in parts {
        let body = part.fitted.finished(&ids);
        let page = page::page(site, &part.piece.title, page::kind(part.piece.part), &body);
        add(&format!("EPUB/{}", part.file), BookContent::Made(page.into_bytes()));
        for (name, drawing) in part.drawings {
            add(&format!("EPUB/{name}"), BookContent::Made(drawing.into_bytes()));
        }
        photos.extend(part.fitted.photos);
    }
    for (name, (print, variant)) in photos {
        add(&format!("EPUB/{name}"), BookContent::Photo(print, variant));
    }
    Volume { name: format!("{}.epub", slug(&site.config.title)), files }
}
