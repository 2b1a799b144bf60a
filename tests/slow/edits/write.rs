//! What the writer of a journal types: every kind of relation between texts turns up.

use super::random::Random;

/// What there is to choose from.
pub(crate) struct World {
    /// The kinds of charts that the program knows.
    pub(crate) kinds: Vec<String>,
    /// The files of entries.
    pub(crate) files: Vec<String>,
}

/// Private entries among a hundred.
const PRIVATE: usize = 8;

/// An entry's text.
pub(crate) fn entry(random: &mut Random, world: &World) -> String {
    let n = random.below(50);
    let private = random.chance(PRIVATE);
    let mut front = Vec::new();
    // A private entry's words are no other's: a build that finds them elsewhere would end.
    front.push(match private {
        true => format!("title: Unseen words of number {n}\nvisibility: private"),
        false => format!("title: {} {n}", random.one(&["Entry", "entry", "Day"])),
    });
    if random.chance(85) {
        front.push(format!("date: {}", day(random)));
    }
    if random.chance(65) {
        front.push(pain(random));
    } else if random.chance(15) {
        front.push(format!("pain: {}", random.one(&["none", "sore in the evening", "2-3", "3/5/2"])));
    }
    if random.chance(50) {
        front.push(format!("sessions: [{}]", several(random, session)));
    } else if random.chance(40) {
        front.push(format!("mileage: {}", 1 + random.below(9)));
    }
    for (percent, key, value) in [
        (45, "exercises", exercise as fn(&mut Random) -> String),
        (35, "treatments", treatment),
        (55, "lessons", lesson),
        (20, "advice", advice),
    ] {
        if random.chance(percent) {
            front.push(format!("{key}: [{}]", several(random, value)));
        }
    }
    let few = [
        (25, "injury", ["knee", "calf", "knee"]),
        (30, "tags", ["[a, b]", "[A, c]", "[c, B]"]),
        (18, "visibility", ["unlisted", "public", "unlisted"]),
        (8, "draft", ["true", "false", "true"]),
        (
            20,
            "milestones",
            ["[Stairs]", "[{kind: race, label: R}]", "[{kind: scan, label: S}, {kind: first, label: F}]"],
        ),
        (18, "setback", ["ice", "too much ice", "stairs"]),
        (15, "flare", ["true", "true", "false"]),
        (20, "triggers", ["[ice]", "[Ice, stairs]", "[stairs]"]),
        (22, "series", ["Long", "long", "Short"]),
        (12, "updated", ["2020-02-01", "2020-04-01", "2020-05-01"]),
        (12, "phase", ["Own", "Walking", "Running"]),
        (15, "slug", ["own-1", "own-2", "own-3"]),
        (12, "aliases", ["[/older-1/]", "[/older-2, former/x.html]", "[/tags/]"]),
        (10, "image", ["/pic.svg", "/shot.png", "/nowhere.png"]),
        (15, "summary", ["Short.", "Shorter.", "A few words."]),
        (15, "sleep", ["5", "7", "{hours: 8, quality: 7}"]),
        (10, "mood", ["2", "5", "8"]),
        (10, "rest", ["true", "true", "false"]),
        (10, "stiffness", ["10", "30", "45"]),
        (
            10,
            "prom",
            [
                "[{instrument: VISA-H, score: 34}]",
                "[{instrument: LEFS, score: 50}]",
                "[{instrument: VISA-H, score: 70}]",
            ],
        ),
        (12, "tests", ["{heel raises: {left: 18, right: 25}}", "{Heel raises: {left: 20, right: 25}}", "{hop: 40 cm}"]),
        (6, "medication", ["[x]", "[y]", "[x, y]"]),
    ];
    for (percent, key, values) in few {
        if random.chance(percent) && !(private && key == "visibility") {
            front.push(format!("{key}: {}", random.one(&values)));
        }
    }
    let body = if private { format!("Nobody reads {n} of these.\n") } else { body(random, world, n) };
    format!("---\n{}\n---\n{body}", front.join("\n"))
}

