//! Keys in any case, and keys that aren't ours and say that a text is not to be published.

use super::*;

/// What is read of front matter: how it is kept back, and every problem without its hint, a line each.
fn said(front: &str, config: &Config) -> (String, Vec<String>) {
    let checked = read(PATH, &format!("---\n{front}\n---\n"), config);
    let mut kept = Vec::new();
    let entry = checked.value.as_ref().expect("front matter that is YAML");
    let days = [("from", entry.not_before), ("until", entry.expires.filter(|day| *day > date(1900, 1, 1)))];
    kept.extend(entry.draft.then(|| "draft".to_owned()));
    kept.extend((entry.visibility != Visibility::Public).then(|| format!("{:?}", entry.visibility).to_lowercase()));
    kept.extend(days.into_iter().filter_map(|(word, day)| Some(format!("{word} {}", day?))));
    kept.extend(entry.expires.filter(|day| *day < date(1900, 1, 1)).map(|_| "expired".to_owned()));
    let mut problems = checked.diagnostics;
    crate::diag::sort(&mut problems);
    let line = |p: &Diagnostic| line(&Diagnostic { hints: Vec::new(), ..p.clone() });
    (kept.join(", "), problems.iter().map(line).collect())
}

#[track_caller]
fn check_said(front: &str, kept: &str, problems: &str) {
    let expected: Vec<String> = problems.lines().map(str::to_owned).collect();
    assert_eq!(said(front, &config()), (kept.to_owned(), expected), "{front}");
}

#[test]
fn keys_count_in_any_case_with_a_note() {
    let note = |at: &str, typed: &str, key: &str| format!("{at} note: `{typed}` is read as `{key}`");
    let front = "Title: Stairs
PAIN: {Before: 2, AFTER: 3}
Sessions:
  - {Type: run, Distance: 5, RPE: 4}
RESTING_HR: 48
\"mood \": 7";
    let checked = read(PATH, &format!("---\n{front}\n---\n"), &config());
    let mut problems = checked.diagnostics;
    crate::diag::sort(&mut problems);
    assert_eq!(
        problems.iter().map(line).collect::<Vec<_>>(),
        [
            note("2:1", "Title", "title"),
            note("3:1", "PAIN", "pain"),
            note("3:8", "Before", "before"),
            note("3:19", "AFTER", "after"),
            note("4:1", "Sessions", "sessions"),
            note("5:6", "Type", "type"),
            note("5:17", "Distance", "distance"),
            note("5:30", "RPE", "rpe"),
            note("6:1", "RESTING_HR", "resting_hr"),
            note("7:1", "mood ", "mood"),
        ]
    );
    let entry = checked.value.expect("an entry");
    assert_eq!((entry.title.as_str(), entry.measures.get("resting_hr")), ("Stairs", Some(&MeasureValue::Number(48.0))));
    assert_eq!((entry.sessions[0].rpe, entry.sessions[0].distance), (Some(4.0), Some(crate::units::Metres(5000))));
    assert_eq!(entry.pain[0].after, crate::units::Score::new(3.0));
    assert_eq!(schema_accepts(front.trim_end_matches("\"mood \": 7").trim(), &config()), Some(true));
}

#[test]
fn a_key_in_two_cases_is_given_twice() {
    let text = "---\ndraft: false\nDraft: true\n---\n";
    assert_eq!(problems(text), ["3:1 error: `draft` is given twice", "3:1 note: `Draft` is read as `draft`"]);
}

