//! A small line of pain with the words that carry its meaning, and the line that cards show.

use super::{Chart, Scope};
use crate::chart::{Figure, spark, standalone};
use crate::journal::Calendar;

/// What a sparkline takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, _id: &str) -> Figure {
        let (words, values) = (&scope.source.language.words, &scope.shown.pain);
        let say = match values.iter().rev().flatten().next() {
            Some(last) => words.say("chart-spark-say", &[("score", scope.source.language.numbers.score(*last).into())]),
            None => words.word("chart-spark-none"),
        };
        let how = words.say("chart-spark-how", &[("n", scope.shown.scored().into()), ("days", values.len().into())]);
        Figure { say, how, wide: spark::draw(values), ..Figure::default() }
    }
}

/// The least days with a score that make a course.
const LEAST: usize = 3;

/// The course of pain as the cards show it, as a drawing that stands alone; none where too little is known.
#[must_use]
pub fn on_card(calendar: &Calendar) -> Option<String> {
    let figure = || Figure { wide: spark::large(&calendar.pain, &calendar.median), ..Figure::default() };
    (calendar.scored() >= LEAST).then(|| standalone(&figure(), false))
}
