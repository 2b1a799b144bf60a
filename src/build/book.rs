//! The book: the stages of a build up to the plan, then one file in place of a site.

use super::{Builder, Prepared, Request, fails, with_photos};
use crate::book::{self, BookContent, Volume};
use crate::diag::{self, Diagnostic, Failure};
use crate::photo;
use crate::photo::{Form, Variant};
use crate::privacy;
use crate::publish::{Variants, WishedFile, WishedKind};
use crate::render::{Keys, Press};
use crate::site::{Card, Print, ReaderContext};
use std::path::{Path, PathBuf};

/// What became of a book.
#[derive(Debug)]
pub struct BookOutcome {
    /// All problems, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Where it was written; `None` where it was not.
    pub written: Option<WrittenBook>,
}

/// A book on the disk.
#[derive(Debug)]
pub struct WrittenBook {
    /// Its file.
    pub path: PathBuf,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// Its entries.
    pub entries: usize,
}

/// Writes the book of a site, or nothing if there is an error.
///
/// `output` is where it is to be; without it, it gets a name of its title in `folder`.
///
/// # Errors
/// When the disk can't be read or written, or no book may stand where it is to be.
pub fn write_book(request: &Request, output: Option<&Path>, folder: &Path) -> Result<BookOutcome, Failure> {
    let nothing = |mut diagnostics: Vec<Diagnostic>| {
        diag::sort(&mut diagnostics);
        Ok(BookOutcome { diagnostics, written: None })
    };
    let place = |path: &Path| WishedFile::at(&request.root, &request.output, path, WishedKind::Epub);
    let wished = output.map(|path| named_as_book(path).and_then(place)).transpose()?;
    let mut builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
    let variants = Variants::of(&request.root);
    let prepared = match builder.prepare()? {
        Ok(prepared) if fails(&prepared.diagnostics, false) => return nothing(prepared.diagnostics),
        Ok(prepared) => prepared,
        Err(problems) => return nothing(problems),
    };
    let shown = |photos: &[(&Print, Vec<Variant>)]| variants.try_all(photos);
    let (mut prepared, reading) = match with_photos(&mut builder, prepared, &Keys::default(), shown)? {
        Ok(prepared) => prepared,
        Err(problems) => return nothing(problems),
    };
    let volume = match book::make(prepared.press(&reading)) {
        Ok(volume) => volume,
        Err(problems) => {
            prepared.diagnostics.extend(problems);
            return nothing(prepared.diagnostics);
        }
    };
    let leaks = book_leaks(&builder, &prepared, &reading, &volume);
    prepared.diagnostics.extend(leaks);
    if fails(&prepared.diagnostics, false) {
        return nothing(prepared.diagnostics);
    }
    let wished = wished.map_or_else(|| place(&folder.join(&volume.name)), Ok)?;
    let path = wished.path.clone();
    let beside = wished.begin()?;
    book::pack(&volume.files, beside.file(), |print, variant| photo_of_book(&variants, print, variant))?;
    let bytes = beside.put()?;
    diag::sort(&mut prepared.diagnostics);
    let entries = volume.files.iter().filter(|file| file.path.starts_with("EPUB/entry-")).count();
    Ok(BookOutcome { diagnostics: prepared.diagnostics, written: Some(WrittenBook { path, bytes, entries }) })
}

/// A path that ends as a book's does.
fn named_as_book(path: &Path) -> Result<&Path, Failure> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("epub")) {
        return Ok(path);
    }
    let message = format!("a book's file ends in .epub, and {} does not", path.display());
    Err(Failure::new(message).hint("name it FILE.epub"))
}

/// What a book says that nobody may know, as errors.
pub fn book_leaks(builder: &Builder, prepared: &Prepared, reading: &ReaderContext, volume: &Volume) -> Vec<Diagnostic> {
    let press = prepared.press(reading);
    let mut memory = privacy::SearchMemory::default();
    let Some(search) = memory.search(press, builder.sources()) else { return Vec::new() };
    for (path, bytes) in texts(press, volume) {
        search.made(&path, &bytes);
    }
    search.leaks_in(press, builder.sources(), &|press| {
        book::make(press).map(|volume| texts(press, &volume)).unwrap_or_default()
    })
}

/// The texts of a book's files, by what messages call them; of pictures their words or their names.
fn texts(press: Press<'_>, volume: &Volume) -> Vec<(String, Vec<u8>)> {
    let text = |file: &book::BookFile| {
        let bytes = match &file.content {
            BookContent::Made(bytes) => bytes.clone(),
            BookContent::Cover(_) => press.site.card_text(Card::Site).into_bytes(),
            BookContent::Photo(..) => Vec::new(),
        };
        (format!("the book's {}", file.path), bytes)
    };
    volume.files.iter().map(text).collect()
}

/// The bytes of a photo as a book has them.
fn photo_of_book(variants: &Variants, print: &Print, variant: Variant) -> Result<Vec<u8>, Failure> {
    let file = variants.file(print, variant)?;
    let bytes = std::fs::read(&file).map_err(|error| Failure::io("cannot read", &file, &error))?;
    match print.photo.form {
        Form::WebP | Form::MovingWebP => photo::png_of_webp(&bytes).map_err(|why| {
            Failure::new(format!("{} can't be made a PNG, which books need: {why}", print.file.display()))
        }),
        _ => Ok(bytes),
    }
}
