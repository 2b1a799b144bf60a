//! The calendar: a square for each day, a column for each week, months set apart; a square for each week where there are too
//! many days.

mod grid;

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::plot::{self, Drawing, Kind};
use crate::chart::scale::{amount, count, index, nice};
use crate::chart::svg::Svg;
use crate::chart::words::{Noted, Words};
use crate::chart::{Figure, Table, Work, series};
use crate::fields::Fields;
use crate::text::capital;
use grid::Grid;
use std::ops::Range;

/// The words for what the squares show; pain is no work.
pub(in crate::chart) const SERIES: [(&str, Option<Work>); 5] = [
    ("pain", None),
    ("load", Some(Work::Load)),
    ("run", Some(Work::Run)),
    ("walk", Some(Work::Walk)),
    ("distance", Some(Work::Distance)),
];

/// What a calendar takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { work: fields.read("series", |value| value.one_of(&SERIES)).flatten() }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (language, shown) = (scope.source.language, &scope.shown);
        let done = self.work.map(|work| scope.done(&shown.days, Some(work)));
        let work = done.as_ref().map_or("pain", |done| done.work.key());
        let amounts = |done: &super::Done| done.amounts.iter().map(|value| value.map(amount)).collect();
        let values: Vec<Option<f64>> = done.as_ref().map_or_else(|| shown.pain.clone(), amounts);
        let days = scope.days();
        let chart = CalendarChart {
            words: Words::of(language),
            days,
            known: count(values.iter().flatten().count()),
            later: count(
                shown.days.iter().zip(&values).filter(|(day, value)| day.logs.later && value.is_some()).count(),
            ),
            most: values.iter().flatten().copied().fold(0.0, f64::max),
            step: nice(values.iter().flatten().copied().fold(0.0, f64::max), 5).0,
            by_week: days.n > MOST_DAYS,
            values,
            work,
            what: language.words.say("chart-work", &[("work", work.into())]),
            unit: done.map(|done| done.unit),
        };
        plot::figure(&chart, id)
    }
}

/// The values of each day, or of each week.
struct CalendarChart<'a> {
    words: Words<'a>,
    days: DayRange,
    values: Vec<Option<f64>>,
    known: i32,
    /// How many of these were written down later.
    later: i32,
    most: f64,
    /// How much more a shade darker is, where the values are amounts.
    step: f64,
    by_week: bool,
    /// The word by which messages choose what the squares show.
    work: &'static str,
    /// What they show, within a sentence.
    what: String,
    /// Its unit; none where it is pain.
    unit: Option<String>,
}

/// With more days than this a square is a week.
const MOST_DAYS: i32 = 1100;

/// The classes of squares from the least pain to the most.
const PAIN: [&str; 6] = ["h0", "h1", "h2", "h3", "h4", "h5"];

/// Those of what was done, in the colour that running has everywhere.
const WORK: [&str; 6] = ["h0", "w1", "w2", "w3", "w4", "w5"];

impl CalendarChart<'_> {
    fn is_pain(&self) -> bool {
        self.unit.is_none()
    }

    /// Returns what a week comes to: the median of scores, the mean of amounts, where four days are known.
    fn of_week(&self, days: &[Option<f64>]) -> Option<f64> {
        if self.is_pain() {
            return series::median(days);
        }
        let known = count(days.iter().flatten().count());
        (known >= 4).then(|| days.iter().flatten().sum::<f64>() / f64::from(known))
    }

    /// Returns the shade of a value: 0 is one of its own.
    fn shade(&self, value: f64) -> usize {
        if value <= 0.0 {
            return 0;
        }
        let width = if self.is_pain() { 2.0 } else { self.step };
        (1..5).find(|shade| value <= width * f64::from(*shade) + 1e-9).map_or(5, index)
    }

    fn shades(&self) -> &'static [&'static str; 6] {
        if self.is_pain() { &PAIN } else { &WORK }
    }

    /// Returns what each shade means, and last what no value does.
    fn legend(&self) -> Vec<String> {
        let number = |value: f64| self.words.number(value);
        let name = |shade: usize| match (shade, &self.unit) {
            (0, None) => "0".to_owned(),
            (0, Some(unit)) => format!("0 {unit}"),
            (shade, None) => {
                let least = if shade == 1 { 0.5 } else { f64::from(count(shade)) * 2.0 - 1.5 };
                format!("{}–{}", number(least), shade * 2)
            }
            (5, _) => self.words.say("chart-over", &[("n", number(self.step * 4.0).into())]),
            (shade, _) => self.words.say("chart-up-to", &[("n", number(self.step * f64::from(count(shade))).into())]),
        };
        let missing = self.words.word(if self.is_pain() { "chart-no-score" } else { "chart-no-entry" });
        (0..PAIN.len()).map(name).chain([missing]).collect()
    }

    fn noted(&self) -> Noted {
        if self.is_pain() { Noted::Score } else { Noted::Entry }
    }

    fn coverage(&self) -> String {
        self.words.with_later(self.words.coverage(self.known, self.days.n, self.noted()), self.later)
    }

    /// Returns the word by which messages choose what a square is.
    fn square(&self) -> &'static str {
        match (self.by_week, self.is_pain()) {
            (false, _) => "day",
            (true, true) => "median",
            (true, false) => "mean",
        }
    }
}

