//! A graph of Logseq: days in `journals/`, pages in `pages/`, both as outlines.

use super::day_name::{DayName, day_name, told_order};
use super::outline::unfolded;
use super::wiki::{NO_PLUGIN, NoteNames, near, translated};
use super::{KeyedNote, finish, keyed};
use crate::config::Config;
use crate::diag::Checked;
use crate::fields::DateOrder;
use crate::import::foreign::filing::{Filing, ForeignText};
use crate::import::foreign::front::Languages;
use crate::import::foreign::kramdown;
use crate::import::foreign::prose::{CodeParts, as_code, fenced};
use crate::import::foreign::tree::{ForeignTree, is_markdown, name, stem};
use crate::import::foreign::when::TextDay;
use crate::import::{Imported, ImportedKind};
use crate::links::url;

/// Reads the folder of a graph; `order` is that of dates such as 03-05-2024 in names.
#[must_use]
pub fn read(tree: &ForeignTree, config: &Config, order: Option<DateOrder>) -> Checked<Imported> {
    let order = order.or_else(|| told_order(tree));
    let mut filing = Filing::new(tree, config);
    let mut names = NoteNames::of(tree, order);
    let mut texts = Vec::new();
    for path in tree.paths().filter(|path| is_markdown(path)) {
        let is_day = path.starts_with("journals/");
        if !is_day && !path.starts_with("pages/") {
            if !path.starts_with("logseq/") {
                filing.leave_out(format!("`{}`", name(path)), path, "since it lies neither in journals nor in pages");
            }
            continue;
        }
        texts.extend(page(path, is_day, order, &mut names, &mut filing));
    }
    for text in &mut texts {
        text.body = unfolded(&text.body);
        text.body = with_blocks(&text.body);
        text.body = with_macros(text, &mut filing);
        text.body = text.body.replace("#[[", "[[");
        text.body = translated(text, &names, &mut filing);
        text.body = kramdown::without_attributes(&text.body, &text.place, &mut filing.tally);
        finish(text, &names, &mut filing);
    }
    filing.finish(texts)
}

fn page(
    path: &str,
    is_day: bool,
    order: Option<DateOrder>,
    names: &mut NoteNames,
    filing: &mut Filing<'_>,
) -> Option<ForeignText> {
    let parts = filing.parted(path, Languages::Yaml)?;
    let day = if is_day { day_name(stem(path), order) } else { DayName::None };
    if is_day && !matches!(day, DayName::Day(..)) {
        filing.leave_out(format!("`{}`", name(path)), path, "since its name says no day");
        return None;
    }
    let KeyedNote { mut keys, body, line, other_names, says_public } = keyed(path, &parts, filing);
    let titled = url::decode(&stem(path).replace("___", "/")).into_owned();
    let (to, when) = match day {
        DayName::Day(date, rest) => {
            let when = TextDay::on(date);
            (filing.entry_path(Some(&when), &rest), Some(when))
        }
        _ => (filing.page_path(&format!("{}.md", titled.replace("//", "/"))), None),
    };
    keys.draft |= !is_day && !says_public;
    let others: Vec<String> = other_names.into_iter().chain([titled.clone()]).chain(keys.title.clone()).collect();
    names.add(path, &others, when.as_ref(), &to);
    filing.remember(path, &to);
    if keys.kept_back(filing.config).is_some() {
        names.hold(&to);
    }
    if !is_day {
        keys.title.get_or_insert(titled);
    }
    keys.when = when;
    let kind = if is_day { ImportedKind::Entry } else { ImportedKind::Page };
    Some(ForeignText { place: path.to_owned(), path: to, kind, keys, body, line })
}

/// The text with blocks between `#+BEGIN_` and `#+END_` as markdown has them.
fn with_blocks(text: &str) -> String {
    if !text.contains("#+") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut block: Option<(String, String)> = None;
    for line in text.split_inclusive('\n') {
        let word = line.trim().to_uppercase();
        if let Some(kind) = word.strip_prefix("#+BEGIN_").filter(|_| block.is_none()) {
            block = Some((kind.to_owned(), String::new()));
        } else if word.starts_with("#+END_")
            && let Some((kind, inside)) = block.take()
        {
            let (kind, language) = kind.split_once(' ').unwrap_or((&kind, ""));
            match kind {
                "SRC" | "EXAMPLE" => out.push_str(&fenced(&inside, &language.to_lowercase())),
                "QUERY" => out.push_str(&fenced(&inside, "query")),
                _ => inside.lines().for_each(|line| out.push_str(&format!("> {line}\n"))),
            }
        } else {
            match &mut block {
                Some((_, inside)) => inside.push_str(line),
                None => out.push_str(line),
            }
        }
    }
    if let Some((kind, inside)) = block {
        out.push_str(&format!("#+BEGIN_{kind}\n{inside}"));
    }
    out
}

/// The text with what stands in double braces or parentheses as a link, where it is one, or as code.
fn with_macros(text: &ForeignText, filing: &mut Filing<'_>) -> String {
    let body = text.body.as_str();
    let code = CodeParts::of(body);
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    while let Some(found) = body[at..].find(['{', '(']) {
        let start = at + found;
        let close = if body[start..].starts_with("{{") { "}}" } else { "))" };
        let is_one = (body[start..].starts_with("{{") || body[start..].starts_with("((")) && !code.has(start);
        let line = if is_one { near(&body[start..]) } else { "" };
        let Some(length) = line.find(close).filter(|length| close == "}}" || is_block_id(&line[2..*length])) else {
            out.push_str(&body[at..=start]);
            at = start + 1;
            continue;
        };
        out.push_str(&body[at..start]);
        at = start + length + 2;
        let inside = line[2..length].trim();
        let (word, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let rest = rest.trim();
        let is_video = matches!(word, "video" | "youtube" | "vimeo" | "bilibili" | "tweet" | "twitter");
        if is_video && rest.starts_with("https://") && !rest.contains(char::is_whitespace) {
            out.push_str(&format!("<{rest}>"));
            continue;
        }
        let kind = if close == "))" {
            "`((…))`".to_owned()
        } else {
            format!("`{{{{{}}}}}`", crate::text::shorten(word, 40))
        };
        filing.tally.stays(&kind, NO_PLUGIN, &text.place);
        out.push_str(&as_code(&body[start..at], &out));
    }
    out.push_str(&body[at..]);
    out
}

/// Whether a text is the id of a block.
fn is_block_id(text: &str) -> bool {
    text.len() == 36 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}
