//! Places in files: told wherever a file is published as it is, and never where there are none.

use crate::photos::{FOLDER, PACKET, chunk, data_address, entry, exif, jpeg, png, quarters, segment, tags};
use crate::support::Project;
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use std::io::Write;

/// A block of tags that leads to a place, in either order of bytes: what stands at its third and fourth places are the
/// numerators and denominators of its fractions.
pub(crate) fn block(little: bool, denominator: u32) -> Vec<u8> {
    let two = |n: u16| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let four = |n: u32| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let tag = |number: u16, kind: u16, count: u32, value: u32| {
        [&two(number)[..], &two(kind), &four(count), &four(value)].concat()
    };
    let fractions: Vec<u8> = (0..3).flat_map(|n| [four(n), four(denominator)].concat()).collect();
    [
        if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() },
        four(8).to_vec(),
        two(1).to_vec(),
        tag(0x8825, 4, 1, 26),
        four(0).to_vec(),
        // At 26: north or south, and how far.
        two(2).to_vec(),
        tag(1, 2, 2, u32::from_le_bytes(if little { *b"N\0\0\0" } else { *b"\0\0\0N" })),
        tag(2, 5, 3, 56),
        four(0).to_vec(),
        fractions,
    ]
    .concat()
}

/// A block with an orientation and a list for the place that has no angles in it.
fn nowhere() -> Vec<u8> {
    let mut tags = tags(1);
    let at = tags.len() - 24 - 4 - 24;
    tags[at] = 1;
    tags[at + 12] = 29;
    tags
}

fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&u32::try_from(content.len() + 8).expect("it is short").to_be_bytes()[..], name, content].concat()
}

pub(crate) fn picture(brand: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let head = boxed(b"ftyp", &[brand, &[0; 4][..], brand, b"mif1"].concat());
    [head, boxed(b"meta", &[0; 40]), boxed(b"mdat", content)].concat()
}

pub(crate) fn film(description: &[u8], samples: &[u8]) -> Vec<u8> {
    let head = boxed(b"ftyp", b"qt  \0\0\0\0qt  ");
    // The samples of long films have a length of eight bytes.
    let long = u64::try_from(samples.len() + 16).expect("it is short").to_be_bytes();
    let samples = [b"\0\0\0\x01mdat".as_slice(), &long, samples].concat();
    [head, samples, boxed(b"moov", &[boxed(b"mvhd", &[0; 100]), description.to_vec()].concat())].concat()
}

pub(crate) fn noted(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("it is short").to_be_bytes();
    boxed(b"udta", &boxed(b"\xa9xyz", &[&length[..], b"\x15\xc7", text.as_bytes()].concat()))
}

fn located(length: usize) -> Vec<u8> {
    boxed(b"udta", &boxed(b"loci", &[&[0; 6][..], b"\0\0", &[1; 13], &vec![0; length]].concat()))
}

fn element(name: &[u8], content: &[u8]) -> Vec<u8> {
    let length = 0x1000_0000 | u32::try_from(content.len()).expect("it is short");
    [name, &length.to_be_bytes(), content].concat()
}

/// A film of WebM whose pictures have a length that nobody knew when they were written.
fn webm(name: &str, value: &str) -> Vec<u8> {
    let tag = [element(b"\x45\xa3", name.as_bytes()), element(b"\x44\x87", value.as_bytes())].concat();
    let tags = element(b"\x12\x54\xc3\x67", &element(b"\x73\x73", &element(b"\x67\xc8", &tag)));
    let cluster = [b"\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff".to_vec(), element(b"\xa3", &[7; 300])].concat();
    let all = [element(b"\x15\x49\xa9\x66", &[1; 20]), cluster, tags].concat();
    [
        element(b"\x1a\x45\xdf\xa3", b"\x42\x82\x84webm"),
        b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff".to_vec(),
        all,
    ]
    .concat()
}

