//! What a day becomes: what is understood of it, and the text that is left.

use super::DayBook;
use super::item_reader::{DayItems, fits_front_matter, is_labelled};
use crate::entry::{LineForm, PageLine, behind_sign};
use jiff::civil::Date;

/// The longest line that is a note of the log and no entry of its own, in bytes.
const LONGEST_NOTE: usize = 400;

/// Whether a day is for everybody.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum KeptBack {
    /// It is.
    #[default]
    No,
    /// Nobody may see it.
    Private,
    /// It is kept back, and isn't counted.
    Draft,
}

/// The text of a day that isn't understood.
#[derive(Clone, Debug, PartialEq)]
pub enum DayText {
    /// Short ones, each with its place, for the quotation marks of a line.
    Notes(Vec<(String, String)>),
    /// More than that: markdown, and how many lines of it have words.
    Prose(String, usize),
}

/// A day of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct DiaryDay {
    /// The day.
    pub date: Date,
    /// Where it stands: `diary.md:12`.
    pub place: String,
    /// The words beside its date.
    pub title: String,
    /// What was understood, as items of the log.
    pub items: Vec<String>,
    /// What wasn't.
    pub text: DayText,
    /// Whether it is for everybody.
    pub kept: KeptBack,
}

impl DiaryDay {
    /// Whether it says anything at all.
    pub(super) fn says_something(&self) -> bool {
        !self.items.is_empty() || !self.title.is_empty() || self.text != DayText::Notes(Vec::new())
    }
}

/// A day as it stands in a text.
#[derive(Debug)]
pub(super) struct RawDay<'t> {
    pub(super) date: Date,
    pub(super) number: usize,
    pub(super) words: String,
    pub(super) body: Vec<PageLine<'t>>,
    /// Whether its date and its first words are one line of text.
    pub(super) is_line: bool,
    /// Whether its date is the first of several, for which nothing in it can be counted.
    pub(super) several: bool,
    pub(super) indent: usize,
    pub(super) kept: KeptBack,
}

impl<'t> RawDay<'t> {
    pub(super) fn push(&mut self, line: PageLine<'t>) {
        if line.form == LineForm::Underline && self.body.is_empty() {
            return;
        }
        self.kept = self.kept.max(KeptBack::of_line(line.text));
        self.body.push(line);
    }
}

impl DayBook<'_> {
    pub(super) fn made(&self, raw: &RawDay<'_>) -> DiaryDay {
        let (gathered, left, titled) = self.sift(raw, |_| true);
        let titled = titled && !is_mark(&raw.words, raw.kept);
        let title = if titled { raw.words.clone() } else { String::new() };
        let place = self.at_line(raw.number);
        let day = DiaryDay {
            date: raw.date,
            place,
            title,
            items: gathered.0,
            text: DayText::Notes(Vec::new()),
            kept: raw.kept,
        };
        let words: Vec<&&PageLine<'_>> = left.iter().filter(|line| !line.is_blank() && !is_rule(line.text)).collect();
        match words.as_slice() {
            [] => return day,
            [only] if raw.is_line && is_note(only) => {
                let note = behind_sign(only.text).0.trim().to_owned();
                return DiaryDay { text: DayText::Notes(vec![(self.at_line(only.number), note)]), ..day };
            }
            _ => {}
        }
        // What front matter has no key for stays text there, but for a morning, which a line can have.
        let fits = |items: &str| fits_front_matter(items) || items.starts_with("morning ") && !items.contains(',');
        let (gathered, left, _) = self.sift(raw, fits);
        let (text, n) = prose(&left, raw.indent);
        let title = if is_mark(&raw.words, raw.kept) { String::new() } else { raw.words.clone() };
        DiaryDay { items: gathered.0, title, text: DayText::Prose(text, n), ..day }
    }

    /// What is understood of a day, the lines that are left, and whether its words are a title and no items.
    fn sift<'r, 't>(
        &self,
        raw: &'r RawDay<'t>,
        fits: impl Fn(&str) -> bool,
    ) -> (DayItems, Vec<&'r PageLine<'t>>, bool) {
        let mut gathered = DayItems::default();
        let mut left = Vec::new();
        let mut state = SiftState { leads: true, below: false, below_lead: false, blank: true };
        for (at, line) in raw.body.iter().enumerate() {
            if is_mark(line.text, raw.kept) {
                continue;
            }
            if state.may_be_items(line, raw.body.get(at + 1), raw.indent) && !raw.several {
                let mut more = DayItems::default();
                let fits = self.reader.take(raw.date, line.text, &mut more) && fits(&more.line());
                if fits && self.reader.take(raw.date, line.text, &mut gathered) {
                    continue;
                }
            }
            state.leave(line);
            left.push(line);
        }
        // A title such as `Run` is no second run beside the one that is told below it.
        let says_how_much = raw.words.contains(|c: char| c.is_ascii_digit()) || raw.body.iter().all(PageLine::is_blank);
        let items = !raw.words.is_empty() && gathered.0.is_empty() && says_how_much;
        let mut own = DayItems::default();
        let taken = items && !raw.several && self.reader.take(raw.date, &raw.words, &mut own) && fits(&own.line());
        let titled = !raw.words.is_empty() && !taken;
        (if taken { own } else { gathered }, left, titled)
    }
}

