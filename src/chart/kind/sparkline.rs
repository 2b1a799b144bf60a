//! The sparkline: a score's course in a word's space, with the words that carry its meaning; and the line that cards show.

use super::{Chart, Scope};
use crate::chart::frame::Frame;
use crate::chart::heading;
use crate::chart::layer::Layer;
use crate::chart::panel::PlotArea;
use crate::chart::scale::{Linear, Time, count};
use crate::chart::svg::Svg;
use crate::chart::{Figure, standalone};
use crate::journal::Calendar;
use std::borrow::Cow;

/// What a sparkline takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, _id: &str) -> Figure {
        let (language, values) = (scope.source.language, &scope.shown.pain);
        let heading = heading::of_pain(scope.words(), &scope.pain(), None);
        let say = match values.iter().rev().flatten().next() {
            Some(last) => language.words.say("chart-spark-say", &[("score", language.numbers.score(*last).into())]),
            None => language.words.word("chart-spark-none"),
        };
        let args = [("n", scope.shown.scored().into()), ("days", values.len().into())];
        Figure {
            heading,
            say,
            how: language.words.say("chart-spark-how", &args),
            wide: small(values),
            ..Figure::default()
        }
    }
}

/// Draws daily scores on a fixed scale of 0–10 in 80 by 16 units.
fn small(values: &[Option<f64>]) -> String {
    let mut svg = Svg::hidden("spark", 800, 160, 256 + values.len().min(160) * 10);
    let time = Time { first: 0, days: count(values.len()), left: 10, right: 770 };
    let area = PlotArea { frame: &Frame::WIDE, time, scale: Linear { max: 10.0, top: 20, bottom: 140 } };
    svg.line("grid", (0, 140), (800, 140));
    // More points than units would only be a smear.
    let bin = if values.len() <= 80 { 1 } else { values.len().div_ceil(20) };
    let line = match bin {
        1 => Layer::Line { class: "median", values: Cow::Borrowed(values) },
        _ => Layer::Medians { values, bin },
    };
    line.draw(&mut svg, &area);
    if bin == 1 {
        // A day is a dot while there is room for that; with more days only one alone, which no line shows.
        let known = |day: usize| values.get(day).copied().flatten();
        let is_alone = |day: usize| known(day + 1).is_none() && (day == 0 || known(day - 1).is_none());
        let mut dots = svg.dots("dots", 18);
        for day in (0..values.len()).filter(|&day| values.len() <= 40 || is_alone(day)) {
            if let Some(value) = known(day) {
                dots.dot(time.centre(count(day)), area.scale.y(value));
            }
        }
    }
    draw_last(&mut svg, 40, &area, values);
    svg.close()
}

/// Draws a dot for the last score.
fn draw_last(svg: &mut Svg, pen: i32, area: &PlotArea<'_>, values: &[Option<f64>]) {
    if let Some((day, value)) = values.iter().enumerate().rev().find_map(|(day, value)| Some((day, (*value)?))) {
        svg.dots("dots", pen).dot(area.time.centre(count(day)), area.scale.y(value));
    }
}

/// The least days with a score that make a course.
const LEAST: usize = 3;

/// The course of pain as the cards show it, as a drawing that stands alone; none where too little is known.
#[must_use]
pub fn on_card(calendar: &Calendar) -> Option<String> {
    let figure = || Figure { wide: large(&calendar.pain, &calendar.median), ..Figure::default() };
    (calendar.scored() >= LEAST).then(|| standalone(&figure(), false, None))
}

/// Draws the same course large: each day a dot, the median a line, in 528 by 60 units without words.
fn large(values: &[Option<f64>], median: &[Option<f64>]) -> String {
    let mut svg = Svg::hidden("large", 5280, 600, 512 + values.len().min(1200) * 16);
    let time = Time { first: 0, days: count(values.len()), left: 20, right: 5240 };
    let area = PlotArea { frame: &Frame::WIDE, time, scale: Linear { max: 10.0, top: 40, bottom: 560 } };
    for value in [0.0, 5.0, 10.0] {
        svg.line("grid", (0, area.scale.y(value)), (5280, area.scale.y(value)));
    }
    // Where days stand close, their dots are as small as they are many.
    let pen = (3600 / count(values.len()).max(1)).clamp(16, 56);
    let layers = [
        Layer::Dots { class: "dots", pen, values, bin: 1 },
        Layer::Line { class: "median", values: Cow::Borrowed(median) },
    ];
    layers.iter().for_each(|layer| layer.draw(&mut svg, &area));
    draw_last(&mut svg, pen.max(40) * 3 / 2, &area, values);
    svg.close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_nothing_is_known() {
        assert_eq!(
            small(&[Some(2.0), Some(2.0), None, Some(10.0), None]),
            "<svg class=\"chart spark\" viewBox=\"0 0 80 16\" aria-hidden=\"true\"><path class=\"grid\" d=\"M0 14h80\"/>\
             <path class=\"median\" d=\"M8.6 11.6h15.2m30.4-9.6h0\"/>\
             <path class=\"dots\" stroke-width=\"1.8\" d=\"M8.6 11.6h0m15.2 0h0m30.4-9.6h0\"/>\
             <path class=\"dots\" stroke-width=\"4\" d=\"M54.2 2h0\"/></svg>"
        );
        assert!(!small(&[]).contains("dots"));
        assert!(small(&[Some(1.0); 4000]).len() < 400);
    }

    #[test]
    fn alone_it_says_its_words_and_has_a_ground() {
        let figure = Figure {
            say: "Pain 2 at last & \"so\".".to_owned(),
            wide: small(&[Some(2.0), Some(2.0)]),
            ..Figure::default()
        };
        assert_eq!(
            standalone(&figure, true, None),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"16\" font-family=\"-apple-system, 'Segoe UI', \
             Roboto, 'Helvetica Neue', Arial, sans-serif\" font-size=\"14\" viewBox=\"0 0 80 16\" role=\"img\" \
             aria-label=\"Pain 2 at last &amp; &quot;so&quot;.\"><rect width=\"80\" height=\"16\" fill=\"#fbf8f1\"/>\
             <path fill=\"none\" stroke=\"#d9d0bd\" d=\"M0 14h80\"/><path fill=\"none\" stroke=\"#8c3b00\" \
             stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"M20 11.6h38\"/>\
             <path fill=\"none\" stroke=\"#d55e00\" stroke-linecap=\"round\" stroke-width=\"1.8\" d=\"M20 11.6h0m38 0h0\"/>\
             <path fill=\"none\" stroke=\"#d55e00\" stroke-linecap=\"round\" stroke-width=\"4\" d=\"M58 11.6h0\"/></svg>\n"
        );
    }
}
