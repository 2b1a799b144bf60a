//! What goes out: the crate as Cargo packs it, and what the workflows say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The files below a folder, by their paths from the top.
fn below(folder: &str) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(root().join(folder)).into_iter().map(|entry| entry.expect("a readable folder"));
    let paths = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(root()).expect("below the top");
        path.display().to_string().replace('\\', "/")
    });
    paths.collect()
}

#[test]
fn the_package_holds_all_that_is_compiled_in_and_lacks_nothing_but_an_address() {
    let packed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--offline", "--allow-dirty", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .output()
        .expect("cargo");
    let listed = String::from_utf8(packed.stdout).expect("UTF-8").replace('\\', "/");
    let listed: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
    for folder in ["src", "themes", "content/guide"] {
        let files = below(folder);
        assert!(files.len() > 10, "{folder}: {files:?}");
        assert_eq!(files.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "{folder}");
    }
    let said = String::from_utf8(packed.stderr).expect("UTF-8");
    let warnings: Vec<&str> =
        said.lines().filter(|line| line.starts_with("warning") || line.starts_with("error")).collect();
    assert_eq!(warnings, ["warning: manifest has no documentation, homepage or repository"]);
}

#[test]
fn workflows_name_actions_by_their_commits() {
    let mut seen = 0;
    for file in below(".github/workflows") {
        let text = read(&file);
        for line in text.lines().filter(|line| line.contains("uses:")) {
            let named = line.split_once('@').and_then(|(_, rest)| rest.split_once(" # v"));
            let (commit, _) = named.unwrap_or_else(|| panic!("{file}: {line}"));
            assert!(commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()), "{file}: {line}");
            seen += 1;
        }
    }
    assert!(seen >= 3, "only {seen}");
}

#[test]
fn a_release_builds_for_the_machines_that_packages_are_made_for() {
    let workflow = read(".github/workflows/release.yml");
    let built: BTreeSet<&str> =
        workflow.split("{ target: ").skip(1).filter_map(|part| part.split(',').next()).collect();
    let script = read(".github/packaging/make");
    let table = script.split_once("TARGETS = {").and_then(|(_, rest)| rest.split_once("\n}")).expect("a table").0;
    let packed: BTreeSet<&str> = table.lines().filter_map(|line| line.trim().split('"').nth(1)).collect();
    assert_eq!(built, packed);
    assert!(packed.len() > 5);
}
