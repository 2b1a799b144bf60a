//! How many instructions a build and an edit take, held to the rows `[instructions]` of `tests/budgets.toml`.
//!
//! `cargo bench --no-default-features --bench counted`, and with `UPDATE=1` before it to write down what was counted.
//!
//! Instructions are the same on every machine where times are not, but for what libraries choose by the processor: valgrind shows
//! them all the same one. Counted are the release binary's build, and an edit as `watch` makes it, in this program: ten edits of one
//! entry, less a run without any, by ten. Cards, search and preview are not in it, since the crates for them take minutes to
//! compile; what the stages do is.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use comeback::build::{Builder, Memory, Request, build_if_moved};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use jiff::civil::date;
use mimalloc::MiMalloc;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

#[path = "made.rs"]
mod made;

/// The program's own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const EDITS: u64 = 10;

/// How far a count may be from its row, in hundredths: what hash tables and the order of files make of one.
const MARGIN: u64 = 3;

/// Before the folder of a site and a number of edits: what follows is to be done, and not counted.
const EDIT: &str = "--edit";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == EDIT) {
        edit(Path::new(&arguments[at + 1]), arguments[at + 2].parse().expect("a number"));
        return ExitCode::SUCCESS;
    }
    // The journals are made first, and what is independent is counted side by side.
    let sites = [site(1000, 0), site(1000, 10_000), site(1000, 0), site(4000, 0)];
    let [plain, with_lines, edit_of_small, edit_of_large] = std::thread::scope(|scope| {
        let of = |at: usize, count: fn(&Path) -> u64| {
            let folder = sites[at].path();
            scope.spawn(move || count(folder))
        };
        [of(0, build), of(1, build), of(2, edits), of(3, edits)].map(|count| count.join().expect("a count"))
    });
    keep(&[
        ("build of 1000 entries", plain),
        ("build of 1000 entries and 10000 lines", with_lines),
        ("edit of 1000 entries", edit_of_small),
        ("edit of 4000 entries", edit_of_large),
    ])
}

/// A site of that many entries, one a day, and that many log lines on the days before them.
fn site(entries: i64, lines: i64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("site.toml", "title = \"T\"\nbase_url = \"https://e.org/\"\n");
    for day in 0..entries {
        write(&path_of(day), &format!("{}\n\n{}", made::text(day), prose(day)));
    }
    let mut log = String::new();
    for line in 0..lines {
        let day = date(1997, 12, 31).checked_sub(jiff::Span::new().days(lines - line)).expect("a date of this time");
        let at = |n: i64, of: i64| (line * 7919 + n * 104_729) % of;
        let _ = writeln!(
            log,
            "{day}  pain {}/{}/{}, run {}k {}:00 rpe {}, Bridge 3x{} @12kg, sleep 7:30",
            at(1, 4),
            at(2, 7),
            at(3, 5),
            2 + at(4, 9),
            15 + at(5, 40),
            at(6, 10),
            6 + at(7, 8)
        );
    }
    if lines > 0 {
        write("content/log.txt", &log);
    }
    folder
}

fn path_of(day: i64) -> String {
    format!("content/journal/entry-{day:05}.md")
}

/// Some paragraphs that differ by the day, with what markdown has.
fn prose(day: i64) -> String {
    let words =
        ["hamstring", "slow", "walk", "bridge", "physio", "week", "morning", "stairs", "patience", "hill", "again"];
    let mut text = String::new();
    for paragraph in 0..6 {
        let _ = write!(text, "## Part {paragraph}\n\n");
        for n in 0..60 {
            let word = words[usize::try_from((day * 31 + paragraph * 17 + n * 7) % 11).unwrap_or(0)];
            let _ = if n % 20 == 9 { write!(text, "**{word}** ") } else { write!(text, "{word} ") };
        }
        text.push_str("\n\n- one\n- two\n\n");
    }
    text
}

/// Builds a site, and then again after each of so many edits of one entry.
fn edit(root: &Path, edits: u64) {
    let request = Request { keep_going: true, ..Request::new(root, Flags::on(Today::Given(date(2030, 1, 1)))) };
    let mut builder = Builder::new(root, Some(&request.output), request.flags.clone());
    let mut memory = Memory::default();
    let path = root.join(path_of(500));
    let text = fs::read_to_string(&path).expect("an entry");
    for n in 0..=edits {
        if n > 0 {
            fs::write(&path, format!("{text}\nEdit {n}.\n")).expect("a file");
        }
        let outcome = build_if_moved(&mut builder, &mut memory, &request, &Look::Everything).expect("a folder");
        assert!(outcome.is_some_and(|outcome| outcome.report.is_some()), "edit {n} wrote nothing");
    }
    fs::write(&path, text).expect("a file");
}

/// The instructions of a build by the program.
fn build(root: &Path) -> u64 {
    let output = root.join("public");
    let _ = fs::remove_dir_all(&output);
    let mut program = counted(Path::new(env!("CARGO_BIN_EXE_comeback")));
    count(program.arg("--root").arg(root).args(["--today", "2030-01-01", "build", "--output"]).arg(output))
}

/// The instructions of an edit.
fn edits(root: &Path) -> u64 {
    let itself = std::env::current_exe().expect("a program");
    let of = |edits: u64| {
        let _ = fs::remove_dir_all(root.join("public"));
        count(counted(&itself).arg(EDIT).arg(root).arg(edits.to_string()))
    };
    of(EDITS).saturating_sub(of(0)) / EDITS
}

/// A program as valgrind runs it.
fn counted(program: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]).arg(program);
    command.env("RAYON_NUM_THREADS", "1").stdout(Stdio::null());
    command
}

/// The count in what valgrind prints: `==7== I   refs:      2,873,123,456`.
fn count(command: &mut Command) -> u64 {
    let output = command.output().expect("valgrind runs: it is a package of most systems");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}");
    let line = said.lines().find_map(|line| line.split_once("refs:")).expect("a count");
    line.1.trim().replace(',', "").parse().expect("a number")
}

/// Compares millions of instructions with the rows, and says which are passed or stand too high.
fn keep(counts: &[(&str, u64)]) -> ExitCode {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/budgets.toml");
    let text = fs::read_to_string(&path).expect("the budgets");
    let tables: BTreeMap<String, BTreeMap<String, u64>> = toml::from_str(&text).expect("tables of numbers");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut kept = true;
    for (name, count) in counts {
        let (found, row) = (count / 1_000_000, tables["instructions"].get(*name).copied().unwrap_or(0));
        let far = found.abs_diff(row) * 100 > row * MARGIN;
        println!("{name:40} {found:6} million of {row:6}{}", if far { "  <- not within 3 %" } else { "" });
        kept &= !far;
        let line = lines.iter_mut().find(|line| line.starts_with(&format!("\"{name}\" = ")));
        *line.expect("a row in the budgets") = format!("\"{name}\" = {found}");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, lines.join("\n") + "\n").expect("a file");
        return ExitCode::SUCCESS;
    }
    if !kept {
        println!("Whoever needs more says why where the row is raised; UPDATE=1 writes down what was counted.");
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
