//! The pain timeline: a dot for each day, the median of seven over it, phases behind and milestones above.

use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::label::{self, Area, Aside};
use super::phases::{self, Phases};
use super::scale::{Linear, Time, count, index, into_week};
use super::series::{self, Series};
use super::svg::{Root, Svg};
use super::{Band, Figure, Mark, Note, Rule, Table, axis, marks, words};

/// The numbers of a pain timeline.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// What the values are, such as "Worst pain of each day".
    pub what: &'a str,
    /// The day of the first value.
    pub first: Date,
    /// A score of 0–10 for each day, none where it is not known.
    pub values: &'a [Option<f64>],
    /// The rolling median of each day, none where too few days are known.
    pub median: &'a [Option<f64>],
    /// Over how many days the medians are taken.
    pub window: usize,
    /// The phases.
    pub bands: &'a [Band],
    /// The milestones.
    pub marks: &'a [Mark],
    /// The writer's own lines.
    pub rules: &'a [Rule],
    /// The day weeks begin with.
    pub week_start: Weekday,
    /// The height of the plot in the wide drawing, where it is not the usual.
    pub height: Option<i32>,
}

/// What an empty plot says.
const NOTHING: &str = "No pain noted on these days";

/// Draws a pain timeline and says what it shows.
#[must_use]
pub fn draw(chart: &Timeline, id: &str) -> Figure {
    let series = Series::new(chart.first, chart.values, chart.median);
    let notes = marks::number(chart.marks, &Frame::WIDE.time(series.first, series.days()));
    let title = format!("{}, 0 to 10, {}", chart.what, series.span());
    let desc = describe(chart, &series, &notes);
    let plot = Plot { chart, series: &series, notes: &notes, title: &title, desc: &desc, id };
    Figure {
        say: say(&series),
        how: how(chart, &series),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        table: tabulate(chart, &series),
        notes,
    }
}

/// What both drawings of a timeline share.
struct Plot<'a> {
    chart: &'a Timeline<'a>,
    series: &'a Series,
    notes: &'a [Note],
    title: &'a str,
    desc: &'a str,
    id: &'a str,
}

