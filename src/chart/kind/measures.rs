//! What else was measured: questionnaires, tests of the body, and what is noted of a day beside pain, a small panel each.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::layer::Layer;
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{count, day_number, nice};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Rule, Table};
use crate::config::{Better, Config};
use crate::entry::{Measures, Side, Visibility};
use crate::journal::stats::{MeasureRow, MeasureSort, MeasuredValue, SideRatio, injured_side, measures};
use crate::text::capital;
use jiff::civil::Date;

/// What a chart of measures takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let words = Words::of(scope.source.language);
        let row = |row| MeasurePanel::new(row, words, scope.source.config);
        let rows = rows(scope).into_iter().map(row).collect();
        let injured = injured_side(scope.source.config, scope.injury);
        plot::figure(&MeasuresChart { words, days: scope.days(), rows, injured }, id)
    }
}

/// Whether anything was measured twice on the days shown.
pub(super) fn are_shown(scope: &Scope<'_>) -> bool {
    rows(scope).iter().any(|row| row.values.len() > 1)
}

/// What was measured on the days shown; a private entry's numbers count, but what they are called is its own.
fn rows(scope: &Scope<'_>) -> Vec<MeasureRow> {
    let own: Vec<_> = scope.entries().filter(|(_, entry)| entry.visibility != Visibility::Private).collect();
    measures(&own.iter().copied())
}

/// A measure with what it is called.
struct MeasurePanel {
    name: String,
    better: Option<Better>,
    /// The line that the settings draw for a test.
    rules: Vec<Rule>,
    measure: MeasureRow,
}

impl MeasurePanel {
    fn new(measure: MeasureRow, words: Words<'_>, config: &Config) -> Self {
        let test = config.test(&measure.name).filter(|_| measure.sort == MeasureSort::Test);
        let (name, better) = match (measure.sort, measure.name.as_str()) {
            (MeasureSort::Day, key) => {
                let better = match key {
                    "function" | "mood" | "energy" | "confidence" => Some(Better::More),
                    "stress" | "stiffness" => Some(Better::Less),
                    _ => None,
                };
                (Measures::name_of(key).map_or_else(|| key.to_owned(), |id| words.word(id)), better)
            }
            // Of the questionnaires that are known more is better.
            (MeasureSort::Questionnaire, name) => {
                let known = ["VISA-", "TENDINS", "FASH", "LEFS"].iter().any(|start| name.starts_with(start));
                (name.to_owned(), known.then_some(Better::More))
            }
            (MeasureSort::Test, name) => match test.map(|test| test.unit.as_str()).filter(|unit| !unit.is_empty()) {
                Some(unit) => (format!("{}, {unit}", capital(name)), test.and_then(|test| test.better)),
                None => (capital(name), test.and_then(|test| test.better)),
            },
        };
        let line = test.and_then(|test| test.line).map(|value| {
            let id = match better {
                Some(Better::More) => "chart-measure-line-more",
                Some(Better::Less) => "chart-measure-line-less",
                None => "chart-measure-line",
            };
            Rule { value, label: words.word(id), from: None }
        });
        Self { name, better, rules: line.into_iter().collect(), measure }
    }

    /// The values of left, or without a side, and those of right, by day.
    fn sides(&self) -> [Vec<(Date, f64)>; 2] {
        let of = |pick: fn(MeasuredValue) -> Option<f64>| {
            self.measure.values.iter().filter_map(|(date, value)| Some((*date, pick(*value)?))).collect()
        };
        let first = |value| match value {
            MeasuredValue::One(value) => Some(value),
            MeasuredValue::Sides(left, _) => left,
        };
        let second = |value| match value {
            MeasuredValue::One(_) => None,
            MeasuredValue::Sides(_, right) => right,
        };
        [of(first), of(second)]
    }

    fn all(&self) -> impl Iterator<Item = f64> {
        self.sides().into_iter().flatten().map(|(_, value)| value)
    }

    /// Whether it can be drawn: two days at least, on an axis that begins at 0.
    fn is_drawn(&self) -> bool {
        self.measure.values.len() > 1 && self.all().all(|value| value >= 0.0)
    }
}

/// The measures of some days.
struct MeasuresChart<'a> {
    words: Words<'a>,
    days: DayRange,
    rows: Vec<MeasurePanel>,
    /// The injured side, where one is known, by which the sides of a test are compared.
    injured: Option<Side>,
}

