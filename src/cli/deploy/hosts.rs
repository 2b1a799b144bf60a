//! The files of each host, as texts.

use super::Host;
use crate::diag::Failure;
use crate::site::headers::{HEADERS, searches};
use std::fmt::Write as _;

/// What hosts need to know of a site.
#[derive(Debug)]
pub(super) struct SiteFacts {
    /// The name in `base_url`.
    pub(super) host: String,
    /// The path of `base_url`, with its slashes.
    pub(super) path: String,
    /// Former addresses and where they lead, from the site's root.
    pub(super) moved: Vec<(String, String)>,
    /// The top-level folders that hold pages, as patterns, and the pages beside them.
    pub(super) sections: Vec<String>,
    /// The files whose names change with their bytes.
    pub(super) lasting: Vec<String>,
    /// What pages may load and do, and the search page.
    pub(super) policy: String,
    pub(super) search_policy: String,
}

/// How long browsers keep a file whose name changes with its bytes.
const LASTING: &str = "public, max-age=31536000, immutable";

/// The files that a host needs, by their path from the site's root.
///
/// # Errors
/// When the host can't serve a site below a path.
pub(super) fn files(host: Host, facts: &SiteFacts) -> Result<Vec<(String, String)>, Failure> {
    let file = |path: &str, text: String| (path.to_owned(), text);
    if matches!(host, Host::Netlify | Host::Cloudflare) && facts.path != "/" {
        let message = format!("this host serves a site at its root, and base_url has the path {}", facts.path);
        return Err(Failure::new(message).hint("give the address that the host has for it: --base-url https://NAME/"));
    }
    Ok(match host {
        Host::Github => {
            let mut files = vec![
                file(".github/workflows/pages.yml", WORKFLOW.to_owned()),
                // Without it GitHub leaves out what starts with an underscore.
                file("static/.nojekyll", String::new()),
            ];
            if !facts.host.ends_with(".github.io") {
                files.push(file("static/CNAME", format!("{}\n", facts.host)));
            }
            files
        }
        Host::Netlify => vec![
            file("netlify.toml", NETLIFY.to_owned()),
            file("static/_headers", headers(facts)),
            file("static/_redirects", redirects(facts, "301!")),
        ],
        Host::Cloudflare => vec![
            file("wrangler.toml", WRANGLER.replace("NAME", &project_name(&facts.host))),
            file("static/_headers", headers(facts)),
            file("static/_redirects", redirects(facts, "301")),
        ],
        Host::Nginx => vec![file("nginx.conf", nginx(facts))],
    })
}

/// What is left to do by hand.
pub(super) fn next_steps(host: Host) -> &'static [&'static str] {
    match host {
        Host::Github => &[
            "next: in the repository's settings, choose GitHub Actions as the source of Pages,",
            "and set the variable COMEBACK_SOURCE to the address that you cloned comeback from",
        ],
        Host::Netlify => &["next: `netlify deploy --prod`, or let Netlify publish a folder that you built"],
        Host::Cloudflare => &["next: `npx wrangler pages deploy` after each build"],
        Host::Nginx => &["next: set the folder in nginx.conf, and include the file in nginx's `http` block"],
    }
}

/// A name that Cloudflare takes for a project.
fn project_name(host: &str) -> String {
    host.trim_end_matches(".pages.dev").replace('.', "-").to_ascii_lowercase()
}

const MADE: &str =
    "# Made by `comeback deploy-files`, which makes it anew with --force when addresses or the theme changed.";

/// Headers by address, for Netlify and Cloudflare. Where several rules match, both send the headers of all of them, so no
/// two rules that meet have the same header.
fn headers(facts: &SiteFacts) -> String {
    let mut out = format!("{MADE}\n/*\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for section in &facts.sections {
        let policy = if searches(section) { &facts.search_policy } else { &facts.policy };
        let _ = writeln!(out, "{section}\n  Content-Security-Policy: {policy}");
    }
    for address in &facts.lasting {
        let _ = writeln!(out, "{address}\n  Cache-Control: {LASTING}");
    }
    out
}

/// Former addresses; a page of its own stands at each as well, for hosts that can't redirect.
fn redirects(facts: &SiteFacts, status: &str) -> String {
    let mut out = format!("{MADE}\n");
    for (from, to) in &facts.moved {
        // In a pattern both signs stand for anything.
        let from = encode(from).replace('*', "%2A").replace("/:", "/%3A");
        let _ = writeln!(out, "{from} {} {status}", encode(to));
    }
    out
}

