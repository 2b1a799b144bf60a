//! The guide: inside the program, whole, and true of every command and option.

use crate::support::Project;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide")
}

fn page(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a page of the guide")
}

/// The names of the pages.
fn names() -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder()).expect("the guide").flatten().map(|e| e.file_name().display().to_string()).collect();
    names.sort_unstable();
    names
}

/// A page's fenced blocks: their languages and texts.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let language = line.trim_start_matches('`');
        let fence = &line[..line.len() - language.len()];
        if fence.len() >= 3 {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
            blocks.push((language.to_owned(), inside.join("\n") + "\n"));
        }
    }
    blocks
}

/// What a cell of a table may hold.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "\\<").replace('\n', " ")
}

/// An option as it is typed, with its value.
fn typed(argument: &clap::Arg) -> String {
    let value =
        argument.get_value_names().and_then(|names| names.first()).filter(|_| argument.get_action().takes_values());
    match (argument.get_long(), value) {
        (Some(long), Some(value)) => format!("`--{long} {value}`"),
        (Some(long), None) => format!("`--{long}`"),
        (None, _) => format!("`{}`", value.map_or_else(|| argument.get_id().as_str(), |value| value.as_str())),
    }
}

/// What an argument does, the words that it takes, and what holds without it.
fn meaning(argument: &clap::Arg) -> String {
    let help = argument.get_long_help().or_else(|| argument.get_help()).map(ToString::to_string).unwrap_or_default();
    let sentences = help.split("\n\n").map(|part| {
        let part = cell(part).split_whitespace().collect::<Vec<_>>().join(" ");
        if part.ends_with('.') { part } else { part + "." }
    });
    let mut said = sentences.collect::<Vec<_>>().join(" ");
    if argument.get_action().takes_values() {
        let words: Vec<String> =
            argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
        if !words.is_empty() {
            said += &format!(" One of {}.", words.join(", "));
        }
        let default: Vec<String> = argument.get_default_values().iter().map(|v| format!("`{}`", v.display())).collect();
        if !default.is_empty() {
            said += &format!(" Without it {}.", default.join(", "));
        }
    }
    said
}

fn rows(arguments: &[&clap::Arg]) -> String {
    let rows = arguments.iter().map(|argument| format!("| {} | {} |\n", typed(argument), meaning(argument)));
    format!("\n| you type | what it does |\n|---|---|\n{}", rows.collect::<String>())
}

/// The sections of the commands below one.
fn sections(above: &clap::Command, out: &mut String) {
    for command in above.get_subcommands().filter(|command| command.get_name() != "help") {
        let name = command.get_bin_name().expect("a name");
        let about =
            command.get_long_about().or_else(|| command.get_about()).map(ToString::to_string).unwrap_or_default();
        let paragraphs: Vec<String> = about.split("\n\n").map(|p| p.trim().replace('<', "\\<")).collect();
        let stop = if paragraphs.len() == 1 || !paragraphs[0].ends_with('.') { "." } else { "" };
        let rest: String = paragraphs[1..].iter().map(|p| format!("\n{p}\n")).collect();
        out.push_str(&format!("\n### {name}\n\n{}{stop}\n{rest}", paragraphs[0]));
        let own = |a: &&clap::Arg| !a.is_global_set() && !matches!(a.get_id().as_str(), "help" | "version");
        let arguments: Vec<&clap::Arg> = command.get_arguments().filter(own).collect();
        if !arguments.is_empty() {
            out.push_str(&rows(&arguments));
        }
        sections(command, out);
    }
}

/// The reference of the command line, as the program itself knows it.
fn reference() -> String {
    let mut whole = comeback::cli::command();
    whole.build();
    let global: Vec<&clap::Arg> = whole.get_arguments().filter(|a| a.is_global_set()).collect();
    let mut out = format!("### Options of every command\n{}", rows(&global));
    sections(&whole, &mut out);
    out
}

#[test]
fn the_page_of_commands_has_every_command_and_option() {
    const HEADING: &str = "## Every command\n\n";
    let text = page("commands.md");
    let (head, typed) = text.split_once(HEADING).expect("the heading");
    let reference = reference();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(folder().join("commands.md"), format!("{head}{HEADING}{reference}")).expect("the page");
    } else {
        assert!(typed == reference, "commands.md is not what the commands say; UPDATE=1 rewrites it");
    }
}

