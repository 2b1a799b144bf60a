//! How much fits on a sheet: a model of lines, so that nothing depends on what a browser cuts off.
//!
//! Widths are those of a common sans font and a sixth more, since nobody knows which font a machine has; wider letters than in
//! the model can only be rarer than lines that are broken early. Heights are fixed by the stylesheet of the page. So the page never takes
//! more room than is counted here. All lengths are tenths of a point.

use super::table::{PageCell, PageColumn, PageTable};
use crate::chart::label_width;
use crate::fields::enum_words;
use serde::Serialize;

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 in.
    Letter,
}

enum_words!(Paper: A4 = "a4", Letter = "letter");

/// The size of letters; nothing on the page is smaller.
pub(super) const EM: i32 = 90;
/// The distance of lines.
pub(super) const LINE: i32 = 110;
/// The size of letters of the title, and the distance of its lines.
pub(super) const TITLE: (i32, i32) = (150, 180);
/// The space between the columns.
const GUTTER: i32 = 180;
/// What the heading of a table takes beside its lines.
const HEADING: i32 = 84;
/// The size of letters of a heading, which are bold, and the distance of its lines.
const HEAD: (i32, i32) = (100, 125);
/// What a row takes beside its lines.
const ROW: i32 = 16;
/// What a cell keeps free at its side.
const CELL: i32 = 40;
/// What the frame of a text takes at its sides.
pub(super) const AROUND: i32 = 120;

impl Paper {
    /// The room between the margins, wide and high, a little less than there is.
    pub(super) fn room(self) -> (i32, i32) {
        match self {
            Self::A4 => (5270, 7760),
            Self::Letter => (5430, 7260),
        }
    }

    /// The width of one of two columns.
    pub(super) fn column(self) -> i32 {
        (self.room().0 - GUTTER) / 2
    }
}

