//! What hosts are told of a site, and nginx with what it was told.

use crate::support::{Project, golden};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SITE: &str = "
-- site.toml --
title = \"T\"
base_url = \"https://journal.example/\"
[comments]
form = \"https://forms.example.org/entry?x=1\"
[newsletter]
form = \"https://letters.example.org:8443/join\"
-- content/about.md --
About.
-- content/journal/2020-08-14-first-run.md --
---
title: First run
pain: 2
aliases: [/old/run/, blog/post.html]
---
Words.
-- static/plain.txt --
plain
";

/// A text with the digits of fingerprints as `#`.
fn without_hashes(text: &str) -> String {
    let parts: Vec<String> = text
        .split('.')
        .map(|part| {
            let hex = part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
            if hex { "########".to_owned() } else { part.to_owned() }
        })
        .collect();
    parts.join(".")
}

#[test]
fn each_hosts_files_are_these() {
    for host in ["github", "netlify", "cloudflare", "nginx", "rsync"] {
        let project = Project::new(SITE);
        let before = project.tree(".");
        let ran = project.run(["deploy-files", host]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let mut all = ran.stdout;
        for (path, bytes) in project.tree(".").into_iter().filter(|(path, _)| !before.contains_key(path)) {
            all.push_str(&format!("-- {path} --\n{}", without_hashes(&String::from_utf8(bytes).unwrap())));
        }
        golden(&format!("hosts/{host}.txt"), &all);
        // Again, nothing is to do; and what was changed by hand stays.
        assert!(!project.run(["deploy-files", host]).stdout.contains("written"));
        project.build(["--strict"]);
    }
}

#[test]
fn a_file_that_differs_is_replaced_only_when_told() {
    let project = Project::new(SITE);
    project.write("nginx.conf", "mine\n");
    let ran = project.run(["deploy-files", "nginx"]);
    let said = "nginx.conf: is there and differs, so it is left alone; --force replaces it\n";
    assert_eq!((ran.status, ran.stderr.as_str()), (1, said));
    assert_eq!(project.read("nginx.conf"), "mine\n");
    assert_eq!(project.run(["deploy-files", "nginx", "--force"]).status, 0);
    assert!(project.read("nginx.conf").contains("server {"));
}

#[test]
fn a_host_that_serves_at_the_root_refuses_a_path_and_githubs_own_names_need_no_cname() {
    let project = Project::new(SITE);
    for host in ["netlify", "cloudflare"] {
        let ran = project.run(["deploy-files", host, "--base-url", "https://e.org/a/"]);
        let said = "error: this host serves a site at its root, and base_url has the path /a/\n  \
                    hint: give the address that the host has for it: --base-url https://NAME/\n";
        assert_eq!((ran.status, ran.stderr.as_str()), (2, said));
    }
    assert_eq!(project.run(["deploy-files", "github", "--base-url", "https://me.github.io/journal/"]).status, 0);
    assert!(project.has("static/.nojekyll") && !project.has("static/CNAME"));
    // Below a path of a domain the domain is another repository's.
    assert_eq!(project.run(["deploy-files", "github", "--base-url", "https://e.org/journal/"]).status, 0);
    assert!(!project.has("static/CNAME"));
    project.build([]);
    assert!(project.has("public/.nojekyll"));
}

#[test]
fn what_a_public_repository_shows_is_said_before_anything_is_written() {
    let project = Project::new(SITE);
    project.write("content/journal/2020-08-15-draft.md", "---\ndraft: true\n---\n");
    project.write("content/journal/2020-08-16-mine.md", "---\nvisibility: private\n---\n");
    project.write("content/journal/2020-08-17-mine-too.md", "---\nvisibility: private\n---\n");
    project.write("content/journal/2030-08-16-later.md", "Later.\n");
    project.write("content/journal/2020-08-18-photo/index.md", "![A leg](leg.jpg)\n");
    project.write("content/journal/2020-08-18-photo/leg.jpg", crate::photos::with_place());
    let said = "\
a free GitHub Pages site means a public repository: pages from a private one are part of GitHub's paid plans.
before the first push: in a public repository everybody can read this whole folder, with
- 1 draft, 2 private entries, 1 entry dated later
- a photo, film or track that says where it was made
- what pages leave out of the other entries: private fields, notes to yourself, readers' addresses in comments
- everything that a file said before: git keeps each version, deleted ones too
so keep the repository private";
    let ran = project.run(["deploy-files", "github"]);
    assert!(ran.stdout.starts_with(said), "{}", ran.stdout);
    let ran = project.run(["deploy-files", "nginx"]);
    assert!(ran.stdout.starts_with("nginx.conf: written"), "{}", ran.stdout);
}

#[test]
fn unlisted_addresses_stand_in_no_file_and_their_former_addresses_lead_on_all_the_same() {
    for host in ["netlify", "cloudflare", "nginx", "rsync"] {
        let project = Project::new(SITE);
        let front = "visibility: unlisted\naliases: [/hush-before/, hush/before.html]";
        project.write("content/journal/2020-08-15-hush.md", format!("---\n{front}\n---\nHush.\n"));
        project.write("content/hush-page.md", "---\nvisibility: unlisted\naliases: [/hush-too/]\n---\nHush.\n");
        assert_eq!(project.run(["deploy-files", host]).status, 0);
        for (path, bytes) in project.tree(".").into_iter().filter(|(path, _)| !path.starts_with("content/")) {
            assert!(!String::from_utf8_lossy(&bytes).contains("hush"), "{host}: {path}");
        }
        project.build(["--strict"]);
        for (from, to) in [
            ("hush-before/index.html", "/journal/hush/"),
            ("hush/before.html", "/journal/hush/"),
            ("hush-too/index.html", "/hush-page/"),
        ] {
            assert!(project.read(&format!("public/{from}")).contains(&format!("url={to}\"")), "{from}");
        }
    }
}

#[test]
fn each_page_has_one_policy_in_the_headers_of_hosts() {
    let project = Project::new(SITE);
    let front = "tags: [hills]\nexercises: [Bridge 3x10]\ninjury: calf\nlessons: [{id: slow, title: Slow}]\nmilestones: [{label: A mile}]\nquestions: [Why?]";
    project.write("content/journal/2020-08-15-more.md", format!("---\n{front}\npain: 1\n---\nMore.\n"));
    project.write("content/log.txt", "2020-08-16  pain 1, run 2 km\n");
    project.write("content/now.md", "---\ndate: 2020-08-16\n---\nNow.\n");
    project.write("content/exercises/bridge.md", "How.\n");
    project.write("static/own/page.html", "<!doctype html><title>Own</title>");
    project.write("static/own.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let settings =
        format!("{}[[injuries]]\nslug = \"calf\"\nname = \"calf\"\nonset = 2020-08-01\n", project.read("site.toml"));
    project.write("site.toml", settings);
    assert_eq!(project.run(["deploy-files", "netlify"]).status, 0);
    project.build([]);
    let headers = project.read("static/_headers");
    let rules: Vec<&str> =
        headers.split("\n  Content-Security-Policy").filter_map(|rule| rule.lines().last()).collect();
    let pages: Vec<String> =
        project.tree("public").into_keys().filter(|p| p.ends_with(".html") || p.ends_with("own.svg")).collect();
    assert!(pages.len() > 20, "{pages:?}");
    for page in pages {
        let address = format!("/{}", page.strip_suffix("index.html").unwrap_or(&page));
        let fits = |rule: &&&str| rule.strip_suffix('*').map_or(**rule == address, |start| address.starts_with(start));
        assert_eq!(rules.iter().filter(fits).count(), 1, "{address}: {rules:?}");
    }
}

/// nginx with the files of a project, until it is dropped.
struct Nginx(Child, u16);

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master ends its workers when it is told to stop, not when it is killed.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

impl Nginx {
    /// With the site's file in its `http` block, or in a `server` of the rest of the domain.
    fn start(project: &Project, is_server: bool) -> Option<Self> {
        let program = ["nginx", "/usr/sbin/nginx"]
            .into_iter()
            .find(|p| Command::new(p).arg("-v").stderr(Stdio::null()).status().is_ok())?;
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let root = project.root().display().to_string();
        let made = project.read("nginx.conf");
        let made =
            if is_server { made } else { format!("server {{\nlisten 80;\nlocation / {{ return 418; }}\n{made}}}\n") };
        let made = made.replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
        project.write("site.conf", made.replace("/srv/www/public", &format!("{root}/public")));
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("    {name}_temp_path {root}/tmp-{name};\n"))
            .concat();
        project.write("whole.conf", format!(
            "daemon off;\npid {root}/nginx.pid;\nerror_log stderr;\n{}events {{}}\nhttp {{\n    access_log off;\n{temporary}    \
             types {{ text/html html; text/css css; image/svg+xml svg; text/plain txt; application/xml xml; }}\n    include {root}/site.conf;\n}}\n",
            // Files of a test belong to who runs it.
            if Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout == b"0\n") { "user root;\n" } else { "" },
        ));
        let child = Command::new(program)
            .args(["-e", "stderr", "-c"])
            .arg(project.path("whole.conf"))
            .stderr(Stdio::inherit())
            .spawn()
            .ok()?;
        let nginx = Self(child, port);
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(nginx);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("nginx does not answer");
    }

    /// The status, the head in lower case and the body of an answer.
    fn get(&self, path: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.1)).expect("it answers");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: journal.example\r\nConnection: close\r\n\r\n")
            .expect("it listens");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
        (status, head.to_lowercase(), body.to_owned())
    }
}

