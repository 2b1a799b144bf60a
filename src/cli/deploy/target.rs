//! Any host that files are copied to: a script that builds and copies, and what Apache reads, which most such hosts run.

use super::hosts::{LASTING, MADE, SiteFacts, encode};
use super::nginx::{ASKED_FOR, NAMED_BY_BYTES};
use crate::site::headers::HEADERS;
use std::fmt::Write as _;

/// The script. It asks nothing, and the way to the host is the only thing in it that is the writer's.
pub(super) const SCRIPT: &str = r#"#!/bin/sh
# Made by `comeback deploy-files rsync`. It builds the site and makes a folder on your host the same as public/, so what else
# lies in that folder is removed; .well-known stays, since hosts keep their certificates' files there.
set -eu

# Where the site goes, unless the variable COMEBACK_TARGET says so: NAME@HOST:FOLDER/ for rsync, which goes by ssh and its
# keys; or sftp://, ftp:// or ftps://NAME@HOST/FOLDER/ for lftp, which takes the password from ~/.netrc. No password here.
# With ftp:// the connection is encrypted too; for a host that can't, set FTP_SSL=no and know that anybody can read along.
target=${COMEBACK_TARGET:-}

cd "$(dirname "$0")"
target=${target%/}
case $target in
    '')
        echo 'publish.sh: set COMEBACK_TARGET to where the site goes, such as me@example.org:journal/' >&2
        exit 2 ;;
    *: | *:. | *:'~' | . | .. | '~' | "${HOME:-.}")
        echo "publish.sh: $target is the top of a host or a home; name a folder for the site alone" >&2
        exit 2 ;;
esac
comeback build --strict
case $target in
    ftp://* | ftps://* | sftp://*)
        server=${target#*://}
        folder=${server#*/}
        if [ "$folder" = "$server" ] || [ -z "$folder" ]; then
            echo "publish.sh: $target names no folder for the site alone" >&2
            exit 2
        fi
        lftp -e "set cmd:fail-exit yes; set ftp:ssl-force ${FTP_SSL:-yes}; mirror --reverse --delete --exclude-glob .well-known/ --exclude-glob .comeback-* public '$folder'; quit" \
            "${target%%://*}://${server%%/*}" ;;
    *)
        rsync --recursive --times --delete-after --exclude=/.well-known/ --exclude='/.comeback-*' public/ "$target/" ;;
esac
"#;

/// What Apache reads from the site's own folder.
pub(super) fn htaccess(facts: &SiteFacts) -> String {
    let path = facts.path.trim_end_matches('/');
    let mut names = String::new();
    for (name, value) in HEADERS {
        let _ = writeln!(names, "    Header always set {name} \"{value}\"");
    }
    let mut redirects = String::new();
    for (from, to) in &facts.moved {
        let from = literal(&format!("{path}{from}"));
        let _ = writeln!(redirects, "    RedirectMatch 301 \"^{from}$\" \"{path}{}\"", encode(to));
    }
    HTACCESS
        .replace("MADE", MADE)
        .replace("PATH", path)
        .replace("    NAMES\n", &names)
        .replace("SEARCH_POLICY", &facts.search_policy)
        .replace("POLICY", &facts.policy)
        .replace("NAMED_BY_BYTES", NAMED_BY_BYTES)
        .replace("LASTING", LASTING)
        .replace("ASKED_FOR", ASKED_FOR)
        .replace("    REDIRECTS\n", &redirects)
}

/// An address as a pattern that fits it alone, within quotes.
fn literal(address: &str) -> String {
    let mut out = String::new();
    for c in address.chars() {
        match c {
            // Read once as a word in quotes, and once as a pattern.
            '\\' => out.push_str(r"\\\"),
            c if r#".+*?()[]{}|^$""#.contains(c) => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out
}

const HTACCESS: &str = "\
MADE
# Apache reads it from the site's folder; other servers don't.
AddDefaultCharset utf-8
ErrorDocument 404 PATH/404.html
<IfModule mod_headers.c>
    NAMES
    Header always set Content-Security-Policy \"POLICY\"
    Header always set Content-Security-Policy \"SEARCH_POLICY\" \"expr=%{REQUEST_URI} =~ m#^PATH/search/#\"
    Header always set Cache-Control \"ASKED_FOR\"
    Header always set Cache-Control \"LASTING\" \"expr=%{REQUEST_URI} =~ m#NAMED_BY_BYTES#\"
</IfModule>
<IfModule mod_alias.c>
    REDIRECTS
</IfModule>
";
