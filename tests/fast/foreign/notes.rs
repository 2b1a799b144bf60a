//! Notes of Obsidian and Logseq.

use super::{DAY_FIRST, READ_LOGSEQ, READ_OBSIDIAN as READ, all_of, text_of, tree};
use crate::support::golden;

pub(super) const OBSIDIAN: &str = r#"-- .obsidian/templates.json --
{"folder": "Forms"}
-- .obsidian/workspace.md --
SECRET
-- Daily/2024-05-16.md --
---
tags: run, calf
mood: 7
energy: 99
bloodpressure: 180/118
aliases: [The good day]
---
pain:: 2/2/3
- sessions:: run 5k 30:00
- sessions:: walk 2 km
Slept [sleep:: 7.5] hours, felt (feeling:: fine). #physio #weight:72kg

![[tram.png|300]] ![[tram.png|A tram]] ![[plan.pdf]] ![[lost.png]] ![[Physio]]

See [[Physio]], [[Physio#First visit|the visit]], [[2024-05-17|tomorrow]], [[Nobody]], [[#here]], [[Physio#^a1b2]] and `[[code]]`.

| a | b |
|---|---|
| [[Physio\|P]] | 1 |

> [!tip]- Folded
> Text.

A line. ^a1b2

%%SECRET%%

```dataview
LIST
```
Now <% tp.date.now() %>.
-- Daily/2024-05-17 Long walk.md --
Walked. [[The good day]] ![alt](tram.png) [rel](../Physio.md)
-- Daily/16.05.2023.md --
One.
-- Daily/D-20230517.md --
Two.
-- Daily/2023-05-18-Thursday.md --
Three.
-- Daily/2023_05_19.md --
Four.
-- Daily/06-05-2023.md --
Five.
-- Daily/2023-05-20.md --
---
publish: false
---
Six.
-- Daily/2023-05-21.md --
private:: true
SECRET.
-- Daily/2023-05-22.md --
SECRET #private
-- Personal/2023-05-23.md --
SECRET.
-- Physio.md --
# First visit
SECRET address.
-- Public.md --
---
publish: true
---
For all.
-- Forms/2024-01-01.md --
SECRET template.
-- Templates/Day.md --
SECRET template.
-- files/tram.png --
-- files/plan.pdf --
-- files/unused.png --
"#;

pub(super) const LOGSEQ: &str = r#"-- logseq/config.md --
SECRET
-- journals/2024_05_16.md --
pain:: 2

- # Morning
- Ran with [[Ann]] and #[[slow runs]]. #calf
	- it held ((64a0b1c2-1111-2222-3333-444455556666))
	  id:: 64a0b1c2-1111-2222-3333-444455557777
	- sessions:: run 5k 30:00
- TODO call the physio
  collapsed:: true
- {{query (todo TODO)}} {{video https://example.org/v}}
- ![tram](../assets/tram.png){:height 300, :width 200}
- #+BEGIN_QUOTE
  Wise.
  #+END_QUOTE
- See [[May 15th, 2024]].
-- journals/2024_05_15.md --
- The day before.
-- journals/notes.md --
- SECRET
-- pages/Ann.md --
- SECRET
-- pages/Runs___Slow.md --
public:: true
title:: Slow runs

- All about them.
- More.
-- assets/tram.png --
"#;

#[test]
fn a_vault_comes_whole() {
    golden("import/obsidian.txt", &all_of(READ, &tree(OBSIDIAN)));
}

#[test]
fn a_graph_comes_whole() {
    golden("import/logseq.txt", &all_of(READ_LOGSEQ, &tree(LOGSEQ)));
}

#[test]
fn the_order_of_a_date_is_told_by_the_option_the_settings_or_another_name() {
    let doubtful = "-- 06-05-2023.md --\nOne.";
    let path = |all: &str| all.lines().next().unwrap_or_default().to_owned();
    assert_eq!(path(&all_of(READ, &tree(doubtful))), "== content/06-05-2023.md (Page, draft) from 06-05-2023.md");
    let day = "== content/journal/2023-05-06.md (Entry) from 06-05-2023.md";
    assert_eq!(path(&all_of(DAY_FIRST, &tree(doubtful))), day);
    let set = format!("-- .obsidian/daily-notes.json --\n{{\"format\": \"DD-MM-YYYY\"}}\n{doubtful}");
    assert_eq!(path(&all_of(READ, &tree(&set))), day);
    let other = format!("{doubtful}\n-- 16-05-2023.md --\nTwo.");
    assert_eq!(path(&all_of(READ, &tree(&other))), day);
}

#[test]
fn fields_become_front_matter_only_where_they_are_read() {
    let note = "-- 2024-05-16.md --\npain:: 3\n**Resting HR**:: 52\nmood:: 11\nMake-Progress:: 90\n```\npain:: 4\n```\na [pain:: 5] b";
    let expected = "---\ndate: 2024-05-16\npain: 3\nresting_hr: 52\n---\n\nmood:: 11\nMake-Progress:: 90\n```\npain:: 4\n```\na [pain:: 5] b\n";
    assert_eq!(text_of(READ, &tree(note), "2024-05-16.md"), expected);
}
