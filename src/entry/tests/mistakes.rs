//! Keys of a page or a day that are wrong, misspelt or somebody else's.

use super::*;

#[test]
fn wrong_values_have_place_and_hint() {
    for (front, expected) in [
        ("draft:", "1 error: `draft` has no value | it takes `true` or `false`; without it the line has to go"),
        ("draft: no", "8 error: draft is true or false, found the text `no` | write `false`"),
        (
            "Visibility: ~",
            "1 error: `visibility` has no value | it takes `public`, `unlisted` or `private`; without it the line has to go\n2:1 note: `Visibility` is read as `visibility`",
        ),
        (
            "visibility: pubic",
            "13 error: visibility is public, unlisted or private, found `pubic` | did you mean `public`?",
        ),
        ("date: 14/08/2020", "7 error: date `14/08/2020` is no date | write `2020-08-14`"),
        ("title: [a]", "8 error: title is text, found a list"),
        (
            "slug: a/b",
            "7 error: slug is the last part of an address, found `a/b` | folders of the address come from the file's folders",
        ),
        ("slug: '!?'", "7 error: slug is the last part of an address, found `!?` | it needs a letter or a digit"),
        ("tags: run, rehab", "7 warning: `run, rehab` is one tag | several tags are a list: `tags: [running, rehab]`"),
        (
            "setback: true",
            "10 error: setback is its suspected cause in words, found `true` | such as `setback: ran on ice`; a flare is `flare: true`",
        ),
        ("flare: bad", "8 error: flare is true or false, found the text `bad`"),
        (
            "advice: [{from: A}]",
            "10 error: advice needs a `text` | such as `{from: Physio, text: Walk before you run}`",
        ),
        ("sleep: 25", "8 error: sleep is 0 to 24, found 25"),
        ("mood: 11", "7 error: mood is 0 to 10, found 11"),
        ("mood: 5/10", "7 error: mood is a number from 0 to 10, found the text `5/10` | write `5`"),
        ("energy: high", "9 error: energy is a number from 0 to 10, found the text `high`"),
        ("resting_hr: 24", "13 error: resting_hr is 25 to 150, found the number 24"),
        ("stiffness: 601", "12 error: stiffness is 0 to 600 minutes, found the number 601"),
        ("function: 101", "11 error: function is 0 to 100 percent, found the number 101"),
    ] {
        check(front, &format!("2:{expected}").lines().collect::<Vec<_>>());
    }
}

#[test]
fn unknown_keys_warn_unless_the_site_allows_them() {
    for (key, hint) in [
        ("excercises", " | did you mean `exercises`?"),
        ("categories", " | did you mean `tags`?"),
        ("layout", " | comeback has no use for it: drop it, or list it in site.toml under `[front_matter] allow`"),
        ("permalink", " | the address is the file's path; `slug` replaces its last part"),
        ("redirect_from", " | did you mean `aliases`?"),
        ("weight", " | it is called `body_weight` here, which takes a weight such as `64 kg` or `141 lb`"),
        ("zzz", ""),
    ] {
        check(&format!("{key}: x"), &[&format!("2:1 warning: unknown key `{key}`{hint}")]);
    }
    check("weather: wet", &[]);
    check("pain: 1\npain: 2", &["3:1 error: `pain` is given twice"]);
}

#[test]
fn what_cannot_be_read_stays_hidden() {
    let checked = read(PATH, "---\ndraft: yes\nvisibility: secret\n---\n", &config());
    assert!(checked.has_errors());
    let entry = checked.value.expect("the rest");
    assert_eq!((entry.draft, entry.visibility), (true, Visibility::Private));
}