#[test]
fn other_words_for_not_public_are_followed_and_told() {
    let read_as = |typed: &str, ours: &str| format!("2:1 warning: `{typed}` is read as {ours}");
    for (typed, kept, ours) in [
        ("drafts: true", "draft", "`draft: true`"),
        ("unpublished: yes", "draft", "`draft: true`"),
        ("isDraft: on", "draft", "`draft: true`"),
        ("is_draft: 1", "draft", "`draft: true`"),
        ("status: wip", "draft", "`draft: true`"),
        ("Status: In review", "draft", "`draft: true`"),
        ("post_status: auto-draft", "draft", "`draft: true`"),
        ("status: \"private\"", "private", "`visibility: private`"),
        ("published: false", "draft", "`draft: true`"),
        ("published: \"no\"", "draft", "`draft: true`"),
        ("Publish: off", "draft", "`draft: true`"),
        ("dg-publish: false", "draft", "`draft: true`"),
        ("private: true", "private", "`visibility: private`"),
        ("hidden: Y", "private", "`visibility: private`"),
        ("hide: ja", "private", "`visibility: private`"),
        ("public: 0", "private", "`visibility: private`"),
        ("isPublic: false", "private", "`visibility: private`"),
        ("visible: no", "private", "`visibility: private`"),
        ("unlisted: 1", "unlisted", "`visibility: unlisted`"),
        ("noindex: true", "unlisted", "`visibility: unlisted`"),
        ("index: false", "unlisted", "`visibility: unlisted`"),
        ("expired: yes", "expired", "expired"),
        ("publishDate: 2030-01-01", "from 2030-01-01", "not before 2030-01-01"),
        ("publish_date: 2030-01-01T08:00:00Z", "from 2030-01-01", "not before 2030-01-01"),
        ("published: 2030-01-01", "from 2030-01-01", "not before 2030-01-01"),
        ("expiryDate: 2020-01-01", "until 2019-12-31", "`expires: 2019-12-31`"),
    ] {
        check_said(typed, kept, &read_as(&typed.replace('"', ""), ours));
    }
    // A password is shown nowhere, not even to whoever reads the log.
    let checked = read(PATH, "---\npassword: hunter2\n---\n", &config());
    assert_eq!(checked.value.as_ref().map(|entry| entry.visibility), Some(Visibility::Private));
    assert!(!format!("{:?}", checked.diagnostics).contains("hunter2"), "{:?}", checked.diagnostics);
}

#[test]
fn a_mapping_around_a_word_changes_nothing() {
    check_said(
        "extra: {draft: true}",
        "draft",
        "2:1 warning: unknown key `extra`\n2:9 warning: `extra.draft: true` is read as `draft: true`",
    );
    check_said(
        "params:\n  - {visibility: private}",
        "private",
        "2:1 warning: unknown key `params`\n3:6 warning: `params.visibility: private` is read as `visibility: private`",
    );
    // One that slipped into a mapping of ours.
    check_said(
        "pain:\n  worst: 3\n  private: true",
        "private",
        "4:3 warning: `pain.private: true` is read as `visibility: private`",
    );
    check_said("weather: {visibility: 10 km, hidden: false}", "", "");
    check_said(
        "<<: {draft: true}",
        "draft",
        "2:1 warning: unknown key `<<`\n2:6 warning: `<<.draft: true` is read as `draft: true`",
    );
}

#[test]
fn what_says_yes_to_publishing_changes_nothing() {
    for front in [
        "published: true",
        "Publish: yes",
        "public: 1",
        "dg-publish: true",
        "drafts: false",
        "private: no",
        "hidden: off",
        "index: true",
        "visible: y",
    ] {
        check_said(front, "", "");
    }
    check_said("draft: false\nvisibility: public", "", "");
}

#[test]
fn the_strictest_word_counts() {
    check_said(
        "visibility: public\nprivate: true",
        "private",
        "3:1 warning: `private: true` is read as `visibility: private`",
    );
    check_said(
        "visibility: private\nunlisted: true",
        "private",
        "3:1 warning: `unlisted: true` is read as `visibility: unlisted`",
    );
    check_said(
        "expires: 2020-05-01\nexpiryDate: 2020-03-01",
        "until 2020-02-29",
        "3:1 warning: `expiryDate: 2020-03-01` is read as `expires: 2020-02-29`",
    );
}

