//! The search for what is private in all that is written: what it finds, what it takes for public, and where it looks.

use crate::support::Project;
use comeback::build::{self, Builder, Memory, Request};
use comeback::config::{Flags, Today};
use comeback::diag::Diagnostic;
use comeback::privacy::{self, From, Search};
use comeback::render::{self, Keys, Output};
use comeback::site::ReaderContext;
use comeback::source::Look;
use std::fs;
use std::sync::Mutex;

fn flags() -> Flags {
    let today = Today::Given(jiff::civil::date(2020, 9, 13));
    Flags::on(today)
}

/// The problems of a search in a site, which `look` shows some outputs.
#[track_caller]
fn problems(project: &Project, look: impl Fn(&Search<'_>)) -> Vec<Diagnostic> {
    let mut builder = Builder::new(project.root(), None, flags());
    let prepared = builder.prepare().expect("a site").expect("settings");
    let mut memory = privacy::SearchMemory::default();
    let Some(search) = memory.search(prepared.press(&ReaderContext::default()), builder.sources()) else {
        return vec![Diagnostic::error("", "nothing to find")];
    };
    look(&search);
    search.leaks(prepared.press(&ReaderContext::default()), builder.sources())
}

fn messages(problems: Vec<Diagnostic>) -> Vec<String> {
    problems.into_iter().map(|d| d.message).collect()
}

/// What is found in these outputs, made by a site.
fn found(project: &Project, outputs: &[(&str, &str)]) -> Vec<String> {
    let found = problems(project, |search| {
        for (path, text) in outputs {
            search.made(path, text.as_bytes());
        }
    });
    let line = |d: &Diagnostic| {
        let Some(place) = &d.place else { return d.message.clone() };
        assert_eq!(place.excerpt, "", "the text itself is not told");
        format!("{place} {}", d.message)
    };
    found.iter().map(line).collect()
}

/// Whether anything is found in a copied file with these bytes, which come in parts of so many.
fn is_found_in(project: &Project, bytes: &[u8], part: usize) -> bool {
    let found = problems(project, |search| {
        let mut reading = search.reading("copied", From::Copy);
        bytes.chunks(part).for_each(|part| reading.feed(part));
        reading.end();
    });
    !found.is_empty()
}

/// The same in one part.
fn in_copy(project: &Project, bytes: impl AsRef<[u8]>) -> bool {
    is_found_in(project, bytes.as_ref(), usize::MAX)
}

const ENTRY: &str = "---\ntitle: A\ntreatments: [{type: massage, provider: Dr. Quokkason}]\n---\nText of wombats.\n";

/// A site with a public entry and a private one of this text.
fn with_private(text: &str) -> Project {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    project.write("content/journal/2020-08-03-b.md", format!("---\nvisibility: private\n---\n{text}\n"));
    project
}

#[test]
fn a_private_word_in_an_output_is_found_with_its_place() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", ENTRY);
    project.write("content/journal/2020-08-03-b.md", "---\ndraft: true\n---\nOf wombats and numbats.\n");
    let place = "content/journal/2020-08-03-b.md:4:16";
    let draft = "has a word of a draft that no public text has: `num…`, 7 letters";
    assert_eq!(found(&project, &[("index.html", "<p>Of numbats</p>")]), [format!("{place} index.html {draft}")]);
    assert_eq!(
        found(
            &project,
            &[("tags/numbats/index.html", ""), ("feed.json", "{\"a\":\"\\nNUMBATS\"}"), ("b.svg", "numbats")]
        ),
        [format!("{place} b.svg {draft}, and so have 2 more")]
    );
    let provider = "has a word of a treatment's provider that no public text has: `Quo…`, 9 letters";
    assert_eq!(
        found(&project, &[("data/journal.csv", "a,quokkason,b")]),
        [format!("content/journal/2020-08-02-a.md:3:44 data/journal.csv {provider}")]
    );
}

