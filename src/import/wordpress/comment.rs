//! What readers wrote: approved comments as files, answers below what they answer, and no address of anybody's.

use super::WordPressHaul;
use super::blocks::REMOVED;
use super::item::moment;
use super::markdown::{markdown, plain};
use super::paragraphs::with_paragraphs;
use super::plan::PlannedText;
use super::wxr::{WxrComment, WxrExport, WxrItem, of as value};
use crate::comments::{MASK, name_without_addresses, without_addresses};
use crate::import::free_paths::FreePaths;
use crate::import::imported::{ImportedBytes, ImportedFile, ImportedKind, LeftOut};
use crate::import::markdown_file::{front_matter, yaml};
use crate::text::slug::slug;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest way up to a comment that is shown.
const LONGEST_WAY: usize = 1000;

/// What the comments of a text say; nothing for those that do not come.
pub(super) fn messages(text: &PlannedText<'_>) -> Vec<String> {
    let message = |comment| if refusal(comment).is_none() { message(comment) } else { String::new() };
    text.item.comments.iter().map(message).collect()
}

/// Adds the comments of a text, and names those that do not come.
pub(super) fn add(text: &PlannedText<'_>, messages: &[String], export: &WxrExport, haul: &mut WordPressHaul<'_>) {
    let comments = &text.item.comments;
    let parents: BTreeMap<&str, &str> =
        comments.iter().map(|comment| (id(comment), value(&comment.values, "wp:comment_parent"))).collect();
    let shown: BTreeMap<&str, bool> =
        comments.iter().map(|comment| (id(comment), refusal(comment).is_none())).collect();
    let mut paths = FreePaths::default();
    for (comment, message) in comments.iter().zip(messages) {
        let place = haul.source.place(comment.at);
        if let Some(why) = refusal(comment) {
            haul.out.left_out.push(LeftOut { what: said_by(comment), place, why });
            continue;
        }
        let mut parent = value(&comment.values, "wp:comment_parent");
        for _ in 0..LONGEST_WAY {
            match shown.get(parent) {
                Some(true) | None => break,
                Some(false) => parent = parents.get(parent).copied().unwrap_or_default(),
            }
        }
        let answers = Some(parent).filter(|parent| shown.get(parent) == Some(&true) && *parent != id(comment));
        let stem = if id(comment).is_empty() { "comment".to_owned() } else { slug(id(comment)) };
        let path = paths.take(&format!("content/comments/{}/{stem}.yaml", text.folder));
        let is_author = is_author(text, comment, export);
        haul.out.files.push(ImportedFile {
            bytes: ImportedBytes::Text(file(comment, answers, is_author, message)),
            path,
            kind: ImportedKind::Comment,
            place,
            kept_back: None,
        });
    }
}

/// Names the approved comments on what does not come.
pub(super) fn leave(item: &WxrItem, haul: &mut WordPressHaul<'_>) {
    for comment in item.comments.iter().filter(|comment| refusal(comment).is_none()) {
        let place = haul.source.place(comment.at);
        let why = "what it stands below has no page here".to_owned();
        haul.out.left_out.push(LeftOut { what: said_by(comment), place, why });
    }
}

fn said_by(comment: &WxrComment) -> String {
    format!("comment by {}", name(comment).unwrap_or_else(|| "a reader".to_owned()))
}

fn id(comment: &WxrComment) -> &str {
    value(&comment.values, "wp:comment_id")
}

/// Why a comment doesn't come.
fn refusal(comment: &WxrComment) -> Option<String> {
    match value(&comment.values, "wp:comment_type") {
        "" | "comment" => {}
        "pingback" | "trackback" => return Some("since pingbacks and trackbacks are nobody’s words".to_owned()),
        other => return Some(format!("since it is no comment but of the type {other}")),
    }
    (value(&comment.values, "wp:comment_approved") != "1").then(|| "since it was not approved".to_owned())
}

fn name(comment: &WxrComment) -> Option<String> {
    name_without_addresses(&plain(value(&comment.values, "wp:comment_author")))
}

/// Whether who wrote the text wrote the comment too: the account says so.
fn is_author(text: &PlannedText<'_>, comment: &WxrComment, export: &WxrExport) -> bool {
    let user = value(&comment.values, "wp:comment_user_id");
    let own = export.authors.get(value(&text.item.values, "dc:creator"));
    !matches!(user, "" | "0") && own.is_some_and(|id| id == user)
}

/// What a comment says, as markdown without addresses.
fn message(comment: &WxrComment) -> String {
    let typed = comment.values.get("wp:comment_content").map_or("", String::as_str);
    // A reference hides the sign of an address from who looks for one.
    let plain_signs = ["&#64;", "&#064;", "&#x40;", "&#X40;", "&commat;"];
    let typed = plain_signs.iter().fold(typed.to_owned(), |text, sign| text.replace(sign, "@"));
    let typed = without_addresses(&typed).replace(MASK, &REMOVED.to_string());
    let message = markdown(&with_paragraphs(&typed), &Arc::default());
    without_addresses(&message).replace(REMOVED, MASK)
}

fn file(comment: &WxrComment, answers: Option<&str>, is_author: bool, message: &str) -> String {
    let url = value(&comment.values, "wp:comment_author_url");
    let is_url = url.starts_with("http") && url.contains("://") && without_addresses(url) == url;
    let or_nothing = |value: Option<String>| value.map_or(Value::Null, Value::from);
    let when = moment(value(&comment.values, "wp:comment_date_gmt"), value(&comment.values, "wp:comment_date"));
    yaml(&front_matter([
        ("_id", id(comment).into()),
        ("name", or_nothing(name(comment))),
        ("author", if is_author { true.into() } else { Value::Null }),
        ("url", if is_url { url.into() } else { Value::Null }),
        ("date", or_nothing(when)),
        ("replying_to_uid", or_nothing(answers.map(str::to_owned))),
        ("message", message.into()),
    ]))
}
