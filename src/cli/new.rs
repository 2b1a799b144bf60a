//! `comeback new`: the file of a new entry, ready to be written in.

use super::args::{Global, New};
use super::{content_problems, eprintln, init, plain_flags, print_diagnostics, println};
use crate::build;
use crate::config::Config;
use crate::diag::Failure;
use crate::entry::{Entry, Visibility};
use crate::journal::is_entry;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;

/// Makes the entry, or says where the day's entry is.
pub(super) fn run(args: &New, global: &Global) -> Result<ExitCode, Failure> {
    let config = match build::settings(&global.root, &plain_flags(global)?)? {
        Ok(config) => config,
        Err(diagnostics) => {
            print_diagnostics(&diagnostics, global);
            return Ok(content_problems());
        }
    };
    let date = args.date.unwrap_or(config.today);
    let entries = build::entries(&global.root, &config)?;
    let mut dated: Vec<&Arc<Entry>> = entries.iter().filter(|e| is_entry(&e.path) && e.date.is_some()).collect();
    dated.sort_by(|a, b| (a.date, &a.path).cmp(&(b.date, &b.path)));
    if let Some(there) = dated.iter().find(|e| e.date == Some(date)).filter(|_| !args.another) {
        let path = global.root.join(&*there.path);
        if args.edit {
            open(&path)?;
            return Ok(ExitCode::SUCCESS);
        }
        eprintln(&format!("{date} has an entry already (--another makes a second one):"));
        println(&path.display().to_string());
        return Ok(content_problems());
    }
    let last = dated.iter().rev().find(|e| e.date.is_some_and(|d| d <= date)).map(|e| &***e);
    let path = free_path(&global.root, date, &slug(&args.title));
    init::write(&path, &text(&args.title, date, last, &config))?;
    println(&path.display().to_string());
    if args.edit {
        open(&path)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A file name of the day and the title that is not taken.
fn free_path(root: &Path, date: Date, slug: &str) -> std::path::PathBuf {
    let folder = root.join("content/journal");
    let names = std::iter::once(format!("{date}-{slug}.md")).chain((2..).map(|n| format!("{date}-{slug}-{n}.md")));
    let mut free = names.map(|name| folder.join(name)).filter(|path| !path.exists());
    free.next().unwrap_or_else(|| folder.join(format!("{date}-{slug}.md")))
}

/// The text of the new file: what the last entry says and most likely still holds, and empty places for the rest.
fn text(title: &str, date: Date, last: Option<&Entry>, config: &Config) -> String {
    let mut out = String::from("---\n");
    let _ = writeln!(out, "title: {}", quoted(title));
    let _ = writeln!(out, "date: {date}");
    if config.injuries.len() > 1 {
        let same = last.and_then(|e| e.injury.as_ref()).map_or(config.injuries[0].slug.as_str(), |(slug, _)| slug);
        let _ = writeln!(out, "injury: {same}");
    }
    if last.is_some_and(|e| e.visibility == Visibility::Private) {
        out.push_str("visibility: private\n");
    }
    out.push_str("tags: []\n# 0 to 10; what is left empty stays unknown. The next day's score is added tomorrow.\n");
    out.push_str("pain:\n  before:\n  during:\n  after:\n  next_day:\n");
    let unit = config.units.symbol();
    let _ = writeln!(out, "# sessions:\n#   - {{type: walk, distance: 2 {unit}, duration: 25 min, rpe: 2}}");
    out.push_str("---\n\n");
    out
}

/// A title as YAML reads it back: JSON's quoting is a part of YAML's, which forbids more characters as they are, or takes
/// them for line breaks.
fn quoted(title: &str) -> String {
    let mut out = String::new();
    for c in serde_json::Value::from(title).to_string().chars() {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Opens a file in the writer's editor and waits for it.
fn open(path: &Path) -> Result<(), Failure> {
    let editor =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let Some(editor) = editor else {
        return Err(Failure::new("no editor is set").hint("set VISUAL or EDITOR, for example EDITOR=nano"));
    };
    // `code --wait` is an editor with an argument.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Command::new(program).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("the editor `{editor}` ended with {status}"))),
        Err(error) => Err(Failure::new(format!("the editor `{editor}` can't be started: {error}"))),
    }
}