#[test]
fn nginx_serves_the_site_as_its_file_says() {
    for (base, option) in [("", None), ("/a/b", Some("--server")), ("/a/b", None)] {
        let project = Project::new(SITE);
        project.write("content/journal/2020-08-16-photo/index.md", "![A leg](leg.jpg)\n");
        project.write("content/journal/2020-08-16-photo/leg.jpg", crate::photos::with_place());
        let url = format!("https://journal.example{base}/");
        project.build(["--base-url", &url]);
        let args: Vec<&str> = ["deploy-files", "nginx", "--base-url", &url].into_iter().chain(option).collect();
        let is_server = base.is_empty() || option.is_some();
        assert_eq!(project.run_with(&args, &[]).status, 0);
        assert_eq!(project.read("nginx.conf").contains("server {"), is_server);
        let Some(nginx) = Nginx::start(&project, is_server) else {
            eprintln!("skipped: nginx is not installed");
            return;
        };
        let (status, head, body) = nginx.get(&format!("{base}/"));
        assert_eq!(status, 200, "{head}");
        for expected in [
            "content-security-policy: default-src 'self'; base-uri",
            "x-content-type-options: nosniff",
            "referrer-policy: strict-origin-when-cross-origin",
            "permissions-policy: camera=()",
            "cache-control: public, max-age=0, must-revalidate",
            "content-type: text/html; charset=utf-8",
        ] {
            assert!(head.contains(expected), "{expected} in {head}");
        }
        assert!(!head.contains("wasm"), "{head}");
        let style =
            body.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|r| r.split('"').next()).expect("a stylesheet");
        let (status, head, _) = nginx.get(style);
        assert!(
            status == 200 && head.contains("cache-control: public, max-age=31536000, immutable"),
            "{style}: {head}"
        );
        assert!(head.contains("content-security-policy") && head.contains("nosniff"), "{head}");
        let photos: Vec<String> = project.tree("public").into_keys().filter(|path| path.ends_with(".jpg")).collect();
        assert!(!photos.is_empty());
        for photo in photos {
            assert!(nginx.get(&format!("{base}/{photo}")).1.contains("immutable"), "{photo}");
        }
        let (_, head, _) = nginx.get(&format!("{base}/plain.txt"));
        assert!(head.contains("max-age=0") && !head.contains("immutable"), "{head}");
        assert_eq!(nginx.get(if base.is_empty() { "/" } else { base }).0, if base.is_empty() { 200 } else { 301 });
        if !is_server {
            assert_eq!(nginx.get("/elsewhere").0, 418, "the rest of the domain is somebody else's");
        }
        assert_eq!(nginx.get(&format!("{base}/.comeback-manifest")).0, 404, "it is none of the site");
        let (status, head, body) = nginx.get(&format!("{base}/nowhere/"));
        assert!(status == 404 && body.contains("<html") && head.contains("nosniff"), "{head}");
        assert!(nginx.get(&format!("{base}/search/")).1.contains("script-src 'self' 'wasm-unsafe-eval'"));
        for (from, to) in
            [("/old/run/", "/journal/first-run/"), ("/blog/post.html", "/journal/first-run/"), ("/about", "/about/")]
        {
            let (status, head, _) = nginx.get(&format!("{base}{from}"));
            assert_eq!(status, 301, "{from}: {head}");
            assert!(head.lines().any(|line| line == format!("location: {base}{to}")), "{from}: {head}");
        }
        // Every file of the output is served, byte by byte.
        for (path, bytes) in project
            .tree("public")
            .into_iter()
            .filter(|(path, _)| !path.starts_with('.') && !path.starts_with("old/") && !path.starts_with("blog/"))
        {
            let (status, head, body) = nginx.get(&format!("{base}/{path}"));
            assert_eq!(status, 200, "{path}: {head}");
            assert_eq!(body.len(), String::from_utf8_lossy(&bytes).len(), "{path}");
        }
    }
}
