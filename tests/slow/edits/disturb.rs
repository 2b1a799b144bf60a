//! What a writer, an editor or a version control system does to the files of a site.

use super::random::Random;
use super::write::{World, comment, description, entry, log, page, settings, template};
use crate::support::Project;
use std::fs;
use std::time::Duration;

/// Most entries: a longer journal makes each comparison slower and finds no more.
const MOST: usize = 24;

/// The files of entries, by path.
pub(crate) fn files(project: &Project) -> Vec<String> {
    let texts = project.tree("content/journal").into_keys().filter(|path| path.ends_with(".md"));
    texts.map(|path| format!("content/journal/{path}")).collect()
}

/// A name for a new entry.
fn new_name(random: &mut Random) -> String {
    let (day, n) = (1 + random.below(28), random.below(14));
    match random.below(5) {
        0 => format!("content/journal/2020/02/2020-02-{day:02}-new-{n}.md"),
        1 => format!("content/journal/new-{n}.md"),
        _ => format!("content/journal/2020-02-{day:02}-new-{n}.md"),
    }
}

/// Does one thing, and says which.
pub(crate) fn disturb(project: &Project, random: &mut Random, kinds: &[String]) -> String {
    let world = World { kinds: kinds.to_vec(), files: files(project) };
    let new = new_name(random);
    if world.files.len() < 6 {
        project.write(&new, entry(random, &world));
        return format!("write {new}");
    }
    let some = world.files[random.below(world.files.len())].clone();
    if world.files.len() > MOST {
        project.remove(&some);
        return format!("delete {some}");
    }
    let text = entry(random, &world);
    match random.below(44) {
        0..=4 => save(project, &new, &text),
        5..=9 => save(project, &some, &text),
        10..=18 => line(project, random, &some, &text),
        19 | 20 => {
            project.remove(&some);
            format!("delete {some}")
        }
        21 | 22 => {
            project.write(&new, project.read(&some)).remove(&some);
            format!("rename {some} to {new}")
        }
        23 => {
            // Half, then the whole.
            project.write(&some, &text[..text.len() / 2]);
            std::thread::sleep(Duration::from_millis(random.below(30) as u64));
            save(project, &some, &text)
        }
        24 => {
            project.write(".tmp-save", &text);
            fs::rename(project.path(".tmp-save"), project.path(&some)).expect("a rename");
            format!("atomic save of {some}")
        }
        25 => {
            let broken = ["---\npain: 99\n---\n", "---\ntitle: a: b\n---\n", "---\nnever closed\n", ""];
            save(project, &some, random.one(&broken))
        }
        26 => {
            let folder = format!("content/journal/deep-{}/er/2020-01-{:02}", random.below(2), 1 + random.below(28));
            project.write(&format!("{folder}/pic.svg"), svg(random));
            save(project, &format!("{folder}/index.md"), &format!("{text}\n![deep](pic.svg)\n"))
        }
        27 => gone(project, &format!("content/journal/deep-{}", random.below(2))),
        28 => {
            let path = format!("content/exercises/{}.md", random.one(&["bridge", "step-up", "new-thing"]));
            put_or_remove(project, random, &path, description)
        }
        29..=31 => {
            let name = random.one(&["now", "red-flags", "about", "_index", "deep/er/page"]);
            put_or_remove(project, random, &format!("content/{name}.md"), |random| page(random, &world))
        }
        32 | 33 => {
            let stem = some.rsplit('/').next().unwrap_or(&some).trim_end_matches(".md");
            let path = format!("content/comments/{}/{}.yaml", stem.get(11..).unwrap_or(stem), random.below(4));
            put_or_remove(project, random, &path, comment)
        }
        34 => {
            project
                .write("static/pic.svg", svg(random))
                .write("static/sub/file.txt", format!("{}\n", random.below(99)));
            "static files".to_owned()
        }
        35 => {
            let (width, shade) = (20 + random.one(&[0u32, 20]), random.one(&[0u8, 200]));
            fs::create_dir_all(project.path("static")).expect("a folder");
            let shot = image::RgbImage::from_pixel(width, 20, image::Rgb([shade, 90, 90]));
            shot.save(project.path("static/shot.png")).expect("a picture");
            format!("a picture, {width} wide")
        }
        36 | 37 => {
            let bad = ["title = ", "title = \"C\"\nbase_url = \"https://example.org/\"\n[pagination]\nper_page = 0\n"];
            let text = if random.chance(20) { random.one(&bad).to_owned() } else { settings(random) };
            save(project, "site.toml", &text)
        }
        38 => {
            let (name, text) = template(random);
            save(project, &format!("themes/trailhead/templates/{name}"), &text)
        }
        39..=42 => {
            let path = random.one(&["content/log.txt", "content/log.txt", "content/log/paper.txt"]);
            put_or_remove(project, random, path, log)
        }
        _ => gone(project, "themes"),
    }
}

fn save(project: &Project, path: &str, text: &str) -> String {
    project.write(path, text);
    format!("save {path}:\n{text}")
}

fn gone(project: &Project, folder: &str) -> String {
    let _ = fs::remove_dir_all(project.path(folder));
    format!("{folder} gone")
}

fn put_or_remove(project: &Project, random: &mut Random, path: &str, text: impl Fn(&mut Random) -> String) -> String {
    if project.has(path) && random.chance(35) {
        project.remove(path);
        return format!("delete {path}");
    }
    let text = text(random);
    save(project, path, &text)
}

/// Changes, adds or removes one line of an entry: a small edit touches few pages, and shows what was forgotten of them.
fn line(project: &Project, random: &mut Random, path: &str, other: &str) -> String {
    let text = project.read(path);
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let others: Vec<&str> = other.lines().filter(|line| line.contains(": ") && !line.starts_with("title")).collect();
    let (Some(at), false) = (text.find("\n---\n"), others.is_empty()) else { return save(project, path, other) };
    let line = random.one(&others);
    let mut lines: Vec<String> = text[..at].lines().map(str::to_owned).collect();
    let before = lines.iter().position(|own| key(own) == key(line));
    let what = match before {
        Some(at) if random.chance(30) => format!("without {}", lines.remove(at)),
        Some(at) => format!("{} -> {line}", std::mem::replace(&mut lines[at], line.to_owned())),
        None => {
            lines.push(line.to_owned());
            format!("with {line}")
        }
    };
    project.write(path, format!("{}{}", lines.join("\n"), &text[at..]));
    format!("line of {path}: {what}")
}

fn svg(random: &mut Random) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"9\"></svg>", 9 + random.below(90))
}
