//! Spans of days in rows, such as phases, with milestones above them and what was said at the time below.

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::rows::Rows;
use super::scale::{Time, count, day_number};
use super::svg::{Root, Svg};
use super::words::{Words, capital};
use super::{Figure, Mark, Note, Table, axis, marks};

/// Spans in groups, over some days.
#[derive(Clone, Debug)]
pub struct Spans<'a> {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The groups, from the top; the first is the one that coverage is told of.
    pub groups: &'a [Group],
    /// The milestones.
    pub marks: &'a [Mark],
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// Spans of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub sort: Sort,
    /// The spans.
    pub spans: Vec<Span>,
}

/// What spans of days can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Parts of the story, drawn as bars.
    Phase,
    /// Statements that hold until the next, drawn as lines.
    Diagnosis,
}

impl Sort {
    /// Returns the word by which messages choose.
    fn key(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Diagnosis => "diagnosis",
        }
    }

    fn is_said(self) -> bool {
        self == Self::Diagnosis
    }

    /// Returns the name of several.
    fn plural(self, words: Words<'_>) -> String {
        words.say("chart-spans-sorts", &[("sort", self.key().into())])
    }
}

/// A named span of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub from: Date,
    /// Its last day; none where it has not ended.
    pub to: Option<Date>,
    /// Its name.
    pub label: String,
    /// Whether rest was ordered, which is hatched.
    pub rest: bool,
}

/// A span with what is shown of it.
struct Row<'a> {
    group: &'a Group,
    span: &'a Span,
    /// Its first and last day shown, counted from the chart's first.
    days: (i32, i32),
}

/// Draws spans in rows and says what they are.
#[must_use]
pub fn draw(chart: &Spans, language: &Language, id: &str) -> Figure {
    let first = day_number(chart.first);
    let days = day_number(chart.last).saturating_sub(first).saturating_add(1).max(0);
    let rows = rows(chart, first, days);
    let notes = marks::number(chart.marks, &Frame::WIDE.time(first, days));
    let plot = Plot { chart, words: Words::of(language), rows, notes: &notes, first, days, id };
    let (title, desc) = (plot.title(), plot.describe());
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        table: plot.tabulate(),
        notes,
    }
}

/// Returns the spans that share a day with the chart, by group and start.
fn rows<'a>(chart: &'a Spans, first: i32, days: i32) -> Vec<Row<'a>> {
    let row = |group: &'a Group, span: &'a Span| {
        let from = (day_number(span.from) - first).max(0);
        let to = span.to.map_or(days - 1, |to| (day_number(to) - first).min(days - 1));
        (from <= to).then_some(Row { group, span, days: (from, to) })
    };
    let of_group = |group: &'a Group| {
        let mut rows: Vec<Row<'a>> = group.spans.iter().filter_map(|span| row(group, span)).collect();
        rows.sort_by_key(|row| row.span.from);
        rows
    };
    chart.groups.iter().flat_map(of_group).collect()
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Spans<'a>,
    words: Words<'a>,
    rows: Vec<Row<'a>>,
    notes: &'a [Note],
    first: i32,
    days: i32,
    id: &'a str,
}

