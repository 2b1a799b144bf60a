//! Dates in words, as the language writes them: in the Gregorian calendar, which entries are dated by, and with the
//! digits 0 to 9, as in all charts and tables.
//!
//! ICU's formatters can't be shared by threads, and a page has many dates. So each form is asked of ICU once for every month,
//! at load; what stands before, between and behind day and year is kept, and only they are put in later.

use icu_datetime::fieldsets::{E, M, MD, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_locale::{Locale, locale};
use jiff::civil::Date;
use std::fmt::Write;

/// Dates of a language.
#[derive(Debug)]
pub struct Dates {
    long: DateForm,
    short: DateForm,
    day_and_month: DateForm,
    short_day_and_month: DateForm,
    months: Vec<String>,
    short_months: Vec<String>,
    weekdays: Vec<String>,
    short_weekdays: Vec<String>,
}

/// A way to write dates: its pieces for each month.
type DateForm = Vec<Vec<DatePiece>>;

/// A part of a written date.
#[derive(Debug, PartialEq)]
enum DatePiece {
    Text(String),
    /// The day of the month, with two digits or with as many as it has.
    Day {
        two: bool,
    },
    Year,
}

/// A day and a year whose digits no month has, and a day of one digit, to see whether days have a zero before them.
const YEAR: i32 = 3999;
const DAY: u8 = 28;
const SHORT_DAY: u8 = 5;

/// Why a formatter can always be made.
const COMPILED: &str = "the data of all languages is compiled in, and a language without any falls back to the root";

impl Dates {
    pub(super) fn of(locale: &Locale) -> Self {
        let preferences = preferences(locale);
        let english = locale.id.language == locale!("en").id.language;
        let even = |text: String| if english { three_letters(&text) } else { text };
        let ymd = |set: YMD| {
            let set = set.with_year_style(YearStyle::Full);
            let formatter = DateTimeFormatter::try_new(preferences, set).expect(COMPILED);
            form(&|date| even(formatter.format(date).to_string()))
        };
        let md = |set: MD| {
            let formatter = DateTimeFormatter::try_new(preferences, set).expect(COMPILED);
            form(&|date| even(formatter.format(date).to_string()))
        };
        let months = |set: M| -> Vec<String> {
            let formatter = DateTimeFormatter::try_new(preferences, set).expect(COMPILED);
            let first = |month| IcuDate::try_new_iso(YEAR, month, 1).ok();
            (1..=12).filter_map(first).map(|date| even(formatter.format(&date).to_string())).collect()
        };
        let weekdays = |set: E| -> Vec<String> {
            let formatter = DateTimeFormatter::try_new(preferences, set).expect(COMPILED);
            // The third of August 2020 was a Monday.
            let week = (3..=9).filter_map(|day| IcuDate::try_new_iso(2020, 8, day).ok());
            week.map(|date| formatter.format(&date).to_string()).collect()
        };
        Self {
            long: ymd(YMD::long()),
            short: ymd(YMD::medium()),
            day_and_month: md(MD::long()),
            short_day_and_month: md(MD::medium()),
            months: months(M::long()),
            short_months: months(M::medium()),
            weekdays: weekdays(E::long()),
            short_weekdays: weekdays(E::medium()),
        }
    }

    /// `30 October 2020`.
    pub fn long(&self, date: Date) -> String {
        written(&self.long, date)
    }

    /// `30 Oct 2020`.
    pub fn short(&self, date: Date) -> String {
        written(&self.short, date)
    }

    /// `30 October`.
    pub fn day_and_month(&self, date: Date) -> String {
        written(&self.day_and_month, date)
    }

    /// `30 Oct`.
    pub fn short_day_and_month(&self, date: Date) -> String {
        written(&self.short_day_and_month, date)
    }

    /// `October`, as it stands alone.
    pub fn month(&self, date: Date) -> &str {
        nth(&self.months, date.month())
    }

    /// `Oct`, as it stands alone.
    pub fn short_month(&self, date: Date) -> &str {
        nth(&self.short_months, date.month())
    }

    /// `Sunday`.
    pub fn weekday(&self, date: Date) -> &str {
        nth(&self.weekdays, date.weekday().to_monday_one_offset())
    }

    /// `Sun`.
    pub fn short_weekday(&self, date: Date) -> &str {
        nth(&self.short_weekdays, date.weekday().to_monday_one_offset())
    }
}

/// The name with a number from 1.
fn nth(names: &[String], number: i8) -> &str {
    usize::try_from(number - 1).ok().and_then(|index| names.get(index)).map_or("", String::as_str)
}

fn written(form: &DateForm, date: Date) -> String {
    let mut out = String::with_capacity(24);
    let pieces = usize::try_from(date.month() - 1).ok().and_then(|index| form.get(index));
    for piece in pieces.into_iter().flatten() {
        // Writing into a string never fails.
        let _: std::fmt::Result = match piece {
            DatePiece::Text(text) => out.write_str(text),
            DatePiece::Day { two: true } => write!(out, "{:02}", date.day()),
            DatePiece::Day { two: false } => write!(out, "{}", date.day()),
            DatePiece::Year => write!(out, "{}", date.year()),
        };
    }
    out
}

/// The pieces of a form for each month.
fn form(write: &impl Fn(&IcuDate<icu_calendar::Iso>) -> String) -> DateForm {
    let text = |month, day| IcuDate::try_new_iso(YEAR, month, day).map(|date| write(&date)).unwrap_or_default();
    (1..=12).map(|month| pieces(&text(month, DAY), &text(month, SHORT_DAY))).collect()
}

/// The pieces of a date, written once with a day of two digits and once with one of one digit.
fn pieces(long: &str, short: &str) -> Vec<DatePiece> {
    let (year, day) = (YEAR.to_string(), DAY.to_string());
    let two = short.chars().count() == long.chars().count();
    let mut pieces = Vec::new();
    let mut rest = long;
    while !rest.is_empty() {
        let next =
            [(rest.find(&year), DatePiece::Year, year.len()), (rest.find(&day), DatePiece::Day { two }, day.len())];
        let first = next.into_iter().filter_map(|(at, piece, len)| Some((at?, piece, len))).min_by_key(|(at, ..)| *at);
        let Some((at, piece, len)) = first else {
            pieces.push(DatePiece::Text(rest.to_owned()));
            break;
        };
        if at > 0 {
            pieces.push(DatePiece::Text(rest[..at].to_owned()));
        }
        pieces.push(piece);
        rest = &rest[at + len..];
    }
    pieces
}

/// British English shortens every month to three letters but September, which columns of dates don’t bear.
fn three_letters(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').map(|word| if word == "Sept" { "Sep" } else { word }).collect();
    words.join(" ")
}

/// English without a region writes the day first, as most of the world does.
fn preferences(locale: &Locale) -> DateTimeFormatterPreferences {
    let mut locale = if *locale == locale!("en") { locale!("en-001") } else { locale.clone() };
    if let Ok(plain) = Locale::try_from_str("und-u-ca-gregory-nu-latn") {
        locale.extensions = plain.extensions;
    }
    DateTimeFormatterPreferences::from(&locale)
}
