//! `check --external` asks other sites for what the published pages link to, and for nothing else.

use crate::support::Project;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// A host on this machine that has one page and one that has moved there, and what it was asked for.
fn host() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = asked.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
            let line = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let answer = match line.split(' ').nth(1) {
                Some("/study") => "200 OK",
                Some("/old") => "301 Moved Permanently\r\nLocation: /study",
                Some("/shy") => "403 Forbidden",
                _ => "404 Not Found",
            };
            heard.lock().expect("no panic").push(line.trim_end_matches(" HTTP/1.1").to_owned());
            let _ = write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    (address, asked)
}

fn project(host: &str) -> Project {
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
        .replace("HOST", host),
    )
}

#[test]
fn what_is_gone_is_told_with_its_line_and_nothing_private_is_asked_for() {
    let (host, asked) = host();
    let project = project(&host);
    let ran = project.run(["check", "--external"]);
    let expected = "\
warning: `HOST/gone` leads nowhere: the host says 404 (not found)
 --> content/journal/2020-08-14-first-run.md:4:HERE
";
    let shown = ran.stderr.replace(&host, "HOST");
    let text = project.read("content/journal/2020-08-14-first-run.md");
    let column = text.lines().nth(3).and_then(|line| line.find(&format!("{host}/gone"))).expect("the link") + 1;
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
    assert_eq!(*asked.lock().expect("no panic"), once);
    let kept = project.read(".comeback/links.json");
    assert!(kept.contains("/study") && kept.contains("/old") && !kept.contains("/gone"), "{kept}");
    assert!(project.has(".comeback/.gitignore"), "it is nobody else's");
    asked.lock().expect("no panic").clear();
    let ran = project.run(["check", "--external", "--strict"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stdout.contains("\nasked other sites for 2 addresses (2 more were there in the last 7 days)\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(*asked.lock().expect("no panic"), ["HEAD /gone", "GET /gone", "HEAD /shy", "GET /shy"]);
    assert!(ran.stderr.contains("has moved for good"), "it is still worth knowing");
}

#[test]
fn a_check_asks_nobody_unless_told_to_and_notes_fail_nothing() {
    let (host, asked) = host();
    let project = project(&host);
    project.run(["check"]);
    project.build([]);
    assert_eq!(*asked.lock().expect("no panic"), Vec::<String>::new());
    for name in ["2020-08-14-first-run", "2020-08-16-mine", "2020-08-17-draft"] {
        project.remove(&format!("content/journal/{name}.md"));
    }
    project.write("content/journal/2020-08-15-second-run.md", format!("---\npain: 1\n---\n[Shy]({host}/shy).\n"));
    assert_eq!(project.run(["check", "--external", "--strict"]).status, 0);
    assert!(!project.has(".comeback/links.json"), "what could not be told is not remembered");
}

#[test]
fn without_a_network_one_thing_is_said() {
    let text: String = (1..20).map(|n| format!("<http://127.0.0.{n}:1/>\n")).collect();
    let project = Project::new(&format!("-- content/journal/2020-08-14-x.md --\n---\npain: 1\n---\n{text}"));
    let ran = project.run(["check", "--external"]);
    assert_eq!(
        ran.stderr,
        "warning: none of 19 addresses of other sites could be reached, so nothing is known of them\n |\n \
         = hint: is this computer online?\n\n1 warning\n"
    );
    assert_eq!((ran.status, project.has(".comeback/links.json")), (0, false));
}
