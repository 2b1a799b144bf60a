use super::*;

/// Reads a YAML text and lists what was reported, one `line:col message | hint` a line.
fn check(yaml: &str, keys: &'static [&'static [Key]], read: impl FnOnce(&Fields<'_>)) -> Vec<String> {
    let document = match Document::yaml("a.md", yaml, 0..yaml.len()) {
        Ok(document) => document,
        Err(problem) => return vec![line(&problem)],
    };
    if let Some(fields) = document.fields(keys) {
        read(&fields);
        fields.finish(&[], |_| None);
    }
    let mut problems = document.into_problems();
    crate::diag::sort(&mut problems);
    problems.iter().map(line).collect()
}

fn line(d: &Diagnostic) -> String {
    let place = d.place.as_ref().map(|p| format!("{}:{} `{}`", p.line, p.column, &p.excerpt[p.span.start..p.span.end]));
    let hint = d.hints.first().map(|h| format!(" | {h}"));
    format!("{} {}{}", place.unwrap_or_default(), d.message, hint.unwrap_or_default())
}

#[test]
fn every_problem_has_its_place_in_flow_and_block_style() {
    let yaml = "title: [a]\npain: {before: 11, during: x}\nlist:\n  - name: ä\n    rpe: 99\nTags: 1\ndraft: no\n";
    const ITEM: &[Key] = &[Key::new("rpe", Form::Number(0.0, 10.0), "")];
    const PAIN: &[Key] = &[Key::new("before", Form::Score, ""), Key::new("during", Form::Score, "")];
    const KEYS: &[Key] = &[
        Key::new("title", Form::Text, ""),
        Key::new("tags", Form::List(&Form::Text), ""),
        Key::new("draft", Form::Bool, ""),
        Key::new("pain", Form::Mapping(&[PAIN]), ""),
        Key::new("list", Form::List(&Form::Mapping(&[ITEM])), ""),
    ];
    let found = check(yaml, &[KEYS], |f| {
        f.read("title", Value::text);
        f.read("tags", |v| Some(v.texts()));
        f.read("draft", Value::bool);
        let pain = f.read("pain", Value::mapping).expect("a mapping");
        pain.read("before", Value::score);
        pain.read("during", Value::score);
        let items = f.get("list").expect("a list").items();
        let item = items[0].mapping().expect("a mapping");
        item.read("rpe", Value::number);
        item.finish(&[], |_| None);
    });
    assert_eq!(
        found,
        [
            "1:8 `[a]` title is text, found a list",
            "2:16 `11` before is 0 to 10, found 11",
            "2:28 `x` during is a number from 0 to 10, found the text `x`",
            "4:5 `name` unknown key `name` in `list`",
            "5:10 `99` rpe is 0 to 10, found 99",
            "6:1 `Tags` `Tags` is read as `tags`",
            "7:8 `no` draft is true or false, found the text `no` | write `false`",
        ]
    );
}

#[test]
fn keys_given_twice_are_named_with_both_places() {
    const KEYS: &[Key] = &[Key::new("pain", Form::Score, ""), Key::new("mood", Form::Text, "")];
    let found = check("pain: 1\nmood: 3\npain: 2\n", &[KEYS], |f| {
        f.get("pain");
        f.get("mood");
    });
    assert_eq!(found, ["3:1 `pain` `pain` is given twice"]);
}

#[test]
fn syntax_errors_have_a_place_and_a_hint() {
    assert_eq!(
        check("title: Week 12: first run\n", &[], |_| {}),
        [
            "1:8 `Week 12: first run` a text with a colon and a space in it needs quotes | write `\"Week 12: first run\"`"
        ]
    );
    assert_eq!(
        check("just text\n", &[], |_| {}),
        ["1:1 `just text` `key: value` lines are expected here, found the text `just text`"]
    );
    assert_eq!(
        check("title: \"é \u{1}\"\n", &[], |_| {}),
        ["1:11 `\u{1}` control characters are not allowed | delete the invisible character here"]
    );
    assert_eq!(check("", &[], |_| {}), [""; 0]);
}

