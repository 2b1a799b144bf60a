//! What `comeback export` wrote gives the same figures when it is read back.

use super::plain::{Journal, Status, TODAY, day};
use super::{assembled_with, figures, same, settings, whose};
use crate::support::Project;
use comeback::import::{ImportedBytes, read_export};

/// Journals that are exported and read back; each runs the program.
const EXPORTED: u64 = 48;

#[test]
fn an_export_gives_the_figures_of_the_public_journal() {
    for seed in 0..EXPORTED {
        let mut made =
            Journal::made(seed).with_lines(false, |at| (at as u64 + seed).is_multiple_of(3)).with_spans(seed);
        made.entries.retain(|entry| entry.status == Status::Public);
        made.count_private = false;
        let text =
            format!("{}[privacy]\nshow = [\"cost\", \"provider\", \"body_weight\", \"medication\"]\n", made.settings());
        let project = Project::empty();
        project.write("site.toml", &text).write("content/log.txt", made.log());
        for (path, text) in made.files() {
            project.write(&path, text);
        }
        let format = if seed % 2 == 0 { "csv" } else { "json" };
        let ran = project.run(["export", "--format", format, "--today", &day(TODAY).to_string()]);
        assert_eq!(ran.status, 0, "{seed}: {}", ran.stderr);
        let config = settings(&text);
        let back = read_export("journal", ran.stdout.as_bytes(), &config);
        assert!(back.diagnostics.is_empty(), "{seed}: {:?}", back.diagnostics);
        let numbers: Vec<_> = back.value.left_out.iter().filter(|left| !left.why.contains("numbers alone")).collect();
        assert!(numbers.is_empty(), "{seed}: {numbers:?}");
        let (mut files, mut log) = (Vec::new(), String::new());
        for file in back.value.files {
            let ImportedBytes::Text(text) = file.bytes else { panic!("{}", file.path) };
            if file.path == "content/log.txt" { log = text } else { files.push((file.path, text)) }
        }
        let before = assembled_with(&config, &made.files(), &made.log());
        let after = assembled_with(&config, &files, &log);
        for injury in whose(&made) {
            let (before, after) = (figures(&before, &config, injury), figures(&after, &config, injury));
            same(&format!("{seed}, {injury:?}\n{}\n{}", ran.stdout, made.log()), &before, &after);
        }
    }
}

#[test]
fn a_small_export_becomes_these_files() {
    let csv = "\
date,metric,site,side,value,unit,source
2020-08-03,pain.before,,,1,0-10,content/journal/2020-08-03-a.md
2020-08-03,pain.worst,knee,left,2,0-10,content/journal/2020-08-03-a.md
2020-08-03,session.run,,,true,,content/journal/2020-08-03-a.md
2020-08-03,session.run.distance,,,5000,m,content/journal/2020-08-03-a.md
2020-08-03,session.run.pain.during,,,2,0-10,content/journal/2020-08-03-a.md
2020-08-03,session.swim,,,true,,content/journal/2020-08-03-a.md
2020-08-03,exercise.calf-raise,,both,true,,content/journal/2020-08-03-a.md
2020-08-03,exercise.calf-raise.reps,,both,8,reps,content/journal/2020-08-03-a.md
2020-08-03,exercise.calf-raise.reps,,both,6,reps,content/journal/2020-08-03-a.md
2020-08-03,exercise.calf-raise.name,,,calf RAISE,,content/journal/2020-08-03-a.md
2020-08-03,trigger,,,'-stairs,,content/journal/2020-08-03-a.md
2020-08-03,rest,,,true,,content/journal/2020-08-03-a.md
2020-08-04,entry,,,true,,content/journal/2020-08-04-b.md
2020-08-05,pain.worst,,,3,0-10,content/log.txt
2020-08-05,line,,,true,,content/log.txt
2020-08-05,note,,,\"slept \"\"badly\"\"\",,content/log.txt
2020-08-06,span.line,,,2020-08-09,,content/log.txt
2020-08-06,span.session.walk,,,true,,content/log.txt
2020-08-01,covers,,,2020-08-31,,content/log.txt
2020-08-10,exercise.squat.reps,,,8,reps,content/journal/c.md
2020-08-32,pain.worst,,,3,0-10,content/log.txt
2020-08-11,pain.worst,,,30,0-10,content/log.txt
";
    let config = settings("title = \"T\"\nbase_url = \"https://e.org/\"\n");
    let back = read_export("old.csv", csv.as_bytes(), &config);
    let mut out = String::new();
    for file in &back.value.files {
        let ImportedBytes::Text(text) = &file.bytes else { panic!("{}", file.path) };
        out += &format!("== {} from {}\n{text}", file.path, file.place);
    }
    for left in &back.value.left_out {
        out += &format!("-- {} ({}) {}\n", left.what, left.place, left.why);
    }
    crate::support::golden("import/export.txt", &out);
}

