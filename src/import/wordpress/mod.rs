//! A blog out of WordPress: the XML of its export in, files of a site out.
//!
//! [`wxr`] reads the XML, [`plan`] says which text goes where and who may see it, [`markdown`] makes the texts, and [`comment`]
//! what readers wrote. What does not come along is named with its place.
//!
//! Invariant: a function of its arguments; no file, however damaged, makes it panic. What isn't said to be published, and all of
//! which the export was damaged, is a draft; of readers no address is kept.

mod addresses;
mod blocks;
mod comment;
mod dom;
mod figures;
mod item;
mod markdown;
mod media;
mod paragraphs;
mod plan;
mod shortcodes;
mod tables;
mod tidied;
mod wxr;

use super::imported::{Imported, ImportedFile, LeftOut};
use crate::diag::{Checked, Diagnostic, Lines, Place};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use wxr::{WxrExport, WxrItem};

/// What an import of a blog is told beside the export.
#[derive(Clone, Copy, Debug)]
pub struct HowToImport<'a> {
    /// The day after which a date is in the future.
    pub today: Date,
    /// The files of the folder with uploads, by their paths in it; `None` where none was named.
    pub media: Option<&'a BTreeMap<String, PathBuf>>,
    /// The entries that the site has already: their paths, and the last parts of their addresses.
    pub standing: &'a BTreeMap<String, String>,
}

/// Reads an export; `path` is its name in messages.
#[must_use]
pub fn import_wordpress(path: &str, bytes: &[u8], how: HowToImport<'_>) -> Checked<Imported> {
    let mut problems = Vec::new();
    let Some(text) = text_of(path, bytes, &mut problems) else {
        return Checked::new(Imported::default(), problems);
    };
    let export = wxr::read(&text);
    let lines = Lines::of(&text);
    if !export.is_wordpress && !text.contains("wordpress.org/export/") {
        problems.push(
            Diagnostic::error("not-wordpress", "this is no export of WordPress")
                .at(Place::file(path))
                .hint("in WordPress, Tools, Export, All content gives the file"),
        );
        return Checked::new(Imported::default(), problems);
    }
    if let Some((range, fault)) = &export.fault {
        let at = range.start.min(text.len())..range.end.min(text.len());
        let message = format!("the file is not well-formed: {fault}");
        problems.push(
            Diagnostic::error("not-well-formed", message)
                .at(Place::in_lines(path, &text, &lines, at).without_excerpt())
                .hint("what could be read beside it is imported; export again if something is missing"),
        );
    }
    let source = SourceFile { path, breaks: text.match_indices('\n').map(|(at, _)| at).collect() };
    let mut haul = WordPressHaul { source, how, out: Imported::default(), problems };
    haul.take(&export);
    Checked::new(haul.out, haul.problems)
}

/// The text of an export without a byte-order mark and what XML forbids; bytes that are no UTF-8 are told.
fn text_of(path: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        problems.push(
            Diagnostic::error("not-utf-8", "the file is UTF-16, and exports of WordPress are UTF-8")
                .at(Place::file(path))
                .hint("an editor saved it anew: export again, or save it as UTF-8"),
        );
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            let place = Place { line, column: 1, ..Place::file(path) };
            problems.push(
                Diagnostic::warning("not-utf-8", "from here on some bytes are no text, and stand as � where they were")
                    .at(place)
                    .hint("look for � in what was imported"),
            );
            text
        }
    };
    Some(text.trim_start_matches('\u{feff}').replace(blocks::SIGNS, ""))
}

/// Where things stand in the export.
struct SourceFile<'a> {
    path: &'a str,
    breaks: Vec<usize>,
}

impl SourceFile<'_> {
    fn place(&self, at: usize) -> String {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        format!("{name}:{}", self.breaks.partition_point(|end| *end < at) + 1)
    }
}

