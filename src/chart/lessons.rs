//! Lessons over time: a row for each, from the day it was first written down through all that became of it.

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::frame::Frame;
use super::rows::Rows;
use super::scale::{Time, count, date_of, day_number, rounded};
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Figure, Note, Table, axis};

/// Lessons over some days.
#[derive(Clone, Debug)]
pub struct Lessons<'a> {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The lessons, in any order.
    pub lessons: &'a [Lesson],
    /// How many have no day to stand on.
    pub undated: usize,
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// A lesson and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The lesson in a sentence.
    pub title: String,
    /// The day it was first written down.
    pub learned: Date,
    /// What happened to it later, and when.
    pub events: Vec<(Date, Change)>,
    /// Where to read more.
    pub href: Option<String>,
}

/// What can become of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It held again.
    Held,
    /// It was changed.
    Revised,
    /// It was taken back.
    Retracted,
}

impl Lesson {
    fn times(&self, change: Change) -> usize {
        self.events.iter().filter(|(_, what)| *what == change).count()
    }

    fn is_retracted(&self) -> bool {
        self.events.iter().rfind(|(_, what)| *what != Change::Held).is_some_and(|(_, what)| *what == Change::Retracted)
    }

    fn is_revised(&self) -> bool {
        !self.is_retracted() && self.times(Change::Revised) > 0
    }
}

/// Draws lessons over time and says how they fared; those learned outside the days are left out.
#[must_use]
pub fn draw(chart: &Lessons, language: &Language, id: &str) -> Figure {
    let first = day_number(chart.first);
    let days = day_number(chart.last).saturating_sub(first).saturating_add(1).max(0);
    let is_shown = |lesson: &&Lesson| (0..days).contains(&(day_number(lesson.learned) - first));
    let mut lessons: Vec<&Lesson> = chart.lessons.iter().filter(is_shown).collect();
    lessons.sort_by_key(|lesson| lesson.learned);
    let plot = Plot { chart, words: Words::of(language), lessons, first, days, id };
    let span = plot.words.span(chart.first, chart.last);
    let title = plot.words.say("chart-lessons-title", &[("span", span.into())]);
    let desc = plot.describe();
    let note = |(at, lesson): (usize, &&Lesson)| Note {
        number: at + 1,
        date: lesson.learned,
        label: lesson.title.trim().to_owned(),
        href: lesson.href.clone(),
    };
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        notes: plot.lessons.iter().enumerate().map(note).collect(),
        table: plot.tabulate(title.clone()),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Lessons<'a>,
    words: Words<'a>,
    lessons: Vec<&'a Lesson>,
    first: i32,
    days: i32,
    id: &'a str,
}

