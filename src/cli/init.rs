//! `comeback init`: a complete small site that builds at once.

use super::args::{Global, Init};
use super::{println, today};
use crate::config::Today;
use crate::diag::Failure;
use crate::units::shift;
use jiff::civil::Date;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// The files of a new site; `{-1}`, `{-2}`… in their names and texts stand for days before today, which is left for the
/// writer's own first entry.
const FILES: &[(&str, &str)] = &[
    ("site.toml", include_str!("init/site.toml")),
    (".gitignore", "/public/\n"),
    ("content/_index.md", include_str!("init/_index.md")),
    ("content/about.md", include_str!("init/about.md")),
    ("content/journal/{-3}-how-it-began.md", include_str!("init/how-it-began.md")),
    ("content/journal/{-2}-first-walk.md", include_str!("init/first-walk.md")),
    ("content/journal/{-1}-what-next.md", include_str!("init/what-next.md")),
];

/// Makes the site.
pub(super) fn run(args: &Init, global: &Global) -> Result<ExitCode, Failure> {
    let folder = &args.folder;
    let holds_something = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if holds_something || folder.is_file() {
        let message = format!("{} is there already and is not empty", folder.display());
        return Err(Failure::new(message).hint("name a new folder"));
    }
    let day = match today(global)? {
        Today::Given(day) => day,
        Today::Clock(now, zone) => now.to_zoned(zone).date(),
    };
    for (name, text) in FILES {
        write(&folder.join(with_days(name, day)), with_days(text, day))?;
    }
    let shown = folder.display();
    println(&format!("{shown} is a small journal. Next:"));
    println(&format!("  cd {shown}"));
    println("  comeback build              writes the site to public/");
    println("  comeback new \"First week\"   starts today's entry");
    Ok(ExitCode::SUCCESS)
}

/// Replaces `{-1}`, `{-2}` and `{-3}` by the dates of the days before today.
fn with_days(text: &str, day: Date) -> String {
    [-1, -2, -3]
        .into_iter()
        .fold(text.to_owned(), |text, back| text.replace(&format!("{{{back}}}"), &shift(day, back).to_string()))
}

/// Writes a file that must not be there yet, and the folders above it.
pub(super) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    use std::io::Write;
    let failed = |e: std::io::Error| Failure::io("cannot write", path, &e);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::File::create_new(path).map_err(failed)?;
    file.write_all(bytes.as_ref()).map_err(failed)
}
