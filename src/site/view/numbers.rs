//! What the numbers mean, and don't: one list of definitions, to which every figure on other pages leads.

use super::Head;
use crate::site::reader::PlanReader;
use serde::Serialize;

/// Where the page stands.
pub(in crate::site) const NUMBERS: &str = "/progress/numbers/";

#[derive(Debug, Serialize)]
pub(super) struct NumbersView {
    head: Head,
    numbers: Vec<DefinitionView>,
}

#[derive(Debug, Serialize)]
struct DefinitionView {
    /// Its anchor on the page.
    id: &'static str,
    name: String,
    /// How it is made, and when it is not defined.
    is: String,
    /// What it does not say.
    not: String,
    source: &'static [Source],
}

/// What one figure is.
#[derive(Debug)]
struct Definition {
    id: &'static str,
    /// The messages that name it, that say how it is made, and what it does not say.
    words: [&'static str; 3],
    source: &'static [Source],
}

#[derive(Debug, Serialize)]
struct Source {
    label: &'static str,
    /// Empty where it has no lasting address.
    href: &'static str,
}

/// The page of definitions.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> NumbersView {
    let words = &site.language.words;
    let definition = |definition: &Definition| {
        let [name, is, not] = definition.words.map(|id| words.word(id));
        DefinitionView { id: definition.id, name, is, not, source: definition.source }
    };
    NumbersView {
        head: head(&words.word("numbers-name"), &words.word("numbers-description")),
        numbers: DEFINITIONS.iter().map(definition).collect(),
    }
}

const DEFINITIONS: &[Definition] = &[
    Definition {
        id: "coverage",
        words: ["numbers-coverage", "numbers-coverage-is", "numbers-coverage-not"],
        source: &[],
    },
    Definition { id: "pain", words: ["numbers-pain", "numbers-pain-is", "numbers-pain-not"], source: &[] },
    Definition { id: "median", words: ["numbers-median", "numbers-median-is", "numbers-median-not"], source: &[] },
    Definition {
        id: "change",
        words: ["numbers-change", "numbers-change-is", "numbers-change-not"],
        source: &[Source { label: "Farrar et al. 2001", href: "https://doi.org/10.1016/S0304-3959(01)00349-9" }],
    },
    Definition { id: "trend", words: ["numbers-trend", "numbers-trend-is", "numbers-trend-not"], source: &[] },
    Definition { id: "streaks", words: ["numbers-streaks", "numbers-streaks-is", "numbers-streaks-not"], source: &[] },
    Definition {
        id: "verdict",
        words: ["numbers-verdict", "numbers-verdict-is", "numbers-verdict-not"],
        source: &[
            Source { label: "Silbernagel et al. 2007", href: "https://doi.org/10.1177/0363546506298279" },
            Source { label: "Thomeé 1997", href: "https://doi.org/10.1093/ptj/77.12.1690" },
        ],
    },
    Definition {
        id: "mornings",
        words: ["numbers-mornings", "numbers-mornings-is", "numbers-mornings-not"],
        source: &[Source { label: "Silbernagel et al. 2007", href: "https://doi.org/10.1177/0363546506298279" }],
    },
    Definition {
        id: "distance",
        words: ["numbers-distance", "numbers-distance-is", "numbers-distance-not"],
        source: &[
            Source { label: "Buist et al. 2008", href: "https://doi.org/10.1177/0363546507307505" },
            Source { label: "Frandsen et al. 2025", href: "https://doi.org/10.1136/bjsports-2024-109380" },
        ],
    },
    Definition {
        id: "load",
        words: ["numbers-load", "numbers-load-is", "numbers-load-not"],
        source: &[Source { label: "Foster et al. 2001, J Strength Cond Res 15:109", href: "" }],
    },
    Definition {
        id: "monotony",
        words: ["numbers-monotony", "numbers-monotony-is", "numbers-monotony-not"],
        source: &[Source { label: "Foster 1998", href: "https://doi.org/10.1097/00005768-199807000-00023" }],
    },
    Definition {
        id: "spikes",
        words: ["numbers-spikes", "numbers-spikes-is", "numbers-spikes-not"],
        source: &[Source { label: "Costa et al. 2019, Journal of Pain 20:1267", href: "" }],
    },
    Definition {
        id: "longer-runs",
        words: ["numbers-longer-runs", "numbers-longer-runs-is", "numbers-longer-runs-not"],
        source: &[Source { label: "Frandsen et al. 2025", href: "https://doi.org/10.1136/bjsports-2024-109380" }],
    },
    Definition {
        id: "acwr",
        words: ["numbers-acwr", "numbers-acwr-is", "numbers-acwr-not"],
        source: &[
            Source { label: "Impellizzeri et al. 2020", href: "https://doi.org/10.1123/ijspp.2019-0864" },
            Source { label: "Williams et al. 2017", href: "https://doi.org/10.1136/bjsports-2016-096589" },
            Source { label: "Lolli et al. 2019", href: "https://doi.org/10.1136/bjsports-2017-098110" },
        ],
    },
    Definition {
        id: "lag",
        words: ["numbers-lag", "numbers-lag-is", "numbers-lag-not"],
        source: &[
            Source { label: "Bonett and Wright 2000", href: "https://doi.org/10.1007/BF02294183" },
            Source { label: "Tang and Landes 2020", href: "https://doi.org/10.1371/journal.pone.0228077" },
        ],
    },
    Definition {
        id: "exercises",
        words: ["numbers-exercises", "numbers-exercises-is", "numbers-exercises-not"],
        source: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::DEFINITIONS;
    use crate::language::Language;

    #[test]
    fn definitions_have_anchors_of_their_own_and_say_what_they_do_not() {
        let words = Language::english().words;
        for (at, definition) in DEFINITIONS.iter().enumerate() {
            assert!(DEFINITIONS[..at].iter().all(|other| other.id != definition.id), "{}", definition.id);
            let said = definition.words.map(|id| words.word(id));
            assert!(said.iter().all(|words| !words.is_empty() && !words.contains("safe")), "{said:?}");
        }
    }
}
