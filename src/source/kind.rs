//! What a file below `content/` is, told by its path alone.

/// What a file below `content/` is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ContentKind {
    /// A text that is read: `.md` or `.markdown`.
    Text,
    /// A log, `log.txt` or `log/NAME.txt`: days in one line, which are read and have no page.
    Log,
    /// A text of another ending, or a copy of a text that an editor put aside: never published.
    OtherText,
    /// Its name, or that of a folder around it, begins with `_`: never published.
    Underscored,
    /// A text below Jekyll's `_posts`.
    JekyllPost,
    /// Any other file, which is published where a published text links to it or shows it.
    Attachment,
}

/// The endings of the texts that are read.
const OWN: [&str; 2] = ["md", "markdown"];

/// The endings of texts that other programs read. Whoever keeps one here has another program make pages of it, or has not
/// made an entry of it yet.
const OTHERS: [&str; 28] = [
    "adoc",
    "asciidoc",
    "creole",
    "markdn",
    "mdc",
    "mdown",
    "mdtext",
    "mdtxt",
    "mdwn",
    "mdx",
    "mediawiki",
    "mkd",
    "mkdn",
    "mkdown",
    "norg",
    "org",
    "pod",
    "qmd",
    "rest",
    "rmd",
    "rst",
    "rtf",
    "t2t",
    "text",
    "textile",
    "tid",
    "txt",
    "wiki",
];

/// The endings that make another kind of file of a name with a text's ending in it: `2026-01-01-run.md.png` is a picture of
/// one, and `example.org.html` has the name of a site.
const NO_COPIES: [&str; 10] = ["csv", "gif", "htm", "html", "jpeg", "jpg", "pdf", "png", "svg", "webp"];

/// What a file is by its path from the site's root; `None` where it does not lie below `content/`.
pub fn content_kind(path: &str) -> Option<ContentKind> {
    let inside = path.strip_prefix("content/")?;
    let (folders, name) = inside.rsplit_once('/').unwrap_or(("", inside));
    let name = name.to_ascii_lowercase();
    let by_name = match name.rsplit_once('.') {
        Some((_, ending)) if OWN.contains(&ending) => ContentKind::Text,
        _ if is_log(inside) => ContentKind::Log,
        _ if is_other_text(&name) => ContentKind::OtherText,
        _ => ContentKind::Attachment,
    };
    let introduces = matches!(name.as_str(), "_index.md" | "_index.markdown");
    Some(if by_name != ContentKind::Attachment && folders.split('/').any(|folder| folder == "_posts") {
        ContentKind::JekyllPost
    } else if folders.split('/').any(|folder| folder.starts_with('_')) || name.starts_with('_') && !introduces {
        ContentKind::Underscored
    } else {
        by_name
    })
}

/// Whether a file's path, from `content/` on, is that of a log.
fn is_log(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    let name = inside.strip_prefix("log/").and_then(|name| name.strip_suffix(".txt"));
    inside == "log.txt" || name.is_some_and(|name| !name.is_empty() && !name.starts_with('_') && !name.contains('/'))
}

/// Whether a name, in lower case, is that of a text that is not read: `a.org`, `a.md.old`, `a.md~`, `a.markdown (1)`.
fn is_other_text(name: &str) -> bool {
    let is_text = |word: &str| OWN.contains(&word) || OTHERS.contains(&word);
    let last = name.rsplit('.').next().unwrap_or_default();
    let word = |part: &'_ str| part.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(part.len());
    name.split('.').skip(1).any(|part| is_text(&part[..word(part)])) && !NO_COPIES.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::ContentKind::{Attachment, JekyllPost, Log, OtherText, Text, Underscored};
    use super::*;

    #[test]
    fn names_say_what_a_file_is() {
        let all = |kind: ContentKind, names: &[&str]| {
            for name in names {
                assert_eq!(content_kind(&format!("content/{name}")), Some(kind), "{name}");
            }
        };
        all(Text, &["a.md", "a.MD", "a.markdown", "a b.txt.md", "_index.md", "guide/_index.markdown", "a_b/c_d.md"]);
        all(Log, &["log.txt", "Log.TXT", "log/strava.txt", "log/2024 paper.txt"]);
        all(
            OtherText,
            &["log.txt.bak", "log.txt~", "log/a/b.txt", "journal/log.txt", "log.text", "log/a.text", "log/.txt"],
        );
        all(Underscored, &["log/_a.txt"]);
        all(OtherText, &["a.txt", "a.TXT", "a.org", "a.rst", "a.mdx", "a.qmd", "a.mkd", "a.mdown", "notes.text"]);
        all(OtherText, &["a.md.old", "a.md~", "a.md.bak", "a.md.1", "a.md.tmp", "a.md.save", "a.md.orig", "a.MD.Old"]);
        all(
            OtherText,
            &["a.md_old", "a.md-1", "a.md (1)", "a.markdown.gz", "a.md.json", "a.org~", "a.txt.bak", ".a.md.swp"],
        );
        all(
            Underscored,
            &["_a.md", "_drafts/a.md", "journal/_x/y/a.png", "_index.css", "_x/_index.md", "_posts/a.png"],
        );
        all(JekyllPost, &["_posts/2026-01-01-a.md", "journal/_posts/a.markdown", "_posts/a.textile"]);
        all(
            Attachment,
            &["a.csv", "a.json", "a.html", "a.ics", "a.tex", "a.pdf", "md", "a.mdb", "x.md.png", "e.org.html"],
        );
        assert_eq!(content_kind("static/robots.txt"), None);
    }
}
