//! Raw HTML, read by a small scan: the writer's HTML is passed on, not understood.

/// An attribute's name and its value, where it has one.
pub(super) type Attribute<'a> = (&'a str, Option<&'a str>);

/// A tag that opens an element.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// The element's name as typed.
    pub(super) name: &'a str,
    pub(super) attributes: Vec<Attribute<'a>>,
    /// Its bytes in the HTML.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The values of all `id` attributes.
pub(super) fn ids(html: &str) -> Vec<&str> {
    let attributes = tags(html).into_iter().flat_map(|tag| tag.attributes);
    attributes
        .filter(|(name, _)| name.eq_ignore_ascii_case("id"))
        .filter_map(|(_, id)| id.filter(|id| !id.is_empty()))
        .collect()
}

/// The tags that open elements; those in comments, scripts and styles are none.
pub(super) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let start = html.len() - rest.len() - 1;
            let after = rest.trim_start_matches(|c: char| !c.is_whitespace() && c != '>' && c != '/');
            let name = &rest[..rest.len() - after.len()];
            let mut attributes = Vec::new();
            rest = read_attributes(after, &mut attributes);
            let end = html.len() - rest.len() + usize::from(rest.starts_with('>'));
            found.push(Tag { name, attributes, start, end });
            if let Some(close) =
                ["</script", "</style"].into_iter().find(|close| name.eq_ignore_ascii_case(&close[2..]))
            {
                let is_close =
                    |at: &usize| rest[*at..].get(..close.len()).is_some_and(|c| c.eq_ignore_ascii_case(close));
                rest = rest.match_indices('<').map(|(at, _)| at).find(is_close).map_or("", |at| &rest[at..]);
            }
        }
    }
    found
}

/// Reads a tag's attributes; returns what comes after them.
fn read_attributes<'a>(mut rest: &'a str, found: &mut Vec<Attribute<'a>>) -> &'a str {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        if rest.is_empty() || rest.starts_with('>') {
            return rest;
        }
        // A lone `=` is no attribute, but has to be passed.
        let (name, after) = rest.split_at(end.max(1).min(rest.len()));
        rest = after;
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            found.push((name, None));
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
        };
        rest = after;
        found.push((name, Some(value)));
    }
}
