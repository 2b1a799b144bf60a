//! The commands and their options, from which help is made.

use super::dates::TypedDate;
use crate::site::Data;
use crate::units::Score;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns an injury-recovery journal into a website with honest charts
///
/// Write one markdown file a day with pain scores, sessions and exercises at its top. `comeback build` makes a blog of
/// them: pages, progress charts, lessons learned, a feed. `comeback init DIR` makes a new site to start from.
#[derive(Debug, Parser)]
#[command(name = "comeback", version, max_term_width = 100)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: GlobalOptions,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command, before or after its name.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct GlobalOptions {
    /// The site's folder, which holds site.toml; without it, this folder or the nearest above that has one
    #[arg(long, global = true, value_name = "DIR", help_heading = "Options of every command")]
    pub(super) root: Option<PathBuf>,
    /// The day to take for today, as 2020-08-14, yesterday or -3d: later entries are still in the future
    #[arg(
        long,
        global = true,
        value_name = "DATE",
        allow_hyphen_values = true,
        value_parser = super::dates::typed,
        help_heading = "Options of every command"
    )]
    pub(super) today: Option<TypedDate>,
    /// How problems are printed
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        default_value = "human",
        help_heading = "Options of every command"
    )]
    pub(super) message_format: MessageFormat,
    /// When problems are printed in colour; NO_COLOR=1 is honoured too
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Options of every command")]
    pub(super) color: Color,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum MessageFormat {
    /// With source line, caret and hint
    Human,
    /// One JSON object a line
    Json,
    /// Annotations for GitHub's workflows
    Github,
}

/// When output is coloured.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a small journal that builds at once
    Init(super::init::InitArgs),
    /// Start today's entry
    ///
    /// Sessions and exercises of the last time are proposed, commented out until you say that you did them. If the entry
    /// of the day before has no score of its next day, `new` asks for it and puts it into that entry's file; nothing else
    /// in the file changes.
    New(New),
    /// Add a day to the log in one line, without an entry
    ///
    /// The line is checked, put into content/log.txt by its day, and said back in words; what else you may know of the day is
    /// named. A line that can't be read is not written. Without a line, three questions are asked on a terminal.
    Log(super::log::Log),
    /// Write the site
    Build(Build),
    /// Preview the site while you write; it follows every save
    Serve(Serve),
    /// Write the site again at every change, without a server
    Watch(WatchArgs),
    /// Say everything that build would say, and write nothing
    ///
    /// It also names the entries of the last 14 days with pain during or after something whose morning after is unknown:
    /// neither their day has a `next_day` nor an entry of the day after a `before`. That fails nothing, with --strict either.
    Check(CheckArgs),
    /// Write what a host needs: a workflow, headers, redirects, a server's configuration
    ///
    /// A file that is there and differs is left alone, unless --force is given. Headers and redirects name addresses of the
    /// site as it is now, so the command is run again when aliases, sections or the theme changed.
    DeployFiles(super::deploy::DeployFiles),
    /// Print what front matter or settings may hold, as JSON Schema for editors
    Schema(Schema),
    /// Say why a file or an address is, or is not, in the site, a list, a feed, a chart
    Why(WhyArgs),
    /// Copy a file of the built-in theme to change it
    #[command(subcommand, disable_help_subcommand = true)]
    Theme(ThemeArgs),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the manual
    Man(Man),
    /// Print the journal's numbers, one recorded value a row
    ///
    /// The columns are date, metric, site, side, value, unit and source file, in metres, minutes, kilograms, seconds and
    /// scores of 0 to 10, as they are kept. It is what the site has at /data/journal.csv and /data/journal.json: public
    /// entries only, and no private field that the settings don't show.
    Export(Export),
    /// Bring in what other programs and devices wrote
    #[command(subcommand, disable_help_subcommand = true)]
    Import(super::import_args::ImportArgs),
    /// Print the journal's numbers
    Stats(StatsArgs),
    /// Print a chart as an SVG file of its own
    Chart(ChartArgs),
    /// Make one page for whoever treats you, private fields in
    ///
    /// A page that is read in a minute and prints to one sheet: how much is known of the days, what changed against those before,
    /// pain before, during, after and on the next day, pain and load as a chart, the days by your rule, what was prescribed and noted,
    /// setbacks with what came before, medicines, measures of left and right, criteria, your questions. What doesn't fit is counted.
    /// Without a period it has the last 28 days up to the last one with a note. Drafts are never in it, private entries only with
    /// `count_private`, and these as numbers. It goes to stdout as HTML where no --output is given.
    Report(super::report::ReportArgs),
    /// Write the whole journal as one EPUB, for e-readers and to keep
    ///
    /// Phases are its chapters, charts its pictures; lessons and how things stand now come last. Only public entries are in it,
    /// and no private field that the settings don't show.
    Book(super::book::BookArgs),
    /// Open the guide in the browser, or print a page of it
    ///
    /// The pages are part of the program. For the browser they are written into a new folder for temporary files, whose path is
    /// printed.
    Guide(super::guide::GuideArgs),
}

