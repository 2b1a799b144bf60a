use super::local::WebOnly;
use super::*;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// A host on this machine that answers `METHOD PATH`, as often as it was asked for that before, with a status line and
/// headers, or with nothing at all; and what it was asked for, in order.
struct Host {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Host {
    fn new(answer: fn(&str, usize) -> Option<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let heard = heard.clone();
                std::thread::spawn(move || serve(stream, &heard, answer));
            }
        });
        Self { port, asked }
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic").clone()
    }
}

fn serve(mut stream: TcpStream, heard: &Mutex<Vec<String>>, answer: fn(&str, usize) -> Option<String>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let line = head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
    let before = {
        let mut heard = heard.lock().expect("no panic");
        let before = heard.iter().filter(|old| **old == line).count();
        heard.push(line.clone());
        before
    };
    assert!(head.contains(concat!("comeback/", env!("CARGO_PKG_VERSION"), " (link check)")), "{head}");
    match answer(&line, before) {
        Some(answer) => {
            let _ = stream
                .write_all(format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes());
        }
        None => std::thread::sleep(Duration::from_secs(5)),
    }
}

/// Somebody in a hurry.
fn asker() -> Asker {
    let short = Duration::from_millis(1);
    Asker::anywhere(Patience {
        at_once: 4,
        between: short,
        limit: Duration::from_millis(500),
        again: vec![short, short],
    })
}

/// What asks, with names looked up in another way.
fn agent(resolver: impl Resolver) -> Agent {
    Agent::with_parts(Asker::config(&asker().patience), DefaultConnector::default(), resolver)
}

fn links(addresses: &[String]) -> Vec<Outside> {
    let link = |address: &String| Outside { address: address.clone(), places: BTreeSet::new(), page: "/x/".into() };
    addresses.iter().map(link).collect()
}

fn at(time: &str) -> Timestamp {
    time.parse().expect("a time")
}

const NOW: &str = "2026-01-10T12:00:00Z";

#[test]
fn each_answer_is_understood() {
    let host = Host::new(|asked, before| {
        let (method, path) = asked.split_once(' ')?;
        let answer = match (path, method) {
            ("/there", _) | ("/no-head", "GET") | ("/odd-head", "GET") | ("/moved-to", _) | ("/for-now-to", _) => {
                "200 OK"
            }
            ("/no-head", _) => "405 Method Not Allowed",
            ("/odd-head", _) => "nonsense",
            ("/gone", _) => "404 Not Found",
            ("/members", _) => "403 Forbidden",
            ("/too-many", _) => "429 Too Many Requests",
            ("/linkedin", _) => "999 Request denied",
            ("/tired", _) if before == 0 => "500 Internal Server Error",
            ("/tired", _) => "200 OK",
            ("/ill", _) => "503 Service Unavailable",
            ("/moved", _) => "301 Moved Permanently\r\nLocation: /moved-to#part",
            ("/for-now", _) => "302 Found\r\nLocation: for-now-to",
            ("/to-nothing", _) => "308 Permanent Redirect\r\nLocation: /gone",
            ("/circle", _) => "302 Found\r\nLocation: /circle-2",
            ("/circle-2", _) => "302 Found\r\nLocation: /circle",
            ("/to-app", _) => "302 Found\r\nLocation: app://open",
            _ => return None,
        };
        Some(answer.to_owned())
    });
    let broken = |why: &str| Answer::Broken(why.to_owned());
    let unsure = |why: &str| Answer::Unsure(why.to_owned());
    let asked = |path: &str| [format!("HEAD {path}"), format!("GET {path}")];
    let once = |path: &str| vec![format!("HEAD {path}")];
    let twice = |path: &str| asked(path).to_vec();
    let four = |path: &str| [asked(path).to_vec(), vec![format!("GET {path}"); 2]].concat();
    let circle = || [once("/circle"), once("/circle-2")].concat();
    for (path, expected, requests) in [
        ("/there", Answer::There, once("/there")),
        ("/no-head", Answer::There, twice("/no-head")),
        ("/odd-head", Answer::There, twice("/odd-head")),
        ("/gone", broken("the host says 404 (not found)"), twice("/gone")),
        ("/members", unsure("the host says 403 (forbidden)"), twice("/members")),
        ("/too-many", unsure("the host says 429 (too many requests)"), once("/too-many")),
        ("/linkedin", unsure("the host says 999"), twice("/linkedin")),
        // Neither question is answered the first time; one is a moment later.
        ("/tired", Answer::There, [twice("/tired"), vec!["GET /tired".to_owned()]].concat()),
        ("/ill", broken("the host says 503 (service unavailable)"), four("/ill")),
        ("/moved", Answer::Moved(host.address("/moved-to")), [once("/moved"), once("/moved-to")].concat()),
        ("/for-now", Answer::There, [once("/for-now"), once("/for-now-to")].concat()),
        ("/to-nothing", broken("the host says 404 (not found)"), [once("/to-nothing"), twice("/gone")].concat()),
        ("/circle", broken("it leads on in a circle"), circle()),
        ("/to-app", unsure("it leads on to `app://open`"), once("/to-app")),
        ("/slow", broken("no answer within 0 seconds"), four("/slow")),
    ] {
        let before = host.asked().len();
        assert_eq!(asker().ask(&host.address(path)), expected, "{path}");
        assert_eq!(host.asked()[before..], requests, "{path}");
    }
    assert_eq!(asker().ask("http://"), broken("it is no address"));
}

