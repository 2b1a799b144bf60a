//! The command line: what was typed, turned into requests; what was found, printed.
//!
//! Results go to stdout, problems and progress to stderr. Exit status: 0 fine, 1 problems in the content, 2 wrong usage
//! or a failure of the system.
//!
//! Invariant: the only folder that knows the terminal, the environment and the clock.

#[cfg(feature = "import")]
mod activities;
mod args;
mod ask;
mod book;
mod build;
mod chart;
mod dates;
#[cfg(feature = "import")]
mod days;
mod deploy;
mod export;
#[cfg(feature = "external")]
mod external;
#[cfg(feature = "import")]
mod foreign;
mod global;
mod guide;
mod import_args;
#[cfg(feature = "import")]
mod imported;
mod init;
mod log;
mod manual;
mod new;
mod next_day;
#[cfg(feature = "serve")]
mod qr;
mod report;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod stats;
mod theme;
mod why;
#[cfg(feature = "import")]
mod wordpress;

pub use args::command;
pub use stats::json as stats_json;

use crate::build::{Builder, LeftOut, Outcome, Prepared, settings};
use crate::config::{Config, Flags, Today};
use crate::diag::{Diagnostic, Failure, Severity, show};
#[cfg(feature = "import")]
use crate::import::foreign as import;
use args::{Args, Color, Command, MessageFormat};
use clap::Parser;
use dates::TypedDate;
use global::Global;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Reads the command line, does what it says, and prints what came of it.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let global = Global::of(&args.global);
    let done = match &args.command {
        Command::Init(init) => init::run(init, &global),
        Command::New(new) => new::run(new, &global),
        Command::Log(log) => log::run(log, &global),
        Command::Build(build) => build::run(build, &global),
        #[cfg(feature = "serve")]
        Command::Serve(serve) => serve::run(serve, &global),
        #[cfg(feature = "serve")]
        Command::Watch(watch) => serve::watch(watch, &global),
        #[cfg(not(feature = "serve"))]
        Command::Serve(_) => Err(left_out("serve", "serve")),
        #[cfg(not(feature = "serve"))]
        Command::Watch(_) => Err(left_out("watch", "serve")),
        Command::Export(export) => export::run(export, &global),
        Command::Check(check) => build::check(check, &global),
        Command::Schema(schema) => schema::run(schema, &global),
        Command::Why(why) => why::run(why, &global),
        Command::Theme(theme) => theme::run(theme, &global),
        Command::Completions(completions) => Ok(manual::completions(completions)),
        Command::Man(man) => manual::man(man),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Activities(activities)) => activities::run(activities, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Days(days)) => days::run(days, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Wordpress(blog)) => wordpress::run(blog, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Jekyll(blog)) => foreign::blog(blog, import::jekyll, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Hugo(blog)) => foreign::blog(blog, import::hugo, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Obsidian(notes)) => foreign::notes(notes, import::obsidian, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Logseq(notes)) => foreign::notes(notes, import::logseq, &global),
        #[cfg(feature = "import")]
        Command::Import(import_args::ImportArgs::Export(export)) => foreign::export(export, &global),
        #[cfg(not(feature = "import"))]
        Command::Import(_) => Err(left_out("import", "import")),
        Command::Stats(stats) => stats::run(stats, &global),
        Command::Chart(chart) => chart::run(chart, &global),
        Command::Report(report) => report::run(report, &global),
        Command::Book(book) => book::run(book, &global),
        Command::Guide(guide) => guide::run(guide),
        Command::DeployFiles(deploy) => deploy::run(deploy, &global),
    };
    done.unwrap_or_else(|failure| {
        print_failure(&failure, &global);
        ExitCode::from(2)
    })
}

/// What is said of a command that this program was built without.
#[cfg(not(all(feature = "serve", feature = "external", feature = "import", feature = "book", feature = "cards")))]
fn left_out(command: &str, feature: &str) -> Failure {
    Failure::new(format!("this comeback was built without its feature `{feature}`, which `{command}` needs")).hint(
        format!("`cargo install` with `--features {feature}`, or with the default features, builds one that has it"),
    )
}

/// The settings of the site; `None` where their problems were printed instead.
fn open_settings(global: &Global, flags: &Flags) -> Result<Option<Config>, Failure> {
    Ok(settings(&global.root, flags)?.map_err(|problems| print_diagnostics(&problems, global)).ok())
}

