//! Milestones: numbered discs above the plot, each with a line down to its day; setbacks are diamonds with a few words.

use super::frame::Frame;
use super::label::Area;
use super::scale::{Time, count};
use super::svg::Svg;
use super::{Note, label};
use std::fmt::Write as _;

/// A disc, or a pill for several milestones too near each other.
struct Disc {
    x: i32,
    half_width: i32,
    row: i32,
    text: String,
    /// Whether a setback is among them, which is drawn as a diamond.
    setback: bool,
    /// What its only setback came of.
    words: String,
    /// Where its lines go down.
    stones: Vec<i32>,
}

/// The milestones of a plot, laid out.
pub(super) struct Marks {
    discs: Vec<Disc>,
    rows: i32,
    radius: i32,
}

/// The most discs of a narrow drawing.
const NARROW: usize = 7;

/// The most letters beside a diamond.
const FEW: usize = 18;

/// Lays out the discs in up to three rows, merging neighbours only as far as that needs.
pub(super) fn lay_out<'a>(notes: &'a [Note], frame: &Frame, time: &Time) -> Marks {
    let radius = if frame.beside { 90 } else { 85 };
    let placed = |note: &'a Note| Some((time.centre(time.place(note.date)?), note));
    let places: Vec<(i32, &'a Note)> = notes.iter().filter_map(placed).collect();
    let mut near = 0;
    loop {
        let mut discs = merge(&places, near, frame, radius);
        let fits = frame.beside || discs.len() <= NARROW;
        if let Some(rows) = stack(&mut discs).filter(|_| fits) {
            return Marks { discs, rows, radius };
        }
        near = if near == 0 { radius / 4 } else { near * 3 / 2 };
    }
}

impl Marks {
    /// Returns how high the discs stand above the plot.
    pub(super) fn height(&self) -> i32 {
        if self.rows == 0 { 0 } else { self.rows * (self.radius * 2 + 20) + 65 }
    }

    /// Draws the lines from the discs, which end above the plot, down to its bottom.
    pub(super) fn draw_stones(&self, svg: &mut Svg, top: i32, bottom: i32) {
        let of_disc = |disc: &'_ Disc| {
            let from = self.centre(disc, top) + self.radius;
            disc.stones.clone().into_iter().map(move |x| ((x, from), (x, bottom)))
        };
        svg.lines("stone", self.discs.iter().flat_map(of_disc));
    }

    /// Draws the discs above a plot, and beside the diamonds what stands free there.
    pub(super) fn draw_discs(&self, svg: &mut Svg, frame: &Frame, top: i32) {
        for (x, y, words) in self.words(frame, top) {
            svg.text("", x, y, words);
        }
        for disc in &self.discs {
            let y = self.centre(disc, top);
            if disc.setback {
                svg.diamond("setback", disc.x, y, disc.half_width + 20, self.radius + 20);
            } else {
                svg.pill(disc.x, y, disc.half_width, self.radius);
            }
            svg.text(
                if disc.setback { "mid on" } else { "strong mid" },
                disc.x,
                y + if frame.beside { 47 } else { 50 },
                &disc.text,
            );
        }
    }

    /// Returns what stands beside diamonds and where: after each or before it, else above it, over no other disc and no line down.
    fn words(&self, frame: &Frame, top: i32) -> Vec<(i32, i32, &str)> {
        let mut taken: Vec<Area> = Vec::new();
        for disc in &self.discs {
            let (y, reach) = (self.centre(disc, top), disc.half_width + if disc.setback { 20 } else { 0 });
            taken.push(Area {
                left: disc.x - reach,
                right: disc.x + reach,
                top: y - self.radius,
                bottom: y + self.radius,
            });
            let line = |x: &i32| Area { left: *x - 10, right: *x + 10, top: y, bottom: top };
            taken.extend(disc.stones.iter().map(line));
        }
        let mut words = Vec::new();
        for disc in self.discs.iter().filter(|disc| !disc.words.is_empty()) {
            let width = label::width(&disc.words, frame.em);
            let (row, reach) = (self.centre(disc, top) + frame.em * 2 / 5, disc.half_width + 60);
            let above = (disc.row + 1 < self.rows).then_some((disc.x - width / 2, row - self.radius * 2 - 20));
            let places = [(disc.x + reach, row), (disc.x - reach - width, row)].into_iter().chain(above);
            let areas = places.map(|(x, baseline)| (x, baseline, Area::of(x, baseline, width, frame.em)));
            let mut free = areas.filter(|(x, _, area)| {
                *x >= frame.left && area.right <= frame.right && !taken.iter().any(|other| other.meets(area))
            });
            if let Some((x, baseline, area)) = free.next() {
                words.push((x, baseline, disc.words.as_str()));
                taken.push(area);
            }
        }
        words
    }

    fn centre(&self, disc: &Disc, top: i32) -> i32 {
        top - 75 - self.radius - disc.row * (self.radius * 2 + 20)
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

/// Makes a disc of each milestone, joining those no further than `near` from the first of them.
fn merge(places: &[(i32, &Note)], near: i32, frame: &Frame, radius: i32) -> Vec<Disc> {
    let mut discs = Vec::with_capacity(places.len());
    let mut rest = places;
    while let Some(&(start, ..)) = rest.first() {
        let (own, later) = rest.split_at(rest.partition_point(|&(x, ..)| x - start <= near));
        rest = later;
        let (stones, numbers): (Vec<i32>, Vec<usize>) = own.iter().map(|(x, note)| (*x, note.number)).unzip();
        let setback = own.iter().any(|(_, note)| note.setback.is_some());
        let mut causes = own.iter().filter_map(|(_, note)| note.setback.clone());
        let words = causes.next().filter(|_| causes.next().is_none()).unwrap_or_default();
        let text = ranges(&numbers);
        let (left, right) = (start, own[own.len() - 1].0);
        let is_round = own.len() == 1 && text.len() <= 2;
        // Bold digits are a little wider than those in the table.
        let written = label::width(&text, frame.em * 21 / 20) / 2 + 40;
        let half_width = if is_round { radius } else { written.max((right - left) / 2 + 30) };
        let edge = if frame.beside { frame.width } else { frame.right + 30 };
        let x = i32::midpoint(left, right).clamp(half_width, (edge - half_width).max(half_width));
        discs.push(Disc { x, half_width, row: 0, text, setback, words, stones: thinned(&stones) });
    }
    discs
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

/// Returns the places without those so near the one before that their lines would run together.
fn thinned(stones: &[i32]) -> Vec<i32> {
    let mut kept: Vec<i32> = Vec::with_capacity(stones.len());
    for &x in stones {
        if kept.last().is_none_or(|&last| x - last >= 60) {
            kept.push(x);
        }
    }
    kept
}

/// Gives each disc the lowest row with room, and returns how many rows that took unless more than three.
fn stack(discs: &mut [Disc]) -> Option<i32> {
    let mut ends: [Option<i32>; 3] = [None; 3];
    let mut rows = 0;
    // A single disc always has room, which is what ends the merging.
    for disc in discs {
        let row = ends.iter().position(|end| end.is_none_or(|end| end + 20 <= disc.x - disc.half_width))?;
        ends[row] = Some(disc.x + disc.half_width);
        disc.row = count(row);
        rows = rows.max(disc.row + 1);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    fn marks(frame: &Frame, days: i32, places: &[i32]) -> String {
        let time = frame.time(0, days);
        let date = |(at, &day): (usize, &i32)| Note {
            number: at + 1,
            date: crate::chart::scale::date_of(day),
            label: String::new(),
            setback: None,
            href: None,
        };
        let notes: Vec<Note> = places.iter().enumerate().map(date).collect();
        let marks = lay_out(&notes, frame, &time);
        let discs = marks.discs.iter().map(|disc| format!("{}/{}", disc.text, disc.row));
        discs.collect::<Vec<_>>().join(" ")
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
        let note = |number: usize, day: i32, setback: Option<&str>| Note {
            number,
            date: crate::chart::scale::date_of(day),
            label: String::new(),
            setback: setback.map(str::to_owned),
            href: None,
        };
        let (frame, time) = (Frame::WIDE, Frame::WIDE.time(0, 365));
        let words = |notes: &[Note]| {
            let marks = lay_out(notes, &frame, &time);
            let words = marks.words(&frame, 1000).into_iter();
            words.map(|(x, _, words)| (x > marks.discs[0].x, words.to_owned())).collect::<Vec<_>>()
        };
        let hill = |own| vec![(own, "A hill".to_owned())];
        assert_eq!(words(&[note(1, 100, Some("A hill"))]), hill(true));
        // Beside the end of the plot, or another disc, they stand before.
        assert_eq!(words(&[note(1, 364, Some("A hill"))]), hill(false));
        assert_eq!(words(&[note(1, 100, Some("A hill")), note(2, 112, None)]), hill(false));
        // Between two others nowhere, and above where there is a row above.
        let between = [note(1, 90, None), note(2, 100, Some("A hill")), note(3, 110, None)];
        assert_eq!(words(&between), []);
        assert_eq!(words(&[&between[..], &[note(4, 300, None), note(5, 301, None)]].concat()), hill(true));
    }

    #[test]
    fn discs_stand_apart_in_rows_or_merge() {
        assert_eq!(marks(&Frame::WIDE, 365, &[0, 100, 364]), "1/0 2/0 3/0");
        assert_eq!(marks(&Frame::WIDE, 365, &[10, 12, 13]), "1/0 2/1 3/2");
        assert_eq!(marks(&Frame::WIDE, 365, &[10, 13, 13, 400]), "1/0 2–3/1");
        assert_eq!(marks(&Frame::WIDE, 3650, &(0..120).collect::<Vec<_>>()), "1–49/0 50–98/1 99–120/2");
        assert_eq!(marks(&Frame::WIDE, 0, &[0]), "");
        assert_eq!(Date::constant(1970, 1, 1), crate::chart::scale::date_of(0));
    }
}
