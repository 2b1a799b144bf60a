//! A small site of its own for each test, and the built program run on it.

pub(crate) mod fit;
pub(crate) mod harmless;
pub(crate) mod server;
pub(crate) mod specification;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod golden;
pub(crate) use golden::golden;

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
        self.run_in("", args, variables)
    }

    /// Runs the program in a folder below the site's with these variables and no others.
    #[track_caller]
    pub(crate) fn run_in(&self, folder: &str, args: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comeback"));
        command.args(args).current_dir(self.path(folder)).stdin(Stdio::null()).env_clear();
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

/// An entry below the first lines of its front matter, with a word that begins with `zor` in every place that takes words, a
/// new one in each.
pub(crate) const MARKED: &str = "\
title: Zortitle
summary: Zorsummary is this
series: Zorseries
tags: [Zortag]
aliases: [/zoralias/]
image: zorphoto.jpg
phase: Zorphase
pain: [{during: 9, site: zorplace, quality: zorquality}]
sessions: [{type: run, distance: 21 km, surface: zorsurface, intervals: zorintervals, source: zorsource.fit, pain: {after: 9}}]
exercises: [Zorbridge 3x15 @band:zorband]
treatments: [{type: zorneedling, provider: Zorprovider, cost: 80 USD}]
milestones: [{kind: race, label: Zorrace}]
setback: zorcause
flare: true
triggers: [zortrigger]
lessons: [{id: zorlesson, title: Zorlearned, tags: [zorlessontag]}, {retracts: slow, note: zornote}]
advice: [{from: Zoradviser, text: Zoradvice}]
questions: [Zorquestion?]
mood: zormood
prom: {instrument: ZORPROM, score: 62}
medication: [zorpill]
---
## Zorheading

Zorbody and [zorlink](2020-08-01-first.md), [^1] and **zorstrong**.

![zoralt](zorphoto.jpg \"Zorcaption\")

```zorcode
zorcoded
```

```chart
kind: pain-timeline
caption: Zorchart
```

> [!LESSON] zormarked: Zormarkedlesson

[^1]: Zorfootnote.
";

/// HTML that no book may have as it is, in one block of a text.
pub(crate) const SOUP: &str = "\
<div id=\"2 twice\" class=\"a\" style=\"color:red\" onclick=\"x()\" data-x=\"1\"><script>alert(1)</script>a &nbsp; b<br>c<hr>
<p id=\"twice\">first<p id=\"twice\">second <span><div>block in words</div></span><center>in the middle</center>
<ul>bare <b>text</b><li value=\"3\">item<ol start=\"x\" reversed><li value=\"2\">two</ol></ul><ul> </ul><li>alone</li>
<dl><dd>no name</dd><dt>late</dt></dl><dl><dt>name<dd>what <p>it is</p></dl>
<table border=1><tr><td colspan=2 align=left>x<th scope=row><h2>head</h2></th><caption>late <div>caption</div></caption><tr></table>
<table><thead><tr><th>h<tbody><tr><td rowspan=0>1<table><tr><td>inner</table></table><td>lost cell
<figure><figcaption>words</figcaption><img src=\"missing.jpg\" alt=\"A missing picture\"><figcaption>more</figcaption></figure>
<img src=\"https://other.example/p.jpg\" alt=\"elsewhere\" srcset=\"x 1x\"><img src=\"data:image/png;base64,AA==\" alt=\"\">
<a href=\"https://other.example/a b?c=<d>&e\">out</a> <a href=\"javascript:x\">not</a> <a href=\"mailto:a@example.org\">mail</a> <a href=\"tel:+1 2\">call</a> <a href=\"https://e.org/p[1]?q=[x]|y%z#a#b\">odd</a>
<a href=\"#twice\">here</a> <a href=\"#nowhere\">gone</a> <a id=\"mark\" name=\"x\">mark</a> <a href=\"/feed.xml\">feed <a href=\"/\">in</a></a>
<a href=\"/about/\"><h3>heading in a link</h3></a> <a href=\"../../../../up/\">up</a> <a href=\"http://[bad\">bad</a>
<iframe src=\"https://video.example/\"></iframe><video src=v.mp4 controls>no film</video><svg><circle r=\"1\"/></svg><math><mi>x</mi></math>
<form action=\"/x\"><label>name <input name=q></label><select><option>one</select><button>go</button><textarea>t</textarea></form>
<input type=checkbox checked> done <time datetime=\"not a day\">today</time> <q cite=\"::\">q</q> <bdo>b</bdo><bdo dir=rtl>d</bdo>
<details open><summary>More <h4>of it</h4></summary>folded</details> <ruby>\u{6f22}<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <font size=7>big</font>
<blockquote cite=\"x\">said <pre>kept  spaces <div>block</div></pre></blockquote> <p lang=\"zz zz\" dir=\"up\">p</p><p lang=\"fr\" title=\"t\">fr</p>
<header><footer>f</footer></header><main>m</main><nav>n</nav><address><h1>adr</h1></address><dfn>d <dfn>e</dfn></dfn> <blink>x</blink>
<unknown-thing>y</unknown-thing> &#1; &#xFFFF; &amp;lt; <b><i>crossed</b></i> <del><p>gone</p></del> <ins>new</ins> <section role=\"doc-x\"></section></div>
";

/// A word that stands in every file of [`kept_back`] that may not go out, and in many a name of one.
pub(crate) const MARKER: &str = "flibbertigibbet";

/// A site with a file of every kind that may not go out, whatever links to it; one entry, one file of it and one comment do.
pub(crate) fn kept_back(theme: &str) -> Project {
    const M: &str = MARKER;
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}theme = \"{theme}\"\n"));
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes").join(theme);
    for file in walkdir::WalkDir::new(&own).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
        let inside = file.path().strip_prefix(&own).expect("below the theme").to_string_lossy().replace('\\', "/");
        project.write(&format!("themes/{theme}/{inside}"), fs::read(file.path()).expect("a file"));
    }
    let mut links = String::new();
    let mut keep = |path: &str, text: &str, form: &str| {
        project.write(&format!("content/journal/{path}"), format!("{text}\n{M}\n"));
        let target = path.replace(' ', "%20");
        match form {
            "link" => links += &format!("[x](../{target}) <a href=\"../{target}\">x</a> ![x](../{target})\n"),
            "name" => links += &format!("[[{M}]] [[2020-08-02-{M}]] ![[2020-08-02-{M}]] [x](/journal/{M}/) [x]({M})\n"),
            _ => {}
        }
    };
    // Texts of ours that are held back, with the marker in every key and kind of text.
    let marked = MARKED.replace("Zor", "Flibbertigibbet").replace("zor", M);
    keep("2020-08-02-whole/index.md", &format!("---\nvisibility: private\n{marked}"), "link");
    keep("2020-08-03-ended.md", &format!("---\nexpires: 2020-08-10\n{marked}"), "link");
    keep(&format!("2020-08-02-{M}.md"), &format!("---\ntitle: {M}\nvisibility: private\n---\n[x](a.csv)"), "name");
    keep(&format!("2020-08-03-{M}/index.md"), "---\nvisibility: private\n---\n[x](mri.pdf) ![y](y.svg)", "link");
    keep(&format!("2020-08-03-{M}/mri.pdf"), "%PDF", "link");
    keep(&format!("2020-08-03-{M}/y.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>", "link");
    keep("2020-08-04-old.md", &format!("---\ntitle: {M}\nexpires: 2020-08-10\n---\n[x](b.csv)"), "link");
    // Names that begin with `_`, and Jekyll's.
    keep(&format!("_{M}.md"), "", "link");
    keep(&format!("_drafts/{M}.md"), "", "link");
    keep(&format!("_drafts/{M}.csv"), "", "link");
    keep(&format!("_posts/2020-08-05-{M}.md"), "---\ntitle: P\n---", "link");
    // Texts of other endings, old copies, an editor's leftovers.
    for ending in ["txt", "org", "rst", "mdx", "qmd", "mkd", "mdown", "textile", "adoc"] {
        keep(&format!("2020-08-06-{M}.{ending}"), "---\ntitle: O\n---", "link");
    }
    for ending in ["old", "bak", "1", "tmp", "save", "orig", "swp"] {
        keep(&format!("2020-08-01-{M}.md.{ending}"), "---\ntitle: O\n---", "link");
    }
    keep(&format!("2020-08-01-{M}.md~"), "", "link");
    keep(&format!(".{M}.md"), "", "link");
    // A sync's and an editor's copies.
    for copy in [" 2", " copy", " - Copy", " (conflicted copy 2020-08-09)", ".sync-conflict-20200809-101010-ABCDEFG"] {
        keep(&format!("open{copy}/index.md"), "---\ntitle: Open\n---", "link");
    }
    // Files that no published text links to: those that texts which are held back do, and a page that is copied.
    for name in
        ["a.csv", "b.csv", "c.pdf", "d.gpx", "e.json", "f.html", "g.css", "h.tex", "i.ics", "j.png", "no-ending"]
    {
        keep(&format!("open/{name}"), "", "");
    }
    keep("a.csv", "", "");
    keep("b.csv", "", "");
    let asides = "<!-- [x](c.pdf) <a href=\"c.pdf\"> --> `[x](d.gpx)`";
    // Pages, introductions and the texts that other pages show.
    for (path, hidden_by) in [
        ("about.md", "visibility: private"),
        ("now.md", "expires: 2020-08-10"),
        ("red-flags.md", "status: private"),
        ("exercises/bridge.md", "public: no"),
        ("journal/_index.md", "Visibility: Private"),
        ("treatments/massage.md", "hidden: yes"),
    ] {
        project
            .write(&format!("content/{path}"), format!("---\n{hidden_by}\ntitle: {M}\n---\n{M} [x](journal/a.csv)\n"));
    }
    // Comments that are not approved or on what is not published, and what readers leave with one that is.
    project
        .write("content/comments/open/2.yaml", format!("name: {M}\nmessage: {M}\nhidden: true\n"))
        .write("content/comments/open/3.yaml", format!("name: {M}\nmessage: {M}\napproved: false\n"))
        .write(&format!("content/comments/{M}/1.yaml"), format!("name: {M}\nmessage: {M}\n"))
        .write(
            "content/comments/open/1.yaml",
            format!("name: A\nemail: {M}@example.org\nip: {M}\nmessage: '[x](/journal/open/e.json)'\n"),
        );
    // What a text that is published keeps to itself.
    let own = format!(
        "exercises: [bridge 3x8] # {M}\ntreatments: [{{type: massage, provider: {M}, cost: 12345 EUR}}]\nmedication: [{M}]\nunheard_of: {M}"
    );
    project
        .write("content/journal/open/shown.csv", "open")
        .write(
            "content/journal/open/index.md",
            format!("---\ntitle: Open\ndate: 2020-08-01\n{own}\n---\n[x](shown.csv)\n\n{links}\n{asides}\n\n<!-- {M} -->\nOpen %%{M}%%\n"),
        );
    project
}

