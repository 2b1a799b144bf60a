//! Words above columns and before colons, in English and German, and which key of ours they name.

/// Other words for ours.
const OTHERS: &[(&str, &[&str])] = &[
    ("pain", &["pain", "schmerz", "schmerzen", "pain score", "pain level", "worst pain"]),
    ("pain before", &["pain before", "before pain", "schmerz vorher", "schmerz davor"]),
    ("pain during", &["pain during", "during pain", "schmerz dabei", "schmerz während"]),
    ("pain after", &["pain after", "after pain", "schmerz nachher", "schmerz danach"]),
    ("pain next day", &["pain next day", "next day pain", "next day", "schmerz am nächsten tag"]),
    ("morning", &["morning", "morning pain", "pain in the morning", "morgens", "morgenschmerz"]),
    ("run", &["run", "running", "lauf", "laufen"]),
    ("walk", &["walk", "walking", "gehen", "spaziergang"]),
    ("bike", &["bike", "biking", "cycling", "rad", "radfahren"]),
    ("swim", &["swim", "swimming", "schwimmen"]),
    ("sleep", &["sleep", "schlaf", "hours of sleep"]),
    ("mood", &["mood", "stimmung", "laune"]),
    ("energy", &["energy", "energie"]),
    ("stress", &["stress"]),
    ("confidence", &["confidence", "zuversicht"]),
    ("resting hr", &["resting hr", "resting heart rate", "rhr", "ruhepuls"]),
    ("stiffness", &["stiffness", "steifigkeit", "steifheit"]),
    ("function", &["function", "funktion"]),
    ("body weight", &["body weight", "bodyweight", "körpergewicht"]),
    ("medication", &["medication", "meds", "medikament", "medikamente"]),
    ("mileage", &["mileage"]),
    ("treatment", &["treatment", "behandlung"]),
    ("setback", &["setback", "rückschlag"]),
    ("milestone", &["milestone", "meilenstein"]),
    ("trigger", &["trigger", "auslöser"]),
    ("injury", &["injury", "verletzung"]),
    ("rest", &["rest", "rest day", "ruhetag", "pause"]),
    ("flare", &["flare", "flare-up", "schub"]),
];

/// Our word for somebody's.
pub(super) fn ours(word: &str) -> Option<&'static str> {
    let word = plain(word);
    OTHERS.iter().find(|(_, others)| others.contains(&word.as_str())).map(|(ours, _)| *ours)
}

/// A word in lower case, with single spaces for whatever parts its words.
pub(super) fn plain(word: &str) -> String {
    let spaced = word.to_lowercase().replace(['_', '(', ')', '*'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
