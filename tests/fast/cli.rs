//! The command line: help, exit codes, `init`, `new`, the day and the colours.

use crate::support::{Project, SETTINGS, golden};

const ENTRY: &str =
    "-- content/journal/2020-08-14-first-run.md --\n---\ntitle: First run\npain: 2\n---\nA kilometre.\n";

/// All commands with their names as they are typed, those of groups too.
fn commands() -> Vec<clap::Command> {
    fn add(command: &clap::Command, all: &mut Vec<clap::Command>) {
        for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
            all.push(below.clone());
            add(below, all);
        }
    }
    // The width of a terminal is fixed here.
    let mut whole = comeback::cli::command().term_width(100);
    whole.build();
    let mut all = vec![whole.clone()];
    add(&whole, &mut all);
    all
}

fn name(command: &clap::Command) -> String {
    command.get_bin_name().unwrap_or_default().trim_start_matches("comeback ").to_owned()
}

#[test]
fn help_reads_as_it_did() {
    let mut all = String::new();
    for (at, mut command) in commands().into_iter().enumerate() {
        if at > 0 {
            all.push_str(&format!("\n\n==== {} ====\n", name(&command)));
        }
        all.push_str(&command.render_long_help().to_string());
    }
    golden("help.txt", &all);
}

#[test]
fn help_is_a_command_too() {
    let project = Project::empty();
    for (words, option) in
        [(&["help"][..], &["--help"][..]), (&["help", "theme", "eject"], &["theme", "eject", "--help"])]
    {
        let (said, meant) = (project.run_with(words, &[]), project.run_with(option, &[]));
        assert_eq!((said.status, &said.stdout), (0, &meant.stdout));
    }
}

#[test]
fn every_command_and_option_says_what_it_does() {
    for command in commands() {
        assert!(command.get_about().is_some(), "{} has no help", name(&command));
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{} {} has no help", name(&command), argument.get_id());
        }
    }
}

#[test]
fn a_new_site_has_nothing_invented_builds_and_takes_an_entry_and_a_line() {
    let project = Project::empty();
    let on = ["--today", "2021-03-04"];
    let told = ["--title", "Back \"soon\"", "--injury", "right calf", "--onset", "-3d", "--units", "mi"];
    let made = project.run_with(&[&on[..], &["init", "x"], &told].concat(), &[]);
    assert_eq!((made.status, made.stderr.as_str()), (0, ""));
    assert_eq!(
        made.stdout,
        "x is a journal without an entry. Next:\n  cd x\n  \
         comeback new \"First week\"     starts today's entry; a day in one line: comeback log \"pain 2, walk 2 mi\"\n  \
         comeback serve --open         shows the site while you write\n"
    );
    let files = project.tree("x");
    let files: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(files, [".gitignore", "site.toml"]);
    let settings = project.read("x/site.toml");
    let said = settings.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect::<Vec<_>>();
    assert_eq!(
        said,
        [
            "title = 'Back \"soon\"'",
            "base_url = \"https://example.org/\"",
            "units = \"mi\"",
            "[[injuries]]",
            "slug = \"right-calf\"",
            "name = \"right calf\"",
            "onset = 2021-03-01"
        ]
    );

    let run = |args: &[&str]| project.run_with(&[&on[..], &["--root", "x"], args].concat(), &[]);
    let built = run(&["build", "--strict"]);
    assert_eq!((built.status, built.stderr.as_str()), (0, ""));
    assert!(built.stdout.starts_with("0 entries on "), "{}", built.stdout);
    assert!(project.read("x/public/index.html").contains("There is no entry yet."));

    let new = run(&["new", "First week"]);
    assert_eq!((new.status, new.stderr.as_str()), (0, ""));
    assert_eq!(new.stdout, "x/content/journal/2021-03-04-first-week.md\n");
    assert_eq!(run(&["log", "pain 2, walk 2 mi"]).status, 0);
    let built = run(&["build", "--strict"]);
    assert!(built.stderr.starts_with("warning: the entry is as `comeback new` wrote it"), "nobody wrote in it yet");
    let path = "x/content/journal/2021-03-04-first-week.md";
    project.write(path, project.read(path) + "It went well.\n");
    let built = run(&["build", "--strict"]);
    assert_eq!((built.status, built.stderr.as_str()), (0, ""));
    assert!(project.read("x/public/journal/first-week/index.html").contains("<h1>First week</h1>"));
}

