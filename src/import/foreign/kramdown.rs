//! What only kramdown reads of markdown: lists of attributes in braces.

use super::prose::CodeParts;
use super::tally::Tally;

/// The text without `{: .class}`, `{::nomarkdown}` and the mark of a table of contents.
pub(super) fn without_attributes(text: &str, place: &str, tally: &mut Tally) -> String {
    if !text.contains("{:") {
        return text.to_owned();
    }
    let code = CodeParts::of(text);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices("{:") {
        let close = text.as_bytes()[at..].iter().take(200).position(|b| matches!(b, b'}' | b'\n'));
        let is_list = |end: &usize| text.as_bytes()[at + end] == b'}' && at >= done && !code.has(at);
        let Some(length) = close.filter(is_list).map(|end| end + 1) else { continue };
        let list = &text[at..at + length];
        let plain = |c: char| c.is_alphanumeric() || " .#:=\"'-_/%;(){},".contains(c);
        if !list.chars().all(plain) {
            continue;
        }
        out.push_str(&text[done..at]);
        done = at + length;
        if list.starts_with("{:toc") {
            // The item of a list above it stands for the contents.
            let line = out.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
            out.truncate(line);
        }
        tally.lost("a list of attributes such as `{: .class}`", "since it says only how things look", place);
    }
    out.push_str(&text[done..]);
    out
}