/// Options of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// The entry's title; without one the file is named by its day, and the title is left for you to fill in
    #[arg(value_name = "TITLE", allow_hyphen_values = true, value_parser = title)]
    pub(super) title: Option<String>,
    /// The entry's day, as 2020-08-14, yesterday or -3d; today if not given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, value_parser = super::dates::typed)]
    pub(super) date: Option<TypedDate>,
    /// Open the file in $VISUAL or $EDITOR
    #[arg(long)]
    pub(super) edit: bool,
    /// Make a second entry for a day that has one
    #[arg(long)]
    pub(super) another: bool,
    /// The score of this morning, 0 to 10, for the entry of the day before; on a terminal it is asked for
    #[arg(long, value_name = "SCORE", value_parser = super::next_day::score)]
    pub(super) next_day: Option<Score>,
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// The folder to write to; a relative one is below the site's folder only if it is the default
    #[arg(long, value_name = "DIR", help = "The folder to write to [default: public in the site's folder]")]
    pub(super) output: Option<PathBuf>,
    /// The address where the site will be, in place of base_url
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    pub(super) drafts: bool,
    /// Publish entries dated later than today too
    #[arg(long)]
    pub(super) future: bool,
    /// Fail on warnings too
    #[arg(long)]
    pub(super) strict: bool,
    /// Leave out entries with errors and write the rest
    #[arg(long)]
    pub(super) keep_going: bool,
    /// Say how long each stage took
    #[arg(long)]
    pub(super) timings: bool,
    /// List the addresses that were added, changed or removed, and warn of removed pages that lead nowhere now
    #[arg(long)]
    pub(super) diff: bool,
    /// Remove files from the output folder that no build is known to have made, such as pages of a list that was lost
    ///
    /// What git and hosts give a meaning to (.git, .nojekyll, CNAME and the like) stays.
    #[arg(long)]
    pub(super) remove_strays: bool,
}

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// The port to use; without it the next free one from 4000 on
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    /// The address to listen on; 0.0.0.0 lets other machines of your network in
    #[arg(long, value_name = "A", default_value = "127.0.0.1")]
    pub(super) host: std::net::IpAddr,
    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Look at the files twice a second instead of waiting for the system's events
    #[arg(long)]
    pub(super) poll: bool,
    /// Print one more address, at which a phone may write: a line of the log, or the text of an entry
    ///
    /// Whoever has the address can write into the journal until the command ends. With --host 0.0.0.0 it is an address in your
    /// network, printed as a QR code too; without it only this machine can open it.
    #[arg(long)]
    pub(super) write: bool,
}

