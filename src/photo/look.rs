//! Looking at a file: what can be told of a picture without decoding it.

use super::kind::{Kind, is_named_like_one, kind};
use super::{Form, Looked, Mark, Photo, Refusal, gif, make, svg, webp};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat};
use std::io::BufRead;
use std::sync::Arc;

/// The most pixels of a photo on a side, and in all: the largest cameras in pockets stay below, and what is larger
/// would fill the memory.
pub(super) const MOST_SIDE: u32 = 20_000;
pub(super) const MOST_PIXELS: u64 = 120_000_000;

/// What a file is, from its bytes; `None` where it is no picture and does not pretend to be one by its name.
pub fn look(path: &str, bytes: &[u8]) -> Option<Looked> {
    let Some(kind) = kind(bytes) else {
        let why = if bytes.is_empty() { "is empty" } else { "is no picture, whatever its name says" };
        return is_named_like_one(path).then(|| Looked::Refused(Refusal::damaged(why)));
    };
    Some(match photo(bytes, kind) {
        Ok(photo) => Looked::Photo(Arc::new(photo)),
        Err(refusal) => Looked::Refused(refusal),
    })
}

pub(super) fn photo(bytes: &[u8], kind: Kind) -> Result<Photo, Refusal> {
    let mark = Mark::of(bytes);
    let kept = |form, (width, height)| Ok(Photo { mark, form, width, height });
    let (format, form) = match kind {
        Kind::Gif => {
            let (_, size) = gif::clean(bytes).ok_or_else(cut_short)?;
            return kept(Form::Gif, within(size)?);
        }
        Kind::Svg => return kept(Form::Svg, svg::clean(bytes)?.1),
        Kind::Other(name) => return Err(other(name)),
        Kind::Jpeg => (ImageFormat::Jpeg, Form::Jpeg),
        Kind::Png => (ImageFormat::Png, Form::Png),
        Kind::WebP => (ImageFormat::WebP, Form::WebP),
    };
    if !is_whole(bytes, kind) {
        return Err(cut_short());
    }
    let mut decoder = make::decoder(bytes, format).map_err(|e| make::refusal(&e))?;
    let stored = within(decoder.dimensions())?;
    let turned = turns(make::orientation(&mut decoder));
    let form = match form {
        Form::WebP if webp::moves(bytes) => Form::MovingWebP,
        Form::WebP if !decoder.color_type().has_alpha() => Form::Jpeg,
        form => form,
    };
    let upright = if turned && form != Form::MovingWebP { (stored.1, stored.0) } else { stored };
    kept(form, upright)
}

/// Whether an orientation exchanges width and height.
pub(super) fn turns(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

fn within((width, height): (u32, u32)) -> Result<(u32, u32), Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::damaged("has no pixels"));
    }
    if width.max(height) > MOST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::new(
            format!(
                "is {width} × {height} pixels, more than the {MOST_SIDE} on a side and 120 million in all that are read"
            ),
            "save a smaller copy of it: pages show at most 1600 pixels across",
        ));
    }
    Ok((width, height))
}

fn cut_short() -> Refusal {
    Refusal::damaged("ends before the picture does")
}

fn other(name: &str) -> Refusal {
    Refusal::new(
        format!("is a picture of the kind {name}, which not every browser shows"),
        format!(
            "save it as JPEG and name that file: {}",
            match name {
                "HEIC" => "on a phone, share it by mail, or choose “Most Compatible” in the camera’s settings",
                "TIFF or raw" | "raw" => "the camera’s own program, or any picture editor, exports it",
                _ => "any picture editor exports it",
            }
        ),
    )
}

/// Whether the file goes on to its end: decoders take what is missing for grey.
fn is_whole(bytes: &[u8], kind: Kind) -> bool {
    match kind {
        Kind::Jpeg => jpeg_ends(bytes).is_some(),
        Kind::Png => png_ends(bytes).is_some(),
        _ => webp::ends(bytes),
    }
}

/// Walks a JPEG's segments to the mark of its end; a thumbnail's own such mark lies inside a segment.
fn jpeg_ends(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(2..)?;
    loop {
        // What stands before a mark is the picture itself, or padding.
        let skipped = rest.skip_until(0xff).ok()?;
        if skipped == 0 {
            return None;
        }
        let (mark, after) = rest.split_first()?;
        match mark {
            0xd9 => return Some(()),
            0xff => {}
            0x00 | 0x01 | 0xd0..=0xd8 => rest = after,
            _ => {
                let length = u16::from_be_bytes(*after.first_chunk()?);
                rest = after.get(usize::from(length)..)?;
            }
        }
    }
}

/// Walks a PNG's chunks to the last.
fn png_ends(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let after = rest.get(length.checked_add(12)?..)?;
        if rest.get(4..8)? == b"IEND" {
            return Some(());
        }
        rest = after;
    }
}