#[test]
fn deep_nesting_is_refused_before_it_costs_time() {
    let deep = format!("a: {}", "[".repeat(60_000));
    assert_eq!(check(&deep, &[], |_| {}), ["1:68 `[` brackets nest deeper than 64"]);
    let large = format!("a: {}", "x".repeat(LARGEST));
    assert!(check(&large, &[], |_| {})[0].contains("bytes are too many"));
}

#[test]
fn dates_in_all_forms() {
    const DAY: Form = Form::Date;
    const KEYS: &[Key] = &[
        Key::new("a", DAY, ""),
        Key::new("b", DAY, ""),
        Key::new("c", DAY, ""),
        Key::new("d", DAY, ""),
        Key::new("e", DAY, ""),
        Key::new("f", DAY, ""),
        Key::new("g", DAY, ""),
        Key::new("h", DAY, ""),
        Key::new("i", DAY, ""),
        Key::new("j", DAY, ""),
        Key::new("k", DAY, ""),
        Key::new("l", DAY, ""),
    ];
    let found = check(
        "a: 2020-08-14\nb: 20200814\nc: 14/08/2020\nd: 2020-08-14 07:20\ne: 2020-08-14T07:20:00+02:00\nf: 2020-02-30\ng: 2020-08-14 noon\nh: 2020-08-14 14:00:00 -4\ni: 2020-08-14 9:00\nj: 2020-08-14 25:61\nk: 2020-08-14T12:00:00.5Z\nl: 2020-08-14 12:00 UTC\n",
        &[KEYS],
        |f| {
            let expected = jiff::civil::date(2020, 8, 14);
            for key in ["a", "b", "d", "e", "h", "i", "k", "l"] {
                assert_eq!(f.read(key, Value::date), Some(expected), "{key}");
            }
            for key in ["c", "f", "g", "j"] {
                assert_eq!(f.read(key, Value::date), None, "{key}");
            }
        },
    );
    let hint = "dates are year-month-day: 2020-08-14";
    assert_eq!(
        found,
        [
            "2:4 `20200814` b is read as 2020-08-14 | write `2020-08-14`".to_owned(),
            "3:4 `14/08/2020` c `14/08/2020` is no date | write `2020-08-14`".to_owned(),
            "6:4 `2020-02-30` f `2020-02-30` is no date | there is no such day".to_owned(),
            format!("7:4 `2020-08-14 noon` g `2020-08-14 noon` is no date | {hint}"),
            "10:4 `2020-08-14 25:61` j `2020-08-14 25:61` is no date | write `2020-08-14`".to_owned(),
        ]
    );
}

#[test]
fn toml_has_places_too() {
    let text = "title = \"x\"\n[nav]\nhome = 3\n[[phases]]\nname = \"A\"\nstrat = 1\n";
    const PHASE: &[Key] = &[Key::new("name", Form::Text, ""), Key::new("start", Form::Date, "")];
    const KEYS: &[Key] =
        &[Key::new("title", Form::Text, ""), Key::new("phases", Form::List(&Form::Mapping(&[PHASE])), "")];
    let document = Document::toml("site.toml", text);
    let fields = document.fields(&[KEYS]).expect("a table");
    fields.read("title", Value::text);
    let phases = fields.get("phases").expect("a list").items();
    let phase = phases[0].mapping().expect("a table");
    phase.read("name", Value::text);
    phase.get("start");
    phase.finish(&[], |_| None);
    fields.finish(&[], |_| None);
    let found: Vec<_> = document.into_problems().iter().map(line).collect();
    assert_eq!(found, ["6:1 `strat` unknown key `strat` in `phases`", "2:2 `nav` unknown key `nav`"]);
}