/// A run of FIT: a session with other numbers, then records with a place, and with times in their heads.
fn fit(place: u32) -> Vec<u8> {
    let mut data = Vec::new();
    // Kind 0: a session, with numbers of its own after those that everybody knows.
    data.extend([0x60, 0, 1, 0, 18, 2, 253, 4, 0x86, 9, 4, 0x86, 1, 0, 4, 0]);
    data.extend([0x00, 0, 0, 0, 1, 0, 0, 1, 0, 9, 9, 9, 9]);
    // Kind 1: a record.
    data.extend([0x41, 0, 0, 20, 0, 3, 3, 1, 2, 0, 4, 0x85, 1, 4, 0x85]);
    for record in [0x01, 0xa5] {
        data.extend([record, 120]);
        data.extend(place.to_le_bytes());
        data.extend(place.to_le_bytes());
    }
    let length = u32::try_from(data.len()).expect("it is short").to_le_bytes();
    [&[14, 0x10, 0, 0][..], &length, b".FIT\0\0", &data, &[0, 0]].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// A text that some programs put a block of tags into: hexadecimal digits after two lines.
fn digits(block: &[u8]) -> String {
    let digits: String = block.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\nexif\n{:8}\n{digits}\n", block.len())
}

fn squeezed(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(b"Raw profile type exif\0\0".to_vec(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

pub(crate) fn photo(segments: &[Vec<u8>]) -> Vec<u8> {
    jpeg(&quarters(40, 30), None, segments)
}

const PHOTO: &str = "this photo says where it was taken, and is published as it is%0A\
                     hint: move it beside the text that shows it, where it is published without that";
const PICTURE: &str = "this picture says where it was taken, and is published as it is%0A\
                       hint: save it as JPEG beside the text that shows it, where it is published without that";
const FILM: &str = "this film says where it was taken, and is published as it is%0A\
                    hint: share it from the phone with its place left out, or write it anew: `ffmpeg -i IN -map_metadata -1 -c copy OUT`";
const TRACK: &str = "this track says where you were, from the first step to the last, and is published as it is%0A\
                     hint: take it out, or cut it off far from your door: an entry's `sessions` keep distance and time without places";
const AROUND: &str = "this file has a photo in it that says where it was taken, and is published as it is%0A\
                      hint: save the photo as a file beside the text that shows it, where it is published without that";

/// Files with a place, each with what is said of it.
fn with_places() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let held = photo(&[exif(1)]);
    let address = data_address("image/jpeg", &held);
    let raw = |block: &[u8]| {
        [b"FUJIFILMCCD-RAW 0201".as_slice(), &[0; 64], &photo(&[segment(0xe1, &[b"Exif\0\0", block].concat())])]
            .concat()
    };
    let own = |name: &[u8; 4], content: &[u8]| boxed(b"uuid", &[&[0x85; 16][..], &boxed(name, content)].concat());
    let place = block(true, 1)[26..].to_vec();
    // The same list as the first of a block, as Canon writes it; its fractions stand 18 bytes nearer.
    let mut place = [b"II*\0\x08\0\0\0".to_vec(), place].concat();
    place[30] -= 18;
    let quicktime =
        |name: &str| boxed(b"meta", &boxed(b"keys", &[&[0; 8][..], &boxed(b"mdta", name.as_bytes())].concat()));
    vec![
        ("photo.jpg", held.clone(), PHOTO),
        ("big.jpg", photo(&[segment(0xe1, &[b"Exif\0\0", &block(false, 100)[..]].concat())]), PHOTO),
        ("second.jpg", photo(&[segment(0xe1, &[b"Exif\0\0", &nowhere()[..]].concat()), segment(0xed, &[0; 40]), exif(1)]), PHOTO),
        ("packet.jpg", photo(&[segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", PACKET].concat())]), PHOTO),
        ("moving.jpg", [photo(&[]), film(&noted("+48.2082+016.3738/"), &[0; 99])].concat(), PHOTO),
        ("two.jpg", [photo(&[]), held].concat(), PHOTO),
        ("chunk.png", png(&quarters(8, 8).into(), &[chunk(b"eXIf", &block(false, 1))]), PHOTO),
        ("digits.png", png(&quarters(8, 8).into(), &[chunk(b"tEXt", &[b"Raw profile type exif\0", digits(&block(true, 1)).as_bytes()].concat())]), PHOTO),
        ("squeezed.png", png(&quarters(8, 8).into(), &[chunk(b"zTXt", &squeezed(&digits(&block(true, 1))))]), PHOTO),
        ("packed.png", {
            let mut encoder = ZlibEncoder::new(b"XML:com.adobe.xmp\0\x01\0\0\0".to_vec(), Compression::default());
            encoder.write_all(PACKET).expect("memory");
            png(&quarters(8, 8).into(), &[chunk(b"iTXt", &encoder.finish().expect("memory"))])
        }, PHOTO),
        ("a.heic", picture(b"heic", &[b"\0\0\0\x06Exif\0\0", &block(false, 1)[..]].concat()), PICTURE),
        ("a.avif", picture(b"avif", &[b"\0\0\0\0", &block(true, 1)[..]].concat()), PICTURE),
        ("a.tif", block(true, 1), PICTURE),
        ("b.TIFF", block(false, 3), PICTURE),
        ("a.dng", block(true, 1), PICTURE),
        ("a.cr3", [boxed(b"ftyp", b"crx \0\0\0\0crx isom"), boxed(b"moov", &own(b"CMT4", &place))].concat(), PICTURE),
        ("a.raf", raw(&block(false, 1)), PICTURE),
        ("a.rw2", [b"IIU\0".as_slice(), &block(true, 1)[4..]].concat(), PICTURE),
        ("a.jxl", [boxed(b"JXL ", b"\r\n\x87\n"), boxed(b"Exif", &[b"\0\0\0\0", &block(true, 1)[..]].concat())].concat(), PICTURE),
        ("a.mp4", film(&noted("+48.2082+016.3738/"), &[0; 99]), FILM),
        ("a.MOV", film(&quicktime("com.apple.quicktime.location.ISO6709"), &[0; 99]), FILM),
        ("a.m4v", film(&boxed(b"udta", &boxed(b"\xa9xyz", b"\0\0\0\x1adata\0\0\0\x01\0\0\0\0+48.2+016.3/")), &[]), FILM),
        ("a.3gp", film(&located(0), &[]), FILM),
        ("packet.mp4", [film(&[], &[]), boxed(b"uuid", &[&[7; 16][..], PACKET].concat())].concat(), FILM),
        ("gopro.mp4", film(&boxed(b"trak", b"gpmd"), b"STRM....GPS5l\x14\0\x05"), FILM),
        ("a.webm", webm("LOCATION", "+48.2082+016.3738/"), FILM),
        ("a.mkv", webm("COM.APPLE.QUICKTIME.LOCATION.ISO6709", "-48.2082+016.3738/"), FILM),
        ("a.gpx", b"<?xml version='1.0'?><g:gpx xmlns:g='http://www.topografix.com/GPX/1/1'><g:trk><g:trkpt lat='48.2' lon='16.3'/>".to_vec(), TRACK),
        ("a.tcx", b"<TrainingCenterDatabase><Position><LatitudeDegrees>48.2</LatitudeDegrees></Position></TrainingCenterDatabase>".to_vec(), TRACK),
        ("a.kml", b"<kml><LineString><coordinates>16.3,48.2</coordinates></LineString></kml>".to_vec(), TRACK),
        ("a.fit", fit(0x2240_0000), TRACK),
        ("a.fit.gz", packed(&fit(0x2240_0000)), TRACK),
        ("a.gpx.gz", packed(b"<gpx><wpt lat=\"48.2\" lon=\"16.3\"/></gpx>"), TRACK),
        ("a.html", format!("<!doctype html><title>x</title><img src='{address}'>").into_bytes(), AROUND),
        ("a.css", format!("p {{ background: url({address}) }}").into_bytes(), AROUND),
        ("a.svg", format!("<svg xmlns='http://www.w3.org/2000/svg'><image href='{address}'/></svg>").into_bytes(), AROUND),
    ]
}

/// Files of the same kinds without one.
fn without_places() -> Vec<(&'static str, Vec<u8>)> {
    let bare = photo(&[
        segment(0xe1, &[b"Exif\0\0", &nowhere()[..]].concat()),
        segment(0xfe, b"GPSLatitude, exif:GPSLatitude"),
    ]);
    let empty = b"<x:xmpmeta><rdf:Description exif:GPSLatitude=''/><exif:GPSLatitude></exif:GPSLatitude></x:xmpmeta>";
    let address = data_address("image/jpeg", &bare);
    let mut looped = block(true, 1);
    // The list leads to itself, and its place out of the file.
    looped[22..26].copy_from_slice(&8u32.to_le_bytes());
    looped[18..22].copy_from_slice(&u32::MAX.to_le_bytes());
    vec![
        ("photo.jpg", bare),
        ("unfixed.jpg", photo(&[segment(0xe1, &[b"Exif\0\0", &block(true, 0)[..]].concat())])),
        ("packet.jpg", photo(&[segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &empty[..]].concat())])),
        ("moving.jpg", [photo(&[]), film(&[], &[0; 99])].concat()),
        ("digits.png", png(&quarters(8, 8).into(), &[chunk(b"zTXt", &squeezed(&digits(&nowhere())))])),
        ("a.heic", picture(b"heic", &[b"\0\0\0\x06Exif\0\0", &nowhere()[..]].concat())),
        ("a.tif", nowhere()),
        ("looped.tif", looped),
        ("cut.tif", block(true, 1)[..60].to_vec()),
        ("a.mp4", film(&noted(""), b"\xa9xyz+48loci GPS5l\x14 exif:GPSLatitude=\"4")),
        ("b.mp4", film(&boxed(b"udta", &boxed(b"\xa9nam", b"\0\x08\x15\xc7my loci+")), &[])),
        ("gopro.mp4", film(&boxed(b"trak", b"gpmd"), b"STRM....ACCLs\x06\0\x05")),
        ("cut.mp4", film(&noted("+48.2082+016.3738/"), &[0; 99])[..60].to_vec()),
        ("one.mp4", b"x".to_vec()),
        ("a.webm", webm("TITLE", "LOCATION unknown")),
        ("a.gpx", b"<gpx><metadata><bounds/></metadata><trk><trkseg><trkpt><time>1</time></trkpt></trkseg></trk></gpx>".to_vec()),
        ("a.tcx", b"<TrainingCenterDatabase><Trackpoint><DistanceMeters>7</DistanceMeters></Trackpoint></TrainingCenterDatabase>".to_vec()),
        ("a.fit", fit(0x7fff_ffff)),
        ("cut.fit", fit(0x7fff_ffff)[..30].to_vec()),
        ("a.gz", packed(b"lat='1' lon='2'")),
        ("broken.gz", b"\x1f\x8b\x08nothing".to_vec()),
        ("a.html", format!("<!doctype html><title>x</title><p>exif:GPSLatitude=\"4\"<img src='{address}'>").into_bytes()),
        ("a.js", b"const x = 'data:image/jpeg;base64,' + more;".to_vec()),
        ("a.svg", format!("<svg xmlns='http://www.w3.org/2000/svg'><image href='{address}'/></svg>").into_bytes()),
        ("a.txt", b"A text: II*\0 and exif:GPSLatitude=\"4".to_vec()),
    ]
}

#[test]
fn a_place_is_told_wherever_a_file_is_published_as_it_is() {
    let project =
        Project::new("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\ntheme = \"own\"\n");
    let files = with_places();
    let mut expected = Vec::new();
    for folder in ["static", "themes/own/static"] {
        for (name, bytes, said) in &files {
            project.write(
                &format!("{folder}/{folder}-{name}").replace("/themes/own/static-", "/t-").replace("/static-", "/"),
                bytes,
            );
            let name = if folder == "static" { (*name).to_owned() } else { format!("t-{name}") };
            expected.push(format!("::warning file={folder}/{name}::{said}"));
        }
    }
    let ran = project.run(["build", "--message-format", "github"]);
    let mut told: Vec<&str> = ran.stderr.lines().collect();
    told.sort_unstable();
    expected.sort_unstable();
    assert_eq!((ran.status, told), (0, expected.iter().map(String::as_str).collect()));
}

#[test]
fn files_without_a_place_are_published_in_silence() {
    let project = Project::new("");
    for (name, bytes) in without_places() {
        project.write(&format!("static/{name}"), bytes);
    }
    let ran = project.run(["build", "--strict", "--message-format", "github"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
}

#[test]
fn beside_a_text_what_it_links_to_is_told_and_photos_are_not() {
    let project = Project::new(&entry("[film](a.mp4), [track](a.gpx) and ![photo](a.jpg)"));
    for (name, bytes, _) in with_places().into_iter().filter(|(name, ..)| ["a.mp4", "a.gpx"].contains(name)) {
        project.write(&format!("{FOLDER}/{name}"), bytes);
    }
    project.write(&format!("{FOLDER}/a.jpg"), photo(&[exif(1)]));
    let ran = project.run(["build", "--message-format", "github"]);
    for line in [format!("::warning file={FOLDER}/a.mp4::{FILM}"), format!("::warning file={FOLDER}/a.gpx::{TRACK}")] {
        assert!(ran.stderr.lines().any(|told| told == line), "{}", ran.stderr);
    }
    assert!(!ran.stderr.contains("a.jpg"), "{}", ran.stderr);
}
