//! Every output of the demo by the hash of its bytes: whoever says that a change leaves pages as they are changes nothing here.

use crate::budgets::keeps;
use crate::determinism::{demo, project};
use crate::support::golden;
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
    let mut hashes = String::new();
    for (path, bytes) in outputs {
        let _ = writeln!(hashes, "{} {path}", &blake3::hash(&bytes).to_hex()[..16]);
    }
    golden("demo.txt", &hashes);
}
