//! Addresses of mail inside of what people wrote: taken out whole, since a part of one beside a name gives away the rest.

use crate::text::is_unseen;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands in an address's place.
pub(crate) const MASK: &str = "[address removed]";

/// A character as it is read, with the bytes of the text that it stands for.
type ReadChar = (char, Range<usize>);

/// Where addresses of mail stand in a text, in bytes and in order.
///
/// Written by hand: what is looked for is generous (any script, what hides between letters, an encoded or a spelt-out
/// sign), and no crate does that. Too much taken out is a word lost, too little an address given away.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut read = reading(text);
    let mut found = in_reading(&read);
    // What is written backwards and turned round by a control character.
    if text.contains('\u{202e}') {
        read.reverse();
        found.extend(in_reading(&read));
        found.sort_by_key(|range| range.start);
        found.dedup_by(|later, first| {
            let meets = later.start < first.end;
            first.end = if meets { first.end.max(later.end) } else { first.end };
            meets
        });
    }
    found
}

fn in_reading(read: &[ReadChar]) -> Vec<Range<usize>> {
    let chars: Vec<char> = read.iter().map(|(c, _)| *c).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut done) = (0, 0);
    while at < chars.len() {
        let sign = Sign::at(&chars, at);
        if let Some((sign, domain)) = sign.and_then(|sign| Some((sign, Domain::after(&chars, sign.end, sign.spelt)?))) {
            // `@jo.b` behind a space is a name, unless it ends as addresses do.
            let apart = sign.is_loose || domain.is_apart || is_common(&domain.top);
            match local(&chars, done, at, apart) {
                Some(start) => {
                    found.push(start..domain.end);
                    done = domain.end;
                }
                // What hangs on an address goes with it.
                None => {
                    let before = at - chars[done..at].iter().rev().take_while(|c| c.is_whitespace()).count();
                    if let Some(last) = found.last_mut().filter(|_| before == done) {
                        (last.end, done) = (domain.end, domain.end);
                    }
                }
            }
        }
        at = (at + 1).max(done);
    }
    let bytes = |range: Range<usize>| {
        let (first, last) = (&read[range.start].1, &read[range.end - 1].1);
        first.start.min(last.start)..first.end.max(last.end)
    };
    found.into_iter().map(bytes).collect()
}

/// A text as it is read: what nobody sees left out, the forms of one character made one, and typography undone.
fn reading(text: &str) -> Vec<ReadChar> {
    let mut read = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices().filter(|(_, c)| !is_unseen(*c)) {
        let bytes = at..at + c.len_utf8();
        let mut push = |typed: &str| read.extend(typed.chars().map(|c| (c, bytes.clone())));
        match c {
            'ⓐ' | 'Ⓐ' => push("@"),
            '–' => push("--"),
            '—' => push("---"),
            '‐' | '‑' | '−' => push("-"),
            '。' | '｡' => push("."),
            '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => push("\""),
            '‘' | '’' | '‚' => push("'"),
            c if c.is_ascii() => read.push((c, bytes)),
            c => push(&std::iter::once(c).nfkc().collect::<String>()),
        }
    }
    read
}

/// What stands for the `@`.
#[derive(Clone, Copy)]
struct Sign {
    end: usize,
    /// Spaces may stand on both sides.
    is_loose: bool,
    /// The bare word, which is one only where the dot is a word too.
    spelt: bool,
}

/// Forms of the sign in other codes.
const CODES: [&str; 7] = ["@", "%40", "%2540", "&#64;", "&#064;", "&#x40;", "&commat;"];

impl Sign {
    fn at(chars: &[char], at: usize) -> Option<Self> {
        let sign = |end, is_loose, spelt| Some(Self { end, is_loose, spelt });
        if let Some(mut end) = CODES.iter().find_map(|code| word(chars, at, code)) {
            while let Some(next) = word(chars, end, "@") {
                end = next;
            }
            return sign(end, false, false);
        }
        if let Some(end) = bracketed(chars, at, &["at", "ät", "arroba", "@"]) {
            return sign(end, true, false);
        }
        let end = Some(at).filter(|at| chars[*at] == ' ').and_then(|at| word(chars, at + 1, "at "))?;
        sign(end, true, true)
    }
}