impl Plot<'_> {
    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let time = frame.time(self.first, self.days);
        let rows = Rows::new(frame, self.lessons.len(), 60);
        let bottom = rows.bottom();
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title,
            desc,
        };
        let mut svg = Svg::open(&root, 2048 + self.lessons.len() * 200);
        if self.lessons.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text(
                "mid halo",
                middle,
                i32::midpoint(rows.top, bottom) + 50,
                &self.words.word("chart-lessons-nothing"),
            );
        }
        for (row, lesson) in self.lessons.iter().enumerate() {
            self.draw_row(&mut svg, frame, &rows, &time, row, lesson);
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, self.words, frame, &time, bottom, self.chart.week_start);
        svg.close()
    }

    fn draw_row(&self, svg: &mut Svg, frame: &Frame, rows: &Rows, time: &Time, row: usize, lesson: &Lesson) {
        let y = rows.middle(row);
        let place = |date: Date| time.centre((day_number(date) - self.first).clamp(0, self.days - 1));
        let x = place(lesson.learned);
        let size = rows.thickness(pen(lesson.times(Change::Held)));
        let events = || lesson.events.iter().map(|(date, change)| (place(*date), *change));
        let end = events().map(|(x, _)| x).max().unwrap_or(x).max(x);
        if end > x {
            svg.line("thread", (x, y), (end, y));
        }
        let half = rows.thickness(80) / 2;
        {
            let mut path = svg.path("thread");
            for (x, change) in events() {
                let half = if change == Change::Held { half } else { half * 5 / 4 };
                path.start(x, y - half);
                match change {
                    Change::Held => path.line(x, y + half),
                    Change::Revised => {
                        for (x, y) in [(x + half, y), (x, y + half), (x - half, y), (x, y - half)] {
                            path.line(x, y);
                        }
                    }
                    Change::Retracted => {
                        path.start(x - half, y - half);
                        path.line(x + half, y + half);
                        path.start(x - half, y + half);
                        path.line(x + half, y - half);
                    }
                }
            }
        }
        svg.dots_of("learned", size).dot(x, y);
        if lesson.is_retracted() && size > 40 {
            svg.dots_of("hole", size - 32).dot(x, y);
        }
        let title = format!("{} {}", row + 1, lesson.title.trim());
        // A halo would cover what the line through the letters leaves of them.
        let class = if lesson.is_retracted() { "struck" } else { "t-name halo" };
        rows.write_name(svg, frame, row, (x - size / 2, end + half.max(size / 2)), class, &title);
    }

    fn say(&self) -> String {
        if self.lessons.is_empty() {
            return format!("{}.", self.words.word("chart-lessons-nothing"));
        }
        let number = |is: &dyn Fn(&Lesson) -> bool| self.lessons.iter().filter(|lesson| is(lesson)).count();
        let parts = [
            (number(&|lesson| lesson.times(Change::Held) > 0), "chart-lessons-held"),
            (number(&Lesson::is_revised), "chart-lessons-revised"),
            (number(&Lesson::is_retracted), "chart-lessons-retracted"),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, id)| self.words.say(id, &[("n", n.into())])).collect();
        let args = [
            ("n", self.words.n(count(self.lessons.len()))),
            ("days", self.words.n(self.days)),
            ("fates", parts.join(", ").into()),
        ];
        if parts.is_empty() {
            self.words.say("chart-lessons-new", &args)
        } else {
            self.words.say("chart-lessons-say", &args)
        }
    }

    fn how(&self) -> String {
        let has = |change: Change| self.lessons.iter().any(|lesson| lesson.times(change) > 0);
        let word = |id: &str| self.words.word(id);
        let mut out = vec![word(if has(Change::Held) { "chart-lessons-how-held" } else { "chart-lessons-how" })];
        if has(Change::Revised) {
            out.push(word("chart-lessons-diamond"));
        }
        if has(Change::Retracted) {
            out.push(word("chart-lessons-cross"));
        }
        if self.lessons.len() > 1 {
            out.push(word("chart-lessons-order"));
        }
        if self.chart.undated > 0 {
            out.push(self.words.say("chart-lessons-undated", &[("n", self.chart.undated.into())]));
        }
        out.join(" ")
    }

    fn describe(&self) -> String {
        let span = self.words.span(self.chart.first, self.chart.last);
        let args = [("span", span.into()), ("say", self.say().into())];
        let mut out = vec![self.words.say("chart-lessons-desc", &args)];
        for (at, lesson) in self.lessons.iter().enumerate().take(12) {
            let title = lesson.title.trim().trim_end_matches('.');
            out.push(format!("{}, {}: {title}.", at + 1, self.words.long(lesson.learned)));
        }
        if self.lessons.len() > 12 {
            out.push(self.words.say("chart-more-rows", &[("n", (self.lessons.len() - 12).into())]));
        }
        out.join(" ")
    }

    fn tabulate(&self, caption: String) -> Table {
        let row = |lesson: &&Lesson| {
            let times = |change| self.words.whole(count(lesson.times(change)));
            let last = lesson.events.iter().map(|(date, _)| *date).max();
            vec![
                lesson.title.trim().to_owned(),
                self.words.short(date_of(day_number(lesson.learned))),
                times(Change::Held),
                times(Change::Revised),
                self.words.word(if lesson.is_retracted() { "chart-yes" } else { "chart-no" }),
                last.map_or_else(|| "–".to_owned(), |date| self.words.short(date)),
            ]
        };
        let head = [
            "chart-lesson",
            "chart-learned",
            "chart-held-again",
            "chart-revised",
            "chart-taken-back",
            "chart-last-word",
        ];
        Table {
            caption,
            head: head.map(|id| self.words.word(id)).to_vec(),
            rows: self.lessons.iter().map(row).collect(),
        }
    }
}

/// Returns how large a dot is for how often a lesson held again: its area grows with it.
fn pen(held: usize) -> i32 {
    let held = f64::from(count(held).min(12));
    rounded(70.0 * (1.0 + held).sqrt()).min(200)
}
