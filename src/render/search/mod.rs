//! The index of the search, made by Pagefind from the records of a site.
//!
//! It costs more than all pages together, so that it is made only where a record changed, and kept from one build to the
//! next by whoever may touch the disk.
//!
//! Invariant: the same records make the same files; no text is in them that is in no record.

#[cfg(feature = "search")]
mod digest;
#[cfg(feature = "search")]
mod near_words;

use super::kept::Kept;
use super::{Keys, Output, Press};
use crate::diag::{Diagnostic, Failure};
use crate::site::{INDEX, PartsRead, Record, records};
use std::collections::BTreeMap;

/// The files of an index by their path in its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the index of a build was made from, and the paths of its files in the output.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Indexed {
    reads: PartsRead,
    paths: Vec<String>,
}

/// Changes whenever the same records make other files: with the form of records, or with another version of Pagefind.
const FORM: &str = "2, pagefind 1.6.0";

/// More records than this share files, several to each: a file for each would double the files of a long journal.
#[cfg(feature = "search")]
const MOST_FRAGMENTS: u32 = 1000;

/// Makes the index of a site's search, where there is one and the one from before does not hold, and hands its files to
/// `take`, which answers as for [`render`](super::render). The files are packed, so that `look` is shown what they are made of.
///
/// # Errors
/// The first failure of `take`.
pub fn index(
    press: Press<'_>,
    before: &Keys,
    kept: &dyn Kept,
    look: &dyn Fn(&[Record]),
    take: &(impl Fn(&str, Output<'_>) -> Result<bool, Failure> + Sync),
) -> Result<Result<Index, Diagnostic>, Failure> {
    if !press.site.has_search() {
        return Ok(Ok(Index(None)));
    }
    if let Some(old) = before.index.0.as_ref().filter(|old| press.reading.holds(&old.reads)) {
        let in_place = old.paths.iter().map(|path| take(path, Output::AsBefore));
        if in_place.collect::<Result<Vec<_>, _>>()?.into_iter().all(|there| there) {
            return Ok(Ok(before.index.clone()));
        }
    }
    let (records, reads) = match press.read(&|_| Ok(String::new()), records) {
        Ok(read) => read,
        Err(problem) => return Ok(Err(problem)),
    };
    look(&records);
    let files = match kept_files(records, &press.site.config.language, kept) {
        Ok(files) => files,
        Err(problem) => return Ok(Err(problem)),
    };
    let mut paths = Vec::with_capacity(files.len());
    for (path, bytes) in &files {
        let path = format!("{}{path}", INDEX.trim_start_matches('/'));
        take(&path, Output::Bytes(bytes))?;
        paths.push(path);
    }
    Ok(Ok(Index(Some(Indexed { reads, paths }))))
}

/// What the index of a build was made from, if it has one.
#[derive(Clone, Debug, Default)]
pub struct Index(Option<Indexed>);

/// The files of a site's index, from what was kept or made now.
fn kept_files(records: Vec<Record>, tag: &str, kept: &dyn Kept) -> Result<Files, Diagnostic> {
    let language = language(tag);
    let name = hash(&language, &records);
    if let Some(files) = kept.get(&name).and_then(|bytes| unpack(&bytes)) {
        return Ok(files);
    }
    let files = files(records, &language)?;
    kept.put(&name, &pack(&files));
    Ok(files)
}

/// The files of a site's index.
///
/// # Errors
/// A diagnostic if the index can't be made.
pub fn index_files(press: Press<'_>) -> Result<Files, Diagnostic> {
    let (records, _) = press.read(&|_| Ok(String::new()), records)?;
    files(records, &language(&press.site.config.language))
}

/// The language whose endings of words the index knows: the tag without its region. What is no language is indexed by
/// whole words.
fn language(tag: &str) -> String {
    let base = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let is_language = (2..=3).contains(&base.len()) && base.bytes().all(|b| b.is_ascii_lowercase());
    if is_language { base } else { "unknown".to_owned() }
}

fn hash(language: &str, records: &[Record]) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut part = |text: &str| {
        hasher.update(&text.len().to_le_bytes()).update(text.as_bytes());
    };
    part(FORM);
    part(language);
    for record in records {
        part(&record.address);
        for (name, _) in &record.filters {
            part(name);
        }
        for (weight, _) in &record.said {
            part(&weight.to_string());
        }
        record.texts().for_each(&mut part);
    }
    hasher.finalize().to_hex().to_string()
}

/// Runs Pagefind, on a thread of its own: should it panic over some text, that is a problem to be told like any other.
fn files(records: Vec<Record>, language: &str) -> Result<Files, Diagnostic> {
    let made = std::thread::scope(|scope| scope.spawn(|| pagefind_files(records, language)).join());
    let failed = |why: String| {
        Diagnostic::error("search-index", format!("the search index can't be made: {why}"))
            .hint("`enabled = false` under `[search]` in site.toml does without a search")
    };
    match made {
        Ok(Ok(files)) => Ok(files),
        Ok(Err(why)) => Err(failed(why)),
        Err(_) => Err(failed("the indexer stopped".to_owned())),
    }
}

/// No index is asked for: without the feature a site has no search.
#[cfg(not(feature = "search"))]
fn pagefind_files(_: Vec<Record>, _: &str) -> Result<Files, String> {
    Err("this comeback was built without its feature `search`".to_owned())
}

#[cfg(feature = "search")]
fn pagefind_files(records: Vec<Record>, language: &str) -> Result<Files, String> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let options = PagefindServiceConfig::builder().force_language(language.to_owned());
    let options = options.keep_index_url(true).max_fragments(MOST_FRAGMENTS).build();
    runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| error.to_string())?;
        let near_words = near_words::files(&records);
        for record in records {
            let text = digest::digest(&record);
            let Record { address, title, beside, filters: named, said } = record;
            let mut filters: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (name, value) in named {
                filters.entry(name.to_owned()).or_default().push(value);
            }
            // Pagefind ranks by such facts as by titles, which no weight of words in a text comes to.
            let events = said.iter().filter(|(weight, _)| *weight == crate::site::EVENT).map(|(_, text)| text.as_str());
            let events = events.collect::<Vec<_>>().join(" ");
            let meta = [("title", title), ("beside", beside), ("event", events)];
            let meta = meta.into_iter().filter(|(_, value)| !value.is_empty());
            let meta = meta.map(|(name, value)| (name.to_owned(), value)).collect();
            // Addresses differ, so that no two records are the same to it.
            let added = index.add_custom_record(address, text, language.to_owned(), Some(meta), Some(filters), None);
            added.await.map_err(|error| error.to_string())?;
        }
        let files = index.get_files().await.map_err(|error| error.to_string())?;
        let files = files.into_iter().map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents));
        Ok(needed(files.chain(near_words).collect()))
    })
}

