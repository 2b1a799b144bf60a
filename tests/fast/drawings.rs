//! Drawings: those that act or load something are refused, those that programs save come out as they look, without the notes
//! that the programs keep in them.

use crate::photos::{FOLDER, data_address, entry, everything, jpeg, quarters};
use crate::support::Project;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use std::path::Path;
use std::sync::Arc;

/// Drawings that act or load something, each with what is said of it: `!` stands for "acts: it has", `?` for "needs more than
/// itself: it has". What has no `<svg` of its own is put into one.
const REFUSED: &[(&str, &str)] = &[
    // Programs.
    ("<script>alert(1)</script>", "!a `script` element"),
    ("<s:script xmlns:s='http://www.w3.org/2000/svg' href='https://x.example/a.js'/>", "!a `script` element"),
    ("<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>", "!a `script` element of a web page"),
    ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "!a `script` element of a web page"),
    ("<SCRIPT>alert(1)</SCRIPT>", "!a `SCRIPT` element"),
    ("<g onload='alert(1)'/>", "!the handler `onload`"),
    ("<g onLoad='alert(1)'/>", "!the handler `onLoad`"),
    ("<rect onfocusin='alert(1)' tabindex='0'/>", "!the handler `onfocusin`"),
    ("<handler type='application/ecmascript'>alert(1)</handler>", "!a `handler` element"),
    (
        "<e:listener xmlns:e='http://www.w3.org/2001/xml-events' handler='#alert(1)'/>",
        "!a `listener` element of a web page",
    ),
    ("<svg><svg><g onclick='alert(1)'/></svg></svg>", "!the handler `onclick`"),
    // Links that run something, and hidden ones.
    ("<a href='javascript:alert(1)'><rect/></a>", "!a link to a `javascript:` address"),
    ("<a xlink:href='java&#115;cript:alert(1)'><rect/></a>", "!a link to a `javascript:` address"),
    ("<a xlink:href=' &#9; JavaScript:alert(1)'><rect/></a>", "!a link to a `javascript:` address"),
    ("<a href='java&#10;script:alert(1)'><rect/></a>", "!a link to a `javascript:` address"),
    ("<a href='data:text/html,x.example'><rect/></a>", "!a link to a `data:` address"),
    ("<a href='vbscript:alert(1)'><rect/></a>", "!a link to a `vbscript:` address"),
    ("<a href='//x.example/'><rect/></a>", "?a link"),
    ("<a href='https://example.org/' ping='https://x.example/'><rect/></a>", "?the attribute `ping`"),
    ("<g formaction='https://x.example/'/>", "?the attribute `formaction`"),
    // Pieces of web pages.
    (
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
        "is a drawing with a piece of a web page in it, a `foreignObject` element",
    ),
    (
        "<switch><foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>x.example</div></foreignObject><text>x</text></switch>",
        "is a drawing with a piece of a web page in it, a `foreignObject` element",
    ),
    ("<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://x.example/'/>", "!a `iframe` element of a web page"),
    (
        "<h:form xmlns:h='http://www.w3.org/1999/xhtml'><h:button formaction='https://x.example/'/></h:form>",
        "!a `form` element of a web page",
    ),
    (
        "<h:link xmlns:h='http://www.w3.org/1999/xhtml' rel='stylesheet' href='https://x.example/a.css'/>",
        "!a `link` element of a web page",
    ),
    (
        "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=https://x.example/'/>",
        "!a `meta` element of a web page",
    ),
    (
        "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML' href='javascript:alert(1)'/>",
        "!a `math` element of a web page",
    ),
    ("<video src='https://x.example/a.mp4'/>", "!a `video` element"),
    ("<embed src='https://x.example/'/>", "!a `embed` element"),
    ("<tref xlink:href='https://x.example/a.svg#t'/>", "!a `tref` element"),
    // Things from elsewhere.
    ("<use href='https://x.example/a.svg#a'/>", "?a link"),
    ("<use xlink:href='other.svg#x.example'/>", "?a link"),
    ("<use href='data:image/svg+xml,x.example#a'/>", "?a link"),
    ("<image href='https://x.example/p.png'/>", "?a picture from elsewhere"),
    ("<image xlink:href='x.example.jpg'/>", "?a picture from elsewhere"),
    ("<filter id='f'><feImage href='https://x.example/p.png'/></filter>", "?a picture from elsewhere"),
    ("<text><textPath href='https://x.example/a.svg#p'>x</textPath></text>", "?a link"),
    ("<linearGradient xlink:href='https://x.example/a.svg#g'/>", "?a link"),
    ("<g xml:base='https://x.example/'><use href='#a'/></g>", "?another address than its own, `xml:base`"),
    (
        "<image href='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22alert(1)%22/%3E'/>",
        "is a drawing with a picture inside of it that is a drawing that acts: it has the handler `onload`",
    ),
    (
        "<image href='data:image/jpeg;base64,x.example'/>",
        "is a drawing with a picture inside of it that can’t be decoded",
    ),
    (
        "<image href='data:image/heic;base64,AAAAGGZ0eXBtaWYxAAAAAG1pZjFoZWlj'/><!-- x.example -->",
        "is a drawing with a picture inside of it that is a picture of the kind HEIC, which not every browser shows",
    ),
    // Styles.
    ("<g style='fill:url(https://x.example/a.svg#g)'/>", "?a style that loads something"),
    ("<g style='fill:u\\72l(https://x.example/a)'/>", "?a style that loads something"),
    ("<g style='fill:\\75 \\72 \\6c (https://x.example/a)'/>", "?a style that loads something"),
    ("<g style='fill:URL( \"https://x.example/a\" )'/>", "?a style that loads something"),
    ("<g style='fill:u/**/rl(https://x.example/a)'/>", "?a style that may load something, `rl(…)`"),
    ("<g fill='url(//x.example/a#g)'/>", "?a style that loads something"),
    ("<g mask='url(&#39;x.example.svg#m&#39;)'/>", "?a style that loads something"),
    ("<g cursor='url(https://x.example/c.cur), auto'/>", "?a style that loads something"),
    ("<g style='--a:url(https://x.example/a);fill:var(--a)'/>", "?a style that loads something"),
    (
        "<g style='background:image-set(\"https://x.example/a\" 1x)'/>",
        "?a style that may load something, `image-set(…)`",
    ),
    (
        "<g style='background:-webkit-image-set(\"//x.example/a\" 1x)'/>",
        "?a style that may load something, `-webkit-image-set(…)`",
    ),
    (
        "<g style='background:cross-fade(\"https://x.example/a\", red)'/>",
        "?a style that may load something, `cross-fade(…)`",
    ),
    ("<g style='background:src(\"https://x.example/a\")'/>", "?a style that loads something"),
    ("<g style='background:src(var(--x-example))'/><!-- x.example -->", "?a style that loads something"),
    ("<g style='behavior:url(x.example.htc)'/>", "?a style that loads something"),
    ("<g style='width:expression(alert(1))'/>", "?a style that may load something, `expression(…)`"),
    ("<style>@import 'https://x.example/a.css';</style>", "?a style that loads something"),
    ("<style>@im<!-- -->port 'https://x.example/a.css';</style>", "?a style that loads something"),
    ("<style>@im<![CDATA[port 'https://x.example/a.css';]]></style>", "?a style that loads something"),
    ("<style>@\\69mport url(https://x.example/a.css);</style>", "?a style that loads something"),
    ("<style>&#64;import 'https://x.example/a.css';</style>", "?a style that loads something"),
    ("<style>@document url(https://x.example/) {}</style>", "?a style that may load something, `@document`"),
    ("<style>@namespace url(https://x.example/);</style>", "?a style that loads something"),
    (
        "<style>@media print { @page { g { fill: url('https://x.example/a') } } }</style>",
        "?a style that loads something",
    ),
    ("<style>g { fill: url(x.example\" }</style>", "?a style that loads something"),
    ("<style>g{}<g>x.example</g></style>", "?an element inside of its style"),
    // Animations.
    ("<a href='#a'><animate attributeName='href' values='javascript:alert(1)'/></a>", "!an animated `href`"),
    ("<a href='#a'><set attributeName='xlink:href' to='javascript:alert(1)'/></a>", "!an animated `xlink:href`"),
    ("<rect><set attributeName='onclick' to='alert(1)'/></rect>", "!an animated `onclick`"),
    ("<rect><animate attributeName='style' to='fill:url(https://x.example/)'/></rect>", "!an animated `style`"),
    (
        "<rect><animate attributeName='fill' values='red;url(https://x.example/a)'/></rect>",
        "?a style that loads something",
    ),
    ("<rect><set attributeName='mask' to='url(https://x.example/a#m)'/></rect>", "?a style that loads something"),
    // Heads.
    (
        "<?xml-stylesheet href='https://x.example/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "?an instruction to load something",
    ),
    (
        "<!DOCTYPE svg [<!ENTITY a \"<script xmlns='http://www.w3.org/2000/svg'>alert(1)</script>\">]>\
         <svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "!a `script` element",
    ),
    (
        "<!DOCTYPE svg [<!ENTITY a 'https://x.example/a'>]><svg xmlns='http://www.w3.org/2000/svg'><image href='&a;'/></svg>",
        "?a picture from elsewhere",
    ),
    (
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'https://x.example/a'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "is no well-formed drawing",
    ),
    (
        "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
        "is no picture, whatever its name says",
    ),
    ("<svg xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></svg>", "is no well-formed drawing"),
    ("<svg xmlns='http://www.w3.org/2000/svg'><g x.example></svg>", "is no well-formed drawing"),
];

