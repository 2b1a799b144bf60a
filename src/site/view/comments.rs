//! What readers said below a text, and how to say something.

use super::Day;
use crate::comments::Comment;
use crate::config::FormTarget;
use crate::language::Words;
use crate::site::comments::{Answers, Row, Thread, heading_id};
use crate::site::reader::{LinkedText, PlanReader};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// Answers deeper than this stand in the list of this depth, and say in words whom they answer, as all do: browsers cut
/// trees of ten thousand levels anyway, and nobody counts them.
const DEEPEST: usize = 12;

/// The comments of a page and the invitation to leave one.
#[derive(Debug, Serialize)]
pub(super) struct CommentsView {
    /// The id of the section's heading.
    id: String,
    /// `7 comments`, nothing where there are none.
    pub(super) count: Option<String>,
    rows: Vec<RowView>,
    /// An item for each list that is open after the last comment.
    open: Vec<usize>,
    closed: bool,
    form: Option<FormView>,
    /// The address of a letter to the writer.
    letter: Option<String>,
}

#[derive(Debug, Serialize)]
struct RowView {
    anchor: String,
    name: String,
    url: Option<String>,
    author: bool,
    day: Option<Day>,
    /// Whom it answers.
    answers: Option<AnswerView>,
    /// It answers what is not shown.
    unseen: bool,
    html: String,
    /// It is the first of a list of answers.
    opens: bool,
    /// An item for each list that ends before it.
    closes: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct AnswerView {
    href: String,
    name: String,
}

/// A form as templates see it: what the service calls each field, where it is asked for.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    action: String,
    host: String,
    name: Option<String>,
    email: Option<String>,
    url: Option<String>,
    message: Option<String>,
    reply: Option<String>,
    /// The comments that can be answered: id and words.
    replies: Vec<(String, String)>,
    hidden: Vec<(String, String)>,
}

impl FormView {
    pub(super) fn new(target: &FormTarget) -> Self {
        let field = |name: &str| target.field(name).map(str::to_owned);
        Self {
            action: target.action.clone(),
            host: target.host.clone(),
            name: field("name"),
            email: field("email"),
            url: field("url"),
            message: field("message"),
            reply: field("reply"),
            replies: Vec::new(),
            hidden: target.hidden.clone(),
        }
    }
}

/// The comments of a text at an address; plain pages invite nobody who has not begun.
pub(super) fn view(
    site: &PlanReader<'_>,
    text: &LinkedText<'_>,
    thread: Option<&Thread>,
    is_entry: bool,
) -> Option<CommentsView> {
    let (settings, entry, address) = (&site.config.comments, text.entry, text.address);
    let invites = settings.enabled && !settings.closed && (is_entry || thread.is_some());
    let form = settings.form.as_ref().filter(|_| invites).map(|target| form(site, target, thread, address));
    let letter =
        settings.email.as_ref().filter(|_| invites).map(|email| letter(email, &entry.title, &site.language.words));
    if thread.is_none() && form.is_none() && letter.is_none() {
        return None;
    }
    let none: &[Row] = &[];
    let rows = thread.map_or(none, |thread| &thread.rows);
    let levels: Vec<usize> = rows.iter().map(|row| row.depth.min(DEEPEST - 1)).collect();
    Some(CommentsView {
        id: heading_id(entry),
        count: (!rows.is_empty()).then(|| counted(rows.len(), &site.language.words)),
        open: levels.last().map(|level| (0..=*level).collect()).unwrap_or_default(),
        rows: (0..rows.len()).map(|index| row(site, rows, &levels, index)).collect(),
        closed: settings.closed,
        form,
        letter,
    })
}

/// `7 comments`.
pub(super) fn counted(n: usize, words: &Words) -> String {
    words.say("comments-count", &[("n", n.into())])
}

fn row(site: &PlanReader<'_>, rows: &[Row], levels: &[usize], index: usize) -> RowView {
    let words = &site.language.words;
    let Row { comment, anchor, answers, .. } = &rows[index];
    let level = levels[index];
    let before = index.checked_sub(1).map(|before| levels[before]);
    RowView {
        anchor: anchor.clone(),
        name: name(comment, words),
        url: comment.url.clone(),
        author: comment.author,
        day: comment.when.map(|when| Day::new(site, when.day)),
        answers: match answers {
            Answers::Row(other) => {
                let other = &rows[*other];
                Some(AnswerView { href: format!("#{}", other.anchor), name: name(&other.comment, words) })
            }
            Answers::Nobody | Answers::Hidden => None,
        },
        unseen: *answers == Answers::Hidden,
        html: comment.html.clone(),
        opens: before.is_some_and(|before| level > before),
        closes: (level..before.unwrap_or(level)).collect(),
    }
}

/// What somebody is called, with a name or without.
fn name(comment: &Comment, words: &Words) -> String {
    comment.name.clone().unwrap_or_else(|| words.word("comments-anonymous"))
}

fn form(site: &PlanReader<'_>, target: &FormTarget, thread: Option<&Thread>, address: &str) -> FormView {
    let words = &site.language.words;
    let mut form = FormView::new(target);
    if let Some(field) = target.field("slug") {
        form.hidden.push((field.to_owned(), folder(address)));
    }
    let rows = thread.map(|thread| thread.rows.iter()).into_iter().flatten();
    form.replies = rows
        .filter(|_| form.reply.is_some())
        .filter_map(|row| {
            let comment = &row.comment;
            let name = name(comment, words);
            let told = match comment.when {
                Some(when) => {
                    let day = site.language.dates.short(when.day).into();
                    words.say("comments-of", &[("name", name.into()), ("day", day)])
                }
                None => name,
            };
            Some((comment.ids.first()?.clone(), told))
        })
        .collect();
    form
}

/// What the folder of a page's comments is called: an entry's own name, the whole address of what stands elsewhere.
fn folder(address: &str) -> String {
    let whole = address.trim_matches('/');
    let own = whole.strip_prefix("journal/").filter(|own| !own.contains('/'));
    own.unwrap_or(whole).to_owned()
}

/// The address of a letter that says what it is about.
fn letter(email: &str, title: &str, words: &Words) -> String {
    let subject = words.say("comments-subject", &[("title", title.into())]);
    format!("mailto:{email}?subject={}", utf8_percent_encode(&subject, NON_ALPHANUMERIC))
}