/// What comes after the sign.
struct Domain {
    end: usize,
    /// Its last part.
    top: String,
    /// Whether a space stands before it.
    is_apart: bool,
}

impl Domain {
    /// Reads it; the dots of a spelt one are words.
    fn after(chars: &[char], from: usize, spelt: bool) -> Option<Self> {
        let mut start = from + spaces(chars, from);
        let is_apart = start > from;
        if let Some(end) = in_brackets(chars, start) {
            return Some(Self { end, top: String::new(), is_apart });
        }
        start += chars[start..].iter().take(3).take_while(|c| "([{<\"'*_~".contains(**c)).count();
        let (mut host, mut ends, mut at, mut words) = (String::new(), Vec::new(), start, 0);
        loop {
            match chars.get(at) {
                Some(c) if c.is_alphanumeric() || is_combining_mark(*c) || matches!(c, '.' | '-' | '_') => {
                    host.push(*c);
                    at += 1;
                }
                _ => {
                    let dot = dot(chars, at).filter(|next| chars.get(*next).is_some_and(|c| c.is_alphanumeric()));
                    let Some(next) = dot else { break };
                    host.push('.');
                    words += 1;
                    at = next;
                }
            }
            ends.push(at);
        }
        let kept = host.trim_end_matches(['.', '-', '_']).chars().count();
        let end = *ends.get(kept.checked_sub(1)?)?;
        let host: String = host.chars().take(kept).collect();
        let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
        let top = labels.last()?.to_lowercase();
        let is_number = |label: &&str| label.chars().all(|c| c.is_ascii_digit());
        let is_name = top.chars().filter(|c| c.is_alphanumeric()).count() > 1
            && !top.contains(|c: char| c.is_ascii_digit())
            || top.starts_with("xn--");
        let is_domain = labels.len() > 1 && is_name || labels.len() == 4 && labels.iter().all(is_number);
        (is_domain && (!spelt || words > 0 && is_common(&top))).then_some(Self { end, top, is_apart })
    }
}

/// `[192.0.2.1]` or `[IPv6:2001:db8::1]`: where it ends.
fn in_brackets(chars: &[char], at: usize) -> Option<usize> {
    chars.get(at).filter(|c| **c == '[')?;
    let inside =
        chars[at + 1..].iter().take(64).take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':')).count();
    let end = at + 1 + inside;
    let parts = chars[at..end].iter().filter(|c| matches!(c, '.' | ':')).count();
    (parts > 1 && chars.get(end) == Some(&']')).then_some(end + 1)
}

/// Ends of addresses that many have; others do not settle a doubt.
fn is_common(top: &str) -> bool {
    ["com", "org", "net", "edu", "gov", "info", "de", "fr", "uk", "eu", "io"].contains(&top)
}

/// A dot in words or between spaces: where what comes after it starts.
fn dot(chars: &[char], at: usize) -> Option<usize> {
    let gap = spaces(chars, at);
    let start = at + gap;
    let sign = bracketed(chars, start, &["dot", "punkt", "point", "punto", "."]);
    let sign = sign.or_else(|| word(chars, start, ".").filter(|_| gap > 0));
    let sign = sign.or_else(|| word(chars, start, "dot ").filter(|_| gap > 0));
    sign.map(|end| end + spaces(chars, end))
}

/// How many spaces of a line stand at a place.
fn spaces(chars: &[char], at: usize) -> usize {
    chars[at.min(chars.len())..].iter().take(3).take_while(|c| **c == ' ').count()
}

/// One of some words in brackets: where it ends.
fn bracketed(chars: &[char], at: usize, words: &[&str]) -> Option<usize> {
    chars.get(at).filter(|c| matches!(c, '(' | '[' | '{' | '<'))?;
    let start = at + 1 + spaces(chars, at + 1);
    let end = words.iter().find_map(|known| word(chars, start, known))?;
    let end = end + spaces(chars, end);
    chars.get(end).filter(|c| matches!(c, ')' | ']' | '}' | '>')).map(|_| end + 1)
}

/// A word in whatever case: where it ends.
fn word(chars: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for letter in word.chars() {
        chars.get(end).filter(|c| c.to_lowercase().eq([letter]))?;
        end += 1;
    }
    Some(end)
}

