//! What is wrong with a writer's tables of words, told with its place.

use super::tables::{Tables, name_of};
use super::{MessageTable, Words};
use crate::diag::{Diagnostic, Place};
use crate::text::near::nearest;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a message takes arguments.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Uses {
    /// It always says the same.
    Nothing,
    /// It takes some.
    Arguments,
}

/// What the messages of a text refer to.
type Messages<'a> = BTreeMap<&'a str, Refers<'a>>;

/// What a message refers to, as slices of its table's text.
#[derive(Debug, Default)]
struct Refers<'a> {
    arguments: BTreeSet<&'a str>,
    /// Other messages, and terms with their hyphen left out.
    messages: BTreeSet<&'a str>,
    terms: BTreeSet<&'a str>,
    empty: bool,
}

/// The messages that there are, which are those of the English tables, and whether any table of the site's gives them arguments.
pub(super) fn uses(tables: &Tables) -> BTreeMap<String, Uses> {
    let mut all = BTreeMap::new();
    for table in tables.english.iter().chain(&tables.native) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(table.text.to_string());
        for (id, refers) in messages(&resource) {
            // A message that stands in another one may bring arguments with it.
            let takes = !(refers.arguments.is_empty() && refers.messages.is_empty() && refers.terms.is_empty());
            let known = all.entry(id.to_owned()).or_insert(Uses::Nothing);
            if takes {
                *known = Uses::Arguments;
            }
        }
    }
    all
}

/// Tells what is wrong with the site's own tables.
pub(super) fn tables(tables: &Tables, into: &mut Vec<Diagnostic>) {
    let english = FluentResource::try_new(super::ENGLISH.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let known = messages(&english);
    for table in &tables.own {
        let path = &table.path;
        if name_of(path).is_none() {
            let problem =
                Diagnostic::warning("unknown-language", "the file’s name is no language tag, so it is not read");
            into.push(problem.at(Place::file(path)).hint("name it fr.ftl or pt-BR.ftl"));
            continue;
        }
        one(table, &known, into);
    }
}

/// Tells what is wrong with a table.
fn one(table: &MessageTable, known: &Messages<'_>, into: &mut Vec<Diagnostic>) {
    // Offsets are found by where a name lies in the text that was read.
    let resource = match FluentResource::try_new(table.text.to_string()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let message = lower(&error.kind.to_string());
                let place = Place::new(&table.path, &table.text, error.pos);
                let hint = "a message is a line `id = words`, and what goes on below it is indented";
                into.push(Diagnostic::error("bad-words", message).at(place).hint(hint));
            }
            resource
        }
    };
    let place = |name: &str| {
        let start = (name.as_ptr() as usize).saturating_sub(resource.source().as_ptr() as usize);
        Place::new(&table.path, &table.text, start..start + name.len())
    };
    let own = messages(&resource);
    let terms: BTreeSet<&str> = terms(&resource).collect();
    for (id, refers) in &own {
        let Some(original) = known.get(id) else {
            let near = nearest(id, known.keys().copied()).map(|near| format!("did you mean `{near}`?"));
            let hint = near.unwrap_or_else(|| "`comeback theme eject languages/en.ftl` has all messages".to_owned());
            into.push(
                Diagnostic::warning("unknown-message", format!("there is no message `{id}`")).at(place(id)).hint(hint),
            );
            continue;
        };
        if refers.empty {
            into.push(Diagnostic::error("bad-words", format!("the message `{id}` has no words")).at(place(id)));
        }
        for argument in refers.arguments.difference(&original.arguments) {
            let message = format!("the message `{id}` is not told `${argument}`");
            into.push(Diagnostic::error("unknown-argument", message).at(place(argument)).hint(told(original)));
        }
        for other in refers.messages.iter().filter(|other| !known.contains_key(**other) && !own.contains_key(**other)) {
            into.push(Diagnostic::error("unknown-message", format!("there is no message `{other}`")).at(place(other)));
        }
        for term in refers.terms.iter().filter(|term| !terms.contains(**term)) {
            into.push(
                Diagnostic::error("unknown-message", format!("there is no term `-{term}` in this file"))
                    .at(place(term)),
            );
        }
    }
}

/// Says what of the interface is English though the site is not.
pub(super) fn coverage(tag: &str, folder: &str, tables: &Tables, words: &Words, into: &mut Vec<Diagnostic>) {
    let start = "`comeback theme eject languages/en.ftl` is a file to start from";
    if !tables.has_words() {
        let message = format!("there are no words in `{tag}` for the interface, so that is in English");
        let name = super::tables::locale(tag).id.language;
        let problem = Diagnostic::note("no-words", message).at(Place::file("site.toml"));
        into.push(problem.hint(format!("they would stand in {folder}{name}.ftl; {start}")));
        return;
    }
    let mut borrowed: Vec<&str> = words.ids().filter(|id| words.is_borrowed(id)).collect();
    borrowed.sort_unstable();
    if let (Some(first), Some(table)) = (borrowed.first(), tables.native.last()) {
        let (n, of) = (borrowed.len(), words.ids().count());
        let message =
            format!("{n} of {of} messages are not in `{tag}`, so they are in English: the first is `{first}`");
        into.push(Diagnostic::note("no-words", message).at(Place::file(&table.path)).hint(start));
    }
}

fn told(message: &Refers<'_>) -> String {
    if message.arguments.is_empty() {
        return "it takes no arguments".to_owned();
    }
    let names: Vec<String> = message.arguments.iter().map(|name| format!("`${name}`")).collect();
    format!("it is told {}", names.join(", "))
}

fn lower(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn messages(resource: &FluentResource) -> Messages<'_> {
    let mut all = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let mut refers = Refers { empty: message.value.is_none(), ..Refers::default() };
        if let Some(pattern) = &message.value {
            in_pattern(pattern, &mut refers);
        }
        all.insert(message.id.name, refers);
    }
    all
}

fn terms(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    })
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>, into: &mut Refers<'a>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, into);
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, into: &mut Refers<'a>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, into),
        Expression::Select { selector, variants } => {
            in_inline(selector, into);
            variants.iter().for_each(|variant| in_pattern(&variant.value, into));
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, into: &mut Refers<'a>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.arguments.insert(id.name);
        }
        InlineExpression::MessageReference { id, .. } => {
            into.messages.insert(id.name);
        }
        InlineExpression::TermReference { id, .. } => {
            into.terms.insert(id.name);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, into));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, into),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}
