//! Dates as people write them at the start of a line: `2024-05-03`, `3 May 2024`, `May 3, 2024`, `Fr. 3.5.2024`, and what of a
//! date stands below a heading that says the rest: `3 May`, `Mon 3rd`.
//!
//! English and German names are known. Which of two small numbers is the month is not told from one date alone.

use super::is_in_our_times;
use jiff::civil::{Date, Weekday};

/// In which order the numbers of a date stand, where its first is no year.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DateOrder {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// What stands where a date may.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WrittenDate {
    /// A day.
    Day(Date),
    /// A year behind a day and a month, whichever of the two is which.
    Numbers {
        /// The first number.
        first: i8,
        /// The second one.
        second: i8,
        /// The year.
        year: i16,
        /// Whether points part them, as where the day comes first.
        dotted: bool,
    },
    /// A day of a month, without a year.
    DayOf {
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
    /// A day of whatever month it is.
    DayAlone(i8),
    /// A month of a year, or of none that is said.
    Month(Option<i16>, i8),
    /// A year.
    Year(i16),
    /// In the form of a date, and in no calendar.
    Nowhere,
}

/// A date at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundDate {
    /// What it says.
    pub date: WrittenDate,
    /// The day of the week beside it.
    pub weekday: Option<Weekday>,
    /// Where what follows it begins.
    pub end: usize,
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner"],
    &["february", "feb", "februar", "feber"],
    &["march", "mar", "märz", "maerz", "mär", "mrz"],
    &["april", "apr"],
    &["may", "mai"],
    &["june", "jun", "juni"],
    &["july", "jul", "juli"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct", "oktober", "okt"],
    &["november", "nov"],
    &["december", "dec", "dezember", "dez"],
];

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["monday", "mon", "montag", "mo"]),
    (Weekday::Tuesday, &["tuesday", "tue", "tues", "tu", "dienstag", "di"]),
    (Weekday::Wednesday, &["wednesday", "wed", "we", "mittwoch", "mi"]),
    (Weekday::Thursday, &["thursday", "thu", "thur", "thurs", "th", "donnerstag", "do"]),
    (Weekday::Friday, &["friday", "fri", "fr", "freitag"]),
    (Weekday::Saturday, &["saturday", "sat", "sa", "samstag", "sonnabend"]),
    (Weekday::Sunday, &["sunday", "sun", "su", "sonntag", "so"]),
];

/// The day of the week that a word names.
pub fn weekday_named(word: &str) -> Option<Weekday> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    WEEKDAYS.iter().find(|(_, names)| names.contains(&word.as_str())).map(|(day, _)| *day)
}

fn month_named(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(month, _)| month)
}