/// An address without what would end a word of a rule.
fn encode(address: &str) -> String {
    address.replace('%', "%25").replace(' ', "%20").replace('#', "%23")
}

fn nginx(facts: &SiteFacts) -> String {
    let path = facts.path.trim_end_matches('/');
    let mut redirects = String::new();
    for (from, to) in &facts.moved {
        let from = from.replace('"', "\\\"");
        let _ = writeln!(redirects, "    location = \"{path}{from}\" {{ return 301 \"{path}{}\"; }}", encode(to));
    }
    let mut names = String::new();
    for (name, value) in HEADERS {
        let _ = writeln!(names, "    add_header {name} \"{value}\" always;");
    }
    let lead =
        if path.is_empty() { String::new() } else { format!("    location = {path} {{ return 301 {path}/; }}\n") };
    let place = match path {
        "" => "    root /srv/www/public;\n    location / {\n        try_files $uri $uri/ =404;\n    }\n".to_owned(),
        path => format!(
            "    location {path}/ {{\n        alias /srv/www/public/;\n        try_files $uri $uri/ =404;\n    }}\n"
        ),
    };
    NGINX
        .replace("MADE", MADE)
        .replace("HOST", &facts.host)
        .replace("PATH", path)
        .replace("SEARCH_POLICY", &facts.search_policy)
        .replace("POLICY", &facts.policy)
        .replace("LASTING", LASTING)
        .replace("    NAMES\n", &names)
        .replace("    REDIRECTS\n", &redirects)
        .replace("    PLACE\n", &format!("{lead}{place}"))
}

const NGINX: &str = "\
MADE
# Included in nginx's `http` block: `include /srv/www/nginx.conf;`.
map $uri $comeback_policy {
    ~^PATH/search/ \"SEARCH_POLICY\";
    default \"POLICY\";
}
map $uri $comeback_cache {
    \"~\\.[0-9a-f]{8}\\.[a-z0-9]+$\" \"LASTING\";
    default \"public, max-age=0, must-revalidate\";
}
server {
    listen 80;
    server_name HOST;
    index index.html;
    absolute_redirect off;
    charset utf-8;
    error_page 404 PATH/404.html;
    # What comeback needs while it builds is for comeback alone.
    location ~ /\\.comeback- { return 404; }
    NAMES
    add_header Content-Security-Policy $comeback_policy always;
    add_header Cache-Control $comeback_cache always;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/xml application/feed+json image/svg+xml;
    REDIRECTS
    PLACE
}
";

const WORKFLOW: &str = r#"# Made by `comeback deploy-files github`. It builds the site at every push to main, and every morning so that entries
# dated later come out on their day.
name: Pages
on:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/configure-pages@v5
      - id: program
        uses: actions/cache@v4
        with:
          path: ~/.cargo/bin/comeback
          key: comeback-${{ vars.COMEBACK_SOURCE }}-${{ runner.os }}-${{ vars.COMEBACK_REVISION }}
      # The variable COMEBACK_SOURCE is the address of comeback's repository; COMEBACK_REVISION, if set, the commit to take.
      - if: steps.program.outputs.cache-hit != 'true'
        env:
          SOURCE: ${{ vars.COMEBACK_SOURCE }}
          REVISION: ${{ vars.COMEBACK_REVISION }}
        run: cargo install --locked --git "$SOURCE" ${REVISION:+--rev "$REVISION"} comeback
      - run: comeback build --message-format github
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - id: deploy
        uses: actions/deploy-pages@v4
"#;

const NETLIFY: &str = "\
# Made by `comeback deploy-files netlify`. The site is built where comeback is, and Netlify publishes the folder:
#   comeback deploy-files netlify --force && comeback build && netlify deploy --prod
[build]
publish = \"public\"
";

const WRANGLER: &str = "\
# Made by `comeback deploy-files cloudflare`. The site is built where comeback is, and Cloudflare Pages publishes the folder:
#   comeback deploy-files cloudflare --force && comeback build && npx wrangler pages deploy
name = \"NAME\"
pages_build_output_dir = \"./public\"
compatibility_date = \"2026-01-01\"
";
