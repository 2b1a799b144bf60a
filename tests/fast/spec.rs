//! GitHub's dialect and what else is read beyond CommonMark, as pulldown-cmark's own writer has it: tables, task lists,
//! strikethrough, footnotes' absence, alerts' absence. CommonMark itself is in the slow tier, whose examples are a package.

use crate::support::specification::{Example, check};
use pulldown_cmark::{Options, Parser, html};

/// Texts of what CommonMark does not have.
const TEXTS: &[&str] = &[
    "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
    "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
    "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
    "| abc | def |\n| --- | --- |\n| bar | baz |\n> quoted\n",
    "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
    "| abc | def |\n| --- |\n| bar |\n",
    "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
    "| abc | def |\n| --- | --- |\n",
    "| a |\n|:-|\n| `x` **y** [z](https://example.org/) |\n",
    "|  | b |\n|---|---|\n| 1 | 2 |\n",
    "a | b\n:--|--:\n1 | 2\n3 | 4\n",
    "text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\ntext\n",
    "- | a | b |\n  |---|---|\n  | 1 | 2 |\n",
    "> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
    "| ~~a~~ | <b>b</b> |\n|---|---|\n| &amp; | \\* |\n",
    "- [ ] foo\n- [x] bar\n",
    "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n",
    "1. [ ] one\n2. [X] two\n",
    "- [ ] **bold** and `code`\n",
    "- [ ]nothing\n- [y] nothing\n",
    "~~Hi~~ Hello, ~there~ world!\n",
    "This ~~has a\n\nnew paragraph~~.\n",
    "This will ~~~not~~~ strike.\n",
    "~~**both** of `them`~~\n",
    "a~~b~~c and ~~ d ~~\n",
    "* ~~x~~\n* y\n",
    "<https://example.org/a?b=c&d=e> and <me@example.org>\n",
    "~~[a](https://example.org/)~~ ![b](https://example.org/c.png)~~d~~\n",
    "Term\n: What it means\n: and more\n\nOther\n: thing\n",
    "# One\n\n## Two ~~three~~\n\n| a |\n|---|\n| b |\n",
];

/// What is read beyond CommonMark, but for what our writer shows in its own way (footnotes, alerts).
fn syntax() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_DEFINITION_LIST
}

#[test]
fn tables_tasks_and_strikethrough_come_out_as_the_library_writes_them() {
    let example = |(at, text): (usize, &&str)| {
        let mut out = String::new();
        html::push_html(&mut out, Parser::new_ext(text, syntax()));
        // Its writer marks alignment by a style, the specification by an attribute.
        for side in ["left", "center", "right"] {
            out = out.replace(&format!(" style=\"text-align: {side}\""), &format!(" align=\"{side}\""));
        }
        Example { number: at + 1, markdown: (*text).to_owned(), html: out }
    };
    let examples: Vec<Example> = TEXTS.iter().enumerate().map(example).collect();
    // The library writes a body without rows, which GitHub does not have.
    check(&examples, &[("a table without rows has no body", &[8])]);
}
