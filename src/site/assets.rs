//! The theme's files, each at an address that names its bytes: a browser may keep such a file for good, and sees a new one
//! under a new address.

use super::{Route, Text, links, look};
use crate::config::Config;
use crate::links::{css, url};
use crate::source::{Content, Hash, Source, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Where the files of the theme stand.
///
/// A file that the program makes for pages is one of the theme's built-in files, and comes to its address the same way.
#[derive(Debug, Default)]
pub(super) struct Assets {
    /// The address of each file by its path in the theme's `static/`: `style.css` is at `/style.3f9a2c1d.css`.
    pub(super) addresses: BTreeMap<String, String>,
    /// What stands at those addresses.
    pub(super) routes: Vec<(String, Route)>,
    /// The addresses of the stylesheets that the settings add, in their order.
    pub(super) styles: Vec<String>,
}

/// The stylesheet of highlighted code, which the program makes, unless a theme has one of its own.
const CODE_STYLE: &str = "code.css";

/// The endings of the files whose addresses name their bytes: those that pages and stylesheets ask for. Others may be known to
/// the world by their names, as `favicon.ico` and `humans.txt` are.
const NAMED_BY_BYTES: [&str; 14] =
    ["avif", "css", "gif", "jpeg", "jpg", "js", "mjs", "otf", "png", "svg", "ttf", "webp", "woff", "woff2"];

/// The icons, which browsers and phones also ask for unasked, by these names.
const KNOWN_BY_NAME: [&str; 3] = ["apple-touch-icon.png", "favicon.png", "favicon.svg"];

/// A file of the theme.
enum File<'a> {
    /// It is a part of the program.
    BuiltIn(&'a Arc<[u8]>),
    /// It stands in the theme's folder.
    Own(&'a Source),
    /// It is made when it is written.
    Made,
}

impl File<'_> {
    fn hash(&self) -> Hash {
        match self {
            Self::BuiltIn(bytes) => *blake3::hash(bytes).as_bytes(),
            Self::Own(source) => source.hash,
            Self::Made => *blake3::hash(crate::markdown::stylesheet().as_bytes()).as_bytes(),
        }
    }

    /// Its text, where it is a stylesheet.
    fn css(&self, name: &str) -> Option<&str> {
        match self {
            Self::BuiltIn(bytes) if name.ends_with(".css") => std::str::from_utf8(bytes).ok(),
            Self::Own(Source { content: Content::Linked(text), .. }) if name.ends_with(".css") => Some(text),
            _ => None,
        }
    }
}

impl Assets {
    /// The files of the settings' theme, those built in given by their address; the site's own `static/` stands before them.
    pub(super) fn of(
        sources: &Sources,
        built_in: &BTreeMap<String, Arc<[u8]>>,
        config: &Config,
        path: impl Fn(&str) -> String,
        with_code: bool,
    ) -> Self {
        let folder = format!("themes/{}/static/", config.theme);
        let settings: Option<Arc<[u8]>> =
            config.look.has_style().then(|| look::stylesheet(&config.look, &path).into_bytes().into());
        let mut files = BTreeMap::from([(CODE_STYLE.to_owned(), File::Made)]);
        files.extend(built_in.iter().map(|(address, bytes)| (address[1..].to_owned(), File::BuiltIn(bytes))));
        files.extend(sources.below(&folder).map(|s| (s.path[folder.len()..].to_owned(), File::Own(s))));
        files.extend(settings.as_ref().map(|bytes| (look::NAME.to_owned(), File::BuiltIn(bytes))));
        let replaced = |name: &String| sources.files.contains_key(format!("static/{name}").as_str());
        let addresses: BTreeMap<String, String> = files
            .keys()
            .map(|name| (name.clone(), if replaced(name) { format!("/{name}") } else { address(name, &files, &path) }))
            .collect();
        let mut routes = Vec::new();
        for (name, file) in files.iter().filter(|(name, _)| !replaced(name)) {
            let own = addresses.get(name).map_or(name.as_str(), String::as_str).to_owned();
            let css = file.css(name).and_then(|css| rewritten(css, name, &addresses, &path));
            let route = match (file, css) {
                (File::Made, _) if !with_code => continue,
                (File::Made, _) => Route::Text(Text::CodeStyle),
                (File::BuiltIn(bytes), css) => {
                    Route::Asset(css.map_or_else(|| Arc::clone(bytes), |css| css.into_bytes().into()))
                }
                (File::Own(source), css) => match &source.content {
                    Content::Linked(text) => {
                        Route::Linked(Path::new(&*source.path).into(), css.map_or_else(|| text.clone(), Arc::from))
                    }
                    Content::Text(_) | Content::File(_) => Route::File(Path::new(&*source.path).into(), source.hash),
                },
            };
            routes.push((own, route));
        }
        let styles = look::addresses(&config.look, addresses.get(look::NAME)).map(str::to_owned).collect();
        Self { addresses, routes, styles }
    }
}

/// The address of a file: its name with eight digits of the hash of all that its bytes are made from.
fn address(name: &str, files: &BTreeMap<String, File<'_>>, path: &impl Fn(&str) -> String) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if KNOWN_BY_NAME.contains(&name) {
        return format!("/{name}");
    }
    if !NAMED_BY_BYTES.contains(&ending.to_ascii_lowercase().as_str()) || stem.is_empty() || stem.ends_with('/') {
        return format!("/{name}");
    }
    let mut parts = BTreeSet::new();
    collect(name, files, &mut parts);
    let mut hasher = blake3::Hasher::new();
    // What a stylesheet refers to stands in it with the site's path, and changes it when it changes.
    if parts.len() > 1 {
        hasher.update(path("/").as_bytes());
    }
    for part in &parts {
        hasher.update(part.as_bytes()).update(&files.get(part).map(File::hash).unwrap_or_default());
    }
    let mut hash = String::new();
    for byte in &hasher.finalize().as_bytes()[..4] {
        let _ = write!(hash, "{byte:02x}");
    }
    format!("/{stem}.{hash}.{ending}")
}

