//! Comments: read from files as they are, told in threads, harmless, and quiet about whoever wrote them.

use crate::support::{Project, golden};
use comeback::build::{self, Builder, Memory, Request};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use std::fmt::Write as _;

const SITE: &str = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nauthor = \"Mo\"\n";

const ENTRY: &str = "-- content/journal/2020-08-14-first-run.md --\nOut and back.\n";

/// The comments of a page: the section, with whatever stands in it.
#[track_caller]
fn section(page: &str) -> &str {
    let start = page.find("<section class=\"hang comments\"").unwrap_or_else(|| panic!("no comments in {page}"));
    &page[start..start + page[start..].find("</section>").expect("its end") + "</section>".len()]
}

/// What a page says, without its marks, a space between words.
fn words(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A site of one entry with these comments, each a file's name and text.
fn with(comments: &[(&str, &str)]) -> Project {
    let project = Project::new(&format!("{SITE}{ENTRY}"));
    for (name, text) in comments {
        project.write(&format!("content/comments/first-run/{name}"), text);
    }
    project
}

const PAGE: &str = "public/journal/first-run/index.html";

#[test]
fn a_thread_is_told_in_order_and_in_words() {
    let project = with(&[
        ("3.yaml", "_id: c\nname: Third\nmessage: A second thread.\ndate: 2020-08-17T08:00:00Z\n"),
        (
            "1.yaml",
            "_id: a\nname: Ann\nurl: https://ann.example/\nmessage: |-\n  How are you **now**?\n  And then?\n\n  > quoted\ndate: 2020-08-15T08:00:00Z\n",
        ),
        (
            "2.yaml",
            "_id: b\nname: Mo\nauthor: true\nmessage: '2, and 1 \"after\".'\nreplying_to_uid: a\ndate: 2020-08-16T08:00:00Z\n",
        ),
        ("5.yaml", "_id: e\nname: Ann\nmessage: Same here.\nreplying_to_uid: b\ndate: 2020-08-18T08:00:00Z\n"),
        ("4.yaml", "_id: d\nname: Bea\nmessage: I too.\nreplying_to_uid: a\ndate: 2020-08-19T08:00:00Z\n"),
        ("6.yaml", "_id: f\nname: Spam\nmessage: zzhidden\nreplying_to_uid: d\napproved: false\n"),
        ("7.yaml", "_id: g\nname: Cy\nmessage: To one that nobody sees.\nreplying_to_uid: f\n"),
    ]);
    let told = project.build([]);
    assert!(told.contains("1 comment that is not approved"), "{told}");
    let page = project.read(PAGE);
    golden("comments/thread.html", section(&page));
    assert!(page.contains("<a href=\"#comments\">6 comments</a>"), "the head of the entry counts them");
    let home = project.read("public/index.html");
    assert!(home.contains("<a href=\"/journal/first-run/#comments\">6 comments</a>"), "{home}");
}

#[test]
fn files_of_every_kind_say_the_same() {
    let expected = "1 comment Ann 15 Aug 2020 Out twice. “Really” — Jo";
    for (name, text) in [
        // As Staticman writes it, with the page's address as parent.
        (
            "1597478400.yaml",
            "_id: 2a83e150-fd6d-11ea-96e7-f56b061582b4\n_parent: 'https://example.org/journal/first-run/'\nreplying_to_uid: ''\nmessage: \"Out twice.\\r\\n\\\"Really\\\" — Jo\"\nname: Ann\nemail: 5251f59d4f0af9a9ebde4766f3e37353\nhp: ''\ndate: 1597478400\n",
        ),
        (
            "a.yml",
            "_id: 7\nname: Ann\nmessage: >-\n  Out twice.\n\n  \"Really\" — Jo\nreplying_to: ''\nhidden: ''\ndate: '2020-08-15T08:00:00.000Z'\n",
        ),
        // As importers wrote it.
        (
            "comment-1.yml",
            "---\nid: comment-2244457673\ndate: 2020-08-15T08:00:00Z\nupdated: 2020-08-15T08:00:00Z\npost_id: \"/first-run\"\nname: Ann\nurl: ''\nmessage: \"Out twice.\n  \\\"Really\\\" — Jo\"\navatar: https://disqus.example/ann.jpg\n",
        ),
        (
            "b.yml",
            "\u{feff}---\r\nid: 9\r\ndate: '2020-08-15 08:00:00 +0000'\r\nname: Ann\r\nmessage: |\r\n  Out twice.\r\n  \"Really\" — Jo\r\n",
        ),
        (
            "c.YAML",
            "author: Ann\ncomment: <p>Out twice.</p><p>“Really” — Jo</p>\ncreated_at: 1597478400000\nparent: 0\n",
        ),
        (
            "d.json",
            "{\"_id\": 12, \"name\": \"Ann\", \"message\": \"Out twice.\\n\\u201cReally\\u201d \\u2014 Jo\",\n\t\"date\": \"Sat Aug 15 2020 08:00:00 GMT+0000 (UTC)\", \"email\": \"ann@example.org\"}\n",
        ),
        (
            "e.json",
            "\u{feff}{\"name\":\"Ann\",\"body\":\"Out twice.\\n\\n\\\"Really\\\" — Jo\",\"timestamp\":1597478400.5,\"approved\":true,\"parent_id\":null}",
        ),
        ("f.yaml", "{name: Ann, message: 'Out twice. \"Really\" — Jo', date: !date 2020-08-15, status: approved}\n"),
    ] {
        let project = with(&[(name, text)]);
        project.build([]);
        let page = project.read(PAGE);
        let told = words(section(&page));
        assert_eq!(told.strip_prefix("From readers "), Some(expected), "{name}: {text}");
    }
}

#[test]
fn answers_are_found_by_every_spelling() {
    let first = "_id: a1\nname: Ann\nmessage: One.\ndate: 2020-08-15\n";
    for answer in [
        "replying_to_uid: a1",
        "replying_to: '1'",
        "replying_to: 1",
        "reply_to: a1",
        "parent: a1",
        "parent_id: \"a1\"",
        "in_reply_to: 1597000000-ann",
        "_parent: a1",
        "replyThread: zz\nreplyID: a1",
        "replying_to_uid: ''\nreplying_to: a1",
    ] {
        let second = format!("_id: b2\nname: Bea\nmessage: Two.\ndate: 2020-08-16\n{answer}\n");
        let project = with(&[("1597000000-ann.yaml", first), ("1597100000-bea.yaml", &second)]);
        project.build([]);
        let page = project.read(PAGE);
        let told = words(section(&page));
        assert!(told.contains("Bea 16 Aug 2020 · in reply to Ann Two."), "{answer}: {told}");
    }
    // A zero, an empty text and the page's address answer nobody.
    for answer in ["replying_to: 0", "parent: ''", "_parent: https://example.org/journal/first-run/", "replying_to:"] {
        let second = format!("_id: b2\nname: Bea\nmessage: Two.\n{answer}\n");
        let project = with(&[("1.yaml", first), ("2.yaml", &second)]);
        project.build([]);
        assert!(!project.read(PAGE).contains("in reply to"), "{answer}");
    }
}

#[test]
fn mistakes_are_told_where_they_are() {
    let project = with(&[
        ("1.yaml", "_id: a\nname: Ann\nmessage: One.\nreplying_to_uid: zzz\n"),
        ("2.yaml", "_id: b\nmessage: Two.\ndate: yesterday\n"),
        ("3.yaml", "_id: c\nname: Cy\nmessage: Three.\nreplying_to_uid: d\n"),
        ("4.yaml", "_id: d\nname: Di\nmessage: Four.\nreplying_to_uid: c\n"),
        ("5.yaml", "_id: e\nname: Eve\nmessage: Five.\nreplying_to_uid: e\n"),
        ("6.yaml", "_id: f\nname: Flo\n"),
        ("7.yaml", "_id: g\nname: Gil\nmessage: '<img src=x>'\n"),
        ("8.yaml", "_id: a\nname: Ann\nmessage: Again.\n"),
        ("9.yaml", "_id: i\nname: mo\nmessage: It is me.\n"),
    ]);
    project.write("content/comments/first-rum/1.yaml", "name: A\nmessage: B\n");
    project.write("content/comments/lost.yaml", "name: A\nmessage: B\n");
    let ran = project.run(["check"]);
    golden("comments/mistakes.txt", &ran.stderr);
    assert_eq!(ran.status, 0, "nothing of it makes a page untrue");
    project.run(["build"]);
    let page = project.read(PAGE);
    let told = words(section(&page));
    assert!(told.starts_with("From readers 7 comments "), "{told}");
    for part in [
        "Ann no date · in reply to a comment that isn’t shown One.",
        "Anonymous no date Two.",
        "Cy no date Three. Di no date · in reply to Cy Four.",
        "Eve no date Five.",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_left_out() {
    for (name, text) in [
        ("2.yaml", "name: [a\n"),
        ("2.yaml", "- a\n- b\n"),
        ("2.yaml", "name: {a: b}\nmessage: x\n"),
        ("2.json", "{\"name\": \"A\",\n \"message\": }"),
    ] {
        let project = with(&[("1.yaml", "name: Ann\nmessage: One.\n"), (name, text)]);
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{text}: {}", ran.stderr);
        assert!(ran.stderr.contains(&format!("content/comments/first-run/{name}:")), "{}", ran.stderr);
        assert!(ran.stderr.contains("; the comment is left out"), "{}", ran.stderr);
        assert!(words(section(&project.read(PAGE))).starts_with("From readers 1 comment Ann"), "{}", ran.stderr);
        assert_eq!(project.run(["build", "--strict"]).status, 1);
    }
}

#[test]
fn unapproved_comments_are_found_nowhere() {
    let marks = [
        "approved: false",
        "approved: 'no'",
        "approved: ''",
        "approved: maybe",
        "status: pending",
        "status: spam",
        "status: trash",
        "hidden: true",
        "hidden: 'yes'",
        "hidden: 1",
        "comment_approved: 0",
        "published: false",
        "spam: true",
        "deleted: true",
        "draft: true",
        "state: rejected",
        "Approved: false",
        "approved:",
        "APPROVED: no",
        "isApproved: false",
        "is_spam: true",
        "Hidden: true",
        "private: true",
        "visible: false",
        "Status: Draft",
        "visibility: private",
        "meta: {hidden: true}",
        "moderated: false",
    ];
    let project = with(&[("0.yaml", "name: Ann\nmessage: Seen.\n")]);
    for (n, mark) in marks.iter().enumerate() {
        let text =
            format!("_id: zzid{n}\nname: zzname{n}\nurl: https://zzurl{n}.example/\nmessage: zzmessage{n}\n{mark}\n");
        project.write(&format!("content/comments/first-run/zzfile{n}.yaml"), text);
    }
    let settings = "[comments]\nform = \"https://forms.example.org/x\"\n";
    project.write("site.toml", format!("{}{settings}", SITE.strip_prefix("-- site.toml --\n").expect("settings")));
    let told = project.build([]);
    assert!(told.contains("28 comments that are not approved"), "{told}");
    for (path, bytes) in project.tree("public") {
        let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
        let found: Vec<&str> =
            ["zzid", "zzname", "zzurl", "zzmessage", "zzfile"].into_iter().filter(|m| text.contains(m)).collect();
        assert!(found.is_empty(), "{path} tells of {found:?}");
    }
    assert!(words(section(&project.read(PAGE))).starts_with("From readers 1 comment Ann"));
}

#[test]
fn a_comment_with_a_slip_in_its_approval_is_left_out_with_a_warning() {
    let project =
        with(&[("0.yaml", "name: Ann\nmessage: Seen.\n"), ("1.yaml", "name: B\nmessage: Held.\nhiden: true\n")]);
    let ran = project.run(["build"]);
    assert!(words(section(&project.read(PAGE))).starts_with("From readers 1 comment Ann"), "{}", ran.stderr);
    assert!(ran.stderr.contains("warning: `hiden` may mean `hidden`, so the comment is left out"), "{}", ran.stderr);
    assert!(ran.stderr.contains("content/comments/first-run/1.yaml:3:1"), "{}", ran.stderr);
}

#[test]
fn a_slip_in_any_word_of_approval_keeps_a_comment_back() {
    let slips = [
        ("aproved: false", "aproved", "approved"),
        ("aprooved: no", "aprooved", "approved"),
        ("comment_approvd: 0", "comment_approvd", "approved"),
        ("moderatd: false", "moderatd", "moderated"),
        ("acepted:", "acepted", "accepted"),
        ("spm: true", "spm", "spam"),
        ("rejectd: yes", "rejectd", "rejected"),
        ("stauts: spam", "stauts", "status"),
        ("staet: pending", "staet", "state"),
    ];
    for (mark, typed, meant) in slips {
        let held = format!("name: B\nmessage: Held.\n{mark}\n");
        let project = with(&[("0.yaml", "name: Ann\nmessage: Seen.\n"), ("1.yaml", &held)]);
        let ran = project.run(["build"]);
        assert!(
            words(section(&project.read(PAGE))).starts_with("From readers 1 comment Ann"),
            "{mark}: {}",
            ran.stderr
        );
        let said = format!("warning: `{typed}` may mean `{meant}`, so the comment is left out");
        assert!(ran.stderr.contains(&said) && ran.stderr.contains("first-run/1.yaml:3:1"), "{mark}: {}", ran.stderr);
    }
    // What says yes to it, and what is another word, keeps nothing back.
    for mark in ["aproved: true", "spm: 3", "stauts: approved", "stage: two", "related: [a]", "span: two days"] {
        let project = with(&[("0.yaml", &format!("name: Ann\nmessage: Seen.\n{mark}\n"))]);
        project.run(["build"]);
        assert!(words(section(&project.read(PAGE))).starts_with("From readers 1 comment Ann"), "{mark}");
    }
}

#[test]
fn nobodys_address_host_or_browser_is_published() {
    let project = with(&[
        (
            "zz@example.net.yaml",
            "_id: zzid@example.net\nname: Jo zza@example.net\nemail: zzb@example.net\nip: 203.0.113.77\nuser_agent: zzBrowser\nurl: https://zzc@example.net/\n\
          message: |-\n  Write to zzd@example.net, <zze@example.net> or [me](mailto:zzf@example.net).\n  [page](https://example.net/?to=zzg%40example.net) zzh<em>@</em>example.net\n  zzi&#64;example.net\n",
        ),
        (
            "2.yaml",
            "name: zzj@example.net\nemail: 0cc175b9c0f1b6a831c399e269772661\nurl: javascript:alert(1)\nmessage: A hash.\n",
        ),
    ]);
    let settings = "[comments]\nform = \"https://forms.example.org/x\"\n";
    project.write("site.toml", format!("{}{settings}", SITE.strip_prefix("-- site.toml --\n").expect("settings")));
    project.run(["build"]);
    for (path, bytes) in project.tree("public") {
        // In pictures and packed files, two letters may stand by chance.
        let text = format!("{path}\n{}", String::from_utf8(bytes).unwrap_or_default());
        for found in ["zz", "203.0.113", "0cc175b9", "gravatar", "javascript:"] {
            assert!(!text.contains(found), "{path} has {found}");
        }
    }
    let page = project.read(PAGE);
    let told = words(section(&page));
    assert!(told.contains("Jo [address removed]") && told.contains("Anonymous"), "{told}");
    assert!(told.contains("Write to [address removed], [address removed] or me ."), "{told}");
}

#[test]
fn only_a_mark_in_the_file_or_a_listed_address_makes_an_author() {
    let project = with(&[
        ("1.yaml", "name: Mo\nmessage: One.\n"),
        ("2.yaml", "name: Mo\nmessage: Two.\nauthor: true\n"),
        ("3.yaml", "name: Mo\nmessage: Three.\nemail: 0CC175B9C0F1B6A831C399E269772661\n"),
        ("4.yaml", "name: Mo\nmessage: Four.\nemail: mo@example.org\n"),
        ("5.yaml", "author: Mo\nmessage: Five.\n"),
    ]);
    let settings = "[comments]\nauthor_emails = [\"0cc175b9c0f1b6a831c399e269772661\"]\n";
    project.write("site.toml", format!("{}{settings}", SITE.strip_prefix("-- site.toml --\n").expect("settings")));
    project.build([]);
    let told = words(section(&project.read(PAGE)));
    assert_eq!(
        told,
        "From readers 5 comments Mo no date One. Mo wrote this journal no date Two. Mo wrote this journal no date Three. Mo no date Four. Mo no date Five."
    );
}

/// A chain of so many answers, each to the one before.
fn chain(n: usize) -> Project {
    let project = with(&[]);
    for i in 0..n {
        let reply = if i > 0 { format!("replying_to_uid: n{}\n", i - 1) } else { String::new() };
        let text = format!("_id: n{i}\nname: Nr {i}\nmessage: Text {i}.\ndate: {}\n{reply}", 1_597_000_000 + i);
        project.write(&format!("content/comments/first-run/{i:05}.yaml"), text);
    }
    project
}

#[test]
fn ten_and_fifty_deep_every_answer_says_whom_it_answers() {
    for n in [10, 50] {
        let project = chain(n);
        project.build([]);
        let page = project.read(PAGE);
        let section = section(&page);
        let mut rest = section;
        for i in 0..n {
            let at = rest.find(&format!("id=\"comment-n{i}\"")).unwrap_or_else(|| panic!("{i} is not in its order"));
            rest = &rest[at..];
            let answer =
                format!("in reply to <a href=\"#comment-n{}\"><bdi>Nr {}</bdi></a>", i.max(1) - 1, i.max(1) - 1);
            assert_eq!(rest.split("</article>").next().is_some_and(|own| own.contains(&answer)), i > 0, "{i}");
        }
        assert_eq!(section.matches("<ol").count(), n.min(12), "each answer up to twelve deep opens a list");
        for tag in ["ol", "li", "article"] {
            assert_eq!(
                section.matches(&format!("<{tag}")).count(),
                section.matches(&format!("</{tag}>")).count(),
                "{tag}"
            );
        }
    }
}

#[test]
fn ten_thousand_deep_is_a_page_like_another() {
    let project = chain(10_000);
    project.build([]);
    let page = project.read(PAGE);
    assert!(page.contains("10000 comments") && page.contains("id=\"comment-n9999\""));
    assert_eq!(section(&page).matches("<ol").count(), 12);
}

#[test]
fn comments_of_what_is_not_published_are_kept_back_in_silence() {
    let project = Project::new(&format!(
        "{SITE}{ENTRY}-- content/journal/2020-08-15-draft.md --\n---\ndraft: true\nslug: other\n---\nx\n\
         -- content/journal/2021-08-15-later.md --\nx\n\
         -- content/comments/other/1.yaml --\nname: A\nmessage: zzdraft\n\
         -- content/comments/later/1.yaml --\nname: A\nmessage: zzlater\n"
    ));
    project.build([]);
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("zzdraft") && !text.contains("zzlater"), "{path}");
    }
    project.build(["--drafts"]);
    assert!(project.read("public/journal/other/index.html").contains("zzdraft"));
}

#[test]
fn folders_are_named_by_the_last_part_the_whole_address_or_the_file() {
    for folder in ["first-run", "First Run", "journal/first-run", "2020-08-14-first-run"] {
        let project =
            Project::new(&format!("{SITE}{ENTRY}-- content/comments/{folder}/1.yaml --\nname: A\nmessage: B\n"));
        project.build([]);
        assert!(project.read(PAGE).contains("1 comment"), "{folder}");
    }
    let project = Project::new(&format!(
        "{SITE}-- content/about.md --\nMe.\n-- content/journal/a/x.md --\nOne.\n-- content/journal/b/x.md --\nTwo.\n\
         -- content/comments/about/1.yaml --\nname: A\nmessage: zzpage\n\
         -- content/comments/journal/b/x/1.yaml --\nname: A\nmessage: zzb\n\
         -- content/comments/x/1.yaml --\nname: A\nmessage: zzx\n"
    ));
    let ran = project.run(["build"]);
    assert!(
        ran.stderr.contains("several entries’ addresses end in `x`, so its comments are not shown"),
        "{}",
        ran.stderr
    );
    assert!(project.read("public/about/index.html").contains("zzpage"));
    assert!(project.read("public/journal/b/x/index.html").contains("zzb"));
}

#[test]
fn the_forms_say_where_they_send_and_need_no_script() {
    let settings = "[comments]\nform = \"https://staticman.example.org/v3/entry\"\nemail = \"mo@example.org\"\n\
                    hidden = { \"options[redirect]\" = \"https://example.org/thanks/\" }\nfields = { email = \"fields[email]\" }\n\
                    [newsletter]\nform = \"https://letters.example.com/subscribe\"\nfield = \"EMAIL\"\nwords = \"Once a month.\"\n\
                    [contact]\nform = \"https://forms.example.net/mo\"\nemail = \"mo@example.org\"\n";
    let comment = "-- content/comments/first-run/1.yaml --\n_id: a\nname: Ann\nmessage: One.\ndate: 2020-08-15\n";
    let project = Project::new(&format!(
        "{SITE}{settings}{ENTRY}{comment}-- content/journal/2020-08-15-b.md --\n---\ntitle: A & B?\n---\nx\n"
    ));
    project.build([]);
    let page = project.read(PAGE);
    golden("comments/forms.html", &format!("{}\n{}", section(&page), &page[page.find("<footer>").expect("a foot")..]));
    let none = project.read("public/journal/b/index.html");
    assert!(section(&none).contains("<h2 id=\"comments\">No comments yet</h2>"), "{none}");
    assert!(none.contains("mailto:mo@example.org?subject=Comment%20on%20%E2%80%9CA%20%26%20B%3F%E2%80%9D"), "{none}");
    // Closed: what is there stays, and nothing invites.
    let closed =
        Project::new(&format!("{SITE}[comments]\nform = \"https://x.example/\"\nclosed = true\n{ENTRY}{comment}"));
    closed.build([]);
    assert!(words(section(&closed.read(PAGE))).ends_with("One. Comments are closed."));
    // Off: nothing is read.
    let off =
        Project::new(&format!("{SITE}[comments]\nenabled = false\nform = \"https://x.example/\"\n{ENTRY}{comment}"));
    off.build([]);
    assert!(!off.read(PAGE).contains("comments"));
    // Without any settings, nothing invites and nothing is said where there is nothing.
    let bare = Project::new(&format!("{SITE}{ENTRY}"));
    bare.build([]);
    let page = bare.read(PAGE);
    assert!(!page.contains("<form") && !page.contains("omments") && !page.contains("mailto"), "{page}");
}

#[test]
fn settings_that_make_no_sense_are_told() {
    let project = Project::new(&format!(
        "{SITE}[comments]\nform = \"forms.example.org\"\nemail = \"mo at example.org\"\nfields = {{ nmae = \"x\" }}\naction = \"y\"\n\
         [newsletter]\nwords = \"x\"\n[contact]\nform = \"http://x.example/\"\n{ENTRY}"
    ));
    let ran = project.run(["check"]);
    golden("comments/settings.txt", &ran.stderr);
    assert_eq!(ran.status, 1);
}

#[test]
fn ids_of_comments_and_of_the_text_stay_apart() {
    let project = Project::new(&format!(
        "{SITE}-- content/journal/2020-08-14-first-run.md --\n## Comments\n\nx\n\n## Comment 1\n\nx\n\
         -- content/comments/first-run/1.yaml --\n_id: 1\nname: A\nmessage: B\n\
         -- content/comments/first-run/2.yaml --\n_id: '1-2'\nname: A\nmessage: B\n\
         -- content/comments/first-run/3.yaml --\n_id: '1.2'\nname: A\nmessage: B\n"
    ));
    project.build([]);
    let page = project.read(PAGE);
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{ids:?}");
    assert!(ids.contains(&"comments-below") && ids.contains(&"comment-1-2"), "{ids:?}");
}

#[test]
fn a_link_may_lead_to_a_comment() {
    let project = with(&[("1.yaml", "_id: a\nname: A\nmessage: B\n")]);
    project.write(
        "content/journal/2020-08-20-b.md",
        "[asked](2020-08-14-first-run.md#comment-a), [all](2020-08-14-first-run.md#comments)\n",
    );
    project.build([]);
    assert!(project.read("public/journal/b/index.html").contains("/journal/first-run/#comment-a"));
    project.write("content/journal/2020-08-20-b.md", "[asked](2020-08-14-first-run.md#comment-aa)\n");
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("did you mean `#comment-a`?"), "{}", ran.stderr);
}

