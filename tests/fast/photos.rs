//! Photos: upright, in several sizes, and without anything that a camera or a program wrote beside the picture.

use crate::support::{Project, main_of};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::codecs::gif::{GifEncoder, Repeat};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, Frame, ImageDecoder, ImageEncoder, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};
use std::collections::BTreeMap;
use std::io::Cursor;

/// A picture that looks different whichever way it is turned: red, green, blue and white, a quarter each.
pub(crate) fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x * 2 < width, y * 2 < height) {
        (true, true) => Rgb([230, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (true, false) => Rgb([20, 20, 230]),
        (false, false) => Rgb([250, 250, 250]),
    })
}

#[track_caller]
fn assert_upright(bytes: &[u8], size: (u32, u32), what: &str) {
    let image = decoded(bytes);
    assert_eq!((image.width(), image.height()), size, "{what}");
    let (w, h) = size;
    let near = |(x, y): (u32, u32), wanted: [u8; 3]| {
        let found = image.get_pixel(x, y).0;
        found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 24)
    };
    let right = near((w / 4, h / 4), [230, 20, 20])
        && near((w * 3 / 4, h / 4), [20, 200, 20])
        && near((w / 4, h * 3 / 4), [20, 20, 230])
        && near((w * 3 / 4, h * 3 / 4), [250, 250, 250]);
    assert!(right, "{what} does not stand upright");
}

fn decoded(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).expect("a picture").into_rgb8()
}

pub(crate) fn jpeg(image: &RgbImage, profile: Option<&[u8]>, segments: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).expect("a profile");
    }
    encoder.encode_image(image).expect("a picture");
    let tail = bytes.split_off(2);
    [bytes, segments.concat(), tail].concat()
}

pub(crate) fn segment(mark: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xff, mark], length.as_slice(), content].concat()
}

/// The tags that a camera writes: how it was held, and where, which is the sea off Ghana.
pub(crate) fn tags(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0; 4]);
    assert_eq!(tiff.len(), 38);
    // Latitude and longitude, three fractions each, all of them nought.
    tiff.extend([2, 0]);
    tiff.extend([2, 0, 5, 0, 3, 0, 0, 0, 68, 0, 0, 0]);
    tiff.extend([4, 0, 5, 0, 3, 0, 0, 0, 68, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend([0, 0, 0, 0, 1, 0, 0, 0].repeat(3));
    tiff
}

pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0".as_slice(), &tags(orientation)].concat())
}

pub(crate) const PACKET: &[u8] =
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPSLatitude>0,0N</exif:GPSLatitude></x:xmpmeta>";

/// Everything that a camera, a phone and an editor may have written beside the picture.
pub(crate) fn everything(orientation: u8) -> Vec<Vec<u8>> {
    vec![
        exif(orientation),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0".as_slice(), PACKET].concat()),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0aIPTC-BYLINE"),
        segment(0xfe, b"SECRET-COMMENT"),
    ]
}