impl Plot<'_> {
    fn draw(&self, frame: &Frame) -> String {
        let time = frame.time(self.series.first, self.series.days());
        let phases = phases::lay_out(self.chart.bands, frame, &time);
        let marks = marks::lay_out(self.notes, frame, &time);
        let top = (phases.height + marks.height()).max(90) + if marks.height() == 0 { 40 } else { 0 };
        // Half a score is a whole number of units, which makes for short numbers.
        let bottom = top + frame.tall(self.chart.height.unwrap_or(280), 2400, 2800);
        let scale = Linear { max: 10.0, top, bottom };
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title: self.title,
            desc: self.desc,
        };
        let mut svg = Svg::open(&root, 4096 + self.series.values.len().min(1500) * 16);
        self.draw_ground(&mut svg, frame, &phases, &time, &scale);
        marks.draw_stones(&mut svg, top, bottom);
        frame::draw_rules(&mut svg, self.chart.rules, &time, &scale);
        frame.draw_floor(&mut svg, bottom);
        let bin = frame::bin_of(frame, self.series);
        frame::dots(&mut svg, frame::pen(frame, self.series.days()), &time, &scale, &self.series.values, bin);
        if bin == 1 {
            frame::median(&mut svg, "median", &time, &scale, &self.series.median);
        } else if self.has_median() {
            frame::median_of_bins(&mut svg, &time, &scale, &self.series.values, bin);
        }
        axis::draw(&mut svg, frame, &time, bottom, self.chart.week_start);
        marks.draw_discs(&mut svg, frame, top);
        if frame.beside {
            frame.draw_asides(&mut svg, self.asides(frame, &scale), top - 75, bottom + 40);
        } else {
            self.draw_labels(&mut svg, frame, &time, &scale);
        }
        svg.close()
    }

    fn has_median(&self) -> bool {
        self.series.median.iter().any(Option::is_some)
    }

    /// Returns what the line shows and where it ends.
    fn line_name(&self, frame: &Frame) -> Option<(String, f64)> {
        let bin = frame::bin_of(frame, self.series);
        let last = if bin == 1 {
            *self.series.median.iter().rev().flatten().next()?
        } else {
            self.has_median().then(|| self.series.values.chunks(bin).rev().find_map(series::median))??
        };
        Some((format!("{}-day median", if bin == 1 { self.chart.window } else { bin }), last))
    }

    fn draw_ground(&self, svg: &mut Svg, frame: &Frame, phases: &Phases, time: &Time, scale: &Linear) {
        phases.draw(svg, frame, scale.bottom);
        frame.draw_values(svg, scale, 2.0);
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(scale.top, scale.bottom) + 50, NOTHING);
        } else {
            frame::hatch(svg, frame, time, &self.series.gaps, scale.top, scale.bottom);
        }
    }

    fn asides(&self, frame: &Frame, scale: &Linear) -> Vec<Aside> {
        let mut asides = vec![frame.label_at(scale.top, "", "10: worst")];
        if let Some((name, last)) = self.line_name(frame) {
            asides.push(frame.label_at(scale.y(last), "t-pain", &name));
        }
        let time = frame.time(self.series.first, self.series.days());
        asides.extend(
            frame::held(self.chart.rules, &time, 10.0)
                .map(|(rule, _)| frame.label_at(scale.y(rule.value), "", &words::rule(rule.value, "", &rule.label))),
        );
        asides
    }

    /// Draws the labels of a narrow drawing on the plot, each where it covers the least and no other label.
    fn draw_labels(&self, svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear) {
        let mut taken: Vec<Area> = Vec::new();
        if self.series.logged == 0 {
            let half = label::width(NOTHING, frame.em) / 2;
            let middle = i32::midpoint(frame.left, frame.right);
            taken.push(Area::of(middle - half, i32::midpoint(scale.top, scale.bottom) + 50, half * 2, frame.em));
        }
        let mut wanted: Vec<(String, &str, i32, i32)> = Vec::new();
        for (rule, left) in frame::held(self.chart.rules, time, 10.0) {
            wanted.push((words::rule(rule.value, "", &rule.label), "halo", scale.y(rule.value), left));
        }
        if let Some((name, last)) = self.line_name(frame) {
            wanted.push((name, "t-pain halo", scale.y(last), frame.left));
        }
        for (text, class, y, left) in wanted {
            let text = label::shorten(&text, frame.em, frame.right - frame.left - 80);
            let width = label::width(&text, frame.em);
            let rows = [-55, 145, -225, 315, -395];
            let places = rows.iter().flat_map(|row| [(frame.right - width - 20, y + row), (left + 40, y + row)]);
            let areas = places.map(|(x, baseline)| (x, baseline, Area::of(x, baseline, width, frame.em)));
            let allowed = areas.filter(|(x, baseline, area)| {
                let inside = area.top >= scale.top - 30 && *baseline <= scale.bottom - 30 && area.right <= frame.right;
                inside && *x >= frame.left && !taken.iter().any(|other| other.meets(area))
            });
            let best = allowed.min_by_key(|(_, baseline, area)| {
                (self.covered(time, scale, area) * 40 + (baseline - y).abs(), *baseline)
            });
            if let Some((x, baseline, area)) = best.filter(|_| !text.is_empty()) {
                svg.text(class, x, baseline, &text);
                taken.push(area);
            }
        }
    }

    /// Returns how many days have a dot or the line of medians under an area.
    fn covered(&self, time: &Time, scale: &Linear, area: &Area) -> i32 {
        let days = time.day_at(area.left)..=time.day_at(area.right);
        // Ten years of days need not all be asked.
        let step = usize::max(1, self.series.values.len() / 800);
        let is_covered = |&day: &i32| self.series.touches(day, |value| area.holds(time.centre(day), scale.y(value)));
        let points = count(days.step_by(step).filter(is_covered).count());
        if self.series.days() > 120 {
            return points;
        }
        // With few days most of the line lies between them.
        let line = |day: i32| self.series.median.get(index(day)).copied().flatten();
        let passes = |&day: &i32| {
            let (Some(from), Some(to)) = (line(day), line(day + 1)) else { return false };
            let (left, right) = (time.centre(day), time.centre(day + 1));
            (1..8).any(|part| {
                let y = scale.y(from + (to - from) * f64::from(part) / 8.0);
                area.holds(left + (right - left) * part / 8, y)
            })
        };
        let days = (time.day_at(area.left) - 1).max(0)..=time.day_at(area.right);
        points + count(days.filter(passes).count())
    }
}

