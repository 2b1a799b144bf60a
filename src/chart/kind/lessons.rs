//! Lessons over time: a row for each, from the day it was first written down through all that became of it.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::layer::Layer;
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::rows::Rows;
use crate::chart::scale::{count, day_number, rounded};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Note, Table};
use crate::journal::{EventKind, Lesson};
use crate::text::capital;
use jiff::civil::Date;

/// What a chart of lessons takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (journal, config, shown) = (scope.source.journal, scope.source.config, &scope.shown);
        let own = |lesson: &&Lesson| scope.injury.is_none() || journal.items[lesson.item].injury == scope.injury;
        let all = || journal.lessons.all.iter().filter(own);
        let mut lessons: Vec<(Date, &Lesson)> = all().filter_map(|lesson| Some((lesson.learned?, lesson))).collect();
        lessons.retain(|(learned, _)| shown.index(*learned).is_some());
        lessons.sort_by_key(|(_, lesson)| lesson.number);
        let words = Words::of(scope.source.language);
        let note = |(date, lesson): &(Date, &Lesson)| Note {
            setback: None,
            number: lesson.number,
            date: *date,
            label: name(lesson, words),
            href: Some(config.path(&format!("/lessons/{}/", lesson.id))),
        };
        let chart = LessonsChart {
            words,
            days: scope.days(),
            notes: lessons.iter().map(note).collect(),
            lessons,
            undated: all().filter(|lesson| lesson.learned.is_none()).count(),
        };
        plot::figure(&chart, id)
    }
}

/// The lessons learned on some days.
struct LessonsChart<'a> {
    words: Words<'a>,
    days: DayRange,
    lessons: Vec<(Date, &'a Lesson)>,
    notes: Vec<Note>,
    /// How many have no day to stand on.
    undated: usize,
}

/// Returns what happened to a lesson later, and when.
fn events(lesson: &Lesson) -> impl Iterator<Item = (Date, EventKind)> {
    lesson.events.iter().filter_map(|event| Some((event.date?, event.kind)))
}

/// Returns how often something happened to a lesson on a day that is known.
fn times(lesson: &Lesson, kind: EventKind) -> usize {
    events(lesson).filter(|(_, what)| *what == kind).count()
}

/// Returns what a lesson is called where nothing can be struck.
fn name(lesson: &Lesson, words: Words<'_>) -> String {
    let title = lesson.title.trim();
    if lesson.is_retracted() { words.say("lesson-retracted", &[("title", title.into())]) } else { title.to_owned() }
}

impl LessonsChart<'_> {
    /// Returns how many lessons something can be said of.
    fn number(&self, is: impl Fn(&Lesson) -> bool) -> usize {
        self.lessons.iter().filter(|(_, lesson)| is(lesson)).count()
    }

    fn draw_row(&self, svg: &mut Svg, PlotArea { frame, time, .. }: &PlotArea<'_>, rows: &Rows, row: usize) {
        let (learned, lesson) = self.lessons[row];
        let y = rows.middle(row);
        let place = |date: Date| time.centre((day_number(date) - time.first).clamp(0, time.days - 1));
        let x = place(learned);
        let size = rows.thickness(pen(times(lesson, EventKind::Confirmed)));
        let events: Vec<(i32, EventKind)> = events(lesson).map(|(date, kind)| (place(date), kind)).collect();
        let end = events.iter().map(|(x, _)| *x).max().unwrap_or(x).max(x);
        if end > x {
            svg.line("thread", (x, y), (end, y));
        }
        let half = rows.thickness(80) / 2;
        {
            let mut path = svg.path("thread");
            for (x, kind) in events {
                let half = if kind == EventKind::Confirmed { half } else { half * 5 / 4 };
                path.start(x, y - half);
                match kind {
                    EventKind::Confirmed => path.line(x, y + half),
                    EventKind::Revised => {
                        for (x, y) in [(x + half, y), (x, y + half), (x - half, y), (x, y - half)] {
                            path.line(x, y);
                        }
                    }
                    EventKind::Retracted => {
                        path.start(x - half, y - half);
                        path.line(x + half, y + half);
                        path.start(x - half, y + half);
                        path.line(x + half, y - half);
                    }
                }
            }
        }
        svg.dots("learned", size).dot(x, y);
        if lesson.is_retracted() && size > 40 {
            svg.dots("hole", size - 32).dot(x, y);
        }
        // A halo would cover what the line through the letters leaves of them.
        let class = if lesson.is_retracted() { "struck" } else { "t-name halo" };
        rows.write_name(
            svg,
            frame,
            row,
            (x - size / 2, end + half.max(size / 2)),
            class,
            &format!("{} {}", lesson.number, lesson.title.trim()),
        );
    }
}

