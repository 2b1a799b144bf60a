//! The preview against a clean build: after any edits, every address ever answered is what `build` would write.

use crate::support::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A running preview.
struct Preview {
    child: Child,
    /// `127.0.0.1:4000`
    host: String,
    /// What it printed on stderr, line by line.
    log: Receiver<String>,
}

/// An answer: status, kind, bytes.
type Answer = (u16, String, Vec<u8>);

/// The program, or the one that `COMEBACK` names, so that a long soak can go on while the project is built again.
fn program() -> String {
    std::env::var("COMEBACK").unwrap_or_else(|_| env!("CARGO_BIN_EXE_comeback").to_owned())
}

impl Preview {
    fn start(project: &Project) -> Self {
        Self::start_with(project, &[])
    }

    fn start_with(project: &Project, options: &[&str]) -> Self {
        let mut child = Command::new(program())
            .args(["serve", "--root"])
            .arg(project.root())
            .args(options)
            .env("SOURCE_DATE_EPOCH", "1600000000")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let stderr = child.stderr.take().expect("piped");
        let (sender, log) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut first).expect("it says where it is");
        let host = first.split("http://").nth(1).and_then(|a| a.split('/').next()).expect("an address").to_owned();
        Self { child, host, log }
    }

    fn get(&self, path: &str) -> Answer {
        self.get_as(path, &self.host).expect("it answers")
    }

    /// A request with a `Host` header of its own.
    fn get_as(&self, path: &str, host: &str) -> Option<Answer> {
        self.ask(path, host, "")
    }

    /// A request with more header lines.
    fn ask(&self, path: &str, host: &str, more: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(&self.host).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n").ok()?;
        let mut all = Vec::new();
        stream.read_to_end(&mut all).ok()?;
        let end = all.windows(4).position(|w| w == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let field = |name: &str| {
            let line = head.lines().find(|l| l.to_lowercase().starts_with(&format!("{name}:")))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let kind = field("content-type").or_else(|| field("location")).unwrap_or_default();
        Some((status, kind, all[end + 4..].to_vec()))
    }

    /// The `parsed N, rendered M` lines since the last call, once none has come for a while.
    fn work(&self) -> Vec<(usize, usize)> {
        let mut lines = Vec::new();
        while let Ok(line) = self.log.recv_timeout(Duration::from_millis(1500)) {
            lines.push(line);
        }
        let numbers = |line: &String| {
            let mut parts = line.strip_prefix("parsed ")?.split(", rendered ");
            let parsed = parts.next()?.parse().ok()?;
            Some((parsed, parts.next()?.split(',').next()?.parse().ok()?))
        };
        lines.iter().filter_map(numbers).collect()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a clean build with the preview's address writes, by address below the site's path, and whether it had errors.
fn clean_build(project: &Project, host: &str, base: &str) -> (BTreeMap<String, Vec<u8>>, bool) {
    let output = tempfile::tempdir().expect("a folder");
    let folder = output.path().join("out");
    let ran = Command::new(program())
        .args(["build", "--keep-going", "--drafts", "--future", "--root"])
        .arg(project.root())
        .arg("--output")
        .arg(&folder)
        .args(["--base-url", &format!("http://{host}{base}")])
        .env("SOURCE_DATE_EPOCH", "1600000000")
        .output()
        .expect("it runs");
    let mut files = BTreeMap::new();
    collect(&folder, &folder, &mut files);
    files.remove("/.comeback-manifest");
    (files, !ran.status.success())
}

fn collect(root: &Path, folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, into);
        } else {
            let inside = path.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            let address = format!("/{}", inside.strip_suffix("index.html").unwrap_or(&inside));
            into.insert(address, fs::read(&path).expect("a file"));
        }
    }
}

/// A page as it is served: with the script before its end.
fn served(bytes: &[u8], base: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let script = format!("<script src=\"{base}__comeback/live.js\" defer></script>");
    match text.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &text[..at], &text[at..]).into_bytes(),
        None => bytes.to_vec(),
    }
}