fn say(series: &Series) -> String {
    let days = series.days();
    let Some((least, worst, day, times)) = series.range() else {
        return match days {
            0 => "No days yet.".to_owned(),
            _ => format!(
                "No pain was noted on {}.",
                if days == 1 { "this day".to_owned() } else { format!("any of these {days} days") }
            ),
        };
    };
    let (opening, closing) = (series.opening(), series.closing());
    let date = words::long(series.date(day));
    if series.logged == 1 {
        return format!("One score so far: {} on {date}.", words::number(worst));
    }
    if worst - least < 0.05 {
        let scored = words::count(series.logged, "day");
        return match series.logged {
            2 => format!("Pain was {} on both days with a score.", words::number(worst)),
            _ => format!("Pain was {} on each of the {scored} with a score.", words::number(worst)),
        };
    }
    if series.logged < 4 {
        let (least, worst) = (words::number(least), words::number(worst));
        return format!("Too few days to say: {} of {days} have a score, from {least} to {worst}.", series.logged);
    }
    let peak = match times {
        1 => format!("a worst day of {} on {date}", words::number(worst)),
        _ => format!("a worst of {} on {times} days, first on {date}", words::number(worst)),
    };
    let number = |value: Option<f64>| words::number(value.unwrap_or_default());
    match (opening, closing) {
        (Some(_), Some(_)) if days < 14 => {
            format!("Pain had a median of {} in the last seven days, with {peak}.", number(closing))
        }
        (Some(a), Some(b)) if (a - b).abs() < 0.05 => {
            format!("Pain had a median of {} in the first week and in the last, with {peak}.", number(closing))
        }
        (Some(_), Some(_)) => format!(
            "Pain went from a median of {} in the first week to {} in the last, with {peak}.",
            number(opening),
            number(closing)
        ),
        (None, None) => {
            format!("Pain had {peak}; too few days of the first week and of the last have a score to compare them.")
        }
        (None, Some(_)) => format!(
            "Pain had a median of {} in the last week, with {peak}; too few days of the first have a score.",
            number(closing)
        ),
        (Some(_), None) => format!(
            "Pain had a median of {} in the first week, with {peak}; too few days of the last have a score.",
            number(opening)
        ),
    }
}

fn how(chart: &Timeline, series: &Series) -> String {
    let mut out = format!("{}, 0–10, up is worse.", chart.what);
    let (bin, narrow_bin) = (frame::bin_of(&Frame::WIDE, series), frame::bin_of(&Frame::NARROW, series));
    let has_median = series.median.iter().any(Option::is_some);
    let on_small = if narrow_bin == bin { String::new() } else { format!(" ({narrow_bin} on small screens)") };
    if series.logged > 0 {
        out += &match (bin, has_median) {
            (1, false) => " Dots are days.".to_owned(),
            (1, true) => format!(
                " Dots are days, the line is the median of {} (where at least {} are known).",
                words::few(chart.window),
                words::few((chart.window * 4).div_ceil(7))
            ),
            (_, false) => {
                format!(" A dot is a score noted at least once within {bin} days{on_small}.")
            }
            (_, true) => format!(
                " A dot is a score noted at least once within {bin} days{on_small}; \
                 the line is the median of each such stretch."
            ),
        };
    }
    if series.days() > 0 {
        out += &format!(" {}", words::coverage(series.logged, series.days(), "a score"));
        if series.logged > 0 && !series.gaps.is_empty() {
            out += &match series.gap {
                5 => "; hatched where five days or more have none".to_owned(),
                gap => format!("; hatched where {gap} days or more have none"),
            };
        }
        out += ".";
    }
    // What the gutter has no room for is said here in full.
    let time = Frame::WIDE.time(series.first, series.days());
    for (rule, _) in frame::held(chart.rules, &time, 10.0) {
        let text = words::rule(rule.value, "", &rule.label);
        if !label::is_whole(&Frame::WIDE.label_at(0, "", &text).lines) {
            out += &format!(" The dashed line is {text}.");
        }
    }
    out
}

