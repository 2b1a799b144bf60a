//! The key of a narrow drawing: what its lines are, below the days. Nothing beside the plot has room to say it there, and
//! on the plot words would lie on data.

use super::frame::Frame;
use super::label;
use super::svg::Svg;

/// The most lines of words.
const ROWS: i32 = 4;

/// How long the piece of line before a name is, and how far the name stands from it and from the next.
const SAMPLE: i32 = 220;
const AIR: i32 = 60;
const APART: i32 = 160;

/// A line and its name.
pub(super) struct LineName {
    /// The class of the line.
    pub sample: &'static str,
    /// The class of its name.
    pub class: &'static str,
    pub text: String,
}

/// A key, laid out: each name with its row and where its line begins.
#[derive(Default)]
pub(super) struct PlotKey {
    names: Vec<(i32, i32, LineName)>,
    rows: i32,
}

/// Lays out a key, one name after the other and each whole in a row; those beyond the last row are left to the words below.
pub(super) fn lay_out(lines: impl IntoIterator<Item = LineName>, frame: &Frame) -> PlotKey {
    let mut key = PlotKey::default();
    let (mut x, mut row) = (frame.left, 0);
    for line in lines {
        let text = label::shorten(&line.text, frame.em, frame.right - frame.left - SAMPLE - AIR);
        let width = SAMPLE + AIR + label::width(&text, frame.em * 21 / 20);
        if x > frame.left && x + width > frame.right {
            (x, row) = (frame.left, row + 1);
        }
        if row == ROWS {
            break;
        }
        if !text.is_empty() {
            key.names.push((x, row, LineName { text, ..line }));
            key.rows = row + 1;
            x += width + APART;
        }
    }
    key
}

impl PlotKey {
    /// Returns how high it is.
    pub(super) fn height(&self, frame: &Frame) -> i32 {
        if self.rows == 0 { 0 } else { self.rows * frame.line + 60 }
    }

    /// Draws it below a height.
    pub(super) fn draw(&self, svg: &mut Svg, frame: &Frame, top: i32) {
        for (x, row, LineName { sample, class, text }) in &self.names {
            let baseline = top + (row + 1) * frame.line;
            svg.line(sample, (*x, baseline - 50), (x + SAMPLE, baseline - 50));
            svg.text(class, x + SAMPLE + AIR, baseline, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_each_other_and_begin_a_row_where_they_have_no_room() {
        let line = |text: &str| LineName { sample: "rule", class: "", text: text.to_owned() };
        let texts = ["median", "5: the ceiling", "3: what my physio wrote down for the summer", "", "x"];
        let key = lay_out(texts.map(line), &Frame::NARROW);
        let rows: Vec<(i32, &str)> = key.names.iter().map(|(_, row, line)| (*row, line.text.as_str())).collect();
        assert_eq!(
            rows,
            [(0, "median"), (0, "5: the ceiling"), (1, "3: what my physio wrote down for the sum…"), (2, "x")]
        );
        assert_eq!((key.height(&Frame::NARROW), lay_out([], &Frame::NARROW).height(&Frame::NARROW)), (564, 0));
        // Thirty rules have no room, and those that have none aren't drawn over each other.
        let many = lay_out((0..30).map(|n| line(&format!("{n}: a rule as long as this one"))), &Frame::NARROW);
        assert_eq!(many.names.len(), 4);
    }
}
