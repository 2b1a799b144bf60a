//! Logseq's outline as markdown: its outermost bullets are paragraphs, those below them lists.

/// A block: a bullet with the lines that belong to it.
#[derive(Clone, Debug, PartialEq)]
struct Block {
    depth: usize,
    lines: Vec<String>,
}

/// Marks of tasks, and whether each is done.
const TASKS: [(&str, bool); 10] = [
    ("TODO", false),
    ("DOING", false),
    ("LATER", false),
    ("NOW", false),
    ("WAITING", false),
    ("WAIT", false),
    ("IN-PROGRESS", false),
    ("DONE", true),
    ("CANCELED", true),
    ("CANCELLED", true),
];

/// The text of an outline; a text without bullets stays as it is.
pub(super) fn unfolded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut was_list = false;
    for block in blocks(text) {
        let lines = without_drawers(&block.lines);
        if lines.iter().all(|line| line.trim().is_empty()) {
            continue;
        }
        let (task, lines) = as_task(lines);
        let is_list = block.depth > 0 || task;
        if !(out.is_empty() || is_list && was_list) {
            out.push('\n');
        }
        was_list = is_list;
        let indent = "  ".repeat(block.depth.saturating_sub(1));
        for (number, line) in lines.iter().enumerate() {
            let sign = match (is_list, number) {
                (false, _) => "",
                (true, 0) => "- ",
                (true, _) => "  ",
            };
            let line = format!("{indent}{sign}{line}");
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut in_fence = false;
    for line in text.lines() {
        let (depth, rest) = indented(line);
        let bullet = rest.strip_prefix("- ").or_else(|| (rest == "-").then_some(""));
        match (bullet, blocks.last_mut()) {
            (Some(first), _) if !in_fence => blocks.push(Block { depth, lines: vec![first.to_owned()] }),
            (_, Some(block)) => {
                let line = without_indent(line, block.depth);
                block.lines.push(line.to_owned());
            }
            // Lines above the first bullet.
            (_, None) => blocks.push(Block { depth: 0, lines: vec![rest.to_owned()] }),
        }
        let fence = bullet.unwrap_or(rest).trim_start();
        if fence.starts_with("```") || fence.starts_with("~~~") {
            in_fence = !in_fence;
        }
    }
    blocks
}

/// How deep a line stands, and what stands there.
fn indented(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches([' ', '\t']);
    let blanks = &line[..line.len() - rest.len()];
    let tabs = blanks.matches('\t').count();
    (tabs + (blanks.len() - tabs) / 2, rest)
}

/// A line of a block without what indents it: a tab or two spaces a level, and two spaces for the bullet.
fn without_indent(line: &str, depth: usize) -> &str {
    let mut rest = line;
    for _ in 0..depth {
        rest = rest.strip_prefix('\t').or_else(|| rest.strip_prefix("  ")).unwrap_or(rest);
    }
    rest.strip_prefix("  ").or_else(|| rest.strip_prefix('\t')).unwrap_or(rest)
}

/// Lines without what the program keeps of times.
fn without_drawers(lines: &[String]) -> Vec<String> {
    let mut inside = false;
    let mut kept = Vec::new();
    for line in lines {
        let plain = line.trim();
        if plain == ":LOGBOOK:" {
            inside = true;
        }
        if !inside && !plain.starts_with("SCHEDULED: <") && !plain.starts_with("DEADLINE: <") {
            kept.push(line.clone());
        }
        if plain == ":END:" {
            inside = false;
        }
    }
    kept
}

/// A task as an item with a box; whether it is one.
fn as_task(mut lines: Vec<String>) -> (bool, Vec<String>) {
    let Some(first) = lines.first_mut() else { return (false, lines) };
    let task =
        TASKS.iter().find_map(|(word, done)| Some((first.strip_prefix(word)?.strip_prefix(' ')?.to_owned(), *done)));
    match task {
        Some((rest, done)) => {
            *first = format!("[{}] {rest}", if done { "x" } else { " " });
            (true, lines)
        }
        None => (false, lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_are_paragraphs_and_lists() {
        let typed = "\
- # Morning
- Ran for the **tram**.
  Twice.
\t- it held
\t\t- and again
\t\t  in the rain
\t- DONE stairs
- TODO call the physio
- ```
  - no bullet
  ```
-
- After.
  :LOGBOOK:
  CLOCK: [2021-01-01]
  :END:
";
        let expected = "\
# Morning

Ran for the **tram**.
Twice.

- it held
  - and again
    in the rain
- [x] stairs
- [ ] call the physio

```
- no bullet
```

After.
";
        assert_eq!(unfolded(typed), expected);
        assert_eq!(unfolded("No outline.\n\nAt all.\n"), "No outline.\n\nAt all.\n");
    }
}
