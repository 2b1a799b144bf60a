//! Tables and lists of definitions.
//!
//! Written by hand: the library writes no table without a row of headings, and most of WordPress's have none.

use super::blocks::DEFINITION;
use super::dom;
use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, Node};
use std::rc::Rc;

/// A table in markdown; its first row is that of headings, an empty one where it has none.
pub(super) fn table(handlers: &dyn Handlers, element: &Element<'_>) -> Option<HandlerResult> {
    let rows: Vec<Rc<Node>> =
        dom::all(element.node, "tr").into_iter().filter(|row| is_own(row, element.node)).collect();
    let cells = |row: &Rc<Node>| {
        let children = row.children.borrow();
        let cells = children.iter().filter(|node| matches!(dom::tag(node), "td" | "th"));
        cells.map(|cell| one_line(&handlers.walk_children(cell).content)).collect::<Vec<_>>()
    };
    let mut lines: Vec<Vec<String>> = rows.iter().map(cells).filter(|cells| !cells.is_empty()).collect();
    let caption = element.node.children.borrow().iter().find(|node| dom::tag(node) == "caption").cloned();
    let caption = caption.map(|caption| handlers.walk_children(&caption).content.trim().to_owned());
    let caption = caption.filter(|caption| !caption.is_empty()).map(|caption| format!("{caption}\n\n"));
    let wide = lines.iter().map(Vec::len).max().unwrap_or(0);
    // A table in a table, and one that holds a single cell, is layout.
    if wide < 2 && lines.len() < 2 || dom::is_in(element.node, &["td", "th"]) {
        let all = lines.concat().join(" ");
        return Some(format!("\n\n{}{}\n\n", caption.unwrap_or_default(), all.replace("\\|", "|")).into());
    }
    let is_heading = |row: &Rc<Node>| {
        let in_head = dom::parent(row).is_some_and(|node| dom::tag(&node) == "thead");
        let children = row.children.borrow();
        let mut cells = children.iter().filter(|node| matches!(dom::tag(node), "td" | "th"));
        in_head || cells.all(|cell| dom::tag(cell) == "th")
    };
    if !rows.first().is_some_and(is_heading) {
        lines.insert(0, vec![String::new(); wide]);
    }
    let mut out = String::from("\n\n");
    out.push_str(&caption.unwrap_or_default());
    for (at, mut cells) in lines.into_iter().enumerate() {
        cells.resize(wide, String::new());
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if at == 0 {
            out.push_str(&format!("|{}\n", " --- |".repeat(wide)));
        }
    }
    out.push('\n');
    Some(out.into())
}

/// Whether a row is a table's own and none of a table inside of it; so with lists of definitions.
fn is_own(row: &Rc<Node>, table: &Rc<Node>) -> bool {
    let mut above = dom::parent(row);
    while let Some(node) = above {
        if dom::tag(&node) == dom::tag(table) {
            return Rc::ptr_eq(&node, table);
        }
        above = dom::parent(&node);
    }
    false
}

/// The text of a cell, which has no lines.
fn one_line(content: &str) -> String {
    let paragraphs = content.trim().split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let paragraphs: Vec<String> = paragraphs.filter(|part| !part.is_empty()).collect();
    paragraphs.join("<br>").replace('|', "\\|")
}

/// A list of definitions as markdown has it.
pub(super) fn definitions(handlers: &dyn Handlers, element: &Element<'_>) -> Option<HandlerResult> {
    let mut out = String::from("\n\n");
    let mut had_definition = false;
    let nodes = dom::below(element.node).into_iter().filter(|node| matches!(dom::tag(node), "dt" | "dd"));
    for node in nodes.filter(|node| is_own(node, element.node)) {
        let content = handlers.walk_children(&node).content;
        let content = content.trim();
        if content.is_empty() {
            continue;
        }
        if dom::tag(&node) == "dt" {
            if had_definition {
                out.push('\n');
            }
            out.push_str(&content.split_whitespace().collect::<Vec<_>>().join(" "));
            out.push('\n');
            had_definition = false;
        } else {
            let lines = content.lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
            out.push_str(&format!("{DEFINITION} {}\n", lines.collect::<Vec<_>>().join("\n").trim_start()));
            had_definition = true;
        }
    }
    out.push('\n');
    Some(out.into())
}
