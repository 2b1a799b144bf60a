//! How much of the days is known: what stands first on the page.

use super::Material;
use crate::journal::Day;
use crate::units::{days_between, shift};
use jiff::civil::Date;

/// The fewest days without a note that are told of.
const LONG: i64 = 3;

/// How many days are known of what, and the longest stretch of which nothing is.
pub(super) fn sentences(material: &Material<'_>) -> Vec<String> {
    let days = material.days(material.brief.period);
    let all = material.brief.period.length();
    let count = |is: fn(&Day) -> bool| days.iter().filter(|day| is(day)).count();
    let noted = count(is_noted);
    if noted == 0 {
        return vec![material.say("report-coverage-none", &[("days", all.into())])];
    }
    let args = [
        ("noted", noted.into()),
        ("days", all.into()),
        ("pain", count(|day| day.pain.is_some()).into()),
        ("next", count(|day| day.points[3].is_some()).into()),
        ("done", count(Day::known).into()),
    ];
    let mut said = vec![material.say("report-coverage", &args)];
    let (length, from) = longest_gap(material);
    if length >= LONG {
        let span = super::Period { from, to: shift(from, length - 1) }.said(material.language);
        said.push(material.say("report-coverage-gap", &[("days", length.into()), ("span", span.into())]));
    }
    said.extend(silence(material));
    let later = count(|day| day.logs.later && day.entries > 0);
    if later > 0 {
        said.push(material.say("report-coverage-later", &[("n", later.into())]));
    }
    said
}

/// That nothing was noted after the last of the days, where they end with the journal and that was some days ago.
fn silence(material: &Material<'_>) -> Option<String> {
    let (last, today) = (material.calendar()?.last(), material.config.today);
    let is_silent = last == material.brief.period.to && days_between(last, today) > LONG;
    let short = |date| material.language.dates.short(date);
    let args = [("day", short(last).into()), ("today", short(today).into())];
    is_silent.then(|| material.say("report-coverage-since", &args))
}

/// Whether anything was written down of a day.
pub(super) fn is_noted(day: &Day) -> bool {
    day.entries > 0 || day.known() || day.pain.is_some() || day.points.iter().any(Option::is_some)
}

/// The longest row of days of which nothing is known: how long, and its first day.
fn longest_gap(material: &Material<'_>) -> (i64, Date) {
    let period = material.brief.period;
    let noted = material.calendar().into_iter().flat_map(|calendar| {
        let days = calendar.days.iter().enumerate().filter(|(_, day)| is_noted(day));
        days.map(|(at, _)| calendar.date(at)).filter(|date| period.has(*date))
    });
    let (mut longest, mut start) = ((0, period.from), period.from);
    for date in noted.chain([shift(period.to, 1)]) {
        let length = days_between(start, date);
        if length > longest.0 {
            longest = (length, start);
        }
        start = shift(date, 1);
    }
    longest
}
