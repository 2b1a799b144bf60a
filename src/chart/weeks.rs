//! Distance per week: bars with running at the bottom, walking and anything else on it.

use crate::language::{Arg, Language};
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::label::{self, Area, Aside};
use super::scale::{Linear, Time, amount, count, day_number, nice};
use super::svg::{Root, Svg};
use super::words::{Noted, Words};
use super::{Band, Figure, Rule, Table, axis, phases};

/// The numbers of a chart of weeks.
#[derive(Clone, Debug)]
pub struct Weeks<'a> {
    /// The unit of distance, "km" or "mi".
    pub unit: &'a str,
    /// The weeks in order.
    pub weeks: &'a [Week],
    /// The first day of the journal.
    pub first: Date,
    /// The last day of the journal.
    pub last: Date,
    /// The phases.
    pub bands: &'a [Band],
    /// The writer's own lines, in the unit.
    pub rules: &'a [Rule],
    /// The height of the plot in the wide drawing, where it is not the usual.
    pub height: Option<i32>,
}

/// The distances of one week, in the unit of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The day the week begins, which may lie before the first day of the journal.
    pub start: Date,
    /// The distance run.
    pub run: f64,
    /// The distance walked.
    pub walk: f64,
    /// Any other distance.
    pub other: f64,
    /// How many days have an entry.
    pub logged: u8,
    /// How many days of the week the journal covers; fewer than 7 is a part week.
    pub days: u8,
}

/// The classes of the parts of a bar and of their names, and these names, from the bottom up.
const PARTS: [(&str, &str, &str); 3] =
    [("run", "t-run", "chart-run"), ("walk", "t-walk", "chart-walk"), ("other", "t-other", "chart-other")];

/// Draws distance per week and says what it shows.
#[must_use]
pub fn draw(chart: &Weeks, language: &Language, id: &str) -> Figure {
    let first = day_number(chart.first);
    let days = (day_number(chart.last) - first + 1).max(0);
    let words = Words::of(language);
    let span = words.span(chart.first, chart.last.max(chart.first));
    let title = words.say("chart-weeks-title", &[("unit", chart.unit.into()), ("span", span.into())]);
    let plot = Plot { chart, words, first, days, title, desc: describe(chart, words), id };
    Figure {
        say: say(chart, words),
        how: how(chart, words),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        notes: Vec::new(),
        table: tabulate(chart, words),
    }
}

/// One bar: a week, or the mean of several when there are too many to tell apart.
struct Bar {
    /// Its first day and the day after its last, inside the chart.
    from: i32,
    to: i32,
    parts: [f64; 3],
    is_cut: bool,
    is_unknown: bool,
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Weeks<'a>,
    words: Words<'a>,
    first: i32,
    days: i32,
    title: String,
    desc: String,
    id: &'a str,
}

