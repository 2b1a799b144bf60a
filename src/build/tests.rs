use super::{Builder, Memory, Request, finish};
use crate::config::{Flags, Today};
use std::fs;

#[test]
fn a_page_that_is_older_than_its_sources_is_an_error_and_is_not_published() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("content/journal")).expect("a folder");
    let write = |path: &str, text: &str| fs::write(root.join(path), text).expect("a file");
    write("site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n");
    write("content/journal/2020-01-01-a.md", "To [the next](2020-01-02-b.md).\n");
    write("content/journal/2020-01-02-b.md", "Text.\n");
    let today = Today::Given(jiff::civil::date(2020, 2, 1));
    let flags = Flags { today, drafts: false, future: false, base_url: None, origin: None };
    let output = root.join("public");
    let request = Request {
        root: root.to_owned(),
        output: output.clone(),
        flags: flags.clone(),
        strict: false,
        keep_going: true,
        diff: false,
        remove_strays: false,
        external: false,
    };
    let mut builder = Builder::new(root, Some(&output), flags);
    let mut memory = Memory::default();
    let mut build = |forge: bool| {
        let prepared = builder.prepare().expect("it can be read").expect("good settings");
        if forge {
            memory.keys.hold_all(prepared.press());
        }
        finish(&mut builder, prepared, &mut memory, &request, &|_, _| ()).expect("it can be written")
    };
    assert!(!build(false).failed);
    let page = || fs::read_to_string(output.join("journal/a/index.html")).expect("a page");
    let before = page();
    write("content/journal/2020-01-02-b.md", "---\nslug: moved\n---\nText.\n");
    let outcome = build(true);
    let said: Vec<String> = outcome.diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect();
    assert!(outcome.failed && outcome.report.is_none(), "{said:?}");
    let expected =
        "stale-page: /journal/a/ was kept from the build before, and what it was made from has changed since";
    assert!(said.iter().any(|line| line == expected), "{said:?}");
    assert!(output.join("journal/b").exists() && page() == before, "nothing was published");
    assert!(!build(false).failed);
    assert!(page().contains("/journal/moved/"), "the next build makes all pages anew");
}