/// A table as it stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct FittedTable {
    pub title: String,
    pub note: String,
    /// Its columns; their heads may all be empty.
    pub columns: Vec<FittedColumn>,
    pub has_head: bool,
    pub rows: Vec<Vec<FittedCell>>,
    /// Rows that there was no room for.
    #[serde(skip)]
    pub left_out: usize,
    /// What says how many these are; empty where there is none.
    pub more: String,
    pub none: String,
    /// Texts that were shortened.
    #[serde(skip)]
    pub cut: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct FittedColumn {
    pub head: String,
    pub share: i32,
    pub figures: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct FittedCell {
    pub strong: String,
    pub text: String,
    pub figures: bool,
    #[serde(skip)]
    cut: bool,
}

/// The width of a text, wider than it will be.
fn wide(text: &str, em: i32, bold: bool) -> i32 {
    // A few signs are as wide as a word.
    let extra: i32 = text
        .chars()
        .map(|c| match u32::from(c) {
            0xfdfd => 12 * em,
            0xfdf0..=0xfdff | 0x2e3a | 0x2e3b | 0x1_2000..=0x1_254f => 3 * em,
            _ => 0,
        })
        .sum();
    label_width(text, em) * if bold { 126 } else { 117 } / 100 + extra
}

/// Lines of a cell or a paragraph: what stands in bold, then the rest.
fn lines(strong: &str, text: &str, em: i32, room: i32) -> usize {
    let (mut lines, mut at) = (1, 0);
    let bold = strong.split(is_space).map(|word| (word, true));
    for (word, bold) in bold.chain(text.split(is_space).map(|word| (word, false))).filter(|(word, _)| !word.is_empty())
    {
        let width = wide(word, em, bold);
        let space = if at > 0 { wide(" ", em, true) } else { 0 };
        if at + space + width <= room {
            at += space + width;
            continue;
        }
        lines += usize::from(at > 0);
        at = width;
        if width > room {
            // It breaks between any two letters, the widest of which may be left over at each line's end.
            let per_line = (room - 2 * em).max(em);
            lines += usize::try_from(width / per_line).unwrap_or(0);
            at = room;
        }
    }
    lines
}

/// A text in at most so many lines, cut at a word with an ellipsis; and whether it was cut.
pub(super) fn cut(strong: &str, text: &str, em: i32, room: i32, most: usize) -> (String, bool) {
    let text = with_one_space(text);
    if lines(strong, &text, em, room) <= most {
        return (text, false);
    }
    let fits = |end: usize| lines(strong, &ended(&text[..end]), em, room) <= most;
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let whole = spaces.partition_point(|at| fits(*at));
    let end = match whole.checked_sub(1).and_then(|at| spaces.get(at)) {
        Some(end) => *end,
        None => {
            let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let fitting = letters.partition_point(|at| fits(*at));
            fitting.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(0)
        }
    };
    (ended(&text[..end]), true)
}

/// A beginning of a text with the sign that it goes on.
fn ended(text: &str) -> String {
    format!("{}…", text.trim_end_matches(|c: char| c.is_whitespace() || ",;:.–—…".contains(c)))
}

/// A text with one space between words, without what no page may hold.
fn with_one_space(text: &str) -> String {
    let allowed = crate::text::allowed(text);
    allowed.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a line may break at a sign.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

/// Texts side by side in a paragraph of at most so many lines, and how high it is.
pub(super) fn paragraph(parts: &[String], room: i32, most: usize) -> (String, i32, bool) {
    let (text, was_cut) = cut("", &parts.join(" "), EM, room, most);
    let height = if text.is_empty() { 0 } else { height_of(lines("", &text, EM, room)) };
    (text, height, was_cut)
}

/// A title in at most two lines, and how high it is.
pub(super) fn title(text: &str, room: i32) -> (String, i32, bool) {
    let (em, line) = TITLE;
    // Its letters are bold.
    let (text, was_cut) = cut("", text, em * 11 / 10, room, 2);
    let n = lines("", &text, em * 11 / 10, room);
    (text, i32::try_from(n).unwrap_or(2) * line, was_cut)
}

fn height_of(lines: usize) -> i32 {
    i32::try_from(lines).unwrap_or(1).saturating_mul(LINE)
}

/// A table that is measured: all of its rows as they would stand, each with its height.
struct MeasuredTable {
    fitted: FittedTable,
    rows: Vec<(Vec<FittedCell>, i32)>,
    /// What it takes without any row.
    fixed: i32,
    first: usize,
    pressing: bool,
    shown: usize,
}

impl MeasuredTable {
    fn of(table: &PageTable, width: i32) -> Self {
        let mut fitted = FittedTable { title: table.title.clone(), ..FittedTable::default() };
        let none = if table.rows.is_empty() { table.none.as_str() } else { "" };
        let (em, line) = HEAD;
        let mut fixed = HEADING + i32::try_from(lines(&table.title, none, em, width)).unwrap_or(1) * line;
        let (note, height, was_cut) = paragraph(std::slice::from_ref(&table.note), width - CELL, 3);
        fixed += height;
        fitted.cut += usize::from(was_cut);
        fitted.note = note;
        let room = |column: &PageColumn| width * column.share / 100 - CELL;
        if table.rows.is_empty() {
            fitted.none.clone_from(&table.none);
        } else {
            let heads = table.columns.iter().map(|column| {
                // A head may take a line more than here where letters are wider, and is whole.
                cut("", &column.head, EM * 100 / 117, room(column), 2).0
            });
            fitted.columns = heads
                .zip(&table.columns)
                .map(|(head, column)| FittedColumn { head, share: column.share, figures: column.figures })
                .collect();
            fitted.has_head = fitted.columns.iter().any(|column| !column.head.is_empty());
            let heads = fitted.columns.iter().zip(&table.columns);
            let most = heads.map(|(shown, column)| lines("", &shown.head, EM, room(column))).max().unwrap_or(1);
            fixed += if fitted.has_head { height_of(most) + ROW } else { 0 };
        }
        let rows = table.rows.iter().map(|row| measured_row(row, &table.columns, room)).collect();
        Self { fitted, rows, fixed, first: table.first, pressing: table.pressing, shown: 0 }
    }

    /// What it takes with so many rows, and the line that counts the others.
    fn height(&self, shown: usize) -> i32 {
        let rows: i32 = self.rows.iter().take(shown).map(|(_, height)| height).sum();
        self.fixed + rows + if shown < self.rows.len() { LINE + ROW } else { 0 }
    }

    fn done(self) -> FittedTable {
        let left_out = self.rows.len() - self.shown;
        let rows: Vec<Vec<FittedCell>> = self.rows.into_iter().take(self.shown).map(|(row, _)| row).collect();
        let cut = self.fitted.cut + rows.iter().flatten().filter(|cell| cell.cut).count();
        FittedTable { rows, left_out, cut, ..self.fitted }
    }
}

fn measured_row(row: &[PageCell], columns: &[PageColumn], room: impl Fn(&PageColumn) -> i32) -> (Vec<FittedCell>, i32) {
    let mut most = 1;
    let cell = |(cell, column): (&PageCell, &PageColumn)| {
        let (text, was_cut) = cut(&cell.strong, &cell.text, EM, room(column), column.lines);
        most = most.max(lines(&cell.strong, &text, EM, room(column)));
        FittedCell { strong: cell.strong.clone(), text, figures: column.figures, cut: was_cut || cell.cut }
    };
    let cells = row.iter().zip(columns).map(cell).collect();
    (cells, height_of(most) + ROW)
}

/// What tables take one below the other with all of their rows.
pub(super) fn whole(tables: &[PageTable], width: i32) -> i32 {
    let all = tables.iter().map(|table| MeasuredTable::of(table, width));
    all.map(|table| table.height(table.rows.len())).sum()
}

/// Moves tables that may be moved to the column before, as long as these lack room where they are, and there is room there.
pub(super) fn balance(
    left: &mut Vec<PageTable>,
    right: &mut Vec<PageTable>,
    width: i32,
    (left_room, right_room): (i32, i32),
) {
    while whole(right, width) > right_room {
        let used = whole(left, width);
        let fits = |table: &PageTable| used + whole(std::slice::from_ref(table), width) <= left_room;
        let Some(at) = right.iter().position(|table| table.moves && fits(table)) else { return };
        left.push(right.remove(at));
    }
}

/// As many rows of some tables as fit one below the other into a height: first those of pressing tables, then those that each
/// gets before the others get more, then one after the other in turn.
pub(super) fn column(tables: &[PageTable], width: i32, height: i32) -> Vec<FittedTable> {
    let mut all: Vec<MeasuredTable> = tables.iter().map(|table| MeasuredTable::of(table, width)).collect();
    let mut used: i32 = all.iter().map(|table| table.height(0)).sum();
    let mut grow = |all: &mut [MeasuredTable], most: &dyn Fn(&MeasuredTable) -> usize| {
        loop {
            let mut grew = false;
            for table in all.iter_mut().filter(|table| table.shown < most(table).min(table.rows.len())) {
                let more = table.height(table.shown + 1) - table.height(table.shown);
                if used + more <= height {
                    (used, table.shown, grew) = (used + more, table.shown + 1, true);
                }
            }
            if !grew {
                return;
            }
        }
    };
    grow(&mut all, &|table| if table.pressing { table.first } else { 0 });
    grow(&mut all, &|table| table.first);
    grow(&mut all, &|table| table.rows.len());
    all.into_iter().map(MeasuredTable::done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 7] = [
        "",
        "Hips and hamstrings, twice a week, and never on the day before a long run.",
        "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
        "跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步跑步",
        "ألم في أوتار الركبة بعد كل جري طويل، ولا شيء في الصباح التالي من ذلك كله",
        "one\u{a0}two\u{a0}three\u{a0}four\u{a0}five\u{a0}six\u{a0}seven\u{a0}eight\u{a0}nine\u{a0}ten\u{a0}eleven",
        "﷽﷽﷽ 🏃🏃🏃🏃🏃🏃🏃 a\u{301}\u{301}\u{301}\n\n\tb\u{1}",
    ];

    #[test]
    fn a_text_takes_no_more_lines_than_it_may_and_is_cut_at_a_word() {
        for text in TEXTS {
            for room in [200, 400, 1100, 2600] {
                for most in 1..5 {
                    let (shown, was_cut) = cut("", text, EM, room, most);
                    assert!(lines("", &shown, EM, room) <= most || shown == "…", "{text} in {room}, {most}: {shown}");
                    assert_eq!(was_cut, shown.ends_with('…'), "{text} in {room}, {most}: {shown}");
                }
            }
        }
        assert_eq!(cut("", "one two,  three\nfour", EM, 550, 1), ("one two…".to_owned(), true));
        assert_eq!(cut("", "one two,  three\nfour", EM, 2600, 1), ("one two, three four".to_owned(), false));
        assert_eq!(cut("", "Donaudampfschiff", EM, 400, 1).0, "Donau…");
    }

    /// A table of so many rows with texts of several lengths.
    fn table(rows: usize, first: usize) -> PageTable {
        let row = |at: usize| vec![PageCell::from(TEXTS[at % TEXTS.len()]), PageCell::from(at.to_string())];
        PageTable {
            title: "Title".to_owned(),
            columns: vec![PageColumn::words("", 70, 1 + rows % 3), PageColumn::figures("n", 30)],
            rows: (0..rows).map(row).collect(),
            none: "none".to_owned(),
            first,
            ..PageTable::default()
        }
    }

    #[test]
    fn tables_never_take_more_than_there_is_and_count_what_they_leave_out() {
        for sizes in [vec![0], vec![1], vec![300], vec![5, 0, 300, 2], vec![40; 8], vec![]] {
            for height in [4000, 4500, 6000, 7000] {
                let tables: Vec<PageTable> = sizes.iter().map(|rows| table(*rows, 2)).collect();
                let fitted = column(&tables, 2500, height);
                let mut used = 0;
                for (shown, table) in fitted.iter().zip(&tables) {
                    assert_eq!(shown.rows.len() + shown.left_out, table.rows.len());
                    let measured = MeasuredTable::of(table, 2500);
                    used += measured.height(shown.rows.len());
                    let next = measured.height(shown.rows.len() + 1) - measured.height(shown.rows.len());
                    assert!(shown.left_out == 0 || next > 0);
                }
                assert!(used <= height, "{sizes:?} in {height}: {used}");
            }
        }
        // Whoever comes first gets no more than its first rows before the others have theirs.
        let shown: Vec<usize> =
            column(&[table(50, 3), table(2, 2)], 2500, 1500).iter().map(|table| table.rows.len()).collect();
        assert_eq!(shown[1], 2);
    }

    #[test]
    fn a_table_moves_only_to_where_there_is_room() {
        let moving = |rows| PageTable { moves: true, ..table(rows, 2) };
        let moved = |left: usize, right: [PageTable; 2], rooms: (i32, i32)| {
            let (mut left, mut right) = (vec![table(left, 2)], right.to_vec());
            balance(&mut left, &mut right, 2500, rooms);
            (left.len(), right.len())
        };
        assert_eq!(moved(1, [table(9, 2), moving(9)], (6000, 9000)), (1, 2), "there is room");
        assert_eq!(moved(1, [table(9, 2), moving(9)], (6000, 2000)), (2, 1));
        assert_eq!(moved(90, [table(9, 2), moving(9)], (6000, 2000)), (1, 2), "there is none on the other side");
        assert_eq!(moved(1, [table(9, 2), table(9, 2)], (6000, 2000)), (1, 2), "none may move");
    }
}