#[test]
fn what_is_no_export_is_an_error_and_cuts_are_no_panic() {
    let project = Project::new("-- a.csv --\nday,pain\n2020-01-01,3\n-- b.json --\n{\"rows\": 3}\n-- c.csv --\n");
    for (file, said) in [
        ("a.csv", "this is no export of comeback: it has no column `date`"),
        ("b.json", "this is no export of comeback: it has no `rows`"),
        ("c.csv", "this is no export of comeback: it has no column `date`"),
    ] {
        let path = project.path(file).display().to_string();
        let ran = project.run(["import", "export", &path]);
        assert_eq!(ran.status, 1, "{file}");
        assert!(ran.stderr.contains(said), "{file}: {}", ran.stderr);
    }
    let made =
        Project::new("-- content/journal/2020-08-03-a.md --\n---\npain: 2/2/3\nsessions: [run 5k 30:00]\n---\nText.\n");
    let config = settings("title = \"T\"\nbase_url = \"https://e.org/\"\n");
    for format in ["csv", "json"] {
        let whole = made.run(["export", "--format", format]).stdout;
        for percent in 0..=100 {
            let cut = &whole.as_bytes()[..whole.len() * percent / 100];
            let _ = read_export("a", cut, &config);
            let mut flipped = whole.clone().into_bytes();
            let at = (flipped.len() - 1) * percent / 100;
            flipped[at] ^= 1 << (percent % 8);
            let _ = read_export("a", &flipped, &config);
        }
    }
}

#[test]
fn an_export_is_read_back_by_the_command_once() {
    let project = Project::new(
        "-- old/site.toml --\ntitle = \"T\"\nbase_url = \"https://e.org/\"\n-- new/site.toml --\ntitle = \"T\"\nbase_url = \"https://e.org/\"\n-- old/content/journal/2020-08-03-a.md --\n---\npain: 2\n---\nWords.\n-- old/content/log.txt --\n2020-08-04  pain 1, rest\n",
    );
    let [old, new] = ["old", "new"].map(|site| project.path(site).display().to_string());
    let export = project.run(["--root", &old, "export", "--format", "csv"]).stdout;
    project.write("old.csv", &export);
    let file = project.path("old.csv").display().to_string();
    let ran = project.run(["--root", &new, "import", "export", &file]);
    let expected = format!(
        "1 entry new\n1 log new\ndid not come, since an export holds numbers alone (3): titles and texts ({file}), private fields and what wasn't public ({file}), photos and comments ({file})\n"
    );
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, expected.as_str(), ""));
    let figures = |site: &str| project.run(["--root", site, "stats", "--json"]).stdout;
    assert_eq!(figures(&old), figures(&new));
    let again = project.run(["--root", &new, "import", "export", &file]);
    assert!(again.stdout.starts_with("nothing new\n2 files were there already\n"), "{}", again.stdout);
}
