//! Nothing is judged without a rule.

use crate::support::Project;

/// The visible text of a page.
fn text(page: &str) -> String {
    let body = page.split_once("<main").map_or(page, |(_, rest)| rest);
    let mut out = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ten days of four weeks, of the others nothing is known.
fn journal(settings: &str) -> Project {
    let project = Project::new(&format!(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n{settings}[[injuries]]\nname = \"Calf\"\nonset = 2020-08-03\n\
         [[prescriptions]]\nexercise = \"Bridge\"\nper_week = 3\n"
    ));
    let day = |n: u32, front: &str| {
        project.write(
            &format!("content/journal/2020-08-{n:02}-d{n}.md"),
            format!("---\ntitle: Day {n}\n{front}\n---\nText.\n"),
        );
    };
    day(
        3,
        "pain: {before: 1, during: 4, after: 3, next_day: 3}\nsessions: [{type: run, distance: 5 km, duration: 30 min, rpe: 3}]",
    );
    day(4, "rest: true");
    day(5, "pain: 2\nexercises: [Bridge 3x10]");
    day(11, "pain: {before: 2, during: 2, after: 2, next_day: 1}\nsessions: [{type: walk, distance: 2 km}]");
    day(14, "mood: 5");
    day(17, "pain: {before: 1, during: 1, after: 6}\nmileage: 3 km\nsetback: Too soon");
    day(18, "pain: {before: 5}");
    day(30, "pain: {before: 1, during: 0, after: 0}\nsessions: [{type: run, duration: 20 min, rpe: 2}]");
    project
}

#[test]
fn without_a_rule_no_page_names_a_verdict() {
    let names = [
        "Settled:",
        "Not settled:",
        "Not known whether",
        "above the ceiling",
        "Green,",
        "Amber,",
        "Red,",
        "Grey,",
        "Said.",
    ];
    let named = |project: &Project| {
        project.build([]);
        let pages = project
            .tree("public")
            .into_iter()
            .filter(|(path, _)| path.ends_with(".html") && !path.starts_with("progress/numbers/"));
        let named = pages.filter(|(_, bytes)| {
            let text = text(&String::from_utf8_lossy(bytes));
            names.iter().any(|name| text.contains(name)) || String::from_utf8_lossy(bytes).contains("class=\"verdict\"")
        });
        named.map(|(path, _)| path).collect::<Vec<_>>()
    };
    assert_eq!(named(&journal("")), Vec::<String>::new());
    // The same journal with a rule has them; the day of the setback has the writer's word and no colour.
    let judged = journal("[rules]\npreset = \"silbernagel\"\n");
    assert!(named(&judged).contains(&"journal/d3/index.html".to_owned()));
    let said = text(&judged.read("public/journal/d17/index.html"));
    assert!(said.contains("A setback or a flare, by my own word. ◆ Said ."), "{said}");
}