impl Plot<'_> {
    fn draw(&self, frame: &Frame) -> String {
        let time = frame.time(self.first, self.days);
        let bars = bars(self.chart, self.first, self.days, weeks_a_bar(self.chart, frame));
        let top = if frame.beside { 200 } else { 280 };
        let bottom = top + frame.tall(self.chart.height.unwrap_or(120), 1080, 1200);
        let rules = self.chart.rules.iter().map(|rule| amount(rule.value));
        let max = bars.iter().map(|bar| bar.parts.iter().sum()).chain(rules).fold(0.0, f64::max);
        let (step, max) = nice(max, 4);
        let scale = Linear { max, top, bottom };
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title: &self.title,
            desc: &self.desc,
        };
        let mut svg = Svg::open(&root, 4096 + bars.len() * 64);
        phases::fill(&mut svg, self.chart.bands, &time, if frame.beside { 0 } else { 210 }, bottom);
        frame.draw_values(&mut svg, self.words, &scale, step);
        frame::hatch(&mut svg, frame, &time, &unknown(&bars), top, bottom);
        frame::draw_rules(&mut svg, self.chart.rules, &time, &scale);
        draw_bars(&mut svg, &bars, &time, &scale);
        frame.draw_floor(&mut svg, bottom);
        axis::draw(
            &mut svg,
            self.words,
            frame,
            &time,
            bottom,
            self.chart.weeks.first().map_or(Weekday::Monday, |week| week.start.weekday()),
        );
        if frame.beside {
            frame.draw_asides(&mut svg, self.asides(frame, &bars, &scale), 0, bottom + 40);
        } else {
            self.draw_labels(&mut svg, frame, &bars, &time, &scale);
        }
        svg.close()
    }

    fn rule_label(&self, rule: &Rule) -> String {
        self.words.rule(rule.value, self.chart.unit, &rule.label)
    }

    fn asides(&self, frame: &Frame, bars: &[Bar], scale: &Linear) -> Vec<Aside> {
        let name = |part: usize| {
            // The name stands at the height of its part in the last bar that has it.
            let bar = bars.iter().rev().find(|bar| bar.parts[part] > 0.0);
            let middle = bar.map_or(0.0, |bar| bar.parts[..part].iter().sum::<f64>() + bar.parts[part] / 2.0);
            frame.label_at(scale.y(middle), PARTS[part].1, &self.words.word(PARTS[part].2))
        };
        let mut asides: Vec<_> = parts(bars).map(name).collect();
        let time = frame.time(self.first, self.days);
        asides.extend(
            frame::held(self.chart.rules, &time, 50_000.0)
                .map(|(rule, _)| frame.label_at(scale.y(rule.value), "", &self.rule_label(rule))),
        );
        asides
    }

    /// Draws the names of the parts above a narrow plot and the rules' labels on it.
    fn draw_labels(&self, svg: &mut Svg, frame: &Frame, bars: &[Bar], time: &Time, scale: &Linear) {
        let mut right = frame.right;
        for part in parts(bars).rev() {
            let name = self.words.word(PARTS[part].2);
            svg.text(&format!("{} end", PARTS[part].1), right, 150, &name);
            right -= label::width(&name, frame.em * 21 / 20) + 100;
        }
        let mut taken: Vec<Area> = Vec::new();
        for (rule, _) in frame::held(self.chart.rules, time, 50_000.0) {
            let text = label::shorten(&self.rule_label(rule), frame.em, frame.right - frame.left - 40);
            let width = label::width(&text, frame.em);
            let y = scale.y(rule.value);
            let places =
                [(frame.right - width - 10, y - 50), (frame.left + 30, y - 50), (frame.right - width - 10, y + 140)];
            let free = places.into_iter().find(|&(x, baseline)| {
                let area = Area::of(x, baseline, width, frame.em);
                baseline < scale.bottom - 30 && area.top > 170 && !taken.iter().any(|other| other.meets(&area))
            });
            if let Some((x, baseline)) = free.filter(|_| !text.is_empty()) {
                taken.push(Area::of(x, baseline, width, frame.em));
                svg.text("halo", x, baseline, &text);
            }
        }
    }
}

fn draw_bars(svg: &mut Svg, bars: &[Bar], time: &Time, scale: &Linear) {
    let sides = |bar: &Bar| {
        let (left, right) = (time.edge(bar.from), time.edge(bar.to));
        let air = (right - left) * 3 / 20;
        (left + air, (right - left - 2 * air).max(6))
    };
    for (part, (class, ..)) in PARTS.iter().enumerate() {
        let mut path = svg.path(class);
        // Hollow bars have a stroke, which must not be wider than a full one.
        let inset = if part == 0 { 0 } else { 6 };
        for bar in bars.iter().filter(|bar| bar.parts[part] > 0.0) {
            let (x, width) = sides(bar);
            let foot = scale.y(bar.parts[..part].iter().sum());
            let height = foot - scale.y(bar.parts[..=part].iter().sum());
            path.bar(x + inset, foot, (width - 2 * inset).max(2), (height - inset).max(8));
        }
    }
    {
        // A week with entries and no distance is known to be empty, which a gap would not say.
        let mut slots = svg.path("axis");
        for bar in bars.iter().filter(|bar| !bar.is_unknown && bar.parts.iter().sum::<f64>() <= 0.0) {
            let (x, width) = sides(bar);
            slots.bar(x, scale.bottom, width, 20);
        }
    }
    let mut cuts = svg.path("cut");
    for bar in bars.iter().filter(|bar| bar.is_cut) {
        let (x, width) = sides(bar);
        let top = scale.y(bar.parts.iter().sum());
        frame::stripes(&mut cuts, (x, top), (x + width, scale.bottom), scale.bottom - top, 50);
    }
}

