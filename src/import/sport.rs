//! What kind of session a sport is, by FIT's numbers or by the words of programs in nine languages.

use crate::entry::SessionKind;
use crate::entry::SessionKind::{AquaJog, Bike, Elliptical, Mobility, Other, Row, Run, Strength, Swim, Walk, WalkRun};

/// The kind of a sport and its sort, by their numbers in FIT.
pub(super) fn of_fit(sport: u32, sort: Option<u32>) -> SessionKind {
    match (sport, sort.unwrap_or_default()) {
        (0 | 4 | 10, 1) | (1, _) => Run,
        (0 | 4 | 10, 5 | 6) | (2 | 21, _) => Bike,
        (0 | 4 | 10, 14) | (15, _) => Row,
        (0 | 4 | 10, 15) => Elliptical,
        (0 | 4 | 10, 19 | 43 | 44) => Mobility,
        (0 | 4 | 10, 20) => Strength,
        (5, _) => Swim,
        (11 | 17, _) => Walk,
        _ => Other,
    }
}

/// Beginnings of words, in the order in which they are looked for: what is none of ours although its name looks like it comes
/// first (`Langlauf`, `Skiløb`, `course d'orientation à ski`).
const WORDS: [(SessionKind, &str); 12] = [
    (
        Other,
        "ski|esqu|sci|narci|langlauf|langrend|biathlon|snow|schnee|eis|ice|schlittschuh|schaats|skøjte|rollschuh\
            |rollski|rullesk|inline|inliner|skat|patin|pattin|łyż|motor|moto|golf|climb|kletter|escal|arrampic|wspin\
            |klim|horse|reit|swimrun|swim run|triathlon|multisport|rollstuhl|wheelchair|handcycle|handbike|handrad\
            |transition|surf|sup",
    ),
    (AquaJog, "aqua|deep water"),
    (WalkRun, "walk run|run walk"),
    (Elliptical, "ellip|elíp|ellit|crosstrain|cross trainer|orbitrek|eliptyc"),
    (Swim, "swim|schwimm|freiwasser|natation|nage|natac|nataç|nadar|nuot|pływ|zwem|svøm"),
    (
        Bike,
        "bike|biking|bici|bicy|ride|cycl|cicl|cycle|cykl|cykel|rad|mountainbik|mtb|vtt|vélo|velo|ebike|e bike\
            |pedal|kolar|rowere|rowerz|rowerow|fiets|wielren|spin|gravel|peloton",
    ),
    (Row, "row|ruder|aviron|remo|remar|canott|vogat|wiośl|roei|roning|romask"),
    (Strength, "strength|weight|kraft|gewicht|muscul|renfo|fuerza|pesas|forza|pesi|força|siłow|kracht|styrke|vægt"),
    (Mobility, "yoga|joga|pilates|stretch|dehn|étire|estira|along|allunga|rozci|rekken|stræk|flex|mobil"),
    (
        Walk,
        "walk|hik|trek|geh|spazier|wander|nordic|marche|randon|camina|senderis|caminha|cammin|passegg|escurs\
            |spacer|chodz|chód|wędr|piesz|wandel|gå|gang|vandr",
    ),
    (
        Run,
        "run|jog|treadmill|lauf|trail|course|tapis|carrera|correr|cinta|corsa|corrid|esteira|bieg|bieżni|hardlo\
            |lopen|loop|løb|track",
    ),
    (Strength, "gym|workout de musculation"),
];

/// Words that end in what they are: `Geländelauf`, `Rennrad`.
const ENDS: [(&str, SessionKind); 8] = [
    ("lauf", Run),
    ("laufen", Run),
    ("løb", Run),
    ("rad", Bike),
    ("radfahren", Bike),
    ("radfahrt", Bike),
    ("schwimmen", Swim),
    ("wanderung", Walk),
];

/// The kind of a sport by its name: one of ours, or that of a program in its writer's language. What nobody knows is `other`.
pub(super) fn of_name(name: &str) -> SessionKind {
    let name = spoken(name);
    if let Some(kind) = own(&name) {
        return kind;
    }
    let starts = |stem: &str| name.starts_with(stem) || name.contains(&format!(" {stem}"));
    let found = WORDS.iter().find(|(_, stems)| stems.split('|').any(starts));
    let ends = || ENDS.iter().find(|(end, _)| name.split(' ').any(|word| word.ends_with(end)));
    found.map(|(kind, _)| *kind).or_else(|| ends().map(|(_, kind)| *kind)).unwrap_or(Other)
}

/// One of our own words for kinds.
pub(super) fn own(name: &str) -> Option<SessionKind> {
    let name = spoken(name).replace(' ', "-");
    SessionKind::WORDS.iter().find(|(word, _)| *word == name).map(|(_, kind)| *kind)
}

/// A name in lower case with a space between its words: `Virtual_Run`, `TrailRun`, `course à pied`.
fn spoken(name: &str) -> String {
    let mut all = String::new();
    let mut small = false;
    for c in name.trim().chars().take(80) {
        if !c.is_alphanumeric() {
            all.push(' ');
        } else {
            if c.is_uppercase() && small {
                all.push(' ');
            }
            all.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two kinds may be one activity, as one program and another call it.
pub(super) fn may_be_one(a: SessionKind, b: SessionKind) -> bool {
    a == b || a.is_running() && b.is_running() || a == Other || b == Other
}
