//! Photos: what a picture file is, which variants of it are published, and how those are made.
//!
//! A photo is decoded, turned upright, made smaller and written anew, so that of what a camera put into it (where it was taken,
//! when, by whom, with which thumbnail) nothing is left but its colours. What can't be written anew without loss, an animation
//! or a drawing, is copied piece by piece, and only the pieces that are known. Of files that are published as they are, and of
//! films and tracks, [`said`] tells whether they say where they were made.
//!
//! Invariant: bytes in, bytes out: no disk, no clock, and the same bytes for the same photo on every machine.

mod colours;
mod data;
mod gif;
mod kind;
mod look;
mod make;
mod place;
mod svg;
mod webp;

pub use data::embedded;
pub use kind::may_be_one;
pub use look::look;
pub use make::{make, png_of_webp};
pub use place::{Placed, Reads, film_says, reads, said};

use crate::diag::Diagnostic;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the files of a site are found to be, by their path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Photos {
    /// The pictures.
    pub pictures: BTreeMap<Arc<str>, Looked>,
    /// The files that say where they were made; photos that are written anew without it need not be among them.
    pub placed: BTreeMap<Arc<str>, Placed>,
}

/// What a picture file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Looked {
    /// A picture whose variants can be published.
    Photo(Arc<Photo>),
    /// Nothing that can be published.
    Refused(Refusal),
}

/// A picture whose variants can be published.
#[derive(Clone, Debug, Hash, PartialEq)]
pub struct Photo {
    /// Stands for its bytes and for the way in which its variants are made.
    pub mark: Mark,
    /// How its variants are written.
    pub form: Form,
    /// Pixels across, once it stands upright.
    pub width: u32,
    /// Pixels from top to bottom, once it stands upright.
    pub height: u32,
}

/// How the variants of a photo are written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Form {
    /// JPEG from a JPEG, and from a WebP without transparency: the encoder at hand writes WebP without loss only, which makes
    /// photos several times larger.
    Jpeg,
    /// PNG from a PNG.
    Png,
    /// WebP without loss, from a WebP with transparency.
    WebP,
    /// A GIF, moving or not, in its own size.
    Gif,
    /// A moving WebP in its own size.
    MovingWebP,
    /// A drawing, which has any size.
    Svg,
}

/// One of the sizes in which a photo is published.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Variant {
    /// Pixels across.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// Why a file can't be published as a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refusal {
    /// What is wrong, as the end of a sentence that starts with the file.
    pub why: String,
    /// What to do.
    pub hint: String,
    /// Whether it is a drawing, which may act or load something where it is published as it is.
    pub drawing: bool,
}

impl Refusal {
    /// A file that can't be published.
    pub fn new(why: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { why: why.into(), hint: hint.into(), drawing: false }
    }

    fn drawing(why: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { drawing: true, ..Self::new(why, hint) }
    }

    /// A file that is no whole picture.
    pub fn damaged(why: &str) -> Self {
        Self::new(why, "copy it from the camera again, or save it anew in a picture editor")
    }

    /// The problem of naming such a file, without its place.
    pub fn problem(&self, path: &str) -> Diagnostic {
        Diagnostic::warning("bad-image", format!("{path} {}", self.why)).hint(self.hint.clone())
    }
}

/// Stands for the bytes of a photo and the way in which its variants are made.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Mark([u8; 16]);

/// What marks start from: another number wherever other bytes come out of the same photo, after a change of the code here or
/// of the crates that decode, resize and encode.
const WAY: &[u8] = b"comeback photos 2, image 0.25.10, fast_image_resize 6.1.0";

impl Mark {
    /// The mark of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut mark = [0; 16];
        let mut hasher = blake3::Hasher::new();
        hasher.update(WAY).update(bytes).finalize_xof().fill(&mut mark);
        Self(mark)
    }

    /// All of it in hexadecimal digits.
    pub fn whole(self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    /// As much of it as addresses carry.
    pub fn short(self) -> String {
        self.whole()[..10].to_owned()
    }
}

/// The widths that variants have, for phones, for phones with fine screens, for desks.
const WIDTHS: [u32; 3] = [480, 960, 1600];

impl Photo {
    /// The sizes in which it is published, the smallest first; none is larger than the photo itself.
    pub fn variants(&self) -> Vec<Variant> {
        let own = Variant { width: self.width, height: self.height };
        if self.is_kept() {
            return vec![own];
        }
        let largest = self.width.min(WIDTHS[2]);
        // One that is hardly smaller than the largest saves nobody anything.
        let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| width * 6 / 5 < largest).collect();
        widths.push(largest);
        let at = |width: u32| {
            let height =
                (u64::from(self.height) * u64::from(width) + u64::from(self.width / 2)) / u64::from(self.width);
            Variant { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
        };
        widths.into_iter().map(at).collect()
    }

    /// Whether its pieces are copied, in its own size.
    pub fn is_kept(&self) -> bool {
        matches!(self.form, Form::Gif | Form::MovingWebP | Form::Svg)
    }

    /// The end of a variant's file name, whatever its beginning: `.960.jpg`.
    pub fn ending(&self, variant: Variant) -> String {
        let ending = match self.form {
            Form::Jpeg => "jpg",
            Form::Png => "png",
            Form::WebP | Form::MovingWebP => "webp",
            Form::Gif => "gif",
            Form::Svg => "svg",
        };
        if self.is_kept() { format!(".{ending}") } else { format!(".{}.{ending}", variant.width) }
    }
}

#[cfg(test)]
mod tests;