#[test]
fn what_is_said_in_public_too_is_no_leak() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", ENTRY);
    let text = "Questions about diagnosis, recovery, massage; published, updated. We ran as far as the old bridge.";
    project.write("content/journal/2020-08-03-b.md", format!("---\ndraft: true\n---\nWombats. {text}\n"));
    project.write("content/journal/2020-08-04-c.md", "We ran as far as the old bridge, Dr. Quokkason and I.\n");
    // All of it is said by public texts, by the interface, or by the forms that files have.
    let pages = [("index.html", "wombats Questions diagnosis recovery massage"), ("feed.xml", "published updated")];
    assert_eq!(found(&project, &pages), [""; 0]);
    assert!(!in_copy(&project, "We ran as far as the old bridge with Dr. Quokkason."));
    project.write("static/old.html", "<p>We ran as far as the old bridge.</p>");
    assert_eq!(project.run(["build"]).status, 0);
    project.write("content/journal/2020-08-04-c.md", "We ran, Dr. Quokkason and I.\n");
    assert!(in_copy(&project, "We ran as far as the old bridge."));
}

#[test]
fn what_the_settings_the_theme_and_readers_say_is_public() {
    let settings = "title = \"Slowly back to the long trails\"\nbase_url = \"https://example.org/\"\n";
    let project =
        with_private("Slowly back to the long trails. Skip to the content of this page. Bravo, what a fine run.");
    assert_eq!(found(&project, &[("a.html", "slowly back to the long trails")]).len(), 1);
    assert!(in_copy(&project, "Bravo, what a fine run."));
    project.write("site.toml", settings);
    project.write("themes/trailhead/templates/x.html", "Skip to the content of this page");
    project.write("content/comments/a/1.yaml", "name: Jo\nmessage: Bravo, what a fine run.\ndate: 2020-08-03\n");
    for said in ["Slowly back to the long trails", "Skip to the content of this page", "Bravo, what a fine run."] {
        assert!(!in_copy(&project, said), "{said}");
    }
}

#[test]
fn a_site_without_anything_private_is_not_searched() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    assert_eq!(found(&project, &[("index.html", "wombats")]), ["nothing to find"]);
}

#[test]
fn keys_and_words_that_anybody_uses_stop_no_build() {
    let private = "---\nvisibility: private\nsessions: [{type: run, duration: 45 min}]\ntags: [running, physiotherapy]\n\
                   date: 2020-08-03\n---\nThe letter was written with Microsoft Word. At the end of the day we ran 10000 m in 45:30. \
                   I took a photograph of the hospital on 2020-08-01.\n";
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    project.write("content/journal/2020-08-03-b.md", private);
    project.write("static/film.mp4", b"\0\0\0 ftypisom\0\0duration Microsoft Word\0visibility private\0".as_slice());
    project.write(
        "static/leaflet.pdf",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\x01 (Microsoft Word) physiotherapy photograph".as_slice(),
    );
    let text = "visibility: private, sessions, duration: 45 min; hospital, Microsoft Word, physiotherapy, running. \
                At the end of the day it was 10000 steps on 2020-08-03 and 2020-08-01.";
    project.write("static/notes.html", format!("<p>{text}</p>"));
    project.write("static/own.css", ".running { display: none; transition-duration: 1s }");
    project.build(["--strict"]);
    assert!(!in_copy(&project, text));
}

#[test]
fn values_of_private_fields_are_found_however_short_they_are() {
    let fields = |fields: &str| {
        let project = Project::new("");
        project.write("content/journal/2020-08-02-a.md", format!("---\ntitle: A\n{fields}\n---\nText of wombats.\n"));
        project
    };
    let project = fields(
        "medication: [Ibu, 'D3', none]\ntreatments: [{type: massage, provider: Kim, cost: 80 USD}]\nbody_weight: 76.5 kg",
    );
    for said in ["Took Ibu.", "<td>IBU</td>", "{\"by\":\"Kim\"}", "paid 80 USD", "76.5 kg"] {
        assert!(in_copy(&project, said), "{said}");
        assert_eq!(found(&project, &[("x.json", said)]).len(), 1, "{said}");
    }
    for said in ["Ibuprofen", "Kimono", "180 USD", "80 EUR", "76.5", "display: none"] {
        assert!(!in_copy(&project, said), "{said}");
        assert_eq!(found(&project, &[("x.json", said)]), [""; 0], "{said}");
    }
    assert_eq!(found(&project, &[("x.json", "d3")]).len(), 1, "what a page says can be tried without it");
    assert!(!in_copy(&project, "d3"), "what a script says can't");
    // A private text's own fields, in a file that can't even be read.
    let project = fields("tags: [x]");
    project.write("content/journal/2020-08-03-b.md", "---\ndraft: true\nmedication:\n  - Ibu\n---\n");
    project.write("content/journal/2020-08-04-c.md", "---\nvisibility: privat\nprovider: \"Kim\n---\n");
    assert!(in_copy(&project, "Took Ibu.") && in_copy(&project, "by Kim"));
}