/// What a page with a script of its own needs: not Pagefind's own pages, and one program for the language.
#[cfg(feature = "search")]
fn needed(mut files: Files) -> Files {
    let known = files.keys().any(|path| path.starts_with("wasm.") && path != "wasm.unknown.pagefind");
    files.retain(|path, _| match path.as_str() {
        "pagefind.js" | "pagefind-entry.json" => true,
        "wasm.unknown.pagefind" => !known,
        path => !path.ends_with(".js") && !path.ends_with(".css"),
    });
    files
}

/// The files as one: before each its length and its path in a line.
fn pack(files: &Files) -> Vec<u8> {
    let mut out = Vec::with_capacity(files.values().map(|bytes| bytes.len() + 64).sum());
    for (path, bytes) in files {
        out.extend_from_slice(format!("{} {path}\n", bytes.len()).as_bytes());
        out.extend_from_slice(bytes);
    }
    out
}

/// The files again; `None` where something is missing.
fn unpack(mut packed: &[u8]) -> Option<Files> {
    let mut files = Files::new();
    while !packed.is_empty() {
        let end = packed.iter().position(|byte| *byte == b'\n')?;
        let (length, path) = std::str::from_utf8(&packed[..end]).ok()?.split_once(' ')?;
        let (bytes, rest) = packed[end + 1..].split_at_checked(length.parse().ok()?)?;
        files.insert(path.to_owned(), bytes.to_vec());
        packed = rest;
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_packed_and_unpacked() {
        let files: Files = [("a".to_owned(), b"1\n2".to_vec()), ("b/c d".to_owned(), Vec::new())].into();
        let packed = pack(&files);
        assert_eq!(unpack(&packed), Some(files));
        assert_eq!(unpack(&packed[..3]), None);
        assert_eq!(unpack(b"9 a\nshort"), None);
        assert_eq!(unpack(b"no length"), None);
    }

    #[test]
    fn languages_are_those_of_the_tag_or_none() {
        for (tag, expected) in [("en", "en"), ("pt-BR", "pt"), ("DE", "de"), ("x-y", "unknown"), ("wholly", "unknown")]
        {
            assert_eq!(language(tag), expected, "{tag}");
        }
    }

    #[cfg(feature = "search")]
    #[test]
    fn texts_that_look_like_the_index_are_texts() {
        for text in [
            "",
            "___PAGEFIND_ANCHOR___ ___PAGEFIND_ANCHOR___a:b:c ___PAGEFIND_WEIGHT___x ___END_PAGEFIND_WEIGHT___",
            "___PAGEFIND_AUTO_WEIGHT___999 ___PAGEFIND_WEIGHT___-3 a",
            "</body></html><p>after",
            "<div data-pagefind-ignore=\"x\" data-pagefind-filter=\"a[b]:c,d\">e",
            "<!-- never closed",
            "<p data-pagefind-meta=\"[\" id=\" \">\u{0}\u{ffff}\u{1f3c3}\u{200d}\u{2642} ﷽ ก็ 你好</p><script>",
        ] {
            for language in ["en", "zh", "th", "unknown"] {
                let record = Record {
                    address: "/a/".to_owned(),
                    title: text.to_owned(),
                    beside: String::new(),
                    filters: vec![("tag", text.to_owned())],
                    said: vec![(6, text.to_owned()), (1, text.to_owned())],
                };
                let made = files(vec![record], language);
                assert!(made.is_ok_and(|files| files.contains_key("pagefind-entry.json")), "{language}: {text}");
            }
        }
    }
}
