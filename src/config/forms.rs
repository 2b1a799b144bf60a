//! What `site.toml` says of talking back: comments, the newsletter, contact.
//!
//! Where a form sends what is typed is the writer's choice and is said beside it; nothing is sent anywhere by default.

use crate::fields::{Fields, Value};
use url::Url;

/// Where a form sends what is typed, and under which names.
#[derive(Clone, Debug, PartialEq)]
pub struct FormTarget {
    /// The whole address that takes it.
    pub action: String,
    /// The host that gets it, as pages say it.
    pub host: String,
    /// What the service calls the fields, by our names for them, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// What is sent beside what is typed: names and values.
    pub hidden: Vec<(String, String)>,
}

impl FormTarget {
    /// What the service calls a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(ours, _)| ours == name).map(|(_, theirs)| theirs.as_str())
    }
}

/// How comments are shown and invited.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentSettings {
    /// Whether they are shown at all.
    pub enabled: bool,
    /// Whether no more are invited.
    pub closed: bool,
    /// The form for more.
    pub form: Option<FormTarget>,
    /// The writer's address for comments by mail.
    pub email: Option<String>,
    /// Addresses or their hashes, as the files of the writer's own comments have them.
    pub author_emails: Vec<String>,
}

impl Default for CommentSettings {
    fn default() -> Self {
        Self { enabled: true, closed: false, form: None, email: None, author_emails: Vec::new() }
    }
}

/// The form for a newsletter.
#[derive(Clone, Debug, PartialEq)]
pub struct Newsletter {
    /// Where it is sent.
    pub form: FormTarget,
    /// What the writer says of it.
    pub words: Option<String>,
}

/// How the writer can be written to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// The writer's address.
    pub email: Option<String>,
    /// A form.
    pub form: Option<FormTarget>,
    /// What the writer says of it.
    pub words: Option<String>,
}

/// What Staticman calls the fields of a comment; `email` and `url` are asked for only where the settings name them.
pub(super) const COMMENT_FIELDS: [(&str, &str); 6] = [
    ("name", "fields[name]"),
    ("email", ""),
    ("url", ""),
    ("message", "fields[message]"),
    ("reply", "fields[replying_to_uid]"),
    ("slug", "options[slug]"),
];

/// What most services call the fields of a letter.
pub(super) const CONTACT_FIELDS: [(&str, &str); 3] = [("name", "name"), ("email", "email"), ("message", "message")];

pub(super) fn comments(value: Value<'_>) -> Option<CommentSettings> {
    let fields = value.mapping()?;
    let names = names(&fields, &COMMENT_FIELDS);
    let settings = CommentSettings {
        enabled: fields.read("enabled", Value::bool).unwrap_or(true),
        closed: fields.read("closed", Value::bool).unwrap_or(false),
        form: target(&fields, names),
        email: fields.read("email", email),
        author_emails: fields.get("author_emails").map(Value::texts).unwrap_or_default(),
    };
    fields.finish(&[], |key| (key == "action").then_some("the address of the form is `form`"));
    Some(settings)
}

pub(super) fn newsletter(value: Value<'_>) -> Option<Newsletter> {
    let fields = value.mapping()?;
    let field = fields.read("field", Value::text).unwrap_or_else(|| "email".to_owned());
    let words = fields.read("words", Value::text);
    let form = target(&fields, vec![("email".to_owned(), field)]);
    if form.is_none() && !fields.has("form") {
        let _: Option<()> = value.error(
            "missing-key",
            "a newsletter has the address of its form",
            "form = \"https://letters.example.org/subscribe\"",
        );
    }
    fields.finish(&[], |key| (key == "action").then_some("the address of the form is `form`"));
    Some(Newsletter { form: form?, words })
}

pub(super) fn contact(value: Value<'_>) -> Option<Contact> {
    let fields = value.mapping()?;
    let names = names(&fields, &CONTACT_FIELDS);
    let contact = Contact {
        form: target(&fields, names),
        email: fields.read("email", email),
        words: fields.read("words", Value::text),
    };
    fields.finish(&[], |key| (key == "action").then_some("the address of the form is `form`"));
    Some(contact)
}

/// What a service calls the fields, our name for each first; those that have no name are not asked for.
fn names(fields: &Fields<'_>, known: &[(&'static str, &str)]) -> Vec<(String, String)> {
    let own = fields.read("fields", |value| {
        let inner = value.mapping()?;
        let named: Vec<Option<String>> = known.iter().map(|(ours, _)| inner.read(ours, Value::text)).collect();
        inner.finish(&[], |_| None);
        Some(named)
    });
    let own = own.unwrap_or_else(|| vec![None; known.len()]);
    let named = known
        .iter()
        .zip(own)
        .map(|((ours, usual), own)| ((*ours).to_owned(), own.unwrap_or_else(|| (*usual).to_owned())));
    named.filter(|(_, theirs)| !theirs.is_empty()).collect()
}

fn target(fields: &Fields<'_>, names: Vec<(String, String)>) -> Option<FormTarget> {
    let hidden = fields.read("hidden", Value::named).unwrap_or_default();
    let hidden: Vec<(String, String)> =
        hidden.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.text()?))).collect();
    let (action, host) = fields.read("form", action)?;
    Some(FormTarget { action, host, fields: names, hidden })
}

/// The address of a form, and the host that it names.
fn action(value: Value<'_>) -> Option<(String, String)> {
    let typed = value.text()?;
    let url = Url::parse(&typed).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    match url.and_then(|url| Some((url.to_string(), url.host_str()?.to_owned()))) {
        Some((address, host)) => {
            if address.starts_with("http://") {
                value.warn("form-in-clear", "what is typed into this form can be read on its way", "write https://");
            }
            Some((address, host))
        }
        None => {
            let hint = "write the whole address: form = \"https://forms.example.org/entry\"";
            value.error("bad-url", format!("`{typed}` is no address that a form can be sent to"), hint)
        }
    }
}

/// An address of mail, which pages show because the settings say so.
fn email(value: Value<'_>) -> Option<String> {
    let typed = value.text()?;
    let is_address = typed.split_once('@').is_some_and(|(local, host)| {
        let plain =
            |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "@<>?&\"".contains(c));
        plain(local) && plain(host)
    });
    if is_address {
        return Some(typed);
    }
    value.error("bad-email", format!("{} is an address such as `me@example.org`, found `{typed}`", value.name), "")
}