#[test]
fn sentences_are_found_whatever_they_went_through() {
    let project = with_private("I *couldn't* sleep: the [naïve](x.md) surgeon's \"fix\" hurts, Größe 12.");
    for said in [
        "I couldn't sleep: the naïve surgeon's \"fix\" hurts",
        "<p>I <em>couldn’t</em> sleep: the <a href=\"/naive/\" class=\"a b\">naïve</a> surgeon’s “fix” hurts</p>",
        "&lt;p&gt;I &lt;em&gt;couldn&amp;#8217;t sleep: the na&iuml;ve surgeon&rsquo;s",
        r#"{"content_html":"<p>I <em>couldn\u2019t</em>\nsleep: the na\u00efve <b>surgeon's<\/b> \"fix\""}"#,
        "I COULDN'T SLEEP THE NAI\u{308}VE SURGEON’S",
        "q=sleep+the+na%C3%AFve%20surgeon%27s%20fix%20hurts",
        "the naïve sur\u{ad}geon's fix hurts, Grösse 12",
        "<img alt=\"sleep: the naïve surgeon's fix hurts\">",
    ] {
        assert!(in_copy(&project, said), "{said}");
    }
    for said in ["I couldn't sleep: the naïve dentist's fix hurts", "sleep: the naïve surgeon", "surgeon's fix hurts"]
    {
        assert!(!in_copy(&project, said), "{said}");
    }
    // Text in other forms than ours.
    let latin = b"<p>couldn't sleep: the na\xefve surgeon's fix</p>";
    assert!(in_copy(&project, latin));
    let units: Vec<u16> = "couldn't sleep: the naïve surgeon's fix".encode_utf16().collect();
    let smaller_first: Vec<u8> = [0xFFu8, 0xFE].into_iter().chain(units.iter().flat_map(|u| u.to_le_bytes())).collect();
    let larger_first: Vec<u8> = [0xFEu8, 0xFF].into_iter().chain(units.iter().flat_map(|u| u.to_be_bytes())).collect();
    assert!(in_copy(&project, &smaller_first) && in_copy(&project, &larger_first));
    assert!(is_found_in(&project, &larger_first, 3), "a letter may come in two parts");
    assert!(is_found_in(&project, "couldn't sleep: the naïve surgeon's fix".as_bytes(), 5), "and so may a word");
}

#[test]
fn short_sentences_are_found_whole_and_scripts_without_spaces_by_their_letters() {
    let project = with_private("Fine. Surgeon Quux is hopeless. At the end of it. 昨日は医者に嘘をついてしまった。");
    assert!(in_copy(&project, "And so: surgeon Quux is hopeless!"));
    assert!(in_copy(&project, "x 昨日は医者に嘘をついてしまった y"));
    for said in ["Surgeon Quux is late", "At the end of it", "昨日は医者に行った"] {
        assert!(!in_copy(&project, said), "{said}");
    }
}

#[test]
fn numbers_of_five_digits_and_more_are_found() {
    let project = with_private(
        "MRN 73194, call 020 7946 0958 or 0171-4567890, mail kim+x@quux.example. Room 7319, 12000 steps, 20200814.",
    );
    for said in [
        "73194",
        "<a href='tel:02079460958'>",
        "020-7946-0958",
        "(0171) 4567890",
        "01714567890",
        "mailto:kim+x@quux.example",
    ] {
        assert!(in_copy(&project, said), "{said}");
    }
    for said in ["731945", "7319", "12000", "20200814", "0207946", "M73194.5z 7946", "kim"] {
        assert!(!in_copy(&project, said), "{said}");
    }
}

