//! The ends of lines: a field of a form has its own, and a file keeps those that it has.

use crate::text::{allowed, with_line_feeds};

/// A byte-order mark, which no field shows.
const MARK: char = '\u{feff}';

/// A file's text as a field shows it; `None` where the field would lose something.
pub(super) fn in_field(file: &str) -> Option<String> {
    let text = file.strip_prefix(MARK).unwrap_or(file);
    (allowed(text) == text).then(|| of_form(text))
}

/// A text as it was sent, with line feeds alone.
pub(super) fn of_form(sent: &str) -> String {
    with_line_feeds(sent.to_owned()).replace("\r\n", "\n")
}

/// What a file holds once its text was changed in a field: lines that nobody touched keep their ends, and new ones have those of
/// the file's first.
pub(super) fn in_file(old: &str, new: &str) -> String {
    let mark = if old.starts_with(MARK) { MARK.to_string() } else { String::new() };
    let old = typed_lines(&old[mark.len()..]);
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let end = old.first().map_or("\n", |line| &line[line.trim_end_matches(['\r', '\n']).len()..]);
    let end = if end.is_empty() { "\n" } else { end };
    let same = |(old, new): &(&&str, &&str)| of_form(old) == **new;
    let above = old.iter().zip(&new).take_while(same).count();
    let below = old[above..].iter().rev().zip(new[above..].iter().rev()).take_while(same).count();
    let changed = new[above..new.len() - below].iter().map(|line| line.replace('\n', end));
    let (first, last) = (old[..above].iter(), old[old.len() - below..].iter());
    let lines = first.map(ToString::to_string).chain(changed).chain(last.map(ToString::to_string));
    lines.fold(mark, |mut file, line| {
        // Two ends that meet must not become one.
        if file.ends_with('\r') && line.starts_with('\n') {
            file.pop();
            file.push('\n');
        }
        file + &line
    })
}

/// The lines of a text with their ends, of whichever kind each is.
fn typed_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\n']) {
        let end = at + if rest[at..].starts_with("\r\n") { 2 } else { 1 };
        lines.push(&rest[..end]);
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}
