//! Pictures that a text holds itself, in `data:` addresses: written anew like files, or left out and told.

use crate::photos::{FOLDER, data_address, entry, exif, has, png, quarters, segment};
use crate::places::{block, film, noted, photo, picture};
use crate::support::Project;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What stands in a page, and in the feeds, of a picture that a text holds itself.
#[track_caller]
fn held(project: &Project) -> Vec<Vec<u8>> {
    let page = project.read("public/journal/run/index.html");
    let page = page.split_once("<main").expect("a main part").1;
    let json = project.read("public/feed.json");
    let mut found = Vec::new();
    for text in [page, json.as_str()] {
        for part in text.split("data:image/").skip(1) {
            let (kind, rest) = part.split_once(";base64,").unwrap_or_else(|| panic!("{part}"));
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c))).expect("an end");
            let bytes = BASE64_STANDARD.decode(&rest[..end]).expect("an encoded picture");
            assert!(image::guess_format(&bytes).is_ok() || kind == "svg+xml", "{kind}");
            found.push(bytes);
        }
    }
    found
}

#[test]
fn a_photo_in_an_address_is_written_anew_on_pages_and_in_feeds() {
    let photo = photo(&[exif(1), segment(0xfe, b"SECRET")]);
    let typed = data_address("image/jpeg", &photo);
    let lines = typed.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line)).collect::<Vec<_>>().join("\n");
    let percent: String = photo.iter().map(|byte| format!("%{byte:02X}")).collect();
    let percent = format!("data:image/jpeg,{percent}");
    let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg'><!-- SECRET --><image href='{typed}'/></svg>");
    let drawing = data_address("image/svg+xml", drawing.as_bytes());
    for (text, on_page, in_feed) in [
        (format!("![a]({typed})"), 1, 1),
        (format!("![a]({percent})"), 1, 1),
        (format!("![a][p]\n\n[p]: {typed}"), 1, 1),
        (format!("![a]({drawing})"), 1, 1),
        (format!("<img src=\"{typed}\" alt=a>"), 1, 1),
        (format!("<IMG SRC='{lines}' alt=a>"), 1, 1),
        (
            format!(
                "Text <img alt=a src={typed}> and <img alt=b src=\"{}\">",
                typed.replacen("data:", "d&#97;ta&#58;", 1)
            ),
            2,
            2,
        ),
        (format!("<img alt=a src=\"{}\">", typed.replacen("data:image/jpeg", " \tDATA:text/html", 1)), 1, 1),
        (format!("<img alt=a src=/b.png srcset=\"{typed} 2x, /c.png 3x\">"), 0, 0),
        (format!("<picture><source srcset='/c.png 1x, {typed} 2x'><img alt=a src='{typed}'></picture>"), 2, 1),
        (format!("<video poster=\"{typed}\" controls></video>"), 1, 0),
        (format!("<p style=\"background:url('{typed}')\">x</p>"), 1, 0),
        (format!("<p style='background:u\\72l({typed})'>x</p>"), 1, 0),
        (format!("<p style='background:image-set(\"{typed}\" 1x)'>x</p>"), 1, 0),
        (format!("<div>\n<style>p {{ background: url({typed}) }}</style>\n</div>"), 1, 0),
        (format!("<svg><image href='{typed}'/><rect fill='url({typed})'/></svg>"), 2, 0),
        (format!("<object data='{typed}'></object><embed src='{typed}'><input type=image src='{typed}'>"), 3, 0),
        (format!("> - quoted\n>   <img alt=a\n>   src='{typed}'>"), 1, 1),
    ] {
        let project = Project::new(&entry(&text));
        project
            .write("static/b.png", png(&quarters(8, 8).into(), &[]))
            .write("static/c.png", png(&quarters(8, 8).into(), &[]));
        let ran = project.run(["build", "--message-format", "github"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{text}");
        let found = held(&project);
        // The page has its feed's addresses nowhere else.
        assert_eq!(found.len(), on_page + in_feed, "{text}");
        for bytes in found {
            let inside = String::from_utf8_lossy(&bytes);
            let inside = inside
                .split_once("href=\"data:image/jpeg;base64,")
                .map(|(_, rest)| BASE64_STANDARD.decode(rest.split('"').next().expect("an end")).expect("a picture"));
            for bytes in [Some(bytes), inside].into_iter().flatten() {
                assert!(!has(&bytes, b"Exif") && !has(&bytes, b"SECRET"), "{text}");
            }
        }
        for (path, bytes) in project.tree("public") {
            assert!(
                !has(&bytes, &typed.as_bytes()[typed.len() / 2..]) && !has(&bytes, b"%FF%D8%FF%E1"),
                "{path}: {text}"
            );
        }
    }
}

#[test]
fn what_an_address_holds_and_can_not_be_published_is_left_out_and_told() {
    let photo = photo(&[exif(1)]);
    let typed = data_address("image/jpeg", &photo);
    let heic = data_address("image/heic", &picture(b"heic", &[b"\0\0\0\x06Exif\0\0", &block(false, 1)[..]].concat()));
    let acting = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/%3E";
    let film = data_address("video/mp4", &film(&noted("+48.2082+016.3738/"), &[0; 99]));
    let page = data_address("text/html", format!("<img src='{typed}'>").as_bytes());
    for (text, column, why) in [
        (format!("![a]({heic})"), 1, "is a picture of the kind HEIC, which not every browser shows"),
        (
            format!("x ![a]({})", data_address("image/jpeg", &photo[..photo.len() / 2])),
            3,
            "ends before the picture does",
        ),
        (format!("![a]({typed}!)"), 1, "can’t be decoded"),
        ("![a](data:image/png;base64,AAAA)".to_owned(), 1, "is no picture, whatever its type says"),
        (format!("x <img alt=a src=\"{acting}\">"), 3, "is a drawing that acts: it has the handler `onload`"),
        (format!("<video src='{film}'></video>"), 1, "says where it was made"),
        (format!("<iframe src='{page}'></iframe>"), 1, "says where it was made"),
        (
            format!("<img alt=a srcset='{heic} 2x' src=''>"),
            1,
            "is a picture of the kind HEIC, which not every browser shows",
        ),
        (
            format!("<p style='background:url({heic})'>x</p>"),
            1,
            "is a picture of the kind HEIC, which not every browser shows",
        ),
        (format!("<iframe srcdoc=\"<img src='{typed}'>\"></iframe>"), 1, "stands where it can't be read"),
        (format!("<i data-style='x:{typed}'></i>"), 1, "stands where it can't be read"),
    ] {
        let project = Project::new(&entry(&text));
        let ran = project.run(["build", "--message-format", "github"]);
        let start = format!(
            "::warning file={FOLDER}/index.md,line=4,col={column}::what this `data:` address holds {why}%0Ahint: "
        );
        assert!(
            ran.status == 0 && ran.stderr.starts_with(&start) && ran.stderr.lines().count() == 1,
            "{text}\n{}",
            ran.stderr
        );
        assert_eq!(held(&project), Vec::<Vec<u8>>::new(), "{text}");
        for (path, bytes) in project.tree("public") {
            let end = |held: &str| held.as_bytes()[held.len() - 60..held.len() - 40].to_vec();
            for held in [&typed, &heic, &film, &page] {
                assert!(!has(&bytes, &end(held)), "{path}: {text}");
            }
        }
    }
    // What says nothing, and fonts and films without a place, are the writer's own.
    let text = "<a href='data:text/plain,hello'>a</a> ![dot](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)";
    let project = Project::new(&entry(text));
    project.build(["--strict"]);
    let page = project.read("public/journal/run/index.html");
    assert!(page.contains("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), "{page}");
    assert!(page.contains("<a href='data:text/plain,hello'>"), "{page}");
}

#[test]
fn front_matter_shows_no_picture_of_its_own() {
    let typed = data_address("image/jpeg", &photo(&[exif(1)]));
    let project = Project::new(&format!("-- {FOLDER}/index.md --\n---\ntitle: Run\nimage: \"{typed}\"\n---\nText.\n"));
    let ran = project.run(["build", "--message-format", "github"]);
    let start = format!(
        "::warning file={FOLDER}/index.md,line=3,col=8::`image` is a file of this site, found `data:image/jpeg"
    );
    assert!(ran.status == 0 && ran.stderr.starts_with(&start), "{}", ran.stderr);
    assert!(project.tree("public").values().all(|bytes| !has(bytes, b"data:image/jpeg")));
}
