//! Draws a card as a picture: 1200 by 630 pixels, by resvg with fonts of our own, so that it is the same everywhere.

use super::picture;
use super::raster::{self, Drawn, FONTS};
use crate::diag::Diagnostic;
use crate::site::{CardShows, CardView};
use crate::text::escape_into;
use std::fmt::Write as _;

/// The size that social networks ask for.
const WIDTH: u32 = 1200;
/// Its height.
const HEIGHT: u32 = 630;

/// The empty edge.
const EDGE: f32 = 72.0;
/// What is left for words.
const ROOM: f32 = 1056.0;

/// Sizes of the title, with the most lines of each; the largest that it fits is taken.
const SIZES: [(f32, usize); 3] = [(84.0, 2), (68.0, 3), (56.0, 3)];

/// The height of a line, of the size of its letters.
pub(super) const LINE: f32 = 1.12;

/// Changes whenever the same view makes another picture.
const FORM: &str = "1";

/// What the picture of a card or a chart is kept under.
pub(super) fn name(shows: &CardShows) -> String {
    match shows {
        CardShows::Card(view) => name_of_card(view),
        CardShows::Chart(view) => picture::name(&view.drawing),
    }
}

/// It as a PNG.
///
/// # Errors
/// A diagnostic if it can't be drawn, which only a programming mistake can cause.
pub(super) fn png(shows: &CardShows) -> Result<Vec<u8>, Diagnostic> {
    let (drawn, what, title) = match shows {
        CardShows::Card(view) => (raster::png(&svg(view), WIDTH, HEIGHT), "card", &view.title),
        CardShows::Chart(view) => (picture::png(&view.drawing).map(|drawn| drawn.png), "chart", &view.title),
    };
    drawn.map_err(|why| Diagnostic::error("card", format!("the {what} of `{title}` can't be drawn: {why}")))
}

