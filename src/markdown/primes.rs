//! Primes: minutes and seconds, feet and inches. `4'25"` keeps its marks as typed, which no quotation mark is; the same for
//! `rock 'n' roll`, whose marks are apostrophes.

use super::Item;
use super::quotes::ends_quotes;
use pulldown_cmark::Event;

/// A mark that may be a quotation mark.
#[derive(Clone, Copy)]
struct PrimeMark {
    /// The event that it is.
    at: usize,
    is_double: bool,
    /// Behind a digit, or behind another mark that is behind one.
    measures: bool,
    before: Option<char>,
    after: Option<char>,
}

impl PrimeMark {
    fn opens(self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace()) && !self.before.is_some_and(char::is_alphanumeric)
    }

    fn closes(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && !self.after.is_some_and(char::is_alphanumeric)
    }
}

/// Gives primes back the marks that were typed.
pub(super) fn keep(events: &mut [Item<'_>], text: &str) {
    let mut marks: Vec<PrimeMark> = Vec::new();
    for at in 0..events.len() {
        let (event, range) = &events[at];
        if ends_quotes(event) {
            keep_in_paragraph(events, text, &mut marks);
            continue;
        }
        let Event::Text(words) = event else { continue };
        // Of one byte, and written as something else: nothing but a mark is.
        if range.len() != 1 || words.len() == 1 {
            continue;
        }
        let is_double = match text.as_bytes().get(range.start) {
            Some(b'"') => true,
            Some(b'\'') => false,
            _ => continue,
        };
        let before = text[..range.start].chars().next_back();
        let behind_mark = marks.last().is_some_and(|last| last.measures && events[last.at].1.end == range.start);
        let measures = before.is_some_and(|c| c.is_ascii_digit()) || behind_mark;
        marks.push(PrimeMark { at, is_double, measures, before, after: text[range.end..].chars().next() });
    }
    keep_in_paragraph(events, text, &mut marks);
}

fn keep_in_paragraph(events: &mut [Item<'_>], text: &str, marks: &mut Vec<PrimeMark>) {
    let mut open = [false, false];
    // What the parser paired with a prime has lost its own other half.
    let mut is_unpaired = false;
    for (n, mark) in marks.iter().enumerate() {
        let is_open = &mut open[usize::from(mark.is_double)];
        if mark.measures {
            // `1990's`.
            if !mark.is_double && mark.after.is_some_and(char::is_alphabetic) {
                continue;
            }
            // What is open ends here, unless something further on ends it: `"6" deep"`.
            if !(*is_open && mark.closes() && !is_closed_later(&marks[n + 1..], mark.is_double)) {
                is_unpaired |= mark.is_double;
                set(events, mark.at, if mark.is_double { "\"" } else { "'" });
                continue;
            }
        }
        let closes = *is_open && mark.closes();
        *is_open = match (mark.is_double, closes) {
            (_, true) => false,
            (true, false) => *is_open || mark.opens(),
            (false, false) => *is_open || is_opening(events, *mark),
        };
        if mark.is_double && is_unpaired {
            set(events, mark.at, if closes { "”" } else { "“" });
        }
    }
    for pair in marks.windows(2) {
        let [first, second] = pair else { continue };
        let between = text.get(events[first.at].1.end..events[second.at].1.start);
        let is_and =
            !first.is_double && !second.is_double && between.is_some_and(|word| word.eq_ignore_ascii_case("n"));
        if is_and && first.before.is_some_and(char::is_whitespace) && second.closes() {
            set(events, first.at, "’");
            set(events, second.at, "’");
        }
    }
    marks.clear();
}

/// Whether a single mark was taken for one that opens a quotation; most are apostrophes.
fn is_opening(events: &[Item<'_>], mark: PrimeMark) -> bool {
    mark.opens() && matches!(&events[mark.at].0, Event::Text(curled) if **curled == *"‘")
}

fn is_closed_later(rest: &[PrimeMark], is_double: bool) -> bool {
    let next = rest.iter().find(|mark| mark.is_double == is_double);
    next.is_some_and(|next| next.closes() && (next.measures || !next.opens()))
}

fn set(events: &mut [Item<'_>], at: usize, mark: &'static str) {
    events[at].0 = Event::Text(mark.into());
}