/// Adds what waits for its writer or for its day, which a build keeps back and a preview shows.
pub(crate) fn add_waiting(project: &Project) {
    let marked = MARKED.replace("Zor", "Flibbertigibbet").replace("zor", MARKER);
    for (name, date, hidden_by) in [
        ("a", "2020-08-04", "draft: true"),
        ("b", "2020-08-05", "Draft: True"),
        ("c", "2020-08-06", "status: pending"),
        ("d", "2020-10-02", "visibility: public"),
        ("e", "2020-08-07", "publishDate: 2020-10-02"),
    ] {
        project.write(&format!("content/journal/{date}-waits-{name}.md"), format!("---\n{hidden_by}\n{marked}"));
    }
    project.write("content/waits.md", format!("---\ndraft: true\ntitle: {MARKER}\n---\n{MARKER}\n"));
}

/// Adds texts with errors, which `build` refuses and `watch` leaves out.
pub(crate) fn add_broken(project: &Project) {
    let m = MARKER;
    for (name, text) in [
        ("range", format!("---\ntitle: {m}\npain: 11\n---\n{m}\n")),
        ("near", format!("---\nvisiblity: private\ntitle: {m}\n---\n{m}\n")),
        ("open", format!("---\ntitle: {m}\n\n{m}\n")),
        ("json", format!("{{\"title\": \"{m}\", \"draft\": true}}\n\n{m}\n")),
    ] {
        project.write(&format!("content/journal/2020-08-08-{name}.md"), text);
    }
}

/// Asserts that neither an output nor its path has the marker.
#[track_caller]
pub(crate) fn without_marker(path: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let around = text.find(MARKER).map(|at| text.get(at.saturating_sub(80)..at + 40));
    assert!(around.is_none() && !path.contains(MARKER), "{path} has the marker: {around:?}");
}

/// What counts of a page: the text between the tags of `main`.
#[track_caller]
pub(crate) fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main");
    let end = page.find("</main>").expect("the end of main");
    &page[start..end]
}
