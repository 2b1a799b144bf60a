//! Copies of texts that sync programs and editors leave beside them.

use super::{Content, Sources};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Words that name a copy, in the languages of the programs that people write with.
const COPY: [&str; 4] = ["copy", "kopie", "copie", "copia"];
const COPY_OF: [&str; 4] = ["copy of ", "kopie von ", "copie de ", "copia de "];
const CONFLICT: [&str; 3] = ["conflict", "konflikt", "conflit"];

/// What Syncthing, Nextcloud and others put between a name and the date of a conflict.
const DATED: [&str; 4] = [".sync-conflict-", "_conflict-", "-conflict-", ".conflict-"];

/// What `OneDrive` puts between a name and the rest of a machine's.
const MACHINES: [&str; 2] = ["-desktop-", "-laptop-"];

/// How often a copy may have been copied.
const MOST_TIMES: usize = 4;

/// The texts below `content/` that are copies of others, each with the text that it is a copy of: only those whose original
/// is there too, since many a name looks like a copy's and is none.
pub fn copies(sources: &Sources) -> BTreeMap<Arc<str>, Arc<str>> {
    let text = |path: &str| match sources.files.get_key_value(path) {
        Some((path, source)) if matches!(source.content, Content::Text(_)) => Some(path.clone()),
        _ => None,
    };
    let paths = sources.below("content/").map(|source| &source.path).filter(|path| may_be_one(path));
    paths.filter_map(|path| Some((text(path)?, original(path, &text)?))).collect()
}

/// Whether a path has what all copies have, which is found out fast: every text is asked at every edit.
fn may_be_one(path: &str) -> bool {
    let has = |word: &str| memchr::memmem::find(path.as_bytes(), word.as_bytes()).is_some();
    path.contains([' ', '(']) || has("onfli") || has("ONFLI") || has("-DESKTOP-") || has("-LAPTOP-")
}

/// The text that a path is a copy of, by its own name or by that of a folder around it.
fn original(path: &str, text: &impl Fn(&str) -> Option<Arc<str>>) -> Option<Arc<str>> {
    let mut start = "content/".len();
    loop {
        let end = path[start..].find('/').map_or(path.len(), |at| start + at);
        let name = &path[start..end];
        // A folder's name has no ending.
        let name = if end == path.len() { name.rsplit_once('.').map_or(name, |(stem, _)| stem) } else { name };
        let rest = &path[start + name.len()..];
        let mut names = vec![name];
        for _ in 0..MOST_TIMES {
            names = names.into_iter().flat_map(originals).collect();
            let mut whole = names.iter().filter(|name| !name.is_empty());
            if let Some(found) = whole.find_map(|name| text(&format!("{}{name}{rest}", &path[..start]))) {
                return Some(found);
            }
        }
        if end == path.len() {
            return None;
        }
        start = end + 1;
    }
}

/// The names that a name may be a copy's of, one step back.
fn originals(name: &str) -> Vec<&str> {
    // The same bytes: only letters of ASCII change.
    let lower = name.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut cut = |end: usize| found.push(name[..end].trim_end());
    let is_machine = |rest: &str| rest.len() >= 5 && !rest.contains(|c: char| c.is_lowercase() || c == ' ');
    for (at, mark) in DATED.iter().filter_map(|mark| Some((lower.find(mark)?, mark))) {
        if lower[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit()) {
            cut(at);
        }
    }
    for (at, mark) in MACHINES.iter().filter_map(|mark| Some((lower.find(mark)?, mark))) {
        if is_machine(&name[at + mark.len()..]) {
            cut(at);
        }
    }
    for word in CONFLICT {
        if let Some(rest) = lower.strip_suffix(word).and_then(|rest| rest.strip_suffix('.')) {
            cut(rest.len());
        }
    }
    let is_number = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if let Some((before, inside)) = lower.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && (is_number(inside) || COPY.iter().chain(&CONFLICT).any(|word| inside.contains(word)))
    {
        cut(before.len());
    }
    if let Some((before, last)) = lower.rsplit_once(' ') {
        if is_number(last) {
            cut(before.len());
        } else if COPY.contains(&last) {
            cut(before.len());
            if let Some(before) = before.strip_suffix(" -") {
                cut(before.len());
            }
        }
    }
    found.extend(COPY_OF.iter().filter(|of| lower.starts_with(**of)).map(|of| name[of.len()..].trim_start()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path of the copy's original, where the texts at some paths are there.
    fn found(path: &str, there: &[&str]) -> Option<String> {
        let text = |path: &str| there.contains(&path).then(|| Arc::from(path));
        may_be_one(path).then(|| original(path, &text).map(|path| path.to_string())).flatten()
    }

    #[test]
    fn copies_are_told_by_their_names_where_the_original_is_there() {
        let run = "content/journal/2026-03-07-run.md";
        for name in [
            "2026-03-07-run.sync-conflict-20260307-101010-ABCDEFG",
            "2026-03-07-run (conflicted copy 2026-03-07)",
            "2026-03-07-run (Anna's conflicted copy 2026-03-07)",
            "2026-03-07-run (Case Conflict)",
            "2026-03-07-run (in Konflikt stehende Kopie von Anna)",
            "2026-03-07-run_conflict-20260307-101010",
            "2026-03-07-run.conflict",
            "2026-03-07-run-DESKTOP-7A8B9C0",
            "2026-03-07-run 2",
            "2026-03-07-run (1)",
            "2026-03-07-run(1)",
            "2026-03-07-run copy",
            "2026-03-07-run copy 3",
            "2026-03-07-run (copy)",
            "2026-03-07-run - Copy",
            "2026-03-07-run - Copy (2)",
            "2026-03-07-run - Copy - Copy",
            "2026-03-07-run - Kopie",
            "Copy of 2026-03-07-run",
            "Copy of 2026-03-07-run (1)",
        ] {
            let path = format!("content/journal/{name}.md");
            assert_eq!(found(&path, &[run]).as_deref(), Some(run), "{name}");
            assert_eq!(found(&path, &["content/journal/other.md"]), None, "{name}");
        }
        let index = "content/journal/2026-03-07 run/index.md";
        assert_eq!(found("content/journal/2026-03-07 run 2/index.md", &[index]).as_deref(), Some(index));
        for name in ["2026-03-07-run", "2026-03-07-run 2026", "2026-03-07-run-conflict-with-a-coach", "a-copy", "xcopy"]
        {
            assert_eq!(found(&format!("content/journal/{name}.md"), &[run, "content/journal/x.md"]), None, "{name}");
        }
    }
}
