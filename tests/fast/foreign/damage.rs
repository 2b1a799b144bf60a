//! Folders that are cut off or garbled: whatever is left of them comes or is named, and nothing hangs.

use super::blogs::{HUGO, JEKYLL};
use super::notes::{LOGSEQ, OBSIDIAN};
use super::{Importer, READ_LOGSEQ, READ_OBSIDIAN, add, config, files_of};
use comeback::import::foreign::{ForeignTree, hugo, jekyll};
use comeback::import::{Imported, ImportedKind};
use std::time::{Duration, Instant};

const ALL: [(Importer, &str); 4] = [(jekyll, JEKYLL), (hugo, HUGO), (READ_OBSIDIAN, OBSIDIAN), (READ_LOGSEQ, LOGSEQ)];

/// The files of a folder with all their bytes changed.
fn damaged(files: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> ForeignTree {
    let mut tree = ForeignTree::default();
    for (path, text) in files_of(files) {
        add(&mut tree, path, &change(text.as_bytes()));
    }
    tree
}

/// That every text came or is named.
#[track_caller]
fn accounted(tree: &ForeignTree, imported: &Imported, what: &str) {
    for path in tree.paths().filter(|path| path.ends_with(".md") && !path.starts_with(['.', 'l'])) {
        let came = imported.files.iter().any(|file| file.place == path);
        let named = imported.left_out.iter().any(|left| left.place == path);
        assert!(came || named, "{what}: {path} is lost");
    }
}

#[test]
fn cut_off_at_every_percent() {
    for (import, files) in ALL {
        for percent in 0..=100 {
            let tree = damaged(files, |bytes| bytes[..bytes.len() * percent / 100].to_vec());
            let checked = import(&tree, &config());
            accounted(&tree, &checked.value, &format!("{percent} %"));
        }
    }
}

#[test]
fn flipped_bytes() {
    let start = Instant::now();
    for (import, files) in ALL {
        for step in 0..60usize {
            let tree = damaged(files, |bytes| {
                let mut bytes = bytes.to_vec();
                let length = bytes.len().max(1);
                for n in 0..=step / 20 {
                    if let Some(byte) = bytes.get_mut((step * 37 + n * 101) % length) {
                        *byte ^= 1 << (step % 8);
                    }
                }
                bytes
            });
            let checked = import(&tree, &config());
            accounted(&tree, &checked.value, &format!("step {step}"));
        }
    }
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}

#[test]
fn what_was_kept_back_does_not_become_public_by_a_cut() {
    for (import, files) in ALL {
        for percent in 0..=100 {
            let tree = damaged(files, |bytes| bytes[..bytes.len() * percent / 100].to_vec());
            for file in import(&tree, &config()).value.files {
                let secret = ["_secret/", "Personal/", "_drafts/", "pages/Ann", "Physio"];
                let is_secret = secret.iter().any(|place| file.place.starts_with(place));
                assert!(
                    !is_secret || file.kept_back.is_some() || file.kind == ImportedKind::Attachment,
                    "{}",
                    file.place
                );
            }
        }
    }
}

#[test]
fn a_long_line_of_signs_takes_no_long_time() {
    let start = Instant::now();
    for sign in [
        "{{",
        "{%",
        "{{<",
        "{% raw %}",
        "{% highlight x %}",
        "](",
        "](<",
        "[[",
        "![[",
        "((",
        "`",
        "{:",
        "src=",
        "[a:: ",
        "<%",
        "#",
        "%%",
        "^ ",
    ] {
        let mut tree = ForeignTree::default();
        let text = format!("---\ntitle: A\ndate: 2020-01-01\n---\n{}\n", sign.repeat(60_000 / sign.len()));
        for path in ["_posts/2020-01-01-a.md", "2020-01-01.md", "content/posts/a.md", "journals/2020_01_01.md"] {
            add(&mut tree, path, text.as_bytes());
        }
        for (import, _) in ALL {
            assert!(!import(&tree, &config()).value.files.is_empty(), "{sign}");
        }
    }
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}
