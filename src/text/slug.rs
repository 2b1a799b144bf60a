//! Names as parts of addresses.

use unicode_normalization::UnicodeNormalization;

/// The most bytes a slug may have.
pub const LONGEST: usize = 80;

/// A name as a part of an address: lower case, letters and digits of any script, hyphens between them.
///
/// Latin letters lose their accents (`Größe` is `grosse`), so that addresses stay easy to type; other scripts are
/// kept. A name without letters or digits becomes `x-` and eight hexadecimal digits of its hash.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    let take = |c: char| {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            push_folded(&mut out, c);
        } else if !matches!(c, '\'' | '’') && !is_mark(c) {
            gap = true;
        }
    };
    // Compatibility composition makes one name of its several spellings: `é` typed as one or as two characters.
    if name.is_ascii() {
        name.chars().for_each(take);
    } else {
        name.nfkc().for_each(take);
    }
    if out.is_empty() {
        let hash = blake3::hash(name.as_bytes()).to_hex();
        return format!("x-{}", &hash[..8]);
    }
    let mut end = out.len().min(LONGEST);
    while !out.is_char_boundary(end) {
        end -= 1;
    }
    out.truncate(end);
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Combining marks of other scripts are part of their letters: they neither part words nor stand alone.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && (matches!(c, '\u{300}'..='\u{36f}') || unicode_normalization::char::is_combining_mark(c))
}

fn push_folded(out: &mut String, c: char) {
    each_folded(c, |c| out.push(c));
}

/// Hands over a character as addresses have it: in lower case, and without accents where it is Latin.
pub(crate) fn each_folded(c: char, mut take: impl FnMut(char)) {
    if c.is_ascii() {
        return take(c.to_ascii_lowercase());
    }
    for c in c.to_lowercase() {
        let two = match c {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'þ' => "th",
            'ł' => "l",
            'ı' => "i",
            c => {
                take(base_letter(c));
                continue;
            }
        };
        two.chars().for_each(&mut take);
    }
}

/// The plain Latin letter below an accented one; any other character as it is.
fn base_letter(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    match std::iter::once(c).nfd().next() {
        Some(base) if base.is_ascii_alphanumeric() => base,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, expected) in [
            ("First run!", "first-run"),
            ("  --Week 12: can’t sit--  ", "week-12-cant-sit"),
            ("Größe & Übermut", "grosse-ubermut"),
            ("e\u{301}te\u{301}", "ete"),
            ("ハムストリング 日記", "ハムストリング-日記"),
            ("Single_leg.bridge", "single-leg-bridge"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn names_without_letters_get_a_hash() {
        let smile = slug("🙂");
        assert!(smile.starts_with("x-") && smile.len() == 10, "{smile}");
        assert_ne!(smile, slug("🙃"));
    }

    #[test]
    fn long_names_are_cut_at_a_character() {
        let cut = slug(&"あ".repeat(60));
        assert!(cut.len() <= LONGEST && cut.chars().all(|c| c == 'あ'));
        assert_eq!(slug(&format!("{}-b", "a".repeat(79))), "a".repeat(79));
    }
}
