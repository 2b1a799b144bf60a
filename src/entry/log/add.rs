//! A new line among those of a log.

use super::split::{LineHead, head, remark};
use jiff::civil::Date;

/// A log's text with a line put in by its day; every line that stands there stays as it is.
///
/// It goes below the last line of its day or an earlier one. Where the newest day stands first, it goes above the first line
/// that isn't newer.
#[must_use]
pub fn with_line(text: &str, date: Date, line: &str) -> String {
    let end = line_end(text);
    let lines: Vec<&str> = text.split_inclusive(if end == "\r" { '\r' } else { '\n' }).collect();
    let dated: Vec<(usize, Date)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, first_day(line)?))).collect();
    let newest_first = dated.windows(2).all(|two| two[1].1 <= two[0].1)
        && dated.first().zip(dated.last()).is_some_and(|(first, last)| last.1 < first.1);
    let at = if newest_first {
        let older = dated.iter().find(|(_, day)| *day <= date);
        older.map_or(lines.len(), |(at, _)| *at)
    } else {
        let before = dated.iter().rposition(|(_, day)| *day <= date);
        match (before, dated.first()) {
            (Some(last), _) => dated[last].0 + 1,
            (None, Some((first, _))) => *first,
            (None, None) => lines.len(),
        }
    };
    let mut out = lines[..at].concat();
    if !out.is_empty() && !out.ends_with(['\n', '\r']) && out != "\u{feff}" {
        out.push_str(end);
    }
    out.push_str(line);
    out.push_str(end);
    out.push_str(&lines[at..].concat());
    out
}

/// The first day of what a line says of a day or a span.
pub(super) fn first_day(line: &str) -> Option<Date> {
    match head(remark(line.trim_end()).0) {
        Ok(LineHead::Days(from, ..)) => Some(from),
        _ => None,
    }
}

/// How the lines of a text end.
fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        None if text.contains('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn put(text: &str) -> String {
        with_line(text, date(2024, 5, 3), "NEW")
    }

    #[test]
    fn a_line_stands_below_those_of_its_day_and_earlier_ones() {
        for (before, after) in [
            ("", "NEW\n"),
            ("\u{feff}", "\u{feff}NEW\n"),
            ("# my log\n", "# my log\nNEW\n"),
            ("2024-05-02 rest", "2024-05-02 rest\nNEW\n"),
            ("2024-05-02 rest\r\n2024-05-04 rest\r\n", "2024-05-02 rest\r\nNEW\r\n2024-05-04 rest\r\n"),
            ("2024-05-02 rest\r2024-05-04 rest\r", "2024-05-02 rest\rNEW\r2024-05-04 rest\r"),
            ("private\n\n2024-05-04 rest\n", "private\n\nNEW\n2024-05-04 rest\n"),
            ("2024-05-03 rest\n\n# a break\n2024-05-04 rest\n", "2024-05-03 rest\nNEW\n\n# a break\n2024-05-04 rest\n"),
            ("2024-04-29..05-05 run 9 km\n2024-05-04 rest\n", "2024-04-29..05-05 run 9 km\nNEW\n2024-05-04 rest\n"),
            // Out of order: below the last that isn't later.
            (
                "2024-05-04 rest\n2024-05-01 rest\n2024-05-09 rest\n",
                "2024-05-04 rest\n2024-05-01 rest\nNEW\n2024-05-09 rest\n",
            ),
            // The newest first.
            ("2024-05-05 rest\n2024-05-04 rest\n", "2024-05-05 rest\n2024-05-04 rest\nNEW\n"),
            ("# new\n2024-05-02 rest\n2024-05-01 rest\n", "# new\nNEW\n2024-05-02 rest\n2024-05-01 rest\n"),
            (
                "2024-05-04 rest\n2024-05-03 rest\n2024-05-02 rest\n",
                "2024-05-04 rest\nNEW\n2024-05-03 rest\n2024-05-02 rest\n",
            ),
        ] {
            assert_eq!(put(before), after, "{before:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_typed_stays(lines in proptest::collection::vec(r"(2024-05-0[1-9] rest|#[^\r\n]{0,8}|private|[ a-z\u{feff}]{0,5})", 0..9), ends in any::<bool>(), crlf in any::<bool>()) {
            let end = if crlf { "\r\n" } else { "\n" };
            let text = lines.join(end) + if ends { end } else { "" };
            let new = put(&text);
            let at = new.find("NEW").expect("the line");
            let below = new[at + 3..].trim_start_matches('\r').strip_prefix('\n').expect("the line ends");
            let rest = format!("{}{below}", &new[..at]);
            let without_end = rest.strip_suffix('\n').map(|rest| rest.strip_suffix('\r').unwrap_or(rest));
            prop_assert!(rest == text || !text.ends_with('\n') && without_end == Some(&text), "{new:?}");
        }
    }
}
