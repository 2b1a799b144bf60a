//! A ladder of levels climbed session by session, with what came of each.

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::scale::{Linear, Time, count, day_number, index, into_week};
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Figure, Table, axis, label};

/// A ladder and how it was climbed.
#[derive(Clone, Debug)]
pub struct Ladder<'a> {
    /// The names of its levels, from the lowest.
    pub levels: &'a [String],
    /// How many good sessions in a row lead one up.
    pub times: usize,
    /// The sessions, by day.
    pub climbs: &'a [Climb],
    /// Whose rule tells good from bad.
    pub rule: &'a str,
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// A session on a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Climb {
    /// Its day.
    pub day: Date,
    /// What came of it.
    pub outcome: Outcome,
    /// The level it was done on, from 1.
    pub at: usize,
    /// The level that follows from it, from 1.
    pub then: usize,
}

/// What can come of a session, each with a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A disc.
    Green,
    /// A triangle.
    Amber,
    /// A square.
    Red,
    /// A ring: not known.
    Grey,
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Green, Self::Amber, Self::Red, Self::Grey];

    /// Returns the message that names it.
    fn id(self) -> &'static str {
        match self {
            Self::Green => "chart-green",
            Self::Amber => "chart-amber",
            Self::Red => "chart-red",
            Self::Grey => "chart-grey",
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Green => "●",
            Self::Amber => "▲",
            Self::Red => "■",
            Self::Grey => "○",
        }
    }
}

/// Draws a ladder and says how far it was climbed.
#[must_use]
pub fn draw(chart: &Ladder, language: &Language, id: &str) -> Figure {
    let first = chart.climbs.iter().map(|climb| day_number(climb.day)).min().unwrap_or(0);
    let last = chart.climbs.iter().map(|climb| day_number(climb.day)).max().unwrap_or(0);
    let days = if chart.climbs.is_empty() { 0 } else { last - first + 1 };
    let plot = Plot { chart, words: Words::of(language), first, days, id };
    let (title, desc) = (plot.title(), plot.describe());
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        notes: Vec::new(),
        table: plot.tabulate(title.clone()),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Ladder<'a>,
    words: Words<'a>,
    first: i32,
    days: i32,
    id: &'a str,
}