/// A profile of red, green and blue as old screens had them, with words in it that only its maker knew.
fn profile() -> Vec<u8> {
    let xyz = |x: u32, y: u32, z: u32| {
        [b"XYZ \0\0\0\0".as_slice(), &x.to_be_bytes(), &y.to_be_bytes(), &z.to_be_bytes()].concat()
    };
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33".to_vec();
    let words = b"desc\0\0\0\0\0\0\0\x1aSECRET of Jo's own screen\0".to_vec();
    let tags = [
        (b"desc", words.clone()),
        (b"cprt", b"text\0\0\0\0SECRET Jo".to_vec()),
        (b"wtpt", xyz(0xf351, 0x10000, 0x116cc)),
        (b"rXYZ", xyz(0x6fa2, 0x38f5, 0x390)),
        (b"gXYZ", xyz(0x6299, 0xb785, 0x18da)),
        (b"bXYZ", xyz(0x24a0, 0xf84, 0xb6cf)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", [curve, b"SECRET after the numbers".to_vec()].concat()),
        (b"mmod", b"mmod\0\0\0\0SECRET serial number".to_vec()),
        // A text in the place of numbers.
        (b"bkpt", words),
    ];
    let mut head = vec![0; 128];
    head[4..40].copy_from_slice(b"SCRT\x02\x10\0\0mntrRGB XYZ \x07\xe8\0\x05\0\x04\0\x03\0\x02\0\x01acsp");
    head[40..56].copy_from_slice(b"APPL\0\0\0\0SECRMODE");
    head[68..80].copy_from_slice(b"\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d");
    head[80..84].copy_from_slice(b"SECR");
    let four = |n: usize| u32::try_from(n).expect("it is short").to_be_bytes();
    let (mut table, mut contents) = (four(tags.len()).to_vec(), Vec::new());
    for (name, content) in tags {
        let at = 128 + 4 + 11 * 12 + contents.len();
        table.extend([name.as_slice(), &four(at), &four(content.len())].concat());
        contents.extend(content);
        contents.resize(contents.len().next_multiple_of(4), 0);
    }
    let mut profile = [head, table, contents].concat();
    let length = four(profile.len());
    profile[..4].copy_from_slice(&length);
    profile
}

/// Asserts that a profile has all numbers of [`profile`], and none of its words.
#[track_caller]
fn assert_same_colours(found: Option<Vec<u8>>, what: &str) {
    let found = found.unwrap_or_else(|| panic!("{what} has no profile"));
    for word in [b"SECR".as_slice(), b"SCRT", b"MODE", b"APPL", b"mmod", b"Jo"] {
        assert!(!has(&found, word), "{what} has {:?}", String::from_utf8_lossy(word));
    }
    let content = |profile: &[u8], name: &[u8; 4]| {
        let four = |at: usize| u32::from_be_bytes(*profile[at..].first_chunk().expect("four bytes"));
        let tags = (0..four(128)).map(|n| 132 + usize::try_from(n).expect("few") * 12);
        let at = tags.into_iter().find(|at| &profile[*at..at + 4] == name)?;
        let [from, length] = [four(at + 4), four(at + 8)].map(|n| usize::try_from(n).expect("short"));
        Some(profile[from..from + length].to_vec())
    };
    for name in [b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"rTRC", b"gTRC"] {
        assert_eq!(content(&found, name), content(&profile(), name), "{what}");
    }
    assert_eq!(content(&found, b"bTRC"), content(&profile(), b"gTRC"), "{what}");
    assert_eq!((content(&found, b"bkpt"), &found[8..24]), (None, &profile()[8..24]), "{what}");
    let read = moxcms::ColorProfile::new_from_slice(&found).unwrap_or_else(|e| panic!("{what}: {e}"));
    let wanted = moxcms::ColorProfile::new_from_slice(&profile()).expect("a profile");
    assert_eq!((read.red_colorant, read.green_trc), (wanted.red_colorant, wanted.green_trc), "{what}");
}

/// An address that holds a file.
pub(crate) fn data_address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

const MARKERS: [&[u8]; 11] = [
    b"Exif\0\0",
    b"http://ns.adobe.com/xap",
    b"xmpmeta",
    b"Photoshop 3.0",
    b"8BIM",
    b"GPS",
    b"SECRET",
    b"XMP",
    b"tEXt",
    b"iTXt",
    b"eXIf",
];

pub(crate) fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// Asserts that no picture among some files has a marker of metadata, or a segment that holds some.
#[track_caller]
fn assert_clean(files: &BTreeMap<String, Vec<u8>>) -> usize {
    let mut pictures = 0;
    for (path, bytes) in files.iter().filter(|(_, bytes)| !bytes.starts_with(b"<") && !bytes.starts_with(b"{")) {
        for marker in MARKERS {
            assert!(!has(bytes, marker), "{path} has {:?}", String::from_utf8_lossy(marker));
        }
        if bytes.starts_with(&[0xff, 0xd8]) {
            assert_eq!(marks(bytes), "", "{path} has segments of metadata");
        }
        // Cards and icons are drawn, and were never anybody's photo.
        let drawn = path.contains("card") || path.ends_with("icon.png");
        pictures += usize::from(!drawn && image::guess_format(bytes).is_ok());
    }
    pictures
}

/// The segments of a JPEG before its picture that are none of it: APP0 is JFIF's own, APP2 the colour profile.
fn marks(bytes: &[u8]) -> String {
    let (mut at, mut found) = (2, String::new());
    while bytes[at] == 0xff && bytes[at + 1] != 0xda {
        if matches!(bytes[at + 1], 0xe1 | 0xe3..=0xef | 0xfe) {
            found += &format!("{:02x} ", bytes[at + 1]);
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    found
}

/// The value of the attribute of the tag that has these words in it.
#[track_caller]
fn attribute(page: &str, words: &str, name: &str) -> String {
    let tag = page.split("<img").skip(1).map(|rest| rest.split('>').next().expect("a tag"));
    let tag =
        tag.into_iter().find(|tag| tag.contains(words)).unwrap_or_else(|| panic!("no image with {words} in {page}"));
    let value = tag.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {tag}")).1;
    value.split('"').next().expect("a value").to_owned()
}

/// The output that a page's address leads to.
fn published(project: &Project, address: &str) -> Vec<u8> {
    std::fs::read(project.path("public").join(address.trim_start_matches('/')))
        .unwrap_or_else(|e| panic!("{address}: {e}"))
}

pub(crate) fn entry(text: &str) -> String {
    format!("-- content/journal/2020-08-01-run/index.md --\n---\ntitle: Run\n---\n{text}\n")
}

pub(crate) const FOLDER: &str = "content/journal/2020-08-01-run";

/// A photo that says where it was taken, and much else.
pub(crate) fn with_place() -> Vec<u8> {
    jpeg(&quarters(80, 60), None, &everything(1))
}

#[test]
fn photos_come_out_upright_whichever_way_the_camera_was_held() {
    let text: Vec<String> = (1..=8).map(|held| format!("![held {held}]({held}.jpg)\n")).collect();
    let project = Project::new(&entry(&text.join("\n")));
    for held in 1..=8u8 {
        let mut stored = DynamicImage::from(quarters(600, 450));
        // What turns the picture upright again, the other way round.
        let back = match Orientation::from_exif(held).expect("an orientation") {
            Orientation::Rotate90 => Orientation::Rotate270,
            Orientation::Rotate270 => Orientation::Rotate90,
            same => same,
        };
        stored.apply_orientation(back);
        project.write(&format!("{FOLDER}/{held}.jpg"), jpeg(&stored.into_rgb8(), None, &everything(held)));
    }
    project.build(["--strict"]);
    let page = project.read("public/journal/run/index.html");
    for held in 1..=8 {
        let words = format!("alt=\"held {held}\"");
        let (width, height) = (attribute(&page, &words, "width"), attribute(&page, &words, "height"));
        assert_eq!((width.as_str(), height.as_str()), ("600", "450"), "{held}");
        assert_upright(&published(&project, &attribute(&page, &words, "src")), (600, 450), &words);
        let small = attribute(&page, &words, "srcset").split(' ').next().expect("an address").to_owned();
        assert_upright(&published(&project, &small), (480, 360), &format!("{words}, small"));
    }
    assert_eq!(assert_clean(&project.tree("public")), 16);
    assert_eq!(assert_clean(&project.tree(".comeback/photos")), 16);
}

/// A block of tags as a camera of the other order of bytes writes it: its maker, how it was held, and a small picture of its own.
fn big_block(kind: u16, held: u32) -> Vec<u8> {
    let tag = |number: u16, kind: u16, count: u32, value: u32| {
        [&number.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let thumbnail = jpeg(&quarters(16, 12), None, &[]);
    let length = u32::try_from(thumbnail.len()).expect("it is short");
    [
        b"MM\0*\0\0\0\x08\0\x02".to_vec(),
        tag(0x010f, 2, 12, 68),
        tag(0x0112, kind, 1, held),
        38u32.to_be_bytes().to_vec(),
        // At 38: the list of the small picture.
        b"\0\x02".to_vec(),
        tag(0x0201, 4, 1, 80),
        tag(0x0202, 4, 1, length),
        [0; 4].to_vec(),
        b"SECRETMAKER\0".to_vec(),
        thumbnail,
    ]
    .concat()
}

#[test]
fn however_a_camera_writes_its_tags_the_photo_comes_out_upright_or_is_told() {
    let app1 = |block: &[u8]| segment(0xe1, &[b"Exif\0\0", block].concat());
    let packet = segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", PACKET].concat());
    let broken = segment(0xe1, b"Exif\0\0II*\0\xff\xff\xff\xff");
    let mut looped = tags(1);
    looped[34..38].copy_from_slice(&[8, 0, 0, 0]);
    // Held upside down, said in each of these ways, or not said at all.
    let turned: Vec<Vec<Vec<u8>>> = vec![
        vec![app1(&tags(3))],
        vec![app1(&big_block(3, 3 << 16))],
        vec![packet.clone(), app1(&big_block(3, 3 << 16))],
        vec![segment(0xe0, b"JFXX\0\x10"), segment(0xfe, b"SECRET"), app1(&tags(3)), segment(0xed, b"Photoshop 3.0\0")],
        // Padding before a mark.
        vec![[vec![0xff, 0xff, 0xff], app1(&tags(3))].concat()],
    ];
    let straight: Vec<Vec<Vec<u8>>> = vec![
        vec![app1(b"")],
        vec![app1(b"no tags at all")],
        vec![broken],
        vec![app1(&tags(3)[..18])],
        vec![app1(&tags(0))],
        vec![app1(&tags(9))],
        vec![app1(&looped)],
        vec![app1(&big_block(3, 0xffff_0000))],
        vec![app1(&big_block(7, 3))],
        vec![segment(0xe1, b"Exif"), packet],
        vec![segment(0xe2, b"MPF\0II*\0\x08\0\0\0"), segment(0xef, &[7; 60_000])],
    ];
    let text: Vec<String> = (0..turned.len() + straight.len()).map(|n| format!("![n{n}.](n{n}.jpg)\n")).collect();
    let project = Project::new(&entry(&text.join("\n")));
    let upside_down = DynamicImage::from(quarters(600, 450)).rotate180().into_rgb8();
    let fine = quarters(600, 450);
    let turned = turned.iter().map(|segments| (&upside_down, segments));
    let all: Vec<_> = turned.chain(straight.iter().map(|segments| (&fine, segments))).collect();
    for (n, (image, segments)) in all.iter().enumerate() {
        project.write(&format!("{FOLDER}/n{n}.jpg"), jpeg(image, None, segments));
    }
    project.build(["--strict"]);
    let page = project.read("public/journal/run/index.html");
    for n in 0..all.len() {
        let words = format!("alt=\"n{n}.\"");
        assert_upright(&published(&project, &attribute(&page, &words, "src")), (600, 450), &words);
    }
    assert_eq!(assert_clean(&project.tree("public")), all.len() * 2);
}

#[test]
fn a_photo_that_is_damaged_anywhere_is_told_or_shown_and_never_ends_the_build() {
    let whole = jpeg(&quarters(64, 48), Some(&profile()), &everything(1));
    let scan = whole.windows(2).position(|pair| pair == [0xff, 0xda]).expect("a scan");
    let cuts = [2, 3, 5, 20, whole.len() / 3, scan, scan + 4, scan + 40, whole.len() - 2, whole.len() - 1];
    let mut files: Vec<Vec<u8>> = cuts.iter().map(|cut| whole[..*cut].to_vec()).collect();
    let cut = files.len();
    for (from, to) in [(scan + 4, scan + 10), (scan - 60, scan), (scan - 200, scan - 180), (20, 60)] {
        let mut spoilt = whole.clone();
        spoilt[from..to].fill(0xff);
        files.push(spoilt);
    }
    let text: Vec<String> = (0..files.len()).map(|n| format!("![n{n}.](n{n}.jpg)\n")).collect();
    let project = Project::new(&entry(&text.join("\n")));
    for (n, bytes) in files.iter().enumerate() {
        project.write(&format!("{FOLDER}/n{n}.jpg"), bytes);
    }
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let page = project.read("public/journal/run/index.html");
    for n in 0..files.len() {
        let told = ran.stderr.contains(&format!("/n{n}.jpg "));
        assert_eq!(page.contains(&format!("<span class=\"no-picture\">n{n}.</span>")), told, "{n}: {}", ran.stderr);
        assert!(told || n >= cut, "{n} is cut off, and nobody says so");
    }
    assert_clean(&project.tree("public"));
}

/// A chunk of a PNG.
pub(crate) fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut table = [0u32; 256];
    for (n, entry) in (0u32..).zip(&mut table) {
        *entry = (0..8).fold(n, |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 });
    }
    let named = [name.as_slice(), content].concat();
    let sum = !named.iter().fold(!0u32, |c, byte| table[usize::from(c.to_le_bytes()[0] ^ byte)] ^ (c >> 8));
    [&u32::try_from(content.len()).expect("it can be had").to_be_bytes()[..], &named, &sum.to_be_bytes()].concat()
}

/// A chunk of a WebP.
fn riff(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("it can be had").to_le_bytes();
    [name.as_slice(), &length, content, &[0][..content.len() % 2]].concat()
}

/// A WebP with everything in it.
fn webp(image: &DynamicImage) -> Vec<u8> {
    let mut simple = Vec::new();
    image.write_with_encoder(WebPEncoder::new_lossless(&mut simple)).expect("a picture");
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let alpha = if image.color().has_alpha() { 0x10 } else { 0 };
    let head = [vec![0x20 | 0x08 | 0x04 | alpha, 0, 0, 0], side(image.width()), side(image.height())].concat();
    let chunks = [
        riff(b"VP8X", &head),
        riff(b"ICCP", &profile()),
        simple[12..].to_vec(),
        riff(b"EXIF", &tags(3)),
        riff(b"XMP ", PACKET),
    ]
    .concat();
    let length = u32::try_from(chunks.len() + 4).expect("it can be had").to_le_bytes();
    [b"RIFF".as_slice(), &length, b"WEBP", &chunks].concat()
}

pub(crate) fn png(image: &DynamicImage, extra: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile()).expect("a profile");
    image.write_with_encoder(encoder).expect("a picture");
    // After the head, which is 25 bytes long.
    let tail = bytes.split_off(33);
    [bytes, extra.concat(), tail].concat()
}

/// Three frames, a comment, and a packet of XMP.
fn gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut bytes);
        encoder.set_repeat(Repeat::Infinite).expect("a loop");
        for shade in [10, 120, 240] {
            encoder
                .encode_frame(Frame::new(RgbaImage::from_pixel(20, 10, Rgba([shade, 40, 40, 255]))))
                .expect("a frame");
        }
    }
    let end = bytes.pop();
    assert_eq!(end, Some(0x3b));
    bytes.extend(b"\x21\xfe\x0eSECRET-COMMENT\0\x21\xff\x0bICCRGBG1012\x0eSECRET-PROFILE\0\x21\xff\x0bXMP DataXMP\x0cGPSLatitude!\0\x3b");
    bytes
}

