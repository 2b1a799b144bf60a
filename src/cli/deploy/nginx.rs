//! What nginx reads: a whole `server`, or a folder of one that is there.

use super::hosts::{LASTING, MADE, SiteFacts, encode};
use crate::site::headers::HEADERS;
use std::fmt::Write as _;

/// The names that change with their bytes: the theme's files have eight digits before the ending, photos ten before their width.
pub(super) const NAMED_BY_BYTES: &str = r"\.([0-9a-f]{8}|[0-9a-f]{10}\.[0-9]+)\.[a-z0-9]+$";

/// How long browsers keep any other file: no longer than until they asked again.
pub(super) const ASKED_FOR: &str = "public, max-age=0, must-revalidate";

/// The configuration for a site that is all of a domain, or for one below a path that another `server` has.
pub(super) fn configuration(facts: &SiteFacts, whole_server: bool) -> String {
    let path = facts.path.trim_end_matches('/');
    if whole_server { server(facts, path) } else { folder(facts, path) }
}

/// A `server` of its own.
fn server(facts: &SiteFacts, path: &str) -> String {
    let place = match path {
        "" => "    root /srv/www/public;\n    location / {\n        try_files $uri $uri/ =404;\n    }\n".to_owned(),
        path => format!(
            "    location = {path} {{ return 301 {path}/; }}\n    location {path}/ {{\n        alias /srv/www/public/;\n        \
             try_files $uri $uri/ =404;\n    }}\n"
        ),
    };
    SERVER
        .replace("MADE", MADE)
        .replace("HOST", &facts.host)
        .replace("PATH", path)
        .replace("SEARCH_POLICY", &facts.search_policy)
        .replace("POLICY", &facts.policy)
        .replace("NAMED_BY_BYTES", NAMED_BY_BYTES)
        .replace("LASTING", LASTING)
        .replace("ASKED_FOR", ASKED_FOR)
        .replace("    NAMES\n", &headers("    "))
        .replace("    PLACE\n", &place)
        .replace("    REDIRECTS\n", &redirects(facts, path, "    "))
}

/// A folder of a `server` that has others.
fn folder(facts: &SiteFacts, path: &str) -> String {
    let answers = |depth: &str, policy: &str, cache: &str| {
        format!(
            "{}{depth}add_header Content-Security-Policy \"{policy}\" always;\n{depth}add_header Cache-Control \"{cache}\" always;\n",
            headers(depth)
        )
    };
    FOLDER
        .replace("MADE", MADE)
        .replace("PATH", path)
        .replace("    ALL\n", &answers("    ", &facts.policy, ASKED_FOR))
        .replace("        FILES\n", &answers("        ", &facts.policy, LASTING))
        .replace("        SEARCHES\n", &answers("        ", &facts.search_policy, ASKED_FOR))
        .replace("NAMED_BY_BYTES", NAMED_BY_BYTES)
        .replace("REDIRECTS\n", &redirects(facts, path, ""))
}

/// The headers of every answer beside the policy.
fn headers(depth: &str) -> String {
    let mut out = String::new();
    for (name, value) in HEADERS {
        let _ = writeln!(out, "{depth}add_header {name} \"{value}\" always;");
    }
    out
}

/// Former addresses.
fn redirects(facts: &SiteFacts, path: &str, depth: &str) -> String {
    let mut out = String::new();
    for (from, to) in &facts.moved {
        let from = from.replace('"', "\\\"");
        let to = encode(to);
        let _ =
            writeln!(out, "{depth}location = \"{path}{from}\" {{ absolute_redirect off; return 301 \"{path}{to}\"; }}");
    }
    out
}

const SERVER: &str = "\
MADE
# Included in nginx's `http` block: `include /srv/www/nginx.conf;`.
map $uri $comeback_policy {
    ~^PATH/search/ \"SEARCH_POLICY\";
    default \"POLICY\";
}
map $uri $comeback_cache {
    \"~NAMED_BY_BYTES\" \"LASTING\";
    default \"ASKED_FOR\";
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

const FOLDER: &str = "\
MADE
# Included in the `server` block that has the rest of the domain: `include /srv/www/nginx.conf;`. Where the site is all of the
# domain, `comeback deploy-files nginx --server` makes a `server` block of its own.
location = PATH { absolute_redirect off; return 301 PATH/; }
REDIRECTS
location ^~ PATH/ {
    alias /srv/www/public/;
    index index.html;
    absolute_redirect off;
    charset utf-8;
    error_page 404 PATH/404.html;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/xml application/feed+json image/svg+xml;
    ALL
    # nginx sends the headers of the innermost block alone, so each has all of them.
    location ~ /\\.comeback- { return 404; }
    location ~ \"NAMED_BY_BYTES\" {
        FILES
    }
    location PATH/search/ {
        SEARCHES
    }
}
";
