//! The targets of links as text: taken apart, and joined to the place that they start from.

use crate::links::url::{self, resolve_dots};

/// A target's path and fragment as one again.
pub(super) fn path_and_fragment(path: &str, fragment: Option<&str>) -> String {
    fragment.map_or_else(|| path.to_owned(), |f| format!("{path}#{f}"))
}

/// A target's query, with its `?`.
pub(super) fn query(target: &str) -> &str {
    let path = target.split('#').next().unwrap_or(target);
    path.find('?').map_or("", |at| &path[at..])
}

/// The path from the site's root of the file that a target in another file may be.
#[must_use]
pub fn linked_file(file: &str, target: &str) -> Option<String> {
    join(file, &url::decode(url::split(target).0))
}

/// A path relative to a file, as a path from the site's root; `None` where it leaves the root.
pub(super) fn join(file: &str, path: &str) -> Option<String> {
    if let Some(path) = path.strip_prefix("/content/") {
        return Some(format!("content/{path}"));
    }
    if let Some(path) = path.strip_prefix('/') {
        return Some(format!("static/{path}"));
    }
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    resolve_dots(folder, path)
}

/// The way from one file to another, as links are written; what lies in `static/` has its address.
pub(super) fn way(from: &str, to: &str) -> String {
    if let Some(inside) = to.strip_prefix("static/") {
        return format!("/{inside}");
    }
    url::way(from, to)
}

/// A path's last part.
pub(super) fn own_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What a file is called: its name without its ending, or its folder's if that is `index`.
pub(super) fn stem(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem == "index" { parts.next().unwrap_or(stem) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_and_may_not_leave_the_root() {
        assert_eq!(join("content/journal/a.md", "b.md").as_deref(), Some("content/journal/b.md"));
        assert_eq!(join("content/journal/a/index.md", "../b.md").as_deref(), Some("content/journal/b.md"));
        assert_eq!(join("content/a.md", "../../b.md"), None);
        assert_eq!(join("content/a.md", "/img/x.png").as_deref(), Some("static/img/x.png"));
    }

    #[test]
    fn the_way_to_another_file_leads_there() {
        for (from, to, expected) in [
            ("content/journal/a.md", "content/journal/b.md", "b.md"),
            ("content/journal/a/index.md", "content/journal/b.md", "../b.md"),
            ("content/a.md", "content/journal/b/index.md", "journal/b/index.md"),
            ("content/journal/a.md", "content/about.md", "../about.md"),
            ("content/journal/a.md", "static/img/x.png", "/img/x.png"),
        ] {
            assert_eq!(way(from, to), expected);
            assert_eq!(join(from, expected).as_deref(), Some(to));
        }
    }

    #[test]
    fn queries_are_found() {
        assert_eq!((query("a?x=1#y?z"), query("a#y?z")), ("?x=1", ""));
    }
}
