//! What is left of an entry that counts and is shown to nobody.

use super::{Entry, Mood, Pain, Session, Treatment, Wellbeing};

/// The numbers of an entry, without its words.
pub(super) fn of(entry: &Entry) -> Entry {
    Entry {
        date: entry.date,
        visibility: entry.visibility,
        injury: entry.injury.clone(),
        pain: entry.pain.iter().map(pain).collect(),
        mileage: entry.mileage,
        sessions: entry.sessions.iter().map(session).collect(),
        exercises: entry.exercises.clone(),
        treatments: entry.treatments.iter().map(|t| Treatment { provider: None, ..t.clone() }).collect(),
        flare: entry.flare,
        wellbeing: Wellbeing {
            mood: entry.wellbeing.mood.clone().filter(|mood| matches!(mood, Mood::Number(_))),
            ..entry.wellbeing.clone()
        },
        ..Entry::default()
    }
}

fn pain(pain: &Pain) -> Pain {
    Pain { quality: None, ..pain.clone() }
}

fn session(session: &Session) -> Session {
    Session { surface: None, intervals: None, source: None, pain: session.pain.as_ref().map(pain), ..session.clone() }
}