fn name_of_card(view: &CardView) -> String {
    let mut hasher = blake3::Hasher::new();
    let CardView { title, site, facts, line, line_words } = view;
    let facts = facts.iter().map(String::as_str);
    for part in [FORM, title, site, line.as_deref().unwrap_or_default(), line_words].into_iter().chain(facts) {
        hasher.update(&part.len().to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// The card as a drawing.
fn svg(view: &CardView) -> String {
    let mut out = String::with_capacity(4096);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fbf8f1\"/><rect width=\"{WIDTH}\" height=\"10\" fill=\"#d55e00\"/>"
    );
    let site = fitted(&view.site, &FONTS.label, 30.0);
    push_text(&mut out, &site, &FONTS.label, 30.0, 96.0, "#5f584b");
    // Where there is no line, the title has its room too.
    let (top, bottom) = if view.line.is_some() { (130.0, 384.0) } else { (130.0, 510.0) };
    let mut facts: Vec<&str> = view.facts.iter().map(String::as_str).collect();
    let (size, lines) = match title(&view.title) {
        // Without a title in letters that can be drawn, the day is what is large.
        (_, lines) if lines.is_empty() && !facts.is_empty() => title(facts.remove(0)),
        drawn => drawn,
    };
    // Between the name above and the facts below, nearer to the name.
    #[expect(clippy::cast_precision_loss, reason = "three lines at the most")]
    let height = size * LINE * lines.len() as f32;
    let mut y = top + (bottom - top - height).max(0.0) * 0.35 + size;
    for line in &lines {
        push_text(&mut out, line, &FONTS.title, size, y, "#211d16");
        y += size * LINE;
    }
    let facts = fitted(&facts.join("  ·  "), &FONTS.label, 34.0);
    push_text(&mut out, &facts, &FONTS.label, 34.0, bottom + 46.0, "#211d16");
    if let Some(line) = &view.line {
        push_line(&mut out, line, 456.0, 120.0);
        push_text(&mut out, &fitted(&view.line_words, &FONTS.label, 20.0), &FONTS.label, 20.0, 602.0, "#5f584b");
    }
    out.push_str("</svg>");
    out
}

/// The course of pain across the width: the drawing has its own size in its root, and here takes up what it is given.
pub(super) fn push_line(out: &mut String, line: &str, y: f32, height: f32) {
    let inside = line.split_once(" width=").and_then(|(_, rest)| rest.split_once(" font-family"));
    if let Some((_, rest)) = inside {
        let rest = rest.trim_end();
        let _ = write!(out, "<svg x=\"{EDGE}\" y=\"{y}\" width=\"{ROOM}\" height=\"{height}\" font-family{rest}");
    }
}

/// The title in lines: in the largest size that it fits, else cut with an ellipsis; nothing where the fonts lack its
/// letters, since a row of empty boxes says less than the words that networks show beside the picture anyway.
pub(super) fn title(text: &str) -> (f32, Vec<String>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(drawn) = raster::measure(&words, &FONTS.title) else { return (SIZES[0].0, Vec::new()) };
    let (last, most) = SIZES[SIZES.len() - 1];
    for (size, most) in SIZES {
        let lines = wrap(&words, &drawn, size);
        if lines.len() <= most && lines.iter().all(|line| line.1 <= ROOM) {
            return (size, lines.into_iter().map(|line| line.0).collect());
        }
    }
    let mut lines: Vec<String> = wrap(&words, &drawn, last).into_iter().map(|line| line.0).collect();
    let rest = lines.split_off(most.min(lines.len()) - 1).join(" ");
    lines.push(fitted(&rest, &FONTS.title, last));
    (last, lines.into_iter().map(|line| fitted(&line, &FONTS.title, last)).collect())
}

/// Words in lines that they fit, each with its width; a word that is too long has a line of its own.
fn wrap(words: &[&str], drawn: &Drawn, size: f32) -> Vec<(String, f32)> {
    let mut lines: Vec<(String, f32)> = Vec::new();
    for (word, width) in words.iter().zip(&drawn.widths) {
        let (width, gap) = (width * size, drawn.space * size);
        match lines.last_mut() {
            Some((line, used)) if *used + gap + width <= ROOM => {
                line.push(' ');
                line.push_str(word);
                *used += gap + width;
            }
            _ => lines.push(((*word).to_owned(), width)),
        }
    }
    lines
}

/// A text cut so that it fits a line, with an ellipsis where it was cut; nothing where the fonts lack its letters.
pub(super) fn fitted(text: &str, font: &raster::Font, size: f32) -> String {
    let width = |text: &str| raster::measure(&[text], font).map(|drawn| drawn.widths[0] * size);
    let Some(whole) = width(text) else { return String::new() };
    if whole <= ROOM {
        return text.to_owned();
    }
    // The longest beginning that fits, found by halves.
    let (mut fits, mut fails) = (0, text.chars().count().min(400));
    while fails - fits > 1 {
        let middle = usize::midpoint(fits, fails);
        if width(&cut(text, middle)).is_some_and(|width| width <= ROOM) {
            fits = middle;
        } else {
            fails = middle;
        }
    }
    cut(text, fits)
}

fn cut(text: &str, most: usize) -> String {
    let start: String = text.chars().take(most).collect();
    format!("{}…", start.trim_end_matches([' ', ',', ';', ':', '.', '–', '—']))
}

/// A line of text, at the edge where its script begins.
pub(super) fn push_text(out: &mut String, text: &str, font: &raster::Font, size: f32, y: f32, fill: &str) {
    if text.is_empty() {
        return;
    }
    let (x, anchor) = if begins_right(text) { (EDGE + ROOM, "end") } else { (EDGE, "start") };
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-family=\"{}\" font-weight=\"{}\" font-size=\"{size}\" fill=\"{fill}\">",
        font.family, font.weight
    );
    escape_into(out, text);
    out.push_str("</text>");
}

/// Whether the first letter is of a script that runs from right to left.
fn begins_right(text: &str) -> bool {
    let is_right = |c: char| matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff);
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(title: &str) -> CardView {
        CardView {
            title: title.to_owned(),
            site: "The Long Way".to_owned(),
            facts: vec!["Day 237".to_owned(), "Loading".to_owned()],
            line: None,
            line_words: String::new(),
        }
    }

    fn lines(text: &str) -> (usize, Vec<String>) {
        let (size, lines) = title(text);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole")]
        let size = size as usize;
        (size, lines)
    }

    #[test]
    fn titles_take_the_largest_size_that_they_fit() {
        assert_eq!(lines("First run"), (84, vec!["First run".to_owned()]));
        assert_eq!(lines(""), (84, Vec::new()));
        let (size, all) =
            lines("What the tendon said the next morning, and the one after that, when I asked it politely");
        assert_eq!((size, all.len()), (68, 3), "{all:?}");
        let (size, all) = lines(&"far too many words for a picture ".repeat(9));
        assert_eq!((size, all.len()), (56, 3), "{all:?}");
        assert!(all[2].ends_with('…'), "{all:?}");
        let (_, all) = lines(&"x".repeat(300));
        assert!(all.len() == 1 && all[0].ends_with('…') && all[0].len() < 60, "{all:?}");
    }

    #[test]
    fn letters_that_no_font_has_are_left_out_whole() {
        assert_eq!(lines("走れるようになった").1, Vec::<String>::new());
        assert_eq!(lines("أول ركضة").1, ["أول ركضة"]);
        assert_eq!(lines("Πρώτο τρέξιμο").1.len() + lines("Первый бег").1.len() + lines("Ľahký beh").1.len(), 3);
        assert!(svg(&view("أول ركضة")).contains("text-anchor=\"end\""));
        let without = svg(&view("走れるようになった"));
        assert!(without.contains("font-size=\"84\" fill=\"#211d16\">Day 237</text>"), "{without}");
        assert!(without.contains(">Loading</text>"), "{without}");
    }

    #[test]
    fn a_card_is_a_small_picture_of_its_size_and_the_same_each_time() {
        let view = view("A & B < \"C\"");
        let shown = CardShows::Card(view.clone());
        let png = png(&shown).expect("a card");
        assert_eq!(png, super::png(&shown).expect("a card"));
        let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
        assert_eq!((number(16), number(20)), (1200, 630));
        // Nothing but the picture: no times, no names of programs.
        let mut at = 8;
        let mut chunks = Vec::new();
        while at < png.len() {
            chunks.push(String::from_utf8_lossy(&png[at + 4..at + 8]).into_owned());
            at += 12 + usize::try_from(number(at)).expect("a length");
        }
        chunks.dedup();
        assert_eq!(chunks, ["IHDR", "IDAT", "IEND"]);
        assert!(png.len() < 100_000, "{}", png.len());
        assert_ne!(name(&shown), name(&CardShows::Card(CardView { title: "B".to_owned(), ..view })));
    }
}