/// What the lines before one say of it.
struct SiftState {
    /// Whether all of its paragraph so far was understood.
    leads: bool,
    /// Whether a heading of the day's own stands above.
    below: bool,
    /// Whether a line that ends in a colon leads to it: `Plan for tomorrow:`.
    below_lead: bool,
    blank: bool,
}

impl SiftState {
    fn may_be_items(&mut self, line: &PageLine<'_>, next: Option<&PageLine<'_>>, indent: usize) -> bool {
        let (_, is_item) = behind_sign(line.text);
        let set_in = line.indent().saturating_sub(if line.text.starts_with(' ') { indent } else { 0 });
        if self.blank && !is_item && line.form == LineForm::Words && set_in < 2 {
            self.below_lead = false;
        }
        let goes_on = next.is_some_and(|next| !next.is_blank() && next.indent() > line.indent() + 1);
        let fits = line.form == LineForm::Words && !line.aside && set_in < 2 && !(is_item && goes_on);
        let is_own = is_item || is_labelled(line.text) || self.leads;
        fits && is_own && !self.below && !self.below_lead
    }

    fn leave(&mut self, line: &PageLine<'_>) {
        self.blank = line.is_blank();
        self.leads = self.blank;
        self.below |= matches!(line.form, LineForm::Heading(..));
        self.below_lead |= line.text.trim_end().trim_end_matches(['*', '_']).ends_with(':');
    }
}

/// `private` or `draft` and nothing else, where a key says it in what is written.
fn is_mark(line: &str, kept: KeptBack) -> bool {
    let word = line.trim().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    word == "private" && kept == KeptBack::Private || word == "draft" && kept == KeptBack::Draft
}

/// A line that parts what stands above from what stands below.
pub(super) fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let first = signs.next();
    matches!(first, Some('-' | '*' | '_' | '=')) && signs.clone().count() >= 2 && signs.all(|c| Some(c) == first)
}

/// Whether a line is words alone, and short enough for a note.
fn is_note(line: &PageLine<'_>) -> bool {
    let text = behind_sign(line.text).0;
    let is_markup = text.starts_with(['>', '|', '<']) || text.contains("![") || text.contains("](");
    line.form == LineForm::Words && !line.aside && !is_markup && text.len() <= LONGEST_NOTE
}

/// Lines as a text of its own, and how many have words.
fn prose(lines: &[&PageLine<'_>], indent: usize) -> (String, usize) {
    let edge = |line: &&&PageLine<'_>| line.is_blank() || line.form != LineForm::Verbatim && is_rule(line.text);
    let skip = lines.iter().take_while(edge).count();
    let end = lines.len() - lines[skip..].iter().rev().take_while(edge).count();
    let mut text = String::new();
    let mut blank = None;
    for line in &lines[skip..end] {
        let is_gap = line.is_blank();
        // One blank line is left of two between which something was understood.
        if !(is_gap && blank.is_some_and(|number| line.number > number + 1)) {
            let set_in = line.text.bytes().take(indent).take_while(|b| *b == b' ').count();
            text.push_str(line.text[set_in..].trim_end_matches(|c: char| is_gap && c.is_whitespace()));
            text.push('\n');
        }
        blank = is_gap.then_some(line.number);
    }
    (text, lines[skip..end].iter().filter(|line| !line.is_blank()).count())
}