#[test]
fn commands_and_options_that_pages_name_are_there() {
    let mut whole = comeback::cli::command();
    whole.build();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for name in names() {
        let text = page(&name);
        for (at, _) in text.match_indices("comeback ") {
            let before = text[..at].chars().next_back();
            if !matches!(before, Some('`' | ' ' | '\n')) || !is_code(&text, at) {
                continue;
            }
            let line = text[at..].split(['`', '\n', '|', '>', '#', '…']).next().unwrap_or_default();
            let words: Vec<&str> = line.split_whitespace().skip(1).collect();
            if let Err(unknown) = follow(&whole, &words) {
                wrong.push(format!("{name}: {line}: {unknown}"));
            }
            seen += 1;
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen > 50, "{seen}");
}

/// Whether a place is in a block or between backticks.
fn is_code(text: &str, at: usize) -> bool {
    let fences = text[..at].lines().filter(|line| line.starts_with("```")).count();
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    fences % 2 == 1 || line.matches('`').count() % 2 == 1
}

/// Follows a command to its last word that names a command, and looks its options up.
fn follow(whole: &clap::Command, words: &[&str]) -> Result<(), String> {
    let mut command = whole;
    let mut is_named = false;
    for word in words {
        if let Some(option) = word.strip_prefix("--") {
            let option = option.split('=').next().unwrap_or_default().trim_end_matches([',', '.', '"', ';']);
            let known = command.get_arguments().any(|a| a.get_long() == Some(option) || option.is_empty());
            if !known {
                return Err(format!("no option --{option}"));
            }
        } else if let Some(below) = command.find_subcommand(word) {
            command = below;
            is_named = true;
        } else if !is_named {
            return Err(format!("no command {word}"));
        }
    }
    Ok(())
}

#[test]
fn settings_and_entries_that_pages_show_are_read() {
    let mut built = 0;
    for name in ["start.md", "lessons.md", "privacy.md", "keeping.md", "upgrading.md"] {
        for (language, text) in blocks(&page(name)) {
            let project = Project::new("-- content/journal/2024-05-02-before.md --\nA day.\n");
            match language.as_str() {
                "toml" if text.contains("base_url") => project.write("site.toml", text),
                "toml" => {
                    project.write("site.toml", format!("title = \"T\"\nbase_url = \"https://example.org/\"\n\n{text}"))
                }
                "markdown" if text.starts_with("---\n") => project.write("content/journal/2024-05-03-today.md", text),
                "yaml" => {
                    let known = "---\nlessons: {id: score-the-morning, title: T}\n---\nA day.\n";
                    let entry = format!("---\n{text}---\nAnother day.\n");
                    project.write("content/journal/2024-05-01-known.md", known);
                    project.write("content/journal/2024-05-03-today.md", entry)
                }
                "text" if text.starts_with("20") => project.write("content/log.txt", text),
                _ => continue,
            };
            let ran = project.run(["check", "--today", "2024-05-20"]);
            assert!(ran.status == 0 && ran.stderr.is_empty(), "{name}: {}", ran.stderr);
            built += 1;
        }
    }
    assert!(built >= 5, "{built}");
}

#[test]
fn commands_of_the_new_pages_run() {
    let mut ran = Vec::new();
    for name in ["start.md", "lessons.md", "privacy.md", "keeping.md", "upgrading.md"] {
        let project = Project::new("-- my-comeback/empty --\n");
        let lines: String = blocks(&page(name)).into_iter().filter(|(l, _)| l == "sh").map(|(_, text)| text).collect();
        let mut folder = ".";
        for line in lines.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["cd", inside] => folder = if inside == "my-comeback" { "my-comeback" } else { panic!("{line}") },
                // Git's own commands are git's to test.
                ["git" | "printf", ..] => {}
                ["comeback", "init", "my-comeback"] => {
                    project.remove("my-comeback/empty");
                    ran.push(project.run(["init", "my-comeback"]));
                }
                ["comeback", "serve", "--open"] => ran.push(project.run(["serve", "--open", "--help"])),
                ["comeback", "new", ..] => ran.push(project.run(["--root", folder, "new", "First week"])),
                ["comeback", "log", ..] => {
                    ran.push(project.run(["--root", folder, "log", line.split('"').nth(1).expect("a line")]));
                }
                ["comeback", command @ ("check" | "build")] => ran.push(project.run(["--root", folder, command])),
                ["comeback", "build", "--diff"] => ran.push(project.run(["--root", folder, "build", "--diff"])),
                _ => panic!("a command that no test knows: {line}"),
            }
        }
    }
    assert!(ran.len() >= 7, "{}", ran.len());
    for done in &ran {
        assert_eq!(done.status, 0, "{}{}", done.stdout, done.stderr);
    }
}

#[test]
fn a_page_is_printed_for_a_terminal() {
    let project = Project::empty();
    let ran = project.run(["guide", "keeping", "--print"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("# Keeping it safe, and another computer\n\n"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("](") && ran.stdout.contains("(comeback guide privacy)"), "{}", ran.stdout);
    assert_eq!(project.run(["guide", "--print"]).stdout, project.run(["guide", "index.md", "--print"]).stdout);
}

#[test]
fn a_page_that_is_not_there_is_said_with_the_nearest() {
    let ran = Project::empty().run(["guide", "chart"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    let told = "error: the guide has no page `chart`\n  hint: did you mean `charts`? it has index, start, writing, ";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
}

#[test]
fn without_a_browser_the_path_of_the_page_is_said_and_only_the_temporary_folder_is_written() {
    let project = Project::empty();
    project.write("temporary/x", "");
    let temporary = project.path("temporary").display().to_string();
    let ran = project.run_with(&["guide", "log"], &[("PATH", "/nowhere"), ("TMPDIR", &temporary)]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.starts_with("the browser can't be opened: "), "{}", ran.stderr);
    let path = ran.stdout.trim().to_owned();
    assert!(path.starts_with(&temporary) && path.ends_with("/log.html"), "{path}");
    let shown = fs::read_to_string(&path).expect("the page");
    assert!(shown.contains("<h1>Days in one line</h1>"), "{shown}");
    // All links between the pages lead to files and to headings on them.
    let inside = Path::new(&path).parent().expect("a folder");
    let files = project.tree("");
    assert!(files.keys().all(|file| file.starts_with("temporary/")), "{:?}", files.keys());
    let mut followed = 0;
    for name in names() {
        let text = fs::read_to_string(inside.join(name.replace(".md", ".html"))).expect("a page");
        for link in text.split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if link.contains(':') {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { text.clone() } else { fs::read_to_string(inside.join(file)).expect(link) };
            assert!(heading.is_empty() || target.contains(&format!("id=\"{heading}\"")), "{name}: {link}");
            followed += 1;
        }
    }
    assert!(followed > 60, "{followed}");
}

#[test]
fn help_is_a_command_too() {
    let project = Project::empty();
    assert_eq!(project.run(["help"]).stdout, project.run(["--help"]).stdout);
    assert_eq!(project.run(["help", "build"]).stdout, project.run(["build", "--help"]).stdout);
}