impl Plot<'_> {
    /// Returns the groups that have rows.
    fn groups(&self) -> Vec<&Group> {
        self.chart.groups.iter().filter(|group| self.of(group).next().is_some()).collect()
    }

    fn of<'s>(&'s self, group: &'s Group) -> impl Iterator<Item = &'s Row<'s>> {
        self.rows.iter().filter(move |row| std::ptr::eq(row.group, group))
    }

    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let time = frame.time(self.first, self.days);
        let marks = marks::lay_out(self.notes, frame, &time);
        let groups = self.groups();
        let headings = if groups.len() > 1 { groups.len() } else { 0 };
        let rows = Rows::new(frame, self.rows.len() + headings, marks.height().max(60));
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
        let mut svg = Svg::open(&root, 2048 + self.rows.len() * 160);
        marks.draw_stones(&mut svg, rows.top, bottom);
        if self.rows.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(rows.top, bottom) + 50, &self.nothing());
        }
        let mut at = 0;
        for group in &groups {
            if headings > 0 {
                rows.write_heading(&mut svg, frame, at, &capital(&group.sort.plural(self.words)));
                at += 1;
            }
            for row in self.of(group) {
                draw_row(&mut svg, frame, &rows, &time, at, row);
                at += 1;
            }
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, self.words, frame, &time, bottom, self.chart.week_start);
        marks.draw_discs(&mut svg, frame, rows.top);
        svg.close()
    }

    fn nothing(&self) -> String {
        let sort = self.chart.groups.first().map_or("none", |group| group.sort.key());
        self.words.say("chart-spans-none", &[("sort", sort.into())])
    }

    /// Returns on how many days a span of the first group lies.
    fn covered(&self) -> i32 {
        let Some(group) = self.chart.groups.first() else { return 0 };
        let mut free = 0;
        let mut covered = 0;
        for (from, to) in self.of(group).map(|row| row.days) {
            covered += (to + 1 - from.max(free)).max(0);
            free = free.max(to + 1);
        }
        covered
    }

    fn title(&self) -> String {
        let span = self.words.span(self.chart.first, self.chart.last);
        let sorts = match self.groups()[..] {
            [] => "none",
            [group] => group.sort.key(),
            _ => "both",
        };
        self.words.say("chart-spans-title", &[("sorts", sorts.into()), ("span", span.into())])
    }

    fn say(&self) -> String {
        let Some(group) = self.chart.groups.first() else { return self.words.word("chart-spans-nothing") };
        let n = count(self.of(group).count());
        let longest = self.of(group).max_by_key(|row| (row.days.1 - row.days.0, std::cmp::Reverse(row.days.0)));
        let Some(longest) = longest else { return format!("{}.", self.nothing()) };
        let args = [("sort", group.sort.key().into()), ("n", self.words.n(n)), ("days", self.words.n(self.days))];
        let mut parts = vec![self.words.say("chart-spans-say", &args)];
        let is_open = |row: &Row| row.span.to.is_none();
        if n > 1 {
            let args = [
                ("name", longest.span.label.trim().into()),
                ("days", self.words.n(longest.days.1 - longest.days.0 + 1)),
                ("open", if is_open(longest) { "yes" } else { "no" }.into()),
            ];
            parts.push(self.words.say("chart-spans-longest", &args));
        }
        if let Some(open) = self.of(group).filter(|row| is_open(row)).last()
            && (n == 1 || !std::ptr::eq(open, longest))
        {
            parts.push(self.words.say("chart-spans-open", &[("name", open.span.label.trim().into())]));
        }
        parts.join("; ") + "."
    }

    fn how(&self) -> String {
        let mut out = Vec::new();
        for group in self.groups() {
            let is_said = group.sort.is_said();
            let mut parts = vec![self.words.word(if is_said { "chart-spans-how-said" } else { "chart-spans-how-bar" })];
            if self.of(group).any(|row| row.span.rest) {
                parts.push(self.words.word("chart-spans-rest"));
            }
            if !is_said && self.of(group).any(|row| row.span.to.is_none()) {
                parts.push(self.words.word("chart-spans-open-end"));
            }
            out.push(parts.join("; ") + ".");
        }
        if !self.notes.is_empty() {
            out.push(self.words.word("chart-spans-notes"));
        }
        if let Some(group) = self.chart.groups.first() {
            let args = [
                ("n", self.words.n(self.covered())),
                ("days", self.words.n(self.days)),
                ("sort", group.sort.key().into()),
            ];
            out.push(self.words.say("chart-spans-covered", &args));
        }
        out.join(" ")
    }

    fn describe(&self) -> String {
        let span = self.words.span(self.chart.first, self.chart.last);
        let args = [("span", span.into()), ("say", self.say().into())];
        let mut out = vec![self.words.say("chart-spans-desc", &args)];
        for row in self.rows.iter().take(12) {
            let days = match row.span.to {
                Some(to) => self.words.span(row.span.from, to),
                None => self.words.say("chart-spans-from", &[("day", self.words.long(row.span.from).into())]),
            };
            out.push(format!("{}: {days}.", row.span.label.trim()));
        }
        if self.rows.len() > 12 {
            out.push(self.words.say("chart-more-rows", &[("n", (self.rows.len() - 12).into())]));
        }
        if !self.notes.is_empty() {
            out.push(self.words.say("chart-milestones", &[("n", self.words.n(count(self.notes.len())))]));
        }
        out.join(" ")
    }

    fn tabulate(&self) -> Table {
        let row = |row: &Row| {
            let last =
                row.span.to.map_or_else(|| self.words.word("chart-spans-ongoing"), |date| self.words.short(date));
            let to = row.span.to.map_or(self.first + self.days - 1, day_number);
            let days = self.words.whole((to - day_number(row.span.from) + 1).max(0));
            let name = row.span.label.trim().to_owned();
            let sort = self.words.say("chart-spans-sort", &[("sort", row.group.sort.key().into())]);
            vec![name, sort, self.words.short(row.span.from), last, days]
        };
        Table {
            caption: self.title(),
            head: ["chart-name", "chart-sort", "chart-first-day", "chart-last-day", "chart-day-count"]
                .map(|id| self.words.word(id))
                .to_vec(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

fn draw_row(svg: &mut Svg, frame: &Frame, rows: &Rows, time: &Time, at: usize, row: &Row) {
    // A span of one day in ten years is still a line.
    let left = time.edge(row.days.0).min(time.right - 20);
    let right = time.edge(row.days.1 + 1).max(left + 20);
    let middle = rows.middle(at);
    if row.group.sort.is_said() {
        svg.line("said", (left, middle), (right, middle));
        svg.dots_of("said", rows.thickness(80)).dot(left, middle);
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
    rows.write_name(svg, frame, at, (left, right), "t-name halo", row.span.label.trim());
}
