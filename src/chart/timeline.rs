//! The pain timeline: a dot for each day, the median of seven over it, phases behind and milestones above.

use crate::language::{Arg, Language};
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::label::{self, Area, Aside};
use super::phases::{self, Phases};
use super::scale::{Linear, Time, count, index, into_week};
use super::series::{self, Series};
use super::svg::{Root, Svg};
use super::words::{Noted, Words};
use super::{Band, Figure, Mark, Note, Rule, Table, axis, marks};

/// The numbers of a pain timeline.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
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

/// Draws a pain timeline and says what it shows.
#[must_use]
pub fn draw(chart: &Timeline, language: &Language, id: &str) -> Figure {
    let series = Series::new(chart.first, chart.values, chart.median);
    let notes = marks::number(chart.marks, &Frame::WIDE.time(series.first, series.days()));
    let words = Words::of(language);
    let title = words.say("chart-timeline-title", &[("span", series.span(words).into())]);
    let desc = describe(chart, words, &series, &notes);
    let plot = Plot { chart, words, series: &series, notes: &notes, title: &title, desc: &desc, id };
    Figure {
        say: say(words, &series),
        how: how(chart, words, &series),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        table: tabulate(chart, words, &series),
        notes,
    }
}

/// What both drawings of a timeline share.
struct Plot<'a> {
    chart: &'a Timeline<'a>,
    words: Words<'a>,
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
        axis::draw(&mut svg, self.words, frame, &time, bottom, self.chart.week_start);
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
        let n = if bin == 1 { self.chart.window } else { bin };
        Some((self.words.say("chart-median-of-days", &[("n", n.into())]), last))
    }

    fn draw_ground(&self, svg: &mut Svg, frame: &Frame, phases: &Phases, time: &Time, scale: &Linear) {
        phases.draw(svg, frame, scale.bottom);
        frame.draw_values(svg, self.words, scale, 2.0);
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text(
                "mid halo",
                middle,
                i32::midpoint(scale.top, scale.bottom) + 50,
                &self.words.word("chart-no-pain"),
            );
        } else {
            frame::hatch(svg, frame, time, &self.series.gaps, scale.top, scale.bottom);
        }
    }

    fn asides(&self, frame: &Frame, scale: &Linear) -> Vec<Aside> {
        let mut asides = vec![frame.label_at(scale.top, "", &self.words.word("chart-worst"))];
        if let Some((name, last)) = self.line_name(frame) {
            asides.push(frame.label_at(scale.y(last), "t-pain", &name));
        }
        let time = frame.time(self.series.first, self.series.days());
        asides.extend(
            frame::held(self.chart.rules, &time, 10.0).map(|(rule, _)| {
                frame.label_at(scale.y(rule.value), "", &self.words.rule(rule.value, "", &rule.label))
            }),
        );
        asides
    }

    /// Draws the labels of a narrow drawing on the plot, each where it covers the least and no other label.
    fn draw_labels(&self, svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear) {
        let mut taken: Vec<Area> = Vec::new();
        if self.series.logged == 0 {
            let half = label::width(&self.words.word("chart-no-pain"), frame.em) / 2;
            let middle = i32::midpoint(frame.left, frame.right);
            taken.push(Area::of(middle - half, i32::midpoint(scale.top, scale.bottom) + 50, half * 2, frame.em));
        }
        let mut wanted: Vec<(String, &str, i32, i32)> = Vec::new();
        for (rule, left) in frame::held(self.chart.rules, time, 10.0) {
            wanted.push((self.words.rule(rule.value, "", &rule.label), "halo", scale.y(rule.value), left));
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

fn say(words: Words<'_>, series: &Series) -> String {
    let days = series.days();
    let Some((least, worst, day, times)) = series.range() else {
        return match days {
            0 => words.word("chart-no-days"),
            _ => words.say("chart-timeline-none", &[("days", words.n(days))]),
        };
    };
    let is_level = worst - least < 0.05;
    let (least, highest) = (words.number(least), words.number(worst));
    let (n, day) = (words.n(series.logged), words.long(series.date(day)));
    match series.logged {
        1 => words.say("chart-timeline-one", &[("worst", highest.into()), ("day", day.into())]),
        2 if is_level => words.say("chart-timeline-both", &[("worst", highest.into())]),
        _ if is_level => words.say("chart-timeline-same", &[("worst", highest.into()), ("n", n)]),
        ..4 => {
            let args = [("n", n), ("days", words.n(days)), ("least", least.into()), ("worst", highest.into())];
            words.say("chart-timeline-few", &args)
        }
        _ => {
            let args = [("worst", highest.into()), ("times", words.n(times)), ("day", day.into())];
            compare(words, series, &words.say("chart-timeline-peak", &args))
        }
    }
}

/// Says how the first week and the last compare, with the worst day.
fn compare(words: Words<'_>, series: &Series, peak: &str) -> String {
    let (opening, closing) = (series.opening(), series.closing());
    let number = |value: Option<f64>| words.number(value.unwrap_or_default());
    let args = [("opening", number(opening).into()), ("closing", number(closing).into()), ("peak", Arg::from(peak))];
    match (opening, closing) {
        (Some(_), Some(_)) if series.days() < 14 => words.say("chart-timeline-week", &args),
        (Some(a), Some(b)) if (a - b).abs() < 0.05 => words.say("chart-timeline-alike", &args),
        (Some(_), Some(_)) => words.say("chart-timeline-went", &args),
        (None, None) => words.say("chart-timeline-peak-only", &args),
        (None, Some(_)) => words.say("chart-timeline-last", &args),
        (Some(_), None) => words.say("chart-timeline-first", &args),
    }
}

fn how(chart: &Timeline, words: Words<'_>, series: &Series) -> String {
    let mut out = words.word("chart-timeline-how");
    let (bin, narrow_bin) = (frame::bin_of(&Frame::WIDE, series), frame::bin_of(&Frame::NARROW, series));
    let has_median = series.median.iter().any(Option::is_some);
    let on_small = words.on_small(count(bin), count(narrow_bin));
    if series.logged > 0 {
        let binned = [("bin", bin.into()), ("small", on_small.into())];
        out.push(' ');
        out += &match (bin, has_median) {
            (1, false) => words.word("chart-dots-are-days"),
            (1, true) => {
                let least = (chart.window * 4).div_ceil(7);
                let args = [("window", words.few(chart.window).into()), ("least", words.few(least).into())];
                words.say("chart-dots-and-line", &args)
            }
            (_, false) => words.say("chart-dots-of-bins", &binned),
            (_, true) => words.say("chart-dots-and-line-of-bins", &binned),
        };
    }
    if series.days() > 0 {
        out.push(' ');
        out += &words.coverage(series.logged, series.days(), Noted::Score);
        if series.logged > 0 && !series.gaps.is_empty() {
            let gap = if series.gap == 5 { words.few(5) } else { words.whole(series.gap) };
            out += "; ";
            out += &words.say("chart-hatched", &[("gap", gap.into())]);
        }
        out += ".";
    }
    // What the gutter has no room for is said here in full.
    let time = Frame::WIDE.time(series.first, series.days());
    for (rule, _) in frame::held(chart.rules, &time, 10.0) {
        let text = words.rule(rule.value, "", &rule.label);
        if !label::is_whole(&Frame::WIDE.label_at(0, "", &text).lines) {
            out.push(' ');
            out += &words.say("chart-dashed-line", &[("line", text.into())]);
        }
    }
    out
}

fn describe(chart: &Timeline, words: Words<'_>, series: &Series, notes: &[Note]) -> String {
    let line = match series.median.iter().any(Option::is_some) {
        true if frame::bin_of(&Frame::WIDE, series) == 1 => "days",
        true => "bins",
        false => "none",
    };
    let args = [
        ("line", line.into()),
        ("window", chart.window.into()),
        ("span", series.span(words).into()),
        ("coverage", words.coverage(series.logged, series.days(), Noted::Score).into()),
    ];
    let mut out = words.say("chart-timeline-desc", &args);
    if let Some((least, worst, ..)) = series.range() {
        let range = [("least", words.number(least).into()), ("worst", words.number(worst).into())];
        out.push(' ');
        out += &words.say("chart-timeline-range", &range);
        out.push(' ');
        out += &say(words, series);
    }
    if !series.gaps.is_empty() && series.logged > 0 {
        let args = [("n", words.n(count(series.gaps.len()))), ("days", words.n(series.gap))];
        out.push(' ');
        out += &words.say("chart-timeline-gaps", &args);
    }
    let names: Vec<&str> = chart.bands.iter().map(|band| band.label.trim()).filter(|label| !label.is_empty()).collect();
    if !names.is_empty() {
        out.push(' ');
        out += &words.say("chart-timeline-phases", &[("names", names.join(", ").into())]);
    }
    if !notes.is_empty() {
        out.push(' ');
        out += &words.say("chart-milestones", &[("n", words.n(count(notes.len())))]);
    }
    out
}

fn tabulate(chart: &Timeline, words: Words<'_>, series: &Series) -> Table {
    let caption =
        |by: &str| words.say("chart-timeline-table", &[("by", by.into()), ("span", series.span(words).into())]);
    if series.days() <= 60 {
        let row = |day: usize| {
            vec![words.short(series.date(count(day))), words.score(series.values[day]), words.score(series.median[day])]
        };
        let rows = (0..series.values.len()).map(row).collect();
        return Table {
            caption: caption("day"),
            head: vec![
                words.word("day"),
                words.word("pain"),
                words.say("chart-median-of-days", &[("n", chart.window.into())]),
            ],
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
            words.short(series.date(start)),
            format!("{}/{}", week.iter().flatten().count(), week.len()),
            words.score(series::median(week)),
            words.score(worst),
        ]);
        from = to;
    }
    let head = ["chart-week-of", "chart-days-logged", "chart-median", "chart-worst-of-week"];
    Table { caption: caption("week"), head: head.map(|id| words.word(id)).to_vec(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(days: &str) -> String {
        let values: Vec<Option<f64>> = days.split_whitespace().map(|day| day.parse().ok()).collect();
        say(Words::of(&Language::english()), &Series::new(date(2023, 10, 2), &values, &[]))
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
