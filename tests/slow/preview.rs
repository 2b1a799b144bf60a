//! The preview: what an edit costs, what is shown of what is broken, and how it answers.

use crate::compare::{collect, settle};
use crate::server::{Preview, program};
use crate::support::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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
    // So do the cards of the site and of all entries but the first, whose line ends before the day, and the pictures of the weeks
    // around each entry.
    costs(5, (1, 12 + 5 + 12 + 12), "a score is shown where its day is drawn");
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
    // Once it was good, it stays as it was, however many edits the mistake outlives.
    let tag = |words: &str| {
        let page = format!("{{% extends \"base.html\" %}}\n{{% block main %}}{words}{{% endblock main %}}\n");
        project.write("themes/trailhead/templates/tag.html", page);
        preview.work();
        preview.get("/tags/t/")
    };
    let (status, _, good) = tag("Good.");
    assert_eq!(status, 200);
    for words in ["{{ nonsense }}", "{{ nonsense }}, still", "And still {{ nonsense }}"] {
        let (status, _, bytes) = tag(words);
        assert!(status == 200 && bytes == good, "{words}");
    }
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
fn a_section_called_as_the_sites_path_is_led_to_as_in_a_build() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/journal/\"\n\
         -- content/journal/2020-01-01-x.md --\n<a href=\"/journal/x\">without the slash at its end</a>\n",
    );
    let preview = Preview::start(&project);
    settle(&project, &preview, "/journal/", &mut BTreeSet::new()).expect("the same as a build");
    let page = String::from_utf8(preview.get("/journal/journal/x/").2).expect("a page");
    assert!(page.contains("<a href=\"/journal/journal/x\">without"), "{page}");
}

#[test]
fn the_preview_sends_the_headers_that_hosts_are_told_to_send() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/a/\"\n[comments]\nform = \"https://forms.example/x\"\n\
         -- content/journal/2020-01-01-x.md --\nX.\n-- static/v.bin --\n0123456789\n",
    );
    assert_eq!(project.run(["deploy-files", "nginx", "--server"]).status, 0);
    let nginx = project.read("nginx.conf");
    let preview = Preview::start(&project);
    let head = |path: &str| {
        let mut stream = TcpStream::connect(&preview.host).expect("it listens");
        write!(stream, "HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it reads");
        let mut all = String::new();
        stream.read_to_string(&mut all).expect("an answer");
        all
    };
    let policies = nginx.lines().filter_map(|line| {
        line.split_once(" \"default-src").map(|(_, rest)| format!("default-src{}", rest.trim_end_matches("\";")))
    });
    let policies: Vec<String> = policies.collect();
    let [search, all] = &policies[..] else { panic!("two policies: {policies:?}") };
    assert!(search.contains("'wasm-unsafe-eval'") && !all.contains("'wasm-unsafe-eval'"));
    for (path, policy) in [
        ("/a/", all),
        ("/a/journal/x/", all),
        ("/a/search/", search),
        ("/a/v.bin", all),
        ("/a/nothing/", all),
        ("/a/__comeback/live.js", all),
        ("/", all),
    ] {
        let head = head(path);
        assert!(head.contains(&format!("content-security-policy: {policy}\r\n")), "{path}: {head}");
        for line in nginx.lines().filter_map(|line| line.trim().strip_prefix("add_header ")?.strip_suffix("\" always;"))
        {
            let (name, value) = line.split_once(" \"").expect("a name and a value");
            assert!(head.contains(&format!("{}: {value}\r\n", name.to_ascii_lowercase())), "{path} {name}: {head}");
        }
    }
}

#[test]
fn a_form_that_never_ends_is_given_up() {
    let project = twelve_entries();
    let preview = Preview::start_with(&project, &["--write"]);
    let mut stream = TcpStream::connect(&preview.host).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time");
    let (address, host) = (&preview.write, &preview.host);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n";
    write!(stream, "POST {address} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{kind}\r\ndone=rest")
        .expect("it reads");
    // Others are answered meanwhile.
    assert_eq!(preview.get("/").0, 200);
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 408");
    assert!(!project.has("content/log.txt"));
}

