//! `comeback import activities`: lines for what watches recorded, added without touching what stands there.

mod damage;
mod tables;

use crate::support::fit::{self, FitWriter};
use crate::support::{Project, Ran, SETTINGS};
use comeback::import::{ColumnMap, Haul, HowToRead, Ledger, LogFile, read};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use std::io::Write;

/// The settings of a site in a zone of its own.
const IN_BERLIN: &str = "timezone = \"Europe/Berlin\"\n";

fn project() -> Project {
    Project::new(&format!("-- site.toml --\n{SETTINGS}{IN_BERLIN}"))
}

#[track_caller]
fn import(project: &Project, args: &[&str]) -> Ran {
    project.run_with(&[&["import", "activities"], args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")])
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Reads bytes as the command would, in Berlin.
fn haul(path: &str, bytes: &[u8]) -> (Haul, Vec<String>) {
    let zone = TimeZone::get("Europe/Berlin").expect("a zone");
    let latest = "2026-01-01T00:00:00Z".parse::<Timestamp>().expect("a time");
    let map = ColumnMap::default();
    let reading = HowToRead { zone: &zone, units: Default::default(), latest, map: &map };
    let checked = read(path, bytes, &reading);
    let told = checked.diagnostics.iter().chain(&checked.value.none);
    let told = told.map(|d| format!("{}: {}", d.place.as_ref().expect("a place"), d.message)).collect();
    (checked.value, told)
}

/// The lines that bytes give.
fn lines(path: &str, bytes: &[u8]) -> Vec<String> {
    let activities = haul(path, bytes).0.activities;
    let outcome = Ledger::new(Vec::new(), Vec::new(), Default::default()).enter(activities);
    outcome.added.into_iter().map(|(_, line)| line).collect()
}

const GPX: &str = "<?xml version=\"1.0\"?>
<gpx version=\"1.1\" xmlns:x=\"urn:x\"><trk><name>Home</name><type>running</type><trkseg>
<trkpt lat=\"52.000000\" lon=\"13.000000\"><ele>30</ele><time>2024-05-04T05:10:00Z</time><extensions><x:hr>140</x:hr></extensions></trkpt>
<trkpt lat=\"52.009000\" lon=\"13.000000\"><ele>38</ele><time>2024-05-04T05:15:00Z</time><extensions><x:hr>151</x:hr></extensions></trkpt>
</trkseg><trkseg>
<trkpt lat=\"52.009000\" lon=\"13.000000\"><ele>38</ele><time>2024-05-04T05:20:00Z</time></trkpt>
<trkpt lat=\"52.018000\" lon=\"13.000000\"><ele>36</ele><time>2024-05-04T05:26:00Z</time></trkpt>
</trkseg></trk></gpx>
";

const TCX: &str = "\n <?xml version=\"1.0\"?>
<TrainingCenterDatabase><Activities><Activity Sport=\"Biking\"><Id>2024-05-05T18:00:00+01:00</Id>
<Lap StartTime=\"2024-05-05T18:00:00+01:00\"><TotalTimeSeconds>600.4</TotalTimeSeconds><DistanceMeters>5001</DistanceMeters>
<AverageHeartRateBpm><Value>120</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>190</Value></MaximumHeartRateBpm><Track>
<Trackpoint><Position><LatitudeDegrees>52.1</LatitudeDegrees></Position><AltitudeMeters>10</AltitudeMeters><DistanceMeters>0</DistanceMeters></Trackpoint>
<Trackpoint><AltitudeMeters>35.5</AltitudeMeters><DistanceMeters>5000.5</DistanceMeters></Trackpoint></Track></Lap>
<Lap StartTime=\"2024-05-05T18:11:00+01:00\"><TotalTimeSeconds>601</TotalTimeSeconds><DistanceMeters>5002</DistanceMeters>
<AverageHeartRateBpm><Value>130</Value></AverageHeartRateBpm><Track>
<Trackpoint><AltitudeMeters>30</AltitudeMeters><DistanceMeters>9998.2</DistanceMeters></Trackpoint></Track></Lap>
</Activity></Activities></TrainingCenterDatabase>
";

const RUN_LINE: &str = "2024-05-03  run 5.02 km 30:12 at 07:10 climb 40 m hr 147 [fit:20240503T051000Z]";

#[test]
fn each_format_gives_its_line_packed_or_not() {
    let project = project();
    project.write("in/a.fit", fit::run()).write("in/b.gpx", GPX).write("in/c.tcx.gz", packed(TCX.as_bytes()));
    project.write("in/notes.md", "no activity").write("in/.hidden.fit", "x");
    let ran = import(&project, &["in"]);
    let told = "content/log/fit.txt: 1 new line\ncontent/log/gpx.txt: 1 new line\ncontent/log/tcx.txt: 1 new line\n";
    assert_eq!(ran, Ran { status: 0, stdout: told.to_owned(), stderr: String::new() });
    assert_eq!(project.read("content/log/fit.txt"), format!("{RUN_LINE}\n"));
    // Two pieces of a thousand metres; the five minutes between them were a pause.
    let expected = "2024-05-04  run 2.002 km 11:00 at 07:10 climb 8 m hr 145 [gpx:20240504T051000Z]\n";
    assert_eq!(project.read("content/log/gpx.txt"), expected);
    // The last point's distance counts, and the clock is the activity's own.
    let expected = "2024-05-05  bike 9.998 km 20:01 at 18:00 climb 26 m hr 125 [tcx:20240505T170000Z]\n";
    assert_eq!(project.read("content/log/tcx.txt"), expected);
    let before = project.tree(".");
    let ran = import(&project, &["in"]);
    assert_eq!(ran.stdout, "no new line\n3 lines were there already\n");
    assert_eq!(project.tree("."), before, "importing twice is importing once");
}

#[test]
fn no_place_is_written_and_no_line_is_published() {
    let project = project();
    project.write("in/a.fit", fit::run()).write("in/b.gpx", GPX).write("in/c.tcx", TCX);
    project.write("content/journal/2024-05-03-a.md", "---\ntitle: A\n---\n[all](../log/gpx.txt)\n");
    let human = import(&project, &["--dry-run", "in"]).stdout;
    let json = import(&project, &["--message-format", "json", "in"]).stdout;
    let log: String = project.tree("content/log").into_values().map(|b| String::from_utf8(b).expect("text")).collect();
    for text in [human, json, log] {
        assert!(!["52.0", "13.0", "Home", "519394", "138412"].iter().any(|place| text.contains(place)), "{text}");
    }
    project.run(["build", "--future"]);
    for (path, bytes) in project.tree("public") {
        assert!(!path.contains("log") && !String::from_utf8_lossy(&bytes).contains("[gpx:"), "{path}");
    }
}

#[test]
fn a_dry_run_shows_the_lines_and_writes_nothing() {
    let project = project();
    project.write("a.fit", fit::run());
    let ran = import(&project, &["--dry-run", "a.fit"]);
    let expected =
        format!("content/log/fit.txt: would get 1 new line\n  {RUN_LINE}\nnothing was written (--dry-run)\n");
    assert_eq!(ran, Ran { status: 0, stdout: expected, stderr: String::new() });
    assert!(!project.has("content/log"));
}

#[test]
fn the_receipt_is_one_object_of_json_where_asked_for() {
    let project = project();
    project.write("a.fit", fit::run()).write("b.gpx", GPX.replace("2024-", "1924-")).write("c.txt", "?");
    project.write("content/log.txt", "2024-05-03  run 5k 30:00\n");
    let ran = import(&project, &["--message-format", "json", "a.fit", "b.gpx"]);
    let receipt: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let expected = serde_json::json!({
        "added": [], "there": 0, "same": [], "other_files": 0, "dry_run": false,
        "typed": [{"place": "a.fit", "line": RUN_LINE, "other": "content/log.txt:1: run 5k 30:00"}],
        "undated": [{"place": "b.gpx", "activity": "run 2.002 km 11:00, dated 1924-05-04"}],
    });
    assert_eq!((receipt, ran.status, ran.stderr.as_str()), (expected, 0, ""));
}

#[test]
fn lines_that_are_there_stay_byte_for_byte_and_new_ones_go_in_by_date() {
    let project = project();
    let there = "\u{feff}# My watch\r\n\r\n2024-05-01  run 4 km [fit:1]\r\n# a remark\r\n2024-05-03  run 6 km at 09:00 rpe 3, \"[x:y]\" [fit:2] # mine\r\n2024-05-09  walk 1 km [fit:3]";
    project.write("content/log/fit.txt", there).write("a.fit", fit::run());
    import(&project, &["a.fit"]);
    let (head, tail) = there.split_once("# a remark").expect("a remark");
    assert_eq!(project.read("content/log/fit.txt"), format!("{head}{RUN_LINE}\r\n# a remark{tail}"));
    // Behind what does not end its line, and at the end of all.
    project.write("content/log/fit.txt", "private\n2024-05-01  run 4 km [fit:1]");
    import(&project, &["a.fit"]);
    assert_eq!(project.read("content/log/fit.txt"), format!("private\n2024-05-01  run 4 km [fit:1]\n{RUN_LINE}\n"));
    // Before the first of a later day, but not before what heads the file.
    project.write("content/log/fit.txt", "private\n\n2024-05-04  run 4 km [fit:1]\n");
    import(&project, &["a.fit"]);
    assert_eq!(project.read("content/log/fit.txt"), format!("private\n\n{RUN_LINE}\n2024-05-04  run 4 km [fit:1]\n"));
}

#[test]
fn an_edited_and_a_crossed_out_line_count_by_their_ids() {
    let project = project();
    project.write("a.fit", fit::run());
    for line in [
        "2024-05-04  race 5 km 29:59, pain 1/2/1 [fit:20240503T051000Z]\n",
        "# 2024-05-03  run 5.02 km [fit:20240503T051000Z]\n",
        "2024-05-03  run 5.02 km [fit:20240503T051000Z]  # not mine, my brother's\n",
    ] {
        project.write("content/log/fit.txt", line);
        assert_eq!(import(&project, &["a.fit"]).stdout, "no new line\n1 line was there already\n");
        assert_eq!(project.read("content/log/fit.txt"), line);
    }
}

#[test]
fn an_activity_of_another_source_is_named_and_not_written() {
    let is_same = |line: &str| {
        let project = project();
        project.write("a.fit", fit::run()).write("content/log/strava.txt", line);
        let ran = import(&project, &["a.fit"]);
        let same = ran.stdout.contains(&format!(
            "not written, since another program's line has it:\n  a.fit: {RUN_LINE}\n    content/log/strava.txt:1: {}\n",
            line.trim()
        ));
        assert_ne!(same, project.has("content/log/fit.txt"), "{}", ran.stdout);
        same
    };
    for same in [
        "2024-05-03  run 9 km at 07:13 [strava:1]\n",
        "2024-05-03  run 9 km at 07:07 [strava:1]\n",
        "2024-05-03  race at 07:10 [strava:1]\n",
        "2024-05-03  run 4.93 km [strava:1]\n",
        "2024-05-03  run 5.12 km 20:00 [strava:1]\n",
        "2024-05-03  run 3.1 mi [strava:1]\n",
    ] {
        assert!(is_same(same), "{same}");
    }
    for other in [
        "2024-05-03  run 5.02 km at 07:14 [strava:1]\n",
        "2024-05-03  run 5.02 km at 07:06 [strava:1]\n",
        "2024-05-03  bike 5.02 km at 07:10 [strava:1]\n",
        "2024-05-03  run 4.9 km [strava:1]\n",
        "2024-05-03  run 30:12 [strava:1]\n",
        "2024-05-04  run 5.02 km [strava:1]\n",
    ] {
        assert!(!is_same(other), "{other}");
    }
}

#[test]
fn two_files_of_one_activity_give_one_line() {
    let project = project();
    project.write("a.fit", fit::run()).write("b.fit", fit::run());
    project.write("c.gpx", GPX.replace("2024-05-04T05:1", "2024-05-03T05:1").replace("<type>running</type>", ""));
    let ran = import(&project, &["a.fit", "b.fit", "c.gpx"]);
    assert!(ran.stdout.starts_with("content/log/fit.txt: 1 new line\n1 line was there already\nnot written, since"));
    assert_eq!(project.tree("content/log").len(), 1, "{}", ran.stdout);
}

#[test]
fn what_was_typed_for_the_day_wins_and_the_difference_is_told() {
    let typed = |path: &str, text: &str| {
        let project = project();
        project.write("a.fit", fit::run()).write(path, text);
        let before = project.tree("content");
        let told = import(&project, &["a.fit"]).stdout;
        let wins = told.contains("not written, since you typed that day's:\n");
        assert_eq!(wins, project.tree("content") == before, "{told}");
        told.lines().nth(3).filter(|_| wins).map(|line| line.trim().to_owned())
    };
    let entry = |front: &str| typed("content/journal/2024-05-03-a.md", &format!("---\ntitle: A\n{front}---\nRan.\n"));
    let shown = |what: &str| Some(format!("content/journal/2024-05-03-a.md: {what}"));
    assert_eq!(entry("sessions: [{type: run, distance: 5 km}]\n"), shown("run 5 km"));
    assert_eq!(entry("sessions: [{type: race}]\n"), shown("race"));
    assert_eq!(entry("mileage: 5.4\n"), shown("run 5.4 km"));
    assert_eq!(entry("draft: true\nmileage: 5.4\n"), shown("run 5.4 km"));
    assert_eq!(entry("sessions: [{type: run, planned: true}]\n"), None);
    assert_eq!(entry("sessions: [{type: bike}]\n"), None);
    assert_eq!(entry("mileage: 0\n"), None);
    let line = |text: &str| typed("content/log.txt", text);
    assert_eq!(line("2024-05-03  pain 2, run 5k 30:00 # slow\n"), Some("content/log.txt:1: run 5k 30:00".to_owned()));
    assert_eq!(line("2024-05-04  run 5k\n"), None);
    assert_eq!(line("2024-05-03  \"no run, walk\", bike 5 km\n"), None);
    assert_eq!(line("2024-05-01..05  run 20 km\n"), None);
}

#[test]
fn a_fit_file_may_hold_several_files_and_sessions() {
    use fit::FitValue::{Enum, Long};
    let start = 1_714_713_000;
    let mut triathlon = FitWriter::default();
    triathlon.big = true;
    triathlon.message(0, &[(0, Enum(4))]);
    triathlon.message(18, &fit::session(5, start, 40_000, 600_000));
    triathlon.message(18, &fit::session(3, start + 700, 12_000, 70_000));
    // The fields of developers are jumped over.
    let bike = fit::session(2, start + 800, 2_000_000, 3_600_000);
    triathlon.define(3, 18, &bike, &[4, 1]).values(3, &bike, &[4, 1]);
    triathlon.message(34, &[(253, Long(start - fit::ZERO)), (5, Long(start - fit::ZERO + 3600 + 8))]);
    let chained = [triathlon.bytes(), fit::run()].concat();
    let expected = [
        "2024-05-03  swim 0.4 km 10:00 at 06:10 climb 40 m hr 147 [fit:20240503T051000Z]",
        "2024-05-03  other 0.12 km 1:10 at 06:21 climb 40 m hr 147 [fit:20240503T052140Z]",
        "2024-05-03  bike 20 km 1:00:00 at 06:23 climb 40 m hr 147 [fit:20240503T052320Z]",
    ];
    assert_eq!(lines("a.fit", &triathlon.bytes()), expected);
    // The run begins when the swim does, so it is the swim's line that is there: ids are starts.
    let (haul, told) = haul("a.fit", &chained);
    assert_eq!((haul.activities.len(), told), (4, Vec::<String>::new()));
}

#[test]
fn records_alone_are_read_where_no_session_was_written() {
    use fit::FitValue::{Enum, Long};
    let start = 1_714_713_000 - fit::ZERO;
    let mut file = FitWriter::default();
    file.message(0, &[(0, Enum(4))]).message(12, &[(0, Enum(11)), (1, Enum(0))]);
    let record = |distance: u32| [(5, Long(distance))];
    file.message(20, &[(253, Long(start)), (5, Long(0))]);
    // Headers with the last five bits of the time: 14, 30, and 6 of the next half minute.
    file.define(1, 20, &record(0), &[]);
    for (n, bits) in [14, 30, 6].into_iter().enumerate() {
        file.values(0xa0 | bits, &record(1000 * (u32::try_from(n).expect("small") + 1)), &[]);
    }
    let first = start & 0x1f;
    let line = lines("a.fit", &file.bytes());
    let ends = (0x20 + 6 + if first > 14 { 0x20 } else { 0 }) - first;
    assert_eq!(line, [format!("2024-05-03  walk 0.03 km 0:{ends} at 07:10 [fit:20240503T051000Z]")]);
}

#[test]
fn what_no_watch_measured_is_left_out_and_is_not_nothing() {
    let mut file = FitWriter::default();
    let mut session = fit::session(2, 1_714_713_000, 0, 1_812_000);
    session[7].1 = fit::FitValue::Byte(0xff);
    session[8].1 = fit::FitValue::Short(0xffff);
    file.message(18, &session);
    // Without a clock of its own it is on the site's.
    assert_eq!(lines("a.fit", &file.bytes()), ["2024-05-03  bike 30:12 at 07:10 [fit:20240503T051000Z]"]);
    session[3].1 = fit::FitValue::Enum(5);
    session[2].1 = fit::FitValue::Enum(0xff);
    let unknown = lines("a.fit", &FitWriter::default().message(18, &session).bytes());
    assert_eq!(unknown, ["2024-05-03  other 30:12 at 07:10 [fit:20240503T051000Z]"]);
}

#[test]
fn activities_without_a_believable_date_are_named_and_not_written() {
    let project = project();
    let session = |start: u32| FitWriter::default().message(18, &fit::session(1, start, 502_000, 1_812_000)).bytes();
    project
        .write("on.fit", session(fit::ZERO + 17_217_864))
        .write("early.gpx", GPX.replace("2024-05-04", "1994-12-31"))
        .write("late.fit", session(4_100_000_000))
        .write("none.gpx", GPX.replace("time>", "noted>"))
        .write("old.gpx", GPX.replace("2024-05-04", "1901-12-13"))
        .write("none.tcx", TCX.replace("2024-05-05T18", "soon"));
    let ran = import(&project, &["on.fit", "early.gpx", "late.fit", "none.gpx", "old.gpx", "none.tcx"]);
    let expected = "no new line
not written, for want of a date that can be believed:
  on.fit: run 5.02 km 30:12, without a date
  early.gpx: run 2.002 km 11:00, dated 1994-12-31
  late.fit: run 5.02 km 30:12, dated 2099-12-03, which is still to come
  none.gpx: run 2.002 km, without a date
  old.gpx: run 2.002 km 11:00, dated 1901-12-13
  none.tcx: bike 9.998 km 20:01, without a date
";
    assert_eq!((ran.stdout.as_str(), ran.status), (expected, 0));
    assert!(!project.has("content"));
    // The first day of 1995 is believed.
    assert_eq!(lines("a.gpx", GPX.replace("2024-05-04", "1995-01-01").as_bytes()).len(), 1);
}

#[test]
fn pieces_of_a_track_are_one_activity_and_tracks_of_two_days_are_two() {
    let body = GPX.split_once("<trk>").and_then(|(_, rest)| rest.split_once("</gpx>")).expect("a track").0;
    let later = |by: &str| GPX.replace("</gpx>", &format!("<trk>{}</gpx>", body.replace("T05:", by)));
    let one = lines("a.gpx", later("T05:3").replace("T05:310", "T05:31").replace("T05:315", "T05:35").as_bytes());
    assert_eq!(one.len(), 1, "{one:?}");
    assert_eq!(lines("a.gpx", later("T09:").as_bytes()).len(), 2);
    let route = "<gpx><rte><rtept lat=\"1\" lon=\"1\"/><rtept lat=\"2\" lon=\"1\"/></rte></gpx>";
    let (none, told) = haul("a.gpx", route.as_bytes());
    assert_eq!(told, ["a.gpx: this GPX file holds no track: routes and single points are not imported"]);
    assert!(none.activities.is_empty());
}

#[test]
fn the_numbers_that_strava_had_for_sports_are_read_in_its_files_alone() {
    let kind = |creator: &str, sport: &str| {
        let text = GPX.replace("<gpx ", &format!("<gpx creator=\"{creator}\" ")).replace("running", sport);
        lines("a.gpx", text.as_bytes())[0].split_whitespace().nth(1).expect("a kind").to_owned()
    };
    assert_eq!(kind("StravaGPX iPhone", "9"), "run");
    assert_eq!(kind("StravaGPX", "1"), "bike");
    assert_eq!(kind("StravaGPX", "4"), "other");
    assert_eq!(kind("Else", "9"), "other");
}

#[test]
fn a_disk_that_refuses_is_an_error_and_nothing_is_half_written() {
    let project = project();
    project.write("a.fit", fit::run()).write("content/log", "a file where a folder should be");
    let ran = import(&project, &["a.fit"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: cannot write "), "{}", ran.stderr);
    let ran = import(&project, &["nowhere.fit"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.starts_with("error: cannot read nowhere.fit: "), "{}", ran.stderr);
}

#[test]
fn a_log_file_in_another_encoding_stops_the_import() {
    let project = project();
    project.write("a.fit", fit::run()).write("content/log/own.txt", b"2024-05-03 caf\xe9\n");
    let ran = import(&project, &["a.fit"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("content/log/own.txt") && ran.stderr.contains("not UTF-8"), "{}", ran.stderr);
    assert!(!project.has("content/log/fit.txt"));
}

fn log_text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "2024-0[1-9]-0[1-9]  (run|bike|other|rest|pain 2)( [1-9] km)?( at 0[1-9]:1[05])?( \\[(fit|strava):[0-9]{1,2}\\])?",
        "# .{0,8}",
        "2024-05-01\\.\\.03  run 9 km",
        "[ -~äß\\t]{0,12}",
        "private",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n")];
    (prop::collection::vec((line, end), 0..12), prop::bool::ANY).prop_map(|(lines, open)| {
        let text: String = lines.iter().map(|(line, end)| format!("{line}{end}")).collect();
        if open { text.trim_end().to_owned() } else { text }
    })
}

proptest! {
    #[test]
    fn whatever_stands_there_stays_and_importing_twice_is_importing_once(
        text in log_text(),
        starts in prop::collection::vec((1_704_000_000_u32..1_726_000_000, 0_u8..12), 1..6),
    ) {
        let mut file = FitWriter::default();
        for (start, sport) in starts {
            file.message(18, &fit::session(sport, start, 502_000, 1_812_000));
        }
        let activities = haul("a.fit", &file.bytes()).0.activities;
        let once = |text: &str| {
            let file = LogFile { path: "content/log/fit.txt".to_owned(), text: text.to_owned() };
            Ledger::new(vec![file], Vec::new(), Default::default()).enter(activities.clone())
        };
        let outcome = once(&text);
        let after = outcome.changed.first().map_or(text.clone(), |file| file.text.clone());
        let mut left: Vec<&str> = after.lines().collect();
        left.retain(|line| !outcome.added.iter().any(|(_, new)| new == line));
        prop_assert_eq!(left, text.lines().collect::<Vec<_>>());
        prop_assert_eq!(once(&after).changed, Vec::<LogFile>::new());
    }
}