impl MeasuresChart<'_> {
    fn drawn(&self) -> impl Iterator<Item = &MeasurePanel> {
        self.rows.iter().filter(|row| row.is_drawn())
    }

    /// Returns a value as people write it: `18`, or both sides.
    fn said(&self, value: MeasuredValue) -> String {
        let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.words.number(value));
        match value {
            MeasuredValue::One(value) => number(Some(value)),
            MeasuredValue::Sides(left, right) => {
                let args = [("left", number(left).into()), ("right", number(right).into())];
                self.words.say("chart-measure-both", &args)
            }
        }
    }

    /// The questionnaire or test with most days, which the heading tells of.
    fn foremost(&self) -> Option<&MeasurePanel> {
        let asked = self.drawn().filter(|row| row.measure.sort != MeasureSort::Day && row.sides()[1].is_empty());
        // Of equal ones the first.
        asked.reduce(|most, row| if row.measure.values.len() > most.measure.values.len() { row } else { most })
    }

    /// Returns how much one side was of the other: `left is 72 % of right`, and in tables `left 72 %`.
    fn ratio(&self, id: &str, value: MeasuredValue) -> Option<String> {
        let MeasuredValue::Sides(Some(left), Some(right)) = value else { return None };
        let SideRatio { side, percent } = SideRatio::of(left, right, self.injured)?;
        let args = [("side", side.word().into()), ("percent", self.words.number(percent.round()).into())];
        Some(self.words.say(id, &args))
    }

    /// Draws the values of a side: a dot a day, and of what is asked now and then a thin line from each to the next; that of the
    /// right is broken and its dots are hollow.
    fn draw_side(&self, svg: &mut Svg, area: &PlotArea<'_>, values: &[(Date, f64)], is_joined: bool, is_right: bool) {
        let place =
            |(date, value): &(Date, f64)| (area.time.centre(day_number(*date) - self.days.first), area.scale.y(*value));
        if is_joined && values.len() > 1 {
            let mut path = svg.path(if is_right { "step wait" } else { "step" });
            for (at, (x, y)) in values.iter().map(place).enumerate() {
                if at == 0 { path.start(x, y) } else { path.line(x, y) }
            }
        }
        let pen = area.frame.pen(self.days.n).min(60);
        for (class, pen) in [("treated", pen), ("hole", pen * 11 / 20)].into_iter().take(1 + usize::from(is_right)) {
            let mut path = svg.dots(class, pen);
            values.iter().map(place).for_each(|(x, y)| path.dot(x, y));
        }
    }
}