/// A builder's answer to each edit: how many texts were parsed and outputs made.
#[test]
fn an_edited_comment_makes_its_own_page_alone_and_the_same_as_a_clean_build() {
    let mut text = format!("{SITE}[pagination]\nper_page = 3\n");
    for n in 1..=6 {
        let _ = write!(
            text,
            "-- content/journal/2020-08-{n:02}-e{n}.md --\nBody {n}.\n-- content/comments/e{n}/1.yaml --\n_id: a\nname: A\nmessage: One.\n"
        );
    }
    let project = Project::new(&text);
    let flags = Flags::on(Today::Given(jiff::civil::date(2020, 9, 13)));
    let output = project.path("public");
    let request = Request {
        root: project.root().to_owned(),
        output: output.clone(),
        flags: flags.clone(),
        strict: false,
        keep_going: false,
        diff: false,
        remove_strays: false,
        external: false,
    };
    let mut builder = Builder::new(project.root(), Some(&output), flags);
    let mut memory = Memory::default();
    let mut next = |why: &str, expected: (usize, usize)| {
        let outcome = build::build_if_moved(&mut builder, &mut memory, &request, &Look::Everything).expect("the disk");
        let report = outcome.expect("something moved").report.expect("it was written");
        assert_eq!((report.work.parsed, report.work.rendered), expected, "{why}");
        let clean = Project::empty();
        for (path, bytes) in project.tree(".") {
            if !path.contains("public/") {
                clean.write(&path, bytes);
            }
        }
        clean.build([]);
        assert!(clean.tree("public") == project.tree("public"), "{why}: not what a clean build has");
    };
    let routes = {
        let clean = Project::new(&text);
        clean.build([]);
        // The index of the search is made in one go, beside what has an address of its own; the manifest has none.
        clean.tree("public").iter().filter(|(path, _)| !path.starts_with("search/pagefind/")).count() - 1
    };
    next("all", (12, routes));
    project.write("content/comments/e2/1.yaml", "_id: a\nname: A\nmessage: Another.\n");
    next("an edited comment is shown on its entry’s page alone", (1, 1));
    project.write("content/comments/e2/2.yaml", "_id: b\nname: B\nmessage: More.\nreplying_to_uid: a\n");
    next("one more is counted in the list and in the lists of no other", (1, 2));
    project.write("content/comments/e2/2.yaml", "_id: b\nname: B\nmessage: More.\napproved: false\n");
    next("and one less", (1, 2));
    project.remove("content/comments/e5/1.yaml");
    next("as is one that is gone", (0, 2));
    project.write("content/comments/e2/1.yaml", "_id: a\nname: A\nmessage: Another.\n# a remark\n");
    next("what is not shown is hashed with the rest of the file", (1, 1));
}

#[test]
fn why_says_what_becomes_of_a_comment() {
    let project = with(&[
        ("1.yaml", "_id: a\nname: A\nmessage: B\n"),
        ("2.yaml", "_id: b\nname: A\nmessage: B\nhidden: true\n"),
        ("3.txt", "x"),
    ]);
    project.write("content/comments/nowhere/1.yaml", "name: A\nmessage: B\n");
    for (path, says) in [
        (
            "first-run/1.yaml",
            "it is a comment on content/journal/2020-08-14-first-run.md, at /journal/first-run/#comment-a",
        ),
        ("first-run/2.yaml", "it is not approved or says nothing, so it is not published"),
        ("first-run/3.txt", "it lies among the comments and is none: they are YAML or JSON"),
        ("nowhere/1.yaml", "no published entry belongs to its folder, so it is not published"),
    ] {
        let ran = project.run(["why", &format!("content/comments/{path}")]);
        assert!(ran.stdout.contains(says), "{path}: {}{}", ran.stdout, ran.stderr);
    }
}
