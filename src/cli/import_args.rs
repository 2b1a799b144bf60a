//! The options of `import`.

use crate::fields::DateOrder;
use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

/// What can be brought in.
#[derive(Debug, Subcommand)]
pub(super) enum ImportArgs {
    /// Write a line of the log for each activity that a watch or another program recorded
    ///
    /// FIT, GPX and TCX files, each also as .gz, Strava's activities.csv or the folder of its export, the CSV of Garmin Connect,
    /// and any other CSV by --map. The lines go into content/log/ by their days, in one file a source. A line that is there
    /// stays as it is, edited or not, so importing again adds only what is new. What another source's line has, and what you
    /// typed for the same day and kind, is not written but named. No place is written, only the length of a track.
    Activities(Activities),
    /// Split a file with many days into log lines and entries
    ///
    /// A text or markdown file whose headings or lines begin with dates, a table with a column of dates, or a sheet with a row a
    /// week; also CSV and TSV. A day of items alone becomes a line of content/log/FILE.txt, a day with prose an entry in
    /// content/journal/. What the log doesn't read whole stays text and is named with its place. Files that are there are left
    /// alone, so importing again adds only what is new; FILE itself is never changed.
    Days(DayImport),
    /// Bring in a blog from WordPress: posts, pages, comments, pictures
    ///
    /// FILE is what Tools, Export, All content gives. Posts become entries in content/journal/, pages lie in content/, approved
    /// comments in content/comments/. Drafts stay drafts, posts that were private or had a password are private, and posts of a
    /// later day wait for it. No address of a reader is kept. Former addresses lead to the new ones. The pictures are not in the
    /// export: --media names the folder with a copy of wp-content/uploads, whose files are copied to content/uploads/. Files
    /// that are there are left alone, so importing again adds only what is new.
    Wordpress(WordPressArgs),
    /// Bring the posts, pages and comments of a Jekyll blog
    ///
    /// DIR is the blog's own folder, with _config.yml and _posts. Dated posts become entries, the rest pages; drafts, and what
    /// Jekyll doesn't publish, come as drafts. Liquid that means something here is translated, other Liquid stays in the text as
    /// code, with a warning. Files that are there are left alone, so importing again changes nothing; DIR is never changed.
    Jekyll(FolderImport),
    /// Bring the posts and pages of a Hugo site
    ///
    /// DIR is the site's own folder, with hugo.toml and content. Dated posts become entries, the rest pages. Shortcodes that mean
    /// something here are translated, others stay in the text as code, with a warning. Files that are there are left alone, so
    /// importing again changes nothing; DIR is never changed.
    Hugo(FolderImport),
    /// Bring the daily notes and other notes of an Obsidian vault
    ///
    /// Notes whose names hold a date become entries. All other notes come as drafts, unless they say `publish: true`: nobody
    /// knows what else a vault holds. Fields such as `pain:: 3` go into the front matter where comeback has the key. Files that
    /// are there are left alone, so importing again changes nothing; DIR is never changed.
    Obsidian(NotesImport),
    /// Bring the journals and pages of a Logseq graph
    ///
    /// The days in journals become entries. Pages come as drafts, unless they say `public:: true`: nobody knows what else a graph
    /// holds. Bullets become paragraphs and lists, properties such as `pain:: 3` front matter where comeback has the key. Files
    /// that are there are left alone, so importing again changes nothing; DIR is never changed.
    Logseq(NotesImport),
    /// Read back what `comeback export` wrote
    ///
    /// Entries and log lines with every value of the file come, so that `comeback stats` says of them what it said of the public
    /// journal; the settings are those of the site that they come to. Titles, texts and private fields stand in no export. Files
    /// that are there are left alone, so importing again changes nothing.
    Export(ExportImport),
}

/// Options of `import export`.
#[derive(Debug, clap::Args)]
pub(super) struct ExportImport {
    /// The file, CSV or JSON
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) file: PathBuf,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Options of the imports of blogs.
#[derive(Debug, clap::Args)]
pub(super) struct FolderImport {
    /// The folder
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(super) folder: PathBuf,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Options of the imports of notes.
#[derive(Debug, clap::Args)]
pub(super) struct NotesImport {
    /// The folder
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(super) folder: PathBuf,
    /// The order of dates such as 03-05-2024 in names, where the settings of the notes don't tell
    #[arg(long, value_name = "ORDER")]
    pub(super) dates: Option<NumberOrder>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Options of `import wordpress`.
#[derive(Debug, clap::Args)]
pub(super) struct WordPressArgs {
    /// The export
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) file: PathBuf,
    /// A copy of the blog's folder wp-content/uploads
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(super) media: Option<PathBuf>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Options of `import days`.
#[derive(Debug, clap::Args)]
pub(super) struct DayImport {
    /// The file
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) file: PathBuf,
    /// The order of dates such as 03/05/2024, where the file doesn't tell
    #[arg(long, value_name = "ORDER")]
    pub(super) dates: Option<NumberOrder>,
    /// Show everything that would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// In which order the numbers of a date stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum NumberOrder {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
}

impl From<NumberOrder> for DateOrder {
    fn from(order: NumberOrder) -> Self {
        match order {
            NumberOrder::Dmy => Self::DayFirst,
            NumberOrder::Mdy => Self::MonthFirst,
        }
    }
}

/// Options of `import activities`.
#[derive(Debug, clap::Args)]
pub(super) struct Activities {
    /// Files, or folders whose files of activities are read
    #[arg(value_name = "PATH", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(super) paths: Vec<PathBuf>,
    /// Which column of a CSV holds what, once for each: date, time, type, distance, duration, climb, hr, id
    ///
    /// A unit or an order may follow behind a colon: `distance=Length:km` (km, mi, m), `duration=Took:min` (h, min, s),
    /// `date=Day:dmy` (dmy, mdy). `type=run` says that all are runs, where no column is called so.
    #[arg(long, value_name = "KEY=COLUMN")]
    pub(super) map: Vec<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}
