//! Milestones and setbacks above the plot: ticks with numbers, and diamonds with a few words and a line down to their day.
//!
//! On wide drawings those too near each other are one mark; narrow ones number at most seven, and the list below has the rest.

use super::frame::Frame;
use super::label::Area;
use super::scale::{Time, count};
use super::svg::Svg;
use super::words::Words;
use super::{Note, label};
use std::fmt::Write as _;

/// A mark: all that happened on a day, or on days too near each other.
struct DayMark<'a> {
    x: i32,
    half_width: i32,
    row: i32,
    /// Its numbers; nothing where a narrow drawing has no room for them.
    text: String,
    /// The same one by one.
    numbers: Vec<usize>,
    /// Whether a setback is among them, which is drawn as a diamond.
    setback: bool,
    /// What its only setback came of.
    words: &'a str,
    /// Where its days are, and whether each had a setback.
    days: Vec<(i32, bool)>,
    /// What it leads to; nothing for several days.
    leads_to: Option<&'a Note>,
}

/// Words beside a diamond or above it: the left end and the baseline, counted from the top of the plot.
struct Cause<'a> {
    x: i32,
    y: i32,
    words: &'a str,
}

/// The marks of a plot, laid out.
pub(super) struct Marks<'a> {
    marks: Vec<DayMark<'a>>,
    causes: Vec<Cause<'a>>,
    rows: i32,
    radius: i32,
    height: i32,
}

/// A place in a drawing that leads to an entry.
pub(super) struct Link<'a> {
    pub area: Area,
    pub href: &'a str,
    pub label: String,
}

/// How high the ticks are.
const TICK: i32 = 75;

/// The most numbers of a narrow drawing.
const NUMBERS: usize = 7;

/// The most rows of marks on a wide drawing, and of words above them on a narrow one.
const ROWS: usize = 2;

/// The most letters beside a diamond.
const FEW: usize = 18;

/// Returns how wide and high what a finger has to hit is, so that it is 24 pixels on the smallest page that shows the drawing.
fn target(frame: &Frame) -> i32 {
    if frame.beside { 330 } else { 300 }
}

/// Lays out the marks.
pub(super) fn lay_out<'a>(notes: &'a [Note], frame: &Frame, time: &Time) -> Marks<'a> {
    let radius = if frame.beside { 90 } else { 85 };
    let placed = |note: &'a Note| Some((time.centre(time.place(note.date)?), note));
    let places: Vec<(i32, &'a Note)> = notes.iter().filter_map(placed).collect();
    let marks = if frame.beside { joined(&places, frame, radius) } else { chosen(&places, frame, radius) };
    let rows = marks.iter().map(|mark| mark.row + 1).max().unwrap_or(0);
    let mut laid_out = Marks { marks, causes: Vec::new(), rows, radius, height: 0 };
    laid_out.causes = laid_out.place_causes(frame);
    let top = laid_out.causes.iter().map(|cause| cause.y - frame.em).min().unwrap_or(0);
    laid_out.height = if rows == 0 { 0 } else { (rows * laid_out.pitch() + 65).max(20 - top) };
    laid_out
}

impl<'a> Marks<'a> {
    /// Returns the numbers that stand at marks, those that are cut out of a long list among them.
    pub(super) fn numbered(&self) -> impl Iterator<Item = usize> {
        self.marks.iter().flat_map(|mark| mark.numbers.iter().copied())
    }

    /// Returns how high the marks stand above the plot.
    pub(super) fn height(&self) -> i32 {
        self.height
    }

    /// Draws what is below the marks: the ticks of milestones, and the lines of setbacks down to the bottom of the plot.
    pub(super) fn draw_lines(&self, svg: &mut Svg, top: i32, bottom: i32) {
        let (mut lines, mut ticks) = (Vec::new(), Vec::new());
        for mark in &self.marks {
            let from = self.centre(mark, top) + if mark.text.is_empty() { 0 } else { self.radius };
            for &(x, setback) in &mark.days {
                let to = if setback { bottom } else { top - TICK };
                push_apart(&mut lines, from < to, ((x, from), (x, to)));
                push_apart(&mut ticks, !setback, ((x, top - TICK), (x, top)));
            }
        }
        svg.lines("stone", lines);
        svg.lines("tick", ticks);
    }

