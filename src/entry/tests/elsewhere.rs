//! Other people's layouts, read by `[front_matter.map]`.

use super::*;
use crate::config::KeyElsewhere;
use crate::diag::Place;
use crate::units::{Metres, Score};

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
            "4:13 warning: unknown key `wellbeing.mood`",
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
            "3:1 warning: unknown key `soreness` | is it `pain`, which stands here already?",
            "4:1 warning: unknown key `deep`",
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

/// What is read, whatever is wrong with it.
fn read_with(front: &str, config: &Config) -> Entry {
    read(PATH, &format!("---\n{front}\n---\n"), config).value.expect("an entry")
}

#[test]
fn a_key_is_read_from_inside_the_mapping_of_its_own_name() {
    let map = mapped(&[("pain", "pain.level"), ("image", "image.url"), ("mileage", "run.miles")]);
    let front = "pain:\n  level: 4\n  where: knee\nimage: {url: a.jpg}\nrun: {miles: 3, shoes: old}";
    assert_eq!(lines(front, &map), ["4:3 warning: unknown key `pain.where`", "6:17 warning: unknown key `run.shoes`"]);
    let entry = read_with(front, &map);
    assert_eq!(entry.pain, [Pain { worst: Score::new(4.0), ..Pain::default() }]);
    assert_eq!((entry.mileage, entry.image.map(|(path, _)| path).as_deref()), (Some(Metres(3000)), Some("a.jpg")));
    assert_eq!(lines("pain: {level: 14, where: knee}", &map)[..1], ["2:15 error: pain is 0 to 10, found 14"]);
    let allowed = Config { allow: vec!["pain.where".to_owned(), "run".to_owned()], ..map };
    assert_eq!(lines(front, &allowed), [""; 0]);
}

#[test]
fn values_are_moved_into_the_items_of_lists() {
    let map = mapped(&[
        ("exercises", "workout"),
        ("exercises[].load", "workout[].weight"),
        ("exercises[].name", "workout[].lift"),
    ]);
    let front = "workout:\n  - {lift: Squat, sets: 3, reps: 5, weight: 60 kg}\n  - {lift: Row, sets: 3, reps: 8, weight: x, mood: 3}";
    assert_eq!(
        lines(front, &map),
        [
            "4:43 error: load is a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`, found the text `x`",
            "4:46 warning: unknown key `mood` in `exercises`",
        ]
    );
    let squat = &read_with(front, &map).exercises[0];
    assert_eq!((squat.name.as_str(), &squat.load), ("Squat", &Some(Load::Kilograms(60.0))));
    // From the items of a list that stays where it is, and within one.
    let apart = mapped(&[("sessions[].distance", "runs[].km"), ("sessions[].type", "runs[].what")]);
    let front = "runs:\n  - {km: 5, what: run}\n  - {km: 3, what: walk}";
    let kinds: Vec<_> = read_with(front, &apart).sessions.iter().map(|s| (s.kind, s.distance)).collect();
    assert_eq!(kinds, [(SessionKind::Run, Some(Metres(5000))), (SessionKind::Walk, Some(Metres(3000)))]);
    let within = mapped(&[("sessions[].distance", "sessions[].far"), ("sessions[].pain", "sessions[].pain.level")]);
    let front = "sessions: [{type: run, far: 5 km, pain: {level: 2}}]";
    let session = &read_with(front, &within).sessions[0];
    assert_eq!((session.distance, session.pain.as_ref().and_then(|p| p.during)), (Some(Metres(5000)), Score::new(2.0)));
}

#[test]
fn two_keys_are_read_into_one() {
    let map = mapped(&[("tags", "categories"), ("tags", "keywords"), ("mileage", "km"), ("mileage", "distance")]);
    let front = "tags: hip\ncategories: [knee, rehab]\nkeywords: slow\nkm: 5\ndistance: 6";
    let entry = read_with(front, &map);
    assert_eq!(
        (entry.tags, entry.mileage),
        (["hip", "knee", "rehab", "slow"].map(str::to_owned).to_vec(), Some(Metres(5000)))
    );
    let said =
        lines("categories: [knee]\nkeywords: \"a, b\"", &mapped(&[("tags", "categories"), ("tags", "keywords")]));
    assert_eq!(said, ["3:11 warning: `a, b` is one tag | several tags are a list: `tags: [running, rehab]`"]);
}

#[test]
fn nested_keys_are_allowed_by_their_way() {
    let front = "sessions: [{type: run, shoes: old, pain: {during: 2, laces: tight}}]\nshoes: new";
    let allowing =
        |allow: &[&str]| Config { allow: allow.iter().map(|key| (*key).to_owned()).collect(), ..mapped(&[]) };
    let all = [
        "2:24 warning: unknown key `shoes` in `sessions`",
        "2:54 warning: unknown key `laces` in `pain`",
        "3:1 warning: unknown key `shoes`",
    ];
    let mut said = lines(front, &allowing(&[]));
    said.sort();
    assert_eq!(said, all);
    let mut said = lines(front, &allowing(&["sessions.shoes"]));
    said.sort();
    assert_eq!(said, all[1..]);
    assert_eq!(lines(front, &allowing(&["sessions[].shoes", "sessions.pain.laces", "shoes"])), [""; 0]);
}
