//! Then and now: the weeks of an earlier injury, or the same weeks a year before, beside these. Two lines and what they rest on;
//! how one of them went on says nothing of the other.

mod weeks;

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::layer::Layer;
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{count, day_number, nice};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Table, heading};
use crate::diag::Diagnostic;
use crate::fields::{Fields, Value};
use crate::journal::Journal;
use crate::text::near::nearest;
use crate::text::slug::slug;
use crate::units::{Distance, shift};
use weeks::{Then, ThenAndNow, WeekPair, WeekValue};

/// What is compared of a week.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Compared {
    /// The median of its days' pain.
    Pain,
    /// What was run, as far as it was noted.
    Run,
}

/// The words for it.
pub const SERIES: [(&str, Compared); 2] = [("pain", Compared::Pain), ("run", Compared::Run)];

/// The word for the year before, where an injury's name may stand.
const YEAR: &str = "year";

/// What a chart of then and now takes.
#[derive(Debug, Default)]
pub struct Options {
    series: Option<Compared>,
    with: Option<String>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { series: fields.read("series", |value| value.one_of(&SERIES)), with: fields.read("with", Value::text) }
    }

    /// The weeks of now with those of the first time before them that has any of the same; of the two things that may be compared,
    /// the one that was asked for, else the first that both have.
    fn pairs(&self, scope: &Scope<'_>) -> Option<ThenAndNow> {
        let asked = self.series;
        let series = SERIES.into_iter().map(|(_, series)| series).filter(|own| asked.is_none_or(|asked| asked == *own));
        let earlier = self.earlier(scope);
        series.into_iter().find_map(|series| {
            let mut made = earlier.iter().map(|then| ThenAndNow::new(scope, *then, series));
            made.find(|made| made.weeks.iter().any(|week| week.now.is_known() && week.then.is_known()))
        })
    }

    /// What may stand beside the days shown, the likeliest first: what was asked for, else the injury that this one is a relapse
    /// of, those that began before it, the newest first, and the year before.
    fn earlier(&self, scope: &Scope<'_>) -> Vec<Then> {
        let config = scope.source.config;
        match &self.with {
            Some(name) if name.eq_ignore_ascii_case(YEAR) => vec![Then::Year],
            Some(name) => config.injury_called(name).map(Then::Injury).into_iter().collect(),
            None => {
                let own = scope.injury.and_then(|own| config.injuries.get(own));
                let first_time = own.and_then(|own| own.relapse_of);
                let onset = own.and_then(|own| own.onset);
                let mut before: Vec<usize> = (0..config.injuries.len())
                    .filter(|at| config.injuries[*at].onset.zip(onset).is_some_and(|(other, own)| other < own))
                    .collect();
                before.sort_by_key(|at| (first_time != Some(*at), std::cmp::Reverse(config.injuries[*at].onset)));
                before.into_iter().map(Then::Injury).chain([Then::Year]).collect()
            }
        }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let words = scope.words();
        let made = self.pairs(scope).unwrap_or_else(ThenAndNow::empty);
        let (days, names) = (made.days(scope), made.names(scope));
        plot::figure(&ThenAndNowChart { words, units: scope.source.config.units, days, names, made }, id)
    }

    fn unknown_name(&self, journal: &Journal) -> Option<(&'static str, Diagnostic)> {
        let name = self.with.as_deref().filter(|name| !name.eq_ignore_ascii_case(YEAR))?;
        let slugs: Vec<&str> = journal.injuries.iter().map(|own| own.injury.slug.as_str()).collect();
        let is_one = |injury: &crate::config::Injury| [slug(&injury.slug), slug(&injury.name)].contains(&slug(name));
        if journal.injuries.iter().any(|own| is_one(&own.injury)) {
            return None;
        }
        let problem = Diagnostic::error("unknown-name", format!("site.toml describes no injury `{name}`"));
        let near = nearest(name, slugs.iter().copied().chain([YEAR]));
        let known = if slugs.is_empty() {
            "it has no [[injuries]]".to_owned()
        } else {
            format!("it describes {}", slugs.join(", "))
        };
        let hint = near
            .map_or_else(|| format!("{known}; `{YEAR}` is the year before"), |near| format!("did you mean `{near}`?"));
        Some(("with", problem.hint(hint)))
    }
}