    /// Draws the marks above a plot, and the words of setbacks.
    pub(super) fn draw(&self, svg: &mut Svg, frame: &Frame, top: i32) {
        for Cause { x, y, words } in &self.causes {
            svg.text("", *x, top + y, words);
        }
        for mark in &self.marks {
            let y = self.centre(mark, top);
            if mark.setback {
                let (half_width, radius) =
                    if mark.text.is_empty() { (50, 50) } else { (mark.half_width + 20, self.radius + 20) };
                svg.diamond("setback", mark.x, y, half_width, radius);
            }
            if !mark.text.is_empty() {
                let class = if mark.setback { "mid on" } else { "strong mid halo" };
                svg.text(class, mark.x, y + if frame.beside { 47 } else { 50 }, &mark.text);
            }
        }
    }

    /// Returns the places that lead to entries: those of marks with a number, of one day.
    pub(super) fn links(&'a self, words: Words<'_>, frame: &Frame, top: i32) -> Vec<Link<'a>> {
        let link = |mark: &'a DayMark<'a>| {
            let (note, side) = (mark.leads_to?, target(frame));
            let left = middle_of_target(mark.x, frame) - side / 2;
            let y = self.centre(mark, top);
            // Those of the first row reach down, those above it up, so that none lies on another.
            let over = if mark.row == 0 { y - self.radius } else { y + self.radius - side };
            let kind = if mark.setback { "setback" } else { "milestone" };
            Some(Link {
                area: Area { left, right: left + side, top: over, bottom: over + side },
                href: note.href.as_deref()?,
                label: words.say("chart-mark", &[("kind", kind.into()), ("day", words.long(note.date).into())]),
            })
        };
        self.marks.iter().filter_map(link).collect()
    }

    /// Returns where the words of setbacks stand: after each or before it, else above it, over no other mark and no line.
    fn place_causes(&self, frame: &Frame) -> Vec<Cause<'a>> {
        let mut taken: Vec<Area> = Vec::new();
        for mark in &self.marks {
            let (y, reach) = (self.centre(mark, 0), mark.half_width + if mark.setback { 20 } else { 0 });
            taken.push(Area {
                left: mark.x - reach,
                right: mark.x + reach,
                top: y - self.radius,
                bottom: y + self.radius,
            });
            let line = |&(x, _): &(i32, bool)| Area { left: x - 10, right: x + 10, top: y, bottom: 0 };
            taken.extend(mark.days.iter().map(line));
        }
        let mut causes = Vec::new();
        for mark in self.marks.iter().filter(|mark| !mark.words.is_empty() && !mark.text.is_empty()) {
            let width = label::width(mark.words, frame.em);
            let (row, reach) = (self.centre(mark, 0) + frame.em * 2 / 5, mark.half_width + 60);
            let over = (mark.x - width / 2).clamp(frame.left, (frame.right - width).max(frame.left));
            let above = |row: usize| (over, -self.rows * self.pitch() - TICK - 45 - count(row) * frame.line);
            let rows = if frame.beside { 1 } else { ROWS };
            let own = (mark.row + 1 < self.rows).then_some((mark.x - width / 2, row - self.pitch()));
            let beside = [(mark.x + reach, row), (mark.x - reach - width, row)];
            let places = beside.into_iter().chain(own).chain((0..rows).map(above));
            let areas = places.map(|(x, y)| (x, y, Area::of(x, y, width, frame.em)));
            let mut free = areas.filter(|(x, _, area)| {
                *x >= frame.left && area.right <= frame.right && !taken.iter().any(|other| other.meets(area))
            });
            if let Some((x, y, area)) = free.next() {
                causes.push(Cause { x, y, words: mark.words });
                taken.push(area);
            }
        }
        causes
    }

    /// Returns how far rows are apart.
    fn pitch(&self) -> i32 {
        self.radius * 2 + 20
    }

    fn centre(&self, mark: &DayMark<'_>, top: i32) -> i32 {
        top - TICK - self.radius - mark.row * self.pitch()
    }
}

/// Returns the middle of what leads from a mark, which does not leave the drawing.
fn middle_of_target(x: i32, frame: &Frame) -> i32 {
    let half = target(frame) / 2;
    x.clamp(half, frame.width - half)
}

/// Joins neighbours only as far as it takes for all marks to have room.
fn joined<'a>(places: &[(i32, &'a Note)], frame: &Frame, radius: i32) -> Vec<DayMark<'a>> {
    let mut near = 0;
    loop {
        let mut marks = merge(places, near, frame, radius);
        if stack(&mut marks, frame) {
            return marks;
        }
        near = if near == 0 { radius / 4 } else { near * 3 / 2 };
    }
}

