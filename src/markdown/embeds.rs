//! What stands in a text as a picture does and may be something else: `![[note]]`, `![[scan.pdf]]`, `![A run](run.mp4)`.

use super::ShownBy;
use pulldown_cmark::LinkType;

/// What is meant by what stands in a text as a picture does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Embed {
    /// Another text.
    Note,
    /// A file.
    Shown(ShownBy),
}

const VIDEO: [&str; 6] = ["m4v", "mkv", "mov", "mp4", "ogv", "webm"];
const AUDIO: [&str; 9] = ["3ga", "aac", "aif", "flac", "m4a", "mp3", "oga", "ogg", "opus"];
const SOUND_TOO: [&str; 2] = ["wav", "wma"];

/// Files that no element shows without loading more than them.
const FILES: [&str; 30] = [
    "7z", "csv", "doc", "docx", "epub", "fit", "gpx", "gz", "htm", "html", "ics", "json", "kml", "kmz", "numbers",
    "ods", "odt", "pages", "pdf", "ppt", "pptx", "rtf", "tar", "tcx", "tex", "tsv", "txt", "xls", "xlsx", "zip",
];

impl Embed {
    /// What an address or a name in double brackets means, by its ending.
    pub(super) fn of(link_type: LinkType, target: &str) -> Self {
        let wiki = matches!(link_type, LinkType::WikiLink { .. });
        let path = target.split(['#', '?']).next().unwrap_or(target);
        let ending = own_name(path).rsplit_once('.').map(|(_, ending)| ending.trim_end_matches('\\'));
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        let is = |known: &[&str]| known.contains(&ending.as_str());
        if is(&["md", "markdown"]) {
            return Self::Note;
        }
        if is(&VIDEO) {
            return Self::Shown(ShownBy::Video);
        }
        if is(&AUDIO) || is(&SOUND_TOO) {
            return Self::Shown(ShownBy::Audio);
        }
        if is(&FILES) {
            return Self::Shown(ShownBy::Link);
        }
        // `Week 3. Slow` has no ending, and neither has `[[2026.05.16]]`.
        let is_ending = (2..=5).contains(&ending.len())
            && ending.starts_with(|c: char| c.is_ascii_alphabetic())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric());
        let has_scheme = target.contains("://");
        if wiki && !is_ending && !has_scheme { Self::Note } else { Self::Shown(ShownBy::Picture) }
    }
}

/// The last part of a path, also of one in brackets.
pub(super) fn own_name(path: &str) -> &str {
    let path = path.trim_end_matches(['\\', ']', ')', '>']);
    let path = path.rsplit(['/', '[', '(', '<']).next().unwrap_or(path);
    if path.is_empty() { "…" } else { path }
}

/// The width and the height of a picture as typed.
pub(super) type Size = (Option<u32>, Option<u32>);

/// The words for a picture without the size behind them: `A kerb|300`, `300x200`.
pub(super) fn without_size(typed: &str) -> (&str, Size) {
    let (words, last) = typed.rsplit_once('|').unwrap_or(("", typed));
    let number = |digits: &str| {
        let pixels: u32 = digits.parse().ok().filter(|pixels| (1..=10_000).contains(pixels))?;
        digits.bytes().all(|b| b.is_ascii_digit()).then_some(pixels)
    };
    let last = last.trim();
    let size = match last.split_once('x') {
        Some((width, height)) => number(width).zip(number(height)).map(|(width, height)| (Some(width), Some(height))),
        None => number(last).map(|width| (Some(width), None)),
    };
    match size {
        Some(size) => (words.trim().trim_end_matches('\\').trim(), size),
        None => (typed, (None, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_from_words() {
        for (typed, words, size) in [
            ("300", "", (Some(300), None)),
            ("A kerb|300", "A kerb", (Some(300), None)),
            ("A kerb | 300x200", "A kerb", (Some(300), Some(200))),
            ("A kerb", "A kerb", (None, None)),
            ("day 3", "day 3", (None, None)),
            ("a|b", "a|b", (None, None)),
            ("0", "0", (None, None)),
        ] {
            assert_eq!(without_size(typed), (words, size), "{typed}");
        }
    }

    #[test]
    fn what_is_meant_is_told_by_the_ending() {
        let wiki = LinkType::WikiLink { has_pothole: false };
        for (target, expected) in [
            ("Knee MRI", Embed::Note),
            ("Knee MRI#Findings", Embed::Note),
            ("notes/2026.05.16", Embed::Note),
            ("Week 3. Slow", Embed::Note),
            ("a.md", Embed::Note),
            ("a.png", Embed::Shown(ShownBy::Picture)),
            ("a.b.MP4", Embed::Shown(ShownBy::Video)),
            ("a.m4a#t=10", Embed::Shown(ShownBy::Audio)),
            ("a.pdf", Embed::Shown(ShownBy::Link)),
            ("https://x.org/a", Embed::Shown(ShownBy::Picture)),
        ] {
            assert_eq!(Embed::of(wiki, target), expected, "{target}");
        }
        assert_eq!(Embed::of(LinkType::Inline, "photo"), Embed::Shown(ShownBy::Picture));
    }
}
