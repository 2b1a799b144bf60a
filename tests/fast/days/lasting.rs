//! What is written stays as it is, importing twice is importing once, no word is lost and no input does harm.

use super::{config, project, split};
use crate::support::{Project, Ran};
use comeback::import::days::{HowToSplit, StandingFiles, file, read};
use proptest::prelude::*;

#[track_caller]
fn import(project: &Project, args: &[&str]) -> Ran {
    project.run_with(&[&["import", "days"], args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")])
}

const DIARY: &str = "# 2019\n## 3 May\nrun 5k, pain 2\n## 4 May - The pool\nPain: 1\n\nWent with Tom.\n\nCold.\n## 5 May\nfine\n## 6 May\n";

#[test]
fn a_dry_run_shows_all_of_it_and_the_import_writes_the_same() {
    let project = project();
    project.write("diary.md", DIARY);
    let entry = "---\ntitle: \"The pool\"\ndate: 2019-05-04\npain: 1\n---\n\nWent with Tom.\n\nCold.\n";
    let before = project.tree(".");
    let ran = import(&project, &["diary.md", "--dry-run"]);
    let expected = "\
content/log/diary.txt: would get 1 new line
  2019-05-03  run 5k, pain 2
content/journal/2019-05-04-the-pool.md: would be a new entry from diary.md:4 (2 lines of text; understood: pain 1)
  ---
  title: \"The pool\"
  date: 2019-05-04
  pain: 1
  ---

  Went with Tom.

  Cold.
content/journal/2019-05-05.md: would be a new entry from diary.md:10 (1 line of text)
  ---
  date: 2019-05-05
  ---

  fine
not written, since nothing is said:
  diary.md:12: 2019-05-06
nothing was written (--dry-run)
";
    assert_eq!(ran, Ran { status: 0, stdout: expected.to_owned(), stderr: String::new() });
    assert_eq!(project.tree("."), before);
    let ran = import(&project, &["diary.md"]);
    let expected = "\
content/log/diary.txt: 1 new line
  2019-05-03  run 5k, pain 2
content/journal/2019-05-04-the-pool.md: new entry from diary.md:4 (2 lines of text; understood: pain 1)
content/journal/2019-05-05.md: new entry from diary.md:10 (1 line of text)
not written, since nothing is said:
  diary.md:12: 2019-05-06
";
    assert_eq!(ran, Ran { status: 0, stdout: expected.to_owned(), stderr: String::new() });
    assert_eq!(project.read("content/journal/2019-05-04-the-pool.md"), entry);
    assert_eq!(project.read("content/log/diary.txt"), "2019-05-03  run 5k, pain 2\n");
    assert_eq!(project.read("diary.md"), DIARY);
    let after = project.tree(".");
    let ran = import(&project, &["diary.md"]);
    let expected = "\
nothing new
1 line was there already
2 entries were there already
not written, since nothing is said:
  diary.md:12: 2019-05-06
";
    assert_eq!(ran, Ran { status: 0, stdout: expected.to_owned(), stderr: String::new() });
    assert_eq!(project.tree("."), after, "importing twice is importing once");
    project.build([]);
    assert!(project.has("public/journal/the-pool/index.html"));
}

#[test]
fn what_was_typed_is_left_alone_and_named() {
    let project = project();
    project.write("diary.md", DIARY);
    project.write("content/journal/2019-05-04-the-pool.md", "mine\n");
    project.write("content/journal/2019-05-03-other.md", "---\ntitle: O\n---\nrun\n");
    project.write("content/log/diary.txt", "2019-05-03  run 6k # mine\r\n");
    project.write("content/log.txt", "2019-05-03  sleep 7\n");
    let before = project.tree("content");
    let ran = import(&project, &["diary.md"]);
    let expected = "\
content/journal/2019-05-05.md: new entry from diary.md:10 (1 line of text)
left alone, since another text stands there:
  content/journal/2019-05-04-the-pool.md (diary.md:4)
not written, since the log has another line of that day:
  diary.md:2: 2019-05-03  run 5k, pain 2
    content/log/diary.txt:1: 2019-05-03  run 6k # mine
not written, since nothing is said:
  diary.md:12: 2019-05-06
these days have something already, and sessions of one day add up:
  2019-05-03: content/journal/2019-05-03-other.md
  2019-05-03: content/log.txt:1
";
    assert_eq!(ran, Ran { status: 0, stdout: expected.to_owned(), stderr: String::new() });
    let mut after = project.tree("content");
    assert!(after.remove("journal/2019-05-05.md").is_some());
    assert_eq!(after, before);
    // New days go in by date, and lines that are there stay byte for byte.
    project.write("diary.md", "## 2019-05-01\nrest\n## 2019-05-03\nrun 5k, pain 2\n## 2019-05-09\npain 1\n");
    import(&project, &["diary.md"]);
    assert_eq!(
        project.read("content/log/diary.txt"),
        "2019-05-01  rest\r\n2019-05-03  run 6k # mine\r\n2019-05-09  pain 1\r\n"
    );
}

#[test]
fn an_address_that_is_taken_keeps_its_entry() {
    let project = project();
    project.write("content/journal/2019-06-01-the-pool.md", "---\ntitle: The pool\n---\nWords.\n");
    project.write("diary.md", DIARY);
    import(&project, &["diary.md"]);
    let text = project.read("content/journal/2019-05-04-the-pool.md");
    assert!(text.contains("\nslug: 2019-05-04-the-pool\n"), "{text}");
    let after = project.tree(".");
    // An earlier day of the same name that comes in later takes no address either.
    project.write("diary.md", DIARY.replace("# 2019\n", "# 2019\n## 1 April The pool\nA.\nB.\n"));
    let ran = import(&project, &["diary.md"]);
    assert_eq!(
        ran.stdout.lines().next(),
        Some("content/journal/2019-04-01-the-pool.md: new entry from diary.md:2 (2 lines of text)")
    );
    assert!(
        ran.stdout.contains("2 entries were there already") && !ran.stdout.contains("left alone"),
        "{}",
        ran.stdout
    );
    project.remove("content/journal/2019-04-01-the-pool.md").write("diary.md", DIARY);
    assert_eq!(project.tree("."), after);
}

#[test]
fn the_receipt_is_one_object_of_json_where_asked_for() {
    let project = project();
    project.write(
        "d.md",
        "Before.\n\n## 2019-05-03\nrun 5k\n## 2019-05-04 Walk\nOne.\nTwo.\n## 2019-05-05\n## 2019-05-06 Hm\n",
    );
    let ran = import(&project, &["--message-format", "json", "d.md"]);
    let receipt: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let expected = serde_json::json!({
        "log": "content/log/d.txt",
        "added": [{"place": "d.md:3", "line": "2019-05-03  run 5k"}, {"place": "d.md:9", "line": "2019-05-06  \"Hm\""}],
        "lines_there": 0, "lines_left_alone": [], "entries_there": [], "entries_left_alone": [],
        "entries": [{
            "file": "content/journal/2019-05-04-walk.md", "place": "d.md:5", "understood": [], "lines_of_text": 2,
            "text": "---\ntitle: \"Walk\"\ndate: 2019-05-04\n---\n\nOne.\nTwo.\n",
        }],
        "not_understood": [{"place": "d.md:9", "text": "Hm"}],
        "outside": [{"place": "d.md:1", "text": "Before.", "lines": 1}],
        "silent": [{"place": "d.md:8", "date": "2019-05-05"}],
        "twice": [], "dry_run": false,
    });
    assert_eq!((receipt, ran.status, ran.stderr.as_str()), (expected, 0, ""));
}

#[test]
fn errors_write_nothing_and_a_log_is_no_diary() {
    let project = project();
    project
        .write("d.md", "## 2019-05-03\nrest\n## 03/05/2019\nrest\n")
        .write("content/log/a.txt", "2019-05-03  rest\n");
    let before = project.tree(".");
    let ran = import(&project, &["d.md"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("--> d.md:3:4") && ran.stderr.contains("--dates dmy"), "{}", ran.stderr);
    let ran = import(&project, &["content/log/a.txt"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("this is a log, and its days count as they stand"), "{}", ran.stderr);
    assert_eq!(import(&project, &["none.md"]).status, 2);
    assert_eq!(project.tree("."), before);
    let ran = import(&project, &["d.md", "--dates", "mdy"]);
    assert_eq!(
        ran.stdout,
        "content/log/d.txt: 2 new lines\n  2019-03-05  rest\n  2019-05-03  rest\n\
         these days have something already, and sessions of one day add up:\n  2019-05-03: content/log/a.txt:1\n"
    );
}

/// The blocks of code of the guide's page.
fn blocks() -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/diary.md");
    let text = std::fs::read_to_string(path).expect("the guide's page");
    let parts = text.split("```").skip(1).step_by(2);
    parts.map(|part| part.split_once('\n').map_or("", |(_, block)| block).to_owned()).collect()
}

#[test]
fn the_guide_s_examples_give_what_it_says() {
    let project = project();
    let blocks = blocks();
    let [_, diary, line, entry, table] = blocks.as_slice() else { panic!("{blocks:#?}") };
    project.write("diary.md", diary).write("t.csv", table);
    import(&project, &["diary.md"]);
    assert_eq!(&project.read("content/log/diary.txt"), line);
    assert_eq!(&project.read("content/journal/2024-05-04-the-pool.md"), entry);
    import(&project, &["t.csv"]);
    assert_eq!(
        project.read("content/log/t.txt"),
        "2024-05-03  run 5.2 km 31:20, pain before 1 after 2, \"felt good\"\n"
    );
}

#[test]
fn ten_thousand_days_are_read_in_linear_time() {
    let day = |n: i64| jiff::civil::date(1990, 1, 1).checked_add(jiff::Span::new().days(n)).expect("a day");
    let text: String = (0..10_000).map(|n| format!("## {}\npain 2/2/3, run 5k 30:00\n", day(n))).collect();
    let (diary, filed, told) = split("d.md", &text, None);
    assert_eq!((diary.days.len(), filed.added.len(), told), (10_000, 10_000, Vec::new()));
    let table: String = (0..10_000).map(|n| format!("{},5k,2\n", day(n))).collect();
    let (_, filed, told) = split("d.csv", format!("date,run,pain\n{table}"), None);
    assert_eq!((filed.added.len(), told), (10_000, Vec::new()));
}

/// Texts as diaries have them, and others.
fn diaries() -> impl Strategy<Value = String> {
    let date = (1u32..29, 1u32..13, 0usize..9).prop_map(|(day, month, form)| match form {
        0 => format!("## 2024-{month:02}-{day:02}"),
        1 => format!("## {day} May 2024 - zor title"),
        2 => format!("**{day}.{month}.2024** zor"),
        3 => format!("2024-{month:02}-{day:02} "),
        4 => format!("- 2024-{month:02}-{day:02}: zor"),
        5 => format!("### May {day}, 2024"),
        6 => "# May 2024".to_owned(),
        7 => format!("## {day}"),
        _ => format!("| 2024-{month:02}-{day:02} | 5k | 3 |"),
    });
    let line = prop_oneof![
        4 => date,
        3 => prop::sample::select(vec![
            "run 5k 30:00", "Pain: 3", "pain 2/2/3, rest", "- walk 2 km", "Morning: 1", "felt good, ran", "", "", "---",
            "### Sub", "```", "<!--", "-->", "%%", "private", "Draft: yes", "> quote", "| a | b |", "|---|---|", "| date | run |",
            "Plan:", "  - run 3k", "setback \"x\"", "\"said\"", "10%% x", "Mood: low", "# 2024", "===",
        ]).prop_map(str::to_owned),
        2 => "[ -~äß]{0,20}",
    ];
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

/// The words of a text, without signs.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..200), csv in any::<bool>()) {
        split(if csv { "d.csv" } else { "d.md" }, &bytes, None);
    }

    #[test]
    fn a_file_cut_anywhere_is_read(text in diaries(), at in 0usize..600) {
        let bytes = text.as_bytes();
        split("d.md", &bytes[..at.min(bytes.len())], None);
        split("d.txt", &bytes[..at.min(bytes.len())], None);
        split("d.csv", &bytes[..at.min(bytes.len())], None);
    }

    /// What is written is read without an error, no word is lost, and twice is once.
    #[test]
    fn no_word_is_lost_and_twice_is_once(text in diaries(), txt in any::<bool>()) {
        let path = if txt { "d.txt" } else { "d.md" };
        let config = config();
        let how = HowToSplit { config: &config, order: None };
        let checked = read(path, text.as_bytes(), how);
        prop_assume!(!checked.has_errors());
        let diary = checked.value;
        let filed = file(&diary, "d", &StandingFiles::default(), how);
        let mut written: String = filed.entries.iter().map(|entry| entry.text.as_str()).collect();
        if let Some(log) = &filed.log {
            written.push_str(&log.text);
            let text: std::sync::Arc<str> = log.text.as_str().into();
            let source = comeback::source::Source {
                path: "content/log/d.txt".into(),
                hash: Default::default(),
                content: comeback::source::Content::Text(text.clone()),
                stamp: Default::default(),
            };
            let (read, problems) = comeback::entry::parse_log(&source, &text, &config, None);
            prop_assert!(read.broken == 0, "{problems:?}");
        }
        let outside: usize = diary.outside.iter().map(|(_, _, n)| n).sum();
        if outside == 0 && diary.silent.is_empty() {
            let known = ["pain", "rest", "date", "run", "may", "draft", "yes", "d"];
            let kept = words(&written);
            let lost = words(&text).into_iter().find(|word| {
                let is_number = word.bytes().all(|b| b.is_ascii_digit());
                !is_number && !known.contains(&word.as_str()) && !kept.contains(word)
            });
            prop_assert_eq!(lost, None, "{}", written);
        }
        let logs = filed.log.clone().into_iter().collect();
        let standing = StandingFiles { entries: Vec::new(), logs };
        let again = file(&diary, "d", &standing, how);
        prop_assert!(again.log.is_none() && again.others.is_empty(), "{:?}", again);
        prop_assert_eq!(again.entries, filed.entries);
    }
}