#[test]
fn a_sample_site_says_that_it_is_invented() {
    let project = Project::empty();
    let made = project.run(["--today", "2021-03-04", "init", "x", "--sample"]);
    assert_eq!((made.status, made.stderr.as_str()), (0, ""));
    assert!(made.stdout.starts_with("x is a journal with three invented entries. Next:\n"), "{}", made.stdout);
    assert!(made.stdout.ends_with("before you publish.\n"), "{}", made.stdout);
    let built = project.run(["--today", "2021-03-04", "--root", "x", "build", "--strict"]);
    assert_eq!((built.status, built.stderr.as_str()), (0, ""));
    assert!(built.stdout.starts_with("3 entries on "), "{}", built.stdout);
    assert!(project.read("x/public/index.html").contains("invented"), "fictional = true");
    // The day itself is left for the writer.
    let new = project.run(["--today", "2021-03-04", "--root", "x", "new", "First week"]);
    let lacks = "content/journal/2021-03-03-what-next.md has no score of the next day yet (--next-day SCORE adds it)\n";
    assert_eq!((new.status, new.stderr.as_str()), (0, lacks));
    assert_eq!(new.stdout, "x/content/journal/2021-03-04-first-week.md\n");
}

#[test]
fn every_setting_that_init_writes_as_a_remark_can_be_used() {
    for told in [&[][..], &["--injury", "left \\ knee", "--onset", "2021-03-01"], &["--injury", "膝"]] {
        let project = Project::empty();
        assert_eq!(project.run_with(&[&["--today", "2021-03-04", "init", "x"], told].concat(), &[]).status, 0);
        let settings = project.read("x/site.toml");
        let used = settings.lines().map(|line| match line.strip_prefix('#') {
            Some(setting) if setting.starts_with(|c: char| c.is_ascii_lowercase() || c == '[') => setting,
            _ => line,
        });
        // The onset that was told stands once.
        let mut seen = std::collections::HashSet::new();
        let used: Vec<&str> = used.filter(|line| !line.starts_with("onset") || seen.insert("onset")).collect();
        project.write("x/site.toml", used.join("\n"));
        let checked = project.run(["--today", "2024-10-04", "--root", "x", "check", "--strict"]);
        assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{}", used.join("\n"));
    }
}

