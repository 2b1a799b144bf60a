use super::*;
use proptest::prelude::*;

fn refused(path: &str, bytes: &[u8]) -> String {
    match look(path, bytes) {
        Some(Looked::Refused(refusal)) => refusal.why,
        other => format!("{other:?}"),
    }
}

fn drawing(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>")
}

#[test]
fn sizes_are_never_larger_than_the_photo_nor_nearly_the_same() {
    for (own, widths) in [
        ((4000, 3000), vec![480, 960, 1600]),
        ((1600, 900), vec![480, 960, 1600]),
        ((1100, 900), vec![480, 1100]),
        ((570, 900), vec![570]),
        ((3, 9000), vec![3]),
    ] {
        let (width, height) = own;
        let photo = Photo { mark: Mark([0; 16]), form: Form::Jpeg, width, height };
        let variants = photo.variants();
        assert_eq!(variants.iter().map(|v| v.width).collect::<Vec<_>>(), widths);
        assert!(variants.iter().all(|v| v.height <= height && v.height > 0), "{variants:?}");
    }
    let photo = Photo { mark: Mark([0; 16]), form: Form::Jpeg, width: 4000, height: 3000 };
    assert_eq!(photo.variants()[1], Variant { width: 960, height: 720 });
    assert_eq!(photo.ending(photo.variants()[1]), ".960.jpg");
    assert_eq!(photo.mark.short(), "0000000000");
}

#[test]
fn kinds_are_told_by_the_bytes() {
    let film = b"\0\0\0\x18ftypisom\0\0\0\0mp41mp42";
    assert_eq!(look("a.mp4", film), None);
    assert_eq!(look("notes.txt", b"BM is how I start"), None);
    assert_eq!(look("page.html", b"<!doctype html><svg></svg>"), None);
    for (bytes, kind) in [
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic".as_slice(), "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "AVIF"),
        (b"\0\0\0\x18ftypcrx \0\0\0\0crx isom", "raw"),
        (b"MM\0*\0\0\0\x08", "TIFF or raw"),
        (b"\xff\x0a\0", "JPEG XL"),
        (b"BM\0\0\0\0\0\0\0\0", "BMP"),
    ] {
        let why = format!("is a picture of the kind {kind}, which not every browser shows");
        assert_eq!(refused("whatever.jpg", bytes), why);
    }
}

#[test]
fn drawings_lose_the_notes_of_their_editors_and_nothing_that_is_seen() {
    let typed = "\u{feff}<?xml version=\"1.0\"?>\n<!-- /home/me/secret.svg --><s:svg xmlns:s=\"http://www.w3.org/2000/svg\" \
                 xmlns:inkscape=\"i\" inkscape:export-filename=\"/home/me/x.png\" viewBox=\"0,0 40 30\"><s:metadata><s:g>me</s:g></s:metadata>\
                 <inkscape:grid/><inkscape:page><s:g/></inkscape:page>\n<s:style>g /* me */{ fill: url(#a) }</s:style>\
                 <s:g class=\"&lt;&#10;\">a &amp; <![CDATA[<b]]><s:title>T</s:title></s:g></s:svg>";
    let Some(Looked::Photo(photo)) = look("a.svg", typed.as_bytes()) else { panic!("it is fine") };
    assert_eq!((photo.width, photo.height, photo.variants().len()), (40, 30, 1));
    let made = make(&photo, typed.as_bytes(), &photo.variants()).expect("it is fine");
    assert_eq!(
        String::from_utf8_lossy(&made[0]),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0,0 40 30\">\n\
         <style>g /**/{ fill: url(#a) }</style><g class=\"&lt;&#10;\">a &amp; &lt;b<title>T</title></g></svg>"
    );
    for broken in ["<svg><g></svg>", "<svg>", "<svg/><svg/>", "<svg a='1' a='2'/>", "<svg a=1/>"] {
        assert_eq!(refused("a.svg", broken.as_bytes()), "is no well-formed drawing", "{broken}");
    }
    let deep = drawing(&format!("{}{}", "<g>".repeat(300), "</g>".repeat(300)));
    assert!(refused("a.svg", deep.as_bytes()).ends_with("it has elements nested 256 deep"));
    let laughs: String = (1..9).map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10))).collect();
    let laughs = format!("<!DOCTYPE svg [<!ENTITY l0 'ha'>{laughs}]>{}", drawing("<text>&l8;</text>"));
    assert_eq!(refused("a.svg", laughs.as_bytes()), "is no well-formed drawing");
    let inner = |inner: &str| {
        drawing(&format!(
            "<image href='data:image/svg+xml;base64,{}'/>",
            base64::Engine::encode(&base64::prelude::BASE64_STANDARD, inner)
        ))
    };
    let nested = inner(&inner(&inner(&inner(&drawing("<g/>")))));
    assert!(refused("a.svg", nested.as_bytes()).ends_with("it has drawings inside of drawings"));
    assert!(matches!(look("a.svg", inner(&inner(&drawing("<g/>"))).as_bytes()), Some(Looked::Photo(_))));
}

