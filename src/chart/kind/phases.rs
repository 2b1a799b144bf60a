//! The phases in rows, with milestones above them, and what the injuries were said to be and what was operated below.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::{self, Frame};
use crate::chart::heading;
use crate::chart::layer::Layer;
use crate::chart::marks;
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::rows::Rows;
use crate::chart::scale::{count, day_number};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Note, Table};
use crate::config::{Config, Diagnosis, Injury, Operation, Phase};
use crate::text::capital;
use crate::units::shift;
use jiff::civil::Date;

/// What a chart of phases takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let config = scope.source.config;
        let days = scope.days();
        let row = |(sort, span): (Sort, Span)| {
            let from = (day_number(span.from) - days.first).max(0);
            let to = span.to.map_or(days.n - 1, |to| (day_number(to) - days.first).min(days.n - 1));
            (from <= to).then_some(Row { sort, span, days: (from, to) })
        };
        let phases = config.phases.iter().map(|phase| (Sort::Phase, Span::of(phase)));
        let told = told(config, scope.injury);
        let mut rows: Vec<Row> = phases.chain(told).filter_map(row).collect();
        rows.sort_by_key(|row| (row.sort, row.span.from));
        let words = Words::of(scope.source.language);
        plot::figure(&PhasesChart { words, days, rows, marks: scope.marks() }, id)
    }
}

/// What spans of days can be.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Sort {
    /// Parts of the story, drawn as bars.
    Phase,
    /// Statements that hold until the next, drawn as lines.
    Diagnosis,
    /// Single days, drawn as dots.
    Operation,
}

impl Sort {
    const ALL: [Self; 3] = [Self::Phase, Self::Diagnosis, Self::Operation];

    /// Returns the word by which messages choose.
    fn key(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Diagnosis => "diagnosis",
            Self::Operation => "operation",
        }
    }
}

/// A named span of days.
struct Span {
    from: Date,
    /// Its last day; none where it has not ended.
    to: Option<Date>,
    label: String,
    /// The same in a few words, which the drawing has where they are given.
    short: Option<String>,
    /// Whether rest was ordered, which is hatched.
    rest: bool,
}

impl Span {
    fn of(phase: &Phase) -> Self {
        Self { from: phase.start, to: phase.end, label: phase.name.trim().to_owned(), short: None, rest: phase.rest }
    }
}

/// What the injuries were said to be, each until the next was said, and what was operated.
fn told(config: &Config, injury: Option<usize>) -> Vec<(Sort, Span)> {
    let several = injury.is_none() && config.injuries.len() > 1;
    let of_one = |injury: &Injury| -> Vec<(Sort, Span)> {
        let named = |label: &str| {
            let whole = if several { format!("{}: {label}", injury.name) } else { label.to_owned() };
            whole.trim().to_owned()
        };
        let said = injury.diagnoses.iter().enumerate().map(|(at, Diagnosis { date, label, short })| {
            let next = injury.diagnoses.get(at + 1).map(|next| shift(next.date, -1));
            let to = next.or(injury.end).map(|to| to.max(*date));
            let short = short.as_deref().map(named);
            (Sort::Diagnosis, Span { from: *date, to, label: named(label), short, rest: false })
        });
        let done = injury.operations.iter().map(|Operation { date, label }| {
            (Sort::Operation, Span { from: *date, to: Some(*date), label: named(label), short: None, rest: false })
        });
        said.chain(done).collect()
    };
    let shown = config.injuries.iter().enumerate().filter(|(at, _)| injury.is_none_or(|injury| injury == *at));
    shown.flat_map(|(_, injury)| of_one(injury)).collect()
}

/// A span that shares a day with the chart.
struct Row {
    sort: Sort,
    span: Span,
    /// Its first and last day shown, counted from the chart's first.
    days: (i32, i32),
}

/// The spans by sort and start.
struct PhasesChart<'a> {
    words: Words<'a>,
    days: DayRange,
    rows: Vec<Row>,
    marks: Vec<Note>,
}

