//! Tables: Strava's, Garmin's, in nine languages each, and those of others by a map of their columns.

use super::{IN_BERLIN, haul, import, lines, packed, project};
use crate::support::fit;
use crate::support::{Project, SETTINGS};

/// Strava's names of columns up to the mean heart rate, as an English account has them.
const STRAVA: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Calories\n";

/// The same of a German one.
const STRAVA_GERMAN: &str = "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschnittliche Geschwindigkeit,Höhenzunahme,Höhenunterschied,Min. Höhe,Max. Höhe,Max. Steigung,Durchschnittliche Steigung,Durchschnittliche positive Steigung,Durchschnittliche negative Steigung,Max. Tritt-/Schrittfrequenz,Durchschnittliche Trittfrequenz,Max. Herzfrequenz,Durchschnittliche Herzfrequenz,Kalorien\n";

/// A row of Strava's: a run of 5020.3 metres in 1812 seconds.
fn strava_row(date: &str, sport: &str) -> String {
    format!(
        "11223344,\"{date}\",\"Home, sweet\n\"\"home\"\"\",{sport},,1900,\"5,02\",171,,false,,,activities/11223344.fit.gz,,,1900.0,1812.0,5020.300293,4.1,2.7,105.25,80,30,60,,,,,,,171.0,147.2,300\n"
    )
}

#[test]
fn strava_s_table_is_read_in_any_language() {
    let expected = "2024-05-03  run 5.02 km 30:12 at 07:10 climb 105 m hr 147 [strava:11223344]";
    let english = format!("\u{feff}{STRAVA}{}", strava_row("May 3, 2024, 5:10:00 AM", "Run"));
    assert_eq!(lines("activities.csv", english.as_bytes()), [expected]);
    for (date, sport) in [
        ("03.05.2024, 05:10:00", "Lauf"),
        ("3 mai 2024, 05:10:00", "Course à pied"),
        ("3 mai 2024 à 05:10:00", "Course à pied"),
        ("3 may 2024, 5:10:00", "Carrera"),
        ("3 mag 2024, 05:10:00", "Corsa"),
        ("3 de mai. de 2024, 05:10:00", "Corrida"),
        ("03/05/2024, 05:10:00", "Corrida"),
        ("3 maj 2024, 05:10:00", "Bieg"),
        ("3 mei 2024 05:10:00", "Hardlopen"),
        ("3. maj 2024 05.10.00", "Løb"),
        ("2024-05-03 05:10:00", "Run"),
    ] {
        let text = format!("{STRAVA_GERMAN}{}", strava_row(date, sport));
        assert_eq!(lines("activities.csv", text.as_bytes()), [expected], "{date} {sport}");
    }
    let afternoon = strava_row("Dec 31, 2023, 11:30:00 PM", "Run");
    let next_day = lines("activities.csv", format!("{STRAVA}{afternoon}").as_bytes());
    assert_eq!(next_day, ["2024-01-01  run 5.02 km 30:12 at 00:30 climb 105 m hr 147 [strava:11223344]"]);
}

#[test]
fn strava_s_older_tables_are_read() {
    let old = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n1836776031,2018-09-12 15:02:23,Evening Ride,Ride,,783,3681.0,true,Merida,activities/1836776031.gpx\n";
    let expected = ["2018-09-12  bike 3.681 km 13:03 at 17:02 [strava:1836776031]"];
    assert_eq!(lines("activities.csv", old.as_bytes()), expected);
    let newer = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename\n1836776031,\"Sep 12, 2018, 3:02:23 PM\",Evening Ride,Ride,,783,3.68,true,Merida,activities/1836776031.gpx\n";
    let expected = ["2018-09-12  bike 3.68 km 13:03 at 17:02 [strava:1836776031]"];
    assert_eq!(lines("activities.csv", newer.as_bytes()), expected);
    let swim = newer.replace(",Ride,", ",Swim,").replace(",3.68,", ",1500,");
    let expected = ["2018-09-12  swim 1.5 km 13:03 at 17:02 [strava:1836776031]"];
    assert_eq!(lines("activities.csv", swim.as_bytes()), expected);
}