/// Where the part before the sign starts; spaces may stand between where they are `apart`.
fn local(chars: &[char], from: usize, sign: usize, apart: bool) -> Option<usize> {
    let gap = chars[from..sign].iter().rev().take(3).take_while(|c| **c == ' ').count();
    let end = sign - if apart { gap } else { 0 };
    let before = |at: usize| at.checked_sub(1).filter(|last| *last >= from).map(|last| chars[last]);
    // An address of the web: `https://social.example/@jo.b`.
    if before(end) == Some('/') {
        return None;
    }
    let mut start = end;
    // A name in quotes, or a remark in brackets.
    let opening = match before(end) {
        Some(')') => "(",
        Some(']') => "[",
        Some('}') => "{",
        Some('"') => "\"",
        _ => "",
    };
    if let Some(opening) = opening.chars().next() {
        let inside = chars[from..end - 1].iter().rev().take(64).position(|c| *c == opening)?;
        start = end - 2 - inside;
    }
    let is_of_local =
        |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"' | '@');
    while before(start).is_some_and(is_of_local) {
        start -= 1;
    }
    start += chars[start..end].iter().take_while(|c| matches!(c, '\'' | '.' | '-' | '*' | '¡' | '¿')).count();
    if !chars[start..end].iter().any(|c| c.is_alphanumeric()) {
        return None;
    }
    // `@jo@social.example` is a name elsewhere, which is an address as well, and so is what hangs before it.
    while before(start) == Some('@') {
        start -= 1;
        while before(start).is_some_and(is_of_local) {
            start -= 1;
        }
    }
    Some(start)
}

/// A plain text without addresses.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let found = addresses(text);
    if found.is_empty() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in found {
        out.push_str(&text[done..range.start]);
        out.push_str(MASK);
        done = range.end;
    }
    out.push_str(&text[done..]);
    out.into()
}