#[test]
fn in_bytes_that_are_no_text_two_finds_make_one() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", ENTRY);
    let bytes = |text: &[u8]| [b"\x89PNG\0\0\x01\x02\xff\xfe".as_slice(), text, b"\0\x07\x03\xf1"].concat();
    let one = bytes(b"Author\0Dr. Quokkason\0");
    let two = bytes(b"Author\0Quokkason\0 by Dr. Quokkason\0");
    assert!(!in_copy(&project, &one) && in_copy(&project, &two));
    for part in [7, 20, 64] {
        assert_eq!((is_found_in(&project, &one, part), is_found_in(&project, &two, part)), (false, true), "{part}");
    }
    // Of two bytes a letter, as makers of pictures and documents write titles.
    let wide = |larger_first: bool| {
        let units = "Quokkason, Quokkason".encode_utf16();
        units.flat_map(|u| if larger_first { u.to_be_bytes() } else { u.to_le_bytes() }).collect::<Vec<u8>>()
    };
    assert!(in_copy(&project, bytes(&wide(false))) && in_copy(&project, bytes(&wide(true))));
    // What is short stands in films by chance.
    project.write("content/journal/2020-08-02-a.md", "---\nmedication: [Ibu]\n---\n");
    assert!(!in_copy(&project, bytes(b"Ibu\0Ibu\0Ibu")));
    // A sentence is many finds.
    let project = with_private("The zyzzyva surgeon is a flibbertigibbet, I think.");
    assert!(in_copy(&project, bytes(b"(The zyzzyva surgeon is a flibbertigibbet, I think)")));
}

#[test]
fn remarks_and_asides_of_public_texts_are_private() {
    let project = Project::new("");
    let entry = "---\ntitle: A # the naive surgeon hurts my feelings\nsummary: |\n  One # two three four five sixth seventh\n---\n\
                 Text. <!-- I cried all night because of him --> More %%nobody may know about the quokka%%.\n\n\
                 ```text\n%%an example of what anybody writes%%\n```\n";
    project.write("content/journal/2020-08-02-a.md", entry);
    for (said, place) in [
        ("The naive surgeon hurts my feelings.", "2:12"),
        ("i cried all night because of him", "6:12"),
        ("Nobody may know about the quokka", "6:56"),
    ] {
        assert!(in_copy(&project, said), "{said}");
        let found = found(&project, &[("index.html", said)]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&format!("content/journal/2020-08-02-a.md:{place} index.html has ")), "{found:?}");
        assert!(found[0].contains(" of a remark that no public text has"), "{found:?}");
    }
    for said in ["two three four five sixth seventh", "an example of what anybody writes"] {
        assert!(!in_copy(&project, said), "{said}");
        assert_eq!(found(&project, &[("index.html", said)]), [""; 0], "{said}");
    }
    project.build(["--strict"]);
}

#[test]
fn what_only_looks_like_the_beginning_of_an_aside_hides_nothing() {
    let below = "\n\nAsk the load of the leg today\n\n> [!NOTE]\n> The scale has no end\n";
    for shown in ["It costs 5 \\%% more.", "It was 100%%.", "A `%%code%%` and 5 \\%% of it.", "\\<!-- more of it"] {
        let project = Project::new("");
        project.write("content/journal/2020-08-02-a.md", format!("---\ntitle: A\n---\n{shown}{below}"));
        let ran = project.run(["build"]);
        assert_eq!((ran.status, ran.stderr.contains("of a remark")), (0, false), "{shown}: {}", ran.stderr);
    }
    let project = Project::new("");
    let entry = "---\ntitle: A\n---\nIt costs 5 \\%% more, %%nobody may know about the quokka%% as I said.\n";
    project.write("content/journal/2020-08-02-a.md", entry);
    project.build(["--strict"]);
    assert_eq!(found(&project, &[("index.html", "nobody may know about the quokka")]).len(), 1);
}