/// Drawings with something in them that acts or loads, and that goes without a trace, since no browser shows it in a picture.
const CLEANED: &[&str] = &[
    "<style>@font-face { font-family: A; src: url(https://x.example/a.woff2) }</style><rect width='9' height='9'/>",
    "<style>@font-face { src: local('A'), u\\72l('//x.example/a') } /* x.example */</style><rect width='9' height='9'/>",
    "<metadata><script>alert(1)</script></metadata><rect width='9' height='9'/>",
    "<n:note xmlns:n='urn:n'><script onload='x'>alert(1)</script></n:note><rect width='9' height='9'/>",
    "<g xmlns:n='urn:n' n:onload='alert(1)' data-x='x.example' unknown='x.example'><rect width='9' height='9'/></g>",
    "<cursor xlink:href='https://x.example/c.cur'/><rect width='9' height='9'/>",
    "<font-face><font-face-src><font-face-uri xlink:href='https://x.example/f'/></font-face-src></font-face><rect width='9' height='9'/>",
    "<a href='https://example.org/' download='x.example' xlink:title='x.example'><rect width='9' height='9'/></a>",
    "<foreignObject requiredExtensions='urn:x'><script>alert(1)</script></foreignObject><rect width='9' height='9'/>",
    "<?php alert(1) ?><!-- alert(1) --><rect width='9' height='9'/>",
    "<image href=''/><rect width='9' height='9' xmlns:q='https://x.example/'/>",
    "<!DOCTYPE svg [<!ATTLIST g onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'><g><rect width='9' height='9'/></g></svg>",
    "<?xml version='1.0' encoding='UTF-7'?><svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/>\
     <desc>+ADw-script+AD4-</desc></svg>",
];

