//! What a site keeps private, and where it stands.

use crate::config::PrivateField;
use crate::entry::Entry;
use crate::site::Site;
use crate::source::Sources;
use std::ops::Range;
use std::sync::Arc;

/// A text that must not be in any output.
#[derive(Debug)]
pub(super) struct Secret {
    /// The file.
    pub(super) path: Arc<str>,
    /// The file's text.
    pub(super) text: Arc<str>,
    /// The part of it that is private.
    pub(super) range: Range<usize>,
    /// What it is, for messages.
    pub(super) what: &'static str,
}

/// All that a site keeps private, file by file.
pub(super) fn secrets(site: &Site, sources: &Sources) -> Vec<Secret> {
    let held = &site.journal.held;
    let scheduled: Vec<Arc<str>> = held.scheduled.iter().map(|(path, _)| path.clone()).collect();
    let (held_comments, lost_comments) = (site.held_comments().to_vec(), site.lost_comments().to_vec());
    let whole_files = [
        (&held.private, "a private entry"),
        (&held.drafts, "a draft"),
        (&scheduled, "a scheduled entry"),
        (&held.expired, "an expired entry"),
        (&held_comments, "a comment that is not approved"),
        (&lost_comments, "a comment on what is not published"),
    ];
    let whole = |path: &Arc<str>, what: &'static str| {
        let text = sources.text(path)?.clone();
        Some(Secret { path: path.clone(), range: 0..text.len(), text, what })
    };
    let files =
        whole_files.into_iter().flat_map(|(paths, what)| paths.iter().filter_map(move |path| whole(path, what)));
    let journal = &site.journal;
    let published = journal.items.iter().map(|item| &item.entry).chain(&journal.pages).chain(&journal.home);
    files.chain(published.flat_map(|entry| fields(entry))).collect()
}

/// The private fields of a published text.
fn fields(entry: &Entry) -> impl Iterator<Item = Secret> {
    let of = |(field, range): (PrivateField, Range<usize>)| Secret {
        path: entry.path.clone(),
        text: entry.text.clone(),
        range,
        what: match field {
            PrivateField::Cost => "a treatment's cost",
            PrivateField::Provider => "a treatment's provider",
            PrivateField::BodyWeight => "a body weight",
            PrivateField::Medication => "a medication",
        },
    };
    entry.hidden().into_iter().map(of)
}
