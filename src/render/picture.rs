//! Charts as pictures of pixels, to be sent: the whole drawing with its words, by resvg with fonts of our own.

use super::raster;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Pixels of a picture's width: of drawings for phones what their screens show one by one, at three a unit.
const PHONE: f32 = 1080.0;
/// The widest drawing that is one for phones, in its units.
const NARROW: f32 = 400.0;
/// Pixels a unit of wider ones.
const WIDE: f32 = 2.0;

/// Changes whenever the same drawing makes another picture.
const FORM: &str = "chart 1\n";

/// A chart as a picture.
#[derive(Debug)]
pub struct ChartPng {
    /// The file.
    pub png: Vec<u8>,
    /// Letters of its words that no font of ours has, and that it lacks.
    pub lacks: BTreeSet<char>,
}

/// What a picture is kept under.
pub(super) fn name(svg: &str) -> String {
    blake3::Hasher::new().update(FORM.as_bytes()).update(svg.as_bytes()).finalize().to_hex().to_string()
}

/// A chart's drawing with its words, as a PNG.
///
/// # Errors
/// Why it can't be drawn, which only a programming mistake can cause.
pub fn png(svg: &str) -> Result<ChartPng, String> {
    // Letters of Latin alphabets are in all of the fonts.
    let foreign: BTreeSet<char> = svg.chars().filter(|c| u32::from(*c) > 0x24f).collect();
    let lacks = if foreign.is_empty() { foreign } else { raster::lacking(&foreign) };
    // An empty box in a word's place says less than the gap.
    let drawn: Cow<'_, str> = match lacks.is_empty() {
        true => svg.into(),
        false => svg.replace(|c| lacks.contains(&c), "").into(),
    };
    let png = raster::png_of_width(&drawn, |width| if width < NARROW { PHONE } else { width * WIDE })?;
    Ok(ChartPng { png, lacks })
}