/// Makes a mark of each day, and leaves numbers to setbacks first, then to the days farthest from those that have one.
fn chosen<'a>(places: &[(i32, &'a Note)], frame: &Frame, radius: i32) -> Vec<DayMark<'a>> {
    let mut marks = merge(places, 0, frame, radius);
    let mut numbered: Vec<usize> = Vec::new();
    while numbered.len() < NUMBERS {
        let room = |at: usize| {
            let apart = |&other: &usize| {
                let between = (middle_of_target(marks[at].x, frame) - middle_of_target(marks[other].x, frame)).abs();
                between - (marks[at].half_width + marks[other].half_width + 60).max(target(frame))
            };
            numbered.iter().map(apart).min().unwrap_or(i32::MAX)
        };
        let free = (0..marks.len()).filter(|at| !numbered.contains(at) && room(*at) >= 0);
        // Of equals the first, which `max_by_key` would not give.
        let Some(next) = free.rev().max_by_key(|at| (marks[*at].setback, room(*at))) else { break };
        numbered.push(next);
    }
    for (_, mark) in marks.iter_mut().enumerate().filter(|(at, _)| !numbered.contains(at)) {
        mark.text.clear();
        mark.numbers.clear();
        mark.half_width = if mark.setback { 50 } else { 10 };
        mark.leads_to = None;
    }
    marks
}

/// Where a line begins and where it ends.
type Stroke = ((i32, i32), (i32, i32));

/// Adds a line if it is wanted and the one before is not so near that both would run together.
fn push_apart(lines: &mut Vec<Stroke>, wanted: bool, line: Stroke) {
    const APART: i32 = 25;
    if wanted && lines.last().is_none_or(|last| line.0.0 - last.0.0 >= APART) {
        lines.push(line);
    }
}

/// Returns the first words of a cause: up to its first pause, and no more of them than stand beside a diamond.
pub(super) fn few_words(cause: &str) -> String {
    let is_pause = |c: char| matches!(c, ',' | ';' | ':' | '.' | '(' | ')' | '–' | '—');
    let mut kept = String::new();
    for word in cause.split_whitespace() {
        let own = word.trim_matches(is_pause);
        if kept.chars().count() + 1 + own.chars().count() > FEW {
            return if kept.is_empty() { kept } else { kept + "…" };
        }
        if !own.is_empty() {
            kept += if kept.is_empty() { "" } else { " " };
            kept += own;
        }
        if word.ends_with(is_pause) && !kept.is_empty() {
            break;
        }
    }
    kept
}

/// Makes a mark of each day, joining those no further than `near` from the first of them.
fn merge<'a>(places: &[(i32, &'a Note)], near: i32, frame: &Frame, radius: i32) -> Vec<DayMark<'a>> {
    let mut marks = Vec::with_capacity(places.len());
    let mut rest = places;
    while let Some(&(start, ..)) = rest.first() {
        let (own, later) = rest.split_at(rest.partition_point(|&(x, ..)| x - start <= near));
        rest = later;
        // A narrow diamond has the number of the setback alone: its day's milestones are told of by the same entry.
        let is_told = |note: &Note| {
            frame.beside || note.setback.is_some() || own.iter().all(|(_, other)| other.setback.is_none())
        };
        let numbers: Vec<usize> = own.iter().filter(|(_, note)| is_told(note)).map(|(_, note)| note.number).collect();
        let mut setbacks = own.iter().filter_map(|(_, note)| Some((*note, note.setback.as_deref()?)));
        let (first, is_only) = (setbacks.next(), setbacks.next().is_none());
        let text = ranges(&numbers);
        let (left, right) = (start, own[own.len() - 1].0);
        // Two digits are too wide for a diamond that is as wide as high.
        let is_round = numbers.len() == 1 && text.len() <= if first.is_some() { 1 } else { 2 };
        // Bold digits are a little wider than those in the table.
        let written = label::width(&text, frame.em * 21 / 20) / 2 + 40;
        let half_width = if is_round { radius } else { written.max((right - left) / 2 + 30) };
        let edge = if frame.beside { frame.width } else { frame.right + 30 };
        let x = i32::midpoint(left, right).clamp(half_width, (edge - half_width).max(half_width));
        // The entry of a setback tells of the day's milestones too.
        let told =
            first.map(|(note, _)| note).or_else(|| own.iter().map(|(_, note)| *note).find(|note| note.href.is_some()));
        marks.push(DayMark {
            x,
            half_width,
            row: 0,
            text,
            numbers,
            setback: first.is_some(),
            words: first.filter(|_| is_only).map_or("", |(_, words)| words),
            days: days_of(own),
            leads_to: told.filter(|_| left == right),
        });
    }
    marks
}

