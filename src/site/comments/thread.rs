//! Who answers whom on one page.
//!
//! Threads are built and walked without recursion: a hostile reader can answer himself ten thousand times.

use crate::comments::{Comment, Reply};
use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::text::near::Names;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The comments of one page, each followed by its answers.
#[derive(Debug, Default)]
pub(in crate::site) struct Thread {
    /// In the order in which they are read.
    pub(in crate::site) rows: Vec<Row>,
}

/// A comment in its thread.
#[derive(Debug)]
pub(in crate::site) struct Row {
    /// The comment.
    pub(in crate::site) comment: Arc<Comment>,
    /// Its id on the page, unique there.
    pub(in crate::site) anchor: String,
    /// How many comments it stands below.
    pub(in crate::site) depth: usize,
    /// Whom it answers.
    pub(in crate::site) answers: Answers,
}

/// Whom a comment answers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in crate::site) enum Answers {
    /// The entry.
    Nobody,
    /// Another comment, by its place among the rows.
    Row(usize),
    /// A comment that is not shown.
    Hidden,
}

impl Thread {
    /// The shown ones of a page's comments, which come in the order of their files.
    pub(super) fn of(comments: &[Arc<Comment>], entry: &Entry, problems: &mut Vec<Diagnostic>) -> Self {
        let by_id = by_id(comments, problems);
        let parents = parents(comments, &by_id, problems);
        let mut order: Vec<usize> = (0..comments.len()).filter(|index| !comments[*index].hidden).collect();
        // By date, those without one last; files in the order of their names decide the rest.
        order.sort_by_key(|index| {
            let comment = &comments[*index];
            (comment.when.is_none(), comment.when, comment.ids.first(), *index)
        });
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
        let mut top = Vec::new();
        for index in &order {
            match shown_above(comments, &parents, *index) {
                Some(parent) => below[parent].push(*index),
                None => top.push(*index),
            }
        }
        let mut anchors = Anchors::new(entry);
        let mut rows: Vec<Row> = Vec::with_capacity(order.len());
        let mut row_of: Vec<Option<usize>> = vec![None; comments.len()];
        let mut next: Vec<(usize, usize)> = top.into_iter().rev().map(|index| (index, 0)).collect();
        while let Some((index, depth)) = next.pop() {
            row_of[index] = Some(rows.len());
            let answers = match parents[index] {
                Parent::None => Answers::Nobody,
                Parent::Missing => Answers::Hidden,
                Parent::Comment(parent) => row_of[parent].map_or(Answers::Hidden, Answers::Row),
            };
            let comment = comments[index].clone();
            rows.push(Row { anchor: anchors.claim(&comment), comment, depth, answers });
            next.extend(below[index].iter().rev().map(|index| (*index, depth + 1)));
        }
        Self { rows }
    }
}

/// What a page shows of a thread follows from its files and from where each stands.
impl Hash for Thread {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for Row { comment, anchor, depth, answers } in &self.rows {
            (&comment.path, comment.hash, anchor, depth, answers).hash(state);
        }
    }
}

/// Whom a comment says that it answers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Parent {
    None,
    Missing,
    Comment(usize),
}

/// The comments by all they may be called; the first of a name has it.
fn by_id<'a>(comments: &'a [Arc<Comment>], problems: &mut Vec<Diagnostic>) -> AHashMap<&'a str, usize> {
    let mut by_id: AHashMap<&str, usize> = AHashMap::with_capacity(comments.len());
    for (index, comment) in comments.iter().enumerate() {
        for id in &comment.ids {
            let first = *by_id.entry(id).or_insert(index);
            if first != index {
                let message = format!("two comments have the id `{id}`; answers to it stand below the first");
                problems.push(
                    Diagnostic::warning("duplicate-comment", message)
                        .at(Place::file(&comment.path))
                        .related("the first", Place::file(&comments[first].path))
                        .hint("is it the same comment twice? Delete one, or give it another `_id`"),
                );
            }
        }
    }
    by_id
}