#[test]
fn strava_s_folder_gives_each_activity_once_and_by_its_own_clock() {
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}timezone = \"America/New_York\"\n"));
    project
        .write("export/activities.csv", format!("{STRAVA}{}", strava_row("May 3, 2024, 5:10:00 AM", "Run")))
        .write("export/activities/11223344.fit.gz", packed(&fit::run()))
        .write("export/followers.csv", "Follower,Status\n1,Accepted\n");
    let ran = import(&project, &["export"]);
    let expected = "content/log/strava.txt: 1 new line\n1 other file holds no activity\n";
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected, ""));
    // The watch was two hours before UTC, wherever the site is.
    let line = "2024-05-03  run 5.02 km 30:12 at 07:10 climb 105 m hr 147 [strava:11223344]\n";
    assert_eq!(project.read("content/log/strava.txt"), line);
}

#[test]
fn a_row_of_strava_s_without_a_date_is_named_by_its_line() {
    let rows = [
        strava_row("May 3, 2024, 5:10:00 AM", "Run"),
        strava_row("soon", "Ride"),
        strava_row("May 3, 1970, 5:10:00 AM", "Ride"),
    ];
    let (haul, told) = haul("activities.csv", format!("{STRAVA}{}", rows.concat()).as_bytes());
    let named: Vec<(&str, &str)> = haul.undated.iter().map(|(at, what)| (at.as_str(), what.as_str())).collect();
    assert_eq!(
        named,
        [
            ("activities.csv:4", "bike 5.02 km 30:12, dated `soon`"),
            ("activities.csv:6", "bike 5.02 km 30:12, dated 1970-05-03"),
        ]
    );
    assert_eq!((haul.activities.len(), told.len()), (1, 0));
}

#[test]
fn garmin_s_table_is_read_in_nine_languages() {
    for (head, run, swim) in [
        ("Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Total Ascent", "Running", "Pool Swim"),
        (
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elev Gain",
            "Trail Running",
            "Open Water Swimming",
        ),
        (
            "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Positiver Höhenunterschied",
            "Laufen",
            "Schwimmbadschwimmen",
        ),
        (
            "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,Anstieg gesamt",
            "Laufband",
            "Freiwasserschwimmen",
        ),
        (
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,Fréquence cardiaque maximale,Ascension totale",
            "Course à pied",
            "Natation en piscine",
        ),
        (
            "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima,Ascenso total",
            "Carrera",
            "Natación en piscina",
        ),
        (
            "Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,Ascesa totale",
            "Corsa",
            "Nuoto in piscina",
        ),
        (
            "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo,FC média,FC máxima,Subida total",
            "Corrida",
            "Natação em piscina",
        ),
        (
            "Typ aktywności,Data,Ulubione,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,Maksymalne tętno,Całkowity wznios",
            "Bieganie",
            "Pływanie w basenie",
        ),
        (
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Totale stijging",
            "Hardlopen",
            "Zwembadzwemmen",
        ),
        (
            "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gns. puls,Maks. puls,Samlet stigning",
            "Løb",
            "Svømning i bassin",
        ),
    ] {
        let table = format!(
            "{head}\n{run},2024-05-03 07:10:00,false,\"Home, morning\",\"5,02\",\"2,336\",\"00:30:12\",\"147\",\"171\",\"1,040\"\n{swim},2024-05-02 18:00:00,false,Pool,\"1,500\",\"400\",\"35:10.4\",\"--\",\"--\",\"--\"\n"
        );
        let expected = [
            "2024-05-02  swim 1.5 km 35:10 at 18:00 [garmin:20240502T180000]",
            "2024-05-03  run 5.02 km 30:12 at 07:10 climb 1040 m hr 147 [garmin:20240503T071000]",
        ];
        assert_eq!(lines("Activities.csv", table.as_bytes()), expected, "{head}");
        // As programs of the same country save it again.
        let semicolons: String = table
            .replace(", ", "")
            .replace("\"5,02\"", "5#02")
            .replace("\"1,500\"", "1.500")
            .replace("\"2,336\"", "2.336")
            .replace("\"1,040\"", "1.040")
            .replace(',', ";")
            .replace('#', ",");
        assert_eq!(lines("Activities.csv", semicolons.as_bytes()), expected, "{semicolons}");
    }
}

#[test]
fn garmin_s_distances_are_in_the_site_s_unit_and_swims_in_metres() {
    let table = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\nRunning,2024-05-03 07:10:00,false,A,3.10,1,\"30:12\",147\nLap Swimming,2024-05-03 17:10:00,false,B,750,1,\"20:00\",\nOpen Water Swimming,2024-05-03 19:10:00,false,C,1.25,1,\"30:00\",\nTrack Running,2024-05-04 07:10:00,false,D,\"5,000\",1,\"25:00\",\nCycling,2024-05-05 07:10:00,false,E,\"1,021.50\",1,\"60:00:00\",\n";
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}{IN_BERLIN}units = \"mi\"\n"));
    project.write("a.csv", table);
    import(&project, &["a.csv"]);
    let expected = "2024-05-03  run 4.989 km 30:12 at 07:10 hr 147 [garmin:20240503T071000]
