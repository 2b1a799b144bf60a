//! From the plan to bytes, page by page and in parallel.
//!
//! Invariant: no disk; each output is handed on as soon as it is made, so that memory does not grow with the site.

use crate::diag::{Diagnostic, Failure};
use crate::site::{Page, Route, Site, view};
use crate::theme::Theme;
use rayon::prelude::*;
use std::path::Path;

/// What is to stand at a path of the output.
#[derive(Clone, Copy, Debug)]
pub enum Output<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// A copy of this file, given relative to the site's root.
    Copy(&'a Path),
}

/// Makes every output of a site and hands it to `take` with its path; returns the pages that could not be made.
///
/// # Errors
/// The first failure of `take`.
pub fn render(
    site: &Site,
    theme: &Theme,
    take: &(impl Fn(&str, Output<'_>) -> Result<(), Failure> + Sync),
) -> Result<Vec<Diagnostic>, Failure> {
    let common = tera::Value::from_serializable(&view::common(site));
    let routes: Vec<_> = site.routes.iter().collect();
    let made: Result<Vec<Option<Diagnostic>>, Failure> = routes
        .into_par_iter()
        .map_init(Vec::new, |buffer, (address, route)| {
            let path = output_path(address);
            let problem = match route {
                Route::File(file) => return take(&path, Output::Copy(file)).map(|()| None),
                Route::Asset(bytes) => return take(&path, Output::Bytes(bytes)).map(|()| None),
                Route::Text(text) => match site.text(*text) {
                    Ok(text) => return take(&path, Output::Bytes(text.as_bytes())).map(|()| None),
                    Err(problem) => Some(problem),
                },
                Route::Page(page) => match render_page(site, theme, &common, *page, address, buffer) {
                    Ok(()) => return take(&path, Output::Bytes(buffer)).map(|()| None),
                    Err(problem) => Some(problem),
                },
            };
            Ok(problem)
        })
        .collect();
    Ok(made?.into_iter().flatten().collect())
}

fn render_page(
    site: &Site,
    theme: &Theme,
    common: &tera::Value,
    page: Page,
    address: &str,
    buffer: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    buffer.clear();
    let made = view::of(site, page, address).and_then(|mut view| {
        view.context.insert_value("site", common.clone());
        theme.tera.render_to(view.template, &view.context, &mut *buffer)
    });
    made.map_err(|error| theme.problem(&error, Some(address)))
}

/// The file that a host serves at an address: `journal/first-run/index.html`.
#[must_use]
pub fn output_path(address: &str) -> String {
    let inside = address.trim_start_matches('/');
    if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
}
