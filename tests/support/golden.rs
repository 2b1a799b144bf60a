//! Files of what was looked at.

use std::fs;
use std::path::Path;

/// Compares with a file below `tests/golden/`; `UPDATE=1 cargo test` rewrites it.
#[track_caller]
pub(crate) fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let actual = format!("{}\n", actual.trim_end());
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, actual).expect("a file");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if let Some((number, (old, new))) = expected.lines().zip(actual.lines()).enumerate().find(|(_, (a, b))| a != b) {
        panic!("{} differs in line {}:\n- {old}\n+ {new}\nUPDATE=1 takes what is", path.display(), number + 1);
    }
    assert!(expected == actual, "{} differs in length; UPDATE=1 takes what is", path.display());
}