/// Drawings that programs saved, or nearly so.
const SAVED: &[(&str, &str)] = &[
    ("affinity", include_str!("drawings/affinity.svg")),
    ("animated", include_str!("drawings/animated.svg")),
    ("draw-io", include_str!("drawings/draw-io.svg")),
    ("excalidraw", include_str!("drawings/excalidraw.svg")),
    ("figma", include_str!("drawings/figma.svg")),
    ("gnuplot", include_str!("drawings/gnuplot.svg")),
    ("graphviz", include_str!("drawings/graphviz.svg")),
    ("illustrator", include_str!("drawings/illustrator.svg")),
    ("illustrator-web", include_str!("drawings/illustrator-web.svg")),
    ("inkscape", include_str!("drawings/inkscape.svg")),
    ("matplotlib", include_str!("drawings/matplotlib.svg")),
    ("plotly", include_str!("drawings/plotly.svg")),
    ("sketch", include_str!("drawings/sketch.svg")),
    ("svglite", include_str!("drawings/svglite.svg")),
];

fn whole(drawing: &str) -> String {
    if ["<?xml", "<!DOCTYPE", "<svg ", "<html"].iter().any(|start| drawing.starts_with(start)) {
        return drawing.to_owned();
    }
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>{drawing}</svg>"
    )
}