impl Plot<'_> {
    fn levels(&self) -> i32 {
        count(self.chart.levels.len()).max(1)
    }

    /// Returns a level inside the ladder.
    fn level(&self, level: usize) -> i32 {
        count(level).clamp(1, self.levels())
    }

    /// Returns whether there are too many days for a mark each.
    fn is_binned(&self) -> bool {
        frame::bin_of_days(&Frame::WIDE, index(self.days)) > 1
    }

    fn name(&self, level: i32) -> &str {
        self.chart.levels.get(index(level - 1)).map_or("", |name| name.trim())
    }

    /// Returns the frame with a gutter wide enough for the levels' names.
    fn frame(&self, frame: &Frame) -> Frame {
        let widest = self.chart.levels.iter().map(|name| label::width(name.trim(), frame.em)).max().unwrap_or(0);
        let left = if frame.beside { (widest + 120).clamp(300, 2400) } else { frame.left };
        Frame { left, right: if frame.beside { 9300 } else { frame.right }, ..*frame }
    }

    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let frame = &self.frame(frame);
        let pitch = (8400 / self.levels()).clamp(40, if frame.beside { 260 } else { 340 });
        let top = if frame.beside { 160 } else { 330 };
        let scale = Linear { max: f64::from(self.levels() - 1), top, bottom: top + pitch * (self.levels() - 1) };
        let floor = scale.bottom + 140;
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: floor + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title,
            desc,
        };
        let mut svg = Svg::open(&root, 2048 + self.chart.climbs.len().min(1000) * 24);
        let time = frame.time(self.first, self.days);
        {
            let mut grid = svg.path("grid");
            for level in 1..=self.levels() {
                grid.start(frame.left, scale.y(f64::from(level - 1)));
                grid.line(frame.right, scale.y(f64::from(level - 1)));
            }
        }
        self.draw_steps(&mut svg, frame, &time, &scale);
        self.draw_names(&mut svg, frame, &scale, pitch);
        // What is rare lies on what is common.
        for outcome in [Outcome::Green, Outcome::Grey, Outcome::Amber, Outcome::Red] {
            self.draw_outcomes(&mut svg, frame, &time, &scale, outcome);
        }
        if self.chart.climbs.is_empty() {
            svg.text(
                "mid halo",
                i32::midpoint(frame.left, frame.right),
                floor + 190,
                &self.words.word("chart-ladder-nothing"),
            );
        } else {
            axis::draw(&mut svg, self.words, frame, &time, floor, self.chart.week_start);
        }
        frame.draw_floor(&mut svg, floor);
        svg.close()
    }

    /// Draws the line of levels: along the level until the session that leads off it, then straight up or down.
    fn draw_steps(&self, svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear) {
        let mut path = svg.path("step");
        let mut at = None;
        for climb in self.chart.climbs {
            let x = self.x(frame, time, climb);
            for level in [climb.at, climb.then] {
                let y = scale.y(f64::from(self.level(level) - 1));
                match at {
                    None => path.start(x, y),
                    Some(at) if at == (x, y) => continue,
                    Some((_, before)) => {
                        path.line(x, before);
                        if before != y {
                            path.line(x, y);
                        }
                    }
                }
                at = Some((x, y));
            }
        }
    }

    /// Returns where a session stands: its day, or the middle of its stretch of days where there are too many.
    fn x(&self, frame: &Frame, time: &Time, climb: &Climb) -> i32 {
        let day = day_number(climb.day) - self.first;
        let bin = count(frame::bin_of_days(frame, index(self.days)));
        if bin <= 1 {
            return time.centre(day);
        }
        let from = day / bin * bin;
        i32::midpoint(time.edge(from), time.edge((from + bin).min(self.days)))
    }

    fn draw_names(&self, svg: &mut Svg, frame: &Frame, scale: &Linear, pitch: i32) {
        // Of levels nearer to each other than their names are high, only some are named here; the table has all.
        let every = (frame.line + 20 + pitch - 1) / pitch;
        for level in (1..=self.levels()).step_by(index(every.max(1))) {
            let y = scale.y(f64::from(level - 1));
            if frame.beside {
                let text = label::shorten(self.name(level), frame.em, frame.left - 80);
                svg.text("end", frame.left - 80, y + 47, &text);
            } else {
                let text = label::shorten(self.name(level), frame.em, frame.right - frame.left);
                svg.text("halo", frame.left, y - 75, &text);
            }
        }
    }

    fn draw_outcomes(&self, svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear, outcome: Outcome) {
        let ours = self.chart.climbs.iter().filter(|climb| climb.outcome == outcome);
        let mut places: Vec<(i32, i32)> =
            ours.map(|climb| (self.x(frame, time, climb), scale.y(f64::from(self.level(climb.at) - 1)))).collect();
        places.dedup();
        let half = if self.is_binned() {
            // Marks of one stretch of days lie over each other at different heights, so that none hides another.
            let rise = match outcome {
                Outcome::Green => -60,
                Outcome::Amber => -20,
                Outcome::Red => 20,
                Outcome::Grey => 60,
            };
            places.iter_mut().for_each(|(_, y)| *y += rise);
            16
        } else if self.chart.climbs.len() > 80 {
            34
        } else {
            46
        };
        match outcome {
            Outcome::Green | Outcome::Grey => {
                let class = if outcome == Outcome::Green { "green" } else { "grey" };
                {
                    let mut path = svg.dots_of(class, half * 2 + 10);
                    places.iter().for_each(|&(x, y)| path.dot(x, y));
                }
                if outcome == Outcome::Grey {
                    let mut path = svg.dots_of("hole", (half * 2 - 24).max(14));
                    places.iter().for_each(|&(x, y)| path.dot(x, y));
                }
            }
            Outcome::Amber => {
                let mut path = svg.path("amber");
                for (x, y) in places {
                    path.start(x - half * 5 / 4, y + half);
                    path.line(x, y - half * 5 / 4);
                    path.line(x + half * 5 / 4, y + half);
                }
            }
            Outcome::Red => {
                let mut path = svg.path("red");
                places.iter().for_each(|&(x, y)| path.bar(x - half, y + half, half * 2, half * 2));
            }
        }
    }

    fn title(&self) -> String {
        let span = match self.chart.climbs {
            [] => return self.words.word("chart-ladder-no-session"),
            [first, .., last] => self.words.span(first.day, last.day),
            [only] => self.words.long(only.day),
        };
        self.words.say("chart-ladder-title", &[("span", span.into())])
    }

    fn said(&self, level: i32) -> String {
        let of = [("level", self.words.n(level)), ("of", self.words.n(self.levels()))];
        let of = self.words.say("chart-ladder-level", &of);
        let name = self.name(level);
        if name.is_empty() { of } else { format!("{of}, {name}") }
    }

    fn say(&self) -> String {
        let Some(last) = self.chart.climbs.last() else { return self.words.word("chart-ladder-none") };
        let now = self.level(last.then);
        let highest = self.chart.climbs.iter().map(|climb| self.level(climb.then)).max().unwrap_or(now);
        let falls = self.chart.climbs.iter().filter(|climb| self.level(climb.then) < self.level(climb.at)).count();
        let args = [("n", self.words.n(count(self.chart.climbs.len()))), ("level", self.said(now).into())];
        let mut parts = vec![self.words.say("chart-ladder-say", &args)];
        if highest > now {
            parts.push(self.words.say("chart-ladder-highest", &[("level", self.words.n(highest))]));
        }
        if falls > 0 {
            parts.push(self.words.say("chart-ladder-falls", &[("n", falls.into())]));
        }
        parts.join("; ") + "."
    }

    fn how(&self) -> String {
        let mut out = vec![self.words.word("chart-ladder-how")];
        let counts: Vec<String> = Outcome::ALL
            .iter()
            .map(|outcome| (outcome, self.chart.climbs.iter().filter(|climb| climb.outcome == *outcome).count()))
            .filter(|(_, n)| *n > 0)
            .map(|(outcome, n)| format!("{} {} {n}", outcome.shape(), self.words.word(outcome.id())))
            .collect();
        if !counts.is_empty() {
            let args = [("rule", self.chart.rule.trim().into()), ("counts", counts.join(", ").into())];
            out.push(self.words.say("chart-ladder-counts", &args));
        }
        out.push(self.words.say("chart-ladder-rule", &[("times", self.chart.times.max(1).into())]));
        if self.is_binned() {
            let bin = frame::bin_of_days(&Frame::WIDE, index(self.days));
            let narrow = frame::bin_of_days(&Frame::NARROW, index(self.days));
            out.push(self.words.say("chart-ladder-bins", &[("bin", bin.into()), ("narrow", narrow.into())]));
        }
        out.join(" ")
    }

    fn describe(&self) -> String {
        let args = [
            ("levels", self.words.n(self.levels())),
            ("title", self.title().into()),
            ("say", self.say().into()),
            ("how", self.how().into()),
        ];
        self.words.say("chart-ladder-desc", &args)
    }

    fn tabulate(&self, caption: String) -> Table {
        let head = |ids: &[&str]| ids.iter().map(|id| self.words.word(id)).collect();
        let level = |level: usize| {
            let level = self.level(level);
            format!("{level} {}", self.name(level)).trim_end().to_owned()
        };
        if self.chart.climbs.len() <= 60 {
            let row = |climb: &Climb| {
                vec![
                    self.words.short(climb.day),
                    level(climb.at),
                    self.words.word(climb.outcome.id()),
                    level(climb.then),
                ]
            };
            let rows = self.chart.climbs.iter().map(row).collect();
            return Table { caption, head: head(&["day", "chart-level", "chart-outcome", "chart-then"]), rows };
        }
        let week = |climb: &Climb| {
            let day = day_number(climb.day);
            day - into_week(day, self.chart.week_start)
        };
        let rows = self.chart.climbs.chunk_by(|a, b| week(a) == week(b)).map(|climbs| {
            let times =
                |outcome| self.words.whole(count(climbs.iter().filter(|climb| climb.outcome == outcome).count()));
            let mut row = vec![self.words.short(super::scale::date_of(week(&climbs[0])))];
            row.push(self.words.whole(count(climbs.len())));
            row.extend(Outcome::ALL.map(times));
            row.push(climbs.last().map_or_else(String::new, |last| level(last.then)));
            row
        });
        let names = [
            "chart-week-of",
            "sessions",
            "chart-head-green",
            "chart-head-amber",
            "chart-head-red",
            "chart-head-grey",
            "chart-then",
        ];
        Table {
            caption: self.words.say("chart-by-week-after", &[("title", caption.into())]),
            head: head(&names),
            rows: rows.collect(),
        }
    }
}