/// Options of `watch`.
#[derive(Debug, clap::Args)]
pub(super) struct WatchArgs {
    /// The folder to write to [default: public in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Look at the files twice a second instead of waiting for the system's events
    #[arg(long)]
    pub(super) poll: bool,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Fail on warnings too
    #[arg(long)]
    pub(super) strict: bool,
    /// Ask other sites whether the pages that are linked to are still there
    ///
    /// A few hosts are asked at once, each for one address at a time. What was there is not asked for again for 7 days;
    /// what a host does not tell is a note, and never fails.
    #[arg(long)]
    pub(super) external: bool,
    /// Say only whether a private word is in any output, and errors
    #[arg(long, conflicts_with = "external")]
    pub(super) privacy: bool,
}

/// Options of `schema`.
#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    /// Of what
    #[arg(value_name = "KIND")]
    pub(super) of: SchemaKind,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum SchemaKind {
    /// The front matter of an entry; a site's own keys are allowed in it
    Entry,
    /// site.toml
    Site,
}

/// Options of `export`.
#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The form to print
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: ExportFormat,
}

/// The forms of exported numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum ExportFormat {
    /// A table for spreadsheets
    Csv,
    /// An object with rows, for scripts
    Json,
}

impl From<ExportFormat> for Data {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Csv => Self::Csv,
            ExportFormat::Json => Self::Json,
        }
    }
}

/// Options of `why`.
#[derive(Debug, clap::Args)]
pub(super) struct WhyArgs {
    /// A file, from here or from the site's folder, an address such as /journal/first-run/, or a day: 2024-05-03, yesterday
    #[arg(value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub(super) path: String,
}

/// What can be done with the theme.
#[derive(Debug, Subcommand)]
pub(super) enum ThemeArgs {
    /// Copy a template, a static file or a table of words into the site's themes folder; without FILE, list them and what the site has of them
    Eject(Eject),
}

/// Options of `theme eject`.
#[derive(Debug, clap::Args)]
pub(super) struct Eject {
    /// The file, such as entry.html or style.css
    #[arg(value_name = "FILE")]
    pub(super) file: Option<String>,
    /// Copy nothing, and show what the site's own FILE has otherwise than the built-in one
    #[arg(long, requires = "file")]
    pub(super) diff: bool,
}

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

/// Options of `man`.
#[derive(Debug, clap::Args)]
pub(super) struct Man {
    /// Write a page for each command into this folder; without it the whole manual is printed as one page
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
}

/// Options of `stats`.
#[derive(Debug, clap::Args)]
pub(super) struct StatsArgs {
    /// Print everything as JSON: whole metres, minutes, cents, full precision, null where a figure is not defined
    #[arg(long)]
    pub(super) json: bool,
    /// Count the entries of one injury only, by its slug or its name
    #[arg(long, value_name = "INJURY")]
    pub(super) injury: Option<String>,
}

/// Options of `chart`.
#[derive(Debug, clap::Args)]
pub(super) struct ChartArgs {
    /// Which chart; --list prints them all
    #[arg(value_name = "KIND", required_unless_present = "list")]
    pub(super) kind: Option<String>,
    /// Print every kind with what it takes
    #[arg(long)]
    pub(super) list: bool,
    /// Draw for phones, as a PNG is drawn anyway
    #[arg(long)]
    pub(super) narrow: bool,
    /// Draw for wide pages, as an SVG is drawn anyway
    #[arg(long, conflicts_with = "narrow")]
    pub(super) wide: bool,
    /// Print a PNG in place of an SVG: `--png > chart.png`
    #[arg(long)]
    pub(super) png: bool,
    #[command(flatten)]
    pub(super) options: super::chart::ChartOptions,
}

/// A title may begin with a hyphen, as `- 5 minutes`, but a word that does is an option mistyped.
fn title(typed: &str) -> Result<String, String> {
    if typed.trim().is_empty() {
        return Err("a title needs words".to_owned());
    }
    if typed.starts_with('-') && !typed.contains(char::is_whitespace) {
        return Err("there is no such option, and a title needs words".to_owned());
    }
    Ok(typed.to_owned())
}

/// The whole command line, for tests of its help.
pub fn command() -> clap::Command {
    <Args as clap::CommandFactory>::command()
}