fn profile_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().expect("a picture");
    reader.into_decoder().expect("a picture").icc_profile().expect("readable")
}

#[test]
fn every_kind_of_picture_loses_its_metadata_and_keeps_its_colours() {
    let project = Project::new(&entry(
        "![a](a.jpg)\n\n![b](b.png)\n\n![c](c.webp)\n\n![d](d.webp)\n\n![e](e.gif)\n\n![f](named.jpg)\n\n![g](grey.jpg)",
    ));
    let rgb = DynamicImage::from(quarters(64, 48));
    let mut clear = rgb.to_rgba8();
    clear.put_pixel(0, 0, Rgba([0, 0, 0, 0]));
    let text = [
        chunk(b"tEXt", b"Comment\0SECRET"),
        chunk(b"eXIf", &tags(3)),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), PACKET].concat()),
    ];
    let grey = DynamicImage::from(rgb.to_luma8());
    let mut grey_bytes = Vec::new();
    grey.write_with_encoder(JpegEncoder::new(&mut grey_bytes)).expect("a picture");
    project
        .write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(64, 48), Some(&profile()), &everything(1)))
        .write(&format!("{FOLDER}/b.png"), png(&rgb, &text))
        .write(&format!("{FOLDER}/c.webp"), webp(&rgb))
        .write(&format!("{FOLDER}/d.webp"), webp(&clear.into()))
        .write(&format!("{FOLDER}/e.gif"), gif())
        .write(&format!("{FOLDER}/named.jpg"), png(&rgb, &text))
        .write(&format!("{FOLDER}/grey.jpg"), grey_bytes);
    project.build(["--strict"]);
    let page = project.read("public/journal/run/index.html");
    let files = project.tree("public");
    assert_eq!(assert_clean(&files), 7);
    for (alt, ending) in [
        ("a", ".64.jpg"),
        ("b", ".64.png"),
        ("c", ".64.jpg"),
        ("d", ".64.webp"),
        ("e", ".gif"),
        ("f", ".64.png"),
        ("g", ".64.jpg"),
    ] {
        let source = attribute(&page, &format!("alt=\"{alt}\""), "src");
        assert!(source.ends_with(ending), "{source}");
        let bytes = published(&project, &source);
        if !matches!(alt, "e" | "g") {
            assert_same_colours(profile_of(&bytes), alt);
        }
        match alt {
            // These say that the camera was held upside down.
            "b" | "c" | "d" | "f" => {
                let mut image = DynamicImage::from(decoded(&bytes));
                image.apply_orientation(Orientation::Rotate180);
                let mut upside_down = Vec::new();
                image.write_to(&mut Cursor::new(&mut upside_down), image::ImageFormat::Png).expect("a picture");
                assert_upright(&upside_down, (64, 48), alt);
            }
            "a" => assert_upright(&bytes, (64, 48), alt),
            "e" => {
                let decoder = image::codecs::gif::GifDecoder::new(Cursor::new(&bytes)).expect("a picture");
                let frames = image::AnimationDecoder::into_frames(decoder).collect_frames().expect("frames");
                let shades: Vec<u8> = frames.iter().map(|frame| frame.buffer().get_pixel(5, 5).0[0]).collect();
                assert_eq!(shades, [10, 120, 240]);
                assert!(has(&bytes, b"NETSCAPE2.0"), "it goes on repeating");
            }
            _ => assert_eq!(image::load_from_memory(&bytes).expect("a picture").color(), image::ColorType::L8),
        }
    }
}

