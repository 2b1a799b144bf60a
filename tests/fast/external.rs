//! `check --external` asks other sites for what the published pages link to, and for nothing else.

use crate::support::{Project, Ran};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// The host of the tests: nobody has such a name.
const HOST: &str = "http://web.example";

/// A proxy on this machine that answers for every host, each of which has one page and one that has moved there; the program
/// itself refuses to ask this machine.
struct Web {
    proxy: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Web {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let proxy = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
                let mut first_of_head = || {
                    let head: Vec<String> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
                    head.first().cloned().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned()
                };
                let host = first_of_head().trim_start_matches("CONNECT ").trim_end_matches(":80").to_owned();
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
                let line = first_of_head();
                let answer = match line.split(' ').nth(1) {
                    Some("/study") => "200 OK",
                    Some("/old") => "301 Moved Permanently\r\nLocation: /study",
                    Some("/shy") => "403 Forbidden",
                    _ => "404 Not Found",
                };
                let host = if host == "web.example" { String::new() } else { format!(" at {host}") };
                heard.lock().expect("no panic").push(line + &host);
                let _ = write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        Self { proxy, asked }
    }

    /// Checks a project with this as its web; gives what came of it and what was asked for.
    fn check(&self, project: &Project, more: &[&str]) -> (Ran, Vec<String>) {
        let variables = [("SOURCE_DATE_EPOCH", "1600000000"), ("HTTP_PROXY", &self.proxy)];
        let ran = project.run_with(&[&["check", "--external"], more].concat(), &variables);
        (ran, std::mem::take(&mut *self.asked.lock().expect("no panic")))
    }
}

fn project() -> Project {
    Project::new(
        &"
-- content/journal/2020-08-14-first-run.md --
---
pain: 2
---
[A study](HOST/study#results), [the same](HOST/study) and [one that is gone](HOST/gone).

<a href=\"HOST/old\">moved</a>
-- content/journal/2020-08-15-second-run.md --
---
pain: 1
---
Still [gone](HOST/gone), and [shy](<HOST/shy>).
-- content/journal/2020-08-16-mine.md --
---
visibility: private
---
[Mine](HOST/private).
-- content/journal/2020-08-17-draft.md --
---
draft: true
---
[Later](HOST/draft).
"
        .replace("HOST", HOST),
    )
}

#[test]
fn what_is_gone_is_told_with_its_line_and_nothing_private_is_asked_for() {
    let (web, project) = (Web::new(), project());
    let (ran, asked) = web.check(&project, &[]);
    let expected = "\
warning: `HOST/gone` leads nowhere: the host says 404 (not found)
 --> content/journal/2020-08-14-first-run.md:4:HERE
";
    let shown = ran.stderr.replace(HOST, "HOST");
    let text = project.read("content/journal/2020-08-14-first-run.md");
    let column = text.lines().nth(3).and_then(|line| line.find(&format!("{HOST}/gone"))).expect("the link") + 1;
    assert!(shown.starts_with(&expected.replace("HERE", &column.to_string())), "{shown}");
    assert!(shown.contains("= hint: it stands in 1 more place\n"), "{shown}");
    assert!(shown.contains("note: `HOST/old` has moved for good"), "{shown}");
    assert!(shown.contains("= hint: its address is now `HOST/study`"), "{shown}");
    assert!(
        shown.contains("note: could not tell whether `HOST/shy` is there: the host says 403 (forbidden)"),
        "{shown}"
    );
    assert!(shown.ends_with("\n1 warning\n"), "{shown}");
    assert!(ran.stdout.contains("\nasked other sites for 4 addresses\n"), "{}", ran.stdout);
    assert_eq!(ran.status, 0);
    let once = ["HEAD /gone", "GET /gone", "HEAD /old", "HEAD /study", "HEAD /shy", "GET /shy", "HEAD /study"];
    assert_eq!(asked, once);
    let kept = project.read(".comeback/links.json");
    assert!(kept.contains("/study") && kept.contains("/old") && !kept.contains("/gone"), "{kept}");
    assert!(project.has(".comeback/.gitignore"), "it is nobody else's");
    let (ran, asked) = web.check(&project, &["--strict"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stdout.contains("\nasked other sites for 2 addresses (2 more were there in the last 7 days)\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(asked, ["HEAD /gone", "GET /gone", "HEAD /shy", "GET /shy"]);
    assert!(ran.stderr.contains("has moved for good"), "it is still worth knowing");
}

#[test]
fn a_check_asks_nobody_unless_told_to_and_notes_fail_nothing() {
    let (web, project) = (Web::new(), project());
    for command in ["check", "build"] {
        project.run_with(&[command], &[("HTTP_PROXY", &web.proxy)]);
    }
    assert_eq!(*web.asked.lock().expect("no panic"), Vec::<String>::new());
    for name in ["2020-08-14-first-run", "2020-08-16-mine", "2020-08-17-draft"] {
        project.remove(&format!("content/journal/{name}.md"));
    }
    project.write("content/journal/2020-08-15-second-run.md", format!("---\npain: 1\n---\n[Shy]({HOST}/shy).\n"));
    assert_eq!(web.check(&project, &["--strict"]).0.status, 0);
    assert!(!project.has(".comeback/links.json"), "what could not be told is not remembered");
}

#[test]
fn without_a_network_one_thing_is_said() {
    let text: String = (1..20).map(|n| format!("<http://web{n}.example/>\n")).collect();
    let project = Project::new(&format!("-- content/journal/2020-08-14-x.md --\n---\npain: 1\n---\n{text}"));
    // Nobody listens on the first port of this machine.
    let ran = project.run_with(&["check", "--external"], &[("HTTP_PROXY", "http://127.0.0.1:1")]);
    assert_eq!(
        ran.stderr,
        "warning: none of 19 addresses of other sites could be reached, so nothing is known of them\n |\n \
         = hint: is this computer online?\n\n1 warning\n"
    );
    assert_eq!((ran.status, project.has(".comeback/links.json")), (0, false));
}

#[test]
fn nothing_that_readers_wrote_and_no_address_of_this_network_is_asked_for() {
    let web = Web::new();
    let project = Project::new(
        "
-- content/journal/2020-08-14-x.md --
---
pain: 1
---
[One](http://web.example/study), [the router](http://192.168.1.1/reboot), <http://localhost:4000/>, [mine](http://both.example/).
-- content/comments/x/1.yaml --
name: Jo
url: http://reader.example/page
message: See [this](http://reader.example/) and http://both.example/, or [that](http://10.0.0.1/).
",
    );
    project.build([]);
    let page = project.read("public/journal/x/index.html");
    assert!(page.contains("http://reader.example/page") && page.contains("http://10.0.0.1/"), "readers' links stand");
    let (ran, mut asked) = web.check(&project, &[]);
    asked.sort();
    assert_eq!(asked, ["GET / at both.example", "HEAD / at both.example", "HEAD /study"]);
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("warning")).collect();
    let why = "is an address of this computer or its network: readers can't reach it, and it was not asked for";
    assert_eq!(
        told,
        [
            format!("warning: `http://192.168.1.1/reboot` {why}"),
            format!("warning: `http://localhost:4000/` {why}"),
            "warning: `http://both.example/` leads nowhere: the host says 404 (not found)".to_owned(),
        ]
    );
}
