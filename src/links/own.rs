//! The site's own addresses in feeds, sitemaps and data: whole ones, in quotes or alone between tags.

use memchr::memmem;

/// Tells of each address in a text that starts as the site's own does. Addresses among prose are passed over: nobody can
/// follow them, and where they end can't be known.
pub(crate) fn own_addresses<'a>(text: &'a str, base_url: &str, mut tell: impl FnMut(&'a str)) {
    let start = base_url.trim_end_matches('/');
    let bytes = text.as_bytes();
    for at in memmem::find_iter(bytes, start.as_bytes()) {
        let opened = at.checked_sub(1).and_then(|before| bytes.get(before));
        let end = text[at..].find(['"', '\'', '<', '>', '&', '\\', ')', ' ', '\n']).map_or(text.len(), |n| at + n);
        let closed = match (opened, bytes.get(end)) {
            (Some(b'"'), Some(b'"' | b'\\')) => true,
            (Some(b'\''), Some(b'\'')) | (Some(b'>'), Some(b'<')) => true,
            // A quote that is escaped once more, as in the HTML that a feed carries.
            (Some(b';'), Some(b'&')) => text[..at].ends_with("quot;"),
            (Some(b' '), None | Some(b'\n')) => text[..at].ends_with("Sitemap: "),
            _ => false,
        };
        if closed {
            tell(&text[at..end]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own_addresses;

    #[test]
    fn whole_addresses_are_found_and_prose_is_not() {
        let mut seen = Vec::new();
        let text = "<loc>https://e.org/a/</loc><link href=\"https://e.org/b\"/>&lt;a href=&quot;https://e.org/c/#d&quot;&gt; \
                    \\\"https://e.org/e\\\" see https://e.org/no. <p>https://e.org/no too</p>\nSitemap: https://e.org/s.xml\n";
        own_addresses(text, "https://e.org/", |address| seen.push(address));
        let expected =
            ["https://e.org/a/", "https://e.org/b", "https://e.org/c/#d", "https://e.org/e", "https://e.org/s.xml"];
        assert_eq!(seen, expected);
    }
}