/// Whether any week has one before it to stand beside.
pub(super) fn is_shown(scope: &Scope<'_>) -> bool {
    let both = |made: ThenAndNow| made.weeks.iter().filter(|week| week.now.is_known() && week.then.is_known()).count();
    Options::default().pairs(scope).is_some_and(|made| both(made) > 1)
}

/// The same, ready to be drawn.
struct ThenAndNowChart<'a> {
    words: Words<'a>,
    units: Distance,
    days: DayRange,
    /// What now and then are called.
    names: [String; 2],
    made: ThenAndNow,
}

impl ThenAndNowChart<'_> {
    /// The weeks with their values of now, or with those of then.
    fn values(&self, side: usize) -> impl Iterator<Item = (&WeekPair, WeekValue)> {
        self.made.weeks.iter().map(move |week| (week, [week.now, week.then][side]))
    }

    /// Draws a line from week to week, broken where one has no value, and a dot for each.
    fn draw_line(&self, svg: &mut Svg, area: &PlotArea<'_>, side: usize) {
        let place = |(week, value): (&WeekPair, WeekValue)| {
            let day = day_number(week.starts[0]) - self.days.first + 3;
            Some((area.time.centre(day), area.scale.y(value.value?)))
        };
        let (line, dots) = match (side, self.made.series) {
            (0, Compared::Pain) => ("median", "dots"),
            (0, Compared::Run) => ("acute", "done"),
            _ => ("step wait", "treated"),
        };
        let places: Vec<Option<(i32, i32)>> = self.values(side).map(place).collect();
        let mut path = svg.path(line);
        for stretch in places.split(Option::is_none).filter(|stretch| stretch.len() > 1) {
            for (at, (x, y)) in stretch.iter().flatten().enumerate() {
                if at == 0 { path.start(*x, *y) } else { path.line(*x, *y) }
            }
        }
        drop(path);
        let pen = area.frame.pen(self.days.n / 3).min(60);
        for (class, pen) in [(dots, pen), ("hole", pen * 11 / 20)].into_iter().take(1 + side) {
            let mut path = svg.dots(class, pen);
            places.iter().flatten().for_each(|(x, y)| path.dot(*x, *y));
        }
    }

    /// Returns how many weeks have a value now, then and both times.
    fn known(&self) -> [usize; 3] {
        let known = |test: fn(&WeekPair) -> bool| self.made.weeks.iter().filter(|week| test(week)).count();
        [
            known(|week| week.now.is_known()),
            known(|week| week.then.is_known()),
            known(|week| week.now.is_known() && week.then.is_known()),
        ]
    }

    /// Returns one of two messages: the first of pain, the second of distance.
    fn say_of(&self, [pain, run]: [&str; 2], args: &[(&str, crate::language::Arg<'_>)]) -> String {
        match self.made.series {
            Compared::Pain => self.words.say(pain, args),
            Compared::Run => self.words.say(run, args),
        }
    }

    /// Returns the first day of the first week that is shown of then, and the last day of the last one.
    fn earlier_span(&self) -> String {
        let ends = [self.made.weeks.first(), self.made.weeks.last()].map(|week| week.map(|week| week.starts[1]));
        match ends {
            [Some(first), Some(last)] => self.words.span(first, shift(last, 6)),
            _ => String::new(),
        }
    }

    fn with_unit(&self, value: f64) -> String {
        match self.made.series {
            Compared::Pain => self.words.number(value),
            Compared::Run => format!("{} {}", self.words.number(value), self.units.symbol()),
        }
    }
}

impl Kind for ThenAndNowChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let most = (0..2).flat_map(|side| self.values(side)).filter_map(|(_, value)| value.value).fold(0.0, f64::max);
        let (step, max) = match self.made.series {
            Compared::Pain => (2.0, 10.0),
            Compared::Run => nice(most, 4),
        };
        let draw = move |svg: &mut Svg, area: &PlotArea<'_>| {
            self.draw_line(svg, area, 1);
            self.draw_line(svg, area, 0);
        };
        let label = |side: usize| {
            let last = self.values(side).filter_map(|(_, value)| value.value).last()?;
            Some((heading::brief(&self.names[side], 5), if side == 0 { "strong" } else { "" }, last))
        };
        let empty = self.made.weeks.is_empty().then(|| self.words.word("chart-head-then-none"));
        let names = || [0, 1].map(|side| heading::brief(&self.names[side], 5));
        let [now, then] = names();
        let key = self.words.say("chart-then-key", &[("now", now.into()), ("then", then.into())]);
        let panel = Panel {
            gap: 300,
            height: frame.tall(130, 1300, 1300),
            max,
            step: if empty.is_some() { 0.0 } else { step },
            // Beside the plot there is no room for names on phones.
            heading: (!frame.beside && empty.is_none()).then_some(("", key)),
            empty,
            layers: vec![Layer::Own(Box::new(draw)), Layer::Floor],
            labels: [0, 1].into_iter().filter_map(label).collect(),
            ..Panel::default()
        };
        Drawing::Plot(Plot::new(self.words, self.days, vec![panel]))
    }

    fn title(&self) -> String {
        self.say_of(["chart-then-title", "chart-then-title-run"], &[("span", self.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        match self.made.then {
            _ if self.made.weeks.is_empty() => self.words.word("chart-head-then-none"),
            Then::Year => self.words.word("chart-head-then-year"),
            Then::Injury(_) => self.words.say("chart-head-then", &[("then", heading::brief(&self.names[1], 5).into())]),
        }
    }

    fn say(&self) -> String {
        if self.made.weeks.is_empty() {
            return self.words.word("chart-then-none");
        }
        let [now, then, both] = self.known();
        let args = [
            ("now", now.into()),
            ("then", then.into()),
            ("both", both.into()),
            ("weeks", self.made.weeks.len().into()),
        ];
        let mut out = self.say_of(["chart-then-say", "chart-then-say-run"], &args);
        let last = self.made.weeks.iter().rev().find_map(|week| Some((week, week.now.value?, week.then.value?)));
        if let Some((week, now, then)) = last {
            let args = [
                ("day", self.words.long(week.starts[0]).into()),
                ("now", self.with_unit(now).into()),
                ("then", self.with_unit(then).into()),
                ("n", week.now.n.into()),
                ("m", week.then.n.into()),
            ];
            out = format!("{out} {}", self.say_of(["chart-then-last", "chart-then-last-run"], &args));
        }
        out
    }

    fn how(&self) -> String {
        let words = self.words;
        let [now, then] = &self.names;
        let args = [("now", now.as_str().into()), ("then", then.as_str().into()), ("span", self.earlier_span().into())];
        let aligned = match self.made.then {
            _ if self.made.weeks.is_empty() => return words.word("chart-then-needs"),
            Then::Year => words.say("chart-then-how-year", &args),
            Then::Injury(_) => words.say("chart-then-how-injury", &args),
        };
        [self.say_of(["chart-then-how", "chart-then-how-run"], &args), aligned, words.word("chart-then-no-forecast")]
            .join(" ")
    }

    fn desc(&self, say: String) -> String {
        let range = |side: usize| {
            let values: Vec<f64> = self.values(side).filter_map(|(_, value)| value.value).collect();
            let least = values.iter().copied().reduce(f64::min)?;
            let most = values.iter().copied().reduce(f64::max)?;
            let args = [
                ("name", self.names[side].as_str().into()),
                ("least", self.words.number(least).into()),
                ("most", self.with_unit(most).into()),
            ];
            Some(self.words.say("chart-then-range", &args))
        };
        [Some(say), range(0), range(1)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn table(&self) -> Table {
        let words = self.words;
        let cells = |value: WeekValue| [words.score(value.value), words.of_all(value.n, 7)];
        let row = |week: &WeekPair| {
            let name = match self.made.then {
                Then::Injury(_) => {
                    let args = [("n", words.n(count(week.number))), ("day", words.short(week.starts[0]).into())];
                    words.say("chart-then-week", &args)
                }
                Then::Year => words.short(week.starts[0]),
            };
            let [now, now_days] = cells(week.now);
            let [then, then_days] = cells(week.then);
            vec![name, now, now_days, words.short(week.starts[1]), then, then_days]
        };
        let days = self.say_of(["chart-then-days", "chart-then-days-run"], &[]);
        let [now, then] = &self.names;
        let week = words.word("chart-week-of");
        let head = vec![week.clone(), now.clone(), days.clone(), week, then.clone(), days];
        Table { caption: self.title(), head, rows: self.made.weeks.iter().map(row).collect() }
    }
}
