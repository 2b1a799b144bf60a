//! The targets of links as text: taken apart, and joined to the place that they start from.

use percent_encoding::percent_decode_str;

/// A target's path and fragment as one again.
pub(super) fn path_and_fragment(path: &str, fragment: Option<&str>) -> String {
    fragment.map_or_else(|| path.to_owned(), |f| format!("{path}#{f}"))
}

/// A target's query, with its `?`.
pub(super) fn query(target: &str) -> &str {
    let path = target.split('#').next().unwrap_or(target);
    path.find('?').map_or("", |at| &path[at..])
}

/// A target's path and fragment; a query belongs to neither and is left out.
pub(super) fn split(target: &str) -> (&str, Option<&str>) {
    let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
    (path.split('?').next().unwrap_or(path), fragment)
}

/// A path with what was escaped in it as it was meant.
pub(super) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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

/// A path relative to an address, as an address; empty where it leaves the root.
pub(super) fn from_address(own: &str, path: &str) -> String {
    let slash = if path.ends_with('/') { "/" } else { "" };
    resolve_dots(own.trim_matches('/'), path.trim_end_matches('/')).map_or_else(String::new, |p| format!("/{p}{slash}"))
}

/// A path relative to a folder, without `.` and `..`; `None` where it leaves the root.
pub(super) fn resolve_dots(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
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
        assert_eq!(from_address("/journal/a/", "../b/"), "/journal/b/");
    }

    #[test]
    fn targets_are_split() {
        assert_eq!(split("a.md?x=1#y"), ("a.md", Some("y")));
        assert_eq!(split("#y"), ("", Some("y")));
        assert_eq!((query("a?x=1#y?z"), query("a#y?z")), ("?x=1", ""));
    }
}