#[test]
fn a_drawing_has_the_size_that_it_says() {
    for (root, size) in [
        ("width='40' height='30px'", (40, 30)),
        ("width='40' viewBox='0 0 80 20'", (40, 10)),
        ("height='10' viewBox='0 0 80 20'", (40, 10)),
        ("width='100%' viewBox='0 0 80 20'", (80, 20)),
        ("width='NaN' viewBox='0 0 -80 20'", (300, 150)),
        ("", (300, 150)),
    ] {
        let bytes = format!("<svg {root}/>");
        let Some(Looked::Photo(photo)) = look("a.svg", bytes.as_bytes()) else { panic!("{root}") };
        assert_eq!((photo.width, photo.height), size, "{root}");
    }
}

#[test]
fn a_moving_webp_keeps_its_frames_and_no_metadata() {
    let chunk = |name: &str, content: &[u8]| {
        let length = u32::try_from(content.len()).expect("it is short").to_le_bytes();
        [name.as_bytes(), &length, content, &[0][..content.len() % 2]].concat()
    };
    let file = |chunks: &[Vec<u8>]| {
        let chunks = chunks.concat();
        let length = u32::try_from(chunks.len() + 4).expect("it is short").to_le_bytes();
        [b"RIFF", &length[..], b"WEBP", &chunks].concat()
    };
    let head = |flags: u8| chunk("VP8X", &[flags, 0, 0, 0, 3, 0, 0, 1, 0, 0]);
    let frames = [chunk("ANIM", &[0; 6]), chunk("ANMF", b"a frame"), chunk("ANMF", b"another")];
    let typed =
        file(&[&[head(0x02 | 0x04 | 0x08)][..], &frames, &[chunk("EXIF", b"GPS"), chunk("XMP ", b"GPS!")]].concat());
    assert!(webp::moves(&typed) && webp::ends(&typed));
    assert_eq!(webp::clean(&typed), Some(file(&[&[head(0x02)][..], &frames].concat())));
    assert_eq!(webp::clean(&typed[..typed.len() - 3]), None);
}

/// Whole files, to be spoilt.
fn files() -> Vec<Vec<u8>> {
    let image = image::DynamicImage::new_rgb8(9, 5);
    let formats =
        [image::ImageFormat::Jpeg, image::ImageFormat::Png, image::ImageFormat::WebP, image::ImageFormat::Gif];
    let encoded = |format| {
        let mut bytes = Vec::new();
        image.write_to(&mut std::io::Cursor::new(&mut bytes), format).expect("it can be written");
        bytes
    };
    formats.into_iter().map(encoded).chain([drawing("<g a='b'>&amp;</g>").into_bytes()]).collect()
}

proptest! {
    #[test]
    fn nothing_that_a_file_holds_makes_it_panic(
        which in 0usize..5,
        cut in 0usize..1000,
        changes in proptest::collection::vec((0usize..1000, any::<u8>()), 0..6),
    ) {
        let mut bytes = files().swap_remove(which);
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len().min(cut.max(3)));
        if let Some(Looked::Photo(photo)) = look("a.jpg", &bytes)
            && u64::from(photo.width) * u64::from(photo.height) < 1_000_000
        {
            let _ = make(&photo, &bytes, &photo.variants());
        }
    }

    #[test]
    fn files_that_end_early_are_no_photos(which in 0usize..5, share in 0.0f64..1.0) {
        let bytes = files().swap_remove(which);
        prop_assert!(matches!(look("a.jpg", &bytes), Some(Looked::Photo(_))));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share of a length")]
        let end = (bytes.len() as f64 * share) as usize;
        prop_assert!(!matches!(look("a.jpg", &bytes[..end]), Some(Looked::Photo(_))), "{} of {}", end, bytes.len());
    }
}
