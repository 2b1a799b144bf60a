//! What front matter says of lessons.

use super::{LessonNote, forms};
use crate::fields::{Fields, Node, Value};
use crate::text::shorten;
use crate::text::slug::slug;
use std::ops::Range;

/// The keys that name a lesson, of which a mapping has exactly one.
const ROLES: [&str; 4] = ["id", "confirms", "revises", "retracts"];

/// A lesson taught, confirmed, revised or taken back, with the place of its id.
pub(super) fn lesson(value: Value<'_>) -> Option<(LessonNote, Range<usize>)> {
    let forms = "write `{id: sit-less, title: Sit less}` or `{confirms: sit-less}`";
    if !matches!(value.node, Node::Map(_)) {
        return value.error("wrong-kind", format!("a lesson is a mapping, found {}", value.node.what()), forms);
    }
    let mut fields = value.mapping()?;
    let roles: Vec<Value<'_>> = ROLES.into_iter().filter_map(|key| fields.get(key)).collect();
    if let [role] = roles[..] {
        fields.narrow(role.name);
    }
    let note = match roles[..] {
        [role] if role.name == "id" => taught(&fields, id(role)),
        [role] => cited(&fields, role.name, id(role)),
        _ => {
            for key in ["title", "tags", "pinned", "note"] {
                fields.get(key);
            }
            let names: Vec<String> = roles.iter().map(|role| format!("`{}`", role.name)).collect();
            let found = if names.is_empty() { "none of them".to_owned() } else { names.join(" and ") };
            let message = format!("a lesson has one of `id`, `confirms`, `revises` and `retracts`, found {found}");
            value.error("lesson-role", message, forms)
        }
    };
    fields.finish(&[], foreign);
    note.zip(roles.first().map(Value::range))
}

fn taught(fields: &Fields<'_>, id: Option<String>) -> Option<LessonNote> {
    let hint = "such as `title: Sit less`; to cite a lesson, use `confirms`, `revises` or `retracts` for `id`";
    let title = forms::required(fields, "title", "a lesson needs a `title`", hint).and_then(Value::text);
    let tags = fields.get("tags").map(Value::texts).unwrap_or_default();
    let pinned = fields.read("pinned", Value::bool).unwrap_or(false);
    Some(LessonNote::New { id: id?, title: title?, tags, pinned })
}

fn cited(fields: &Fields<'_>, role: &str, id: Option<String>) -> Option<LessonNote> {
    let note = fields.read("note", Value::text);
    let id = id?;
    Some(match role {
        "confirms" => LessonNote::Confirms { id, note },
        "revises" => LessonNote::Revises { id, note },
        _ => LessonNote::Retracts { id, note },
    })
}

/// A lesson's id, which is its address too and therefore a slug.
fn id(value: Value<'_>) -> Option<String> {
    let typed = value.text()?;
    let slug = slug(&typed);
    if slug == typed {
        return Some(slug);
    }
    let message = format!("a lesson's id is lower-case letters, digits and hyphens, found `{}`", shorten(&typed, 40));
    value.error("bad-slug", message, &format!("write `{slug}`"))
}

fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "title" | "tags" | "pinned" => "a lesson has it where it is taught, beside `id`",
        "note" => "a note stands beside `confirms`, `revises` or `retracts`",
        "text" | "lesson" => "did you mean `title`?",
        "slug" | "name" => "did you mean `id`?",
        "confirm" | "confirmed" => "did you mean `confirms`?",
        "revise" | "revised" => "did you mean `revises`?",
        "retract" | "retracted" => "did you mean `retracts`?",
        _ => return None,
    })
}
