//! What may not go out is nowhere in what `serve` answers and `watch` writes, and comes and goes with its links.

use crate::compare::{settle, settle_watched};
use crate::server::{Preview, Watcher};
use crate::support::{MARKER, Project, add_broken, add_waiting, kept_back, without_marker};
use std::collections::BTreeSet;

const OPEN: &str = "content/journal/open/index.md";

/// The addresses that the files of a site would have as pages and as copies.
fn would_be_addresses(project: &Project) -> BTreeSet<String> {
    let copies: BTreeSet<String> = project.tree("content").into_keys().map(|path| format!("/{path}")).collect();
    let pages = copies.iter().filter_map(|address| Some(format!("{}/", address.rsplit_once('.')?.0)));
    let named = [format!("/journal/{MARKER}/"), format!("/journal/{MARKER}/mri.pdf"), "/journal/open/h.tex".to_owned()];
    pages.chain(copies.iter().cloned()).chain(named).collect()
}

/// Links to a file that nothing linked to, and takes the link away again.
fn link_and_unlink(project: &Project, mut settle: impl FnMut() -> bool) {
    let open = project.read(OPEN);
    assert!(!settle(), "nothing links to it yet");
    project.write(OPEN, format!("{open}\n[x](h.tex)\n"));
    assert!(settle(), "it is linked");
    project.write(OPEN, open);
    assert!(!settle(), "it is not linked any more");
}

#[test]
fn the_preview_has_nothing_of_what_is_kept_back() {
    for theme in ["trailhead", "plain"] {
        let project = kept_back(theme);
        let preview = Preview::start(&project);
        let mut seen = would_be_addresses(&project);
        link_and_unlink(&project, || {
            let clean = settle(&project, &preview, "/", &mut seen).expect("the preview is what a build has");
            let linked = clean.files.contains_key("/journal/open/h.tex");
            let others = clean.files.iter().filter(|(address, _)| *address != "/journal/open/h.tex");
            others.for_each(|(address, bytes)| without_marker(address, bytes));
            linked
        });
    }
}

#[test]
fn watch_has_nothing_of_what_is_kept_back() {
    for theme in ["trailhead", "plain"] {
        let project = kept_back(theme);
        add_waiting(&project);
        add_broken(&project);
        let _watcher = Watcher::start(&project);
        link_and_unlink(&project, || {
            settle_watched(&project).expect("what is written is what a build has");
            let written = project.tree("public");
            let others = written.iter().filter(|(path, _)| *path != "journal/open/h.tex");
            others.for_each(|(path, bytes)| without_marker(path, bytes));
            written.contains_key("journal/open/h.tex")
        });
    }
}