#[test]
fn what_was_there_is_not_asked_for_again_for_a_week() {
    let host = Host::new(|asked, _| {
        let moved = "301 Moved Permanently\r\nLocation: /a".to_owned();
        Some(if asked.ends_with("/b") {
            moved
        } else if asked.ends_with("/c") {
            "404 Gone".to_owned()
        } else {
            "200 OK".to_owned()
        })
    });
    let all = links(&["/a", "/b", "/c"].map(|path| host.address(path)));
    let words =
        |asked: &Asked| asked.diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect::<Vec<_>>();
    let first = ask(&all, &LinkMemory::default(), at(NOW), &asker(), &|_, _| ());
    let said = [
        format!("moved-link: `{}` has moved for good", host.address("/b")),
        format!("dead-link: `{}` leads nowhere: the host says 404 (not found)", host.address("/c")),
    ];
    assert_eq!((words(&first), first.asked, first.remembered), (said.to_vec(), 3, 0));
    let memory = LinkMemory::read(&first.memory.text());
    assert_eq!(memory, first.memory);
    let before = host.asked().len();
    let second = ask(&all, &memory, at("2026-01-17T11:59:59Z"), &asker(), &|_, _| ());
    assert_eq!((words(&second), second.asked, second.remembered), (said.to_vec(), 1, 2));
    assert_eq!(host.asked()[before..], ["HEAD /c", "GET /c"], "what is broken is asked for each time");
    for time in ["2026-01-17T12:00:00Z", "2026-01-10T11:59:59Z"] {
        let later = ask(&all, &memory, at(time), &asker(), &|_, _| ());
        assert_eq!((later.asked, later.remembered), (3, 0), "{time}");
    }
    let fewer = ask(&all[..1], &memory, at(NOW), &asker(), &|_, _| ());
    assert!(!fewer.memory.text().contains("/b\""), "what the site has no more is forgotten");
    for text in ["", "{", "[]", r#"{"addresses": {"x": 1}}"#] {
        assert_eq!(LinkMemory::read(text), LinkMemory::default());
    }
}

#[test]
fn without_a_network_one_thing_is_said() {
    // Nobody listens on the first port of this machine, which has many names.
    let all: Vec<String> = (1..=20).map(|n| format!("http://127.0.0.{n}:1/")).collect();
    let asked = ask(&links(&all), &LinkMemory::default(), at(NOW), &asker(), &|_, _| ());
    let said: Vec<(&str, &str, &[String])> =
        asked.diagnostics.iter().map(|d| (d.code, &*d.message, &*d.hints)).collect();
    let expected = "none of 20 addresses of other sites could be reached, so nothing is known of them";
    assert_eq!(said, [("offline", expected, &["is this computer online?".to_owned()][..])]);
    // One host that is away says nothing of the network.
    let one = ask(
        &links(&["/a", "/b"].map(|path| format!("http://127.0.0.1:1{path}"))),
        &LinkMemory::default(),
        at(NOW),
        &asker(),
        &|_, _| (),
    );
    let said: Vec<&str> = one.diagnostics.iter().map(|d| &*d.message).collect();
    assert_eq!(
        said,
        [
            "`http://127.0.0.1:1/a` leads nowhere: the host refuses the connection",
            "`http://127.0.0.1:1/b` leads nowhere: the host refuses the connection"
        ]
    );
}