impl Kind for LessonsChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let rows = Rows::new(frame, self.lessons.len(), 60);
        let panel = Panel {
            height: rows.bottom() - 60,
            step: 0.0,
            empty: self.lessons.is_empty().then(|| self.words.word("chart-lessons-nothing")),
            layers: vec![
                Layer::Own(Box::new(move |svg, area| {
                    (0..self.lessons.len()).for_each(|row| self.draw_row(svg, area, &rows, row));
                })),
                Layer::Floor,
            ],
            ..Panel::default()
        };
        Drawing::Plot(Plot { top: 60, ..Plot::new(self.words, self.days, vec![panel]) })
    }

    fn title(&self) -> String {
        self.words.say("chart-lessons-title", &[("span", self.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        let words = self.words;
        let n = count(self.lessons.len());
        if n == 0 {
            return words.word("chart-lessons-nothing");
        }
        let number = words.say("chart-few", &[("n", words.n(n))]);
        let args = [
            ("n", words.n(n)),
            ("count", number.into()),
            ("days", if self.days.n < 14 { "few" } else { "many" }.into()),
            ("length", words.length(self.days.n).into()),
        ];
        capital(&words.say("chart-head-lessons", &args))
    }

    fn say(&self) -> String {
        if self.lessons.is_empty() {
            return format!("{}.", self.words.word("chart-lessons-nothing"));
        }
        let is_revised = |lesson: &Lesson| !lesson.is_retracted() && times(lesson, EventKind::Revised) > 0;
        let parts = [
            (self.number(|lesson| times(lesson, EventKind::Confirmed) > 0), "chart-lessons-held"),
            (self.number(is_revised), "chart-lessons-revised"),
            (self.number(Lesson::is_retracted), "chart-lessons-retracted"),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, id)| self.words.say(id, &[("n", n.into())])).collect();
        let args = [
            ("n", self.words.n(count(self.lessons.len()))),
            ("days", self.words.n(self.days.n)),
            ("fates", parts.join(", ").into()),
        ];
        self.words.say(if parts.is_empty() { "chart-lessons-new" } else { "chart-lessons-say" }, &args)
    }

    fn how(&self) -> String {
        let has = |kind: EventKind| self.number(|lesson| times(lesson, kind) > 0) > 0;
        let word = |id: &str| self.words.word(id);
        let held = has(EventKind::Confirmed);
        let mut out = vec![word(if held { "chart-lessons-how-held" } else { "chart-lessons-how" })];
        if has(EventKind::Revised) {
            out.push(word("chart-lessons-diamond"));
        }
        if has(EventKind::Retracted) {
            out.push(word("chart-lessons-cross"));
        }
        if self.lessons.len() > 1 {
            out.push(word("chart-lessons-order"));
        }
        if self.undated > 0 {
            out.push(self.words.say("chart-lessons-undated", &[("n", self.undated.into())]));
        }
        out.join(" ")
    }

    fn desc(&self, say: String) -> String {
        let args = [("span", self.days.span(self.words).into()), ("say", say.into())];
        let mut out = vec![self.words.say("chart-lessons-desc", &args)];
        for note in self.notes.iter().take(12) {
            let title = note.label.trim_end_matches('.');
            out.push(format!("{}, {}: {title}.", note.number, self.words.long(note.date)));
        }
        if self.notes.len() > 12 {
            out.push(self.words.say("chart-more-rows", &[("n", (self.notes.len() - 12).into())]));
        }
        out.join(" ")
    }

    fn table(&self) -> Table {
        let words = self.words;
        let row = |(learned, lesson): &(Date, &Lesson)| {
            let times = |kind| words.whole(count(times(lesson, kind)));
            let last = events(lesson).map(|(date, _)| date).max();
            vec![
                name(lesson, words),
                words.short(*learned),
                times(EventKind::Confirmed),
                times(EventKind::Revised),
                words.word(if lesson.is_retracted() { "chart-yes" } else { "chart-no" }),
                last.map_or_else(|| "–".to_owned(), |date| words.short(date)),
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
            caption: self.title(),
            head: head.map(|id| words.word(id)).to_vec(),
            rows: self.lessons.iter().map(row).collect(),
        }
    }

    fn notes(&self) -> Vec<Note> {
        self.notes.clone()
    }
}

/// Returns how large a dot is for how often a lesson held again: its area grows with it.
fn pen(held: usize) -> i32 {
    let held = f64::from(count(held).min(12));
    rounded(70.0 * (1.0 + held).sqrt()).min(200)
}