/// The site as it is planned, and what planned it; `None` where its problems were printed instead.
fn open_site(global: &Global, flags: Flags) -> Result<Option<(Builder, Prepared)>, Failure> {
    let mut builder = Builder::new(&global.root, Some(&global.root.join("public")), flags);
    let prepared = builder.prepare()?.map_err(|problems| print_diagnostics(&problems, global));
    Ok(prepared.ok().map(|prepared| (builder, prepared)))
}

/// The exit status for problems in the content.
fn content_problems() -> ExitCode {
    ExitCode::from(1)
}

/// The time by the clock.
#[expect(clippy::disallowed_methods, reason = "the clock is asked here alone")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// The day that decides what is in the future: `--today`, then `SOURCE_DATE_EPOCH`, then the clock.
fn today(global: &Global) -> Result<Today, Failure> {
    match global.today {
        Some(TypedDate::On(day)) => return Ok(Today::Given(day)),
        // Days back from what the clock says here.
        Some(back) => {
            return Ok(Today::Given(back.resolve(jiff::Zoned::new(now(), jiff::tz::TimeZone::system()).date())));
        }
        None => {}
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let parsed = seconds.trim().parse().ok().and_then(|s| jiff::Timestamp::from_second(s).ok());
            let Some(time) = parsed else {
                return Err(Failure::new(format!("SOURCE_DATE_EPOCH is not a number of seconds: `{seconds}`")));
            };
            Ok(Today::Given(time.to_zoned(jiff::tz::TimeZone::UTC).date()))
        }
        Err(_) => Ok(Today::Clock(now(), jiff::tz::TimeZone::system())),
    }
}

/// The settings' share of the command line, for commands that publish nothing.
fn plain_flags(global: &Global) -> Result<Flags, Failure> {
    Ok(Flags::on(today(global)?))
}

fn print_failure(failure: &Failure, global: &Global) {
    match global.message_format {
        MessageFormat::Human => eprintln(&failure.to_string()),
        MessageFormat::Json | MessageFormat::Github => {
            let mut diagnostic = Diagnostic::error("failure", failure.message.clone());
            diagnostic.hints.extend(failure.hint.clone());
            eprint(&show::all(&[diagnostic], format(global), false));
        }
    }
}

fn format(global: &Global) -> show::Format {
    match global.message_format {
        MessageFormat::Human => show::Format::Human,
        MessageFormat::Json => show::Format::Json,
        MessageFormat::Github => show::Format::Github,
    }
}

/// Whether stderr gets colours: as asked, else where it is a terminal and `NO_COLOR` is not set.
fn colored(global: &Global) -> bool {
    match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let forbidden = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
            std::io::stderr().is_terminal() && !forbidden
        }
    }
}

/// Prints all problems and, for people, how many there are.
fn print_diagnostics(diagnostics: &[Diagnostic], global: &Global) {
    if diagnostics.is_empty() {
        return;
    }
    eprint(&show::all(diagnostics, format(global), colored(global)));
    if global.message_format == MessageFormat::Human {
        let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let mut parts = Vec::new();
        for (n, one, many) in [(errors, "error", "errors"), (warnings, "warning", "warnings")] {
            if n > 0 {
                parts.push(crate::text::words::count(n, one, many));
            }
        }
        if !parts.is_empty() {
            eprintln(&parts.join(", "));
        }
    }
}

/// How many files of one reason are named; the rest is counted.
const NAMED: usize = 5;

/// The lines that say what was left out and why.
fn left_out_lines(left_out: &[LeftOut]) -> Vec<String> {
    left_out.iter().map(|left| format!("{}: {}", left.reason, named(&left.paths))).collect()
}

/// Some paths by name, the rest by number.
fn named(paths: &[Arc<str>]) -> String {
    let named: Vec<&str> = paths.iter().take(NAMED).map(|p| &**p).collect();
    let more = paths.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", named.join(", "))
}

/// The exit status of an outcome.
fn status(outcome: &Outcome) -> ExitCode {
    if outcome.failed { content_problems() } else { ExitCode::SUCCESS }
}

/// A closed pipe is no problem of ours: `comeback check | head` ends quietly.
fn println(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

fn print(bytes: &[u8]) {
    let _ = std::io::stdout().lock().write_all(bytes);
}

fn eprint(text: &str) {
    let _ = write!(std::io::stderr().lock(), "{text}");
}

fn eprintln(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
