//! Every output of the demo by the hash of its bytes: whoever says that a change leaves pages as they are changes nothing here.

use crate::budgets::keeps;
use crate::determinism::{demo, project};
use crate::support::golden;
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[test]
fn the_demo_comes_out_byte_for_byte_as_it_did() {
    // A copy: what the repository's own `.comeback/` remembers must not stand in for what is made.
    let project = project(&demo());
    let ran = project.run_with(&["build", "--strict", "--today", "2025-06-01"], &[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let outputs = project.tree("public");
    let pages = ["index.html", "progress/index.html", "journal/flapjacks/index.html"];
    keeps("bytes", &pages.into_iter().map(|path| (path.to_owned(), outputs[path].len())).collect(), 500);
    nothing_says_what_was_retracted(&outputs);
    let mut hashes = String::new();
    for (path, bytes) in outputs {
        let _ = writeln!(hashes, "{} {path}", &blake3::hash(&bytes).to_hex()[..16]);
    }
    golden("demo.txt", &hashes);
}

/// A lesson that was retracted is struck or named as such in every output, but where somebody's own words say the same.
fn nothing_says_what_was_retracted(outputs: &BTreeMap<String, Vec<u8>>) {
    let title = "If it warms up it was nothing";
    let typed = ["<blockquote><p>", "<dd>", "go and find out. "];
    let mut found = 0;
    for (path, bytes) in outputs {
        let text = String::from_utf8_lossy(bytes);
        for (at, _) in text.match_indices(title) {
            let before = &text[..at];
            let said = before.ends_with("<del>") || before.ends_with("Retracted: ") || struck(before);
            found += usize::from(said);
            assert!(
                said || typed.iter().any(|typed| before.ends_with(typed)),
                "{path}: {}",
                &before[at.max(200) - 200..]
            );
        }
    }
    assert!(found >= 8, "its page, lists, feed and charts have it: {found}");
}

/// Whether what follows is in a drawing and struck, after its number.
pub(crate) fn struck(before: &str) -> bool {
    before.rsplit_once('<').is_some_and(|(_, tag)| tag.starts_with("text ") && tag.contains("class=\"struck\""))
}