#[test]
fn what_a_word_says_and_nobody_understands_is_an_error() {
    for (front, problem) in [
        ("private: maybe", "private is yes or no, found the text `maybe`"),
        ("published: soon", "published is yes or no, found the text `soon`"),
        ("hidden: [a, b]", "hidden is yes or no, found a list"),
        ("publishDate: next week", "publishDate is a date such as 2020-08-14, found the text `next week`"),
        ("status: darft", "status is nearly a word that keeps a text back, found the text `darft`"),
        ("private:", "`private` has no value, so nobody can tell whether the text is to be published"),
        ("published: ''", "`published` has no value, so nobody can tell whether the text is to be published"),
        ("expiryDate:", "`expiryDate` has no value, so nobody can tell whether the text is to be published"),
    ] {
        check_said(front, "draft", &format!("2:1 error: {problem}"));
    }
}

#[test]
fn near_misses_are_errors_where_their_value_could_mean_it() {
    for (typed, word) in [
        ("drft: true", "draft"),
        ("Darft: yes", "draft"),
        ("daft: 1", "draft"),
        ("drft:", "draft"),
        ("visibilty: private", "visibility"),
        ("visiblity: unlisted", "visibility"),
        ("visibility_: hidden", "visibility"),
        ("privat: true", "private"),
        ("isPrivte: true", "private"),
        ("publishd: false", "published"),
        ("publishd: 2030-01-01", "published"),
        ("pubic: no", "public"),
        ("hiddn: true", "hidden"),
        ("hyde: yes", "hide"),
        ("hiddde: yes", "hidden"),
        ("stauts: draft", "status"),
        ("pulishDate: 2030-01-01", "publishDate"),
        ("expirs: 2030-01-01", "expires"),
        ("graft: yes", "draft"),
    ] {
        let (kept, problems) = said(typed, &config());
        let expected = format!("2:1 error: `{typed}` may mean `{word}`, so the text is kept back");
        // `visibility_` is the word itself, by its letters.
        if typed != "visibility_: hidden" {
            assert_eq!(problems, [expected], "{typed}");
        }
        assert!(!kept.is_empty(), "{typed}");
    }
    check_said(
        "extra: {drfat: true}",
        "draft",
        "2:1 warning: unknown key `extra`\n2:9 error: `extra.drfat: true` may mean `draft`, so the text is kept back",
    );
    let checked = read(PATH, "---\npasword: hunter2\n---\n", &config());
    assert!(checked.has_errors() && !format!("{:?}", checked.diagnostics).contains("hunter2"));
}

#[test]
fn words_that_mean_something_else_are_plain_unknown_keys() {
    for key in [
        "graft: hamstring",
        "pubic: 3",
        "pubic: 1",
        "status: recovering",
        "status: published",
        "status:",
        "index: 3",
        "index: 0",
        "hide: [navigation, toc]",
        "ice: yes",
        "hip: 1",
        "hike: yes",
        "ride: true",
        "bike: no",
        "time:",
        "side:",
        "video: no",
        "kids: yes",
        "race: true",
        "crash: yes",
        "password: ''",
        "visibility_range: 10",
        "craft: beer",
        "publisher: ACME",
        "expire: never",
        "privateer: Jack",
        "drama: 2",
    ] {
        let name = key.split(':').next().expect("a key");
        let (kept, problems) = said(key, &config());
        assert_eq!(
            (kept.as_str(), problems.as_slice()),
            ("", [format!("2:1 warning: unknown key `{name}`")].as_slice()),
            "{key}"
        );
    }
}

#[test]
fn a_site_can_allow_near_misses_and_never_a_plain_word() {
    let config = Config { allow: vec!["Graft".to_owned(), "private".to_owned(), "extra".to_owned()], ..config() };
    assert_eq!(said("graft: yes", &config), (String::new(), Vec::new()));
    let told = "2:1 warning: `private: true` is read as `visibility: private`".to_owned();
    assert_eq!(said("private: true", &config), ("private".to_owned(), vec![told]));
    let told = "2:9 warning: `extra.draft: true` is read as `draft: true`".to_owned();
    assert_eq!(said("extra: {draft: true}", &config), ("draft".to_owned(), vec![told]));
}
