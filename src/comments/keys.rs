//! The keys of a comment's file: Staticman's, and the spellings that files of its users and of importers have.

use crate::fields::{Form, Key};

/// Its ids.
pub(super) const ID: &[&str] = &["_id", "id", "comment_id", "uid"];

/// Whom it answers, the most exact key first: themes write the id of the answered comment beside that of its thread.
pub(super) const REPLY: &[&str] = &[
    "replying_to_uid",
    "replying_to_id",
    "replyID",
    "in_reply_to",
    "reply_to",
    "parent_id",
    "parentId",
    "parent",
    "replying_to",
    "replyThread",
];

/// The page by Staticman, a comment by some.
pub(super) const VAGUE_PARENT: &str = "_parent";

/// Who wrote it.
pub(super) const NAME: &[&str] = &["name", "author", "author_name", "username"];

/// The mark of the journal's writer.
pub(super) const AUTHOR: &str = "author";

/// The address, plain or as a hash; only ever compared.
pub(super) const EMAIL: &[&str] = &["email", "mail", "author_email"];

/// The page of who wrote it.
pub(super) const URL: &[&str] = &["url", "website", "author_url", "web", "homepage"];

/// When.
pub(super) const DATE: &[&str] = &["date", "timestamp", "created_at", "created"];

/// What it says.
pub(super) const MESSAGE: &[&str] = &["message", "comment", "body", "content", "text"];

/// What must say yes, in small letters and without signs, as the next two.
pub(super) const APPROVED: &[&str] = &["approved", "accepted", "moderated", "published"];

/// What must say no.
pub(super) const HIDDEN: &[&str] =
    &["hidden", "spam", "junk", "deleted", "removed", "rejected", "trash", "trashed", "draft", "pending"];

/// What says how far it is.
pub(super) const STATUS: &[&str] = &["status", "state"];

const fn text(name: &'static str) -> Key {
    Key::new(name, Form::Text, "")
}

/// All of them, for the reader of fields.
pub(super) const COMMENT: &[&[Key]] = &[
    &[text("_id"), text("id"), text("comment_id"), text("uid")],
    &[
        text("replying_to_uid"),
        text("replying_to_id"),
        text("replyID"),
        text("in_reply_to"),
        text("reply_to"),
        text("parent_id"),
        text("parentId"),
        text("parent"),
        text("replying_to"),
        text("replyThread"),
        text("_parent"),
    ],
    &[text("name"), text("author"), text("author_name"), text("username")],
    &[text("email"), text("mail"), text("author_email")],
    &[text("url"), text("website"), text("author_url"), text("web"), text("homepage")],
    &[text("date"), text("timestamp"), text("created_at"), text("created")],
    &[text("message"), text("comment"), text("body"), text("content"), text("text")],
];
