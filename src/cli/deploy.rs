//! `comeback deploy-files`: what a host needs to know of a site, written as the host reads it.

mod hosts;

use super::args::Global;
use super::{content_problems, eprintln, plain_flags, print_diagnostics, println};
use crate::build::Builder;
use crate::diag::Failure;
use crate::site::{Route, Site};
use hosts::Facts;
use std::collections::BTreeSet;
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
    /// nginx: a server block
    Nginx,
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
}

/// Writes the host's files; one that is there and differs is left alone unless told otherwise.
pub(super) fn run(args: &DeployFiles, global: &Global) -> Result<ExitCode, Failure> {
    let output = global.root.join("public");
    let flags = crate::config::Flags { base_url: args.base_url.clone(), ..plain_flags(global)? };
    let prepared = match Builder::new(&global.root, Some(&output), flags).prepare()? {
        Ok(prepared) => prepared,
        Err(diagnostics) => {
            print_diagnostics(&diagnostics, global);
            return Ok(content_problems());
        }
    };
    let files = hosts::files(args.host, &facts(&prepared.site))?;
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
    for line in hosts::next_steps(args.host) {
        println(line);
    }
    Ok(if kept { content_problems() } else { ExitCode::SUCCESS })
}

/// What hosts need to know of a site.
fn facts(site: &Site) -> Facts {
    let base = site.base();
    let host = url::Url::parse(base.url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let moved = site.routes.iter().filter_map(|(from, route)| match route {
        Route::Moved(to) => Some((from.to_string(), to.to_string())),
        _ => None,
    });
    let pages = site.routes.iter().filter(|(_, route)| matches!(route, Route::Page(_) | Route::Moved(_)));
    let mut sections: Vec<String> = pages.map(|(address, _)| section(address)).collect();
    sections.dedup();
    sections.sort_unstable();
    sections.dedup();
    let named = site.assets().filter(|(name, address)| address[1..] != **name && site.routes.contains_key(*address));
    let lasting = named.map(|(_, address)| address.to_owned()).collect();
    let config = &site.config;
    let contact = config.contact.as_ref().and_then(|contact| contact.form.as_ref());
    let targets =
        config.comments.form.iter().chain(config.newsletter.as_ref().map(|letter| &letter.form)).chain(contact);
    let origins =
        targets.filter_map(|target| Some(url::Url::parse(&target.action).ok()?.origin().ascii_serialization()));
    let forms = origins.collect::<BTreeSet<_>>().into_iter().collect();
    Facts { host, path: base.path.to_owned(), moved: moved.collect(), sections, lasting, forms }
}

/// The top-level folder of a page, or the page itself.
fn section(address: &str) -> String {
    match address[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => address.to_owned(),
    }
}
