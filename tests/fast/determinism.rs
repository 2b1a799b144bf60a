//! Same sources and settings, same bytes: whatever the disk's order, the clock, the folder and the number of cores.

use crate::support::Project;
use std::path::Path;

/// The files of the demo, as text of the repository.
pub(crate) fn demo() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![("site.toml".to_owned(), std::fs::read(root.join("site.toml")).expect("a file"))];
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).expect("below the root").display().to_string();
            files.push((path, std::fs::read(entry.path()).expect("a file")));
        }
    }
    files
}

/// A site of these files.
pub(crate) fn project(files: &[(String, Vec<u8>)]) -> Project {
    let project = Project::empty();
    for (path, bytes) in files {
        project.write(path, bytes);
    }
    project
}

#[test]
fn two_clean_builds_are_the_same_bytes_in_any_order_of_files_and_on_any_day() {
    let mut files = demo();
    files.sort();
    let a = project(&files);
    files.reverse();
    let b = project(&files);
    let build = |project: &Project, today: &str, threads: &str| {
        let ran = project.run_with(&["build", "--strict", "--today", today], &[("RAYON_NUM_THREADS", threads)]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    };
    build(&a, "2025-06-01", "1");
    build(&b, "2026-01-31", "7");
    let (a, b) = (a.tree("public"), b.tree("public"));
    assert!(a.len() > 50);
    for (path, bytes) in &a {
        assert!(b.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(a.len(), b.len());
}

#[test]
fn a_build_over_an_old_one_is_the_same_as_a_clean_one() {
    let files = demo();
    let grown = project(&files[..files.len() / 2]);
    // Links of the first half may lead to entries of the second.
    grown.run(["build", "--keep-going", "--future"]);
    for (path, bytes) in &files {
        grown.write(path, bytes);
    }
    let clean = project(&files);
    for site in [&grown, &clean] {
        assert_eq!(site.run(["build", "--future", "--strict"]).status, 0);
    }
    assert!(grown.tree("public") == clean.tree("public"));
}