#[test]
fn an_onset_is_that_of_an_injury() {
    let project = Project::empty();
    let ran = project.run(["init", "x", "--onset", "2021-03-01"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("--injury <NAME>"), "{}", ran.stderr);
    assert!(!project.has("x"));
}

#[test]
fn init_leaves_a_folder_with_something_in_it_alone() {
    let project = Project::new("-- x/notes.txt --\nmine\n");
    let ran = project.run(["init", "x"]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (2, "error: x is there already and is not empty\n  hint: name a new folder\n")
    );
    assert_eq!(project.tree("x").len(), 1);
}

#[test]
fn new_on_a_day_with_an_entry_names_it_and_exits_1() {
    let project = Project::new(ENTRY);
    let ran = project.run(["new", "Again", "--date", "2020-08-14"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.stdout, "./content/journal/2020-08-14-first-run.md\n");
    assert_eq!(ran.stderr, "2020-08-14 has an entry already (--another makes a second one):\n");
    assert_eq!(project.tree("content").len(), 1);

    let another = project.run(["new", "Again", "--date", "2020-08-14", "--another"]);
    assert_eq!((another.status, another.stdout.as_str()), (0, "./content/journal/2020-08-14-again.md\n"));
}

#[test]
fn new_keeps_any_title_as_typed() {
    let project = Project::new(ENTRY);
    for (title, day) in [("10: \"No\" # yes", "2020-08-20"), ("[x] - {a: b}", "2020-08-21"), ("!!", "2020-08-22")] {
        let new = project.run(["new", title, "--date", day]);
        assert_eq!(new.status, 0);
        let path = new.stdout.trim();
        project.write(path, project.read(path) + "Text.\n");
    }
    project.build(["--future"]);
    let pages: String =
        project.tree("public/journal").values().map(|b| String::from_utf8_lossy(b).into_owned()).collect();
    for shown in ["<h1>10: &quot;No&quot; # yes</h1>", "<h1>[x] - {a: b}</h1>", "<h1>!!</h1>"] {
        assert!(pages.contains(shown), "{shown}");
    }
}

#[test]
fn new_without_a_date_takes_today() {
    let project = Project::new(ENTRY);
    assert_eq!(project.run(["--today", "2020-10-01", "new", "A"]).stdout, "./content/journal/2020-10-01-a.md\n");
    // 1600000000 is 2020-09-13 in UTC.
    assert_eq!(project.run(["new", "B"]).stdout, "./content/journal/2020-09-13-b.md\n");
}

#[test]
fn the_day_decides_what_is_still_to_come() {
    let project = Project::new(ENTRY);
    let left_out = "left out: 1 scheduled entry (the next on 2020-08-14; --future builds them now): content/journal/2020-08-14-first-run.md";
    for (args, variables, held) in [
        (&["--today", "2020-08-13", "build"][..], &[][..], true),
        (&["build", "--today", "2020-08-14"], &[], false),
        (&["build"], &[("SOURCE_DATE_EPOCH", "1597276799")], true),
        (&["build"], &[("SOURCE_DATE_EPOCH", "1597363200")], false),
        (&["build", "--today", "2020-08-13"], &[("SOURCE_DATE_EPOCH", "1597363200")], true),
        (&["build", "--today", "2020-08-13", "--future"], &[], false),
    ] {
        let ran = project.run_with(args, variables);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert_eq!(ran.stdout.starts_with(left_out), held, "{args:?} {variables:?}: {}", ran.stdout);
        assert_eq!(project.has("public/journal/first-run/index.html"), !held);
    }
}

#[test]
fn usage_and_system_failures_exit_2() {
    let project = Project::new(ENTRY);
    for (args, said) in [
        (&["biuld"][..], "unrecognized subcommand 'biuld'"),
        (&["build", "--today", "tomorrow"], "invalid value 'tomorrow' for '--today <DATE>'"),
        (&["build", "--root", "nowhere"], "error: cannot read nowhere/site.toml"),
        (&["build", "--output", "content"], "/content holds the site's sources, so nothing is written there"),
        (&["build", "--output", "."], " holds the site's sources, so nothing is written there"),
    ] {
        let ran = project.run_with(args, &[]);
        assert_eq!(ran.status, 2, "{args:?} {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{args:?} {}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
    let ran = project.run_with(&["build"], &[("SOURCE_DATE_EPOCH", "soon")]);
    assert_eq!((ran.status, ran.stderr.as_str()), (2, "error: SOURCE_DATE_EPOCH is not a number of seconds: `soon`\n"));
}

#[test]
fn failures_keep_to_the_format() {
    let project = Project::new(ENTRY);
    let ran = project.run(["build", "--root", "nowhere", "--message-format", "json"]);
    let line: serde_json::Value = serde_json::from_str(ran.stderr.trim_end()).expect("one JSON object");
    assert_eq!((ran.status, &line["severity"], &line["code"]), (2, &"error".into(), &"failure".into()));
    let ran = project.run(["build", "--root", "nowhere", "--message-format", "github"]);
    assert!(ran.stderr.starts_with("::error::cannot read nowhere/site.toml"), "{}", ran.stderr);
}

#[test]
fn colours_come_when_asked_for_and_never_into_a_pipe() {
    let project = Project::new("-- content/journal/2020-08-14-a.md --\n---\npain: 11\n---\n");
    let colored =
        |args: &[&str], variables: &[(&str, &str)]| project.run_with(args, variables).stderr.contains('\u{1b}');
    assert!(!colored(&["check"], &[]));
    assert!(colored(&["check", "--color", "always"], &[]));
    assert!(!colored(&["check", "--color", "never"], &[]));
    assert!(!colored(&["check"], &[("NO_COLOR", "1"), ("TERM", "xterm-256color")]));
}

#[test]
fn check_writes_nothing_and_counts() {
    let project = Project::new(ENTRY);
    let ran = project.run(["check"]);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "checked 1 entry\n", ""));
    assert!(!project.has("public"));
}

#[test]
fn timings_name_every_stage() {
    let ran = Project::new(ENTRY).run(["build", "--timings"]);
    let stages: Vec<&str> = ran.stderr.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let expected = "read scan parse assemble look theme plan keys photos privacy render search publish total";
    assert_eq!(stages.join(" "), expected);
}

#[test]
fn check_tells_of_mornings_after_that_nobody_scored() {
    let entry = |day: &str, front: &str| format!("-- content/journal/2020-09-{day}.md --\n---\n{front}\n---\n");
    let files = [
        // Too long ago to be remembered: 14 days before the last entry.
        entry("01-long-ago", "pain: {after: 2}"),
        entry("02-first", "pain: {after: 2}"),
        entry("04-said", "pain: {during: 2, next_day: 1}"),
        entry("05-said-by-the-day-after", "pain: {during: 2}"),
        entry("06-before", "pain: {before: 1}"),
        entry("08-session", "sessions:\n  - {type: run, pain: {during: 1}}"),
        entry("09-after-it-without-a-score", "pain: {before: }"),
        entry("15-last", "pain: {during: 2}"),
    ];
    let project = Project::new(&files.concat());
    let missing = "content/journal/2020-09-02-first.md, content/journal/2020-09-08-session.md";
    let last = ", content/journal/2020-09-15-last.md";
    for (today, told) in [("2020-09-15", ""), ("2020-09-16", last)] {
        let ran = project.run(["--today", today, "check", "--strict"]);
        let expected = format!("no score of the next day: {missing}{told}\nchecked 8 entries\n");
        assert_eq!((ran.status, ran.stdout, ran.stderr.as_str()), (0, expected, ""));
    }
}

#[test]
fn a_theme_that_is_copied_makes_the_same_site() {
    let project = Project::new(ENTRY);
    project.build([]);
    let before = project.tree("public");
    let names = project.run(["theme", "eject"]).stdout;
    assert!(names.contains("templates/entry.html\n") && names.contains("static/style.css\n"), "{names}");
    for name in names.lines() {
        let ran = project.run(["theme", "eject", name]);
        assert_eq!((ran.status, ran.stdout), (0, format!("./themes/trailhead/{name}\n")), "{}", ran.stderr);
    }
    assert_eq!(project.tree("themes/trailhead").len(), names.lines().count());
    project.build([]);
    assert!(project.tree("public") == before);
}

#[test]
fn a_file_of_the_theme_is_named_with_or_without_its_folder_and_never_overwritten() {
    let project = Project::new(ENTRY);
    let ran = project.run(["theme", "eject", "entri.html"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    let start =
        "error: the built-in theme has no file `entri.html`\n  hint: did you mean `entry.html`? it has templates/";
    assert!(ran.stderr.starts_with(start), "{}", ran.stderr);

    assert_eq!(project.run(["theme", "eject", "style.css"]).stdout, "./themes/trailhead/static/style.css\n");
    project.write("themes/trailhead/static/style.css", "mine");
    let ran = project.run(["theme", "eject", "static/style.css"]);
    let said = "the site has the file already, and it is left as it is:\n";
    let path = "./themes/trailhead/static/style.css\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (1, path, said));
    assert_eq!(project.read("themes/trailhead/static/style.css"), "mine");

    project.write("site.toml", format!("{SETTINGS}theme = \"own\"\n"));
    assert_eq!(project.run(["theme", "eject", "base.html"]).stdout, "./themes/own/templates/base.html\n");
}

#[test]
fn a_copied_file_of_the_theme_is_compared_with_the_built_in_one() {
    let project = Project::new(ENTRY);
    let ran = project.run(["theme", "eject", "tags.html", "--diff"]);
    let lost = "error: the site has no ./themes/trailhead/templates/tags.html to compare\n  \
                hint: `comeback theme eject templates/tags.html` copies the built-in one\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (2, "", lost));

    project.run(["theme", "eject", "tags.html"]);
    project.run(["theme", "eject", "style.css"]);
    let path = "themes/trailhead/templates/tags.html";
    let ran = project.run(["theme", "eject", "tags.html", "--diff"]);
    let same = "the site's file says the same as the built-in one\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", same));

    let text = project.read(path);
    let (first, rest) = text.split_once('\n').expect("lines");
    project.write(path, format!("{first}\n{{# mine #}}\n{rest}"));
    let names = project.run(["theme", "eject"]).stdout;
    let told: Vec<&str> = names.lines().filter(|line| line.contains("yours")).collect();
    assert_eq!(
        told,
        ["templates/tags.html  (yours differs: --diff shows how)", "static/style.css  (yours is the same)"]
    );
    let ran = project.run(["theme", "eject", "tags.html", "--diff"]);
    let version = env!("CARGO_PKG_VERSION");
    let lines: Vec<&str> = rest.lines().take(3).collect();
    let expected = format!(
        "--- templates/tags.html (built in, comeback {version})\n+++ ./{path}\n@@ -1,4 +1,5 @@\n {first}\n+{{# mine #}}\n {}\n",
        lines.join("\n ")
    );
    assert_eq!((ran.status, ran.stdout, ran.stderr.as_str()), (0, expected, ""));
}

#[test]
fn completions_know_every_command() {
    let project = Project::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = project.run(["completions", shell]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        for command in commands() {
            let last = name(&command).rsplit(' ').next().unwrap_or_default().to_owned();
            assert!(ran.stdout.contains(&last), "{shell}: {last}");
        }
    }
    let script = project.run(["completions", "bash"]).stdout;
    project.write("comeback.bash", script);
    let Ok(checked) = std::process::Command::new("bash").arg("-n").arg(project.path("comeback.bash")).output() else {
        eprintln!("SKIPPED: there is no bash to read its completions");
        return;
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn the_manual_is_one_page_or_a_page_for_each_command() {
    let project = Project::empty();
    let ran = project.run(["man"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let sections: Vec<&str> = ran.stdout.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    let expected = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "\"OPTIONS OF EVERY COMMAND\"",
        "COMMANDS",
        "\"EXIT STATUS\"",
        "ENVIRONMENT",
        "FILES",
    ];
    assert_eq!(sections, expected);
    assert_eq!(ran.stdout.lines().filter(|line| line.starts_with(".TH ")).count(), 1);
    for command in commands().iter().skip(1) {
        let name = name(command);
        assert!(ran.stdout.contains(&format!(".SS \"comeback {name}\"\n")), "{name}");
        for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
            let option = format!("\\-\\-{}", option.replace('-', "\\-"));
            assert!(ran.stdout.contains(&option), "{name} {option}");
        }
    }

    let ran = project.run(["man", "--output", "man1"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let pages = project.tree("man1");
    let names: Vec<String> =
        commands().iter().map(|c| format!("comeback {}", name(c)).trim().replace(' ', "-")).collect();
    let mut expected: Vec<String> =
        names.iter().map(|name| name.replace("comeback-comeback", "comeback") + ".1").collect();
    expected.sort();
    assert_eq!(pages.keys().cloned().collect::<Vec<_>>(), expected);
    for (name, page) in &pages {
        let page = String::from_utf8_lossy(page);
        assert!(page.contains(".TH ") && page.contains(".SH NAME\n") && page.contains(".SH SYNOPSIS\n"), "{name}");
    }
}

#[test]
fn a_pipe_that_is_closed_early_ends_quietly() {
    let project = Project::new(ENTRY);
    for args in [&["man"][..], &["completions", "zsh"], &["theme", "eject"], &["why", "/"], &["--help"], &["check"]] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_comeback"));
        command.args(args).current_dir(project.root()).stderr(std::process::Stdio::piped());
        let mut child = command.stdout(std::process::Stdio::piped()).spawn().expect("the program runs");
        drop(child.stdout.take());
        let ran = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!((ran.status.code(), &*said), (Some(0), ""), "{args:?}");
    }
}