impl PhasesChart<'_> {
    fn of(&self, sort: Sort) -> impl DoubleEndedIterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.sort == sort)
    }

    /// Returns the sorts that there are.
    fn sorts(&self) -> Vec<Sort> {
        Sort::ALL.into_iter().filter(|sort| self.of(*sort).next().is_some()).collect()
    }

    fn nothing(&self) -> String {
        self.words.say("chart-spans-none", &[("sort", Sort::Phase.key().into())])
    }

    /// Returns on how many days a phase lies.
    fn covered(&self) -> i32 {
        let (mut free, mut covered) = (0, 0);
        for (from, to) in self.of(Sort::Phase).map(|row| row.days) {
            covered += (to + 1 - from.max(free)).max(0);
            free = free.max(to + 1);
        }
        covered
    }

    fn draw_rows(&self, svg: &mut Svg, area: &PlotArea<'_>, rows: &Rows) {
        let (mut at, mut before) = (0, None);
        let is_headed = self.sorts().len() > 1;
        for row in &self.rows {
            if is_headed && before != Some(row.sort) {
                let plural = self.words.say("chart-spans-sorts", &[("sort", row.sort.key().into())]);
                rows.write_heading(svg, area.frame, at, &capital(&plural));
                (at, before) = (at + 1, Some(row.sort));
            }
            draw_row(svg, area, rows, at, row);
            at += 1;
        }
    }
}

