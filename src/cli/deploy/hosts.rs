//! The files of each host, as texts.

use super::pages::{Package, workflow};
use super::{Host, nginx, target};
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
pub(super) const LASTING: &str = "public, max-age=31536000, immutable";

/// The files that a host needs, by their path from the site's root.
///
/// # Errors
/// When the host can't serve a site below a path.
pub(super) fn files(
    host: Host,
    facts: &SiteFacts,
    package: Option<&Package>,
    whole_server: bool,
) -> Result<Vec<(String, String)>, Failure> {
    let file = |path: &str, text: String| (path.to_owned(), text);
    if matches!(host, Host::Netlify | Host::Cloudflare) && facts.path != "/" {
        let message = format!("this host serves a site at its root, and base_url has the path {}", facts.path);
        return Err(Failure::new(message).hint("give the address that the host has for it: --base-url https://NAME/"));
    }
    Ok(match host {
        Host::Github => {
            let mut files = vec![
                file(".github/workflows/pages.yml", workflow(package)),
                // Without it GitHub leaves out what starts with an underscore.
                file("static/.nojekyll", String::new()),
            ];
            // It names a whole domain: below a path of one, another repository has the domain.
            if !facts.host.ends_with(".github.io") && facts.path == "/" {
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
        Host::Nginx => {
            vec![file("nginx.conf", nginx::configuration(facts, whole_server || facts.path == "/"))]
        }
        Host::Rsync => {
            vec![file("publish.sh", target::SCRIPT.to_owned()), file("static/.htaccess", target::htaccess(facts))]
        }
    })
}

/// What is left to do by hand, after the options that were given.
pub(super) fn next_steps(host: Host, packaged: bool, server: bool) -> &'static [&'static str] {
    match (host, packaged, server) {
        (Host::Github, true, _) => &[
            "next: in the repository's settings, choose GitHub Actions as the source of Pages, and push, the package too",
        ],
        (Host::Github, false, _) => &[
            "next: in the repository's settings, choose GitHub Actions as the source of Pages,",
            "and set the variable COMEBACK_SOURCE to the address that you cloned comeback from;",
            "the first run compiles comeback for some 12 minutes, unless --package names a package of it",
        ],
        (Host::Netlify, ..) => &["next: `netlify deploy --prod`, or let Netlify publish a folder that you built"],
        (Host::Cloudflare, ..) => &["next: `npx wrangler pages deploy` after each build"],
        (Host::Nginx, _, true) => &["next: set the folder in nginx.conf, and include the file in nginx's `http` block"],
        (Host::Nginx, _, false) => {
            &["next: set the folder in nginx.conf, and include the file in the `server` block of the domain"]
        }
        (Host::Rsync, ..) => &[
            "next: set COMEBACK_TARGET, or the line `target=` in publish.sh, to a folder for the site alone, then `sh publish.sh`;",
            "whatever else lies in that folder is removed",
        ],
    }
}

/// A name that Cloudflare takes for a project.
fn project_name(host: &str) -> String {
    host.trim_end_matches(".pages.dev").replace('.', "-").to_ascii_lowercase()
}

pub(super) const MADE: &str =
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
pub(super) fn encode(address: &str) -> String {
    address.replace('%', "%25").replace(' ', "%20").replace('#', "%23")
}

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