#[test]
fn pages_say_all_sizes_and_feeds_one() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/blog/\"\n\
         -- content/journal/2020-08-01-run/index.md --\n---\ntitle: Run\nimage: Über uns.jpg\n---\n\
         ![One](<Über uns.jpg> \"A title\")\n\nText ![two](small.png) and <img src='small.png' class=\"x\" alt='' width=9> and\n\
         <img src=\"../2020-08-01-run/small.png\" alt=\"three\" srcset=\"no.png 2x\" loading=\"eager\">, \
         [large](<Über uns.jpg>).\n",
    );
    project.write(&format!("{FOLDER}/Über uns.jpg"), jpeg(&quarters(2000, 1000), None, &[]));
    project.write(&format!("{FOLDER}/small.png"), png(&quarters(30, 20).into(), &[]));
    project.build(["--strict"]);
    let names: Vec<String> = project.tree("public/journal/run").into_keys().collect();
    assert_eq!(names.iter().filter(|n| n.starts_with("small")).count(), 1, "{names:?}");
    let mark = |file: &str| comeback::photo::Mark::of(&project.tree(FOLDER)[file]).short();
    let (photo, small) = (
        format!("/blog/journal/run/%C3%9Cber%20uns.{}", mark("Über uns.jpg")),
        format!("/blog/journal/run/small.{}.30.png", mark("small.png")),
    );
    let page = project.read("public/journal/run/index.html");
    let figure = format!(
        "<figure class=\"pic\"><a href=\"{photo}.1600.jpg\"><img src=\"{photo}.960.jpg\" srcset=\"{photo}.480.jpg 480w, {photo}.960.jpg 960w, {photo}.1600.jpg 1600w\" \
         sizes=\"(min-width: 38rem) 36rem, calc(100vw - 2rem)\" width=\"1600\" height=\"800\" alt=\"One\" decoding=\"async\"></a>\
         <figcaption>A title</figcaption></figure>\n\
         <p>Text <img src=\"{small}\" width=\"30\" height=\"20\" alt=\"two\" loading=\"lazy\" decoding=\"async\"> and \
         <img src=\"{small}\" class=\"x\" alt=\"\" width=\"9\" loading=\"lazy\" decoding=\"async\"> and\n\
         <img src=\"{small}\" width=\"30\" height=\"20\" alt=\"three\" loading=\"eager\">, <a href=\"{photo}.1600.jpg\">large</a>.</p>"
    );
    assert!(main_of(&page).contains(&figure), "{page}\n{figure}");
    let whole = |size: u32| format!("https://example.org{photo}.{size}.jpg");
    assert!(page.contains(&format!("<meta property=\"og:image\" content=\"{}\">", whole(1600))), "{page}");
    let card = format!(
        "<img class=\"picture\" src=\"{photo}.960.jpg\" srcset=\"{photo}.480.jpg 480w, {photo}.960.jpg 960w, {photo}.1600.jpg 1600w\" \
         sizes=\"(min-width: 46rem) 7.5rem, calc(100vw - 2rem)\" width=\"1600\" height=\"800\" alt=\"\" loading=\"lazy\" decoding=\"async\">"
    );
    assert!(project.read("public/index.html").contains(&card), "{}", project.read("public/index.html"));
    let feed = project.read("public/feed.json");
    assert!(feed.contains(&format!("\"image\": \"{}\"", whole(960))), "{feed}");
    assert!(!feed.contains("srcset"), "{feed}");
}

