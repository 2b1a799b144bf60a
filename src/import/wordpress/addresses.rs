//! Where the addresses of a blog lead once its texts and files are those of a site.

use crate::links::url;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::collections::{BTreeMap, BTreeSet};

/// What would end an address in markdown, or mean something else in it.
const NOT_IN_ADDRESS: &AsciiSet = &CONTROLS.add(b' ').add(b'(').add(b')').add(b'<').add(b'>').add(b'"').add(b'\\');

/// The same of a path whose letters are names of files.
const NOT_IN_PATH: &AsciiSet = &NOT_IN_ADDRESS.add(b'%').add(b'?').add(b'#').add(b'[').add(b']');

/// What the addresses of a blog became.
#[derive(Debug, Default)]
pub(super) struct OldAddresses {
    /// Files of the site, by [`key`].
    found: BTreeMap<String, String>,
    /// The hosts of the blog, where addresses without one lead.
    hosts: Vec<String>,
    /// Pages that show one picture and nothing else.
    of_pictures: BTreeSet<String>,
}

/// Pictures have smaller copies beside them, whose names end so: `-300x200`, `-scaled`.
pub(super) fn original(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (rest, size) = stem.rsplit_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_size = size.split_once('x').is_some_and(|(wide, high)| is_number(wide) && is_number(high));
    (is_size || size == "scaled").then(|| format!("{rest}.{ending}"))
}

/// What an address is known by: host and path, without scheme, query and the slash at its end. A query that names a text by
/// its number is kept.
pub(super) fn key(address: &str) -> Option<String> {
    let rest = address.trim();
    let rest = rest.strip_prefix("https:").or_else(|| rest.strip_prefix("http:")).unwrap_or(rest);
    let rest = rest.strip_prefix("//")?.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = url::decode(path.trim_end_matches('/')).into_owned();
    let number = query.and_then(|query| query.split('&').find(|part| is_number_of_text(part)));
    Some(format!("{host}/{path}{}", number.map(|part| format!("?{part}")).unwrap_or_default()))
}

fn is_number_of_text(part: &str) -> bool {
    matches!(part.split_once('='), Some(("p" | "page_id" | "attachment_id", _)))
}

/// What of an address stands behind its host.
pub(super) fn path_of(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    Some(rest.find(['/', '?', '#']).map_or("", |at| &rest[at..]))
}

impl OldAddresses {
    /// A file of the site takes the place of an address.
    pub(super) fn add(&mut self, address: &str, path: &str) {
        if let Some(key) = key(address) {
            // Copies of a picture that was made smaller as a whole are named after the one that was sent.
            if let Some(sent) = original(&key) {
                self.found.entry(sent).or_insert_with(|| path.to_owned());
            }
            self.found.entry(key).or_insert_with(|| path.to_owned());
        }
    }

    /// A host is the blog's.
    pub(super) fn add_home(&mut self, address: &str) {
        if let Some(host) = key(address).and_then(|key| key.split('/').next().map(str::to_owned))
            && !self.hosts.contains(&host)
        {
            self.hosts.push(host);
        }
    }

    /// An address is that of a page with one picture.
    pub(super) fn add_page_of_picture(&mut self, address: &str) {
        self.of_pictures.extend(key(address));
    }

    /// Whether an address is that of a page with one picture.
    pub(super) fn is_page_of_picture(&self, address: &str) -> bool {
        key(address).is_some_and(|key| self.of_pictures.contains(&key))
    }

    /// The file that stands for an address now: the largest copy, for a picture's smaller ones.
    pub(super) fn find(&self, address: &str) -> Option<&str> {
        if address.starts_with('/') && !address.starts_with("//") {
            return self.hosts.iter().find_map(|host| self.find_whole(&format!("//{host}{address}")));
        }
        self.find_whole(address)
    }

    fn find_whole(&self, address: &str) -> Option<&str> {
        let key = key(address)?;
        let large = original(&key).and_then(|key| self.found.get(&key));
        large.or_else(|| self.found.get(&key)).map(String::as_str)
    }

    /// An address as it stands in the markdown of a file: the way to the file of its own that it leads to now, else as it was.
    pub(super) fn from(&self, file: &str, address: &str) -> String {
        let typed = || utf8_percent_encode(&one_line(address), NOT_IN_ADDRESS).to_string();
        let Some(path) = self.find(address) else { return typed() };
        let anchor = address.split_once('#').map(|(_, anchor)| format!("#{anchor}")).unwrap_or_default();
        format!("{}{}", utf8_percent_encode(&url::way(file, path), NOT_IN_PATH), typed_anchor(&anchor))
    }
}

fn typed_anchor(anchor: &str) -> String {
    utf8_percent_encode(anchor, NOT_IN_ADDRESS).to_string()
}

fn one_line(address: &str) -> String {
    address.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_files() {
        let mut old = OldAddresses::default();
        old.add("http://blog.example/2020/08/first-run/", "content/journal/2020-08-14-first-run.md");
        old.add("https://blog.example/?p=7", "content/about.md");
        old.add("https://blog.example/wp-content/uploads/2020/08/my knee.jpg", "content/uploads/2020/08/my knee.jpg");
        old.add_home("http://www.blog.example/");
        let from = |address: &str| old.from("content/journal/2020-09-01-mri.md", address);
        for (address, expected) in [
            ("https://www.blog.example/2020/08/first-run", "2020-08-14-first-run.md"),
            ("//blog.example/2020/08/first-run/#more (1)", "2020-08-14-first-run.md#more%20%281%29"),
            ("http://blog.example/?page=2&p=7", "../about.md"),
            ("http://blog.example/?p=8", "http://blog.example/?p=8"),
            (
                "http://blog.example/wp-content/uploads/2020/08/my%20knee-300x200.jpg?w=300",
                "../uploads/2020/08/my%20knee.jpg",
            ),
            ("https://other.example/a (b)\n", "https://other.example/a%20%28b%29"),
            ("/2020/08/first-run/", "2020-08-14-first-run.md"),
            ("/2020/08/other/", "/2020/08/other/"),
            ("#top", "#top"),
            ("", ""),
        ] {
            assert_eq!(from(address), expected, "{address}");
        }
        assert_eq!(old.from("content/about.md", "http://blog.example/?p=7"), "about.md");
    }

    #[test]
    fn paths_are_kept_letter_for_letter() {
        for (address, expected) in [
            ("https://blog.example/2012/Caf%C3%A9_x/", Some("/2012/Caf%C3%A9_x/")),
            ("https://blog.example/?p=3#x", Some("/?p=3#x")),
            ("https://blog.example", Some("")),
            ("/a", None),
        ] {
            assert_eq!(path_of(address), expected, "{address}");
        }
    }
}
