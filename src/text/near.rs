//! "Did you mean": the nearest of some names.

/// The known name that a mistyped one was probably meant to be.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Names::new(known).nearest(typed).copied()
}

/// Known names, made ready to be compared with many mistyped ones.
#[derive(Debug)]
pub struct Names<N>(Vec<Candidate<N>>);

#[derive(Debug)]
struct Candidate<N> {
    name: N,
    lower: String,
    letters: Letters,
}

/// What of a name tells, without comparing it, that another one is too far.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letters {
    count: usize,
    /// A bit for each letter that is there; letters share bits.
    which: u64,
}

impl Letters {
    fn of(text: &str) -> Self {
        text.chars().fold(Self { count: 0, which: 0 }, |Self { count, which }, c| Self {
            count: count + 1,
            which: which | 1 << (u32::from(c) % 64),
        })
    }

    /// The fewest changes that can lead from one to the other: one adds a letter, takes one away, or does both.
    fn least(self, other: Self) -> usize {
        let differing = (self.which ^ other.which).count_ones();
        self.count.abs_diff(other.count).max(usize::try_from(differing.div_ceil(2)).unwrap_or(0))
    }
}

impl<N: AsRef<str> + Ord> Names<N> {
    /// Makes names ready.
    pub fn new(known: impl IntoIterator<Item = N>) -> Self {
        let ready = |name: N| {
            let lower = name.as_ref().to_lowercase();
            Candidate { name, letters: Letters::of(&lower), lower }
        };
        Self(known.into_iter().map(ready).collect())
    }

    /// The name that a mistyped one was probably meant to be.
    pub fn nearest(&self, typed: &str) -> Option<&N> {
        let typed = typed.to_lowercase();
        let letters = Letters::of(&typed);
        let most = match letters.count {
            // Two changes make any short word another: `steps` is no `stress`.
            0..=5 => 1,
            6..=11 => 2,
            _ => 3,
        };
        self.0
            .iter()
            .filter(|known| letters.least(known.letters) <= most)
            .map(|known| (strsim::damerau_levenshtein(&typed, &known.lower), known))
            .filter(|(distance, known)| *distance <= most && *distance < known.letters.count)
            .filter(|(distance, known)| begins_alike(&typed, &known.lower) || *distance == 1 && letters.count > 5)
            .map(|(distance, known)| (distance, &known.name))
            .min()
            .map(|(_, name)| name)
    }
}

/// Whether two words begin with one letter, or with two that are swapped: hardly a slip is in the first, and `rom` is no `prom`.
fn begins_alike(typed: &str, known: &str) -> bool {
    let two = |text: &str| {
        let mut letters = text.chars();
        (letters.next(), letters.next())
    };
    let (typed, known) = (two(typed), two(known));
    typed.0 == known.0 || typed == (known.1, known.0)
}

#[cfg(test)]
mod tests {
    use super::{Letters, nearest};
    use proptest::prelude::*;

    #[test]
    fn near_misses_are_found_and_far_ones_are_not() {
        let known = ["pain", "phase", "tags", "title", "exercises"];
        assert_eq!(nearest("pian", known), Some("pain"));
        assert_eq!(nearest("excercise", known), Some("exercises"));
        assert_eq!(nearest("Titel", known), Some("title"));
        assert_eq!(nearest("apin", known), Some("pain"));
        assert_eq!(nearest("xercises", known), Some("exercises"));
        assert_eq!(nearest("weather", known), None);
        assert_eq!(nearest("x", known), None);
    }

    #[test]
    fn other_words_are_no_slips() {
        let known = ["prom", "stress", "medication", "flare", "rest", "mood", "sleep", "energy", "date", "tags"];
        for word in
            ["rom", "steps", "syndication", "motivation", "fear", "sets", "load", "food", "step", "weep", "rags"]
        {
            assert_eq!(nearest(word, known), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_name_is_passed_over_that_is_near_enough(a in "[a-e0-2é]{0,12}", b in "[a-e0-2é]{0,12}") {
            let least = Letters::of(&a).least(Letters::of(&b));
            prop_assert!(least <= strsim::damerau_levenshtein(&a, &b), "{least}");
        }
    }
}
