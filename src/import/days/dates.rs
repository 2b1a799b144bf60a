//! Which day each date is: by what stands above it, and by the order that the whole file tells.

use super::DayBook;
use crate::fields::{DateOrder, FoundDate, WrittenDate, YearAbove};
use crate::text::words::count;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// A date with where it stands and what stood above it.
#[derive(Clone, Debug)]
pub(super) struct PlacedDate {
    pub(super) found: FoundDate,
    pub(super) above: YearAbove,
    pub(super) range: Range<usize>,
}

impl PlacedDate {
    fn day(&self, order: Option<DateOrder>) -> Option<Date> {
        self.above.day(self.found.date, order)
    }
}

impl DayBook<'_> {
    /// The day of each date; what is wrong with any of them is told.
    pub(super) fn days_of(&mut self, dates: &[PlacedDate]) -> Vec<Option<Date>> {
        let order = if self.settled { self.order } else { self.order_of(dates) };
        let days: Vec<Option<Date>> = dates.iter().map(|date| self.day_of(date, order)).collect();
        if order.is_none() {
            self.tell_unclear(dates);
        }
        days
    }

    /// Finds out the order of numbers from all dates of a file that is read in parts.
    pub(super) fn settle(&mut self, dates: &[PlacedDate]) {
        self.order = self.order_of(dates);
        self.settled = true;
    }

    /// The order of numbers: what was typed, else what the file's own dates tell.
    fn order_of(&mut self, dates: &[PlacedDate]) -> Option<DateOrder> {
        if self.how.order.is_some() {
            return self.how.order;
        }
        let told = |order| dates.iter().find(|date| date.found.date.order() == Some(order));
        match (told(DateOrder::DayFirst), told(DateOrder::MonthFirst)) {
            (Some(day), Some(month)) => {
                let message = format!(
                    "the day stands first in `{}` and the month in `{}`",
                    &self.text[day.range.clone()],
                    &self.text[month.range.clone()]
                );
                let problem = crate::diag::Diagnostic::error("unclear-date", message).at(self.place(day.range.clone()));
                let other = self.place(month.range.clone());
                self.diagnostics
                    .push(problem.related("the other one", other).hint("write all dates one way, such as 2024-05-03"));
                // One that each of the others can be read by, so that only this is told.
                Some(DateOrder::DayFirst)
            }
            (Some(_), None) => Some(DateOrder::DayFirst),
            (None, Some(_)) => Some(DateOrder::MonthFirst),
            (None, None) => None,
        }
    }

    fn day_of(&mut self, date: &PlacedDate, order: Option<DateOrder>) -> Option<Date> {
        let typed = self.text[date.range.clone()].trim();
        let day = date.day(order);
        let lacks_year = matches!(date.found.date, WrittenDate::DayOf { .. }) && date.above.year.is_none()
            || matches!(date.found.date, WrittenDate::DayAlone(_))
                && (date.above.year.is_none() || date.above.month.is_none());
        let unclear = matches!(date.found.date, WrittenDate::Numbers { dotted: false, .. }) && order.is_none();
        let both = date.found.date.order().is_some() && self.diagnostics.iter().any(|d| d.code == "unclear-date");
        if lacks_year {
            let message = format!("nothing says of which year `{typed}` is");
            let hint = "write the year behind it, or put a heading with the year above, such as `# 2024`";
            self.fail("no-year", message, date.range.clone(), hint);
        } else if day.is_none() && !unclear && !both {
            self.fail(
                "bad-date",
                format!("`{typed}` is no day of the calendar"),
                date.range.clone(),
                "dates are such as 2024-05-03",
            );
        }
        let weekday = date.found.weekday.zip(day).filter(|(weekday, day)| *weekday != day.weekday());
        if let Some((_, day)) = weekday {
            let message = format!("{day} is a {}, and `{typed}` says another day", weekday_word(day.weekday()));
            self.fail(
                "weekday",
                message,
                date.range.clone(),
                "correct the date or the day of the week, whichever is wrong",
            );
        }
        day
    }

    /// Says once which dates can't be told.
    fn tell_unclear(&mut self, dates: &[PlacedDate]) {
        let unclear = |date: &&PlacedDate| matches!(date.found.date, WrittenDate::Numbers { dotted: false, .. });
        let all: Vec<&PlacedDate> = dates.iter().filter(unclear).collect();
        let Some(first) = all.first() else { return };
        let more = match all.len() - 1 {
            0 => String::new(),
            n => format!(", and so may {}", count(n, "other date", "other dates")),
        };
        let message = format!("`{}` may have its day or its month first{more}", self.text[first.range.clone()].trim());
        self.fail("unclear-date", message, first.range.clone(), "say which: --dates dmy or --dates mdy");
    }
}

/// The word for a day of the week.
pub(super) fn weekday_word(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
