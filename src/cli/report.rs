//! `comeback report`: one page for whoever treats the writer.
//!
//! Private fields are shown by settings that are made here and handed to nothing but the page.

mod earlier;
mod pdf;

use super::dates::{self, TypedDate};
use super::global::Global;
use super::{content_problems, eprintln, open_settings, plain_flags, print, print_diagnostics, println};
use crate::build::{Builder, Request};
use crate::config::{Config, PrivateField};
use crate::diag::{Failure, Severity};
use crate::journal::Calendar;
use crate::publish::{WishedFile, WishedKind};
use crate::report::{Brief, Material, Paper, Period, PhysioPage, Start, Topic};
use crate::theme;
use crate::units::shift;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use earlier::{Earlier, MadeReport};
use jiff::civil::Date;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Options of `report`.
#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    /// The first day, as 2020-08-14, yesterday or -3d
    #[arg(
        long,
        value_name = "DATE",
        allow_hyphen_values = true,
        value_parser = dates::typed,
        conflicts_with = "since_last"
    )]
    from: Option<TypedDate>,
    /// The last day; today if not given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = dates::typed, requires = "from")]
    to: Option<TypedDate>,
    /// Go on from the day after the last report's end, up to the last day that has a note
    ///
    /// Every page that this command makes is a report, with --output or without; its days are kept in .comeback/, for each injury
    /// apart. Where nothing was noted since, it is the last report's days again. Where there was none, the page says so and has the last 28
    /// days.
    #[arg(long)]
    since_last: bool,
    /// The injury, by its slug or its name; without it all entries together
    #[arg(long, value_name = "INJURY")]
    injury: Option<String>,
    /// The sheet that it is printed on
    #[arg(long, value_name = "PAPER", default_value = "a4", ignore_case = true, value_parser = one_of(&Paper::WORDS))]
    paper: Paper,
    /// What is on it
    ///
    /// Several with commas between; without it all of them. They stand in the order of the page.
    #[arg(long, value_name = "A,B", value_delimiter = ',', ignore_case = true, value_parser = one_of(&Topic::WORDS))]
    sections: Vec<Topic>,
    /// Write it to a file: as PDF where the name ends in .pdf, which takes a Chromium, else as HTML
    ///
    /// The variable CHROMIUM may say where one is. The file can't be in a folder that is published.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    output: Option<PathBuf>,
}

/// Makes the page of all entries that can be read, and remembers its days.
///
/// Warnings are left to `check`; errors are told, since the page lacks these entries.
pub(super) fn run(args: &ReportArgs, global: &Global) -> Result<ExitCode, Failure> {
    let flags = plain_flags(global)?;
    let output = Request::new(&global.root, flags.clone()).output;
    let target = args.output.as_deref().map(|path| Target::of(path, &global.root, &output)).transpose()?;
    let Some(config) = open_settings(global, &flags)? else { return Ok(content_problems()) };
    // Whoever has the sheet in hand is shown what no page of the site shows.
    let config = Config { show: PrivateField::ALL.to_vec(), ..config };
    let injury = args.injury.as_deref().map(|name| super::stats::injury(name, &config)).transpose()?;
    let mut builder = Builder::new(&global.root, Some(&output), flags);
    let mut checked = builder.journal(&config)?;
    let journal = checked.value;
    let loaded = theme::load(builder.sources(), &config);
    checked.diagnostics.extend(loaded.diagnostics);
    checked.diagnostics.retain(|d| d.severity == Severity::Error);
    print_diagnostics(&checked.diagnostics, global);
    let mut earlier = Earlier::read(&global.root);
    let last = journal.days(injury).map_or(config.today, Calendar::last);
    let slug = injury.map_or("", |index| config.injuries[index].slug.as_str());
    let (period, before, start) = days(args, last, config.today, earlier.last(slug))?;
    let topics = match args.sections.as_slice() {
        [] => Topic::WORDS.map(|(_, topic)| topic).to_vec(),
        some => some.to_vec(),
    };
    let brief = Brief { period, before, start, injury, topics, paper: args.paper };
    let material = Material { journal: &journal, config: &config, language: &loaded.value.language, brief: &brief };
    let html = match PhysioPage::of(&material).html(&loaded.value) {
        Ok(html) => html,
        Err(problem) => {
            print_diagnostics(&[problem], global);
            return Ok(content_problems());
        }
    };
    match target {
        Some(target) => {
            println(&target.write(html.as_bytes())?.display().to_string());
        }
        None => print(html.as_bytes()),
    }
    if let Err(error) = earlier.add(MadeReport { period, injury: slug.to_owned() }) {
        eprintln(&format!("note: --since-last won't know of this report, since .comeback/ can't be written: {error}"));
    }
    Ok(if checked.diagnostics.is_empty() { ExitCode::SUCCESS } else { content_problems() })
}

/// The days of the page, those that they are compared with, and how they were chosen.
fn days(
    args: &ReportArgs,
    last: Date,
    today: Date,
    earlier: Option<Period>,
) -> Result<(Period, Period, Start), Failure> {
    if let Some(from) = args.from {
        let from = from.resolve(today);
        let to = args.to.map_or(today, |to| to.resolve(today));
        if to < from {
            let message = format!("the report ends on {to}, before it begins on {from}");
            return Err(Failure::new(message).hint("--from is the earlier day, --to the later one"));
        }
        let period = Period { from, to };
        return Ok((period, period.before(), Start::Given));
    }
    let usual = Period::ending(last, Period::USUAL);
    match earlier.filter(|_| args.since_last) {
        None if args.since_last => Ok((usual, usual.before(), Start::NoReport)),
        None => Ok((usual, usual.before(), Start::Usual)),
        Some(earlier) if earlier.to < last => {
            Ok((Period { from: shift(earlier.to, 1), to: last }, earlier, Start::LastReport))
        }
        Some(earlier) => {
            eprintln("note: nothing was noted since the last report; this one has its days again");
            Ok((earlier, earlier.before(), Start::Given))
        }
    }
}

/// A file for the page, and what prints it where it is a PDF.
struct Target {
    file: WishedFile,
    browser: Option<PathBuf>,
}

impl Target {
    /// The file of a path, if a report may stand there; that a PDF can't be printed is told before the page is made.
    fn of(path: &Path, root: &Path, output: &Path) -> Result<Self, Failure> {
        let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let file = WishedFile::at(root, output, path, if is_pdf { WishedKind::Pdf } else { WishedKind::Html })?;
        Ok(Self { file, browser: is_pdf.then(pdf::browser).transpose()? })
    }

    /// Writes a page as the kind of file that its name says; returns its path.
    fn write(self, html: &[u8]) -> Result<PathBuf, Failure> {
        let printed = self.browser.map(|browser| pdf::printed(&browser, html)).transpose()?;
        let path = self.file.path.clone();
        let beside = self.file.begin()?;
        let bytes = printed.as_deref().unwrap_or(html);
        beside.file().write_all(bytes).map_err(|error| Failure::io("cannot write", &path, &error))?;
        beside.put()?;
        Ok(path)
    }
}

/// Reads one of some words, in whatever case it is typed.
fn one_of<T: Copy + Send + Sync + 'static>(words: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(words.iter().map(|(word, _)| *word));
    names.try_map(|typed| {
        let known = words.iter().find(|(word, _)| typed.eq_ignore_ascii_case(word));
        known.map(|(_, value)| *value).ok_or("no such word")
    })
}