#[test]
fn a_preview_for_the_network_says_who_can_read_it() {
    let project = twelve_entries();
    let preview = Preview::start_with(&project, &["--host", "0.0.0.0"]);
    let first = preview.log.recv_timeout(Duration::from_secs(20)).expect("a line");
    let (words, address) = first.split_once(": ").expect("an address");
    assert_eq!(words, "whoever is in this network can read all of it, drafts and entries dated later too");
    let port = preview.host.split(':').nth(1).expect("a port");
    assert!(address.starts_with("http://") && address.ends_with(&format!(":{port}/")), "{first}");
    let alone = Preview::start(&project);
    let first = alone.log.recv_timeout(Duration::from_secs(20)).expect("a line");
    assert_eq!(first, "following every save; Ctrl-C ends it");
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

/// Asks for an address until its answer holds some words, for a few seconds.
fn answers_with(preview: &Preview, address: &str, words: &str) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) {
        if String::from_utf8_lossy(&preview.get(address).2).contains(words) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

#[cfg(unix)]
#[test]
fn edits_behind_links_are_seen() {
    let vault = Project::new(
        "-- single.md --\n---\ndate: 2020-01-05\n---\nOne.\n-- daily/2020-01-06-note.md --\n---\npain: 1\n---\nTwo.\n",
    );
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nfollow_links = true\n\
         -- content/journal/2020-01-01-own.md --\nOwn.\n",
    );
    for (to, name) in [("single.md", "2020-01-05-single.md"), ("daily", "daily")] {
        let link = project.path("content/journal").join(name);
        std::os::unix::fs::symlink(vault.path(to), link).expect("a link");
    }
    let preview = Preview::start(&project);
    assert!(answers_with(&preview, "/journal/single/", "One."));
    assert!(answers_with(&preview, "/journal/daily/note/", "Two."));
    // Nothing else moves, so that no look at everything comes by itself.
    std::thread::sleep(Duration::from_millis(1500));
    vault.write("single.md", "---\ndate: 2020-01-05\n---\nOne anew.\n");
    assert!(answers_with(&preview, "/journal/single/", "One anew."), "a file behind a link");
    std::thread::sleep(Duration::from_millis(1500));
    vault.write("daily/2020-01-06-note.md", "---\npain: 1\n---\nTwo anew.\n");
    assert!(answers_with(&preview, "/journal/daily/note/", "Two anew."), "a file in a folder behind a link");
    std::thread::sleep(Duration::from_millis(1500));
    vault.write("daily/deep/2020-01-07-new.md", "---\npain: 1\n---\nThree.\n");
    assert!(answers_with(&preview, "/journal/daily/deep/new/", "Three."), "a new file in a new folder behind a link");
}

#[test]
fn former_addresses_answer_letter_for_letter() {
    let project = Project::new(
        "-- content/journal/2020-01-01-own.md --\n---\naliases: [/blog/Old-Title/, /%C3%9Cbung_1/größe.html, /First Run]\n---\nOwn.\n",
    );
    let preview = Preview::start(&project);
    for address in ["/blog/Old-Title/", "/%C3%9Cbung_1/gr%C3%B6%C3%9Fe.html", "/First%20Run/"] {
        let (status, _, page) = preview.get(address);
        assert!(status == 200 && String::from_utf8_lossy(&page).contains("/journal/own/"), "{address}: {status}");
    }
    assert_eq!(preview.get("/blog/old-title/").0, 404);
}

#[test]
fn notes_to_oneself_are_shown_once_each_and_on_no_page() {
    let entry = |body: &str, more: &str| {
        format!("---\ntitle: A\npain: 2\nremind:\n  - {{on: 2020-09-01, text: Zorbook shoes}}\n{more}---\n{body}\n")
    };
    let project = Project::new(&format!("-- content/journal/2020-01-02-a.md --\n{}", entry("Body.", "")));
    let preview = Preview::start(&project);
    let reminders = || {
        let lines = std::iter::from_fn(|| preview.log.recv_timeout(Duration::from_millis(1500)).ok());
        lines.filter(|line| line.starts_with("reminder")).collect::<Vec<_>>()
    };
    let shown = |on: &str, text: &str, line: usize| {
        format!("reminder of {on}: {text} (content/journal/2020-01-02-a.md:{line}, until you remove it there)")
    };
    assert_eq!(reminders(), [shown("2020-09-01", "Zorbook shoes", 5)]);
    let save = |text: String| {
        project.write("content/journal/2020-01-02-a.md", text);
    };
    save(entry("Another body.", ""));
    assert_eq!(reminders(), Vec::<String>::new());
    // One more, whose day has come, and one whose day has not.
    let more = "  - {on: 2020-09-13, text: Zorbook socks}\n  - {on: 2020-09-14, text: Zorbook tape}\n";
    save(entry("Another body.", more));
    assert_eq!(reminders(), [shown("2020-09-13", "Zorbook socks", 6)]);
    for address in ["/journal/a/", "/", "/progress/", "/feed.xml", "/search/"] {
        let (status, _, body) = preview.get(address);
        assert!(status == 200 && !String::from_utf8_lossy(&body).contains("Zorbook"), "{address}: {status}");
    }
}