fn parents(comments: &[Arc<Comment>], by_id: &AHashMap<&str, usize>, problems: &mut Vec<Diagnostic>) -> Vec<Parent> {
    let mut parents = Vec::with_capacity(comments.len());
    for (index, comment) in comments.iter().enumerate() {
        parents.push(match &comment.reply {
            None => Parent::None,
            Some(reply) => match answered(reply, by_id, comments.len()) {
                Some(parent) if parent != index => Parent::Comment(parent),
                Some(_) if reply.vague => Parent::None,
                None if reply.vague => Parent::None,
                found => {
                    if !comment.hidden {
                        problems.push(unanswerable(reply, found.is_some(), comments));
                    }
                    if found.is_some() { Parent::None } else { Parent::Missing }
                }
            },
        });
    }
    break_cycles(comments, &mut parents, problems);
    parents
}

/// The comment that an answer names: by its id, or by its number in the order of files, as some themes count.
fn answered(reply: &Reply, by_id: &AHashMap<&str, usize>, n_comments: usize) -> Option<usize> {
    let by_number = || {
        let number: usize = reply.to.parse().ok().filter(|_| !reply.vague)?;
        number.checked_sub(1).filter(|index| *index < n_comments)
    };
    by_id.get(reply.to.as_str()).copied().or_else(by_number)
}

fn unanswerable(reply: &Reply, is_itself: bool, comments: &[Arc<Comment>]) -> Diagnostic {
    if is_itself {
        let message = "the comment answers itself, so it is shown as an answer to nobody";
        return Diagnostic::warning("bad-reply", message).at(reply.place.clone());
    }
    let message = format!("no comment here has the id `{}`, so the answer to it is shown by itself", reply.to);
    let problem = Diagnostic::warning("bad-reply", message).at(reply.place.clone());
    let names = Names::new(comments.iter().flat_map(|c| &c.ids).map(String::as_str));
    match names.nearest(&reply.to) {
        Some(near) => problem.hint(format!("did you mean `{near}`?")),
        None => problem.hint("is the file of the answered comment missing?"),
    }
}

/// Comments that answer each other in a circle: the oldest answers nobody.
fn break_cycles(comments: &[Arc<Comment>], parents: &mut [Parent], problems: &mut Vec<Diagnostic>) {
    // 0: not seen, otherwise the walk that saw it.
    let mut seen = vec![0usize; parents.len()];
    for start in 0..parents.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parents[at] {
                Parent::Comment(parent) => at = parent,
                Parent::None | Parent::Missing => break,
            }
        }
        let Parent::Comment(mut next) = parents[at] else { continue };
        if seen[at] != start + 1 {
            continue;
        }
        // The walk met itself: what follows from here is the circle.
        let mut oldest = at;
        while next != at {
            let key = |index: usize| (comments[index].when.is_none(), comments[index].when, index);
            if key(next) < key(oldest) {
                oldest = next;
            }
            let Parent::Comment(after) = parents[next] else { break };
            next = after;
        }
        parents[oldest] = Parent::None;
        if let Some(reply) = &comments[oldest].reply {
            let message = "comments answer each other in a circle, so this one is shown as an answer to nobody";
            problems.push(Diagnostic::warning("bad-reply", message).at(reply.place.clone()));
        }
    }
}

/// The nearest comment above that is shown: what answers a hidden one stands where that would have stood.
fn shown_above(comments: &[Arc<Comment>], parents: &[Parent], index: usize) -> Option<usize> {
    let mut at = index;
    loop {
        let Parent::Comment(parent) = parents[at] else { return None };
        if !comments[parent].hidden {
            return Some(parent);
        }
        at = parent;
    }
}

/// The ids of a page.
struct Anchors<'a> {
    taken: BTreeSet<&'a str>,
    given: BTreeMap<String, usize>,
}

impl<'a> Anchors<'a> {
    fn new(entry: &'a Entry) -> Self {
        let body = &entry.body;
        let taken = body.headings.iter().map(|h| h.id.as_str()).chain(body.anchors.iter().map(String::as_str));
        Self { taken: taken.collect(), given: BTreeMap::new() }
    }

    fn claim(&mut self, comment: &Comment) -> String {
        let own = slug(comment.ids.first().map_or("", String::as_str));
        // Importers' ids say already what they are of.
        let base = if own.starts_with("comment-") { own } else { format!("comment-{own}") };
        loop {
            let times = *self.given.entry(base.clone()).and_modify(|n| *n += 1).or_insert(1);
            let id = if times == 1 { base.clone() } else { format!("{base}-{times}") };
            let is_free = times == 1 || !self.given.contains_key(&id);
            if is_free && !self.taken.contains(id.as_str()) {
                if times > 1 {
                    self.given.insert(id.clone(), 1);
                }
                return id;
            }
        }
    }
}
