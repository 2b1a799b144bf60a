//! `comeback guide`: the pages of the guide, which travel inside the program.
//!
//! In the browser they are plain HTML files in the system's folder for temporary files: no server has to run while somebody reads.

mod page;

use super::{eprintln, print, println};
use crate::diag::Failure;
use crate::text::near::nearest;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Options of `guide`.
#[derive(Debug, clap::Args)]
pub(super) struct GuideArgs {
    /// The page, such as charts; the list of all pages if not given
    #[arg(value_name = "PAGE")]
    page: Option<String>,
    /// Print the page here
    #[arg(long)]
    print: bool,
}

macro_rules! pages {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("../../content/guide/", $name, ".md")))),*] };
}

/// The pages by their names, in the order of the index.
const PAGES: &[(&str, &str)] = pages![
    "index",
    "start",
    "writing",
    "log",
    "front-matter",
    "charts",
    "lessons",
    "numbers",
    "privacy",
    "publishing",
    "activities",
    "diary",
    "coming",
    "report",
    "themes",
    "settings",
    "comments",
    "data",
    "keeping",
    "upgrading",
    "commands",
];

/// Prints a page, or opens it in the browser.
pub(super) fn run(args: &GuideArgs) -> Result<ExitCode, Failure> {
    let typed = args.page.as_deref().unwrap_or("index");
    let name = typed.strip_suffix(".md").unwrap_or(typed);
    let Some((name, text)) = PAGES.iter().find(|(known, _)| *known == name) else {
        let names: Vec<&str> = PAGES.iter().map(|(name, _)| *name).collect();
        let near = nearest(name, names.iter().copied()).map(|n| format!("did you mean `{n}`? ")).unwrap_or_default();
        let failure = Failure::new(format!("the guide has no page `{typed}`"));
        return Err(failure.hint(format!("{near}it has {}", names.join(", "))));
    };
    if args.print {
        print(page::plain(text).as_bytes());
    } else {
        let path = write_pages()?.join(format!("{name}.html"));
        println(&path.display().to_string());
        show(&path);
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes all pages as HTML into a new folder for temporary files.
fn write_pages() -> Result<PathBuf, Failure> {
    let temporary = std::env::temp_dir();
    let folder = tempfile::Builder::new().prefix("comeback-guide-").tempdir_in(&temporary);
    let folder = folder.map_err(|e| Failure::io("cannot make a folder in", &temporary, &e))?;
    for (name, text) in PAGES {
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, page::html(text)).map_err(|e| Failure::io("cannot write", &path, &e))?;
    }
    // The browser reads it after this program has ended.
    Ok(folder.keep())
}

/// Opens a page in the browser.
#[cfg(feature = "serve")]
fn show(path: &Path) {
    if let Err(error) = open::that_detached(path) {
        eprintln(&format!("the browser can't be opened: {error}; `comeback guide --print` prints the guide here"));
    }
}

/// Says that the page has to be opened by hand.
#[cfg(not(feature = "serve"))]
fn show(_: &Path) {
    eprintln("this comeback was built without its feature `serve`, which opens the browser: open the file yourself");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_folder_is_inside() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide");
        let mut files: Vec<String> =
            fs::read_dir(folder).expect("the guide").flatten().map(|e| e.file_name().display().to_string()).collect();
        files.sort_unstable();
        let mut inside: Vec<String> = PAGES.iter().map(|(name, _)| format!("{name}.md")).collect();
        inside.sort_unstable();
        assert_eq!(inside, files);
    }

    #[test]
    fn the_index_lists_all_pages_in_their_order() {
        let links =
            PAGES[0].1.lines().filter_map(|line| line.strip_prefix("- [")?.split_once("](")?.1.split_once(".md)"));
        let listed: Vec<&str> = links.map(|(name, _)| name).collect();
        assert_eq!(listed, PAGES.iter().skip(1).map(|(name, _)| *name).collect::<Vec<_>>());
    }
}