impl Kind for CalendarChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let grid = Grid::new(self, frame);
        let (legend, height) = grid.legend(frame);
        let draw = move |svg: &mut Svg| {
            grid.draw(svg, frame);
            for (at, (x, y, text)) in legend.iter().enumerate() {
                match self.shades().get(at) {
                    Some(class) => svg.rect(class, *x, y - 120, 140, 140),
                    None => svg.line("hatch", (*x, y + 20), (x + 140, y - 120)),
                }
                svg.text("", x + 190, *y, text);
            }
        };
        Drawing::Own(height, Box::new(draw))
    }

    fn title(&self) -> String {
        let args = [("what", capital(&self.what).into()), ("span", self.days.span(self.words).into())];
        self.words.say("chart-heat-title", &args)
    }

    fn heading(&self) -> String {
        let words = self.words;
        let Some(unit) = self.unit.as_ref().filter(|_| self.known > 0) else {
            let none = count(self.values.iter().flatten().filter(|value| **value <= 0.0).count());
            let id = if self.known == 0 { "chart-means-nothing" } else { "chart-head-no-pain" };
            return words.say(id, &[("n", words.n(none))]);
        };
        let Some(when) =
            self.values.iter().position(|value| value.is_some_and(|value| value > 0.0 && value == self.most))
        else {
            return words.say("chart-head-idle", &[("work", self.work.into())]);
        };
        let args = [
            ("most", words.number(self.most).into()),
            ("unit", unit.as_str().into()),
            ("day", words.long(self.days.date(count(when))).into()),
        ];
        words.say("chart-head-most", &args)
    }

    fn say(&self) -> String {
        let words = self.words;
        let known = self.values.iter().flatten();
        let none = count(known.clone().filter(|value| **value <= 0.0).count());
        if self.known == 0 {
            let args = [("days", words.n(self.days.n)), ("noted", self.noted().key().into())];
            return words.say("chart-heat-none", &args);
        }
        let Some(unit) = &self.unit else {
            let half = words.n(count(known.filter(|value| **value >= 5.0).count()));
            let args = [("days", words.n(self.known)), ("none", words.n(none)), ("half", half)];
            return words.say("chart-heat-pain", &args);
        };
        let when = self.values.iter().position(|value| *value == Some(self.most)).map_or(0, count);
        let args = [
            ("days", words.n(self.known)),
            ("work", self.work.into()),
            ("n", words.n(self.known - none)),
            ("most", words.number(self.most).into()),
            ("unit", unit.as_str().into()),
            ("day", words.long(self.days.date(when)).into()),
        ];
        words.say(if self.most > 0.0 { "chart-heat-work" } else { "chart-heat-idle" }, &args)
    }

    fn how(&self) -> String {
        let args = [
            ("what", capital(&self.what).into()),
            ("scale", self.unit.as_deref().unwrap_or("0–10").into()),
            ("square", self.square().into()),
            ("coverage", self.coverage().into()),
        ];
        self.words.say("chart-heat-how", &args)
    }

    fn desc(&self, say: String) -> String {
        let args = [
            ("square", self.square().into()),
            ("what", self.what.as_str().into()),
            ("coverage", self.coverage().into()),
            ("say", say.into()),
        ];
        self.words.say("chart-heat-desc", &args)
    }

    fn table(&self) -> Table {
        let (words, few) = (self.words, self.days.are_few());
        let what = capital(&self.what);
        let what = self.unit.as_ref().map_or_else(|| what.clone(), |unit| format!("{what}, {unit}"));
        let first = self.days.head(words);
        let cells = |days: Range<usize>| {
            let values = &self.values[days];
            if few {
                return vec![words.score(values[0])];
            }
            let most = values.iter().flatten().copied().reduce(f64::max);
            let known = format!("{}/{}", values.iter().flatten().count(), values.len());
            vec![known, words.score(self.of_week(values)), words.score(most)]
        };
        let rows = self.days.rows(words, cells);
        if few {
            return Table { caption: self.title(), head: vec![first, what], rows };
        }
        let mid = if self.is_pain() { "chart-median" } else { "chart-mean-a-day" };
        let columns = ["chart-days-known", mid, "chart-most"].map(|id| words.word(id));
        Table {
            caption: words.say("chart-by-week", &[("what", what.into())]),
            head: [vec![first], columns.to_vec()].concat(),
            rows,
        }
    }
}
