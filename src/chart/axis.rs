//! The axis of days: weeks when the span is short, then months with years in bold, then years.

use jiff::civil::{Date, Weekday};

use super::frame::Frame;
use super::label;
use super::panel::PlotArea;
use super::scale::{Linear, Time, date_of, day_number, into_week};
use super::svg::Svg;
use super::words::{Words, year};

/// How far below the plot the second row of labels ends, with a little air.
pub(super) const DEPTH: i32 = 400;

/// With fewer days than this the labels are days, not weeks.
const BY_DAY: i32 = 15;

/// A tick and what stands under it.
struct Tick {
    day: i32,
    label: String,
    /// The year, in bold under the label, or in its place where there are no labels but years.
    year: Option<String>,
}

/// Draws the ticks and labels of the days under a plot.
pub(super) fn draw(svg: &mut Svg, words: Words<'_>, area: &PlotArea<'_>, week_start: Weekday) {
    let PlotArea { frame, time, scale: Linear { bottom, .. } } = *area;
    let (ticks, labels) = plan(words, frame, &time, week_start);
    // Single days are marked where their dots stand; weeks, months and years where they begin.
    let by_day = time.days < BY_DAY;
    let place = |day| if by_day { time.centre(day) } else { time.edge(day) };
    svg.lines("axis", ticks.into_iter().map(place).map(|x| ((x, bottom), (x, bottom + 50))));
    let baseline = bottom + if frame.beside { 190 } else { 200 };
    svg.open_ticks("");
    let mut free = [0, 0];
    let second = if labels.iter().any(|tick| !tick.label.is_empty()) {
        frame.line + if frame.beside { 6 } else { 0 }
    } else {
        0
    };
    for tick in &labels {
        for (row, (class, text)) in [("", Some(&tick.label)), ("strong", tick.year.as_ref())].into_iter().enumerate() {
            let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
            let width = label::width(text, frame.em);
            let x = place(tick.day) - if by_day { width / 2 } else { 0 };
            let end = x + width;
            if x >= free[row] && end <= frame.width {
                svg.text(class, x, baseline + if row == 0 { 0 } else { second }, text);
                free[row] = end + 60;
            }
        }
    }
    svg.close_ticks();
}

/// Returns the days with a tick, and the labels in the order of the days.
fn plan(words: Words<'_>, frame: &Frame, time: &Time, week_start: Weekday) -> (Vec<i32>, Vec<Tick>) {
    let room = |em_widths: i32| frame.em * em_widths / 10;
    let width = i64::from(time.right - time.left);
    let days = i64::from(time.days.max(1));
    let fits = |period: i64, needed: i32| width * period / days >= i64::from(needed);
    if time.days <= 100 {
        by_week(words, time, week_start, &|step| fits(i64::from(step), room(36)))
    } else if fits(30, room(25)) {
        by_month(words, time, 1)
    } else if fits(91, room(25)) {
        by_month(words, time, 3)
    } else {
        let step = [1, 2, 5, 10, 20, 50, 100, 500].into_iter().find(|&step| fits(365 * i64::from(step), room(30)));
        by_year(time, step.unwrap_or(1000), fits(91, 30))
    }
}

fn by_week(words: Words<'_>, time: &Time, week_start: Weekday, fits: &dyn Fn(i32) -> bool) -> (Vec<i32>, Vec<Tick>) {
    let (first, step) = if time.days >= BY_DAY {
        ((7 - into_week(time.first, week_start)) % 7, 7)
    } else {
        (0, [1, 2, 3, 7].into_iter().find(|&step| fits(step)).unwrap_or(14))
    };
    let ticks: Vec<i32> = (first..time.days.max(1)).step_by(step.max(1).unsigned_abs() as usize).collect();
    let every = (1..20).find(|every| fits(step * every)).unwrap_or(20);
    let mut before = None;
    let labels = ticks.iter().step_by(every.unsigned_abs() as usize).map(|&day| {
        let date = date_of(time.first + day);
        let is_new = before != Some(date.year());
        before = Some(date.year());
        Tick { day, label: words.day(date), year: is_new.then(|| year(date)) }
    });
    let labels = labels.collect();
    (ticks, labels)
}

fn by_month(words: Words<'_>, time: &Time, step: i8) -> (Vec<i32>, Vec<Tick>) {
    let mut ticks = Vec::new();
    let mut labels = Vec::new();
    for day in month_starts(time) {
        ticks.push(day);
        let date = date_of(time.first + day);
        if (date.month() - 1) % step == 0 {
            let year = (date.month() == 1).then(|| year(date));
            labels.push(Tick { day, label: words.month_short(date).to_owned(), year });
        }
    }
    add_first_year(time, &mut labels);
    (ticks, labels)
}

fn by_year(time: &Time, step: i16, quarters: bool) -> (Vec<i32>, Vec<Tick>) {
    let mut ticks = Vec::new();
    let mut labels = Vec::new();
    for day in month_starts(time) {
        let date = date_of(time.first + day);
        let is_year = date.month() == 1 && date.year() % step == 0;
        if is_year {
            labels.push(Tick { day, label: String::new(), year: Some(year(date)) });
        }
        if is_year || quarters && date.month() % 3 == 1 {
            ticks.push(day);
        }
    }
    if step == 1 {
        add_first_year(time, &mut labels);
    }
    (ticks, labels)
}

/// Puts the year the span begins in at its left end, unless the next one stands too near.
fn add_first_year(time: &Time, labels: &mut Vec<Tick>) {
    let next = labels.iter().find(|tick| tick.year.is_some()).map_or(i32::MAX, |tick| time.edge(tick.day));
    if next > time.left + 450 {
        let year = year(date_of(time.first));
        labels.insert(0, Tick { day: 0, label: String::new(), year: Some(year) });
    }
}

/// Returns the days on which a month begins.
fn month_starts(time: &Time) -> impl Iterator<Item = i32> {
    let start = date_of(time.first).first_of_month();
    let next = |date: &Date| {
        let (year, month) = if date.month() == 12 { (date.year() + 1, 1) } else { (date.year(), date.month() + 1) };
        Date::new(year, month, 1).ok()
    };
    let (first, days) = (time.first, time.days);
    std::iter::successors(Some(start), next)
        .map(move |date| day_number(date) - first)
        .skip_while(|&day| day < 0)
        .take_while(move |&day| day < days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(frame: &Frame, first: Date, days: i32) -> String {
        let time = frame.time(day_number(first), days);
        let language = crate::language::Language::english();
        let (ticks, labels) = plan(Words::of(&language), frame, &time, Weekday::Monday);
        assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "ticks run back");
        let words = labels.iter().map(|tick| match (&*tick.label, &tick.year) {
            (label, None) => label.to_owned(),
            ("", Some(year)) => format!("*{year}*"),
            (label, Some(year)) => format!("{label} *{year}*"),
        });
        words.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_unit_follows_the_span() {
        let first = Date::constant(2019, 8, 20);
        assert_eq!(labels(&Frame::WIDE, first, 1), "20 Aug *2019*");
        assert_eq!(labels(&Frame::NARROW, first, 30), "26 Aug *2019*, 2 Sep, 9 Sep, 16 Sep");
        assert_eq!(labels(&Frame::NARROW, first, 438), "*2019*, Oct, Jan *2020*, Apr, Jul, Oct");
        assert!(labels(&Frame::WIDE, first, 438).starts_with("*2019*, Sep, Oct, Nov, Dec, Jan *2020*, Feb"));
        assert_eq!(labels(&Frame::NARROW, first, 2000), "*2020*, *2021*, *2022*, *2023*, *2024*, *2025*");
    }
}