#[test]
fn no_original_is_published_and_unused_ones_are_mentioned() {
    let project = Project::new(
        "-- content/journal/2020-08-01-run/index.md --\n---\ntitle: Run\n---\n![a](used.jpg) ![b](../2020-08-02-draft/other.jpg)\n\
         -- content/journal/2020-08-02-draft/index.md --\n---\ntitle: Draft\ndraft: true\n---\n![c](other.jpg)\n",
    );
    let photo = jpeg(&quarters(40, 30), None, &everything(1));
    for path in [
        &format!("{FOLDER}/used.jpg"),
        &format!("{FOLDER}/unused.jpg"),
        "content/journal/2020-08-02-draft/other.jpg",
        "content/loose.HEIC",
    ] {
        project.write(path, &photo);
    }
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (
            0,
            "::warning file=content/journal/2020-08-01-run/index.md,line=4,col=21::\
             the image content/journal/2020-08-02-draft/other.jpg lies beside a text that is not published, so it is not either%0A\
             hint: copy it beside this text\n"
        )
    );
    let listed = "not published: 2 files that nothing links to: content/journal/2020-08-01-run/unused.jpg, content/loose.HEIC\n\
                  not published: 1 file beside a text that is not published: content/journal/2020-08-02-draft/other.jpg\n";
    assert!(ran.stdout.contains(listed), "{}", ran.stdout);
    let files = project.tree("public");
    assert!(files.values().all(|bytes| *bytes != photo));
    let pictures: Vec<&String> = files.keys().filter(|path| path.contains(".jpg") || path.contains("HEIC")).collect();
    assert_eq!(pictures, [&format!("journal/run/used.{}.40.jpg", comeback::photo::Mark::of(&photo).short())]);
    assert!(project.read("public/journal/run/index.html").contains("<span class=\"no-picture\">b</span>"));
}