2024-05-03  swim 0.75 km 20:00 at 17:10 [garmin:20240503T171000]
2024-05-03  swim 1.25 km 30:00 at 19:10 [garmin:20240503T191000]
2024-05-04  run 5 km 25:00 at 07:10 [garmin:20240504T071000]
2024-05-05  bike 1643.945 km 60:00:00 at 07:10 [garmin:20240505T071000]
";
    assert_eq!(project.read("content/log/garmin.txt"), expected);
}

#[test]
fn a_table_in_utf_16_or_in_latin_letters_is_read() {
    let table = "Aktivitätstyp\tDatum\tDistanz\tZeit\nLaufen\t2024-05-03 07:10:00\t5,02\t30:12\n";
    let expected = ["2024-05-03  run 5.02 km 30:12 at 07:10 [garmin:20240503T071000]"];
    for big in [false, true] {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(table.encode_utf16()).flat_map(bytes).collect();
        assert_eq!(lines("a.csv", &wide), expected);
    }
    let latin: Vec<u8> = table.chars().map(|c| u8::try_from(u32::from(c)).expect("a Latin letter")).collect();
    assert_eq!(lines("a.csv", &latin), expected);
}

#[test]
fn any_table_is_read_by_a_map_of_its_columns() {
    let project = project();
    let table = "No.;Tag;Beginn;Sport;Weg (m);Dauer;Puls;Höhe\n7;03/05/2024;07:10;Laufen;5020;0:30:12;147;40\n8;14/05/2024;;Yoga;;45;;\n9;14/05/2024;;Yoga;;45;;\n";
    project.write("a.csv", table);
    let map = ["date=Tag", "time=Beginn", "type=Sport", "distance=Weg (m)", "duration=Dauer", "hr=Puls", "climb=Höhe"];
    let args: Vec<&str> = map.iter().flat_map(|pair| ["--map", pair]).chain(["a.csv"]).collect();
    let ran = import(&project, &args);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("content/log/csv.txt: 3 new lines\n", ""));
    let written = project.read("content/log/csv.txt");
    let mut lines = written.lines();
    let first = "2024-05-03  run 5.02 km 30:12 at 07:10 climb 40 m hr 147 [csv:20240503T071000]";
    assert_eq!(lines.next(), Some(first));
    let yoga: Vec<&str> = lines.collect();
    assert!(yoga[0].starts_with("2024-05-14  mobility 45:00 [csv:20240514-"), "{yoga:?}");
    assert_eq!(yoga[1], yoga[0].replace(']', "-2]"));
    // The rows in another order, with one more: those that are there are known again.
    let mut rows: Vec<&str> = table.lines().collect();
    rows[1..].reverse();
    project.write("a.csv", [&rows[..1], &["10;14/05/2024;;Laufen;3000;;;"], &rows[1..]].concat().join("\n"));
    assert_eq!(import(&project, &args).stdout, "content/log/csv.txt: 1 new line\n3 lines were there already\n");
    // By ids of the table's own, and all of one kind, in units that are said.
    project.write("b.csv", "Id,When,Far,Took\nx 1],2024-06-01T06:00:00-04:00,3,0.5\n");
    let args = [
        "--map",
        "id=Id",
        "--map",
        "date=When",
        "--map",
        "distance=Far:mi",
        "--map",
        "duration=Took:h",
        "--map",
        "type=run",
        "b.csv",
    ];
    import(&project, &args);
    let last = "2024-06-01  run 4.828 km 30:00 at 06:00 [csv:x-1-]\n";
    assert!(project.read("content/log/csv.txt").ends_with(last), "{}", project.read("content/log/csv.txt"));
}