impl Kind for MeasuresChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let panel = |row: &'a MeasurePanel| {
            let most = row.all().chain(row.rules.iter().map(|rule| rule.value)).fold(0.0, f64::max);
            let (step, max) = match row.measure.name.as_str() {
                "mood" | "energy" | "stress" | "confidence" => (5.0, 10.0),
                "function" => (50.0, 100.0),
                _ => nice(most, 3),
            };
            let draw = move |svg: &mut Svg, area: &PlotArea<'_>| {
                let [first, right] = row.sides();
                let is_joined = row.measure.sort != MeasureSort::Day;
                self.draw_side(svg, area, &first, is_joined, false);
                self.draw_side(svg, area, &right, is_joined, true);
            };
            let better = match row.better {
                Some(Better::More) => self.words.say("chart-measure-more", &[("name", row.name.as_str().into())]),
                Some(Better::Less) => self.words.say("chart-measure-less", &[("name", row.name.as_str().into())]),
                None => row.name.clone(),
            };
            let [first, right] = row.sides();
            let names = if right.is_empty() { ["", ""] } else { ["chart-measure-left", "chart-measure-right"] };
            let label = |(values, name): (&Vec<(Date, f64)>, &str)| {
                let last = values.last()?.1;
                let number = self.words.number(last);
                let text = if name.is_empty() { number } else { format!("{} {number}", self.words.word(name)) };
                Some((text, "", last))
            };
            // Beside the plot there is no room on phones.
            let aside = (!right.is_empty()).then(|| ("", self.words.word("chart-measure-sides-key")));
            Panel {
                gap: 420,
                aside,
                rules: &row.rules,
                height: frame.tall(70, 700, 700),
                max,
                step,
                heading: Some(("strong", better)),
                layers: vec![Layer::Own(Box::new(draw)), Layer::Floor],
                labels: [&first, &right].into_iter().zip(names).filter_map(label).collect(),
                ..Panel::default()
            }
        };
        let mut panels: Vec<Panel<'_>> = self.drawn().map(panel).collect();
        if panels.is_empty() {
            let empty = Some(self.words.word("chart-measure-none"));
            panels.push(Panel { height: 700, step: 0.0, empty, layers: vec![Layer::Floor], ..Panel::default() });
        }
        Drawing::Plot(Plot::new(self.words, self.days, panels))
    }

    fn title(&self) -> String {
        self.words.say("chart-measure-title", &[("span", self.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        let words = self.words;
        let Some(row) = self.foremost() else { return words.word("chart-head-measures") };
        let values = &row.measure.values;
        let ends =
            [values.first_key_value(), values.last_key_value()].map(|end| end.map(|(_, value)| self.said(*value)));
        let [from, to] = ends.map(Option::unwrap_or_default);
        let name = crate::chart::heading::brief(&row.name, 5);
        words.say("chart-head-measure", &[("name", name.into()), ("from", from.into()), ("to", to.into())])
    }

    fn say(&self) -> String {
        match self.drawn().count() {
            0 => self.words.word("chart-measure-none"),
            n => self.words.say("chart-measure-say", &[("n", n.into())]),
        }
    }

    fn how(&self) -> String {
        let mut out = vec![self.words.word("chart-measure-how")];
        let has_sides = self.drawn().any(|row| !row.sides()[1].is_empty());
        out.extend(has_sides.then(|| self.words.word("chart-measure-how-sides")));
        for row in self.drawn() {
            let last = row
                .measure
                .values
                .iter()
                .rev()
                .find_map(|(day, value)| Some((*day, *value, self.ratio("chart-measure-of-other", *value)?)));
            let Some((day, value, ratio)) = last else { continue };
            let args = [
                ("name", row.name.as_str().into()),
                ("day", self.words.long(day).into()),
                ("both", self.said(value).into()),
                ("ratio", ratio.into()),
            ];
            out.push(self.words.say("chart-measure-ratio", &args));
        }
        out.join(" ")
    }

    fn desc(&self, say: String) -> String {
        let row = |row: &MeasurePanel| {
            let values = &row.measure.values;
            let ends = [values.first_key_value(), values.last_key_value()];
            let said = ends.map(|end| end.map(|(_, value)| self.said(*value)).unwrap_or_default());
            let [from, to] = said;
            let args = [
                ("name", row.name.as_str().into()),
                ("n", values.len().into()),
                ("from", from.into()),
                ("to", to.into()),
            ];
            self.words.say("chart-measure-row", &args)
        };
        [vec![say], self.drawn().map(row).collect()].concat().join(" ")
    }

    fn table(&self) -> Table {
        let words = self.words;
        let mut rows = Vec::new();
        for row in &self.rows {
            let values = &row.measure.values;
            let cells = |name: String, day: &Date, value: &MeasuredValue| {
                vec![
                    name,
                    words.short(*day),
                    self.said(*value),
                    self.ratio("chart-measure-share", *value).unwrap_or_else(|| "–".to_owned()),
                ]
            };
            // What is tested or asked now and then stands there whole; what is noted every day would be as long as the journal.
            if row.measure.sort != MeasureSort::Day {
                rows.extend(values.iter().map(|(day, value)| cells(row.name.clone(), day, value)));
                continue;
            }
            let args = [("name", row.name.as_str().into()), ("n", words.n(count(values.len())))];
            let ends =
                [("chart-measure-first", values.first_key_value()), ("chart-measure-last", values.last_key_value())];
            let ends = ends.into_iter().take(values.len()).filter_map(|(id, end)| Some((id, end?)));
            rows.extend(ends.map(|(id, (day, value))| cells(words.say(id, &args), day, value)));
        }
        let mut head =
            ["chart-measure", "day", "chart-measure-value", "chart-measure-sides"].map(|id| words.word(id)).to_vec();
        if rows.iter().all(|row| row[3] == "–") {
            head.pop();
            rows.iter_mut().for_each(|row| row.truncate(3));
        }
        Table { caption: self.title(), head, rows }
    }
}