/// A file and all that it refers to, directly or not; stylesheets may import each other in a circle.
fn collect(name: &str, files: &BTreeMap<String, File<'_>>, parts: &mut BTreeSet<String>) {
    let mut open = vec![name.to_owned()];
    while let Some(name) = open.pop() {
        let Some(file) = files.get(&name).filter(|_| !parts.contains(&name)) else { continue };
        let found = file.css(&name).map(css::addresses).unwrap_or_default();
        open.extend(found.iter().filter_map(|found| Some(refers_to(&name, &found.address)?.0)));
        parts.insert(name);
    }
}

/// A stylesheet with the addresses of the theme's files as they are in the output; `None` where it has none.
fn rewritten(
    text: &str,
    name: &str,
    addresses: &BTreeMap<String, String>,
    path: &impl Fn(&str) -> String,
) -> Option<String> {
    css::rewrite(text, |address| {
        let (file, rest) = refers_to(name, address)?;
        Some(format!("{}{rest}", path(&links::encode(addresses.get(&file)?))))
    })
}

/// The file of the theme that an address in one of its stylesheets would be, and the query and fragment after it.
fn refers_to<'a>(stylesheet: &str, address: &'a str) -> Option<(String, &'a str)> {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (file, rest) = address.split_at(end);
    if file.is_empty() || file.contains(':') || file.starts_with("//") {
        return None;
    }
    let decoded = url::decode(file);
    let found = match decoded.strip_prefix('/') {
        Some(inside) => inside.to_owned(),
        None => url::resolve_dots(stylesheet.rsplit_once('/').map_or("", |(folder, _)| folder), &decoded)?,
    };
    Some((found, rest))
}