#[test]
fn held_comments_are_searched_for_too() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    let comment =
        "name: Quokkason\nemail: quokka@example.org\napproved: false\nmessage: |\n  I saw her at the clinic again.\n";
    project.write("content/comments/a/1.yaml", comment);
    project.write(
        "content/comments/nobody/2.json",
        "{\"name\": \"x\", \"message\": \"Her divorce is all over town now.\"}",
    );
    for said in ["I saw her at the clinic again", "quokka@example.org", "divorce is all over town now"] {
        assert!(in_copy(&project, said), "{said}");
    }
    assert!(!in_copy(&project, "approved: false, message: name: email"));
}

#[test]
fn a_build_that_would_tell_what_is_private_writes_nothing() {
    let project = with_private("Of numbats and of their secret life.");
    project.write("static/notes.txt", "Not about any animal.");
    assert_eq!(project.run(["build"]).status, 0);
    fs::remove_dir_all(project.path("public")).expect("the output");
    project.write("static/scan.txt", "(of numbats and of their secret life)");
    let expected = "\
error: scan.txt has 6 words in a row of a private entry that no public text has: `Of…`
--> content/journal/2020-08-03-b.md:4:1
 = hint: keep the file out of the site; where what it says may be known, write it in a text that is public

1 error
";
    for args in [["build", "--message-format=human"], ["build", "--keep-going"]] {
        let ran = project.run(args);
        assert_eq!((ran.status, ran.stderr.as_str()), (1, format!("{expected}nothing was written\n").as_str()));
        assert!(!project.has("public"));
    }
    let ran = project.run(["check"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, expected));
    assert!(!project.run(["check", "--message-format", "json"]).stderr.contains("numbats"));
    let ran = project.run(["check", "--privacy"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "looked for 1 private text in all outputs\n"), "{}", ran.stderr);
    project.remove("static/scan.txt").write("content/journal/2020-08-02-a.md", "---\npian: 3\n---\nText.\n");
    let ran = project.run(["check", "--privacy"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "warnings are not what was asked for");
}

#[test]
fn every_kind_of_copied_file_is_looked_at_and_so_are_names() {
    let sentence = "Of numbats and of their secret life";
    for path in [
        "a.txt",
        "a.svg",
        "a.json",
        "a.html",
        "a.css",
        "a.js",
        "a.csv",
        "a.xml",
        "a.md",
        "_redirects",
        "_headers",
        "site.webmanifest",
        ".well-known/a",
    ] {
        let project = with_private(&format!("{sentence}."));
        project.write(&format!("static/{path}"), format!("<!-- {sentence} -->"));
        let ran = project.run(["build"]);
        assert!(
            ran.status == 1 && ran.stderr.contains(&format!("error: {path} has 6 words")),
            "{path}: {}",
            ran.stderr
        );
    }
    let project = with_private(&format!("{sentence}."));
    project.write("static/of-numbats-and-of-their-secret-life.bin", b"\0\x01\x02".as_slice());
    assert_eq!(project.run(["build"]).status, 1);
}

#[test]
fn the_records_of_the_index_and_the_words_of_cards_are_looked_at() {
    let project = Project::new("");
    project
        .write("content/journal/2020-08-02-a.md", "---\ntitle: First of all wombats\npain: 2\n---\nText of wombats.\n");
    let mut builder = Builder::new(project.root(), None, flags());
    let prepared = builder.prepare().expect("a site").expect("settings");
    let seen = Mutex::new(Vec::new());
    let take = |path: &str, output: Output<'_>| {
        if let Output::Card(_, card) = output {
            let words = prepared.site.card_text(card);
            seen.lock().expect("no panic").push(format!("{path}: {}", words.lines().next().unwrap_or_default()));
        }
        Ok(true)
    };
    render::render(prepared.press(&ReaderContext::default()), &Keys::default(), &take).expect("a site");
    let look = |records: &[comeback::site::Record]| {
        let all = records.iter().map(|record| record.address.clone());
        seen.lock().expect("no panic").extend(all);
    };
    render::index(prepared.press(&ReaderContext::default()), &Keys::default(), &render::Nothing, &look, &take)
        .expect("a disk")
        .expect("an index");
    // Cards are drawn side by side.
    let mut seen = seen.into_inner().expect("no panic");
    seen.sort();
    let records = ["/journal/a/", "/progress/", "/progress/numbers/"];
    let weeks = "journal/a/three-weeks.png: Too few days before and after to say";
    assert_eq!(seen, [&records[..], &["card.png: T", "cards/journal/a.png: First of all wombats", weeks]].concat());
    // And what is shown is found.
    project.write("content/journal/2020-08-03-b.md", "---\ndraft: true\n---\nOf numbats.\n");
    let record = comeback::site::Record {
        address: "/journal/a/".to_owned(),
        title: "A".to_owned(),
        beside: String::new(),
        filters: Vec::new(),
        said: vec![(1, "Numbats".to_owned())],
    };
    let found = messages(problems(&project, |search| search.records(std::slice::from_ref(&record))));
    let expected = "the search's index of /journal/a/ has a word of a draft that no public text has: `num…`, 7 letters";
    assert_eq!(found, [expected]);
}

