//! The pictures and other files of a blog: which of them lie in the folder that was named, and where they go.

use super::WordPressHaul;
use super::plan::title;
use super::wxr::{WxrExport, WxrItem, of as value};
use super::{addresses, quoted};
use crate::import::free_paths::is_inside;
use crate::import::imported::{ImportedBytes, ImportedFile, ImportedKind, LeftOut};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Where uploads lie in a site.
const UPLOADS: &str = "content/uploads";

/// The folder of uploads in addresses.
const BELOW: &str = "wp-content/uploads/";

/// No address of an upload is longer.
const LONGEST_ADDRESS: usize = 2000;

/// An attachment, and its file where there is one.
#[derive(Clone)]
pub(super) struct Medium<'a> {
    pub(super) item: &'a WxrItem,
    /// Its address on the blog.
    pub(super) address: String,
    /// The path in the site and the file it is a copy of.
    pub(super) file: Option<(String, PathBuf)>,
}

/// All attachments of an export.
pub(super) struct Media<'a> {
    pub(super) all: Vec<Medium<'a>>,
    is_given: bool,
}

impl<'a> Media<'a> {
    /// Looks for the attachments among the files of a folder.
    pub(super) fn of(export: &'a WxrExport, folder: Option<&BTreeMap<String, PathBuf>>) -> Self {
        let attachments = export.items.iter().filter(|item| value(&item.values, "wp:post_type") == "attachment");
        let all = attachments.map(|item| {
            let typed = value(&item.values, "wp:attachment_url");
            let address = if typed.is_empty() { value(&item.values, "guid") } else { typed };
            let path = path_of(item, address);
            let file = folder.zip(path).and_then(|(folder, path)| {
                let source = find(folder, &path)?;
                let target = format!("{UPLOADS}/{path}");
                is_inside(&target).then(|| (target, source.clone()))
            });
            Medium { item, address: address.to_owned(), file }
        });
        let mut all: Vec<Medium<'a>> = all.collect();
        if let Some(folder) = folder {
            add_unlisted(&mut all, export, folder);
        }
        Self { all, is_given: folder.is_some() }
    }

    /// Adds the files that are copied to what was imported, and names the others.
    pub(super) fn files(&self, haul: &mut WordPressHaul<'_>) {
        let mut known = BTreeMap::new();
        for medium in &self.all {
            let place = haul.source.place(medium.item.at);
            let Some((path, source)) = &medium.file else {
                let why = match (medium.address.is_empty(), self.is_given) {
                    (true, _) => "since the export has no address for it",
                    (_, true) => "since it is not in the folder of --media",
                    (_, false) => "since no folder of uploads was named with --media",
                };
                let what = match medium.address.as_str() {
                    "" => format!("attachment {}", quoted(&title(medium.item))),
                    address => address.to_owned(),
                };
                haul.out.left_out.push(LeftOut { what, place, why: why.to_owned() });
                continue;
            };
            // An attachment may be listed twice.
            if known.insert(path.to_lowercase(), ()).is_none() {
                haul.out.files.push(ImportedFile {
                    path: path.clone(),
                    kind: ImportedKind::Attachment,
                    place,
                    bytes: ImportedBytes::CopyOf(source.clone()),
                    kept_back: None,
                });
            }
        }
    }
}

/// Adds the uploads that texts show and the export doesn't list, as one of posts alone does.
fn add_unlisted<'a>(all: &mut Vec<Medium<'a>>, export: &'a WxrExport, folder: &BTreeMap<String, PathBuf>) {
    let mut known: BTreeSet<String> =
        all.iter().filter_map(|medium| Some(medium.file.as_ref()?.0.to_lowercase())).collect();
    for item in export.items.iter().filter(|item| matches!(value(&item.values, "wp:post_type"), "post" | "page")) {
        for address in named_in(value(&item.values, "content:encoded"), &export.homes) {
            let Some(path) = addresses::key(&address).and_then(|key| below_uploads(&key)) else { continue };
            let large = addresses::original(&path).into_iter().chain([path]);
            let Some((path, source)) = large.into_iter().find_map(|path| Some((path.clone(), find(folder, &path)?)))
            else {
                continue;
            };
            let target = format!("{UPLOADS}/{path}");
            if is_inside(&target) && known.insert(target.to_lowercase()) {
                let end = address.rfind('/').unwrap_or(0);
                let name = path.rsplit('/').next().unwrap_or(&path);
                let address = format!("{}/{name}", &address[..end]);
                all.push(Medium { item, address, file: Some((target, source.clone())) });
            }
        }
    }
}

/// The addresses of the blog's uploads in a text; one without a host is the blog's.
fn named_in(html: &str, homes: &[String]) -> Vec<String> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',');
    let host = |address: &str| addresses::key(address).and_then(|key| key.split('/').next().map(str::to_owned));
    let hosts: BTreeSet<String> = homes.iter().filter_map(|home| host(home)).collect();
    let whole = |at: usize| {
        let (mut from, mut to) = (at.saturating_sub(LONGEST_ADDRESS), (at + LONGEST_ADDRESS).min(html.len()));
        while !html.is_char_boundary(from) {
            from += 1;
        }
        while !html.is_char_boundary(to) {
            to -= 1;
        }
        let start = html[from..at].rfind(is_end).map_or(from, |end| from + end + 1);
        let end = html[at..to].find(is_end).map_or(to, |end| at + end);
        let address = html.get(start..end)?;
        let is_path = address.starts_with('/') && !address.starts_with("//");
        let home = homes.first().map_or("", |home| home.trim_end_matches('/'));
        let address = if is_path { format!("{home}{address}") } else { address.to_owned() };
        host(&address).filter(|host| hosts.contains(host)).map(|_| address)
    };
    html.match_indices(BELOW).filter_map(|(at, _)| whole(at)).collect()
}

/// A path below the folder of uploads.
fn below_uploads(key: &str) -> Option<String> {
    key.rsplit_once(BELOW).map(|(_, below)| below.to_owned()).filter(|below| !below.is_empty() && !below.contains('?'))
}

/// The path of an upload below `wp-content/uploads`: `2020/08/knee.jpg`.
fn path_of(item: &WxrItem, address: &str) -> Option<String> {
    let noted = value(&item.meta, "_wp_attached_file");
    if !noted.is_empty() && !noted.contains(['"', ':']) {
        return Some(noted.trim_start_matches('/').to_owned());
    }
    let key = addresses::key(address)?;
    let (_, path) = key.split_once('/')?;
    let path = below_uploads(&key).unwrap_or_else(|| path.to_owned());
    (!path.is_empty() && !path.contains('?')).then_some(path)
}

/// A file of the folder, which may be that of the uploads or one above it.
fn find<'a>(folder: &'a BTreeMap<String, PathBuf>, path: &str) -> Option<&'a PathBuf> {
    ["", "uploads/", "wp-content/uploads/"].iter().find_map(|above| folder.get(&format!("{above}{path}")))
}