impl WrittenDate {
    /// The day, where the order is known if it has to be.
    #[must_use]
    pub fn day(self, order: Option<DateOrder>) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::Numbers { first, second, year, dotted } => match order.or(dotted.then_some(DateOrder::DayFirst))? {
                DateOrder::DayFirst => date(year, second, first),
                DateOrder::MonthFirst => date(year, first, second),
            },
            _ => None,
        }
    }

    /// The order that this date alone tells: one of its numbers is no month.
    #[must_use]
    pub fn order(self) -> Option<DateOrder> {
        match self {
            Self::Numbers { first: 13.., second: ..=12, .. } => Some(DateOrder::DayFirst),
            Self::Numbers { first: ..=12, second: 13.., .. } => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// The date that a text begins with.
#[must_use]
pub fn written_date(text: &str) -> Option<FoundDate> {
    let mut scan = DateScan { text, at: 0 };
    scan.blanks();
    let mut weekday = scan.weekday();
    let date = scan.date(weekday.is_some())?;
    let rest = &text[scan.at..];
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut next = rest.chars();
    let (first, second) = (next.next(), next.next());
    // `2024-05-03T07:20` goes on with its time; `1.2.2024.5` and `2024-05-031` are something else.
    let goes_on = match first {
        Some('T') => !digit(second),
        Some('.' | '/' | '-') => digit(second),
        Some(c) => c.is_alphanumeric() || c == '_',
        None => false,
    };
    if goes_on {
        return None;
    }
    if weekday.is_none() {
        weekday = scan.weekday_behind();
    }
    let is_whole = text[scan.at..].trim().is_empty();
    // A month or a year alone is a heading of its own, and no word of a sentence.
    let alone = matches!(date, WrittenDate::Month(..) | WrittenDate::Year(_));
    (is_whole || !alone).then_some(FoundDate { date, weekday, end: scan.at })
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| is_in_our_times(*date))
}

fn day_or_nowhere(year: i16, month: i8, day: i8) -> WrittenDate {
    date(year, month, day).map_or(WrittenDate::Nowhere, WrittenDate::Day)
}

/// A place in a text that is read from its start.
struct DateScan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> DateScan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\u{a0}', '\u{feff}']).len();
    }

    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn eat(&mut self, any: &[char]) -> Option<char> {
        let c = self.rest().chars().next().filter(|c| any.contains(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Reads something whole or not at all.
    fn whole<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// `Monday`, `Mon,`, `Mo.`; what follows it is a date.
    fn weekday(&mut self) -> Option<Weekday> {
        self.whole(|scan| {
            let day = weekday_named(scan.take(char::is_alphabetic))?;
            scan.eat(&['.']);
            scan.eat(&[',']);
            scan.blanks();
            Some(day)
        })
    }

    /// The same behind a date: ` (Fri)`, `, Friday`.
    fn weekday_behind(&mut self) -> Option<Weekday> {
        self.whole(|scan| {
            scan.eat(&[',']);
            scan.blanks();
            let open = scan.eat(&['(']).is_some();
            let day = weekday_named(scan.take(char::is_alphabetic))?;
            let closed = !open || scan.eat(&[')']).is_some();
            let ends = !scan.rest().starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '\'');
            (closed && ends).then_some(day)
        })
    }

    fn date(&mut self, has_weekday: bool) -> Option<WrittenDate> {
        if self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            return self
                .whole(Self::year_first)
                .or_else(|| self.whole(Self::numbers))
                .or_else(|| self.whole(Self::day_of_month))
                .or_else(|| self.whole(|scan| scan.day_alone(has_weekday)));
        }
        self.whole(Self::month_first)
    }

    fn number(&mut self) -> Option<(i16, usize)> {
        let digits = self.take(|c| c.is_ascii_digit());
        (!digits.is_empty() && digits.len() <= 4).then_some(())?;
        Some((digits.parse().ok()?, digits.len()))
    }

    fn small(&mut self) -> Option<i8> {
        let (number, digits) = self.number()?;
        (digits <= 2).then_some(())?;
        i8::try_from(number).ok()
    }

    fn year(&mut self) -> Option<i16> {
        self.whole(|scan| scan.number().filter(|(year, digits)| *digits == 4 && (1000..3000).contains(year)))
            .map(|(year, _)| year)
    }

    /// `2024-05-03` with any sign between, `20240503`, `2024-05`, `2024`.
    fn year_first(&mut self) -> Option<WrittenDate> {
        let packed = self.whole(|scan| {
            let digits = scan.take(|c| c.is_ascii_digit());
            let in_time = digits.len() == 8 && ["19", "20", "21"].iter().any(|century| digits.starts_with(century));
            in_time.then_some(())?;
            let part = |range: std::ops::Range<usize>| digits[range].parse::<i8>().ok();
            Date::new(digits[..4].parse().ok()?, part(4..6)?, part(6..8)?).ok()
        });
        if let Some(date) = packed {
            return Some(WrittenDate::Day(date));
        }
        let year = self.year()?;
        let Some(sign) = self.whole(|scan| scan.eat(&['-', '/', '.', '_'])) else {
            return Some(WrittenDate::Year(year));
        };
        let month = self.small()?;
        let day = self.whole(|scan| scan.eat(&[sign]).and_then(|_| scan.small()));
        Some(match day {
            Some(day) => day_or_nowhere(year, month, day),
            None if sign == '-' && (1..=12).contains(&month) => WrittenDate::Month(Some(year), month),
            None => return None,
        })
    }

    /// `3.5.2024`, `3. 5. 24`, `03/05/2024`, `3.5.`
    fn numbers(&mut self) -> Option<WrittenDate> {
        let first = self.small()?;
        let sign = self.eat(&['.', '/', '-'])?;
        let dotted = sign == '.';
        let gap = |scan: &mut Self| {
            if dotted {
                scan.blanks();
            }
        };
        gap(self);
        let second = self.small()?;
        self.eat(&[sign])?;
        let year = self.whole(|scan| {
            gap(scan);
            let (year, digits) = scan.number()?;
            match digits {
                4 => Some(year),
                // Two digits are a year where they can be no score of pain: `2/2/10`.
                2 if dotted || year > 10 => Some(if year < 70 { 2000 + year } else { 1900 + year }),
                _ => None,
            }
        });
        match year {
            Some(year) => {
                let can_be =
                    [(second, first), (first, second)].iter().any(|(month, day)| date(year, *month, *day).is_some());
                let numbers = WrittenDate::Numbers { first, second, year, dotted };
                Some(if can_be { numbers } else { WrittenDate::Nowhere })
            }
            None if dotted && (1..=31).contains(&first) && (1..=12).contains(&second) => {
                Some(WrittenDate::DayOf { month: second, day: first })
            }
            None => None,
        }
    }

    /// The `st`, `nd`, `rd`, `th` or `.` behind a day's number.
    fn ordinal(&mut self) -> bool {
        let suffix = |scan: &mut Self| {
            let word = scan.take(char::is_alphabetic).to_lowercase();
            ["st", "nd", "rd", "th"].contains(&word.as_str()).then_some(())
        };
        self.whole(suffix).is_some() || self.eat(&['.']).is_some()
    }

    /// `3 May 2024`, `3. Mai`, `3rd of May, 2024`, `3-May-2024`.
    fn day_of_month(&mut self) -> Option<WrittenDate> {
        let day = self.small()?;
        self.ordinal();
        self.eat(&['-']);
        self.blanks();
        if self.whole(|scan| scan.take(char::is_alphabetic).eq_ignore_ascii_case("of").then_some(())).is_some() {
            self.blanks();
        }
        let month = month_named(self.take(char::is_alphabetic))?;
        Some(self.with_year(month, day))
    }

    /// A day of a month, and the year behind it if there is one.
    fn with_year(&mut self, month: i8, day: i8) -> WrittenDate {
        let year = self.whole(|scan| {
            scan.eat(&['.']);
            scan.eat(&[',', '-']);
            scan.blanks();
            scan.year()
        });
        match year {
            Some(year) => day_or_nowhere(year, month, day),
            // The longest that the month can be.
            None if date(2000, month, day).is_some() => {
                self.eat(&['.']);
                WrittenDate::DayOf { month, day }
            }
            None => WrittenDate::Nowhere,
        }
    }

    /// `May 3, 2024`, `May 3rd`, `May 2024`, `May`.
    fn month_first(&mut self) -> Option<WrittenDate> {
        let month = month_named(self.take(char::is_alphabetic))?;
        self.whole(|scan| {
            scan.eat(&['.']);
            scan.eat(&[',']);
            scan.blanks();
            scan.year()
        })
        .map(|year| WrittenDate::Month(Some(year), month))
        .or_else(|| {
            self.whole(|scan| {
                scan.eat(&['.']);
                scan.blanks();
                let day = scan.small()?;
                let suffix = scan.rest().starts_with(|c: char| c.is_alphabetic());
                (!suffix || scan.ordinal()).then_some(())?;
                Some(scan.with_year(month, day))
            })
        })
        .or(Some(WrittenDate::Month(None, month)))
    }

    /// `3`, `3rd`, `3.`: with its weekday, or with nothing behind it but what parts it from the day's words.
    fn day_alone(&mut self, has_weekday: bool) -> Option<WrittenDate> {
        let day = self.small().filter(|day| (1..=31).contains(day))?;
        self.ordinal();
        let rest = self.rest();
        let trimmed = rest.trim_start();
        let parted = trimmed.is_empty()
            || trimmed.starts_with(['|', '–', '—', '('])
            || trimmed.strip_prefix(':').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
            || rest.starts_with(" - ")
            || rest.starts_with(',');
        (has_weekday || parted).then_some(WrittenDate::DayAlone(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is read, in short, and what follows it.
    fn shown(text: &str) -> String {
        let Some(found) = written_date(text) else { return "none".to_owned() };
        let date = match found.date {
            WrittenDate::Day(date) => date.to_string(),
            WrittenDate::Numbers { first, second, year, dotted } => {
                let sign = if dotted { '.' } else { '/' };
                format!("{first}{sign}{second}{sign}{year}")
            }
            WrittenDate::DayOf { month, day } => format!("--{month:02}-{day:02}"),
            WrittenDate::DayAlone(day) => format!("---{day}"),
            WrittenDate::Month(year, month) => format!("{}-{month:02}", year.unwrap_or(0)),
            WrittenDate::Year(year) => year.to_string(),
            WrittenDate::Nowhere => "nowhere".to_owned(),
        };
        let weekday = found.weekday.map(|day| format!(" {day:?}")).unwrap_or_default();
        format!("{date}{weekday}|{}", &text[found.end..])
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2024-05-03", "2024-05-03|"),
            (" 2024/5/3: run", "2024-05-03|: run"),
            ("2024.05.03", "2024-05-03|"),
            ("2024_05_03 x", "2024-05-03| x"),
            ("20240503", "2024-05-03|"),
            ("2024-05-03T07:20", "2024-05-03|T07:20"),
            ("2024-05-03 (Fri) easy", "2024-05-03 Friday| easy"),
            ("2024-05-03, Friday", "2024-05-03 Friday|"),
            ("2024-05-03 Friday's run", "2024-05-03| Friday's run"),
            ("2024-05-03..09 x", "2024-05-03|..09 x"),
            ("3 May 2024", "2024-05-03|"),
            ("3rd of May, 2024 - easy", "2024-05-03| - easy"),
            ("Monday 3 May 2024 - easy run", "2024-05-03 Monday| - easy run"),
            ("Fr., 3. Mai 2024", "2024-05-03 Friday|"),
            ("3-May-2024", "2024-05-03|"),
            ("3. März 2024: gut", "2024-03-03|: gut"),
            ("May 3, 2024", "2024-05-03|"),
            ("Sept. 3rd 2024 x", "2024-09-03| x"),
            ("Dezember 24, 2023", "2023-12-24|"),
            ("3.5.2024", "3.5.2024|"),
            ("3. 5. 24 lief", "3.5.2024| lief"),
            ("Mo 3.5.1998", "3.5.1998 Monday|"),
            ("03/05/2024 x", "3/5/2024| x"),
            ("5-3-24", "5/3/2024|"),
            ("3.5. lief", "--05-03| lief"),
            ("3 May", "--05-03|"),
            ("3. Mai.", "--05-03|"),
            ("May 3: x", "--05-03|: x"),
            ("3", "---3|"),
            ("3rd", "---3|"),
            ("Mon 3rd easy", "---3 Monday| easy"),
            ("3. - easy", "---3| - easy"),
            ("3 (Mon)", "---3 Monday|"),
            ("2024", "2024|"),
            ("2024-05", "2024-05|"),
            ("May 2024", "2024-05|"),
            ("Mai", "0-05|"),
            ("2024-02-30 x", "nowhere| x"),
            ("30 February 2024", "nowhere|"),
            ("31.13.2024", "nowhere|"),
            ("3 May 0202", "--05-03| 0202"),
            ("2024-05-031", "none"),
            ("1.2.2024.5", "none"),
            ("2/2/3", "none"),
            ("2/2/10", "none"),
            ("3.5 miles", "none"),
            ("3 sets", "none"),
            ("3k run", "none"),
            ("3-4 times", "none"),
            ("2024 was good", "none"),
            ("May was good", "none"),
            ("May 5k", "none"),
            ("Monday", "none"),
            ("Maybe", "none"),
            ("7:30", "none"),
            ("5 km", "none"),
            ("", "none"),
            ("é", "none"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn the_order_of_two_numbers_is_told_by_one_that_is_no_month() {
        let read = |text: &str| written_date(text).expect("a date").date;
        assert_eq!(read("13/5/2024").order(), Some(DateOrder::DayFirst));
        assert_eq!(read("5/13/2024").order(), Some(DateOrder::MonthFirst));
        assert_eq!(read("5/3/2024").order(), None);
        let day = |text: &str, order| read(text).day(order).map(|day| day.to_string());
        assert_eq!(day("5/3/2024", None), None);
        assert_eq!(day("5.3.2024", None).as_deref(), Some("2024-03-05"));
        assert_eq!(day("5/3/2024", Some(DateOrder::DayFirst)).as_deref(), Some("2024-03-05"));
        assert_eq!(day("5.3.2024", Some(DateOrder::MonthFirst)).as_deref(), Some("2024-05-03"));
        assert_eq!(day("13/5/2024", Some(DateOrder::MonthFirst)), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[ 0-9./A-Za-zä(),:T-]{0,24}") {
            if let Some(found) = written_date(&text) {
                prop_assert!(text.is_char_boundary(found.end));
            }
        }

        #[test]
        fn every_day_is_read_back_in_every_form(days in 0i32..109_000) {
            let date = jiff::civil::date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
            for form in ["%F", "%-d %B %Y", "%A %-d %b %Y", "%B %-d, %Y", "%a, %b. %d %Y", "%Y%m%d", "%d.%m.%Y"] {
                let text = date.strftime(form).to_string();
                let found = written_date(&text).expect("a date");
                prop_assert_eq!((found.date.day(None), found.end), (Some(date), text.len()), "{}", text);
            }
        }
    }
}
