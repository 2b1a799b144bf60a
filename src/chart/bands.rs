//! Phases: fills behind the plot and their names above it.

use super::Band;
use super::frame::Frame;
use super::label;
use super::scale::{Time, count, day_number};
use super::svg::Svg;

/// The part of a band that lies in the plot.
struct Span<'a> {
    left: i32,
    right: i32,
    label: &'a str,
}

/// A name with its place.
struct Name {
    x: i32,
    row: i32,
    lines: Vec<String>,
    /// The x and the top of the thin line that leads down to the start of the phase.
    lead: Option<(i32, i32)>,
}

/// The phases of a plot, laid out.
pub(super) struct Phases<'a> {
    spans: Vec<Span<'a>>,
    names: Vec<Name>,
    /// How high the names stand.
    pub height: i32,
    /// Whether the names stand on steps, each with a line down, not each in its band.
    steps: bool,
}

/// Lays out the names: each inside its band where all fit there, else on as many steps as keep them apart.
pub(super) fn lay_out<'a>(bands: &'a [Band], frame: &Frame, time: &Time) -> Phases<'a> {
    let spans = spans(bands, time);
    if let Some(names) = inside(&spans, frame) {
        let rows = names.iter().map(|name| count(name.lines.len())).max().unwrap_or(0);
        let height = if rows == 0 { 0 } else { rows * frame.line + 60 };
        return Phases { spans, names, height, steps: false };
    }
    let names = stairs(&spans, frame);
    let rows = names.iter().map(|name| name.row + 1).max().unwrap_or(0);
    Phases { spans, names, height: rows * frame.line + 40, steps: true }
}

impl Phases<'_> {
    /// Draws every second band down to the bottom of the plot, and the names if wanted.
    pub(super) fn draw(&self, svg: &mut Svg, frame: &Frame, bottom: i32) {
        fill_spans(svg, &self.spans, if self.steps { self.height } else { 0 }, bottom);
        let segments = self.names.iter().filter_map(|name| name.lead).map(|(x, top)| ((x, top), (x, self.height)));
        svg.lines("grid", segments);
        let class = if self.steps { "halo" } else { "" };
        for name in &self.names {
            for (line, text) in name.lines.iter().enumerate() {
                svg.text(
                    class,
                    name.x,
                    130 + 20 * i32::from(!self.steps) + (name.row + count(line)) * frame.line,
                    text,
                );
            }
        }
    }
}

/// Draws every second band between two heights, without names.
pub(super) fn fill(svg: &mut Svg, bands: &[Band], time: &Time, top: i32, bottom: i32) {
    fill_spans(svg, &spans(bands, time), top, bottom);
}

fn fill_spans(svg: &mut Svg, spans: &[Span], top: i32, bottom: i32) {
    for span in spans.iter().step_by(2) {
        svg.rect("band", span.left, top, span.right - span.left, bottom - top);
    }
}

fn spans<'a>(bands: &'a [Band], time: &Time) -> Vec<Span<'a>> {
    let span = |band: &'a Band| {
        let from = (day_number(band.from) - time.first).max(0);
        let to = (day_number(band.to) - time.first).min(time.days - 1);
        // A phase of one day in ten years is still a line.
        let left = time.edge(from).min(time.right - 10);
        (from <= to).then(|| Span { left, right: time.edge(to + 1).max(left + 10), label: band.label.trim() })
    };
    let mut spans: Vec<_> = bands.iter().filter_map(span).collect();
    spans.sort_by_key(|span| (span.left, span.right));
    spans
}

/// Puts each name at the top of its band, or returns none if one does not fit whole.
fn inside(spans: &[Span], frame: &Frame) -> Option<Vec<Name>> {
    let apart = spans.windows(2).all(|pair| pair[0].right <= pair[1].left);
    if !apart {
        return None;
    }
    let names = spans.iter().map(|span| {
        let lines = label::wrap(span.label, frame.em, span.right - span.left - 40, 2);
        let fits = frame.beside && label::is_whole(&lines);
        (fits || span.label.is_empty()).then_some(Name { x: span.left + 30, row: 0, lines, lead: None })
    });
    names.collect()
}

/// Puts each name in the row where it starts at its phase, covers no other and its line crosses the fewest.
fn stairs(spans: &[Span], frame: &Frame) -> Vec<Name> {
    const ROWS: i32 = 4;
    let limit = if frame.beside { frame.width } else { frame.right };
    let mut names: Vec<Name> = Vec::with_capacity(spans.len());
    let mut taken: Vec<(i32, i32, i32)> = Vec::with_capacity(spans.len());
    for span in spans {
        let text = label::shorten(span.label, frame.em, frame.em * if frame.beside { 20 } else { 12 });
        let width = label::width(&text, frame.em);
        if text.is_empty() {
            continue;
        }
        let x = (span.left + 30).min(limit - width);
        let is_free =
            |row: i32| !taken.iter().any(|&(at, left, right)| at == row && x < right + 50 && left < x + width + 50);
        let crossings = |row: i32| {
            taken.iter().filter(|&&(at, left, right)| at > row && (left..right).contains(&span.left)).count()
        };
        let Some(row) =
            (0..ROWS).filter(|&row| is_free(row)).min_by_key(|&row| crossings(row) * 2 + row.unsigned_abs() as usize)
        else {
            continue;
        };
        taken.push((row, x, x + width));
        // A name pushed to the left of its start would be struck through by its own line.
        let top = if x > span.left { row * frame.line + 30 } else { (row + 1) * frame.line };
        names.push(Name { x, row, lines: vec![text], lead: Some((span.left, top)) });
    }
    names
}