/// A site that shows some drawings, each by its number.
fn shown<'a>(drawings: impl Iterator<Item = &'a str>) -> Project {
    let drawings: Vec<&str> = drawings.collect();
    let text: Vec<String> = (0..drawings.len()).map(|n| format!("![d{n}]({n:03}.svg)\n")).collect();
    let project = Project::new(&entry(&text.join("\n")));
    for (n, drawing) in drawings.iter().enumerate() {
        project.write(&format!("{FOLDER}/{n:03}.svg"), whole(drawing));
    }
    project
}

/// What is published of drawings, by name.
fn published(project: &Project) -> Vec<(String, String)> {
    let files = project.tree("public/journal/run").into_iter();
    files
        .filter(|(name, _)| name.ends_with(".svg"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text")))
        .collect()
}

fn said(why: &str) -> String {
    match why.split_at_checked(1) {
        Some(("!", what)) => format!("is a drawing that acts: it has {what}"),
        Some(("?", what)) => format!("is a drawing that needs more than itself: it has {what}"),
        _ => why.to_owned(),
    }
}

#[test]
fn drawings_that_act_or_load_are_refused_and_said_why() {
    assert!(REFUSED.len() >= 42);
    let project = shown(REFUSED.iter().map(|(drawing, _)| *drawing));
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for (n, (drawing, why)) in REFUSED.iter().enumerate() {
        assert!(whole(drawing).contains("x.example") || whole(drawing).contains("alert"), "{drawing} does nothing");
        let start = format!("::{FOLDER}/{n:03}.svg ");
        let line =
            ran.stderr.lines().find(|line| line.contains(&start)).unwrap_or_else(|| panic!("{drawing} is not told"));
        let told = line.split(&start).nth(1).and_then(|rest| rest.split("%0Ahint: ").next()).unwrap_or_default();
        assert_eq!(told, said(why), "{drawing}");
    }
    assert_eq!(published(&project), []);
    let page = project.read("public/journal/run/index.html");
    assert_eq!(page.matches("<span class=\"no-picture\">d").count(), REFUSED.len());
}

#[test]
fn in_static_they_are_told_and_stay() {
    let project = Project::new(&entry("Nothing."));
    for (n, (drawing, _)) in REFUSED.iter().enumerate() {
        project.write(&format!("static/{n:03}.svg"), whole(drawing));
    }
    project.write("static/fine.svg", SAVED[0].1).write("themes/trailhead/static/own.svg", whole(REFUSED[0].0));
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let mut told = 0;
    for (n, (drawing, why)) in REFUSED.iter().enumerate() {
        let line = format!("::warning file=static/{n:03}.svg::this {}, and is published as it is%0Ahint: ", said(why));
        // A page of HTML is the writer's own, whatever it is called.
        let page = drawing.contains("<html");
        assert_eq!(ran.stderr.contains(&line), !page, "{drawing}");
        told += usize::from(!page);
        assert_eq!(project.read(&format!("public/{n:03}.svg")), whole(drawing));
    }
    assert_eq!(ran.stderr.lines().count(), told, "{}", ran.stderr);
}

#[test]
fn what_no_browser_loads_for_a_picture_goes_without_a_word() {
    let project = shown(CLEANED.iter().copied());
    project.build(["--strict"]);
    let published = published(&project);
    assert_eq!(published.len(), CLEANED.len());
    for ((name, drawing), typed) in published.iter().zip(CLEANED) {
        for word in ["x.example", "alert", "encoding", "DOCTYPE", "urn:", "<!--", "<?"] {
            assert!(!drawing.contains(word), "{name} has {word}: {drawing}");
        }
        assert!(drawing.contains("<rect width=\"9\" height=\"9\"/>"), "{typed} became {drawing}");
    }
}

#[test]
fn other_alphabets_hide_nothing() {
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
    };
    let acting = whole("<script>alert(1)</script>");
    let fine = whole("<rect width='9' height='9'/><title>ü</title>");
    let project = Project::new(&entry("![a](a.svg)\n\n![b](b.svg)\n\n![c](c.svg)\n\n![d](d.svg)\n\n![e](e.svg)"));
    project
        .write(&format!("{FOLDER}/a.svg"), wide(&acting, u16::to_le_bytes))
        .write(&format!("{FOLDER}/b.svg"), wide(&acting, u16::to_be_bytes))
        .write(&format!("{FOLDER}/c.svg"), format!("\u{feff}{acting}"))
        .write(&format!("{FOLDER}/d.svg"), wide(&fine, u16::to_be_bytes))
        .write(
            &format!("{FOLDER}/e.svg"),
            [b"<svg xmlns='http://www.w3.org/2000/svg'><title>\xfc</title></svg>".as_slice()].concat(),
        );
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(ran.stderr.matches("is a drawing that acts: it has a `script` element").count(), 3, "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("e.svg is no well-formed drawing").count(), 1, "{}", ran.stderr);
    let published = published(&project);
    assert_eq!(published.len(), 1);
    assert!(published[0].1.ends_with("<rect width=\"9\" height=\"9\"/><title>ü</title></svg>"), "{}", published[0].1);
}

/// A drawing as pixels, its texts in one font.
fn drawn(drawing: &str) -> Pixmap {
    let mut options = usvg::Options { font_family: "Literata".to_owned(), ..usvg::Options::default() };
    let font = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/fonts/literata-bold.ttf"));
    Arc::make_mut(&mut options.fontdb).load_font_data(font.expect("a font"));
    let tree = usvg::Tree::from_str(drawing, &options).unwrap_or_else(|e| panic!("{e}: {drawing}"));
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).expect("a size");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels
}

#[test]
fn what_programs_save_looks_the_same_and_loses_their_notes() {
    let photo = data_address("image/jpeg", &jpeg(&quarters(64, 48), None, &everything(1)));
    let typed: Vec<String> = SAVED.iter().map(|(_, drawing)| drawing.replace("PICTURE", &photo)).collect();
    let project = shown(typed.iter().map(String::as_str));
    project.build(["--strict"]);
    let published = published(&project);
    assert_eq!(published.len(), SAVED.len());
    for (((_, drawing), typed), (name, _)) in published.iter().zip(&typed).zip(SAVED) {
        for note in [
            "NOTE",
            "/home/",
            "inkscape:",
            "sodipodi",
            "rdf:",
            "adobe",
            "aipgf",
            "serif:",
            "mxfile",
            "<!--",
            "data-",
            "x:xmpmeta",
        ] {
            assert!(!drawing.contains(note), "{name} has {note}: {drawing}");
        }
        let (before, after) = (drawn(typed), drawn(drawing));
        assert_eq!((before.width(), before.height()), (after.width(), after.height()), "{name}");
        // A photo inside is written anew, which changes it as little as it changes any.
        let apart = |(a, b): (&u8, &u8)| a.abs_diff(*b) > if typed.contains(&photo) { 24 } else { 0 };
        let differ = before.data().iter().zip(after.data()).filter(|pair| apart(*pair)).count();
        assert!(
            differ * 200 <= before.data().len() && (differ == 0 || typed.contains(&photo)),
            "{name}: {differ} differ"
        );
        let first = after.pixels()[after.pixels().len() / 2];
        assert!(after.pixels().iter().any(|pixel| *pixel != first), "{name} shows nothing");
    }
    let find = |name: &str| &published[SAVED.iter().position(|(n, _)| *n == name).expect("it is there")].1;
    assert!(find("excalidraw").contains("font-family: Excalifont; src: url(data:font/woff2;base64,"));
    assert!(!find("excalidraw").contains("excalidraw.com"));
    assert!(find("graphviz").contains("<a xlink:href=\"https://example.org/rest\" target=\"_top\">"));
    assert!(find("animated").contains("@keyframes go"));
}
