//! `comeback import jekyll`, `hugo`, `obsidian`, `logseq`: whole folders in, whole files out, and nothing public that was kept back.

mod blogs;
mod damage;
mod notes;

use crate::support::{Project, SETTINGS};
use comeback::config::{Config, Flags, Today, load};
use comeback::diag::Checked;
use comeback::fields::DateOrder;
use comeback::import::foreign::{ForeignFile, ForeignTree, logseq, obsidian};
use comeback::import::{Imported, ImportedBytes};
use std::fmt::Write;

/// What reads a folder.
type Importer = fn(&ForeignTree, &Config) -> Checked<Imported>;

const READ_OBSIDIAN: Importer = |tree, config| obsidian(tree, config, None);
const READ_LOGSEQ: Importer = |tree, config| logseq(tree, config, None);
const DAY_FIRST: Importer = |tree, config| obsidian(tree, config, Some(DateOrder::DayFirst));

fn config() -> Config {
    let settings = format!("{SETTINGS}timezone = \"Europe/Vienna\"\n");
    load(&settings, &Flags::on(Today::Given(jiff::civil::date(2025, 1, 1)))).value
}

/// The files of one text, `-- path --` before each.
fn files_of(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("-- ").and_then(|line| line.strip_suffix(" --")) {
            Some(path) => files.push((path, String::new())),
            None => *files.last_mut().map(|(_, text)| text).expect("a path") += &format!("{line}\n"),
        }
    }
    files
}

/// A folder of many files in one text; those that end in `.jpg` and such are not read.
fn tree(files: &str) -> ForeignTree {
    let mut tree = ForeignTree::default();
    for (path, text) in files_of(files) {
        add(&mut tree, path, text.as_bytes());
    }
    tree
}

fn add(tree: &mut ForeignTree, path: &str, bytes: &[u8]) {
    let bytes = ForeignTree::reads(path).then(|| bytes.to_vec());
    tree.add(path.to_owned(), ForeignFile { full: format!("/from/{path}").into(), bytes });
}

/// All that comes of a folder: files, what is left out, what is warned of.
fn all_of(import: Importer, tree: &ForeignTree) -> String {
    let checked = import(tree, &config());
    let mut out = String::new();
    for file in &checked.value.files {
        let kept = file.kept_back.map(|why| format!(", {why}")).unwrap_or_default();
        let _ = writeln!(out, "== {} ({:?}{kept}) from {}", file.path, file.kind, file.place);
        match &file.bytes {
            ImportedBytes::Text(text) => out.push_str(text),
            ImportedBytes::CopyOf(path) => {
                let _ = writeln!(out, "copy of {}", path.display());
            }
        }
    }
    for left in &checked.value.left_out {
        let _ = writeln!(out, "-- {} ({}): {}", left.what, left.place, left.why);
    }
    for problem in &checked.diagnostics {
        let place = problem.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(out, "{}: {place}: {}", problem.severity.word(), problem.message);
    }
    out
}

/// The text that a folder's file became.
fn text_of(import: Importer, tree: &ForeignTree, place: &str) -> String {
    let checked = import(tree, &config());
    let file = checked.value.files.iter().find(|file| file.place == place);
    match file.map(|file| &file.bytes) {
        Some(ImportedBytes::Text(text)) => text.clone(),
        other => panic!("{place}: {other:?}, {:?}", checked.value.left_out),
    }
}

/// A site beside a folder of another program, both on the disk.
fn project(files: &str) -> Project {
    let project = Project::new(&format!("-- site/site.toml --\n{SETTINGS}timezone = \"UTC\"\n"));
    for (path, text) in files_of(files) {
        project.write(&format!("from/{path}"), text);
    }
    project
}

#[test]
fn twice_is_once_and_nothing_typed_is_overwritten() {
    for (program, files) in
        [("jekyll", blogs::JEKYLL), ("hugo", blogs::HUGO), ("obsidian", notes::OBSIDIAN), ("logseq", notes::LOGSEQ)]
    {
        let project = project(files);
        let (from, root) = (project.path("from"), project.path("site"));
        let (from, root) = (from.to_str().expect("a path"), root.to_str().expect("a path"));
        let dry = project.run(["--root", root, "import", program, from, "--dry-run"]);
        assert_eq!((dry.status, project.tree("site").len()), (0, 1), "{program}: {}{}", dry.stdout, dry.stderr);
        assert!(dry.stdout.ends_with("nothing was written (--dry-run)\n"), "{}", dry.stdout);
        let once = project.run(["--root", root, "import", program, from]);
        assert_eq!(once.status, 0, "{program}: {}", once.stderr);
        let tree = project.tree("site");
        assert!(tree.len() > 5, "{program}: {:?}", tree.keys());
        let twice = project.run(["--root", root, "import", program, from]);
        assert!(twice.stdout.starts_with("nothing new\n"), "{program}: {}", twice.stdout);
        assert!(project.tree("site") == tree, "{program}: the second import changed something");
        let (typed, _) = tree.iter().find(|(path, _)| path.contains("journal/")).expect("an entry");
        project.write(&format!("site/{typed}"), "---\ntitle: Mine\n---\nTyped.\n");
        let again = project.run(["--root", root, "import", program, from]);
        assert!(again.stdout.contains("left alone, since something else stands there:\n"), "{}", again.stdout);
        assert_eq!(project.read(&format!("site/{typed}")), "---\ntitle: Mine\n---\nTyped.\n");
    }
}

#[test]
fn what_came_is_built_and_no_code_of_another_generator_is_printed_bare() {
    for (program, files) in
        [("jekyll", blogs::JEKYLL), ("hugo", blogs::HUGO), ("obsidian", notes::OBSIDIAN), ("logseq", notes::LOGSEQ)]
    {
        let project = project(files);
        let (from, root) = (project.path("from"), project.path("site"));
        let (from, root) = (from.to_str().expect("a path"), root.to_str().expect("a path"));
        assert_eq!(project.run(["--root", root, "import", program, from]).status, 0);
        // The pictures of these folders are no pictures.
        for (path, _) in
            project.tree("site").iter().filter(|(path, _)| path.ends_with(".jpg") || path.ends_with(".png"))
        {
            project.write(
                &format!("site/{path}"),
                include_bytes!("../../content/journal/2024-06-04-cow-parsley/parsley.jpg"),
            );
        }
        let ran = project.run(["--root", root, "--today", "2025-01-01", "build"]);
        assert_eq!(ran.status, 0, "{program}: {}", ran.stderr);
        for (path, bytes) in project.tree("site/public").iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = String::from_utf8_lossy(bytes);
            let bare = without_code(&page);
            for sign in ["{%", "{{", "%}", "}}", "SECRET"] {
                assert!(!bare.contains(sign), "{program}: {path} prints `{sign}`");
            }
        }
    }
}

/// A page without what stands in code, scripts and styles.
fn without_code(page: &str) -> String {
    let mut out = page.to_owned();
    for name in ["code", "script", "style"] {
        while let Some(start) = out.find(&format!("<{name}")) {
            let close = format!("</{name}>");
            let end = out[start..].find(&close).map_or(out.len(), |at| start + at + close.len());
            out.replace_range(start..end, "");
        }
    }
    out
}
