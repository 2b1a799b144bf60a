//! Paths of one import, of which no two are the same file anywhere.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The paths that an import has given away.
#[derive(Clone, Debug, Default)]
pub struct FreePaths {
    taken: BTreeSet<String>,
}

impl FreePaths {
    /// This path, with `-2`, `-3` and so on before its ending where another file of the import has it.
    ///
    /// Letters of two cases and of two compositions are one: some disks can't tell them apart.
    pub fn take(&mut self, path: &str) -> String {
        let folder = path.rfind('/').map_or(0, |at| at + 1);
        let dot = path[folder..].rfind('.').filter(|at| *at > 0).map_or(path.len(), |at| folder + at);
        let (stem, ending) = path.split_at(dot);
        let names = std::iter::once(path.to_owned()).chain((2..=u32::MAX).map(|n| format!("{stem}-{n}{ending}")));
        let free = names.into_iter().find(|name| self.taken.insert(as_disks_see(name)));
        free.unwrap_or_else(|| path.to_owned())
    }

    /// Whether an importer gave this path away already.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.taken.contains(&as_disks_see(path))
    }
}

fn as_disks_see(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).collect()
}

/// Whether a path stays inside of `content/` or `static/`, whatever an importer made it of.
#[must_use]
pub fn is_inside(path: &str) -> bool {
    let mut parts = path.split('/');
    let inside = parts.next().is_some_and(|first| matches!(first, "content" | "static"));
    let mut is_below = false;
    let plain = parts.all(|part| {
        is_below = true;
        let odd = part.contains(['\\', ':', '\0']) || part.contains(char::is_control);
        !part.is_empty() && part != "." && part != ".." && !odd && part.len() <= 255
    });
    inside && is_below && plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_paths_are_one() {
        let mut paths = FreePaths::default();
        let given: Vec<String> =
            ["content/a.md", "content/A.md", "content/a.md", "content/.x", "content/.x", "content/a-2.md"]
                .map(|path| paths.take(path))
                .into();
        let expected =
            ["content/a.md", "content/A-2.md", "content/a-3.md", "content/.x", "content/.x-2", "content/a-2-2.md"];
        assert_eq!(given, expected);
        assert_eq!((paths.has("content/A.MD"), paths.has("content/b.md")), (true, false));
        assert_eq!(paths.take("content/e\u{301}.md"), "content/e\u{301}.md");
        assert_eq!(paths.take("content/\u{e9}.md"), "content/\u{e9}-2.md");
    }

    #[test]
    fn paths_stay_inside_of_the_site() {
        for path in ["content/a.md", "static/b/c.jpg", "content/a..b/.c"] {
            assert!(is_inside(path), "{path}");
        }
        for path in
            ["content", "content/", "content/../a", "/content/a", "a/b", "content//a", "content/./a", "content/C:a"]
        {
            assert!(!is_inside(path), "{path}");
        }
    }
}