#[test]
fn one_host_is_asked_for_one_address_at_a_time() {
    let host = Host::new(|_, _| Some("200 OK".to_owned()));
    let all: Vec<String> = (0..6).map(|n| host.address(&format!("/{n}"))).collect();
    let patience = Patience { between: Duration::from_millis(20), ..asker().patience };
    let started = std::time::Instant::now();
    let steps = Mutex::new(Vec::new());
    let asked = ask(&links(&all), &LinkMemory::default(), at(NOW), &Asker::anywhere(patience), &|done, total| {
        steps.lock().expect("no panic").push((done, total));
    });
    assert_eq!(asked.diagnostics, []);
    assert_eq!(host.asked(), (0..6).map(|n| format!("HEAD /{n}")).collect::<Vec<_>>());
    assert!(started.elapsed() >= Duration::from_millis(100), "a pause after each but the last");
    assert_eq!(steps.into_inner().expect("no panic"), (1..=6).map(|n| (n, 6)).collect::<Vec<_>>());
}

/// Finds one address for every name.
#[derive(Debug)]
struct Always(SocketAddr);

impl Resolver for Always {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut found = self.empty();
        found.push(self.0);
        Ok(found)
    }
}

#[test]
fn this_computer_and_its_network_are_never_asked() {
    let host = Host::new(|asked, _| {
        let to = asked.strip_prefix("HEAD /to/")?;
        Some(format!("302 Found\r\nLocation: http://{to}"))
    });
    let web = Asker::new(asker().patience);
    for name in ["127.0.0.1", "localhost", "[::1]"] {
        assert_eq!(web.ask(&format!("http://{name}:{}/x", host.port)), Answer::Local, "{name}");
    }
    // A name that nothing is to be seen of, and one that leads on.
    let here = SocketAddr::from(([127, 0, 0, 1], host.port));
    let leads_here = "its name leads to this computer or its network, which is not asked";
    let named = Asker { agent: agent(WebOnly(Always(here))), ..Asker::new(asker().patience) };
    assert_eq!(named.ask("http://blog.example/x"), Answer::Unsure(leads_here.to_owned()));
    assert_eq!(host.asked(), Vec::<String>::new());
    let seen = Asker { agent: agent(Always(here)), ..Asker::new(asker().patience) };
    let leads_on = "it leads on to this computer or its network, which is not asked";
    for to in ["127.0.0.1:1/", "10.0.0.1/", "nas/", "printer.local/x"] {
        let answer = seen.ask(&format!("http://blog.example/to/{to}"));
        assert_eq!(answer, Answer::Unsure(leads_on.to_owned()), "{to}");
    }
    assert_eq!(host.asked().len(), 4, "the one that led on was asked");
}

#[test]
fn an_address_of_this_computer_is_told_and_counts_as_asked_for_by_nobody() {
    let host = Host::new(|_, _| Some("200 OK".to_owned()));
    let links = links(&[host.address("/x")]);
    let mut memory = LinkMemory::default();
    memory.put(&host.address("/x"), &Answer::There, at(NOW));
    let asked = ask(&links, &memory, at(NOW), &Asker::new(asker().patience), &|_, _| ());
    let said: Vec<String> = asked.diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect();
    let why = "is an address of this computer or its network: readers can't reach it, and it was not asked for";
    assert_eq!(
        (said, asked.asked, asked.remembered),
        (vec![format!("dead-link: `{}` {why}", host.address("/x"))], 0, 0)
    );
    assert_eq!(host.asked(), Vec::<String>::new());
}