/// Compares every address ever seen with a clean build until all agree, or says what does not.
fn settle(project: &Project, preview: &Preview, base: &str, seen: &mut BTreeSet<String>) -> Result<(), String> {
    let started = Instant::now();
    loop {
        let (files, errors) = clean_build(project, &preview.host, base);
        seen.extend(files.keys().cloned());
        let wrong = seen.iter().find_map(|address| difference(preview, base, address, &files, errors));
        match wrong {
            None => return Ok(()),
            Some(wrong) if started.elapsed() > Duration::from_secs(6) => return Err(wrong),
            Some(_) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

fn difference(
    preview: &Preview,
    base: &str,
    address: &str,
    files: &BTreeMap<String, Vec<u8>>,
    errors: bool,
) -> Option<String> {
    let path = format!("{}{}", base.trim_end_matches('/'), encoded(address));
    let (status, _, bytes) = preview.get(&path);
    let Some(expected) = files.get(address) else {
        // The address of an entry with an error shows its last good page, or the error.
        let fine = status == 404 || (errors && matches!(status, 200 | 500));
        return (!fine).then(|| format!("{address}: {status}, and a clean build has no such page"));
    };
    let is_page = address.ends_with('/') || address.ends_with(".html");
    let expected = if is_page { served(expected, base) } else { expected.clone() };
    if status == 200 && bytes == expected {
        return None;
    }
    let at = bytes.iter().zip(&expected).position(|(a, b)| a != b).unwrap_or(bytes.len().min(expected.len()));
    let around = |b: &[u8]| String::from_utf8_lossy(&b[at.saturating_sub(60)..(at + 60).min(b.len())]).into_owned();
    Some(format!("{address}: {status}, served …{}…\nbut built …{}…", around(&bytes), around(&expected)))
}

fn encoded(address: &str) -> String {
    address
        .bytes()
        .map(|b| if b.is_ascii_graphic() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// A small generator of numbers, so that a failure can be repeated from its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        // Steele, Lea & Flood 2014, SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).expect("it is below n")
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { Some(&from[self.below(from.len())]) }
    }
}

const SITE: &str = "\
-- site.toml --
title = \"Soak\"
base_url = \"https://example.org/\"
[pagination]
per_page = 3
[[injuries]]
name = \"knee\"
onset = 2020-01-01
[[phases]]
name = \"Walking\"
start = 2020-01-15
end = 2020-02-10
-- content/journal/2020-01-01-start.md --
---
title: Start
tags: [a]
pain: {before: 1, after: 3, next_day: 2}
mileage: 5
lessons: [{id: slow, title: Slowly}]
---
Hello.

> [!LESSON] slow
> Take your time.
-- content/exercises/bridge.md --
Hips up, as at the [start](../journal/2020-01-01-start.md).
-- content/about.md --
About.
";

/// An entry's text; every kind of relation between entries turns up.
fn entry(random: &mut Random, others: &[String]) -> String {
    let n = random.below(1000);
    let mut front = format!("title: Entry {n}\n");
    let mut body = format!("Text {n}.\n\n");
    if random.below(5) > 0 {
        front.push_str(&format!("date: 2020-0{}-{:02}\n", 1 + random.below(3), 1 + random.below(28)));
    }
    if random.below(3) > 0 {
        front.push_str(&format!("pain: {{before: {}, during: {}}}\n", random.below(4), random.below(8)));
    }
    match random.below(15) {
        0 => front.push_str("tags: [a, b]\n"),
        1 => front.push_str("tags: [B, c]\n"),
        2 => front.push_str("draft: true\n"),
        3 => front.push_str("visibility: private\n"),
        4 => front.push_str("visibility: unlisted\naliases: [/older, former/x.html]\n"),
        5 => front.push_str("lessons: [{confirms: slow, note: again}]\n"),
        6 => front.push_str(&format!("lessons: [{{id: l-{n}, title: Lesson {n}}}]\nmilestones: [Mark {n}]\n")),
        7 => front.push_str(&format!("slug: own-{}\nsessions: [{{type: walk, distance: {n} m}}]\n", random.below(3))),
        8 => front.push_str(&format!("series: {}\n", ["Long", "long", "Short"][random.below(3)])),
        9 => front.push_str("flare: true\nsetback: ice\nimage: /pic.svg\ntriggers: [ice]\n"),
        10 => front.push_str(
            "updated: 2020-05-01\nsleep: 7\nlessons: [{retracts: slow}]\nmilestones: [{kind: race, label: R}]\n",
        ),
        11 => front.push_str("treatments: [{type: needling, minutes: 20, cost: 5 USD}]\nmedication: [x]\n"),
        12 => {
            let who = ["Bo", "Cy"][random.below(2)];
            front.push_str(&format!("advice: [{{from: {who}, text: Rest {n}}}]\nphase: Own\ntags: [a, c]\n"));
        }
        _ => front.push_str("mileage: 3\n"),
    }
    if random.below(3) == 0 {
        let name = ["bridge", "Bridge", "step up"][random.below(3)];
        front.push_str(&format!("exercises: [{name} 3x8 @{n}kg]\ntreatments: [{{type: massage, minutes: {n}}}]\n"));
    }
    match random.below(6) {
        0 => {
            let kind = ["pain-timeline", "exercise", "phases", "treatments", "lessons", "ladder\nlevels: [a, b]"];
            body.push_str(&format!("```chart\nkind: {}\n```\n", kind[random.below(kind.len())]));
        }
        1 => body.push_str("> [!LESSON] slow\n> Again.\n"),
        2 => body.push_str("# Heading\n\n```rust\nfn main() {}\n```\n"),
        3 => body.push_str("[[start]] and ![pic](/pic.svg)\n"),
        4 => {
            let name = random.pick(others).cloned().unwrap_or_default();
            body.push_str(&format!("[link](../../{name})\n"));
        }
        _ => {}
    }
    format!("---\n{front}---\n{body}")
}

/// One random thing that a writer, an editor or a version control system does.
fn disturb(project: &Project, random: &mut Random, step: usize) -> String {
    let mut files = BTreeMap::new();
    collect(project.root(), &project.path("content/journal"), &mut files);
    let names: Vec<String> = files.keys().map(|f| f.trim_start_matches('/').to_owned()).collect();
    let some = random.pick(&names).cloned().unwrap_or_else(|| "content/journal/x.md".to_owned());
    let text = entry(random, &names);
    let new = format!("content/journal/2020-02-{:02}-new-{}.md", 1 + random.below(28), random.below(9));
    match random.below(20) {
        0 | 1 => {
            project.write(&new, &text);
            format!("write {new}")
        }
        2..=4 => {
            project.write(&some, &text);
            format!("edit {some}")
        }
        5 => {
            let _ = fs::remove_file(project.path(&some));
            format!("delete {some}")
        }
        6 => {
            let _ = fs::rename(project.path(&some), project.path(&new));
            format!("rename {some} to {new}")
        }
        7 => {
            for n in 0..20 {
                let text = entry(random, &names);
                project.write(&format!("content/journal/burst-{n}.md"), text);
            }
            "burst".to_owned()
        }
        8 => {
            for n in 0..20 {
                let _ = fs::remove_file(project.path(&format!("content/journal/burst-{n}.md")));
            }
            "end of burst".to_owned()
        }
        9 => {
            // Half, then the whole.
            project.write(&some, &text[..text.len() / 2]);
            std::thread::sleep(Duration::from_millis(random.below(30) as u64));
            project.write(&some, &text);
            format!("slow save of {some}")
        }
        10 => {
            let broken = ["---\npain: 99\n---\n", "---\ntitle: a: b\n---\n", "---\nnever closed\n", ""];
            project.write(&some, broken[random.below(broken.len())]);
            format!("break {some}")
        }
        11 => {
            let folder = format!("content/journal/deep-{}/er", random.below(3));
            project.write(&format!("{folder}/index.md"), &text);
            project.write(&format!("{folder}/pic.svg"), format!("<svg>{step}</svg>"));
            format!("folder {folder}")
        }
        12 => {
            let _ = fs::remove_dir_all(project.path(&format!("content/journal/deep-{}", random.below(3))));
            "folder gone".to_owned()
        }
        13 => {
            project.write(".tmp-save", &text);
            fs::rename(project.path(".tmp-save"), project.path(&some)).expect("a rename");
            format!("atomic save of {some}")
        }
        18 => {
            let path = ["content/now.md", "content/red-flags.md"][random.below(2)];
            let front = ["date: 2020-02-01\n", "date: 2020-03-01\nsummary: Short.\n", "visibility: unlisted\n", ""];
            let front = front[random.below(front.len())];
            project.write(path, format!("---\n{front}---\nStep {step}.\n"));
            if random.below(3) == 0 {
                fs::remove_file(project.path(path)).expect("what was just written");
            }
            format!("own words {path}")
        }
        14 => {
            let tail = ["", "{{ head.title }}", "{{ site.title | upper }}", "{{ nonsense }}", "{% if %}"];
            let tail = tail[random.below(tail.len())];
            let template =
                format!("{{% extends \"base.html\" %}}{{% block main %}}<p>{step}</p>{tail}{{% endblock main %}}");
            let path = ["tags.html", "page.html", "404.html"][random.below(3)];
            project.write(&format!("themes/trailhead/templates/{path}"), template);
            format!("template {path} {tail}")
        }
        15 => {
            let _ = fs::remove_dir_all(project.path("themes"));
            project.write("static/pic.svg", format!("<svg>{step}</svg>"));
            "static, and no theme".to_owned()
        }
        16 | 17 => {
            let stem = some.rsplit('/').next().unwrap_or(&some).trim_end_matches(".md");
            let file = format!("content/comments/{stem}/{}.yaml", random.below(4));
            let more = ["", "replying_to: 1\n", "approved: false\n", "date: 2020-02-01\n", "name: [\n"];
            let more = more[random.below(more.len())];
            if random.below(4) == 0 {
                let _ = fs::remove_file(project.path(&file));
            } else {
                project.write(&file, format!("_id: c{step}\nname: N{step}\nmessage: Said {step}.\n{more}"));
            }
            format!("comment {file} {more}")
        }
        _ => {
            let title = ["title = \"A\"", "title = \"B\"\nunits = \"mi\"", "title = ", "title = \"C\"\nbase = 1"];
            let title = title[random.below(title.len())];
            let rest = "base_url = \"https://example.org/\"\n[pagination]\nper_page = 4\n";
            project.write("site.toml", format!("{title}\n{rest}"));
            format!("settings {title}")
        }
    }
}

#[test]
fn after_any_edits_every_address_is_what_a_clean_build_has() {
    let soak = std::env::var("COMEBACK_SOAK").ok().and_then(|s| s.parse().ok()).map(Duration::from_secs);
    let seed = std::env::var("COMEBACK_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(11);
    let mut random = Random(seed);
    let project = Project::new(SITE);
    let preview = Preview::start(&project);
    let mut seen = BTreeSet::new();
    settle(&project, &preview, "/", &mut seen).expect("the first state");
    let started = Instant::now();
    let mut steps = Vec::new();
    let (mut compared, mut broken) = (0, 0);
    while soak.map_or(steps.len() < 250, |soak| started.elapsed() < soak) {
        for _ in 0..=random.below(3) {
            steps.push(disturb(&project, &mut random, steps.len()));
        }
        let check = Command::new(program())
            .args(["check", "--root"])
            .arg(project.root())
            .env("SOURCE_DATE_EPOCH", "1600000000")
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&check.stderr).into_owned();
        // With settings or a theme that can't be used there is no clean build: the last good site stays.
        if said.contains("site.toml") || said.contains("themes/") {
            broken += 1;
            assert!(matches!(preview.get("/").0, 200 | 500), "after {:?}", steps.last());
            continue;
        }
        if let Err(wrong) = settle(&project, &preview, "/", &mut seen) {
            panic!(
                "seed {seed}, step {}: {wrong}\nlast steps: {:#?}",
                steps.len(),
                &steps[steps.len().saturating_sub(6)..]
            );
        }
        compared += seen.len();
    }
    eprintln!(
        "{} edits, {compared} comparisons of {} addresses, {broken} times without a clean build",
        steps.len(),
        seen.len()
    );
    assert!(compared > 1000 && seen.len() > 40, "{compared} comparisons of {} addresses", seen.len());
}

fn twelve_entries() -> Project {
    let mut text =
        String::from("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[feeds]\nlimit = 3\n");
    for n in 1..=12 {
        text.push_str(&format!(
            "-- content/journal/2020-01-{n:02}-e{n}.md --\n---\nsummary: S\ntags: [t]\npain: 2\n---\nBody {n}.\n"
        ));
    }
    Project::new(&text)
}

#[test]
fn an_edit_costs_what_it_touches() {
    let project = twelve_entries();
    let preview = Preview::start(&project);
    assert_eq!(preview.work().first().map(|w| w.0), Some(12), "the first build parses all");
    // On a busy machine a look may catch a save half made and look once more: what it costs undisturbed is what counts.
    let costs = |pain: u8, expected: (usize, usize), why: &str| {
        let mut seen = Vec::new();
        for turn in 0..4 {
            let (pain, body) = (pain + turn % 2, if pain == 2 { turn } else { 0 });
            let pain = if pain < 4 { 2 } else { pain };
            project.write(
                "content/journal/2020-01-02-e2.md",
                format!("---\nsummary: S\ntags: [t]\npain: {pain}\n---\nAnother body {body}.\n"),
            );
            seen.push(preview.work());
            if seen.last().is_some_and(|work| *work == [expected]) {
                return;
            }
        }
        panic!("{why}: {seen:?}");
    };
    costs(2, (1, 1), "a body is shown by its own page alone");
    costs(2, (1, 1), "and so is the next");
    project.write("content/journal/2020-01-02-e2.md", "---\nsummary: S\ntags: [t]\npain: 2\n---\nAnother body 0.\n");
    preview.work();
    // Home's chart, progress, the archive, the two files of numbers, and the entries within three weeks, which draw the day
    // too.
    // So do the cards of the site and of all entries but the first, whose line ends before the day.
    costs(5, (1, 12 + 5 + 12), "a score is shown where its day is drawn");
    project.write("content/journal/2020-01-02-e2.md", project.read("content/journal/2020-01-02-e2.md"));
    // A look in the middle of the save finds an empty file and parses the old one again.
    assert!(preview.work().iter().all(|work| work.1 == 0), "a save that changes nothing makes nothing");
}

#[test]
fn charts_are_drawn_again_when_what_they_show_is_edited() {
    let page = |kind: &str| format!("-- content/{kind}.md --\nWords.\n\n```chart\nkind: {kind}\n```\n");
    let kinds = ["exercise", "treatments", "lessons", "pain-timeline"];
    let ladder = page("ladder").replace("ladder\n```", "ladder\nlevels: [a, b]\n```");
    let entry = "-- content/journal/2020-01-02-e.md --\n---\nvisibility: unlisted\n---\n";
    let taught = "-- content/journal/2020-01-01-l.md --\n---\nlessons: [{id: slow, title: Slowly}]\n---\n";
    let project = Project::new(&format!("{}{ladder}{entry}{taught}", kinds.map(page).concat()));
    let preview = Preview::start(&project);
    preview.work();
    let mut known = BTreeSet::from(kinds.map(|kind| format!("/{kind}/")));
    known.insert("/ladder/".to_owned());
    for fields in [
        "exercises: [bridge 3x8 @10kg]",
        "exercises: [bridge 3x8 @12kg]",
        "exercises: [bridge 3x8 @12kg]\ntreatments: [{type: ice, minutes: 5}]",
        "exercises: [bridge 3x8 @12kg]\ntreatments: [{type: ice, minutes: 9}]",
        "sessions: [run]",
        "lessons: [{confirms: slow}]",
    ] {
        project.write("content/journal/2020-01-02-e.md", format!("---\nvisibility: unlisted\n{fields}\n---\n"));
        settle(&project, &preview, "/", &mut known).unwrap_or_else(|wrong| panic!("{fields}: {wrong}"));
    }
}

#[test]
fn an_error_in_a_page_that_nobody_opened_is_told() {
    let project = twelve_entries();
    let preview = Preview::start(&project);
    preview.work();
    project.write(
        "themes/trailhead/templates/tag.html",
        "{% extends \"base.html\" %}\n{% block main %}{{ nonsense }}{% endblock main %}\n",
    );
    let mut said = String::new();
    while let Ok(line) = preview.log.recv_timeout(Duration::from_millis(1500)) {
        said.push_str(&line);
        said.push('\n');
    }
    assert!(said.contains("themes/trailhead/templates/tag.html:2:"), "{said}");
    assert_eq!(preview.get("/").0, 200);
    let (status, _, bytes) = preview.get("/tags/t/");
    assert_eq!(status, 500, "it never was good");
    assert!(String::from_utf8_lossy(&bytes).contains("tag.html:2:"));
}

#[test]
fn polling_sees_what_events_would_tell() {
    let project = twelve_entries();
    let preview = Preview::start_with(&project, &["--poll"]);
    project.write("content/journal/2020-01-02-e2.md", "Polled.\n");
    project.write("content/journal/new/folder/2020-02-02-deep.md", "Deep.\n");
    settle(&project, &preview, "/", &mut BTreeSet::new()).expect("the same as a build");
    assert_eq!(preview.get("/journal/new/folder/deep/").0, 200);
}

#[test]
fn a_burst_is_one_or_two_builds() {
    let project = twelve_entries();
    let preview = Preview::start(&project);
    preview.work();
    let started = Instant::now();
    for n in 0..200 {
        project
            .write(&format!("content/journal/2020-03-{:02}-b{n}.md", 1 + n % 28), format!("---\npain: 1\n---\n{n}\n"));
    }
    // A machine so busy that writing them takes seconds gets a look in between.
    let most = 2 + usize::try_from(started.elapsed().as_millis() / 300).expect("not so long");
    let builds = preview.work();
    assert!((1..=most).contains(&builds.len()), "{builds:?}, at most {most}");
    // A file caught between being made and being filled is read once more.
    assert!(builds.iter().map(|b| b.0).sum::<usize>() >= 200, "{builds:?}");
}

#[test]
fn the_preview_stands_below_the_sites_path_and_answers_to_this_machine_only() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/a/b/\"\n-- content/journal/2020-01-01-x.md --\nX.\n-- static/v.bin --\n0123456789\n",
    );
    let preview = Preview::start(&project);
    settle(&project, &preview, "/a/b/", &mut BTreeSet::new()).expect("the same as a build");
    let status = |path: &str| preview.get(path).0;
    assert_eq!(
        [status("/a/b/"), status("/a/b/journal/x/"), status("/a/b/nothing/"), status("/elsewhere/")],
        [200, 200, 404, 404]
    );
    assert_eq!(preview.get("/").1, "/a/b/", "the root leads to the site");
    assert_eq!(preview.get("/a/b/journal/x").1, "/a/b/journal/x/", "a slash is added");
    assert_eq!(preview.get("/a/b/feed.xml").1, "application/atom+xml; charset=utf-8");
    let page = String::from_utf8(preview.get("/a/b/").2).expect("a page");
    let style =
        page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a style");
    assert_eq!(preview.get(style).1, "text/css; charset=utf-8");
    let earlier =
        format!("{}.0123abcd.css", style.strip_suffix(".css").and_then(|s| s.rsplit_once('.')).expect("a name").0);
    assert_eq!(preview.get(&earlier), preview.get(style), "an open page may still ask by the name of a moment ago");
    for (host, expected) in [("localhost:1", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("evil.example", 421)] {
        assert_eq!(preview.get_as("/a/b/", host).map(|a| a.0), Some(expected), "{host}");
    }
    let (status, ..) = preview.get("/a/b/%2e%2e/%2e%2e/site.toml");
    assert_eq!(status, 404);
    let part = preview.ask("/a/b/v.bin", "localhost", "Range: bytes=2-4\r\n").expect("it answers");
    assert_eq!((part.0, part.2.as_slice()), (206, b"234".as_slice()), "players ask for parts");
}

#[test]
fn a_broken_entry_keeps_its_last_good_page_and_touches_no_other() {
    let project = twelve_entries();
    let preview = Preview::start(&project);
    let good = preview.get("/journal/e2/");
    project.write("content/journal/2020-01-02-e2.md", "---\npain: 42\n---\n");
    project.write("content/journal/2020-01-20-never-good.md", "---\npain: 42\n---\n");
    settle(&project, &preview, "/", &mut BTreeSet::new()).expect("all other pages are those of a build");
    assert_eq!(preview.get("/journal/e2/"), good);
    let (status, _, bytes) = preview.get("/journal/never-good/");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert_eq!(status, 500);
    assert!(
        text.contains("content/journal/2020-01-20-never-good.md:2:7") && text.contains("pain is 0 to 10"),
        "{text}"
    );
    assert_eq!(preview.get("/journal/e3/").0, 200);
    fs::remove_file(project.path("content/journal/2020-01-02-e2.md")).expect("a file");
    fs::remove_file(project.path("content/journal/2020-01-20-never-good.md")).expect("a file");
    settle(&project, &preview, "/", &mut BTreeSet::from(["/journal/e2/".to_owned()])).expect("deleted pages are gone");
    assert_eq!([preview.get("/journal/e2/").0, preview.get("/journal/never-good/").0], [404, 404]);
}

#[test]
fn a_port_that_is_taken_is_an_error_only_when_it_was_asked_for() {
    let project = twelve_entries();
    let first = Preview::start(&project);
    let port = first.host.split(':').nth(1).expect("a port").to_owned();
    let ran = project.run_with(&["serve", "--port", &port], &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains(&format!("port {port} can't be used")), "{}", ran.stderr);
    let second = Preview::start(&project);
    assert_ne!(first.host, second.host);
}

#[cfg(unix)]
#[test]
fn the_preview_ends_when_it_is_told_to() {
    let project = twelve_entries();
    let mut preview = Preview::start(&project);
    // An open page keeps a connection for news; it must not keep the program.
    let mut stream = TcpStream::connect(&preview.host).expect("a connection");
    write!(stream, "GET /__comeback/events?path=/ HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
    std::thread::sleep(Duration::from_millis(200));
    let told = Command::new("kill").args(["-TERM", &preview.child.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    let started = Instant::now();
    while preview.child.try_wait().expect("a child").is_none() {
        assert!(started.elapsed() < Duration::from_secs(10), "it goes on");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn watch_writes_what_a_build_would_and_leaves_drafts_out() {
    let project = twelve_entries();
    project.write("content/journal/2020-01-15-d.md", "---\ndraft: true\n---\nDraft.\n");
    let mut child = Command::new(program())
        .args(["watch", "--root"])
        .arg(project.root())
        .env("SOURCE_DATE_EPOCH", "1600000000")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    lines.next();
    assert!(project.has("public/journal/e2/index.html") && !project.has("public/journal/d/index.html"));
    project.write("content/journal/2020-01-02-e2.md", "---\nsummary: S\ntags: [t]\npain: 2\n---\nNew body.\n");
    let said = lines.next().expect("a line").expect("text");
    // Of the search's index a text is a part, and the names of its files say what is in them.
    assert!(said.starts_with("parsed 1, rendered 1, in ") && said.ends_with(": 5 written, 3 removed"), "{said}");
    assert!(project.read("public/journal/e2/index.html").contains("New body."));
    fs::remove_file(project.path("content/journal/2020-01-03-e3.md")).expect("a file");
    let said = lines.next().expect("a line").expect("text");
    assert!(said.ends_with(" removed") && !project.has("public/journal/e3/index.html"), "{said}");
    let _ = child.kill();
    let _ = child.wait();
    let elsewhere = project.path("clean");
    project.run_with(&["build", "--output", &elsewhere.to_string_lossy()], &[("SOURCE_DATE_EPOCH", "1600000000")]);
    let (mut watched, mut clean) = (BTreeMap::new(), BTreeMap::new());
    collect(&project.path("public"), &project.path("public"), &mut watched);
    collect(&elsewhere, &elsewhere, &mut clean);
    assert_eq!(watched.keys().collect::<Vec<_>>(), clean.keys().collect::<Vec<_>>());
    assert!(watched == clean, "some file differs");
}
