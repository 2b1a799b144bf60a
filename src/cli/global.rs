//! What holds for every command: the site's folder, the day, how things are printed.

use super::args::{Color, GlobalOptions, MessageFormat};
use super::dates::TypedDate;
use std::path::{Path, PathBuf};

/// The options of every command, with the site's folder found.
#[derive(Clone, Debug)]
pub(super) struct Global {
    /// The site's folder, as it is reached from here.
    pub(super) root: PathBuf,
    /// The day to take for today.
    pub(super) today: Option<TypedDate>,
    /// How problems are printed.
    pub(super) message_format: MessageFormat,
    /// When problems are printed in colour.
    pub(super) color: Color,
}

impl Global {
    /// What was typed, and the folder where nobody said which.
    pub(super) fn of(typed: &GlobalOptions) -> Self {
        let GlobalOptions { root, today, message_format, color } = typed.clone();
        Self { root: root.unwrap_or_else(found), today, message_format, color }
    }
}

/// This folder or the nearest above that has a `site.toml`, else this one; `../..` and not its whole path, so that what is printed
/// can be opened from here.
fn found() -> PathBuf {
    let here = PathBuf::from(".");
    let Ok(folder) = std::env::current_dir() else { return here };
    let has_settings = |folder: &&Path| folder.join("site.toml").is_file();
    let Some(above) = folder.ancestors().position(|folder| has_settings(&folder)) else { return here };
    if above == 0 { here } else { std::iter::repeat_n("..", above).collect() }
}
