//! `comeback chart`: one chart as a file of its own, an SVG or a PNG, with all its words.

use super::args::ChartArgs;
use super::global::Global;
use super::{content_problems, open_site, plain_flags, print, print_diagnostics, println};
use crate::chart::{self, Asked, Figure, KINDS, Typed, Typefaces};
use crate::diag::{Diagnostic, Failure, Severity};
use crate::fields::{Form, Key};
use crate::site::Site;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::process::ExitCode;

/// Prints a chart of all entries that can be read, or the list of kinds.
///
/// Warnings are left to `check`; errors are told, since the chart lacks these entries.
pub(super) fn run(args: &ChartArgs, global: &Global) -> Result<ExitCode, Failure> {
    if args.list {
        println(list().trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    if args.png {
        png_wanted(std::io::stdout().is_terminal())?;
    }
    let typed = Typed::new(args.kind.as_deref().unwrap_or_default(), &args.options.given);
    let read = typed.read();
    print_diagnostics(&read.diagnostics, global);
    let Some(asked) = read.value.filter(|_| read.diagnostics.is_empty()) else { return Ok(ExitCode::from(2)) };
    let Some((_, mut prepared)) = open_site(global, plain_flags(global)?)? else { return Ok(content_problems()) };
    let figure = match prepared.site.chart(&typed, &asked) {
        Ok(figure) => figure,
        Err(problems) => {
            print_diagnostics(&problems, global);
            return Ok(ExitCode::from(2));
        }
    };
    prepared.diagnostics.retain(|d| d.severity == Severity::Error);
    if figure.wide.is_empty() {
        print_diagnostics(&prepared.diagnostics, global);
        return Err(Failure::new(figure.say));
    }
    let drawn = drawn(args, &prepared.site, &figure, &asked)?;
    let lacks = drawn.lacks.into_iter().collect::<Vec<_>>();
    print_diagnostics(&[&prepared.diagnostics[..], &lacks].concat(), global);
    print(&drawn.bytes);
    Ok(if prepared.diagnostics.is_empty() { ExitCode::SUCCESS } else { content_problems() })
}

/// A chart's file, and what it lacks.
struct DrawnFile {
    bytes: Vec<u8>,
    lacks: Option<Diagnostic>,
}

/// Draws a chart as it was asked for: a PNG for phones, since it is made to be sent, an SVG for pages.
fn drawn(args: &ChartArgs, site: &Site, figure: &Figure, asked: &Asked) -> Result<DrawnFile, Failure> {
    let narrow = args.narrow || args.png && !args.wide;
    let draw = |letters| site.picture_of(figure, asked, narrow, letters);
    if args.png {
        return png(&draw(Typefaces::OWN));
    }
    Ok(DrawnFile { bytes: draw(Typefaces::SYSTEM).into_bytes(), lacks: None })
}

/// Whether a PNG can be printed there.
#[cfg(feature = "cards")]
fn png_wanted(to_terminal: bool) -> Result<(), Failure> {
    if to_terminal {
        let failure = Failure::new("a picture is nothing that a terminal can show");
        return Err(failure.hint("write it to a file: `comeback chart … --png > chart.png`"));
    }
    Ok(())
}

#[cfg(not(feature = "cards"))]
fn png_wanted(_to_terminal: bool) -> Result<(), Failure> {
    Err(super::left_out("chart --png", "cards"))
}

#[cfg(feature = "cards")]
fn png(drawing: &str) -> Result<DrawnFile, Failure> {
    let made =
        crate::render::chart_png(drawing).map_err(|why| Failure::new(format!("the chart can’t be drawn: {why}")))?;
    let lacks = (!made.lacks.is_empty()).then(|| {
        let letters: Vec<String> = made.lacks.iter().take(NAMED).map(char::to_string).collect();
        let more = if made.lacks.len() > NAMED { " and others" } else { "" };
        let message = format!("the picture lacks letters that no font of comeback has: {}{more}", letters.join(" "));
        Diagnostic::warning("missing-letters", message).hint("without --png it is an SVG, which has them all")
    });
    Ok(DrawnFile { bytes: made.png, lacks })
}

#[cfg(not(feature = "cards"))]
fn png(_drawing: &str) -> Result<DrawnFile, Failure> {
    png_wanted(false).map(|()| DrawnFile { bytes: Vec::new(), lacks: None })
}

/// How many letters are named of those that a picture lacks.
#[cfg(feature = "cards")]
const NAMED: usize = 8;

/// Every kind with its options, as its tables have them.
fn list() -> String {
    let mut out = String::new();
    for kind in &KINDS {
        let _ = writeln!(out, "{}\n    {}", kind.name, plain(kind.about));
        for key in kind.options.iter().flat_map(|table| table.iter()) {
            let _ = writeln!(out, "    --{:<8}  {}", key.name, plain(&key.form.takes()));
        }
        out.push('\n');
    }
    out
}

/// A text of markdown on a terminal.
fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// The options of all kinds of charts, as their tables have them.
#[derive(Debug, Default)]
pub(super) struct ChartOptions {
    /// The name and the value of each that was given, in that order.
    pub(super) given: Vec<(String, String)>,
}

/// The keys of all kinds, each once.
fn chart_keys() -> Vec<&'static Key> {
    let mut keys: Vec<&'static Key> = Vec::new();
    for key in chart::keys() {
        if !keys.iter().any(|known| known.name == key.name) {
            keys.push(key);
        }
    }
    keys
}

impl clap::Args for ChartOptions {
    fn augment_args(command: clap::Command) -> clap::Command {
        let argument = |key: &'static Key| {
            let argument = clap::Arg::new(key.name).long(key.name).value_name("VALUE").help(key.about);
            match key.form {
                Form::Bool => argument.num_args(0..=1).default_missing_value("true"),
                // `-42d` is a value.
                _ => argument.allow_hyphen_values(true),
            }
        };
        command.next_help_heading("Options of charts").args(chart_keys().into_iter().map(argument))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for ChartOptions {
    fn from_arg_matches(matches: &clap::ArgMatches) -> Result<Self, clap::Error> {
        let mut given: Vec<(usize, String, String)> = Vec::new();
        for key in chart_keys() {
            if let Some(value) = matches.get_one::<String>(key.name) {
                given.push((matches.index_of(key.name).unwrap_or(0), key.name.to_owned(), value.clone()));
            }
        }
        given.sort_unstable();
        Ok(Self { given: given.into_iter().map(|(_, name, value)| (name, value)).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &clap::ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
