use super::{Builder, Memory, Outcome, Request, finish};
use crate::config::{Flags, Today};
use crate::site::ReaderContext;
use std::fs;

/// A journal of two entries that is built again and again.
struct Site {
    folder: tempfile::TempDir,
    builder: Builder,
    memory: Memory,
    request: Request,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("content/journal")).expect("a folder");
        let today = Today::Given(jiff::civil::date(2020, 2, 1));
        let flags = Flags::on(today);
        let request = Request { keep_going: true, ..Request::new(root, flags) };
        let builder = Builder::new(root, Some(&request.output), request.flags.clone());
        let site = Self { builder, memory: Memory::default(), request, folder };
        site.write("site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n");
        site.write("content/journal/2020-01-01-a.md", "To [the next](2020-01-02-b.md).\n");
        site.write("content/journal/2020-01-02-b.md", "Text.\n");
        site
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join(path), text).expect("a file");
    }

    fn page(&self) -> String {
        fs::read_to_string(self.request.output.join("journal/a/index.html")).expect("a page")
    }

    fn build(&mut self, forge: bool) -> Outcome {
        let prepared = self.builder.prepare().expect("it can be read").expect("good settings");
        if forge {
            self.memory.keys.hold_all(prepared.press(&ReaderContext::of(&prepared.site)));
        }
        finish(&mut self.builder, prepared, &mut self.memory, &self.request, &|_, _| ()).expect("it can be written")
    }
}

#[test]
fn a_page_is_made_again_when_what_it_asked_for_in_vain_is_there() {
    let mut site = Site::new();
    site.write("content/journal/2020-01-01-a.md", "---\nvisibility: unlisted\ntreatments: [ice]\n---\nA.\n");
    let link = "href=\"/treatments/#ice\"";
    // There is a page of treatments all the time, which every page leads to.
    for (public, is_led_to) in [("heat", false), ("heat, ice", true), ("heat", false)] {
        site.write("content/journal/2020-01-02-b.md", &format!("---\ntreatments: [{public}]\n---\nB.\n"));
        assert!(!site.build(false).failed);
        assert_eq!(site.page().contains(link), is_led_to, "{public}");
    }
}

#[test]
fn a_page_that_is_older_than_its_sources_is_an_error_and_is_not_published() {
    let mut site = Site::new();
    assert!(!site.build(false).failed);
    let before = site.page();
    site.write("content/journal/2020-01-02-b.md", "---\nslug: moved\n---\nText.\n");
    let outcome = site.build(true);
    let said: Vec<String> = outcome.diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect();
    assert!(outcome.failed && outcome.report.is_none(), "{said:?}");
    let expected =
        "stale-page: /journal/a/ was kept from the build before, and what it was made from has changed since";
    assert!(said.iter().any(|line| line == expected), "{said:?}");
    let old = site.request.output.join("journal/b");
    assert!(old.exists() && site.page() == before, "nothing was published");
    assert!(!site.build(false).failed);
    assert!(site.page().contains("/journal/moved/"), "the next build makes all pages anew");
}