/// Returns the places of the days of some notes, and whether each had a setback.
fn days_of(notes: &[(i32, &Note)]) -> Vec<(i32, bool)> {
    let days = notes.chunk_by(|a, b| a.0 == b.0);
    days.map(|day| (day[0].0, day.iter().any(|(_, note)| note.setback.is_some()))).collect()
}

/// Returns numbers as they are listed: `2, 5–7`; where that would be long, the first and the last.
fn ranges(numbers: &[usize]) -> String {
    let runs: Vec<&[usize]> = numbers.chunk_by(|a, b| a + 1 == *b).collect();
    let mut text = String::with_capacity(8);
    for (at, run) in runs.iter().enumerate().filter(|(at, _)| runs.len() <= 2 || *at == 0 || at + 1 == runs.len()) {
        let (first, last) = (run[0], run[run.len() - 1]);
        text.push_str(if at == 0 { "" } else { [", ", " … "][usize::from(runs.len() > 2)] });
        let _ = if first == last { write!(text, "{first}") } else { write!(text, "{first}–{last}") };
    }
    text
}

/// Gives each mark the lowest row with room, unless that takes too many.
fn stack(marks: &mut [DayMark<'_>], frame: &Frame) -> bool {
    let mut ends: [Option<i32>; ROWS] = [None; ROWS];
    let least = target(frame) / 2;
    // A single mark always has room, which is what ends the joining.
    for mark in marks {
        let (middle, half) = (middle_of_target(mark.x, frame), (mark.half_width + 10).max(least));
        let is_free = |end: &Option<i32>| end.is_none_or(|end| end <= middle - half);
        let Some(row) = ends.iter().position(is_free) else { return false };
        ends[row] = Some(middle + half);
        mark.row = count(row);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scale::date_of;

    fn note(number: usize, day: i32, setback: Option<&str>) -> Note {
        let setback = setback.map(str::to_owned);
        let href = (number < 90).then(|| format!("/{number}/"));
        Note { number, date: date_of(day), label: String::new(), setback, href }
    }

    fn marks(frame: &Frame, days: i32, places: &[i32]) -> String {
        let notes: Vec<Note> = places.iter().enumerate().map(|(at, &day)| note(at + 1, day, None)).collect();
        let marks = lay_out(&notes, frame, &frame.time(0, days));
        let marks = marks.marks.iter().map(|mark| format!("{}/{}", mark.text, mark.row));
        marks.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_are_those_of_the_journal_whatever_a_chart_leaves_out() {
        let lists: [&[usize]; 5] = [&[7], &[2, 3, 4], &[2, 5], &[2, 3, 5], &[2, 5, 9, 10]];
        assert_eq!(lists.map(ranges), ["7", "2–4", "2, 5", "2–3, 5", "2 … 9–10"]);
    }

    #[test]
    fn beside_a_diamond_stand_the_words_up_to_the_first_pause() {
        for (cause, words) in [
            ("Tannery Hill, up and over, when we had said flat", "Tannery Hill"),
            ("stairs", "stairs"),
            ("A mile in 5:52, when the quickest", "A mile in 5:52"),
            ("Too much ice on a cold morning", "Too much ice on a…"),
            ("Oberschenkelzerrungsrückfall", ""),
            ("(again) and again", "again"),
            ("– – stairs – down", "stairs"),
            (" , ", ""),
        ] {
            assert_eq!(few_words(cause), words, "{cause}");
        }
    }

    #[test]
    fn words_stand_where_nothing_else_does() {
        let words = |frame: &Frame, notes: &[Note]| {
            let marks = lay_out(notes, frame, &frame.time(0, 365));
            let place = |cause: &Cause<'_>| {
                let mark = marks.marks.iter().find(|mark| mark.words == cause.words).expect("its mark");
                let row = marks.centre(mark, 0) + frame.em * 2 / 5;
                let side = if cause.y < row {
                    "above"
                } else if cause.x > mark.x {
                    "after"
                } else {
                    "before"
                };
                format!("{} {side}", cause.words)
            };
            marks.causes.iter().map(place).collect::<Vec<_>>()
        };
        let wide = |notes: &[Note]| words(&Frame::WIDE, notes);
        assert_eq!(wide(&[note(1, 100, Some("A hill"))]), ["A hill after"]);
        // Beside the end of the plot, or another mark, they stand before.
        assert_eq!(wide(&[note(1, 364, Some("A hill"))]), ["A hill before"]);
        assert_eq!(wide(&[note(1, 100, Some("A hill")), note(2, 115, None)]), ["A hill before"]);
        // Between two others they stand above.
        let between = [note(1, 85, None), note(2, 100, Some("A hill")), note(3, 115, None)];
        assert_eq!(wide(&between), ["A hill above"]);
        assert_eq!(wide(&[&between[..], &[note(4, 300, None), note(5, 301, None)]].concat()), ["A hill above"]);
        // Where those above have no room either, there are none.
        let four = [85, 100, 115, 130].map(|day| note(1, day, Some("A hill and another")));
        assert_eq!(wide(&four).len(), 3);
        let near = [note(1, 66, None), note(2, 100, Some("A hill")), note(3, 134, None)];
        assert_eq!(words(&Frame::NARROW, &near), ["A hill above"]);
    }

    #[test]
    fn marks_stand_apart_in_rows_or_are_joined() {
        assert_eq!(marks(&Frame::WIDE, 365, &[0, 100, 364]), "1/0 2/0 3/0");
        assert_eq!(marks(&Frame::WIDE, 365, &[10, 12, 100]), "1/0 2/1 3/0");
        assert_eq!(marks(&Frame::WIDE, 365, &[10, 13, 13, 400]), "1/0 2–3/1");
        assert_eq!(marks(&Frame::WIDE, 365, &[10, 12, 14]), "1–2/0 3/1");
        assert_eq!(marks(&Frame::WIDE, 0, &[0]), "");
    }

    #[test]
    fn a_narrow_drawing_numbers_seven_at_most_and_setbacks_first() {
        let month: Vec<i32> = (0..40).map(|at| at * 30 / 40).collect();
        let numbered = |notes: &[Note], days: i32| {
            let marks = lay_out(notes, &Frame::NARROW, &Frame::NARROW.time(0, days));
            let texts = marks.marks.iter().map(|mark| mark.text.clone()).filter(|text| !text.is_empty());
            (texts.collect::<Vec<_>>(), marks.marks.len())
        };
        let notes: Vec<Note> = month.iter().enumerate().map(|(at, day)| note(at + 1, *day, None)).collect();
        let (texts, ticks) = numbered(&notes, 30);
        assert_eq!((texts.len(), ticks, texts[0].as_str()), (7, 30, "1–2"), "{texts:?}");
        // In a year a month has room for one number, and a setback has it.
        let mut notes = notes;
        notes[20].setback = Some("A hill".into());
        assert_eq!(numbered(&notes, 365), (vec!["21".to_owned()], 30));
    }

    #[test]
    fn a_mark_leads_to_the_entry_of_its_day_and_joined_ones_nowhere() {
        let words = crate::language::Language::english();
        let links = |frame: &Frame, notes: &[Note]| {
            let marks = lay_out(notes, frame, &frame.time(0, 365));
            let links = marks.links(Words::of(&words), frame, 1000);
            let sides = links.iter().map(|link| (link.area.right - link.area.left, link.area.bottom - link.area.top));
            assert!(sides.into_iter().all(|sides| sides == (target(frame), target(frame))));
            for (at, link) in links.iter().enumerate() {
                assert!(links[at + 1..].iter().all(|other| !other.area.meets(&link.area)), "{}", link.label);
            }
            links.iter().map(|link| format!("{} {}", link.href, link.label)).collect::<Vec<_>>()
        };
        let notes = [note(1, 10, None), note(2, 100, None), note(3, 100, Some("A hill")), note(99, 300, None)];
        let both = ["/1/ Milestone, 11 January 1970", "/3/ Setback, 11 April 1970"];
        assert_eq!(links(&Frame::WIDE, &notes), both);
        assert_eq!(links(&Frame::NARROW, &notes), both);
        assert_eq!(
            links(&Frame::WIDE, &[note(1, 10, None), note(2, 12, None), note(3, 14, None)]),
            ["/3/ Milestone, 15 January 1970"]
        );
    }
}
