//! `serve --write`: who may write, what may be written, and that nothing else is.

use crate::support::Project;
use crate::support::server::{Answered, Preview};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const SITE: &str = "-- site.toml --
title = \"A <leg> & more\"
base_url = \"https://example.org/a/b/\"
-- content/log.txt --
# my log
2020-09-10  pain 2/2/3, run 3k 18:00   # old shoes
2020-09-12  rest
-- content/journal/2020-09-11-tuesday.md --
---
title: \"Tues<day>\"
pain: 3
---
Slept & ran.
-- content/journal/2020-09-09-mine.md --
---
title: Mine
visibility: private
---
Only for me.
-- content/journal/2020-09-01-broken.md --
---
title: [
---
Broken.
-- content/about.md --
About.
";

/// The day on which the previews of tests run.
const TODAY: &str = "2020-09-13";

struct Phone {
    project: Project,
    preview: Preview,
    before: BTreeMap<String, Vec<u8>>,
}

/// A field's name and value.
type Pairs<'a> = &'a [(&'a str, &'a str)];

impl Phone {
    fn new(site: &str) -> Self {
        let project = Project::new(site);
        let preview = Preview::start_with(&project, &["--write"]);
        let before = project.tree(".");
        Self { project, preview, before }
    }

    /// The address of a page, with the secret.
    fn page(&self, page: &str, more: Pairs<'_>) -> String {
        let (path, token) = self.preview.write.split_once('?').expect("a secret");
        format!("{path}{page}?{token}&{}", form(more))
    }

    fn get(&self, address: &str) -> Answered {
        self.preview.send(&format!("GET {address}"), &self.preview.host, "", b"").expect("it answers")
    }

    fn post(&self, address: &str, fields: Pairs<'_>) -> Answered {
        let origin = format!("Origin: http://{}\r\n", self.preview.host);
        self.post_as(address, &self.preview.host, &origin, form(fields).as_bytes())
    }

    fn post_as(&self, address: &str, host: &str, headers: &str, body: &[u8]) -> Answered {
        let kind =
            if headers.contains("Content-Type") { "" } else { "Content-Type: application/x-www-form-urlencoded\r\n" };
        let headers = format!("{headers}{kind}Content-Length: {}\r\n", body.len());
        self.preview.send(&format!("POST {address}"), host, &headers, body).expect("it answers")
    }

    /// Sends a day's form.
    fn log(&self, fields: Pairs<'_>) -> Answered {
        self.post(&self.page("", &[]), fields)
    }

    /// The page that a form led to.
    #[track_caller]
    fn follow(&self, answered: &Answered) -> String {
        assert_eq!(answered.status, 303, "{}", text(answered));
        let page = self.get(answered.header("location").expect("an address"));
        assert_eq!(page.status, 200);
        text(&page)
    }

    #[track_caller]
    fn nothing_is_written(&self, why: &str) {
        let mut now = self.project.tree(".");
        // What the preview keeps for the next build is no source.
        now.retain(|path, _| !path.starts_with("./.comeback") && !path.starts_with(".comeback"));
        let mut before = self.before.clone();
        before.retain(|path, _| !path.starts_with("./.comeback") && !path.starts_with(".comeback"));
        assert!(now == before, "{why}: {:?}", now.keys().collect::<Vec<_>>());
    }

    /// A hidden field of a page.
    #[track_caller]
    fn hidden(page: &str, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest = page.split_once(&start).unwrap_or_else(|| panic!("no {name}: {page}")).1;
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

fn form(fields: Pairs<'_>) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn text(answered: &Answered) -> String {
    String::from_utf8(answered.body.clone()).expect("UTF-8")
}

#[test]
fn without_being_asked_nobody_may_write() {
    let project = Project::new(SITE);
    let preview = Preview::start_with(&project, &[]);
    let token = "0".repeat(32);
    for page in ["write", "write/entry", "write/new", "write.css"] {
        let address = format!("/a/b/__comeback/{page}?token={token}");
        let got = |line: &str| preview.send(line, &preview.host, "", b"").map(|answered| answered.status);
        assert_eq!(got(&format!("GET {address}")), Some(404), "{page}");
        assert_eq!(got(&format!("POST {address}")), Some(405), "{page}");
    }
    assert_eq!(preview.write, "");
}

#[test]
fn only_whoever_has_the_secret_gets_in_and_only_from_here() {
    let phone = Phone::new(SITE);
    let good = phone.page("", &[]);
    let fields = form(&[("done", "rest"), ("day", TODAY)]);
    let origin = format!("Origin: http://{}\r\n", phone.preview.host);
    let (path, token) = phone.preview.write.split_once("?token=").expect("a secret");
    assert!(path == "/a/b/__comeback/write" && token.len() == 32, "{}", phone.preview.write);
    let wrong: String = token.chars().map(|c| if c == '0' { '1' } else { '0' }).collect();
    for address in [
        path.to_owned(),
        format!("{path}?token="),
        format!("{path}?token={wrong}"),
        format!("{path}?token={}", &token[..31]),
        format!("{path}?token={token}0"),
        format!("{path}?Token={token}"),
        format!("{path}?token={token}&token={token}"),
        format!("{path}?token={wrong}&token={token}"),
        format!("{path}/entry?file=content/journal/2020-09-11-tuesday.md"),
        format!("{path}/new?title=x"),
    ] {
        assert_eq!(phone.get(&address).status, 403, "{address}");
        let posted = phone.post_as(&address, &phone.preview.host, &origin, fields.as_bytes());
        assert_eq!(posted.status, 403, "{address}");
        assert!(!text(&posted).contains(token), "{address}");
    }
    let post = |host: &str, headers: &str| phone.post_as(&good, host, headers, fields.as_bytes()).status;
    let host = phone.preview.host.as_str();
    for headers in [
        "",
        "Origin: null\r\n",
        "Origin: http://evil.example\r\n",
        "Origin: http://127.0.0.1\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Origin: null\r\nSec-Fetch-Site: same-origin\r\n",
        "Referer: http://127.0.0.1/\r\n",
    ] {
        assert_eq!(post(host, headers), 403, "{headers}");
    }
    // A name that was made to point here is not ours, whatever it says of itself.
    for host in ["evil.example", "evil.example:4000", "192.168.1.5:4000", ""] {
        assert_eq!(post(host, &format!("Origin: http://{host}\r\n")), 403, "{host}");
        let got = phone.preview.send(&format!("GET {good}"), host, "", b"").expect("it answers").status;
        assert_eq!(got, 403, "{host}");
    }
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/json"] {
        let headers = format!("{origin}Content-Type: {kind}\r\n");
        assert_eq!(phone.post_as(&good, host, &headers, fields.as_bytes()).status, 415, "{kind}");
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answered = phone.preview.send(&format!("{method} {good}"), host, &origin, b"").expect("it answers");
        assert_eq!(answered.status, 405, "{method}");
    }
    assert_eq!(phone.post_as("/a/b/", host, &origin, fields.as_bytes()).status, 405, "pages are only looked at");
    phone.nothing_is_written("no secret, or another place");
    // The same request, with nothing wrong in it, writes: what was refused above was refused for its reason.
    assert_eq!(post(host, &origin), 303);
    assert!(phone.project.read("content/log.txt").ends_with("2020-09-12  rest\n2020-09-13  rest\n"));
}

#[test]
fn the_page_loads_and_runs_nothing_and_stands_in_no_frame() {
    let phone = Phone::new(SITE);
    let page = phone.get(&phone.page("", &[]));
    let policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    for answered in [&page, &phone.get("/a/b/__comeback/write"), &phone.get("/a/b/__comeback/write.css")] {
        for (name, value) in [
            ("content-security-policy", policy),
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answered.header(name), Some(value), "{name}");
        }
    }
    let html = text(&page);
    for bad in ["<script", "style=", "onload", "onclick", "javascript:", "<img", "<iframe"] {
        assert!(!html.contains(bad), "{bad}");
    }
    let style = phone.get("/a/b/__comeback/write.css");
    assert_eq!(style.header("content-type"), Some("text/css; charset=utf-8"));
    let style = text(&style);
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn texts_from_the_disk_are_shown_as_text() {
    let phone = Phone::new(SITE);
    phone.project.write(
        "content/journal/2020-09-13-x.md",
        "---\ntitle: <script>alert(1)</script>\nmood: \"<b onload=x>\"\n---\n</textarea><script>alert(2)</script> &amp;\n",
    );
    let page = text(&phone.get(&phone.page("", &[])));
    assert!(page.contains("A &lt;leg&gt; &amp; more") && page.contains("&lt;script&gt;alert(1)"), "{page}");
    assert!(!page.contains("<script") && !page.contains("<b "), "{page}");
    let page = text(&phone.get(&phone.page("/entry", &[("file", "content/journal/2020-09-13-x.md")])));
    let shown = "</p>\n";
    assert!(page.contains(shown) && page.matches("</textarea>").count() == 1 && !page.contains("<script"), "{page}");
    assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(2)&lt;/script&gt; &amp;amp;"), "{page}");
    let odd = phone.log(&[("done", "\"><script>alert(3)</script>"), ("injury", "<x>"), ("date", "\"><y>")]);
    let page = text(&odd);
    assert!(odd.status == 422 && !page.contains("<script") && !page.contains("<y>"), "{page}");
}

#[test]
fn a_day_is_written_in_its_place_and_said_back() {
    let phone = Phone::new(SITE);
    let fields = [
        ("once", "0"),
        ("before", "2"),
        ("during", "3"),
        ("after", "2"),
        ("done", "run 5k 30:00"),
        ("day", TODAY),
        ("date", "2020-09-11"),
    ];
    let answered = phone.log(&fields);
    let page = phone.follow(&answered);
    let log = "# my log\n2020-09-10  pain 2/2/3, run 3k 18:00   # old shoes\n2020-09-11  pain 2/3/2, run 5k 30:00\n2020-09-12  rest\n";
    assert_eq!(phone.project.read("content/log.txt"), log);
    assert!(page.contains("Written down: Friday 11 September"), "{page}");
    assert!(page.contains("<p class=\"typed\">2020-09-11  pain 2/3/2, run 5k 30:00</p>"), "{page}");
    assert!(page.contains("<li>run, 5 km in 30:00</li>"), "{page}");
    // The last days say what they hold, private entries too, which are the writer's.
    for part in
        ["<h3>Yesterday, Saturday 12 September</h3>\n<p>rest", "Tues&lt;day&gt;</a>", "run, 3 km in 18:00", "Mine</a>"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Sent twice, as by two taps, it is written once.
    let again = phone.log(&fields);
    assert_eq!(again.header("location"), answered.header("location"));
    assert_eq!(phone.project.read("content/log.txt"), log);
    // What the form was made anew for is another day, though it says the same.
    let same = phone.log(&[&fields[1..], &[("once", "1")]].concat());
    assert!(same.status == 422 && text(&same).contains("is in the log already"), "{}", text(&same));
    assert_eq!(phone.project.read("content/log.txt"), log);
    // The preview follows the file, as it follows an editor.
    let started = Instant::now();
    while !text(&phone.get("/a/b/data/journal.csv")).contains("2020-09-11,pain.before,,,2,") {
        assert!(started.elapsed() < Duration::from_secs(20), "the preview never shows it");
        std::thread::sleep(Duration::from_millis(20));
    }
    let progress = text(&phone.get("/a/b/progress/"));
    assert!(progress.contains("8 km"), "both runs of the week: {progress}");
}

#[test]
fn what_cannot_be_read_is_kept_in_the_form_and_written_nowhere() {
    let phone = Phone::new(SITE);
    let fields =
        [("before", "7"), ("during", ""), ("after", ""), ("done", "runn 5k, \"zu <müde>\""), ("day", "2020-09-12")];
    let answered = phone.log(&fields);
    let page = text(&answered);
    assert_eq!(answered.status, 422, "{page}");
    assert!(page.contains("<mark>runn 5k</mark>") && page.contains("is `run` meant?"), "{page}");
    assert!(page.contains("value=\"runn 5k, &quot;zu &lt;müde&gt;&quot;\""), "{page}");
    assert!(
        page.contains("name=\"before\" value=\"7\" checked") && page.contains("value=\"2020-09-12\" checked"),
        "{page}"
    );
    for (fields, part) in [
        (&[("done", "")][..], "Nothing is filled in yet"),
        (&[("before", "11"), ("done", "rest")], "A score is 0 to 10"),
        (&[("done", "rest"), ("day", "../../etc/passwd")], "is no date"),
        (&[("done", "rest"), ("date", "9999-01-01")], "is the year right?"),
        (&[("done", "rest\n2020-09-13  run 5k")], "no line breaks"),
        (&[("done", "rest\u{202e}")], "can’t be read"),
    ] {
        let answered = phone.log(fields);
        let page = text(&answered);
        assert!(answered.status == 422 && page.contains(part), "{fields:?}: {page}");
    }
    for (body, status) in
        [("done=rest%00", 400), ("done=rest%1B[2J", 400), ("done=%FF", 400), ("done=rest&done=rest", 400)]
    {
        let origin = format!("Origin: http://{}\r\n", phone.preview.host);
        let answered = phone.post_as(&phone.page("", &[]), &phone.preview.host, &origin, body.as_bytes());
        assert_eq!(answered.status, status, "{body}");
    }
    phone.nothing_is_written("nothing of it can be read");
}

#[test]
fn no_field_names_a_file() {
    let phone = Phone::new(SITE);
    let outside = phone.project.root().parent().expect("a folder").join("comeback-outside.md");
    let read = phone.get(&phone.page("/entry", &[("file", "content/journal/2020-09-11-tuesday.md")]));
    let was = Phone::hidden(&text(&read), "was");
    for file in [
        "",
        "site.toml",
        "content/log.txt",
        "content/about.md",
        "content/journal/../../site.toml",
        "content/journal/../journal/2020-09-11-tuesday.md",
        "./content/journal/2020-09-11-tuesday.md",
        "content//journal/2020-09-11-tuesday.md",
        "/content/journal/2020-09-11-tuesday.md",
        "content/journal/2020-09-11-tuesday",
        "content/journal/2020-09-11-TUESDAY.md",
        "content\\journal\\2020-09-11-tuesday.md",
        "content/journal/new.md",
        "../comeback-outside.md",
        &outside.display().to_string(),
        &phone.project.path("site.toml").display().to_string(),
        "/etc/passwd",
    ] {
        let address = phone.page("/entry", &[("file", file)]);
        let got = phone.get(&address);
        assert!(got.status == 404 && !text(&got).contains("root:"), "{file}");
        let posted = phone
            .post(&address, &[("was", &was), ("text", "---\ntitle: X\n---\nX.\n"), ("file", file), ("path", file)]);
        assert_eq!(posted.status, 404, "{file}");
    }
    phone.nothing_is_written("none of these is an entry of the list");
    assert!(!outside.exists());
    // A title is only ever a part of a name.
    let page = phone.get(&phone.page("/new", &[("title", "../../../evil"), ("day", TODAY)]));
    assert_eq!(page.status, 200);
    let posted =
        phone.post(&phone.page("/new", &[]), &[("title", "../../../evil"), ("date", TODAY), ("text", "Words.\n")]);
    assert!(phone.follow(&posted).contains("content/journal/2020-09-13-evil.md"));
    let mut now = phone.project.tree("content");
    assert_eq!(now.remove("journal/2020-09-13-evil.md").as_deref(), Some(b"Words.\n".as_slice()));
    assert_eq!(now.len(), 5, "{:?}", now.keys());
    for date in ["../../x", "", "2020-09-13/../../x", "9999-01-01"] {
        let posted = phone.post(&phone.page("/new", &[]), &[("title", "x"), ("date", date), ("text", "Words.\n")]);
        assert_eq!(posted.status, 422, "{date}");
    }
    for title in ["", "  ", "a\nb", &"x".repeat(201)] {
        let posted = phone.post(&phone.page("/new", &[]), &[("title", title), ("date", TODAY), ("text", "Words.\n")]);
        assert_eq!(posted.status, 422, "{title}");
    }
    assert_eq!(phone.project.tree("content").len(), 6);
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_site_are_not_followed() {
    use std::os::unix::fs::symlink;
    let outside = Project::empty();
    outside.write("secret.md", "---\ntitle: Secret\n---\nSecret.\n").write("log.txt", "2020-09-01 rest\n");
    let phone = Phone::new("-- content/journal/2020-09-11-a.md --\nA.\n");
    symlink(outside.path("secret.md"), phone.project.path("content/journal/2020-09-10-s.md")).expect("a link");
    symlink(outside.path("log.txt"), phone.project.path("content/log.txt")).expect("a link");
    let address = phone.page("/entry", &[("file", "content/journal/2020-09-10-s.md")]);
    assert_eq!(phone.get(&address).status, 404);
    assert_eq!(phone.post(&address, &[("text", "X.\n")]).status, 404);
    let logged = phone.log(&[("done", "rest")]);
    assert!(logged.status == 500 && text(&logged).contains("leads out of the site’s folder"), "{}", text(&logged));
    std::fs::rename(phone.project.path("content/journal"), phone.project.path("moved")).expect("a folder");
    symlink(outside.root(), phone.project.path("content/journal")).expect("a link");
    let made = phone.post(&phone.page("/new", &[]), &[("title", "x"), ("date", TODAY), ("text", "Words.\n")]);
    assert!(made.status == 500 && text(&made).contains("leads out of the site’s folder"), "{}", text(&made));
    assert_eq!(outside.tree(".").len(), 2);
    assert_eq!(outside.read("log.txt"), "2020-09-01 rest\n");
    assert_eq!(outside.read("secret.md"), "---\ntitle: Secret\n---\nSecret.\n");
}

#[test]
fn an_entry_is_changed_with_its_own_line_ends() {
    let phone = Phone::new(SITE);
    let path = "content/journal/2020-09-11-tuesday.md";
    phone.project.write(path, "\u{feff}---\r\ntitle: Tuesday\r\npain: 3\r\n---\r\nSlept.\r\n");
    let address = phone.page("/entry", &[("file", path)]);
    let page = text(&phone.get(&address));
    assert!(page.contains("\n---\ntitle: Tuesday\npain: 3\n---\nSlept.\n</textarea>"), "{page}");
    let was = Phone::hidden(&page, "was");
    // Browsers send their own line ends.
    let sent = "---\r\ntitle: Tuesday\r\npain: 4\r\n---\r\nSlept.\r\nAnd ran.\r\n";
    let page = phone.follow(&phone.post(&address, &[("was", &was), ("text", sent)]));
    assert!(page.contains("<h2>Saved.</h2>\n<p class=\"typed\">content/journal/2020-09-11-tuesday.md</p>"), "{page}");
    assert!(page.contains("<li>pain 4 at its worst</li>"), "{page}");
    assert_eq!(phone.project.read(path), "\u{feff}---\r\ntitle: Tuesday\r\npain: 4\r\n---\r\nSlept.\r\nAnd ran.\r\n");
    // Sent back as it is, nothing is written.
    let was = Phone::hidden(&text(&phone.get(&address)), "was");
    let page = phone.follow(&phone.post(&address, &[("was", &was), ("text", sent)]));
    assert!(page.contains("Nothing was changed, so nothing was written."), "{page}");
    // A private entry is its writer's, and one that can't be read can be mended.
    for (path, text_now) in
        [("content/journal/2020-09-09-mine.md", "Mine"), ("content/journal/2020-09-01-broken.md", "Mended")]
    {
        let address = phone.page("/entry", &[("file", path)]);
        let was = Phone::hidden(&text(&phone.get(&address)), "was");
        let sent = format!("---\r\ntitle: {text_now}\r\n---\r\nMore.\r\n");
        assert_eq!(phone.post(&address, &[("was", &was), ("text", &sent)]).status, 303, "{path}");
        assert_eq!(phone.project.read(path), format!("---\ntitle: {text_now}\n---\nMore.\n"));
    }
}

#[test]
fn what_was_saved_meanwhile_is_never_lost() {
    let phone = Phone::new(SITE);
    let path = "content/journal/2020-09-11-tuesday.md";
    let address = phone.page("/entry", &[("file", path)]);
    let was = Phone::hidden(&text(&phone.get(&address)), "was");
    let desk = "---\ntitle: At the <desk>\n---\nFrom the desk.\n";
    phone.project.write(path, desk);
    let mine = "---\r\ntitle: On the phone\r\n---\r\nFrom the <phone>.\r\n";
    let answered = phone.post(&address, &[("was", &was), ("text", mine)]);
    let page = text(&answered);
    assert_eq!(answered.status, 409, "{page}");
    assert!(page.contains("<h1>At the &lt;desk&gt;</h1>"), "{page}");
    assert!(
        page.contains("From the &lt;phone&gt;.\n</textarea>") && page.contains("From the desk.\n</textarea>"),
        "{page}"
    );
    assert_eq!(phone.project.read(path), desk);
    // Having seen both, the writer decides.
    let now = Phone::hidden(&page, "was");
    assert_ne!(now, was);
    assert_eq!(phone.post(&address, &[("was", &now), ("text", mine)]).status, 303);
    assert_eq!(phone.project.read(path), "---\ntitle: On the phone\n---\nFrom the <phone>.\n");
    for was in ["", "x", &was] {
        assert_eq!(phone.post(&address, &[("was", was), ("text", "X.\n")]).status, 409, "{was}");
    }
    phone.project.remove(path);
    assert_eq!(phone.post(&address, &[("was", &now), ("text", "X.\n")]).status, 404);
    assert!(!phone.project.has(path));
}

#[test]
fn a_text_that_cannot_be_read_or_would_lose_something_is_left_alone() {
    let phone = Phone::new(SITE);
    let path = "content/journal/2020-09-11-tuesday.md";
    let address = phone.page("/entry", &[("file", path)]);
    let was = Phone::hidden(&text(&phone.get(&address)), "was");
    for (sent, part) in [
        ("---\r\ntitle: [\r\n---\r\nX.\r\n", "Line"),
        ("---\r\ntitle: X\r\npain: 11\r\n---\r\nX.\r\n", "pain is 0 to 10"),
        ("---\r\ntitle: X\r\n", "never ends"),
        ("---\r\nvisiblity: private\r\n---\r\nX.\r\n", "visib"),
        ("", "There is no text"),
        ("\r\n  \r\n", "There is no text"),
    ] {
        let answered = phone.post(&address, &[("was", &was), ("text", sent)]);
        let page = text(&answered);
        assert!(answered.status == 422 && page.contains(part), "{sent:?}: {page}");
        assert!(page.contains(&format!("\n{}</textarea>", sent.replace("\r\n", "\n"))), "{sent:?}: {page}");
        let made = phone.post(&phone.page("/new", &[]), &[("title", "x"), ("date", TODAY), ("text", sent)]);
        assert_eq!(made.status, 422, "{sent:?}");
    }
    let long = "x".repeat(200_000);
    assert_eq!(phone.post(&address, &[("was", &was), ("text", &long)]).status, 422);
    assert_eq!(phone.post(&address, &[("was", &was), ("text", &long.repeat(10))]).status, 413);
    phone.nothing_is_written("none of it can be read");
    // What a form would lose is not put into one.
    for (bytes, part) in [(b"A\x0cB\n".as_slice(), "characters that a form would lose"), (&[b'a'; 140_000], "too long")]
    {
        phone.project.write(path, bytes);
        let got = phone.get(&address);
        assert!(got.status == 409 && text(&got).contains(part), "{part}: {}", text(&got));
    }
}

#[test]
fn a_form_that_is_too_long_is_given_up() {
    let phone = Phone::new(SITE);
    let origin = format!("Origin: http://{}\r\n", phone.preview.host);
    let body = format!("done={}", "x".repeat(600_000));
    let answered = phone.post_as(&phone.page("", &[]), &phone.preview.host, &origin, body.as_bytes());
    assert_eq!(answered.status, 413);
    assert!(text(&answered).contains("nothing was written"));
    phone.nothing_is_written("it is too long");
}

#[test]
fn a_new_entry_starts_as_by_the_command_and_overwrites_none() {
    let phone = Phone::new(SITE);
    let address = phone.page("/new", &[("title", "Größe \"5\""), ("day", TODAY), ("date", "")]);
    let page = text(&phone.get(&address));
    phone.nothing_is_written("a page was looked at");
    assert!(page.contains("title: &quot;Größe \\&quot;5\\&quot;&quot;\ndate: 2020-09-13\n"), "{page}");
    let other = Project::new(SITE);
    other.run(["new", "Größe \"5\""]);
    let started = other.read("content/journal/2020-09-13-grosse-5.md");
    assert!(page.contains(&started.replace('"', "&quot;")), "{started}\n{page}");
    let fields = |once| {
        [
            ("title", "Größe \"5\""),
            ("date", TODAY),
            ("once", once),
            ("text", "---\r\ndate: 2020-09-12\r\npain: 2\r\n---\r\nBig.\r\n"),
        ]
    };
    let made = phone.post(&phone.page("/new", &[]), &fields("7"));
    let said = phone.follow(&made);
    // The text has the last word on its day.
    assert!(said.contains("content/journal/2020-09-12-grosse-5.md") && said.contains("pain 2 at its worst"), "{said}");
    assert_eq!(
        phone.project.read("content/journal/2020-09-12-grosse-5.md"),
        "---\ndate: 2020-09-12\npain: 2\n---\nBig.\n"
    );
    let again = phone.post(&phone.page("/new", &[]), &fields("7"));
    assert_eq!(again.header("location"), made.header("location"), "two taps make one file");
    assert!(!phone.project.has("content/journal/2020-09-12-grosse-5-2.md"));
    assert_eq!(phone.post(&phone.page("/new", &[]), &fields("8")).status, 303);
    assert!(phone.project.has("content/journal/2020-09-12-grosse-5-2.md"), "another one of the name stands beside it");
    let nameless = phone.get(&phone.page("/new", &[("title", " ")]));
    assert!(nameless.status == 422 && text(&nameless).contains("An entry needs a title."));
}

#[test]
fn where_the_settings_are_broken_nothing_is_lost_and_nothing_written() {
    let phone = Phone::new(SITE);
    phone.project.write("site.toml", "title = \n");
    let answered = phone.log(&[("done", "run 5k"), ("before", "3")]);
    let page = text(&answered);
    assert!(answered.status == 500 && page.contains("site.toml can’t be read"), "{page}");
    assert!(page.contains("value=\"run 5k\"") && page.contains("name=\"before\" value=\"3\" checked"), "{page}");
    let address = phone.page("/entry", &[("file", "content/journal/2020-09-11-tuesday.md")]);
    let answered = phone.post(&address, &[("was", ""), ("text", "Kept.\r\n")]);
    assert!(answered.status == 500 && text(&answered).contains("\nKept.\n</textarea>"), "{}", text(&answered));
    phone
        .project
        .write("site.toml", phone.before.get("site.toml").or(phone.before.get("./site.toml")).expect("settings"));
    phone.nothing_is_written("the settings are broken");
}

#[test]
fn a_phone_is_told_how_it_gets_in() {
    let project = Project::new(SITE);
    let lines = |options: &[&str]| {
        let preview = Preview::start_with(&project, options);
        let mut lines: Vec<String> = Vec::new();
        while !lines.iter().any(|line| line.starts_with("following")) {
            lines.push(preview.log.recv_timeout(Duration::from_secs(20)).expect("a line"));
        }
        lines
    };
    let ends = "whoever has this address can write into the journal until this ends; each start makes a new one";
    let alone = lines(&["--write"]);
    let how = "only this machine can open it; `comeback serve --write --host 0.0.0.0` lets your phone in";
    assert_eq!(alone[..2], [how, ends]);
    let shared = lines(&["--write", "--host", "0.0.0.0"]);
    let square = shared.iter().filter(|line| line.contains("████")).count();
    let unknown = shared.iter().any(|line| line.starts_with("this machine's address in its network isn't known"));
    assert!((square >= 15) != unknown && shared.contains(&ends.to_owned()), "{shared:?}");
}
