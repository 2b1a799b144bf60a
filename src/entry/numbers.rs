//! What is left of an entry that counts and is shown to nobody.

use super::{Entry, LogLine, Pain, Session, Treatment};

/// The numbers of an entry, without its words.
pub(super) fn of(entry: &Entry) -> Entry {
    Entry {
        date: entry.date,
        visibility: entry.visibility,
        injury: entry.injury.clone(),
        pain: entry.pain.iter().map(pain).collect(),
        mileage: entry.mileage,
        rest: entry.rest,
        sessions: entry.sessions.iter().map(session).collect(),
        exercises: entry.exercises.clone(),
        treatments: entry.treatments.iter().map(|t| Treatment { provider: None, ..t.clone() }).collect(),
        flare: entry.flare,
        // That there was one counts; what it was put down to is words.
        setback: entry.setback.as_ref().map(|_| String::new()),
        body_weight: entry.body_weight.clone(),
        measures: entry.measures.numbers(),
        prom: entry.prom.clone(),
        tests: entry.tests.clone(),
        // Its path and number would say where it stands, its note what it says.
        log: entry.log.as_ref().map(|log| Box::new(LogLine { number: 0, note: None, ..(**log).clone() })),
        ..Entry::default()
    }
}

fn pain(pain: &Pain) -> Pain {
    Pain { quality: None, words: None, ..pain.clone() }
}

fn session(session: &Session) -> Session {
    let pain = session.pain.as_ref().map(pain);
    Session { surface: None, at: None, intervals: None, source: None, pain, ..session.clone() }
}
