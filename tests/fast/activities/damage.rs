//! Files that are cut off, garbled, or another program's: a message with their name, and never a panic.

use super::{GPX, TCX, haul, import, lines, packed, project};
use crate::support::fit::{self, FitWriter};
use comeback::import::MOST_BYTES;

/// Whether each message names the file.
#[track_caller]
fn named(told: &[String]) {
    assert!(told.iter().all(|message| message.starts_with("a.x: ")), "{told:?}");
}

#[test]
fn a_fit_file_that_is_cut_off_anywhere_is_saved_or_named() {
    let whole = fit::run();
    let mut before = 0.0;
    for percent in 0..100 {
        let cut = &whole[..whole.len() * percent / 100];
        let (haul, told) = haul("a.x.fit", cut);
        assert!(!told.is_empty(), "{percent} %: nothing is told");
        assert!(told.iter().all(|message| message.starts_with("a.x.fit: ")), "{told:?}");
        match haul.activities.as_slice() {
            [] => assert!(percent < 12, "{percent} %: {told:?}"),
            [saved] => {
                assert_eq!(saved.id, "20240503T051000Z", "{percent} %");
                let metres = saved.effort.metres.expect("records have distances");
                assert!(metres >= before, "{percent} %: {metres} m");
                before = metres;
            }
            more => panic!("{percent} %: {} activities", more.len()),
        }
    }
    assert!(before > 4500.0, "{before}");
}

#[test]
fn what_was_saved_of_a_file_does_not_stand_beside_the_whole() {
    let project = project();
    let whole = fit::run();
    project.write("a.fit", &whole[..whole.len() / 2]).write("b.fit", &whole);
    let ran = import(&project, &["a.fit", "b.fit"]);
    let expected = "warning: the file is cut off; what stands before that was read\n--> a.fit\n\n1 warning\n";
    assert_eq!(ran.stderr, expected);
    assert_eq!(project.read("content/log/fit.txt"), format!("{}\n", super::RUN_LINE));
    assert_eq!(ran.status, 0);
    // A second watch on the arm, which began a little later and was cut off.
    let mut other = FitWriter::default();
    for n in 0..9 {
        let time = 1_714_713_030 - fit::ZERO + n * 10;
        other.message(20, &[(253, fit::FitValue::Long(time)), (5, fit::FitValue::Long(n * 3000))]);
    }
    let other = other.bytes();
    project.write("c.fit", &other[..other.len() - 30]);
    assert!(import(&project, &["c.fit"]).stdout.contains("another program's line has it"));
}

#[test]
fn flipped_bytes_never_panic_and_a_wrong_sum_is_told() {
    let whole = fit::run();
    for at in 0..whole.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            let (haul, told) = haul("a.x", &bytes);
            // The header says so itself where it is no header any more.
            assert!(!told.is_empty() || (12..14).contains(&at) || at < 4, "byte {at}: nothing is told");
            assert!(haul.activities.len() <= 2);
            named(&told);
        }
    }
    let mut bytes = whole;
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let sum = "the file's check sum is wrong, so some of its bytes are: compare the line with what the watch shows";
    assert_eq!(haul("a.x", &bytes).1, [format!("a.x: {sum}")]);
    assert_eq!(lines("a.x", &bytes), [super::RUN_LINE]);
}

#[test]
fn bytes_behind_a_file_and_fields_of_odd_lengths_are_let_be() {
    let trailing = [fit::run(), vec![7; 83]].concat();
    let told = haul("a.x", &trailing).1;
    assert_eq!(told, ["a.x: the last 83 bytes of the file are no FIT; what stands before that was read"]);
    assert_eq!(lines("a.x", &trailing), [super::RUN_LINE]);
    // A field of two bytes that says it is of four.
    let mut odd = FitWriter::default();
    odd.message(18, &fit::session(1, 1_714_713_000, 502_000, 1_812_000));
    let mut bytes = odd.bytes();
    let field = bytes.windows(3).position(|field| field == [22, 2, 0x84]).expect("the climb");
    bytes[field + 2] = 0x86;
    assert_eq!(lines("a.x", &bytes), ["2024-05-03  run 5.02 km 30:12 at 07:10 hr 147 [fit:20240503T051000Z]"]);
    // A watch that lost its power never wrote how long the file is.
    let mut open = fit::run();
    open[4..8].fill(0);
    open.truncate(open.len() - 2);
    assert_eq!(lines("a.x", &open), [super::RUN_LINE]);
}

