//! A journal as plain values: what the generator makes, what is written as files for the program, and what the second
//! implementation reads.

use jiff::civil::{Date, date};

/// Day 0, a Monday.
pub(crate) const BASE: Date = date(2020, 8, 3);

/// The last day that is not in the future.
pub(crate) const TODAY: i64 = 150;

/// The date of a day by its number.
pub(crate) fn day(number: i64) -> Date {
    BASE.checked_add(jiff::Span::new().days(number)).expect("a date of this century")
}

/// What keeps an entry back or lets it count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Status {
    #[default]
    Public,
    Unlisted,
    Private,
    Draft,
    Future,
    Expired,
    Undated,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pain {
    pub(crate) site: Option<&'static str>,
    pub(crate) side: Option<&'static str>,
    pub(crate) before: Option<f64>,
    pub(crate) during: Option<f64>,
    pub(crate) after: Option<f64>,
    pub(crate) next_day: Option<f64>,
    pub(crate) worst: Option<f64>,
    pub(crate) rest: Option<f64>,
    pub(crate) average: Option<f64>,
    pub(crate) settled_hours: Option<f64>,
    /// Beside numbers, or instead of them.
    pub(crate) words: Option<&'static str>,
}

/// The forms in which the day's pain may be typed.
#[derive(Clone, Debug, Default)]
pub(crate) enum Typed {
    #[default]
    Nothing,
    Scalar(f64),
    Mapping(Pain),
    List(Vec<Pain>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    Metres,
    Kilometres,
    Miles,
    /// None typed: it is the site's.
    Bare,
}

/// A length as it is typed: whole metres, or hundredths of the larger units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    pub(crate) number: u64,
    pub(crate) unit: Unit,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    pub(crate) kind: &'static str,
    pub(crate) distance: Option<Length>,
    pub(crate) minutes: Option<f64>,
    pub(crate) rpe: Option<f64>,
    /// One number, or points.
    pub(crate) pain: Typed,
    pub(crate) planned: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Exercise {
    pub(crate) name: &'static str,
    pub(crate) sets: Option<u64>,
    pub(crate) reps: Vec<u64>,
    pub(crate) kilograms: Option<f64>,
    /// A load that has no weight: `bodyweight`, a band.
    pub(crate) other_load: Option<&'static str>,
    pub(crate) hold: Option<u64>,
    pub(crate) side: Option<&'static str>,
    pub(crate) pain: Option<f64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Treatment {
    pub(crate) kind: &'static str,
    pub(crate) minutes: Option<u64>,
    pub(crate) cents: Option<(u64, &'static str)>,
    pub(crate) pain_before: Option<f64>,
}

/// What a test came to: a number, or one for each side.
#[derive(Clone, Debug)]
pub(crate) struct Test {
    pub(crate) name: &'static str,
    pub(crate) value: Option<f64>,
    pub(crate) left: Option<f64>,
    pub(crate) right: Option<f64>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) day: i64,
    /// Below `content/journal/`, by which entries of one day stand in order.
    pub(crate) path: String,
    /// Whether the date is a key, and not only in the file's name.
    pub(crate) date_typed: bool,
    pub(crate) status: Status,
    /// Whether numbers are typed as ranges, where they can be the middle or the lower end of one.
    pub(crate) ranges: bool,
    /// As typed; which one it is where nothing is typed follows from the dates.
    pub(crate) injury: Option<usize>,
    pub(crate) pain: Typed,
    pub(crate) mileage: Option<Length>,
    pub(crate) rest: Option<bool>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) exercises: Vec<Exercise>,
    pub(crate) treatments: Vec<Treatment>,
    pub(crate) setback: bool,
    pub(crate) flare: bool,
    /// By key: `mood`, `resting_hr`.
    pub(crate) measures: Vec<(&'static str, f64)>,
    pub(crate) mood_in_words: bool,
    pub(crate) prom: Vec<(&'static str, f64)>,
    /// Of different names.
    pub(crate) tests: Vec<Test>,
    /// Whether it is a line of a log and no file.
    pub(crate) line: bool,
    /// Whether a program wrote that line.
    pub(crate) imported: bool,
    /// The last day of a line over several days.
    pub(crate) until: Option<i64>,
    /// How the day began, which only lines say.
    pub(crate) morning: Option<f64>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Injury {
    pub(crate) name: &'static str,
    pub(crate) site: Option<&'static str>,
    pub(crate) side: Option<&'static str>,
    pub(crate) onset: Option<i64>,
    pub(crate) end: Option<i64>,
}

/// A rule as typed; the limits are those of `custom`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rule {
    pub(crate) preset: &'static str,
    pub(crate) from: Option<i64>,
    pub(crate) low: Option<f64>,
    pub(crate) ceiling: Option<f64>,
    pub(crate) morning: Option<f64>,
    pub(crate) tolerance: Option<f64>,
    pub(crate) window_hours: Option<u64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Prescription {
    pub(crate) exercise: &'static str,
    pub(crate) per_week: u64,
    pub(crate) from: Option<i64>,
    pub(crate) to: Option<i64>,
}

#[derive(Clone, Debug)]
pub(crate) struct Phase {
    pub(crate) start: i64,
    pub(crate) end: Option<i64>,
    pub(crate) rest: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Journal {
    pub(crate) sunday: bool,
    /// The unit of bare numbers: miles instead of kilometres.
    pub(crate) miles: bool,
    pub(crate) count_private: bool,
    pub(crate) injuries: Vec<Injury>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) prescriptions: Vec<Prescription>,
    pub(crate) phases: Vec<Phase>,
    pub(crate) entries: Vec<Entry>,
    /// Lines over several days.
    pub(crate) spans: Vec<Entry>,
    /// Days of which a log says that what it doesn't name was not done.
    pub(crate) covers: Vec<(i64, i64)>,
}
