//! "Did you mean": the nearest of some names.

/// The known name that a mistyped one was probably meant to be.
#[must_use]
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let most = match typed.chars().count() {
        0..=2 => 1,
        3..=7 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= most && *distance < name.chars().count())
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_misses_are_found_and_far_ones_are_not() {
        let known = ["pain", "phase", "tags", "title", "exercises"];
        assert_eq!(nearest("pian", known), Some("pain"));
        assert_eq!(nearest("excercise", known), Some("exercises"));
        assert_eq!(nearest("Titel", known), Some("title"));
        assert_eq!(nearest("weather", known), None);
        assert_eq!(nearest("x", known), None);
    }
}