#[test]
fn what_is_no_good_is_told_with_its_place_and_the_build_goes_on() {
    let project = Project::new(&entry(
        "![cut](cut.jpg)\n\n![wide](wide.png)\n\n![text](text.png)\n\n![empty](empty.jpg)\n\n![heic](heic.jpg)\n\n\
         ![acts](acts.svg)\n\n![asks](asks.svg)\n\n![spoilt](spoilt.png)\n\n![](fine.svg)\n\n![case](Fine.SVG)\n\n\
         <img src=\"fine.svg\">\n\n![tiff](x.tif)\n\n![avif](x.avif)\n\n![cut](cut.gif)",
    ));
    let whole = jpeg(&quarters(600, 450), None, &everything(1));
    let mut wide = Vec::new();
    DynamicImage::new_luma8(30_000, 1)
        .write_to(&mut Cursor::new(&mut wide), image::ImageFormat::Png)
        .expect("a picture");
    let mut spoilt = png(&quarters(64, 48).into(), &[]);
    let middle = spoilt.len() - 30;
    spoilt[middle..middle + 8].fill(0);
    let gif = gif();
    for (name, bytes) in [
        ("cut.jpg", &whole[..whole.len() / 2]),
        ("wide.png", &wide),
        ("text.png", b"this is no picture"),
        ("empty.jpg", b""),
        ("heic.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("acts.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("asks.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><use href='https://x.example/#a'/></svg>"),
        ("spoilt.png", &spoilt),
        ("fine.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'><!-- SECRET --><rect width='4' height='3'/></svg>"),
        ("x.tif", b"II*\0\x08\0\0\0"),
        ("x.avif", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif"),
        ("cut.gif", &gif[..gif.len() - 9]),
    ] {
        project.write(&format!("{FOLDER}/{name}"), bytes);
    }
    let expected = "\
4 cut.jpg ends before the picture does | copy it from the camera again, or save it anew in a picture editor
6 wide.png is 30000 × 1 pixels, more than the 20000 on a side and 120 million in all that are read | save a smaller copy of it: pages show at most 1600 pixels across
8 text.png is no picture, whatever its name says | copy it from the camera again, or save it anew in a picture editor
10 empty.jpg is empty | copy it from the camera again, or save it anew in a picture editor
12 heic.jpg is a picture of the kind HEIC, which not every browser shows | save it as JPEG and name that file: on a phone, share it by mail, or choose “Most Compatible” in the camera’s settings
14 acts.svg is a drawing that acts: it has a `script` element | take it out, or save the drawing anew as a plain SVG in a drawing program
16 asks.svg is a drawing that needs more than itself: it has a link | take it out, or save the drawing as PNG
18 spoilt.png is damaged | copy it from the camera again, or save it anew in a picture editor
20 the image has no alternative text | say what it shows: `![what it shows](photo.jpg)`
22 the image Fine.SVG is missing | the file is called `fine.svg`: capitals count
24 the image has no alternative text | say what it shows: `alt=\"what it shows\"`; one that only decorates says `alt=\"\"`
26 x.tif is a picture of the kind TIFF or raw, which not every browser shows | save it as JPEG and name that file: the camera’s own program, or any picture editor, exports it
28 x.avif is a picture of the kind AVIF, which not every browser shows | save it as JPEG and name that file: any picture editor exports it
30 cut.gif ends before the picture does | copy it from the camera again, or save it anew in a picture editor
";
    for command in ["check", "build"] {
        let ran = project.run([command, "--message-format", "github"]);
        let start = "::warning file=content/journal/2020-08-01-run/index.md,line=";
        let told: String = ran
            .stderr
            .lines()
            .map(|line| {
                let line = line.strip_prefix(start).unwrap_or_else(|| panic!("{line}"));
                let (number, line) = line.split_once(",col=").expect("a column");
                let line = line.split_once("::").expect("a message").1;
                let line = format!("{number} {line}").replace("%0Ahint: ", " | ").replace("%25", "%");
                line.replace(&format!("{FOLDER}/"), "") + "\n"
            })
            .collect();
        assert_eq!((ran.status, told.as_str()), (0, expected), "{command}");
    }
    let page = project.read("public/journal/run/index.html");
    for alt in ["cut", "wide", "text", "empty", "heic", "acts", "asks", "spoilt", "case", "tiff", "avif"] {
        assert!(
            page.contains(&format!("<figure class=\"pic\"><span class=\"no-picture\">{alt}</span></figure>")),
            "{alt}"
        );
    }
    let pictures: Vec<String> =
        project.tree("public").into_keys().filter(|p| p.starts_with("journal/run/") && !p.ends_with(".html")).collect();
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    assert!(!project.read(&format!("public/{}", pictures[0])).contains("SECRET"));
    assert!(page.contains("width=\"40\" height=\"30\""));
}

/// The variants that are kept, each with the moment when it was written.
fn kept(project: &Project) -> BTreeMap<String, std::time::SystemTime> {
    let folder = std::fs::read_dir(project.path(".comeback/photos")).expect("a folder");
    folder
        .flatten()
        .map(|e| {
            (
                e.file_name().display().to_string(),
                e.metadata().expect("it can be had").modified().expect("it can be had"),
            )
        })
        .collect()
}

#[test]
fn an_edit_makes_no_photo_and_another_photo_takes_the_place_of_the_first() {
    let project = Project::new(&entry("![a](a.jpg)"));
    project.write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(1000, 500), None, &[]));
    project.build(["--strict"]);
    let (first, before) = (project.tree("public"), kept(&project));
    assert_eq!(before.len(), 2);
    assert_eq!(project.read(".comeback/.gitignore"), "*\n");
    assert!(project.build(["--strict"]).contains(" 0 written, "), "the same bytes again");

    project.write(&format!("{FOLDER}/index.md"), "---\ntitle: Run\n---\nMore. ![a](a.jpg)\n");
    project.build(["--strict"]);
    assert_eq!(kept(&project), before);

    project.write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(500, 900), None, &[]));
    project.build(["--strict"]);
    let after = kept(&project);
    assert_eq!(after.len(), 1);
    assert!(after.keys().all(|name| !before.contains_key(name)));
    let clean =
        Project::new("-- content/journal/2020-08-01-run/index.md --\n---\ntitle: Run\n---\nMore. ![a](a.jpg)\n");
    clean.write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(500, 900), None, &[]));
    clean.build(["--strict"]);
    assert!(project.tree("public") == clean.tree("public"), "an edited site is what a clean build makes");
    assert!(first.keys().filter(|path| path.ends_with(".jpg")).all(|old| !project.has(&format!("public/{old}"))));
}