#[test]
fn a_file_of_a_private_text_is_found_by_its_bytes() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    let scan = b"%PDF-1.4 \xff\0 a scan of somebody's hip".as_slice();
    project
        .write("content/journal/2020-08-03-b/index.md", "---\nvisibility: private\n---\n[x](../2020-08-03-scan.pdf)\n");
    project.write("content/journal/2020-08-03-b/own.pdf", scan);
    project.write("static/copy.pdf", scan);
    let said = "error: copy.pdf is content/journal/2020-08-03-b/own.pdf byte for byte, which belongs to a private entry\n\
                --> content/journal/2020-08-03-b/index.md:1:1\n";
    let ran = project.run(["build"]);
    assert!(ran.status == 1 && ran.stderr.starts_with(said), "{}", ran.stderr);
    // One byte less, or one that differs.
    project.write("static/copy.pdf", &scan[1..]);
    assert_eq!(project.run(["build"]).status, 0);
    project.write("static/copy.pdf", b"%PDF-1.4 \xff\0 a scan of somebody's lip".as_slice());
    assert_eq!(project.run(["build"]).status, 0);
    // What a public text links to is public.
    project.write("static/copy.pdf", scan).write("content/journal/public.pdf", scan);
    project.write("content/journal/2020-08-02-a.md", "[x](public.pdf)\n");
    assert_eq!(project.run(["build"]).status, 0, "{}", project.run(["build"]).stderr);
    project.remove("content/journal/public.pdf");
    // Files that are next to nothing are alike by chance.
    project.write("content/journal/2020-08-02-a.md", "Text.\n").write("content/journal/2020-08-03-b/own.pdf", "%PDF");
    project.write("static/copy.pdf", "%PDF");
    assert_eq!(project.run(["build"]).status, 0);
}

const STORY: &str = "---\ntitle: Hip\nmileage: 3 km\n---\nOf numbats and of their secret life.\n";

#[test]
fn strays_that_tell_something_private_fail_the_build_until_they_are_removed() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\n---\nmileage: 3 km\n---\nText of wombats.\n");
    let (path, private) = ("content/journal/2020-08-03-b.md", STORY.replace("title", "visibility: private\ntitle"));
    project.write(path, STORY);
    project.build([]);
    // The list is lost, as in a fresh clone that holds its output.
    fs::remove_dir_all(project.path(".comeback")).expect("what is kept");
    project.write(path, &private);
    for command in ["build", "build", "check"] {
        let ran = project.run([command]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        for said in [
            "error: journal/b/index.html has 6 words in a row of a private entry that no public text has: `Of…`",
            "error: journal/b/index.html lies at the address of a private entry",
            "error: cards/journal/b.png lies at the address of a private entry",
            " = hint: no build is known to have made the file: `comeback build --remove-strays` removes it",
        ] {
            assert!(ran.stderr.contains(said), "{said}\n{}", ran.stderr);
        }
    }
    assert!(project.has("public/journal/b/index.html"));
    assert_eq!(project.run(["build", "--remove-strays"]).status, 0);
    assert!(!project.has("public/journal/b") && !project.has("public/cards/journal/b.png"));
    project.build(["--strict"]);
    // Strays that tell nothing are only named.
    project.write("public/old.html", "<p>Text of wombats.</p>");
    assert_eq!(project.run(["build"]).status, 0);
    project.write("public/.well-known/x", "Of numbats and of their secret life.");
    assert_eq!(project.run(["build", "--remove-strays"]).status, 1, "what a host reads is looked at, and not removed");
}

