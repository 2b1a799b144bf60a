//! `comeback init`: a site that builds at once.
//!
//! Invariant: nothing in it is published that its writer didn't say, but for the sample that was asked for.

mod asked;

use super::global::Global;
use super::{dates, println, today};
use crate::config::Today;
use crate::diag::Failure;
use crate::text::slug::slug;
use crate::units::shift;
use asked::NewSite;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const SETTINGS: &str = include_str!("site.toml");

/// Entries to learn from; `{-1}`, `{-2}`… in their names and texts stand for days before today, which is left for the writer's own
/// first entry.
const SAMPLE: &[(&str, &str)] = &[
    ("content/_index.md", include_str!("_index.md")),
    ("content/about.md", include_str!("about.md")),
    ("content/journal/{-3}-how-it-began.md", include_str!("how-it-began.md")),
    ("content/journal/{-2}-first-walk.md", include_str!("first-walk.md")),
    ("content/journal/{-1}-what-next.md", include_str!("what-next.md")),
];

/// Options of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The new folder; it may exist if it is empty
    #[arg(value_name = "DIR")]
    pub(super) folder: std::path::PathBuf,
    /// The journal's title; on a terminal it is asked for, as are the next three
    #[arg(long, value_name = "TITLE", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(super) title: Option<String>,
    /// The injury's name, such as "right calf"
    #[arg(long, value_name = "NAME", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(super) injury: Option<String>,
    /// The day it began, as 2020-08-14, yesterday or -3d
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, requires = "injury", value_parser = dates::typed)]
    pub(super) onset: Option<dates::TypedDate>,
    /// What a bare distance means and what pages show
    #[arg(long, value_name = "UNIT", value_enum)]
    pub(super) units: Option<DistanceUnit>,
    /// Put three invented entries into it, to see how they are written
    #[arg(long)]
    pub(super) sample: bool,
}

/// The unit of distances.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum DistanceUnit {
    /// Kilometres
    Km,
    /// Miles
    Mi,
}

/// Makes the site.
pub(super) fn run(args: &InitArgs, global: &Global) -> Result<ExitCode, Failure> {
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
    let answers = NewSite::of(args, day);
    write(&folder.join("site.toml"), settings(&answers, args.sample))?;
    // `new` and `log` put files there; an empty folder shows where.
    fs::create_dir_all(folder.join("content/journal")).map_err(|e| Failure::io("cannot make", folder, &e))?;
    write(&folder.join(".gitignore"), "/public/\n/.comeback/\n")?;
    for (name, text) in if args.sample { SAMPLE } else { &[] } {
        write(&folder.join(with_days(name, day)), with_days(text, day))?;
    }
    println(&next_steps(&folder.display().to_string(), &answers, args.sample));
    Ok(ExitCode::SUCCESS)
}

/// What to do next; the folder's name is quoted where a shell would take it apart.
fn next_steps(folder: &str, answers: &NewSite, sample: bool) -> String {
    let plain = folder.chars().all(|c| c.is_alphanumeric() || "/._-~".contains(c));
    let typed = if plain { folder.to_owned() } else { format!("'{}'", folder.replace('\'', r"'\''")) };
    let (what, after) = if sample {
        (
            "a journal with three invented entries",
            "\nDelete the three entries in content/journal/, content/_index.md, content/about.md and `fictional` in site.toml before you publish.",
        )
    } else {
        ("a journal without an entry", "")
    };
    let unit = answers.units.symbol();
    format!(
        "{folder} is {what}. Next:\n  \
         cd {typed}\n  \
         comeback new \"First week\"     starts today's entry; a day in one line: comeback log \"pain 2, walk 2 {unit}\"\n  \
         comeback serve --open         shows the site while you write{after}"
    )
}

/// The settings, with what was answered; all else stands in them as a remark.
fn settings(answers: &NewSite, sample: bool) -> String {
    let fictional = if sample {
        "\n# Says on every page that all is invented, as the sample entries are.\nfictional = true\n"
    } else {
        ""
    };
    SETTINGS
        .replace("{title}", &quoted(answers.title.as_deref().unwrap_or("My comeback")))
        .replace("{version}", concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR")))
        .replace("{units}", answers.units.symbol())
        .replace("{fictional}", fictional)
        .replace("{injury}", &injury(answers))
}

/// The section of the injury, as a remark where none was named.
fn injury(answers: &NewSite) -> String {
    let mark = if answers.injury.is_some() { "" } else { "#" };
    let name = answers.injury.as_deref().unwrap_or("right calf");
    let mut text = String::from("# The injury that this journal is about. Day 1 is the onset.\n");
    let _ = writeln!(text, "{mark}[[injuries]]\n{mark}slug = {}\n{mark}name = {}", quoted(&slug(name)), quoted(name));
    let _ = match (answers.injury.is_some(), answers.onset) {
        (true, Some(onset)) => writeln!(text, "onset = {onset}"),
        _ => writeln!(text, "#onset = 2024-05-03"),
    };
    text.push_str("#site = \"calf\"\n#side = \"right\"\n");
    text.push_str("#baseline = \"30 km\"           # what you ran a week before it\n");
    text.push_str(
        "#diagnoses = [{ date = 2024-05-10, label = \"Strain of the soleus, grade 1\", short = \"strain\" }]\n",
    );
    text.push_str("#end = 2024-09-30             # its last day, once it is over\n");
    text
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
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
