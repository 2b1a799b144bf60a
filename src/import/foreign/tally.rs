//! What happened many times in an import, told once a kind.

use crate::diag::{Diagnostic, Place};
use crate::import::LeftOut;
use crate::text::words::count;

/// What is counted, in the order in which each kind was first met.
#[derive(Debug, Default)]
pub(super) struct Tally {
    kinds: Vec<CountedKind>,
}

#[derive(Debug)]
struct CountedKind {
    what: String,
    why: &'static str,
    /// Whether it stands in the text, so that a warning says so; else it did not come along.
    stays: bool,
    times: usize,
    place: String,
}

impl Tally {
    fn add(&mut self, what: &str, why: &'static str, stays: bool, place: &str) {
        match self.kinds.iter_mut().find(|kind| kind.what == what && kind.why == why) {
            Some(kind) => kind.times += 1,
            None => {
                self.kinds.push(CountedKind { what: what.to_owned(), why, stays, times: 1, place: place.to_owned() });
            }
        }
    }

    /// Something that did not come along.
    pub(super) fn lost(&mut self, what: &str, why: &'static str, place: &str) {
        self.add(what, why, false, place);
    }

    /// Something that stands in the text and means nothing here.
    pub(super) fn stays(&mut self, what: &str, why: &'static str, place: &str) {
        self.add(what, why, true, place);
    }

    /// What did not come along, and a warning for each kind of what stays.
    pub(super) fn told(self) -> (Vec<LeftOut>, Vec<Diagnostic>) {
        let (stay, lost): (Vec<CountedKind>, Vec<CountedKind>) = self.kinds.into_iter().partition(|kind| kind.stays);
        let many = |kind: &CountedKind| match kind.times {
            1 => String::new(),
            times => format!(", {times} times"),
        };
        let lost = lost.iter().map(|kind| LeftOut {
            what: format!("{}{}", kind.what, many(kind)),
            place: kind.place.clone(),
            why: kind.why.to_owned(),
        });
        let stay = stay.iter().map(|kind| {
            let times = count(kind.times, "time", "times");
            let message = format!("{} stands in the texts {times}: {}", kind.what, kind.why);
            let (path, line) = kind.place.rsplit_once(':').unwrap_or((&kind.place, ""));
            let mut place = Place::file(path);
            if let Ok(line) = line.parse() {
                (place.line, place.column) = (line, 1);
            }
            Diagnostic::warning("foreign-code", message)
                .at(place)
                .hint("search the new files for it, and write what it showed")
        });
        (lost.collect(), stay.collect())
    }
}
