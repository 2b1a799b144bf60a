//! The theme's files: each stands at an address that names its bytes.

use crate::support::{Project, SETTINGS};

const THEME: &str = "
-- content/journal/2020-08-14-a.md --
Words.
-- themes/trailhead/static/style.css --
@import \"more.css\";
@font-face { src: url(fonts/a.woff2) }
b { background: url(/fonts/a.woff2?x#y), url(data:image/png;base64,AA==), url(//example.org/humans.txt) }
-- themes/trailhead/static/more.css --
@import url(style.css);
-- themes/trailhead/static/fonts/a.woff2 --
font
-- themes/trailhead/static/humans.txt --
me
";

/// The name of the only file of the output that starts and ends so.
#[track_caller]
fn named(project: &Project, start: &str, end: &str) -> String {
    let tree = project.tree("public");
    let mut found = tree.keys().filter(|path| path.starts_with(start) && path.ends_with(end));
    let name = found.next().unwrap_or_else(|| panic!("no {start}…{end}")).clone();
    assert_eq!(found.next(), None, "one {start}…{end}");
    name
}

#[test]
fn the_themes_files_are_named_by_their_bytes_and_referred_to_so() {
    let project = Project::new(THEME);
    project.build(["--base-url", "https://example.org/a/b/"]);
    let (style, more) = (named(&project, "style.", ".css"), named(&project, "more.", ".css"));
    let (font, icon) = (named(&project, "fonts/a.", ".woff2"), named(&project, "favicon.", ".svg"));
    assert_eq!([style.len(), font.len()], ["style.01234567.css".len(), "fonts/a.01234567.woff2".len()]);
    assert_eq!(
        project.read(&format!("public/{style}")),
        format!(
            "@import \"/a/b/{more}\";\n@font-face {{ src: url(\"/a/b/{font}\") }}\n\
             b {{ background: url(\"/a/b/{font}?x#y\"), url(data:image/png;base64,AA==), url(//example.org/humans.txt) }}\n"
        )
    );
    assert_eq!(project.read(&format!("public/{more}")), format!("@import url(\"/a/b/{style}\");\n"));
    let page = project.read("public/index.html");
    assert!(page.contains(&format!("<link rel=\"stylesheet\" href=\"/a/b/{style}\">")), "{page}");
    assert!(page.contains(&format!("<link rel=\"icon\" href=\"/a/b/{icon}\"")), "{page}");
    assert_eq!(project.read("public/humans.txt"), "me\n", "what the world knows by its name keeps it");
    assert!(!project.has("public/style.css"));
}

#[test]
fn a_files_name_changes_with_its_bytes_and_with_those_that_it_refers_to() {
    let project = Project::new(THEME);
    project.build([]);
    let before = (named(&project, "style.", ".css"), named(&project, "favicon.", ".svg"));
    project.build(["--base-url", "https://example.org/b/"]);
    let below = named(&project, "style.", ".css");
    assert_ne!(below, before.0, "the site's path stands in it");
    project.write("themes/trailhead/static/fonts/a.woff2", "font 2\n");
    project.build([]);
    let after = (named(&project, "style.", ".css"), named(&project, "favicon.", ".svg"));
    assert_ne!(after.0, before.0);
    assert_eq!(after.1, before.1);
}

#[test]
fn a_file_of_the_sites_own_stands_in_the_place_of_the_themes() {
    let project = Project::new(THEME);
    project.write("static/style.css", "b { color: red }\n").write("static/code.css", "i { color: red }\n");
    project.build([]);
    assert!(project.read("public/index.html").contains("<link rel=\"stylesheet\" href=\"/style.css\">"));
    assert_eq!(project.read("public/style.css"), "b { color: red }\n");
    assert_eq!(project.tree("public").keys().filter(|path| path.contains("style.")).count(), 1);
}

#[test]
fn highlighted_code_has_its_stylesheet_by_its_bytes() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS).write("content/a.md", "```rust\nfn main() {}\n```\n");
    project.build([]);
    let code = named(&project, "code.", ".css");
    assert!(project.read("public/a/index.html").contains(&format!("<link rel=\"stylesheet\" href=\"/{code}\">")));
    assert!(!project.read("public/index.html").contains("code."));
}

#[test]
fn a_template_that_asks_for_a_file_the_theme_has_not_is_an_error_with_its_place() {
    let project = Project::new(THEME);
    project.write("themes/trailhead/templates/404.html", "<link href=\"{{ site.assets[\"styl.css\"] }}\">\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("themes/trailhead/templates/404.html:1:"), "{}", ran.stderr);
}