fn bars(chart: &Weeks, first: i32, days: i32, weeks_a_bar: usize) -> Vec<Bar> {
    let bar = |weeks: &[Week]| {
        let start = weeks.first().map(|week| day_number(week.start) - first)?;
        let end = weeks.last().map(|week| day_number(week.start) - first + 7)?;
        let (from, to) = (start.max(0), end.min(days));
        let mean = |part: fn(&Week) -> f64| {
            weeks.iter().map(|week| amount(part(week))).sum::<f64>() / f64::from(count(weeks.len()))
        };
        let bar = Bar {
            from,
            to,
            parts: [mean(|week| week.run), mean(|week| week.walk), mean(|week| week.other)],
            is_cut: weeks.iter().any(|week| week.days < 7),
            is_unknown: weeks.iter().all(|week| week.logged == 0),
        };
        (from < to).then_some(bar)
    };
    chart.weeks.chunks(weeks_a_bar).filter_map(bar).collect()
}

/// Returns which parts occur at all.
fn parts(bars: &[Bar]) -> impl DoubleEndedIterator<Item = usize> {
    (0..PARTS.len()).filter(|&part| bars.iter().any(|bar| bar.parts[part] > 0.0))
}

/// Returns the stretches of weeks without any entry: first day and length.
fn unknown(bars: &[Bar]) -> Vec<(i32, i32)> {
    let stretches = bars.chunk_by(|a, b| a.is_unknown && b.is_unknown && a.to == b.from);
    stretches
        .filter(|bars| bars[0].is_unknown)
        .map(|bars| (bars[0].from, bars[bars.len() - 1].to - bars[0].from))
        .collect()
}

/// Returns how many weeks share a bar, so that bars stay wide enough to tell apart.
fn weeks_a_bar(chart: &Weeks, frame: &Frame) -> usize {
    chart.weeks.len().div_ceil(if frame.beside { 160 } else { 72 }).max(1)
}

/// Returns the weeks that can be compared: whole, and with entries on most days.
fn whole<'a>(chart: &'a Weeks) -> Vec<&'a Week> {
    chart.weeks.iter().filter(|week| week.days >= 7 && week.logged >= 4).collect()
}

fn say(chart: &Weeks, words: Words<'_>) -> String {
    let whole = whole(chart);
    let all = count(chart.weeks.len());
    let total: f64 = chart.weeks.iter().map(|week| amount(week.run) + amount(week.walk) + amount(week.other)).sum();
    if chart.weeks.is_empty() {
        return words.word("chart-weeks-none");
    }
    if total <= 0.0 {
        return words.say("chart-weeks-no-distance", &[("weeks", words.n(all))]);
    }
    let unit = || Arg::from(chart.unit);
    let (Some(first), Some(last)) = (whole.first(), whole.last().filter(|_| whole.len() >= 2)) else {
        let args = [("total", words.number(total).into()), ("unit", unit()), ("weeks", words.n(all))];
        return match whole.len() {
            0 => words.say("chart-weeks-no-whole", &args),
            _ => words.say("chart-weeks-one-whole", &args),
        };
    };
    let (what, of): (_, fn(&Week) -> f64) = if whole.iter().any(|week| amount(week.run) > 0.0) {
        ("run", |week| amount(week.run))
    } else if whole.iter().any(|week| amount(week.walk) > 0.0) {
        ("walk", |week| amount(week.walk))
    } else {
        ("any", |week| amount(week.run) + amount(week.walk) + amount(week.other))
    };
    let most = chart.weeks.iter().reduce(|a, b| if of(b) > of(a) { b } else { a }).unwrap_or(first);
    // Weeks with few entries are passed over at either end, which the words must not hide.
    let is_whole = |week: &&Week| week.days >= 7;
    let ends = [chart.weeks.iter().find(is_whole), chart.weeks.iter().rfind(is_whole)];
    let which = if ends == [Some(*first), Some(*last)] { "whole" } else { "written" };
    let (from, to) = (words.number(of(first)), words.number(of(last)));
    let is_same = from == to;
    let args =
        [("what", what.into()), ("which", which.into()), ("unit", unit()), ("from", from.into()), ("to", to.into())];
    let mut out = if is_same { words.say("chart-weeks-same", &args) } else { words.say("chart-weeks-went", &args) };
    if of(most) > of(first).max(of(last)) {
        let args = [("most", words.number(of(most)).into()), ("unit", unit()), ("day", words.long(most.start).into())];
        out += &words.say("chart-weeks-most", &args);
    }
    // All weeks count here: one with few entries has no run noted as surely as one with many.
    match count(chart.weeks.iter().filter(|week| of(week) <= 0.0).count()) {
        0 => {}
        idle => {
            out += "; ";
            let args = [("what", what.into()), ("idle", words.n(idle)), ("weeks", words.n(all))];
            out += &words.say("chart-weeks-idle", &args);
        }
    }
    out + "."
}

