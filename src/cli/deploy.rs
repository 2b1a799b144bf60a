//! `comeback deploy-files`: what a host needs to know of a site, written as the host reads it.

mod hosts;
mod nginx;
mod pages;
mod target;

use super::global::Global;
use super::{content_problems, eprintln, open_site, plain_flags, println};
use crate::diag::Failure;
use crate::site::headers::policy;
use crate::site::{Route, Site};
use crate::text::words::count;
use hosts::SiteFacts;
use pages::Package;
use std::fs;
use std::process::ExitCode;

/// Where a site is published.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum Host {
    /// GitHub Pages: a workflow, .nojekyll, and CNAME for a domain of your own
    Github,
    /// Netlify: netlify.toml, headers and redirects
    Netlify,
    /// Cloudflare Pages: wrangler.toml, headers and redirects
    Cloudflare,
    /// nginx: a location for a site below a path, a server block for one that is all of its domain
    Nginx,
    /// Any host that takes files by rsync, SFTP or FTP: publish.sh, and .htaccess for Apache
    Rsync,
}

/// Options of `deploy-files`.
#[derive(Debug, clap::Args)]
pub(super) struct DeployFiles {
    /// The host
    #[arg(value_name = "HOST", value_enum)]
    pub(super) host: Host,
    /// Replace files that are there and differ
    #[arg(long)]
    pub(super) force: bool,
    /// Where the site will be, instead of base_url in site.toml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// With github: install comeback from this wheel, .deb or .tar.gz, an https address or a file in the site's folder
    #[arg(long, value_name = "URL|FILE")]
    pub(super) package: Option<String>,
    /// With nginx: a server block for a site below a path too
    #[arg(long)]
    pub(super) server: bool,
}

impl DeployFiles {
    /// The package that was named; options of one host mean nothing to another.
    fn package(&self, global: &Global) -> Result<Option<Package>, Failure> {
        for (given, option, host) in
            [(self.package.is_some(), "--package", Host::Github), (self.server, "--server", Host::Nginx)]
        {
            if given && self.host != host {
                let name = if host == Host::Github { "github" } else { "nginx" };
                return Err(Failure::new(format!("{option} is for `deploy-files {name}` alone")).hint("leave it out"));
            }
        }
        self.package.as_deref().map(|typed| Package::of(typed, &global.root)).transpose()
    }
}

/// Writes the host's files; one that is there and differs is left alone unless told otherwise.
pub(super) fn run(args: &DeployFiles, global: &Global) -> Result<ExitCode, Failure> {
    let package = args.package(global)?;
    let flags = crate::config::Flags { base_url: args.base_url.clone(), ..plain_flags(global)? };
    let Some((builder, prepared)) = open_site(global, flags)? else { return Ok(content_problems()) };
    let facts = facts(&prepared.site);
    let files = hosts::files(args.host, &facts, package.as_ref(), args.server)?;
    for line in shows(args.host, &prepared.site, builder.located()) {
        println(&line);
    }
    let mut kept = false;
    for (path, text) in files {
        let target = global.root.join(&path);
        match fs::read(&target) {
            Ok(old) if old == text.as_bytes() => println(&format!("{path}: as it should be")),
            Ok(_) if !args.force => {
                kept = true;
                eprintln(&format!("{path}: is there and differs, so it is left alone; --force replaces it"));
            }
            _ => {
                let failed = |e: std::io::Error| Failure::io("cannot write", &target, &e);
                if let Some(folder) = target.parent() {
                    fs::create_dir_all(folder).map_err(failed)?;
                }
                fs::write(&target, text).map_err(failed)?;
                println(&format!("{path}: written"));
            }
        }
    }
    for line in hosts::next_steps(args.host, package.is_some(), args.server || facts.path == "/") {
        println(line);
    }
    Ok(if kept { content_problems() } else { ExitCode::SUCCESS })
}

/// What a public repository with the site in it shows beside the site, and what to do; said before anything is written, since
/// what was pushed once stays known.
fn shows(host: Host, site: &Site, located: usize) -> Vec<String> {
    let (first, last) = match host {
        Host::Github => (
            "a free GitHub Pages site means a public repository: pages from a private one are part of GitHub's paid plans.\n\
             before the first push: in a public repository everybody can read this whole folder, with",
            "so keep the repository private, with such a plan; or publish only the output: build here, and push public/ to a second,\n\
             public repository that holds nothing else (the page on publishing of the guide has the lines for it)",
        ),
        Host::Netlify | Host::Cloudflare => (
            "this host needs no repository, since you build here; in a public one everybody can read this whole folder, with",
            "so keep such a repository private",
        ),
        Host::Nginx | Host::Rsync => return Vec::new(),
    };
    let held = &site.journal.held;
    let kept_back = [
        (held.drafts.len(), "draft", "drafts"),
        (held.private.len(), "private entry", "private entries"),
        (held.scheduled.len(), "entry dated later", "entries dated later"),
        (held.lines.private.len(), "private line of a log", "private lines of logs"),
        (held.lines.scheduled.len(), "line of a log dated later", "lines of logs dated later"),
        (held.expired.len(), "expired entry", "expired entries"),
    ];
    let kept_back: Vec<String> =
        kept_back.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many)).collect();
    let mut lines = vec![first.to_owned()];
    lines.extend((!kept_back.is_empty()).then(|| format!("- {}", kept_back.join(", "))));
    lines.extend(match located {
        0 => None,
        1 => Some("- a photo, film or track that says where it was made".to_owned()),
        n => Some(format!("- {n} photos, films or tracks that say where they were made")),
    });
    lines.push("- what pages leave out of the other entries: private fields, notes to yourself, readers' addresses in comments".to_owned());
    lines.push("- everything that a file said before: git keeps each version, deleted ones too".to_owned());
    lines.push(last.to_owned());
    lines
}

/// What hosts need to know of a site.
fn facts(site: &Site) -> SiteFacts {
    let base = site.base();
    let host = url::Url::parse(base.url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    // The files are published or stand in the repository: an unlisted address is in none of them, and its pages serve without.
    let is_listed = |address: &str| site.routes.get(address).is_none_or(|route| !site.is_unlisted(route));
    let moved = site.routes.iter().filter_map(|(from, route)| match route {
        Route::Moved(to) if is_listed(to) => Some((from.to_string(), to.to_string())),
        _ => None,
    });
    let pages = site.routes.iter().filter(|(address, route)| match route {
        Route::Page(_) => !site.is_unlisted(route),
        Route::Moved(to) => is_listed(to),
        // The writer's own pages and drawings may act too.
        Route::Linked(file, _) | Route::File(file, _) => file.starts_with("static") && is_document(address),
        _ => false,
    });
    let mut sections: Vec<String> = pages.map(|(address, _)| section(address)).collect();
    sections.dedup();
    sections.sort_unstable();
    sections.dedup();
    let named = site.assets().filter(|(name, address)| address[1..] != **name && site.routes.contains_key(*address));
    let lasting = named.map(|(_, address)| address.to_owned()).collect();
    let policy = |searches| policy(&site.config, searches);
    SiteFacts {
        host,
        path: base.path.to_owned(),
        moved: moved.collect(),
        sections,
        lasting,
        policy: policy(false),
        search_policy: policy(true),
    }
}

/// Whether browsers open a file as a page.
fn is_document(address: &str) -> bool {
    let ending = address.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("html" | "htm" | "xhtml" | "svg"))
}

/// The top-level folder of a page, or the page itself.
fn section(address: &str) -> String {
    match address[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => address.to_owned(),
    }
}
