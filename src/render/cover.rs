//! Draws the cover of the book: the title, the course of pain, whose journal it is.

use super::Press;
use crate::diag::Diagnostic;

/// The cover of a site's book as a PNG; `None` where this program draws no pictures.
///
/// # Errors
/// A diagnostic if it can't be drawn, which only a programming mistake can cause.
#[cfg(not(feature = "cards"))]
pub fn cover(_: Press<'_>) -> Result<Option<Vec<u8>>, Diagnostic> {
    Ok(None)
}

/// The cover of a site's book as a PNG.
///
/// # Errors
/// A diagnostic if it can't be drawn, which only a programming mistake can cause.
#[cfg(feature = "cards")]
pub fn cover(press: Press<'_>) -> Result<Option<Vec<u8>>, Diagnostic> {
    use super::card::{self, LINE, fitted, push_text, title};
    use super::raster::{self, FONTS};
    use crate::site::{Card, CardShows};

    /// The size of a cover, of which shops and shelves make smaller ones.
    const WIDTH: u32 = 1200;
    const HEIGHT: u32 = 1800;

    let (view, _) = press.read(&|_| Ok(String::new()), |reader| reader.card_view(Card::Site))?;
    let CardShows::Card(view) = view else { return Ok(None) };
    let config = &press.site.config;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fbf8f1\"/><rect width=\"{WIDTH}\" height=\"16\" fill=\"#d55e00\"/>"
    );
    let (size, lines) = title(&view.title);
    let mut y = 420.0;
    for line in &lines {
        push_text(&mut out, line, &FONTS.title, size, y, "#211d16");
        y += size * LINE;
    }
    push_text(&mut out, &fitted(&config.author, &FONTS.label, 44.0), &FONTS.label, 44.0, y + 40.0, "#5f584b");
    if let Some(line) = &view.line {
        card::push_line(&mut out, line, 1120.0, 220.0);
        push_text(&mut out, &fitted(&view.line_words, &FONTS.label, 28.0), &FONTS.label, 28.0, 1390.0, "#5f584b");
    }
    let words = &press.site.language.words;
    let fictional = config.fictional.then(|| words.word("fictional"));
    for (line, y) in fictional.into_iter().chain([words.word("record")]).zip([1700.0, 1744.0]) {
        push_text(&mut out, &fitted(&line, &FONTS.label, 28.0), &FONTS.label, 28.0, y, "#5f584b");
    }
    out.push_str("</svg>");
    raster::png(&out, WIDTH, HEIGHT)
        .map(Some)
        .map_err(|why| Diagnostic::error("cover", format!("the cover of the book can't be drawn: {why}")))
}
