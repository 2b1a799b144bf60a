//! Blocks of WordPress's newer editor: HTML between comments that say how it is edited.
//!
//! The comments go. What a block has in its comment alone is an address that becomes a link, or something that WordPress
//! makes when a page is shown and that no export holds: those are told by name.

use crate::text::escape;
use std::collections::BTreeSet;

/// Stands for the place to which summaries go.
pub(super) const MORE: char = '\u{e000}';

/// Stands for the colon of a definition.
pub(super) const DEFINITION: char = '\u{e001}';

/// Stands for an address of a reader's that was taken out.
pub(super) const REMOVED: char = '\u{e002}';

/// Signs that stand for something while a text is made; they are taken out of all that comes in.
pub(super) const SIGNS: [char; 3] = [MORE, DEFINITION, REMOVED];

/// Blocks without a text that lose nothing: notes are read from elsewhere, the rest is space.
const SILENT: &[&str] = &["footnotes", "more", "nextpage", "spacer", "separator"];

/// Whether a text was written in blocks.
pub(super) fn has_blocks(html: &str) -> bool {
    html.contains("<!-- wp:")
}

/// A text without comments, and the names of the blocks that are lost with them.
pub(super) fn without_comments(html: &str, lost: &mut BTreeSet<String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut had_more = false;
    while let Some(at) = rest.find("<!--") {
        out.push_str(&rest[..at]);
        let inside = &rest[at + 4..];
        let Some(end) = inside.find("-->") else {
            // What never ends hides nothing.
            out.push_str(&inside.replace("<!--", ""));
            return out;
        };
        let comment = inside[..end].trim();
        rest = &inside[end + 3..];
        if comment == "more" || comment.starts_with("more ") {
            if !had_more {
                out.push_str(&format!("\n\n<p>{MORE}</p>\n\n"));
            }
            had_more = true;
        } else if comment == "nextpage" {
            out.push_str("\n\n");
        } else if let Some(block) = comment.strip_prefix("wp:").and_then(|block| block.strip_suffix('/')) {
            let (name, json) = block.trim().split_once(' ').unwrap_or((block.trim(), ""));
            match address(json) {
                Some(address) if name.contains("embed") => {
                    out.push_str(&format!("\n<p><a href=\"{0}\">{0}</a></p>\n", escape(&address)));
                }
                _ if SILENT.contains(&name) => {}
                _ => {
                    lost.insert(name.to_owned());
                }
            }
        }
    }
    out.push_str(rest);
    out
}

fn address(json: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json.trim()).ok()?;
    let url = value.get("url")?.as_str()?;
    url.starts_with("http").then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_what_is_lost_with_them_is_named() {
        let mut lost = BTreeSet::new();
        let html = "<!-- wp:paragraph {\"a\":1} -->\n<p>A</p>\n<!-- /wp:paragraph --><!--more Read on--><!--more-->\
                    <!-- wp:latest-posts {\"n\":5} /--><!-- wp:spacer /--><!-- wp:embed {\"url\":\"https://v.example/?a=1&b\"} /-->x<!-- y";
        let expected = "\n<p>A</p>\n\n\n<p>\u{e000}</p>\n\n\n<p><a href=\"https://v.example/?a=1&amp;b\">https://v.example/?a=1&amp;b</a></p>\nx y";
        assert_eq!(without_comments(html, &mut lost), expected);
        assert_eq!(lost.into_iter().collect::<Vec<_>>(), ["latest-posts"]);
    }
}
