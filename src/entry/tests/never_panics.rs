//! Any bytes are an entry or a problem, never a panic.

use super::*;
use proptest::prelude::*;

/// Reads a text and says that something came of it, and that all problems are in it.
fn survives(text: &str) {
    let checked = read(PATH, text, &config());
    assert!(checked.value.is_some() || checked.has_errors(), "neither an entry nor an error: {text:?}");
    let n_lines = text.split('\n').count();
    for problem in &checked.diagnostics {
        let place = problem.place.as_ref().expect("a problem of a file has a place");
        assert!((1..=n_lines).contains(&place.line), "{problem:?} in {text:?}");
    }
    for (_, range) in checked.value.iter().flat_map(|entry| &entry.lessons) {
        assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
    }
}

/// Things that front matter is made of, and things it should not be made of.
const WORDS: [&str; 57] = [
    "---\n",
    "+++\n",
    "\u{feff}",
    "\r\n",
    "\n",
    "\n  ",
    "- ",
    ": ",
    ":",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "'",
    "\"",
    "#",
    "&a ",
    "*a",
    "!t ",
    "|\n ",
    "pain: ",
    "sessions: ",
    "exercises: ",
    "lessons: ",
    "milestones: ",
    "date: ",
    "mileage: ",
    "slug: ",
    "aliases: ",
    "type: run",
    "run ",
    "5k ",
    "30m ",
    "rpe ",
    "x2 ",
    "2/2/3",
    "@20/22kg ",
    "each side",
    "45s ",
    "distance: ",
    "duration: ",
    "load: ",
    "name: ",
    "reps: ",
    "id: ",
    "confirms: ",
    "band",
    "5",
    "-",
    "3.1 mi",
    "1:02:03",
    "2020-08-14",
    "é",
    "🙂",
    ".nan",
    "99999999999999999999",
];

proptest! {
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        survives(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_front_matter(words in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..40)) {
        let words = words.concat();
        survives(&words);
        survives(&format!("---\n{words}\n---\n"));
    }

    #[test]
    fn random_values(
        key in proptest::sample::select(&["pain", "mileage", "slug", "date", "lessons", "sessions", "exercises"][..]),
        value in "\\PC{0,12}",
    ) {
        survives(&format!("---\n{key}: {value}\n---\n"));
    }
}