fn describe(chart: &Timeline, series: &Series, notes: &[Note]) -> String {
    let kind = match series.median.iter().any(Option::is_some) {
        true if frame::bin_of(&Frame::WIDE, series) == 1 => format!("Dots with a line of {}-day medians", chart.window),
        true => "Dots with a line of medians".to_owned(),
        false => "Dots".to_owned(),
    };
    let mut out = format!(
        "{kind}, {}, 0 to 10, {}, {}.",
        chart.what,
        series.span(),
        words::coverage(series.logged, series.days(), "a score")
    );
    if let Some((least, worst, ..)) = series.range() {
        let range = (words::number(least), words::number(worst));
        out += &format!(" Scores from {} to {}. ", range.0, range.1);
        out += &say(series);
    }
    let gaps = count(series.gaps.len());
    if gaps > 0 && series.logged > 0 {
        out += &format!(" {} of {} days or more without a score.", words::count(gaps, "gap"), series.gap);
    }
    let names: Vec<&str> = chart.bands.iter().map(|band| band.label.trim()).filter(|label| !label.is_empty()).collect();
    if !names.is_empty() {
        out += &format!(" Phases: {}.", names.join(", "));
    }
    if !notes.is_empty() {
        out += &format!(" {} marked.", words::count(count(notes.len()), "milestone"));
    }
    out
}

fn tabulate(chart: &Timeline, series: &Series) -> Table {
    let caption = |unit: &str| format!("{} by {unit}, {}", chart.what, series.span());
    let head = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    if series.days() <= 60 {
        let row = |day: usize| {
            vec![
                words::short(series.date(count(day))),
                words::score(series.values[day]),
                words::score(series.median[day]),
            ]
        };
        let rows = (0..series.values.len()).map(row).collect();
        return Table {
            caption: caption("day"),
            head: head(&["Day", "Pain", &format!("{}-day median", chart.window)]),
            rows,
        };
    }
    let offset = into_week(series.first, chart.week_start);
    let mut rows = Vec::new();
    let mut from = 0;
    while from < series.days() {
        let to = if from == 0 { 7 - offset } else { from + 7 }.min(series.days());
        let week = series.values.get(index(from)..index(to)).unwrap_or_default();
        let worst = week.iter().flatten().copied().reduce(f64::max);
        let start = if from == 0 { -offset } else { from };
        rows.push(vec![
            words::short(series.date(start)),
            format!("{}/{}", week.iter().flatten().count(), week.len()),
            words::score(series::median(week)),
            words::score(worst),
        ]);
        from = to;
    }
    Table { caption: caption("week"), head: head(&["Week of", "Days logged", "Median", "Worst"]), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(days: &str) -> String {
        let values: Vec<Option<f64>> = days.split_whitespace().map(|day| day.parse().ok()).collect();
        say(&Series::new(date(2023, 10, 2), &values, &[]))
    }

    #[test]
    fn the_sentence_holds_for_the_numbers() {
        assert_eq!(said(""), "No days yet.");
        assert_eq!(said("– –"), "No pain was noted on any of these 2 days.");
        assert_eq!(said("1 – – 2 – – – 3 – –"), "Too few days to say: 3 of 10 have a score, from 1 to 3.");
        assert_eq!(said("– 4"), "One score so far: 4 on 3 October 2023.");
        assert_eq!(said("4 – 4"), "Pain was 4 on both days with a score.");
        assert_eq!(said("0 0 0 0 0"), "Pain was 0 on each of the 5 days with a score.");
        assert_eq!(
            said("1 – – 2 – – – 3 – – 2 – – – – – 1"),
            "Pain had a worst day of 3 on 9 October 2023; \
             too few days of the first week and of the last have a score to compare them."
        );
        assert_eq!(
            said("4 4 4 5 – – – 2 2 1 1 1 7 1"),
            "Pain went from a median of 4 in the first week to 1 in the last, with a worst day of 7 on 14 October 2023."
        );
        assert_eq!(
            said("4 4 4 5 5 – – – – – – 1 1 2"),
            "Pain had a median of 4 in the first week, with a worst of 5 on 2 days, first on 5 October 2023; \
             too few days of the last have a score."
        );
        assert_eq!(
            said("1 2 3 4 5 6 2 2 2"),
            "Pain had a median of 3 in the last seven days, with a worst day of 6 on 7 October 2023."
        );
    }
}
