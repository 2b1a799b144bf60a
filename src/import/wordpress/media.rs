//! The pictures and other files of a blog: which of them lie in the folder that was named, and where they go.

use super::WordPressHaul;
use super::plan::title;
use super::wxr::{WxrExport, WxrItem, of as value};
use super::{addresses, quoted};
use crate::import::free_paths::is_inside;
use crate::import::imported::{ImportedBytes, ImportedFile, ImportedKind, LeftOut};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where uploads lie in a site.
const UPLOADS: &str = "content/uploads";

/// An attachment, and its file where there is one.
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
        Self { all: all.collect(), is_given: folder.is_some() }
    }

    /// Adds the files that are copied to what was imported, and names the others.
    pub(super) fn files(&self, haul: &mut WordPressHaul<'_>) {
        let mut known = BTreeMap::new();
        for medium in &self.all {
            let place = haul.source.place(medium.item.at);
            let Some((path, source)) = &medium.file else {
                let why = match (medium.address.is_empty(), self.is_given) {
                    (true, _) => "the export has no address for it",
                    (_, true) => "it is not in the folder of --media",
                    (_, false) => "no folder of uploads was named with --media",
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

/// The path of an upload below `wp-content/uploads`: `2020/08/knee.jpg`.
fn path_of(item: &WxrItem, address: &str) -> Option<String> {
    let noted = value(&item.meta, "_wp_attached_file");
    if !noted.is_empty() && !noted.contains(['"', ':']) {
        return Some(noted.trim_start_matches('/').to_owned());
    }
    let key = addresses::key(address)?;
    let (_, path) = key.split_once('/')?;
    let path = path.rsplit_once("wp-content/uploads/").map_or(path, |(_, below)| below);
    (!path.is_empty() && !path.contains('?')).then(|| path.to_owned())
}

/// A file of the folder, which may be that of the uploads or one above it.
fn find<'a>(folder: &'a BTreeMap<String, PathBuf>, path: &str) -> Option<&'a PathBuf> {
    ["", "uploads/", "wp-content/uploads/"].iter().find_map(|above| folder.get(&format!("{above}{path}")))
}
