//! Staticman's comments, one file each, without what is nobody's business.

use crate::comments::without_addresses;
use crate::fields::Node;
use crate::import::foreign::filing::{Filing, ForeignText};
use crate::import::foreign::front::yaml;
use crate::import::foreign::keys::{text_of, value_of};
use crate::import::foreign::tree::{ending, stem};
use crate::import::{ImportedBytes, ImportedFile, ImportedKind};
use crate::text::slug::slug;
use serde_yaml::{Mapping, Value};

/// Where they lie.
const FOLDER: &str = "_data/comments/";

/// The fields that are shown or say whom a comment answers. All others stay where they are: addresses, hosts, browsers.
const FIELDS: [&str; 14] = [
    "_id",
    "_parent",
    "id",
    "name",
    "author_name",
    "url",
    "website",
    "date",
    "message",
    "comment",
    "replying_to",
    "replying_to_uid",
    "reply_to",
    "parent_id",
];

/// Words that keep a comment back where their value isn't a plain no, and those that do where it is one.
const HIDDEN: [&str; 10] =
    ["hidden", "spam", "junk", "deleted", "removed", "rejected", "trash", "trashed", "draft", "pending"];
const APPROVED: [&str; 4] = ["approved", "accepted", "moderated", "published"];

/// Whether a path is that of a comment.
pub(super) fn is_one(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|inside| inside.contains('/'))
        && matches!(ending(path).as_str(), "yml" | "yaml" | "json")
}

/// Reads a comment, or names why it doesn't come.
pub(super) fn read(path: &str, texts: &[ForeignText], filing: &mut Filing<'_>) {
    let Some(text) = filing.tree.text(path) else { return };
    let what = || format!("comment `{}`", stem(path));
    let text = text.strip_prefix("---\n").unwrap_or(&text).to_owned();
    let pairs = match yaml(path, &text) {
        Ok(pairs) => pairs,
        Err(why) => return filing.leave_out(what(), path, why.replace("its front matter", "it")),
    };
    if is_hidden(&pairs) {
        return filing.leave_out(what(), path, "since it isn't approved");
    }
    let folder = path.strip_prefix(FOLDER).and_then(|inside| inside.rsplit_once('/')).map_or("", |(folder, _)| folder);
    let Some(entry) = entry_of(folder, texts) else {
        return filing.leave_out(what(), path, "since no post is called like its folder");
    };
    let comment: Mapping = pairs
        .iter()
        .filter(|(key, _)| FIELDS.contains(&key.to_lowercase().as_str()))
        .filter_map(|(key, value)| Some((Value::from(key.as_str()), harmless(value)?)))
        .collect();
    let yaml = serde_yaml::to_string(&comment).unwrap_or_default();
    let to = filing.free_path(&format!("content/comments/{entry}/{}.yaml", slug(stem(path))));
    filing.add(ImportedFile {
        path: to,
        kind: ImportedKind::Comment,
        place: path.to_owned(),
        bytes: ImportedBytes::Text(yaml),
        kept_back: None,
    });
}

/// The last part of the address of the post that a folder of comments belongs to.
fn entry_of(folder: &str, texts: &[ForeignText]) -> Option<String> {
    let wanted = slug(folder.rsplit('/').next().unwrap_or(folder));
    texts.iter().find_map(|text| {
        let stem = text.path.strip_prefix("content/")?.rsplit('/').next()?.trim_end_matches(".md");
        let short = crate::entry::strip_date(stem).map_or(stem, |(_, rest)| rest);
        (wanted == short || wanted == stem).then(|| short.to_owned())
    })
}

fn is_hidden(pairs: &[(String, Node)]) -> bool {
    let says =
        |value: &Node, words: &[&str]| text_of(value).is_some_and(|text| words.contains(&text.to_lowercase().as_str()));
    pairs.iter().any(|(key, value)| {
        let key = key.trim_start_matches('_').to_lowercase();
        let is = |words: &[&str]| words.contains(&key.as_str());
        (is(&HIDDEN) && !says(value, &["false", "no", "0"]))
            || (is(&APPROVED) && !says(value, &["true", "yes", "1"]))
            || (is(&["status", "state"]) && !says(value, &["approved", "published", "accepted"]))
    })
}

/// A value without addresses of mail in its text.
fn harmless(value: &Node) -> Option<Value> {
    match value {
        Node::Text(text) => Some(without_addresses(text).into_owned().into()),
        Node::List(_) | Node::Map(_) | Node::Null => None,
        other => Some(value_of(other)),
    }
}
