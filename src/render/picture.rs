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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Figure, PictureWords, Typefaces, picture};
    use crate::language::Language;

    /// The drawing of a chart whose words are these.
    fn drawing(heading: &str, say: &str, narrow: bool) -> String {
        let wide = "<svg class=\"chart wide\" viewBox=\"0 0 960 100\" aria-hidden=\"true\"></svg>".to_owned();
        let small = "<svg class=\"chart narrow\" viewBox=\"0 0 360 100\" aria-hidden=\"true\"></svg>".to_owned();
        let (heading, say) = (heading.to_owned(), say.to_owned());
        let figure = Figure { heading, say, wide, narrow: small, ..Figure::default() };
        let (language, letters) = (&Language::english(), Typefaces::OWN);
        picture(&figure, &PictureWords { caption: None, foot: "T", language, letters, narrow })
    }

    #[test]
    fn the_widest_words_stay_inside() {
        for narrow in [true, false] {
            for text in [
                "WWWW MMMM WMWM ",
                "Pain up from 1 the week before to 4 the week after, ",
                "ЩЖЮ ÄÖÜß Ωμέγα ",
                "@@@@ %%%% ",
            ] {
                let drawn = drawing(&text.repeat(6), &text.repeat(30), narrow);
                let (right, width) = raster::rightmost(&drawn);
                assert!(right <= width - 8.0, "{text}: {right} of {width}");
            }
        }
    }

    #[test]
    fn what_charts_say_of_themselves_is_in_the_fonts() {
        for words in [
            include_str!("../../themes/trailhead/languages/en.ftl"),
            include_str!("../../themes/trailhead/languages/de.ftl"),
        ] {
            let said = words.lines().filter(|line| line.starts_with("chart-") || line.starts_with(' '));
            let letters: BTreeSet<char> = said.flat_map(str::chars).chain("●▲■○◆".chars()).collect();
            assert_eq!(raster::lacking(&letters), BTreeSet::new());
        }
    }

    #[test]
    fn letters_that_no_font_has_are_told_and_leave_no_box() {
        let (with, without) = (png(&drawing("Day 走3", "", true)), png(&drawing("Day 3", "", true)));
        let (with, without) = (with.expect("a picture"), without.expect("a picture"));
        assert_eq!((with.lacks, without.lacks.len()), (BTreeSet::from(['走']), 0));
        assert!(with.png == without.png);
    }
}