#[test]
fn a_map_that_does_not_fit_says_what_would() {
    let project = project();
    project.write("a.csv", "Datum,Strecke\n03/05/2024,5\n04/05/2024,6\n");
    let told = |args: &[&str]| {
        let ran = import(&project, &[args, &["a.csv"]].concat());
        assert!(!project.has("content"), "{}", ran.stdout);
        (
            ran.status,
            ran.stderr.lines().filter(|line| line.contains(": ")).map(|l| l.trim().to_owned()).collect::<Vec<_>>(),
        )
    };
    let (status, lines) = told(&["--map", "date=Datun", "--map", "distance=Strecke"]);
    assert_eq!(
        (status, lines),
        (
            1,
            vec![
                "error: no column is called `Datun`".to_owned(),
                "= hint: did you mean --map 'date=Datum'?".to_owned()
            ]
        )
    );
    let (status, lines) = told(&["--map", "date=Datum"]);
    assert_eq!((status, lines[0].as_str()), (1, "error: the map says no `distance` or `duration`"));
    let (status, lines) = told(&["--map", "date=Datum", "--map", "distance=Strecke"]);
    assert_eq!(
        (status, lines),
        (
            1,
            vec![
                "error: `03/05/2024` may be a day or a month first".to_owned(),
                "= hint: say which: --map 'date=Datum:dmy' or --map 'date=Datum:mdy'".to_owned(),
            ]
        )
    );
    let keys = "date, time, type, distance, duration, climb, hr, id";
    for (typed, expected) in [
        ("dist=Strecke", format!("error: --map: `dist` is no key of a map, they are {keys}")),
        ("dat=Datum", format!("error: --map: `dat` is no key of a map, they are {keys}; did you mean `date`?")),
        ("date", format!("error: --map: `date` is no KEY=COLUMN; the keys are {keys}")),
    ] {
        assert_eq!(told(&["--map", typed]), (2, vec![expected]));
    }
    // The hint works when followed.
    let ran = import(&project, &["--map", "date=Datum:mdy", "--map", "distance=Strecke", "a.csv"]);
    assert_eq!(ran.status, 0);
    assert!(project.read("content/log/csv.txt").starts_with("2024-03-05  other 5 km [csv:20240305-"));
}

#[test]
fn sports_are_kinds_of_sessions_and_the_unknown_is_other() {
    let kind = |name: &str| {
        let table = format!("Activity Type,Date,Time\n\"{name}\",2024-05-03 07:10:00,30:12\n");
        let line = lines("a.csv", table.as_bytes()).remove(0);
        line.split_whitespace().nth(1).expect("a kind").to_owned()
    };
    for (expected, names) in [
        (
            "run",
            "Run|TrailRun|VirtualRun|Treadmill Running|Track Running|Virtueller Lauf|Geländelauf|Course à pied sur tapis|Trail|Carrera en cinta|Corsa su tapis roulant|Corrida na esteira|Bieg terenowy|Loopband|running",
        ),
        (
            "bike",
            "Ride|EBikeRide|MountainBikeRide|GravelRide|Road Cycling|Radfahrt|Rennrad|Vélo|Sortie à vélo|Ciclismo|Giro in bici|Kolarstwo|Jazda na rowerze|Fietsrit|Cykeltur|cycling",
        ),
        (
            "walk",
            "Walk|Hike|Gehen|Wanderung|Spaziergang|Marche à pied|Randonnée|Caminata|Senderismo|Camminata|Caminhada|Spacer|Chodzenie|Wandelen|Gåtur|Nordic Walking",
        ),
        ("swim", "Swim|Pool Swim|Schwimmen|Natation|Natación|Nuoto|Natação|Pływanie|Zwemmen|Svømning"),
        ("row", "Rowing|Rudern|Aviron|Remo|Canottaggio|Wioślarstwo|Roeien|Roning"),
        (
            "strength",
            "Strength Training|WeightTraining|Krafttraining|Musculation|Entrenamiento de fuerza|Musculação|Krachttraining|Styrketræning",
        ),
        ("mobility", "Yoga|Pilates|Stretching|Dehnen|Joga"),
        ("elliptical", "Elliptical|Ellipsentrainer|Elíptica|Ellittica|Orbitrek|Crosstrainer"),
        ("aqua-jog", "aqua-jog|Aqua Jogging"),
        ("walk-run", "walk-run|Walk/Run"),
        (
            "other",
            "Nordic Ski|Langlauf|Skiløb|Eislaufen|Inline Skating|Motorcycling|Motorrad|Golf|Climbing|Kajak|Tennis|Kardio|Snowshoeing|Handcycle|SwimRun|Transition|?",
        ),
    ] {
        for name in names.split('|') {
            assert_eq!(kind(name), expected, "{name}");
        }
    }
}
