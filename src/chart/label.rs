//! Labels: how wide they are, where they break and where they go so that none covers another.

/// Advance widths of a common sans font, in thousandths of an em, from the space to the tilde.
const ADVANCES: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// Returns the width of a text in tenths, for a letter size in tenths.
pub(crate) fn width(text: &str, em: i32) -> i32 {
    (text.chars().map(advance).sum::<i32>() * em + 999) / 1000
}

/// Returns a text cut with an ellipsis so that it is at most `room` wide; empty if not even a few letters would stay.
pub(super) fn shorten(text: &str, em: i32, room: i32) -> String {
    let text = text.trim();
    if width(text, em) <= room {
        return text.to_owned();
    }
    let mut left = room * 1000 / em.max(1) - advance('…');
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        left -= advance(letter);
        if left < 0 {
            break;
        }
        end = at + letter.len_utf8();
    }
    let kept = text
        .get(..end)
        .unwrap_or_default()
        .trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200d}' || c == ',');
    if kept.chars().count() < 3 { String::new() } else { format!("{kept}…") }
}

/// Returns a text in at most `most` lines as wide as `room`, cut with an ellipsis if it needs more; no line if nothing
/// fits.
pub(super) fn wrap(text: &str, em: i32, room: i32, most: usize) -> Vec<String> {
    let mut lines = Vec::with_capacity(most);
    let mut rest = text.trim();
    while lines.len() + 1 < most {
        let Some(at) = break_at(rest, em, room) else { break };
        lines.push(rest[..at].trim().to_owned());
        rest = rest[at..].trim();
    }
    lines.push(shorten(rest, em, room));
    lines.retain(|line| !line.is_empty());
    lines
}

/// Returns where a text breaks that does not fit one line.
fn break_at(text: &str, em: i32, room: i32) -> Option<usize> {
    if width(text, em) <= room {
        return None;
    }
    let is_break = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let breaks = text.match_indices(is_break).map(|(at, _)| at);
    let fitting: Vec<usize> = breaks.take_while(|&at| width(&text[..at], em) <= room).collect();
    let &last = fitting.last()?;
    // A short last word alone looks lost: it takes the one before along where that fits.
    let is_lost = |at: usize| width(text[at..].trim(), em) * 3 < width(text[..at].trim(), em);
    match fitting.iter().rev().nth(1) {
        Some(&earlier) if is_lost(last) && width(text[earlier..].trim(), em) <= room => Some(earlier),
        _ => Some(last),
    }
}

/// Returns whether a text stands whole in lines that came from [`wrap`].
pub(super) fn is_whole(lines: &[String]) -> bool {
    !lines.is_empty() && !lines.iter().any(|line| line.ends_with('…'))
}

fn advance(letter: char) -> i32 {
    let code = u32::from(letter);
    match code {
        0x20..=0x7e => i32::from(ADVANCES[(code - 0x20) as usize]),
        // Marks that combine with the letter before, and characters without a picture.
        0x00..=0x1f
        | 0x7f..=0x9f
        | 0xad
        | 0x300..=0x36f
        | 0x591..=0x5bd
        | 0x64b..=0x65f
        | 0x200b..=0x200f
        | 0x202a..=0x202e => 0,
        0x2060..=0x2069 | 0xfe00..=0xfe0f => 0,
        0x2018..=0x201a => 222,
        0x2013 => 556,
        0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xff60 => 1000,
        0x1_f000..=0x1_ffff | 0x2600..=0x27bf => 1400,
        _ => 760,
    }
}

/// A label that belongs at a height beside the plot.
pub(super) struct Aside {
    /// The class of its text.
    pub class: &'static str,
    /// Where its middle should be.
    pub at: i32,
    /// Its lines.
    pub lines: Vec<String>,
}

/// Returns the top of each label in a column, as near as can be to where it belongs, none over another.
///
/// The last labels are left out while there is not room for all.
pub(super) fn settle(mut asides: Vec<Aside>, line: i32, top: i32, bottom: i32) -> Vec<(i32, Aside)> {
    let height = |aside: &Aside| line * super::scale::count(aside.lines.len());
    asides.retain(|aside| !aside.lines.is_empty());
    while asides.iter().map(height).sum::<i32>() > bottom - top && asides.pop().is_some() {}
    asides.sort_by_key(|aside| aside.at);
    let mut placed: Vec<(i32, Aside)> = Vec::with_capacity(asides.len());
    let mut free = top;
    for aside in asides {
        let at = (aside.at - height(&aside) / 2).max(free);
        free = at + height(&aside);
        placed.push((at, aside));
    }
    let mut limit = bottom;
    for (at, aside) in placed.iter_mut().rev() {
        *at = (*at).min(limit - height(aside));
        limit = *at;
    }
    placed
}

/// A rectangle taken by a label, in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// The left edge.
    pub left: i32,
    /// The upper edge.
    pub top: i32,
    /// The right edge.
    pub right: i32,
    /// The lower edge.
    pub bottom: i32,
}

impl Area {
    /// Returns the area of a line of text that starts at a point of its baseline.
    pub(super) fn of(x: i32, baseline: i32, width: i32, em: i32) -> Self {
        Self { left: x, top: baseline - em * 3 / 4, right: x + width, bottom: baseline + em / 5 }
    }

    /// Returns whether two areas share a point inside.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_labels_fit_and_keep_letters_with_their_marks() {
        for text in [
            "Training through",
            "a\u{301}\u{301}bcdefghijklmnop",
            "跑步跑步跑步跑步跑步跑步",
            "עברית עברית עברית עברית",
            "",
        ] {
            for room in [0, 100, 300, 500, 2000] {
                let cut = shorten(text, 160, room);
                assert!(width(&cut, 160) <= room, "{text} in {room}: {cut}");
                for line in wrap(text, 160, room, 3) {
                    assert!(width(&line, 160) <= room, "{text} in {room}: {line}");
                }
            }
        }
        assert_eq!(shorten("Passive treatment", 160, 900), "Passive tr…");
        assert_eq!(wrap("Passive treatment", 160, 900, 2), ["Passive", "treatment"]);
        assert_eq!(wrap("5: the ceiling I set", 160, 1040, 3), ["5: the ceiling", "I set"]);
        assert_eq!(wrap("Median aus 7 Tagen", 160, 1120, 3), ["Median aus 7", "Tagen"]);
        assert_eq!(wrap("Median aus 7\u{a0}Tagen", 160, 1120, 3), ["Median aus", "7\u{a0}Tagen"]);
        assert_eq!(wrap("5: the ceiling my physio set", 160, 960, 3).join(" "), "5: the ceiling my physio set");
    }

    #[test]
    fn labels_beside_the_plot_never_overlap() {
        let asides = |n: i32| {
            (0..n).map(|i| Aside { class: "", at: 700 + i % 3, lines: vec!["a".into(), "b".into()] }).collect()
        };
        for n in 0..20 {
            let placed = settle(asides(n), 150, 0, 1000);
            assert_eq!(placed.len(), usize::try_from(n.min(3)).unwrap_or(0));
            assert!(placed.windows(2).all(|pair| pair[0].0 + 300 <= pair[1].0));
            assert!(placed.iter().all(|(at, _)| (0..=700).contains(at)));
        }
    }
}
