//! The template function `t`: a message of the interface, in the language of its words.
//!
//! `{{ t(key="page-of", n=2, last=5) }}` says a message with its arguments. Counts may choose among a message's forms; texts
//! are escaped like any others. An argument made by a block, `{% set name %}<em>…</em>{% endset %}`, is markup and stays so:
//! a translator puts it where the language wants it, and no message holds a tag.

use crate::language::{Arg, Language};
use crate::text::marked::{MARKS, with_markup};
use crate::text::near::nearest;
use ahash::AHashMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// Gives templates the function, bound to a language.
pub(super) fn register(tera: &mut Tera, language: &Arc<Language>) {
    let constants: AHashMap<String, Value> =
        language.words.constants().map(|(id, text)| (id.to_owned(), Value::from(text))).collect();
    let language = language.clone();
    let function = move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let id: &str = kwargs.must_get("key")?;
        if let Some(constant) = constants.get(id) {
            return Ok(constant.clone());
        }
        say(&language, id, &kwargs)
    };
    tera.register_function("t", function);
}

fn say(language: &Language, id: &str, kwargs: &Kwargs) -> TeraResult<Value> {
    if !language.words.has(id) {
        let near =
            nearest(id, language.words.ids()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(tera::Error::message(format!("there is no message `{id}`{near}")));
    }
    let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
    let mut markup: Vec<(char, &str)> = Vec::new();
    let mut marks = MARKS;
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        let arg = match value.as_str() {
            Some(html) if value.is_safe() => {
                let Some(mark) = marks.next() else {
                    return Err(tera::Error::message(format!("the message `{id}` is told too much markup")));
                };
                markup.push((mark, html));
                Arg::from(mark.to_string())
            }
            Some(text) => Arg::from(text),
            None => number(value).unwrap_or_else(|| Arg::from(value.to_string())),
        };
        args.push((name, arg));
    }
    let text = language.words.say(id, &args);
    Ok(if markup.is_empty() { Value::from(text) } else { Value::safe_string(&with_markup(&text, &markup)) })
}

fn number(value: &Value) -> Option<Arg<'static>> {
    value.as_i64().map(Arg::from).or_else(|| value.as_f64().map(Arg::from))
}