/// What was made of an export so far.
struct WordPressHaul<'a> {
    source: SourceFile<'a>,
    how: HowToImport<'a>,
    out: Imported,
    problems: Vec<Diagnostic>,
}

impl WordPressHaul<'_> {
    fn take(&mut self, export: &WxrExport) {
        let media = media::Media::of(export, self.how.media);
        let mut planned = plan::of(export, self.how);
        plan::name_aliases(&mut planned, self);
        let around = item::Surroundings::new(export, &media, &planned);
        // Each text is made of itself and of what all share, so all processors may work.
        let made = |text| (text, item::made(text, &around), comment::messages(text));
        let texts: Vec<_> = planned.texts.par_iter().map(made).collect();
        let mut texts = texts.into_iter().peekable();
        for item in &export.items {
            match texts.next_if(|(text, ..)| std::ptr::eq(text.item, item)) {
                Some((text, made, messages)) => self.text(text, made, &messages, export),
                None => self.no_text(item),
            }
        }
        if let Some(cut) = &export.cut {
            self.left(cut, cut.at, "since its end is not in the file");
        }
        media.files(self);
        if self.out == Imported::default() && self.problems.is_empty() {
            let place = Place::file(self.source.path);
            self.problems.push(Diagnostic::note("nothing-in-it", "the export holds no post and no page").at(place));
        }
    }

    fn text(&mut self, text: &plan::PlannedText<'_>, made: item::MadeText, messages: &[String], export: &WxrExport) {
        let place = self.source.place(text.item.at);
        for kind in made.unknown {
            self.tell_shortcode(&kind, &place);
        }
        for what in made.lost {
            let what = format!("{what} in {}", quoted(&text.title));
            self.out.left_out.push(LeftOut { what, place: place.clone(), why: made_by_wordpress() });
        }
        self.out.files.push(ImportedFile {
            path: text.path.clone(),
            kind: text.kind,
            place,
            bytes: super::imported::ImportedBytes::Text(made.file),
            kept_back: text.kept_back,
        });
        comment::add(text, messages, export, self);
    }

    /// Warns of a shortcode, once for each name.
    fn tell_shortcode(&mut self, name: &str, place: &str) {
        let message = format!("the shortcode [{name}] has no meaning here, so it stands in the text as it was typed");
        if self.problems.iter().any(|problem| problem.message == message) {
            return;
        }
        let line = place.rsplit_once(':').and_then(|(_, line)| line.parse().ok()).unwrap_or(0);
        let place = Place { line, column: usize::from(line > 0), ..Place::file(self.source.path) };
        self.problems.push(
            Diagnostic::warning("unknown-shortcode", message)
                .at(place)
                .hint("look for it in what was imported, and write what it showed in its place"),
        );
    }

    /// Names an item that is neither post nor page, or that nobody was to see any more.
    fn no_text(&mut self, item: &WxrItem) {
        let (kind, status) = (wxr::of(&item.values, "wp:post_type"), wxr::of(&item.values, "wp:status"));
        let why = match kind {
            "attachment" => return comment::leave(item, self),
            "post" | "page" => format!("since its status is {}", if status.is_empty() { "not said" } else { status }),
            "" => "since its type is not said".to_owned(),
            kind => format!("since comeback has nothing for items of the type {kind}"),
        };
        self.left(item, item.at, &why);
        comment::leave(item, self);
    }

    fn left(&mut self, item: &WxrItem, at: usize, why: &str) {
        let kind = Some(wxr::of(&item.values, "wp:post_type")).filter(|kind| !kind.is_empty()).unwrap_or("item");
        let what = format!("{kind} {}", quoted(&plan::title(item)));
        self.out.left_out.push(LeftOut { what, place: self.source.place(at), why: why.to_owned() });
    }
}

fn made_by_wordpress() -> String {
    "since WordPress or a plugin makes it when a page is shown".to_owned()
}

fn quoted(title: &str) -> String {
    if title.is_empty() { "without a title".to_owned() } else { format!("“{title}”") }
}
