//! The values and the remarks of front matter, told apart from its keys by a look at its characters.
//!
//! It reads YAML, TOML and JSON alike, and what is none of them as well: a file whose front matter can't be parsed is not
//! published, and its values are private all the same.

use std::ops::Range;

/// A part of front matter that somebody wrote something into.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum FrontPart<'a> {
    /// A value, without its quotes, with the key that it stands under.
    Value(&'a str, Range<usize>),
    /// What stands after a `#`.
    Remark(Range<usize>),
}

/// The values and remarks of some front matter, in order.
pub(super) fn parts(front: &str) -> Vec<FrontPart<'_>> {
    let mut look = Scan { text: front, keys: vec![""], start: None, fresh: true, parts: Vec::new() };
    let mut at = 0;
    while at < front.len() {
        at = look.step(at);
    }
    look.end(front.len());
    look.parts
}

struct Scan<'a> {
    text: &'a str,
    /// The key that was read last, at each depth of brackets.
    keys: Vec<&'a str>,
    /// Where the value that is being read began.
    start: Option<usize>,
    /// Whether the line has no key yet.
    fresh: bool,
    parts: Vec<FrontPart<'a>>,
}

impl<'a> Scan<'a> {
    /// Looks at the character at a byte; returns where the next one is.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        let in_brackets = self.keys.len() > 1;
        let ends = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
        let after_space = at == 0 || self.text.as_bytes()[at - 1].is_ascii_whitespace();
        match rest[0] {
            b'\n' | b'\r' => {
                if !in_brackets {
                    self.end(at);
                }
                self.fresh = true;
            }
            b'#' if after_space => return self.remark(at),
            b'"' | b'\'' if self.start.is_none() => return self.quoted(at),
            b'[' | b'{' if self.start.is_none() => self.keys.push(self.keys.last().copied().unwrap_or_default()),
            b']' | b'}' if in_brackets => {
                self.end(at);
                self.keys.pop();
            }
            b',' if in_brackets => self.end(at),
            b':' if ends(rest.get(1)) => self.key(at),
            b'=' if self.fresh && self.is_bare(at) => self.key(at),
            b'-' if self.start.is_none() && ends(rest.get(1)) => {}
            b'|' | b'>' if self.start.is_none() && !in_brackets => return self.block(at),
            byte if byte.is_ascii_whitespace() => {}
            _ => {
                self.start.get_or_insert(at);
            }
        }
        at + 1
    }

    /// Ends the value that is being read.
    fn end(&mut self, at: usize) {
        if let Some(start) = self.start.take() {
            let length = self.text[start..at].trim_end().len();
            self.parts.push(FrontPart::Value(self.keys.last().copied().unwrap_or_default(), start..start + length));
        }
    }

    /// Takes what was read for a key.
    fn key(&mut self, at: usize) {
        if let Some(start) = self.start.take()
            && let Some(key) = self.keys.last_mut()
        {
            *key = self.text[start..at].trim();
            self.fresh = false;
        }
    }

    /// Whether what was read since the line began is a key of TOML.
    fn is_bare(&self, at: usize) -> bool {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
        self.start.is_some_and(|start| self.text[start..at].trim_end().chars().all(is_part))
    }

    fn remark(&mut self, at: usize) -> usize {
        // Within brackets a value may go on in the next line.
        self.end(at);
        let end = self.line_end(at);
        self.parts.push(FrontPart::Remark(at + 1..end));
        end
    }

    /// Reads a text in quotes, which is a key where a colon or an equals sign follows.
    fn quoted(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let quote = &rest[..1];
        let three = [quote, quote, quote].concat();
        let quote = if rest.starts_with(&three) { three.as_str() } else { quote };
        let start = at + quote.len();
        let mut end = start;
        loop {
            let Some(found) = self.text[end..].find([quote.chars().next().unwrap_or('"'), '\\']) else {
                // Never closed: to the end of the line.
                self.start = Some(start);
                return start;
            };
            end += found;
            let here = &self.text[end..];
            if here.starts_with('\\') {
                // In single quotes a backslash is only itself.
                let skipped = here.chars().take(if quote.starts_with('"') { 2 } else { 1 });
                end += skipped.map(char::len_utf8).sum::<usize>();
            } else if quote == "'" && here.starts_with("''") {
                end += 2;
            } else if here.starts_with(quote) {
                break;
            } else {
                end += 1;
            }
        }
        let after = end + quote.len();
        let next = self.text[after..].trim_start_matches(' ');
        let inside = &self.text[start..end];
        match self.keys.last_mut() {
            Some(key) if next.starts_with([':', '=']) => {
                *key = inside;
                self.fresh = false;
                self.text.len() - next.len() + 1
            }
            key => {
                self.parts.push(FrontPart::Value(key.map_or("", |key| key), start..end));
                after
            }
        }
    }

    /// Reads a block scalar: the lines below that are indented further than the one it begins in.
    fn block(&mut self, at: usize) -> usize {
        let end = self.line_end(at);
        let is_head = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-');
        let head = self.text[at + 1..end].trim_start_matches(is_head);
        if !head.trim_start().is_empty() && !head.trim_start().starts_with('#') {
            self.start = Some(at);
            return at + 1;
        }
        let line_start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        // In a list the key's own column counts, after the hyphen.
        let line = &self.text[line_start..at];
        let own = line.len() - line.trim_start_matches([' ', '-']).len();
        let start = (end + 1).min(self.text.len());
        let below = self.text[start..].split_inclusive('\n');
        let below = below.take_while(|line| line.trim().is_empty() || indent(line) > own);
        let end = start + below.map(str::len).sum::<usize>();
        self.parts.push(FrontPart::Value(self.keys.last().copied().unwrap_or_default(), start..end));
        self.fresh = true;
        end
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |length| at + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(front: &str, expected: &[&str]) {
        let part = |part: FrontPart<'_>| match part {
            FrontPart::Value(key, range) => format!("{key}={}", front[range].trim()),
            FrontPart::Remark(range) => format!("#{}", &front[range]),
        };
        assert_eq!(parts(front).into_iter().map(part).collect::<Vec<_>>(), expected, "{front}");
    }

    #[test]
    fn yaml_has_values_and_remarks() {
        check("title: First run  # she said so\ndraft: true\n", &["title=First run", "# she said so", "draft=true"]);
        check("# alone\ntags: [a b, 'it''s', \"x, y\"] #z", &["# alone", "tags=a b", "tags=it''s", "tags=x, y", "#z"]);
        check(
            "treatments:\n  - type: massage\n    provider: Dr. Quux\n  - {cost: 80 USD, \"type\": gym}\nurl: http://e.org/#x\n",
            &["type=massage", "provider=Dr. Quux", "cost=80 USD", "type=gym", "url=http://e.org/#x"],
        );
        check("medication:\n- ibu\n- name: x\n", &["medication=ibu", "name=x"]);
        check("pain: {during: [1,\n  2]}\nmood: don't know, #1\n", &["during=1", "during=2", "mood=don't know,", "#1"]);
        check("time: 31:20\na = b: c\n", &["time=31:20", "b=c"]);
    }

    #[test]
    fn blocks_have_no_remarks() {
        check("a: |\n  one # two\n\n  b: three\nc: >- # why\n  four\n", &["a=one # two\n\n  b: three", "c=four"]);
        check("- k: |2\n    x\n  l: > no block\n", &["k=x", "l=> no block"]);
        check("a: |", &["a="]);
    }

    #[test]
    fn toml_and_json_are_read_too() {
        check(
            "title = \"A \\\" # b\" # c\ntags = ['x', \"y\"]\n[extra]\nn = 5\n",
            &["title=A \\\" # b", "# c", "tags=x", "tags=y", "tags=extra", "n=5"],
        );
        check("a = \"\"\"one \"two\"\n# three\"\"\"\n", &["a=one \"two\"\n# three"]);
        check("{\"a\": {\"b\": \"c\", \"d\": [1, \"e\"]}}", &["b=c", "d=1", "d=e"]);
    }

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        check("title: \"never closed\nb: c\n", &["title=never closed", "b=c"]);
        check("]]}} a: b", &["]]}} a=b"]);
        for text in ["'", "\"\\", "a: 'ü", "[", "|", "#", "ü: ü", "\"a\"", "'a' = "] {
            parts(text);
        }
    }
}
