//! What long texts and marked summaries become on pages, in lists and in feeds.

use crate::support::{Project, main_of};

/// An entry with headings and a mark, of a few words more than a table of contents asks for.
fn long(summary: &str, words: usize) -> String {
    let text = "word ".repeat(words);
    format!(
        "-- content/journal/2020-08-03-long.md --\n---\ntitle: Long\n{summary}---\nOne *two*.\n\nThree.\n\n<!-- more -->\n\n\
         ## First \"part\"\n\n{text}\n\n### Inside\n\n## Last\n\nEnd.\n"
    )
}

#[test]
fn long_entries_and_pages_have_a_table_of_contents_and_short_ones_none() {
    let project = Project::new(&long("", 600));
    project.write("content/plain.md", project.read("content/journal/2020-08-03-long.md").replace("Long", "Plain"));
    project.build([]);
    let list = "<ol>\n<li><a href=\"#first-part\">First “part”</a><ol><li><a href=\"#inside\">Inside</a></li></ol></li>\n\
                <li><a href=\"#last\">Last</a></li>\n</ol>";
    for path in ["public/journal/long/index.html", "public/plain/index.html"] {
        let page = project.read(path);
        let start = page.find("<nav class=\"contents\"").expect("contents");
        let end = start + page[start..].find("</nav>").expect("the end of it");
        let lines: Vec<&str> = page[start..end].lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines.join("\n"),
            format!(
                "<nav class=\"contents\" aria-label=\"Contents\">\n<details><summary>Contents</summary>\n{list}\n</details>\n\
                 <div class=\"open\"><p>Contents</p>\n{list}\n</div>"
            ),
            "{path}"
        );
    }
    project.write("content/plain.md", "---\ntitle: Short\n---\n## a\n\n## b\n\n## c\n");
    project.build([]);
    assert!(!project.read("public/plain/index.html").contains("class=\"contents\""));
}

#[test]
fn what_stands_before_the_mark_is_the_summary_unless_one_is_written() {
    for (summary, shown) in [("", "One two. Three."), ("summary: Mine.\n", "Mine.")] {
        let project = Project::new(&long(summary, 20));
        project.build([]);
        let home = project.read("public/index.html");
        assert!(main_of(&home).contains(&format!("<p class=\"sum\">{shown}</p>")), "{home}");
        let page = project.read("public/journal/long/index.html");
        assert!(page.contains(&format!("<meta name=\"description\" content=\"{shown}\">")), "{page}");
        for (path, bytes) in project.tree("public") {
            assert!(!String::from_utf8_lossy(&bytes).contains("<!-- more"), "{path}");
        }
    }
}

#[test]
fn quotes_follow_the_language_of_the_site() {
    let project = Project::new("-- content/about.md --\n---\ntitle: Über\n---\n\"Geht's?\"\n");
    project.write("site.toml", format!("{}language = \"de-CH\"\n", crate::support::SETTINGS));
    project.build([]);
    assert!(project.read("public/about/index.html").contains("<p>«Geht’s?»</p>"));
}