impl Kind for PhasesChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let headings = Some(self.sorts().len()).filter(|n| *n > 1).unwrap_or(0);
        let top = marks::lay_out(&self.marks, frame, &self.days.time(frame)).height().max(60);
        let rows = Rows::new(frame, self.rows.len() + headings, top);
        let panel = Panel {
            height: rows.bottom() - top,
            step: 0.0,
            empty: self.rows.is_empty().then(|| self.nothing()),
            layers: vec![Layer::Own(Box::new(move |svg, area| self.draw_rows(svg, area, &rows))), Layer::Floor],
            ..Panel::default()
        };
        Drawing::Plot(Plot { top: 60, marks: &self.marks, ..Plot::new(self.words, self.days, vec![panel]) })
    }

    fn title(&self) -> String {
        let sorts = match self.sorts()[..] {
            [] => "none",
            [sort] => sort.key(),
            [Sort::Phase, Sort::Diagnosis] => "both",
            [Sort::Phase, _] => "phases-operations",
            [_, _] => "diagnoses-operations",
            _ => "all",
        };
        let args = [("sorts", sorts.into()), ("span", self.days.span(self.words).into())];
        self.words.say("chart-spans-title", &args)
    }

    fn heading(&self) -> String {
        let length = |row: &&Row| (row.days.1 - row.days.0, std::cmp::Reverse(row.days.0));
        let Some(longest) = self.of(Sort::Phase).max_by_key(length) else { return self.nothing() };
        let args = [
            ("name", heading::brief(&longest.span.label, 8).into()),
            ("n", self.words.n(count(self.of(Sort::Phase).count()))),
            ("open", if longest.span.to.is_none() { "yes" } else { "no" }.into()),
        ];
        self.words.say("chart-head-phases", &args)
    }

    fn say(&self) -> String {
        let words = self.words;
        let n = self.of(Sort::Phase).count();
        let length = |row: &&Row| (row.days.1 - row.days.0, std::cmp::Reverse(row.days.0));
        let Some(longest) = self.of(Sort::Phase).max_by_key(length) else { return format!("{}.", self.nothing()) };
        let args = [("sort", Sort::Phase.key().into()), ("n", words.n(count(n))), ("days", words.n(self.days.n))];
        let mut parts = vec![words.say("chart-spans-say", &args)];
        let is_open = |row: &Row| row.span.to.is_none();
        if n > 1 {
            let args = [
                ("name", longest.span.label.as_str().into()),
                ("days", words.n(longest.days.1 - longest.days.0 + 1)),
                ("open", if is_open(longest) { "yes" } else { "no" }.into()),
            ];
            parts.push(words.say("chart-spans-longest", &args));
        }
        if let Some(open) = self.of(Sort::Phase).rfind(|row| is_open(row))
            && (n == 1 || !std::ptr::eq(open, longest))
        {
            parts.push(words.say("chart-spans-open", &[("name", open.span.label.as_str().into())]));
        }
        parts.join("; ") + "."
    }

    fn how(&self) -> String {
        let words = self.words;
        let mut out = Vec::new();
        for sort in self.sorts() {
            let is_bar = sort == Sort::Phase;
            let how = match sort {
                Sort::Phase => "chart-spans-how-bar",
                Sort::Diagnosis => "chart-spans-how-said",
                Sort::Operation => "chart-spans-how-operated",
            };
            let mut parts = vec![words.word(how)];
            if self.of(sort).any(|row| row.span.rest) {
                parts.push(words.word("chart-spans-rest"));
            }
            if is_bar && self.of(sort).any(|row| row.span.to.is_none()) {
                parts.push(words.word("chart-spans-open-end"));
            }
            out.push(parts.join("; ") + ".");
        }
        if !self.marks.is_empty() {
            out.push(words.word("chart-spans-notes"));
        }
        let args = [("n", words.n(self.covered())), ("days", words.n(self.days.n)), ("sort", Sort::Phase.key().into())];
        out.push(words.say("chart-spans-covered", &args));
        out.join(" ")
    }

    fn desc(&self, say: String) -> String {
        let words = self.words;
        let args = [("span", self.days.span(words).into()), ("say", say.into())];
        let mut out = vec![words.say("chart-spans-desc", &args)];
        for Row { span, .. } in self.rows.iter().take(12) {
            let days = match span.to {
                Some(to) => words.span(span.from, to),
                None => words.say("chart-spans-from", &[("day", words.long(span.from).into())]),
            };
            out.push(format!("{}: {days}.", span.label));
        }
        if self.rows.len() > 12 {
            out.push(words.say("chart-more-rows", &[("n", (self.rows.len() - 12).into())]));
        }
        if !self.marks.is_empty() {
            out.push(words.say("chart-milestones", &[("n", words.n(count(self.marks.len())))]));
        }
        out.join(" ")
    }

    fn table(&self) -> Table {
        let words = self.words;
        let row = |Row { sort, span, .. }: &Row| {
            let last = span.to.map_or_else(|| words.word("chart-spans-ongoing"), |date| words.short(date));
            let to = span.to.map_or(self.days.first + self.days.n - 1, day_number);
            let days = words.whole((to - day_number(span.from) + 1).max(0));
            let sort = words.say("chart-spans-sort", &[("sort", sort.key().into())]);
            vec![span.label.clone(), sort, words.short(span.from), last, days]
        };
        let head = ["chart-name", "chart-sort", "chart-first-day", "chart-last-day", "chart-day-count"];
        Table {
            caption: self.title(),
            head: head.map(|id| words.word(id)).to_vec(),
            rows: self.rows.iter().map(row).collect(),
        }
    }

    fn notes(&self) -> Vec<Note> {
        self.marks.clone()
    }
}

fn draw_row(svg: &mut Svg, PlotArea { frame, time, .. }: &PlotArea<'_>, rows: &Rows, at: usize, row: &Row) {
    // A span of one day in ten years is still a line.
    let left = time.edge(row.days.0).min(time.right - 20);
    let right = time.edge(row.days.1 + 1).max(left + 20);
    let middle = rows.middle(at);
    if row.sort == Sort::Operation {
        svg.dots("said", rows.thickness(110)).dot(left, middle);
    } else if row.sort == Sort::Diagnosis {
        svg.line("said", (left, middle), (right, middle));
        svg.dots("said", rows.thickness(80)).dot(left, middle);
    } else {
        let half = rows.thickness(130) / 2;
        {
            let mut path = svg.path("span");
            path.start(right, middle - half);
            path.line(left, middle - half);
            path.line(left, middle + half);
            path.line(right, middle + half);
            if row.span.to.is_some() {
                path.line(right, middle - half);
            }
        }
        if row.span.rest {
            let mut path = svg.path("hatch");
            frame::stripes(&mut path, (left, middle - half), (right, middle + half), half, 60);
        }
    }
    rows.write_name(svg, frame, at, (left, right), "t-name halo", row.span.short.as_ref().unwrap_or(&row.span.label));
}
