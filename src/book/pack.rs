//! Packs the files of a book into one.

use super::{BookContent, BookFile};
use crate::diag::Failure;
use crate::photo::Variant;
use crate::site::Print;
use std::io::{Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes the files of a book; `photo` gives the bytes of photos, one at a time.
///
/// The first file says what the whole is, uncompressed, so that a reading system knows it by its first bytes. No file has a time of
/// its own: the same book is the same bytes.
///
/// # Errors
/// When it can't be written, or a photo can't be read.
pub fn pack(
    files: &[BookFile],
    into: impl Write + Seek,
    mut photo: impl FnMut(&Print, Variant) -> Result<Vec<u8>, Failure>,
) -> Result<(), Failure> {
    let mut zip = ZipWriter::new(into);
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let packed = stored.compression_method(CompressionMethod::Deflated);
    put(&mut zip, "mimetype", stored, b"application/epub+zip")?;
    for file in files {
        match &file.content {
            BookContent::Made(bytes) => put(&mut zip, &file.path, packed, bytes)?,
            // Pictures are packed already.
            BookContent::Cover(bytes) => put(&mut zip, &file.path, stored, bytes)?,
            BookContent::Photo(print, variant) => put(&mut zip, &file.path, stored, &photo(print, *variant)?)?,
        }
    }
    let mut into = zip.finish().map_err(|error| failed(&error))?;
    into.flush().map_err(|error| failed(&error.into()))
}

fn put<W: Write + Seek>(
    zip: &mut ZipWriter<W>,
    path: &str,
    options: SimpleFileOptions,
    bytes: &[u8],
) -> Result<(), Failure> {
    zip.start_file(path, options).map_err(|error| failed(&error))?;
    zip.write_all(bytes).map_err(|error| failed(&error.into()))
}

fn failed(error: &zip::result::ZipError) -> Failure {
    Failure::new(format!("the book can't be written: {error}"))
}
