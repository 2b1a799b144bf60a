//! Asides, `<!-- … -->` and `%%…%%`: in no output of any kind.

use crate::support::{Project, main_of};
use std::io::Read;

const SITE: &str = "
-- content/_index.md --
Welcome. %%zzaside%%
-- content/about.md --
# About <!-- zzaside -->

<div>
<!-- zzaside

zzaside -->
</div>

Me. %%
zzaside

zzaside
%%
-- content/exercises/bridge.md --
Lie down. <!-- zzaside --> Lift.
-- content/journal/2020-08-14-a.md --
---
exercises: [Bridge 3x8]
lessons: [{id: slow, title: Slow is fast}]
---
# First %%zzaside%%run

<!-- zzaside -->
Out and back, <!-- zzaside -->slowly. %%zzaside [zzaside](zzaside.md)%%

> [!LESSON] slow %%zzaside%%
> Walk. <!-- zzaside -->

- one %%zzaside%%
- <!-- zzaside -->

<!-- more -->

`%%kept%%` in code. See [about](../about.md).
-- content/comments/a/1.yaml --
name: Ann
message: \"Same. <!-- zzaside --> %%zzaside%% Really.\"
";

#[test]
fn asides_are_in_no_output() {
    for theme in ["trailhead", "plain"] {
        let project = Project::new(&SITE.replace("slow %%zzaside%%", "slow").replace("\\\"", "\""));
        project
            .write("site.toml", format!("title = \"T\"\nbase_url = \"https://example.org/\"\ntheme = \"{theme}\"\n"));
        if theme == "plain" {
            let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plain");
            for file in
                walkdir::WalkDir::new(&from).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file())
            {
                let name = file.path().strip_prefix(&from).expect("below it").display().to_string();
                project.write(&format!("themes/plain/{name}"), std::fs::read(file.path()).expect("a file"));
            }
        }
        project.build([]);
        let files = project.tree("public");
        assert!(files.len() > 20, "{}", files.len());
        for (path, bytes) in files {
            let mut unpacked = Vec::new();
            let packed = flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).is_ok();
            let text = String::from_utf8_lossy(if packed { &unpacked } else { &bytes }).into_owned();
            assert!(!text.contains("zzaside"), "{theme}: {path}");
        }
        let page = project.read("public/journal/a/index.html");
        assert!(main_of(&page).contains("<code>%%kept%%</code>"), "{page}");
        assert!(page.contains("<h1>First run</h1>") || page.contains("First run"), "{page}");
        assert!(main_of(&page).contains("Same."), "the comment is there");
    }
}

#[test]
fn an_aside_that_never_ends_is_told_at_its_place() {
    let project = Project::new("-- content/journal/2020-08-14-a.md --\nOut.\n\n<!-- zzaside\n\nzzaside\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stderr.contains("warning: `<!--` opens an aside that never ends"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--> content/journal/2020-08-14-a.md:3:1"), "{}", ran.stderr);
    for (path, bytes) in project.tree("public") {
        assert!(!String::from_utf8_lossy(&bytes).contains("zzaside"), "{path}");
    }
    assert_eq!(project.run(["build", "--strict"]).status, 1);
}