/// A name without addresses; `None` where nothing else is in it.
pub(crate) fn name(text: &str) -> Option<String> {
    let masked = plain(text);
    let rest = masked.replace(MASK, "");
    let says = rest.chars().any(|c| !c.is_whitespace() && !is_unseen(c) && !c.is_ascii_punctuation());
    says.then(|| masked.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every form of `jo@example.org` that we could think of; what is left of each is the mask alone.
    const FORMS: &[&str] = &[
        // As it is, and with what else a name may have.
        "jo@example.org",
        "JO@EXAMPLE.ORG",
        "jo.b+run@mail.example.co.uk",
        "jo_b@example.org",
        "jo-b@example.org",
        "jo--b@example.org",
        "jo!@example.org",
        "jo#@example.org",
        "jo$@example.org",
        "jo%b@example.org",
        "jo&b@example.org",
        "jo'b@example.org",
        "jo*b@example.org",
        "jo/b@example.org",
        "jo=b@example.org",
        "jo?@example.org",
        "jo^b@example.org",
        "jo`b@example.org",
        "jo{b}@example.org",
        "jo|b@example.org",
        "jo~b@example.org",
        "jo.@example.org",
        "jo..b@example.org",
        "jo...@example.org",
        "5@example.org",
        "\"jo b\"@example.org",
        "“jo b”@example.org",
        "jo(the runner)@example.org",
        "[jo]@example.org",
        // Other letters.
        "jo\u{308}@example.org",
        "jö@example.org",
        "j\u{6f}\u{323}\u{302}@ex\u{61}\u{301}mple.org",
        "дима@почта.рф",
        "用户@例子.中国",
        "用户@例子。中国",
        "संपर्क@डाटामेल.भारत",
        "ผู้ใช้@ตัวอย่าง.ไทย",
        "משתמש@דוגמה.קום",
        "مستخدم@مثال.شبكة",
        "χρήστης@παράδειγμα.ελ",
        "ユーザー@例え.テスト",
        "사용자@예시.한국",
        "jo@xn--bcher-kva.example",
        "jo@example.xn--p1ai",
        "jo@xn–bcher–kva.example",
        "ｊｏ＠ｅｘａｍｐｌｅ．ｏｒｇ",
        "𝗷𝗼@𝗲𝘅𝗮𝗺𝗽𝗹𝗲.𝗼𝗿𝗴",
        "joⓐexample.org",
        // Other signs.
        "jo＠example.org",
        "jo﹫example.org",
        "jo%40example.org",
        "jo%2540example.org",
        "jo&#64;example.org",
        "jo&#x40;example.org",
        "jo&commat;example.org",
        "jo@@example.org",
        "jo(@)example.org",
        "jo [@] example.org",
        "jo(at)example.org",
        "jo (at) example.org",
        "jo [at] example [dot] org",
        "jo {AT} example {DOT} org",
        "jo(ät)example(punkt)de",
        "jo at example dot org",
        "jo@example(dot)org",
        "jo@example[.]org",
        "jo@example․org",
        "jo@example．org",
        // What nobody sees, and spaces.
        "jo\u{200b}@example.org",
        "jo@\u{200b}example.org",
        "j\u{ad}o@exam\u{ad}ple.org",
        "jo\u{2060}@example\u{2060}.org",
        "jo\u{2063}@example.org",
        "jo\u{34f}@example.org",
        "jo\u{3164}@example.org",
        "jo\u{fe0f}@example.org",
        "jo\u{e0020}@example.org",
        "jo\u{200e}@\u{200f}example.org",
        "jo@example.or\u{200d}g",
        "jo @ example.org",
        "jo @example.org",
        "jo@ example.org",
        "jo\u{a0}@\u{a0}example.org",
        "jo\u{2009}@\u{2009}example.org",
        "jo@example .org",
        "jo@example . org",
        // Other hosts.
        "jo@[192.0.2.10]",
        "jo@[IPv6:2001:db8::1]",
        "jo@192.0.2.10",
        "jo@example.museum",
        "jo@e.co",
        "jo@exa_mple.org",
        "jo@-example-.org",
        "@jo@social.example",
        "jo@b@example.org",
        "jo@example.org@evil.example",
        "jo%example.org@relay.example",
    ];

    #[test]
    fn addresses_are_taken_out_whole() {
        assert!(FORMS.len() >= 75);
        for form in FORMS {
            assert_eq!(plain(&format!("Write to {form} soon.")), format!("Write to {MASK} soon."), "{form:?}");
            assert_eq!(plain(form), MASK, "{form:?}");
            let name = name(&format!("Jo {form}"));
            assert!(name.as_deref().is_none_or(|name| !name.contains("exam")), "{name:?}");
        }
        for (typed, expected) in [
            ("write to <jo.b+run@mail.example.co.uk>.", "write to <[address removed]>."),
            ("a@example.org, b@example.org", "[address removed], [address removed]"),
            ("'jo@example.org'", "'[address removed]'"),
            ("(jo@example.org)!", "([address removed])!"),
            ("mailto:jo@example.org?subject=x", "mailto:[address removed]?subject=x"),
            ("*jo@example.org*", "*[address removed]*"),
            ("jo@(example.org)", "[address removed])"),
            ("a@example.org and @jo@social.example.", "[address removed] and [address removed]."),
            ("ask \u{202e}gro.elpmaxe@oj\u{202c} now", "ask \u{202e}[address removed]\u{202c} now"),
        ] {
            assert_eq!(plain(typed), expected, "{typed}");
        }
        assert_eq!(name("<jo@example.org>"), None);
        assert_eq!(name("jo@[192.0.2.10]!"), None);
        assert_eq!(name("Jo jo@example.org"), Some("Jo [address removed]".to_owned()));
    }

    #[test]
    fn what_is_no_address_stays() {
        for text in [
            "@theo 3 @ 10 mi, 5@6",
            "9 @ 7.30 and run@dawn",
            "@",
            "@ @ @",
            "5k @ 4:30/km, then 10k@5.15",
            "5x1k @ 3.45/km with 90 s between",
            "6 x 400 @ 1.30min",
            "squats 3x8 @ 20kg. Next week @ 22.5 kg",
            "pain 2@rest, 4@5k",
            "see you @ 9 a.m. at the track",
            "cadence 170 @ 12 km/h",
            "thanks @jo_runs and @jo.runs!",
            "–@jo.runs",
            "(@jo.runs), cc:@jo.runs",
            "https://social.example/@jo.smith/112",
            "https://maps.example/@52.52,13.40,15z",
            "I was at home. Then I wasn't at one dot five.",
            "at the clinic (at noon) in the dot com boom",
            "react@18.2.0 broke it",
            "C&A @ the mall",
            "me @ the track.",
            "run@dawn. then coffee",
            "1 @ 2 @ 3",
            "🏃@jo.runs",
            "\"Well\" @ 5.30",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