/// Builds again and again with one memory, as `watch` does.
struct Watched {
    builder: Builder,
    memory: Memory,
    request: Request,
}

impl Watched {
    fn new(project: &Project) -> Self {
        let request = Request { keep_going: true, ..Request::new(project.root(), flags()) };
        let builder = Builder::new(&request.root, Some(&request.output), request.flags.clone());
        Self { builder, memory: Memory::default(), request }
    }

    /// The errors of a build.
    #[track_caller]
    fn errors(&mut self) -> Vec<String> {
        let outcome = build::build_if_moved(&mut self.builder, &mut self.memory, &self.request, &Look::Everything);
        let outcome = outcome.expect("a disk").expect("something moved");
        let errors = outcome.diagnostics.iter().filter(|d| d.code == "private-text");
        let errors: Vec<String> = errors.map(|d| d.message.clone()).collect();
        assert_eq!(outcome.report.is_none(), !errors.is_empty(), "{errors:?}");
        errors
    }
}

#[test]
fn what_was_written_before_is_looked_at_again_when_more_is_private() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    let path = "content/journal/2020-08-03-b.md";
    project.write(path, STORY).write("static/copy.txt", "Of numbats and of their secret life, and Kim.");
    let mut watched = Watched::new(&project);
    assert_eq!(watched.errors(), [""; 0]);
    // A text becomes private, and stays so through an edit of another one.
    project.write(path, STORY.replace("title", "draft: true\ntitle"));
    let expected = "copy.txt has 6 words in a row of a draft that no public text has: `Of…`";
    assert_eq!(watched.errors(), [expected]);
    project.write("content/journal/2020-08-02-a.md", "Text of wallabies.\n");
    assert_eq!(watched.errors(), [expected], "what was not mended is not forgotten");
    project.write(path, STORY);
    assert_eq!(watched.errors(), [""; 0]);
    // A private text goes on.
    project.write("content/journal/2020-08-04-c.md", "---\ndraft: true\n---\nSoon.\n");
    assert_eq!(watched.errors(), [""; 0]);
    project.write("content/journal/2020-08-04-c.md", "---\ndraft: true\nmedication: [Kim]\n---\nSoon.\n");
    assert_eq!(watched.errors().len(), 1);
    // A public text that says so makes it public, and private again when it goes.
    project.write("content/journal/2020-08-02-a.md", "Text of wallabies and Kim.\n");
    assert_eq!(watched.errors(), [""; 0]);
    project.write("content/journal/2020-08-02-a.md", "Text of wallabies.\n");
    assert_eq!(watched.errors().len(), 1);
}

#[test]
fn watch_names_strays_and_removes_none() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\n---\nmileage: 3 km\n---\nText of wombats.\n");
    let path = "content/journal/2020-08-03-b.md";
    project.write(path, STORY);
    project.build([]);
    fs::remove_dir_all(project.path(".comeback")).expect("what is kept");
    project.write(path, STORY.replace("title", "draft: true\ntitle"));
    let mut watched = Watched::new(&project);
    assert_eq!(watched.errors().len(), 4);
    project.write("content/journal/2020-08-02-a.md", "---\nmileage: 4 km\n---\nText.\n");
    assert_eq!(watched.errors().len(), 4, "as long as they are there");
    assert!(project.has("public/journal/b/index.html"));
    fs::remove_dir_all(project.path("public/journal/b")).expect("a folder");
    fs::remove_file(project.path("public/cards/journal/b.png")).expect("a file");
    project.write("content/journal/2020-08-02-a.md", "---\nmileage: 5 km\n---\nText.\n");
    assert_eq!(watched.errors(), [""; 0]);
}
