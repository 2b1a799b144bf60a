//! Other people's layouts, read by `[front_matter.map]`.

use super::*;
use crate::config::KeyElsewhere;
use crate::diag::Place;
use crate::units::Score;

fn mapped(pairs: &[(&str, &str)]) -> Config {
    let place = Place::file("site.toml");
    let key = |(ours, theirs): &(&str, &str)| KeyElsewhere {
        ours: (*ours).to_owned(),
        theirs: (*theirs).to_owned(),
        place: place.clone(),
    };
    Config { map: pairs.iter().map(key).collect(), ..config() }
}

#[track_caller]
fn lines(front: &str, config: &Config) -> Vec<String> {
    let mut problems = read(PATH, &format!("---\n{front}\n---\n"), config).diagnostics;
    crate::diag::sort(&mut problems);
    problems.iter().map(line).collect()
}

#[test]
fn keys_are_read_where_another_layout_has_them() {
    let map = mapped(&[
        ("pain", "wellbeing.pain"),
        ("mood", "wellbeing.mood.today"),
        ("tags", "keywords"),
        ("sleep", "a.b"),
        ("stress", "nothing"),
    ]);
    let front = "wellbeing:\n  pain: {before: 1, after: 2}\n  mood:\n    today: 7\nkeywords: [x, y]\na.b: 8";
    let entry = entry_with(front, &map);
    assert_eq!((entry.pain[0].before, entry.pain[0].after), (Score::new(1.0), Score::new(2.0)));
    assert_eq!(
        (entry.measures.get("mood"), entry.tags.clone()),
        (Some(&MeasureValue::Number(7.0)), vec!["x".to_owned(), "y".to_owned()])
    );
    assert_eq!((entry.measures.get("sleep"), entry.measures.get("stress")), (Some(&MeasureValue::Number(8.0)), None));
}

#[test]
fn a_mapping_is_put_together_from_scattered_keys() {
    let map = mapped(&[("pain.before", "am"), ("pain.after", "pm.score")]);
    let entry = entry_with("am: 3\npm: {score: 4}\ntitle: x", &map);
    assert_eq!((entry.pain[0].before, entry.pain[0].after), (Score::new(3.0), Score::new(4.0)));
    let beside = entry_with("pain: {during: 5}\nam: 3", &map);
    assert_eq!((beside.pain[0].before, beside.pain[0].during), (Score::new(3.0), Score::new(5.0)));
}

#[test]
fn messages_point_at_where_it_was_typed() {
    let map = mapped(&[("pain", "wellbeing.pain"), ("sleep", "nights"), ("stress", "load.stress")]);
    assert_eq!(
        lines("title: x\nnights: 30\nwellbeing: {mood: 3, pain: {befor: 2, after: 11}}\nload: {stress: a}", &map),
        [
            "3:9 error: sleep is 0 to 24, found 30",
            "4:1 warning: unknown key `wellbeing`",
            "4:29 warning: unknown key `befor` in `pain` | did you mean `before`?",
            "4:46 error: after is 0 to 10, found 11",
            "5:16 error: stress is a number from 0 to 10, found the text `a`",
        ]
    );
}

#[test]
fn our_own_key_wins_and_the_other_is_named() {
    let map = mapped(&[("pain", "soreness"), ("sleep", "deep.er")]);
    assert_eq!(
        lines("pain: 2\nsoreness: 5\ndeep: 1", &map),
        [
            "3:1 warning: unknown key `soreness` | did you mean `pain`?",
            "4:1 warning: unknown key `deep` | did you mean `sleep`?",
        ]
    );
}

#[test]
fn the_settings_may_name_our_keys_only() {
    let found = check_map(&mapped(&[("pian", "a"), ("pain.before", "b"), ("pain.befor", "c"), ("x", "d")]));
    assert_eq!(
        found.iter().map(line).collect::<Vec<_>>(),
        [
            "0:0 error: front matter has no key `pian` | did you mean `pain`? our key stands to the left",
            "0:0 error: front matter has no key `pain.befor` | did you mean `pain`? our key stands to the left",
            "0:0 error: front matter has no key `x` | our key stands to the left, yours to the right",
        ]
    );
}
