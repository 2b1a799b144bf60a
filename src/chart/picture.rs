//! Charts as pictures to send: the drawing with its heading above, and below it what it rests on, how to read it, what its
//! numbers mark and whose it is. Whoever gets one has no page beside it.

use super::standalone::{Alone, FONTS, PAPER};
use super::words::Words;
use super::{Figure, Note, label};
use crate::language::Language;
use std::fmt::Write as _;

/// The families that a picture is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typefaces {
    /// Those of the heading.
    pub heading: &'static str,
    /// Those of all else.
    pub text: &'static str,
}

impl Typefaces {
    /// Those of whatever machine shows the drawing.
    pub const SYSTEM: Self = Self { heading: "Georgia, 'Times New Roman', serif", text: FONTS };
    /// Those that the program brings along, for pictures of pixels. What they lack of a text is taken from `DejaVu` Sans.
    pub const OWN: Self = Self { heading: "Literata, DejaVu Sans", text: "Inter Medium, DejaVu Sans" };
}

/// What stands around the drawing of a picture.
#[derive(Clone, Copy, Debug)]
pub struct PictureWords<'a> {
    /// The writer's heading, in place of the finding, which then stands below it.
    pub caption: Option<&'a str>,
    /// Whose it is, and what of: the last line.
    pub foot: &'a str,
    /// The language of its words.
    pub language: &'a Language,
    /// What it is written in.
    pub letters: Typefaces,
    /// Whether it is for phones.
    pub narrow: bool,
}

/// Sizes in tenths of a unit: letters and the distance of their lines.
#[derive(Clone, Copy)]
struct Type {
    em: i32,
    line: i32,
    /// What letters are wider than those that labels are measured with, in hundredths.
    wider: i32,
    look: &'static str,
    is_heading: bool,
}

const HEADING: Type = Type { em: 200, line: 250, wider: 116, look: "#211d16", is_heading: true };
const FINDING: Type = Type { em: 145, line: 195, wider: 108, look: "#211d16", is_heading: false };
const HOW: Type = Type { em: 130, line: 180, wider: 108, look: "#5f584b", is_heading: false };
const MARK: Type = Type { look: "#211d16", ..HOW };
const FOOT: Type = Type { em: 120, line: 165, ..HOW };

/// The least room that words are given, that of a drawing for phones; smaller drawings are enlarged to it.
const ROOM: i32 = 3600;
/// The empty edge.
const EDGE: i32 = 160;
/// As far as words go in a wide picture: longer lines read badly.
const MEASURE: i32 = 7600;
/// The most milestones that are told.
const MARKS: usize = 24;

/// Returns a figure as a picture with all its words, an SVG file.
#[must_use]
pub fn picture(figure: &Figure, around: &PictureWords<'_>) -> String {
    let Alone { size, letters, root, named, drawn } = Alone::of(figure, around.narrow, around.caption);
    let (width, height) = (tenths(&size.0), tenths(&size.1));
    let room = width.max(ROOM);
    let mut page =
        PicturePage { out: String::with_capacity(drawn.len() + 2048), y: EDGE, room, letters: around.letters };
    let caption = around.caption.map(str::trim).filter(|caption| !caption.is_empty());
    page.push(HEADING, caption.unwrap_or(&figure.heading));
    if caption.is_some() {
        page.push(FINDING, &figure.heading);
    }
    page.y += 90;
    let (left, top) = (units(EDGE), units(page.y));
    let _ = write!(page.out, "<g transform=\"translate({left} {top})");
    if width < room && width > 0 {
        let _ = write!(page.out, " scale({})", f64::from(room) / f64::from(width));
    }
    let _ = write!(page.out, "\" font-size=\"{letters}\">{drawn}</g>");
    page.y += if width > 0 {
        i32::try_from(i64::from(height) * i64::from(room) / i64::from(width)).unwrap_or(height)
    } else {
        0
    };
    page.y += 70;
    page.push_marks(figure, around);
    page.push(HOW, &format!("{} {}", figure.say, figure.how));
    page.y += 50;
    page.push(FOOT, around.foot);
    let (width, height) = (units(room + 2 * EDGE), units(page.y + EDGE - 40));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"{}\" \
         viewBox=\"0 0 {width} {height}\"{root}>{named}<rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>{}</svg>\n",
        around.letters.text, page.out
    )
}