fn body(random: &mut Random, world: &World, n: usize) -> String {
    let mut parts = vec![format!("Text {n}.\n")];
    if random.chance(30) {
        parts.push(chart(random, world));
    }
    if random.chance(25) {
        let more = if random.chance(30) { quoted(&chart(random, world)) } else { String::new() };
        parts.push(format!("> [!LESSON] l-{}\n> Marked {n}.\n{more}", random.below(6)));
    }
    if random.chance(25) && !world.files.is_empty() {
        let file = &world.files[random.below(world.files.len())];
        let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".md");
        parts.push(format!("[link](/{file}) and [[{}]]\n", stem.get(11..).unwrap_or(stem)));
    }
    let others = [
        "![pic](/pic.svg) and ![shot](/shot.png)\n",
        "## Heading\n\n## Comments\n\n## Lessons here\n",
        "```rust\nfn main() {}\n```\n",
        "<a href=\"/journal/own-1/\">raw</a> and [a tag](/tags/a/)\n",
        "## taught-l-1\n\n## taught-l-2\n",
        "[now](/now/) and [an exercise](../exercises/bridge.md)\n",
    ];
    if random.chance(35) {
        parts.push(random.one(&others).to_owned());
    }
    parts.join("\n")
}

/// Lines of a log: days, spans, what the file covers, and what nobody is to see.
pub(crate) fn log(random: &mut Random) -> String {
    let mut lines = vec![random.one(&["", "", "", "private"]).to_owned()];
    for n in 0..1 + random.below(6) {
        let (day, score) = (day(random), random.below(8));
        let line = match random.below(12) {
            0 => format!("covers {day}..03-28"),
            1 => format!("{day}..28  run {} km, treatment massage x2", 5 + n),
            2 => format!("{day}..28  pain {score}"),
            3 => format!("later {day}..03-28"),
            4 => format!("{day}  pain {score}, private"),
            5 => format!("{day}  nonsense {score}"),
            6 => format!("{day}  rest, morning {score}, later"),
            7 => format!("{day}  bridge 3x{} @{}kg, trigger ice", 5 + n, 10 + score),
            8 => format!("{day}  treatment needling {} min, sleep {}, mood {score}", 20 + n, 4 + n),
            9 => format!("{day}  setback \"ice\", flare, milestone \"Stairs {n}\""),
            _ => format!(
                "{day}  pain {score}/{}/{n}, run {} km {}:00 rpe {score}, \"dull\"  # unsaid {n}",
                random.below(8),
                2 + n,
                12 + 7 * n
            ),
        };
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

/// A plain page's text.
pub(crate) fn page(random: &mut Random, world: &World) -> String {
    let n = random.below(99);
    let front =
        ["date: 2020-02-01", "date: 2020-03-01\nsummary: Short.", "visibility: unlisted", "slug: elsewhere", ""];
    let title = random.maybe(40, &format!("title: Called {}\n", random.0 % 9));
    let chart = if random.chance(40) { chart(random, world) } else { String::new() };
    format!("---\n{title}{}\n---\nStep {n}.\n\n{chart}", random.one(&front))
}

/// What describes an exercise.
pub(crate) fn description(random: &mut Random) -> String {
    let n = random.below(9);
    let front = ["", "visibility: unlisted", "summary: So it goes.", "title: Named otherwise", "draft: true"];
    format!("---\n{}\n---\nHips up {n}.\n", random.one(&front))
}

/// A reader's comment.
pub(crate) fn comment(random: &mut Random) -> String {
    let (id, n) = (random.below(9), random.below(99));
    let more = ["", "replying_to: c1\n", "replying_to: c2\n", "approved: false\n", "date: 2020-02-01\n", "name: [\n"];
    format!("_id: c{id}\nname: N{id}\nmessage: Said {n}.\n{}", random.one(&more))
}

/// The settings.
pub(crate) fn settings(random: &mut Random) -> String {
    let mut text = format!(
        "title = \"{}\"\nbase_url = \"https://example.org/\"\n{}",
        random.one(&["Soak", "Soaked"]),
        random.maybe(30, "author = \"Ada\"\n")
    );
    for line in
        ["units = \"mi\"\n", "week_start = \"sunday\"\n", "language = \"de\"\n", "description = \"Of a knee.\"\n"]
    {
        text.push_str(&random.maybe(12, line));
    }
    text.push_str(&format!("[pagination]\nper_page = {}\n", random.one(&[3, 4, 10])));
    text.push_str(&random.maybe(30, "[feeds]\nlimit = 4\n"));
    text.push_str(&random.maybe(30, "[lessons]\norder = \"evidence\"\ntop = [\"l-1\", \"l-2\"]\n"));
    text.push_str(&random.maybe(30, "[cards]\nlimit = 3\n"));
    text.push_str(&random.maybe(15, "[search]\nenabled = false\n"));
    text.push_str(random.one(&[
        "",
        "",
        "",
        "[privacy]\nshow = [\"cost\", \"provider\"]\ncount_private = true\n",
        "[privacy]\nshow = [\"medication\"]\n",
    ]));
    text.push_str(&random.maybe(20, "[nav]\nHome = \"/\"\nStory = \"/timeline/\"\n"));
    text.push_str(random.one(&[
        "",
        "",
        "[rules]\npreset = \"within-48h\"\nprovenance = \"we set\"\n",
        "[[rules]]\npreset = \"silbernagel\"\nfrom = 2020-02-01\n",
        "[[rules]]\npreset = \"silbernagel\"\n[[rules]]\npreset = \"custom\"\nlow = 2\nceiling = 4\nfrom = 2020-02-10\n",
    ]));
    text.push_str(&random.maybe(20, "[charts]\nhome = \"How it went\"\nprogress = {pain-timeline = \"And here\"}\n"));
    text.push_str(
        &random.maybe(30, "[[tests]]\nname = \"heel raises\"\nunit = \"reps\"\nbetter = \"more\"\nline = 25\n"),
    );
    text.push_str("[[injuries]]\nname = \"knee\"\nside = \"left\"\nsite = \"knee\"\nonset = 2020-01-01\n");
    text.push_str(&random.maybe(20, "end = 2020-02-20\n"));
    text.push_str(&random.maybe(20, "baseline = \"30 km\"\n"));
    text.push_str(&random.maybe(15, "[[injuries.operations]]\ndate = 2020-01-20\nlabel = \"Keyhole\"\n"));
    if random.chance(60) {
        text.push_str("[[injuries]]\nname = \"calf\"\nonset = 2020-02-01\n");
        text.push_str(&random.maybe(20, "relapse_of = \"knee\"\n"));
        text.push_str(&random.maybe(50, "[[injuries.diagnoses]]\ndate = 2020-02-03\nlabel = \"Strain\"\n"));
    }
    text.push_str("[[phases]]\nname = \"Walking\"\nstart = 2020-01-15\nend = 2020-02-10\ngoal = \"Stairs\"\n");
    text.push_str(&random.maybe(50, "[[phases]]\nname = \"Running\"\nstart = 2020-02-11\n"));
    text.push_str(&random.maybe(50, "[[prescriptions]]\nexercise = \"bridge\"\nper_week = 3\nfrom = 2020-01-05\n"));
    text
}

/// A template of the site's own.
pub(crate) fn template(random: &mut Random) -> (&'static str, String) {
    let n = random.below(99);
    let figure = "{% component figure(figure: map, level: string = \"h2\") %}<figure class=\"own\">";
    let tail = random.one(&["", "{{ head.title }}", "{{ site.title | upper }}", "{{ nonsense }}", "{% if %}"]);
    let page = format!("{{% extends \"base.html\" %}}{{% block main %}}<p>{n}</p>{tail}{{% endblock main %}}");
    match random.below(4) {
        0 => ("own.html", format!("{figure}{{{{ figure.say }}}} {n}</figure>{{% endcomponent figure %}}\n")),
        1 => ("tags.html", page),
        2 => ("page.html", page),
        _ => ("404.html", page),
    }
}

/// Values of one kind, one or two of them.
fn several(random: &mut Random, one: impl Fn(&mut Random) -> String) -> String {
    let first = one(random);
    if random.chance(40) { format!("{first}, {}", one(random)) } else { first }
}

fn day(random: &mut Random) -> String {
    format!("2020-0{}-{:02}", 1 + random.below(3), 1 + random.below(28))
}

fn pain(random: &mut Random) -> String {
    let points = ["before", "during", "after", "next_day", "worst", "rest"];
    let mut given = vec![format!("during: {}", random.below(8))];
    for point in points.into_iter().filter(|point| *point != "during") {
        if random.chance(45) {
            let least = random.below(7);
            given.push(format!("{point}: {least}{}", random.maybe(12, &format!("-{}", least + 2))));
        }
    }
    if random.chance(20) {
        given.push("site: heel".to_owned());
    }
    format!("pain: {{{}}}", given.join(", "))
}

fn session(random: &mut Random) -> String {
    let n = 1 + random.below(9);
    let kind = random.one(&["run", "walk", "bike", "run", "strength"]);
    let more = [
        random.maybe(60, &format!(", distance: {n} km")),
        random.maybe(50, &format!(", duration: {} min", n * 7)),
        random.maybe(50, &format!(", rpe: {n}")),
        random.maybe(15, ", planned: true"),
        random.maybe(20, ", surface: road"),
    ];
    format!("{{type: {kind}{}}}", more.concat())
}

fn exercise(random: &mut Random) -> String {
    let n = 5 + random.below(4);
    let name = random.one(&["bridge", "Bridge", "step up", "Step-up", "calf raise"]);
    let more = [
        random.maybe(60, &format!(", sets: 3, reps: {n}")),
        random.maybe(40, &format!(", load: {n} kg")),
        random.one(&["", ", side: left", ", side: right"]).to_owned(),
        random.one(&["", ", verdict: helps", ", verdict: aggravates"]).to_owned(),
        random.maybe(40, &format!(", pain: {}", n - 5)),
    ];
    format!("{{name: {name}{}}}", more.concat())
}

fn treatment(random: &mut Random) -> String {
    let (kind, n) = (random.one(&["massage", "Massage", "needling"]), 10 + random.below(30));
    let more = [
        random.maybe(50, &format!(", minutes: {n}")),
        random.one(&["", ", helped: yes", ", helped: no"]).to_owned(),
        random.maybe(40, ", pain_before: 3, pain_after: 2"),
        random.maybe(30, ", provider: Bo"),
        random.maybe(30, ", cost: 5 USD"),
    ];
    format!("{{type: {kind}{}}}", more.concat())
}

fn lesson(random: &mut Random) -> String {
    let id = random.below(6);
    if random.chance(45) {
        let what = random.one(&["confirms", "revises", "retracts"]);
        return format!("{{{what}: l-{id}{}}}", random.maybe(50, ", note: again"));
    }
    let tags = random.one(&["", ", tags: [load]", ", tags: [Load]", ", tags: [sleep, load]", ", tags: [sleep]"]);
    let title = random.one(&["Lesson", "lesson", "Another"]);
    format!("{{id: l-{id}, title: {title} {id}{tags}{}}}", random.maybe(25, ", pinned: true"))
}

fn advice(random: &mut Random) -> String {
    format!("{{from: {}, text: Rest {}}}", random.one(&["Bo", "bo", "Cy", "Di"]), random.below(20))
}

/// A chart of any kind, with options that most kinds know.
fn chart(random: &mut Random, world: &World) -> String {
    let kind = &world.kinds[random.below(world.kinds.len())];
    let own = match kind.as_str() {
        "ladder" => "levels: [a, b]\n",
        "exercise" => random.one(&["", "exercise: bridge\n"]),
        "calendar" | "pain-and-load" => random.one(&["", "series: run\n"]),
        "pain-timeline" => random.one(&["", "window: 14\n", "lines: [{value: 3, label: ours}]\n"]),
        _ => "",
    };
    let more = [
        random.one(&["", "from: -14d\n", "from: Walking\n", "from: 2020-01-10\n"]),
        random.one(&["", "", "to: 2020-02-20\n"]),
        random.one(&["", "", "injury: knee\n"]),
        random.one(&["", "caption: So it went\n"]),
    ];
    format!("```chart\nkind: {kind}\n{own}{}```\n", more.concat())
}

/// A text inside a quote.
fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}\n")).collect();
    format!(">\n{}", lines.concat())
}