fn how(chart: &Weeks, words: Words<'_>) -> String {
    let start = match chart.weeks.first().map(|week| week.start.weekday()) {
        Some(Weekday::Sunday) => "sunday",
        Some(Weekday::Monday) => "monday",
        _ => "other",
    };
    let mut out = words.say("chart-weeks-how", &[("unit", chart.unit.into()), ("start", start.into())]);
    let (wide, narrow) = (weeks_a_bar(chart, &Frame::WIDE), weeks_a_bar(chart, &Frame::NARROW));
    match (wide, narrow) {
        (1, 1) => {}
        (1, narrow) => {
            out.push(' ');
            out += &words.say("chart-weeks-bar-small", &[("n", narrow.into())]);
        }
        (wide, narrow) => {
            let small = words.on_small(count(wide), count(narrow));
            out += "; ";
            out += &words.say("chart-weeks-bar", &[("n", wide.into()), ("small", small.into())]);
        }
    }
    out += ".";
    if chart.weeks.is_empty() {
        return out;
    }
    let hatched = if chart.weeks.iter().any(|week| week.logged == 0) { "yes" } else { "no" };
    out.push(' ');
    out += &words.say("chart-weeks-coverage", &[("coverage", known(chart, words).into()), ("hatched", hatched.into())]);
    if chart.weeks.iter().any(|week| week.days < 7) {
        out.push(' ');
        out += &words.word("chart-weeks-part");
    }
    out
}

/// Says how many days have an entry.
fn known(chart: &Weeks, words: Words<'_>) -> String {
    let logged: i32 = chart.weeks.iter().map(|week| i32::from(week.logged)).sum();
    let days: i32 = chart.weeks.iter().map(|week| i32::from(week.days)).sum();
    words.coverage(logged, days, Noted::Entry)
}

fn describe(chart: &Weeks, words: Words<'_>) -> String {
    let args = [("coverage", known(chart, words).into()), ("say", say(chart, words).into())];
    words.say("chart-weeks-desc", &args)
}

fn tabulate(chart: &Weeks, words: Words<'_>) -> Table {
    let head = PARTS.map(|(.., name)| format!("{} {}", words.word(name), chart.unit));
    let span = words.span(chart.first, chart.last.max(chart.first));
    let row = |week: &Week| {
        let cell = |value: f64| if week.logged == 0 { "–".to_owned() } else { words.fixed(amount(value)) };
        vec![
            words.short(week.start),
            format!("{}/{}", week.logged, week.days),
            cell(week.run),
            cell(week.walk),
            cell(week.other),
        ]
    };
    Table {
        caption: words.say("chart-weeks-table", &[("span", span.into())]),
        head: ["chart-week-of", "chart-days-logged"].map(|id| words.word(id)).into_iter().chain(head).collect(),
        rows: chart.weeks.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(runs: &[f64]) -> String {
        let week = |(n, &run): (usize, &f64)| {
            let start = super::super::scale::date_of(day_number(date(2024, 1, 1)) + 7 * count(n));
            Week { start, run, walk: 0.0, other: 0.0, logged: 6, days: 7 }
        };
        let weeks: Vec<_> = runs.iter().enumerate().map(week).collect();
        let first = date(2024, 1, 1);
        let chart = Weeks { unit: "km", weeks: &weeks, first, last: first, bands: &[], rules: &[], height: None };
        say(&chart, Words::of(&Language::english()))
    }

    #[test]
    fn the_sentence_holds_for_the_numbers() {
        assert_eq!(said(&[]), "No weeks yet.");
        assert_eq!(said(&[0.0, 0.0]), "No distance was noted in any of these 2 weeks.");
        assert_eq!(
            said(&[3.0]),
            "3 km in 1 week; only one whole week has entries on most days, so there is none to compare it with."
        );
        assert_eq!(said(&[5.0, 5.0]), "Running came to 5 km in the first whole week and in the last.");
        assert_eq!(
            said(&[10.0, 0.0, 20.5, 5.0]),
            "Running went from 10 km in the first whole week to 5 km in the last, with 20.5 km at most \
             (week of 15 January 2024); no run noted in 1 of 4 weeks."
        );
    }
}