/// A picture being written from the top down.
struct PicturePage {
    out: String,
    y: i32,
    /// How wide the drawing is.
    room: i32,
    letters: Typefaces,
}

impl PicturePage {
    /// Writes a text below what stands there, in as many lines as it takes.
    fn push(&mut self, kind: Type, text: &str) {
        self.push_lines(kind, 0, &lines(text, kind, self.room.min(MEASURE)));
    }

    fn push_lines(&mut self, kind: Type, indent: i32, lines: &[String]) {
        let Type { em, line, look, is_heading, .. } = kind;
        for text in lines {
            let (x, y, size) = (units(EDGE + indent), units(self.y + em), units(em));
            let _ = write!(self.out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{look}\"");
            if is_heading {
                let _ = write!(self.out, " font-family=\"{}\" font-weight=\"700\"", self.letters.heading);
            }
            self.out.push('>');
            crate::text::escape_into(&mut self.out, text);
            self.out.push_str("</text>");
            self.y += line;
        }
    }

    /// Writes what the numbers in the drawing mark; of very many the first, and how many more there are.
    fn push_marks(&mut self, figure: &Figure, around: &PictureWords<'_>) {
        let words = Words::of(around.language);
        let shown = &figure.numbered[usize::from(around.narrow && !figure.narrow.is_empty())];
        let marks: Vec<&Note> = figure.notes.iter().filter(|note| shown.contains(&note.number)).collect();
        for note in marks.iter().take(MARKS) {
            let told = format!("{}: {}", words.short(note.date), note.label);
            let number = [note.number.to_string()];
            let y = self.y;
            self.push_lines(Type { look: HOW.look, ..MARK }, 0, &number);
            self.y = y;
            self.push_lines(MARK, INDENT, &lines(&told, MARK, self.room.min(MEASURE) - INDENT));
        }
        if let Some(more) = marks.len().checked_sub(MARKS).filter(|more| *more > 0) {
            self.push(HOW, &words.say("chart-more-marks", &[("n", more.into())]));
        }
        if !marks.is_empty() {
            self.y += 60;
        }
    }
}

/// How far what a number marks stands from the edge.
const INDENT: i32 = 280;

/// A text in lines, whole: a word that no line has room for, as in scripts without spaces, is broken.
fn lines(text: &str, kind: Type, room: i32) -> Vec<String> {
    let width = |text: &str| label::width(text, kind.em) * kind.wider / 100;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && width(&line) + width(" ") + width(word) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        if width(word) <= room {
            line.push_str(word);
            continue;
        }
        for letter in word.chars() {
            // What combines with the letter before stays with it.
            let own = label::width(letter.encode_utf8(&mut [0; 4]), kind.em);
            if own > 0 && width(&line) + own * kind.wider / 100 > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

/// Tenths of a unit, of a length as a drawing says it.
#[expect(clippy::cast_possible_truncation, reason = "drawings are some thousand units wide at the most")]
fn tenths(length: &str) -> i32 {
    (length.parse::<f64>().unwrap_or(0.0) * 10.0).round() as i32
}

/// A length as drawings say it.
fn units(tenths: i32) -> f64 {
    f64::from(tenths) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_a_text_whole_in_any_script() {
        let one = |text: &str, room: i32| lines(text, HOW, room);
        assert_eq!(one("Pain went down.", 3600), ["Pain went down."]);
        assert_eq!(one("  ", 3600), Vec::<String>::new());
        let words = "Worst pain of each day, 0–10, up is worse. Dots are days, the line is the median of seven days.";
        let many = one(words, 1800);
        assert!(many.len() > 2 && many.join(" ") == words, "{many:?}");
        let word = "走れるようになった日の翌朝は何も痛まなかった".repeat(3);
        let broken = one(&word, 1800);
        assert!(broken.len() > 3 && broken.concat() == word, "{broken:?}");
        assert!(broken.iter().all(|line| label::width(line, HOW.em) * HOW.wider / 100 <= 1800), "{broken:?}");
        // A word too long goes on where the line before ended.
        assert_eq!(
            one(&format!("a {}", "x".repeat(40)), 1800).concat().replace(' ', ""),
            format!("a{}", "x".repeat(40))
        );
    }
}
