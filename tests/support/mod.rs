//! A small site of its own for each test, and the built program run on it.

pub(crate) mod harmless;
pub(crate) mod specification;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The settings of small sites, for tests that are not about settings.
pub(crate) const SETTINGS: &str = "title = \"T\"\nbase_url = \"https://example.org/\"\n";

/// A site in a temporary folder, gone at the end of the test.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What a run of the program printed, and how it ended.
#[derive(Debug, PartialEq)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// Makes a site of many files in one text: `-- path --` starts a file. Without a `site.toml` it gets a plain one.
    #[track_caller]
    pub(crate) fn new(text: &str) -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        let files = files(text);
        if !files.contains_key("site.toml") {
            project.write("site.toml", SETTINGS);
        }
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    #[track_caller]
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a path below the root")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).expect("a file");
        self
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Runs the program in the site's folder on a fixed day, with nothing of the tester's environment.
    #[track_caller]
    pub(crate) fn run<const N: usize>(&self, args: [&str; N]) -> Ran {
        self.run_with(&args, &[("SOURCE_DATE_EPOCH", "1600000000")])
    }

    /// Runs the program with these variables and no others.
    #[track_caller]
    pub(crate) fn run_with(&self, args: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comeback"));
        command.args(args).current_dir(self.root()).stdin(Stdio::null()).env_clear();
        command.envs(variables.iter().copied());
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Ran { status: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Builds, which must succeed without a word of warning.
    #[track_caller]
    pub(crate) fn build<const N: usize>(&self, args: [&str; N]) -> String {
        let ran = self.run_with(&[["build"].as_slice(), &args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")]);
        // A note is nothing that is wrong.
        let wrong = ran.stderr.lines().find(|line| line.starts_with("warning") || line.starts_with("error"));
        assert_eq!((ran.status, wrong), (0, None), "{}{}", ran.stdout, ran.stderr);
        ran.stdout
    }

    /// All files below a folder, by path.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let top = self.path(folder);
        let files = walkdir::WalkDir::new(&top).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file());
        let relative = |path: &Path| path.strip_prefix(&top).expect("below the folder").display().to_string();
        files.map(|e| (relative(e.path()), fs::read(e.path()).expect("a file"))).collect()
    }
}

/// The files of one text, by path.
fn files(text: &str) -> BTreeMap<&str, &str> {
    let mut files = BTreeMap::new();
    let mut rest = text.trim_start_matches('\n');
    while !rest.is_empty() {
        let (head, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let path = head.strip_prefix("-- ").and_then(|h| h.strip_suffix(" --"));
        let path = path.unwrap_or_else(|| panic!("`{head}` is no `-- path --`"));
        let end = after.find("\n-- ").map_or(after.len(), |at| at + 1);
        let end = if after.starts_with("-- ") { 0 } else { end };
        assert!(files.insert(path, &after[..end]).is_none(), "two files called {path}");
        rest = &after[end..];
    }
    files
}

/// What counts of a page: the text between the tags of `main`.
#[track_caller]
pub(crate) fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main");
    let end = page.find("</main>").expect("the end of main");
    &page[start..end]
}

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

/// The words of a chart, the first rows of its table, and its wide drawing with a line for each element.
pub(crate) fn words_and_drawing(figure: &comeback::chart::Figure) -> String {
    let table = &figure.table;
    let rows: Vec<String> = table.rows.iter().take(3).map(|row| row.join(" | ")).collect();
    let drawing = figure.wide.replace("><", ">\n<");
    let words = [&figure.say, &figure.how, &table.caption, &table.head.join(" | "), &rows.join("\n")];
    format!("{}\n\n{drawing}", words.map(String::as_str).join("\n"))
}