#[test]
fn xml_that_is_cut_off_anywhere_is_saved_or_named() {
    for (text, ending) in [(GPX, "gpx"), (TCX, "tcx")] {
        let name = format!("a.x.{ending}");
        for at in (0..text.trim_end().len()).filter(|at| text.is_char_boundary(*at)) {
            let (haul, told) = haul(&name, &text.as_bytes()[..at]);
            assert!(!told.is_empty() || !haul.undated.is_empty(), "{name} cut at {at}: nothing is told");
            assert!(told.iter().all(|message| message.starts_with(&name)), "{told:?}");
            assert!(haul.activities.len() <= 1);
        }
    }
    let cut = GPX.split_once("</trkseg></trk>").expect("an end").0;
    let (haul, told) = haul("a.gpx", cut.as_bytes());
    assert_eq!(told, ["a.gpx: the file ends in the middle; what stands before that was read"]);
    assert!(haul.activities[0].is_part);
    assert_eq!(haul.activities[0].effort.seconds, Some(660.0));
}

#[test]
fn a_packed_file_that_is_cut_off_is_read_as_far_as_it_goes() {
    let whole = packed(&fit::run());
    let (found, told) = haul("a.fit.gz", &whole[..whole.len() - 6]);
    assert_eq!(told, ["a.fit.gz: the packed file is cut off or damaged; what could be unpacked of it was read"]);
    assert_eq!(found.activities.len(), 1);
    for at in 0..whole.len() - 1 {
        assert!(!haul("a.fit.gz", &whole[..at]).1.is_empty(), "{at}");
    }
    let bomb = packed(&vec![0; usize::try_from(MOST_BYTES).expect("64 bits") + 1]);
    assert_eq!(haul("a.gz", &bomb).1, ["a.gz: unpacked it is larger than 256 MB, which no recording is"]);
}

#[test]
fn what_is_no_file_of_activities_is_an_error_that_says_what_is_read() {
    let project = project();
    project.write("a.png", b"\x89PNG\r\n").write("a.zip", b"PK\x03\x04....").write("a.kml", "<kml></kml>");
    project.write("a.csv", "Name;Points\nA;3\nB;4\n").write("empty.gpx", " \n").write("b.gpx", "none");
    let ran = import(&project, &["a.png", "a.zip", "a.kml", "a.csv", "empty.gpx", "b.gpx"]);
    let expected = "error: this is no file of activities
--> a.png
 = hint: FIT, GPX, TCX and CSV are read, each also as .gz

error: this is a ZIP archive
--> a.zip
 = hint: unpack it and give the folder

error: this XML is neither GPX nor TCX
--> a.kml
 = hint: export the activity as FIT, GPX or TCX

error: this table is neither Strava's `activities.csv` nor the list of activities of Garmin Connect; its columns are `Name`, `Points`
--> a.csv
 = hint: say which columns hold what: --map date=COLUMN --map type=COLUMN --map distance=COLUMN:km --map duration=COLUMN:min

warning: the file is empty
--> empty.gpx

error: this is no XML
--> b.gpx
 = hint: export the activity again

5 errors, 1 warning
";
    assert_eq!((ran.stderr.as_str(), ran.stdout.as_str(), ran.status), (expected, "no new line\n", 1));
}

#[test]
fn one_bad_file_does_not_keep_the_others_back() {
    let project = project();
    project.write("in/a.fit", &fit::run()[..20]).write("in/b.fit", fit::run()).write("in/followers.csv", "a,b\n1,2\n");
    let ran = import(&project, &["in"]);
    assert_eq!(ran.stdout, "content/log/fit.txt: 1 new line\n1 other file holds no activity\n");
    assert!(
        ran.stderr.contains("error: the file is cut off; nothing could be saved of it\n--> in/a.fit"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.status, 1);
}

#[test]
fn sizes_that_nobody_has_are_refused_or_read_in_bounds() {
    // Files of nothing but headers, tracks of nothing, laps of nothing, a table of commas: as many as there is room for.
    let header = &FitWriter::default().bytes();
    let (none, told) = haul("a.x", &header.repeat(100_000));
    assert!(none.activities.is_empty() && told.len() <= 5, "{told:?}");
    let tracks = format!("<gpx>{}</gpx>", "<trk><trkseg><trkpt lat=\"1\" lon=\"1\"/></trkseg></trk>".repeat(50_000));
    assert!(haul("a.x", tracks.as_bytes()).0.undated.is_empty());
    let (_, told) = haul("a.csv", &vec![b','; (32 << 20) + 1]);
    assert_eq!(told, ["a.csv: the table is larger than 32 MB"]);
    let deep = format!("<gpx>{}", "<a>".repeat(200_000));
    assert_eq!(haul("a.x", deep.as_bytes()).1, ["a.x: the file ends in the middle"]);
    let far = GPX.replace("52.0", "91.0").replace("<ele>30", "<ele>1e300");
    assert_eq!(lines("a.gpx", far.as_bytes()), ["2024-05-04  run 11:00 at 07:10 hr 145 [gpx:20240504T051000Z]"]);
}