#[test]
fn where_nothing_can_be_kept_the_site_is_whole_all_the_same() {
    let project = Project::new(&entry("![a](a.jpg)"));
    project.write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(600, 300), None, &[]));
    project.write(".comeback", "a file, where a folder is wanted");
    let ran = project.run(["build", "--message-format", "github"]);
    let told: Vec<&str> = ran.stderr.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    let list = "::warning::the list of what this build writes can't be kept in .comeback/";
    assert_eq!(told, [list, "::warning::the sizes of photos can't be kept for the next build"], "{ran:?}");
    assert_eq!(ran.status, 0);
    assert!(ran.stderr.ends_with("%0Ahint: until they can, every build makes them anew\n"), "{ran:?}");
    let page = project.read("public/journal/run/index.html");
    assert_upright(&published(&project, &attribute(&page, "alt=\"a\"", "src")), (600, 300), "a");
}

#[test]
fn a_half_written_variant_is_never_taken_for_a_whole_one() {
    let project = Project::new(&entry("![a](a.jpg)"));
    project.write(&format!("{FOLDER}/a.jpg"), jpeg(&quarters(400, 300), None, &[]));
    project.build(["--strict"]);
    let name = kept(&project).into_keys().next().expect("a variant");
    // What a full disk and a killed build may leave.
    project.write(&format!(".comeback/photos/{name}"), "").write(".comeback/photos/.tmpAbCdEf", "half");
    std::fs::remove_dir_all(project.path("public")).expect("a folder");
    project.build(["--strict"]);
    assert_eq!(kept(&project).into_keys().collect::<Vec<_>>(), [name]);
    let page = project.read("public/journal/run/index.html");
    assert_upright(&published(&project, &attribute(&page, "alt=\"a\"", "src")), (400, 300), "a");
}

#[test]
fn why_tells_what_became_of_a_photo() {
    let project = Project::new(&entry("![a](a.jpg)"));
    let photo = jpeg(&quarters(600, 300), None, &[]);
    let mark = comeback::photo::Mark::of(&photo).short();
    project.write(&format!("{FOLDER}/a.jpg"), &photo).write(&format!("{FOLDER}/b.jpg"), &photo);
    let ran = project.run(["why", &format!("{FOLDER}/a.jpg")]);
    let sizes = format!("/journal/run/a.{mark}.480.jpg, /journal/run/a.{mark}.600.jpg");
    let says = format!(
        "  it is published anew, without what the camera wrote into it, in 2 sizes: {sizes}\n  {FOLDER}/index.md links to it or shows it\n"
    );
    assert_eq!((ran.status, ran.stdout), (0, format!("{FOLDER}/a.jpg\n{says}")));
    let ran = project.run(["why", &format!("{FOLDER}/b.jpg")]);
    let says = "  no published text links to it or shows it, so it is not published\n";
    assert_eq!((ran.status, ran.stdout), (1, format!("{FOLDER}/b.jpg\n{says}")));
}
