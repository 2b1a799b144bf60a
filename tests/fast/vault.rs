//! A vault of notes as it is: names in double brackets, embeds, sizes, remarks, code of other programs.

use crate::support::{Project, main_of};

const VAULT: &str = "\
-- content/journal/2020-05-16 Knee MRI.md --
---
title: Knee MRI
aliases: [The scan]
---
## What it showed {#findings}

Text.

## Wie es war

A block.
-- content/journal/2020-05-17-links.md --
---
title: Links
---
1 [[Knee MRI]] 2 [[knee mri|the scan]] 3 [[2020-05-16 Knee MRI#Wie es war]] 4 [[2020-05-16 Knee MRI#What it showed|there]] \
5 [[#Own heading]] 6 [[2020-05-16]] 7 [[2020-05-16 Knee MRI.md]] 8 [[journal/2020-05-16 Knee MRI]] 9 [[The scan]] \
10 [[notes.pdf]] 11 [[Knee MRI#findings]]

| where |
| --- |
| [[2020-05-16 Knee MRI\\|the scan]] |
| ![[notes.pdf\\|a letter]] |

![[2020-05-16 Knee MRI]]

![[Notes.PDF]]

![[run.mp4]]

![[word.m4a|How it felt]]

- one %%zz%% two
- <!-- zz --> three

> [!info]- Its title %%zz%%
> inside <!-- zz -->

## Own heading
-- content/files/notes.pdf --
%PDF
-- content/files/run.mp4 --
x
-- content/files/word.m4a --
x
";

fn paragraphs(page: &str) -> Vec<String> {
    let text = page.split_once("id=\"_story\">").and_then(|(_, rest)| rest.split_once("<h2")).expect("a story").0;
    text.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()
}

#[test]
fn notes_call_each_other_by_any_of_their_names() {
    let project = Project::new(VAULT);
    let ran = project.run(["build"]);
    let told: Vec<&str> =
        ran.stderr.lines().filter(|line| line.starts_with("warning") || line.starts_with("error")).collect();
    // A document and a film say what they may carry; nothing else is wrong.
    assert_eq!(
        told,
        ["warning: 1 document goes out as it is: notes.pdf", "warning: 1 video goes out as it is: run.mp4"]
    );
    let page = project.read("public/journal/links/index.html");
    let scan = "/journal/2020-05-16-knee-mri/";
    let a = |to: &str, text: &str| format!("<a href=\"{to}\">{text}</a>");
    let part = |id: &str, text: &str| a(&format!("{scan}#{id}"), text);
    let expected = [
        format!(
            "<p>1 {} 2 {} 3 {} 4 {} 5 {} 6 {} 7 {} 8 {} 9 {} 10 {} 11 {}</p>",
            a(scan, "Knee MRI"),
            a(scan, "the scan"),
            part("wie-es-war", "2020-05-16 Knee MRI#Wie es war"),
            part("findings", "there"),
            a("/journal/links/#own-heading", "#Own heading"),
            a(scan, "2020-05-16"),
            a(scan, "2020-05-16 Knee MRI.md"),
            a(scan, "journal/2020-05-16 Knee MRI"),
            a(scan, "The scan"),
            a("/files/notes.pdf", "notes.pdf"),
            part("findings", "Knee MRI#findings"),
        ),
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>".to_owned(),
        "<thead><tr><th scope=\"col\">where</th></tr></thead>".to_owned(),
        "<tbody>".to_owned(),
        format!("<tr><td>{}</td></tr>", a(scan, "the scan")),
        format!("<tr><td>{}</td></tr>", a("/files/notes.pdf", "a letter")),
        "</tbody></table></div>".to_owned(),
        format!("<p>{}</p>", a(scan, "2020-05-16 Knee MRI")),
        format!("<p>{}</p>", a("/files/notes.pdf", "Notes.PDF")),
        format!(
            "<figure class=\"pic\"><video controls preload=\"metadata\" src=\"/files/run.mp4\" aria-label=\"run.mp4\">{}</video></figure>",
            a("/files/run.mp4", "run.mp4")
        ),
        format!(
            "<figure class=\"pic\"><audio controls preload=\"metadata\" src=\"/files/word.m4a\" aria-label=\"How it felt\">{}</audio></figure>",
            a("/files/word.m4a", "How it felt")
        ),
        "<ul>".to_owned(),
        "<li>one  two</li>".to_owned(),
        "<li>".to_owned(),
        " three".to_owned(),
        "</li>".to_owned(),
        "</ul>".to_owned(),
        "<details class=\"alert note\"><summary class=\"alert-name\">Its title </summary>".to_owned(),
        "<p>inside </p>".to_owned(),
        "</details>".to_owned(),
    ];
    assert_eq!(paragraphs(&page), expected);
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("zz") || path.contains("pagefind"), "{path}");
    }
}

#[test]
fn a_name_that_calls_nothing_is_text() {
    let project = Project::new(
        "-- content/journal/2020-05-17-a.md --\nSee [[Nobody wrote this|*this*]], [[a#Nowhere]], ![[Not there]] and ![[gone.png|A kerb]].\n\n\
         Last [[#Nowhere either]].\n",
    );
    let ran = project.run(["build"]);
    let page = project.read("public/journal/a/index.html");
    assert!(
        main_of(&page).contains(
            "<p>See <em>this</em>, <a href=\"/journal/a/\">a#Nowhere</a>, Not there and <span class=\"no-picture\">A kerb</span>.</p>\n\
             <p>Last <a href=\"/journal/a/\">#Nowhere either</a>.</p>"
        ),
        "{page}"
    );
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("warning")).collect();
    assert_eq!(
        told,
        [
            "warning: no entry is called [[Nobody wrote this]]",
            "warning: `a#Nowhere` leads to a place that the page does not have: #Nowhere",
            "warning: no entry is called [[Not there]]",
            "warning: the image content/journal/gone.png is missing",
            "warning: `#Nowhere either` leads to a place that the page does not have: #Nowhere either",
        ]
    );
    for (path, bytes) in project.tree("public") {
        assert!(!String::from_utf8_lossy(&bytes).contains("href=\"\""), "{path}");
    }
}

#[test]
fn code_of_other_programs_is_told_once_a_kind() {
    let project = Project::new(
        "-- content/journal/2020-05-17-a.md --\n{% include a.html %} {% x %}\n\n[caption id=\"1\"]A[/caption]\n\
         -- content/journal/2020-05-18-b.md --\nText {% y %}, `{% code %}` and {{< figure src=\"a.png\" >}}.\n\npain:: 4\n",
    );
    let ran = project.run(["build"]);
    let lines: Vec<&str> = ran.stderr.lines().map(str::trim).collect();
    let told: Vec<(&str, &str)> =
        lines.windows(2).filter(|pair| pair[0].starts_with("warning: ")).map(|pair| (pair[0], pair[1])).collect();
    assert_eq!(
        told,
        [
            (
                "warning: `{% include a.html %}` is a tag of Liquid, shown as it was typed, 3 times in 2 texts",
                "--> content/journal/2020-05-17-a.md:1:1"
            ),
            (
                "warning: `[caption id=\"1\"]` is a shortcode of WordPress, shown as it was typed, 2 times in this text",
                "--> content/journal/2020-05-17-a.md:3:1"
            ),
            (
                "warning: `{{< figure src=\"a.png\" >}}` is a shortcode of Hugo, shown as it was typed",
                "--> content/journal/2020-05-18-b.md:1:32"
            ),
            (
                "warning: `pain::` is a field in the text, which no number reads, shown as it was typed",
                "--> content/journal/2020-05-18-b.md:3:1"
            ),
        ],
        "{}",
        ran.stderr
    );
    assert_eq!(project.run(["build", "--strict"]).status, 1);
}

#[test]
fn notes_that_are_kept_back_are_named_by_no_embed() {
    let project = Project::new(
        "-- content/journal/2020-05-16-zyzzyva-knee.md --\n---\nvisibility: private\naliases: [Zyzzyvas]\n---\nText.\n\
         -- content/journal/2020-05-17-a.md --\n![[zyzzyva knee]] [[zyzzyva knee|]] ![[zyzzyva-knee|300]] [[Zyzzyvas]] ![[zyzzyva knee#Part]] [[zyzzyva knee|that]]\n",
    );
    let ran = project.run(["build"]);
    assert_eq!(ran.stderr.matches("is not published, so the link leads to its own page").count(), 6, "{}", ran.stderr);
    assert!(
        main_of(&project.read("public/journal/a/index.html"))
            .contains("<p>… … … … … <a href=\"/journal/a/\">that</a></p>")
    );
    for (path, bytes) in project.tree("public") {
        assert!(!String::from_utf8_lossy(&bytes).to_lowercase().contains("zyzzyva"), "{path}");
    }
}
