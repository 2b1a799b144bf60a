//! Tables: a caption, a head, rows, in that order.

use super::{Fitter, Room};
use crate::book::tree::{BookElement, BookNode};

/// The most columns or rows that a cell may take up.
const WIDEST: u32 = 1000;

/// The rows of a table by the part that they stand in.
#[derive(Debug, Default)]
struct TableRows<'a> {
    head: Vec<&'a BookElement>,
    body: Vec<&'a BookElement>,
    captions: Vec<&'a BookElement>,
}

impl<'a> TableRows<'a> {
    fn gather(&mut self, nodes: &'a [BookNode], in_head: bool) {
        for node in nodes {
            let BookNode::Element(part) = node else { continue };
            match part.name.as_str() {
                "caption" => self.captions.push(part),
                "tr" if in_head && self.body.is_empty() => self.head.push(part),
                "tr" => self.body.push(part),
                "thead" => self.gather(&part.children, true),
                _ => self.gather(&part.children, false),
            }
        }
    }
}

impl Fitter<'_> {
    pub(super) fn table(&mut self, element: &BookElement) {
        let mut rows = TableRows::default();
        rows.gather(&element.children, false);
        let has_cells = |row: &&BookElement| cells(row).next().is_some();
        rows.head.retain(has_cells);
        rows.body.retain(has_cells);
        if rows.head.is_empty() && rows.body.is_empty() {
            return self.write("div", element, |all| all.nodes(&element.children, Room::Blocks));
        }
        self.write("table", element, |all| {
            if let Some(caption) = rows.captions.first() {
                all.write("caption", caption, |all| all.nodes(&caption.children, Room::Words));
            }
            for (name, own) in [("thead", rows.head), ("tbody", rows.body)] {
                if own.is_empty() {
                    continue;
                }
                all.fitted.xhtml.push_str(&format!("<{name}>"));
                for row in own {
                    all.row(row);
                }
                all.close(name);
            }
        });
    }

    fn row(&mut self, row: &BookElement) {
        self.write("tr", row, |all| {
            for cell in cells(row) {
                all.cell(cell);
            }
        });
    }

    fn cell(&mut self, cell: &BookElement) {
        self.open(&cell.name, cell);
        for span in ["colspan", "rowspan"] {
            let cells = cell.attribute(span).and_then(|value| value.trim().parse::<u32>().ok());
            if let Some(cells) = cells.filter(|cells| (2..=WIDEST).contains(cells)) {
                self.attribute(span, &cells.to_string());
            }
        }
        let scope = cell.attribute("scope").filter(|scope| matches!(*scope, "row" | "col"));
        if let Some(scope) = scope.filter(|_| cell.name == "th") {
            self.attribute("scope", scope);
        }
        self.fitted.xhtml.push('>');
        // The head of a row has words only; a cell may hold more.
        self.nodes(&cell.children, if cell.name == "th" { Room::Words } else { Room::Blocks });
        self.close(&cell.name);
    }
}

fn cells(row: &BookElement) -> impl Iterator<Item = &BookElement> {
    row.children.iter().filter_map(|node| match node {
        BookNode::Element(cell) if matches!(cell.name.as_str(), "td" | "th") => Some(cell),
        _ => None,
    })
}
