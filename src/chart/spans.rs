//! Spans of days in rows, such as phases, with milestones above them and what was said at the time below.

use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::rows::Rows;
use super::scale::{Time, count, day_number};
use super::svg::{Root, Svg};
use super::{Figure, Mark, Note, Table, axis, marks, words};

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
    /// What one of them is: "phase".
    pub noun: &'static str,
    /// What several of them are: "phases".
    pub plural: &'static str,
    /// Whether each is a statement that holds until the next, drawn as a line and not as a bar.
    pub said: bool,
    /// The spans.
    pub spans: Vec<Span>,
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
pub fn draw(chart: &Spans, id: &str) -> Figure {
    let first = day_number(chart.first);
    let days = day_number(chart.last).saturating_sub(first).saturating_add(1).max(0);
    let rows = rows(chart, first, days);
    let notes = marks::number(chart.marks, &Frame::WIDE.time(first, days));
    let plot = Plot { chart, rows, notes: &notes, first, days, id };
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
                rows.write_heading(&mut svg, frame, at, &capitalised(group.plural));
                at += 1;
            }
            for row in self.of(group) {
                draw_row(&mut svg, frame, &rows, &time, at, row);
                at += 1;
            }
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, frame, &time, bottom, self.chart.week_start);
        marks.draw_discs(&mut svg, frame, rows.top);
        svg.close()
    }

    fn nothing(&self) -> String {
        let name = self.chart.groups.first().map_or("span", |group| group.noun);
        format!("No {name} on these days")
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
        let names: Vec<&str> = self.groups().iter().map(|group| group.plural).collect();
        let names = if names.is_empty() { "Spans of days".to_owned() } else { capitalised(&names.join(" and ")) };
        format!("{names}, {}", words::span(self.chart.first, self.chart.last))
    }

    fn say(&self) -> String {
        let Some(group) = self.chart.groups.first() else { return "Nothing to show.".to_owned() };
        let n = count(self.of(group).count());
        let longest = self.of(group).max_by_key(|row| (row.days.1 - row.days.0, std::cmp::Reverse(row.days.0)));
        let Some(longest) = longest else { return format!("{}.", self.nothing()) };
        let mut out = words::counted(n, group.noun, group.plural);
        out += &format!(" in {}", words::count(self.days, "day"));
        let is_open = |row: &Row| row.span.to.is_none();
        if n > 1 {
            let length = words::count(longest.days.1 - longest.days.0 + 1, "day");
            let so_far = if is_open(longest) { " so far" } else { "" };
            out += &format!("; the longest is {}, {length}{so_far}", longest.span.label.trim());
        }
        if let Some(open) = self.of(group).filter(|row| is_open(row)).last()
            && (n == 1 || !std::ptr::eq(open, longest))
        {
            out += &format!("; {} has no last day yet", open.span.label.trim());
        }
        out + "."
    }

    fn how(&self) -> String {
        let mut out = String::new();
        for group in self.groups() {
            out += &match group.said {
                false => format!("A bar is a {}, from its first day to its last", group.noun),
                true => format!(" A line is a {}, from the day it was given to the next", group.noun),
            };
            if self.of(group).any(|row| row.span.rest) {
                out += "; hatched where rest was ordered";
            }
            if !group.said && self.of(group).any(|row| row.span.to.is_none()) {
                out += "; an open end has no last day yet";
            }
            out += ".";
        }
        if !self.notes.is_empty() {
            out += " Numbers are milestones.";
        }
        if let Some(group) = self.chart.groups.first() {
            let days = words::count(self.days, "day");
            out += &format!(" {} of {days} lie in a {}.", self.covered(), group.noun);
        }
        out.trim_start().to_owned()
    }

    fn describe(&self) -> String {
        let mut out = format!("Bars in rows over {}. {}", words::span(self.chart.first, self.chart.last), self.say());
        for row in self.rows.iter().take(12) {
            out += &format!(" {}: {}", row.span.label.trim(), words::long(row.span.from));
            out += &match row.span.to {
                Some(to) if to != row.span.from => format!(" to {}.", words::long(to)),
                Some(_) => ".".to_owned(),
                None => " on.".to_owned(),
            };
        }
        if self.rows.len() > 12 {
            out += &format!(" {} more in the table.", self.rows.len() - 12);
        }
        if !self.notes.is_empty() {
            out += &format!(" {} marked.", words::count(count(self.notes.len()), "milestone"));
        }
        out
    }

    fn tabulate(&self) -> Table {
        let row = |row: &Row| {
            let last = row.span.to.map_or_else(|| "open".to_owned(), words::short);
            let to = row.span.to.map_or(self.first + self.days - 1, day_number);
            let days = words::whole((to - day_number(row.span.from) + 1).max(0));
            let name = row.span.label.trim().to_owned();
            vec![name, row.group.noun.to_owned(), words::short(row.span.from), last, days]
        };
        Table {
            caption: self.title(),
            head: ["Name", "Sort", "First day", "Last day", "Days"].map(str::to_owned).to_vec(),
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

fn draw_row(svg: &mut Svg, frame: &Frame, rows: &Rows, time: &Time, at: usize, row: &Row) {
    // A span of one day in ten years is still a line.
    let left = time.edge(row.days.0).min(time.right - 20);
    let right = time.edge(row.days.1 + 1).max(left + 20);
    let middle = rows.middle(at);
    if row.group.said {
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

/// Returns a text with its first letter large.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
