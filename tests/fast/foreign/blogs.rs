//! Blogs of Jekyll and Hugo.

use super::{add, all_of, text_of, tree};
use crate::support::golden;
use comeback::import::foreign::{hugo, jekyll};

pub(super) const JEKYLL: &str = r#"-- _config.yml --
url: https://old.example.org
baseurl: /blog
permalink: pretty
collections:
  races:
    output: true
-- _posts/2020-08-14-first-run.md --
---
layout: post
title: "Week 12: first run"
date: 2020-08-14 23:30:00 +0000
categories: running calf
tags: [slow, 10k]
author: Ann
redirect_from: [/old-run/, /%2e%2e/up/]
image: /assets/tram.jpg
pain: 2/2/3
sessions: [run 5k 30:00]
weight: 70
---
Ran for the tram. See [before]({% post_url 2020-08-01-before %}), [about]({{ site.baseurl }}{% link about.md %})
and [the plan]({{ "/assets/plan.pdf" | relative_url }}), or [it](https://old.example.org/blog/2020/08/01/before/).

<!--more-->

At {{ site.time }}.

![The tram](/blog/assets/tram.jpg)
![Lost](/assets/lost.jpg)
{: .wide}

{% include figure.html src="/assets/tram.jpg" alt="A tram" caption="The \"4\"" %}
{% include youtube.html id="abc_123" %}
{% gist ann/1234 %}

{% highlight ruby linenos %}
puts "{{ hello }}"
{% endhighlight %}

{% raw %}`{{ shown }}` and {{ bare }}{% endraw %}

| a | b |
|---|---|
| {{ page.x | upcase }} | 1 |

<div>{{ page.y }}</div>

<blockquote>
Quoted, {{ page.z }}.
</blockquote>

{% comment %}SECRET{% endcomment %}{% for x in y %}x{% endfor %}
- TOC
{:toc}
-- _posts/2020-08-01-before.markdown --
---
title: Before
published: false
password: SECRET
---
SECRET.
-- races/_posts/2020-9-5-park.html --
---
title: {bad: map}
permalink: /park/:title.html
---
<div>
    <p>Ran {{ page.title }}.</p>
  <pre>
    kept
  </pre>
</div>
-- _posts/2021-05-05-broken.md --
---
title: "never closed
---
-- _posts/2021-05-06-open.md --
---
title: Open
-- _posts/2021-05-07-plain.md --
No front matter.
-- _posts/undated.md --
---
title: Undated
---
-- _posts/notes.textile --
h1. Notes
-- _posts/2030-01-01-later.md --
---
title: Later
---
-- _drafts/idea.md --
---
title: Idea
---
Not yet.
-- _races/spring.md --
---
title: Spring race
---
-- _secret/diary.md --
---
title: Diary
---
SECRET diary.
-- about.md --
---
title: About
permalink: /about/
---
A [link](other.md) and [another](/other.html#x).
-- other.md --
---
title: Other
permalink: /tags/
---
Other.
-- feed.html --
---
---
{% for post in site.posts %}{{ post.title }}{% endfor %}
-- README.md --
Read me.
-- index.md --
---
---
Welcome.
-- assets/tram.jpg --
-- assets/plan.pdf --
-- assets/unused.jpg --
-- _data/comments/first-run/comment-1.yml --
_id: c1
name: Bob
email: SECRET@example.org
ip: 10.0.0.1
message: "Write to bob@example.org."
date: 2020-08-15
-- _data/comments/first-run/comment-2.yml --
name: Eve
approved: false
message: SECRET
-- _data/comments/nowhere/comment-3.yml --
message: x
-- _data/comments/first-run/comment-4.yml --
message: [
-- _includes/figure.html --
<img>
"#;

pub(super) const HUGO: &str = r#"-- hugo.toml --
baseURL = "https://old.example.org/"
[permalinks]
notes = "/:year/:month/:slug/"
-- content/posts/first.md --
+++
title = "First run"
date = 2020-08-14T07:20:00+02:00
lastmod = 2020-08-20
draft = false
tags = ["slow"]
categories = ["Calf", "slow"]
aliases = ["/old/", "older"]
series = ["Return"]
weight = 3
[params]
pain = 2
+++
The first.

{{< figure src="/img/tram.jpg" alt="A tram" caption="The 4" link="https://example.org/" >}}
{{< youtube abc_123 >}} {{< vimeo id="99" >}} {{< gist ann 1234 >}} {{< tweet user="ann" id="12" >}}

See [the bundle]({{< ref "second" >}}), [a part]({{% relref "third.md#heading" %}}), [lost]({{< ref "nowhere" >}}), [it](/posts/second/).

{{< highlight go "linenos=table" >}}
x := "{{< x >}}"
{{< /highlight >}}

{{< notice tip >}}Rest.{{< /notice >}} {{</* shown */>}} `{{< code >}}`
{{< comment >}}SECRET{{< /comment >}}
-- content/posts/second/index.md --
---
title: Second
date: 2020-08-20
image: photo.jpg
---
![](photo.jpg) ![](big%20photo.jpg)
-- content/posts/second/photo.jpg --
-- content/posts/second/big photo.jpg --
-- content/posts/second/unused.jpg --
-- content/posts/third.md --
{
  "title": "Third",
  "date": "2020-08-21",
  "slug": "number-three",
  "publishDate": "2030-01-01"
}

Third.
-- content/posts/gone.md --
---
title: Gone
date: 2020-08-22
expiryDate: 2021-01-01
---
-- content/posts/never.md --
---
title: Never
date: 2020-08-23
_build: {render: never}
---
SECRET.
-- content/posts/draft.md --
+++
title = "Draft"
date = 2020-08-24
draft = true
+++
-- content/notes/2020-09-01-dated.md --
---
title: A note
---
-- content/posts/_index.md --
---
title: All posts
---
-- content/notes/_index.md --
---
title: Notes
---
Short ones.
-- content/about.md --
+++
title = "About"
date = 2019-01-01
url = "/me/"
+++
-- content/bad.md --
+++
title = "Bad
+++
-- content/badjson.md --
{ "title": 
-- content/odd.md --
A brace.

{{< param x >}} is no front matter.
-- static/img/tram.jpg --
"#;

#[test]
fn a_jekyll_blog_comes_whole() {
    golden("import/jekyll.txt", &all_of(jekyll, &tree(JEKYLL)));
}

#[test]
fn a_hugo_site_comes_whole() {
    golden("import/hugo.txt", &all_of(hugo, &tree(HUGO)));
}

#[test]
fn dates_are_those_of_the_sites_clock() {
    for (typed, expected) in [
        ("2020-08-14", "2020-08-14"),
        ("'2020-08-14'", "2020-08-14"),
        ("20200814", "2020-08-14"),
        ("2020-08-14 00:00:00", "2020-08-14"),
        ("2020-08-14 07:20", "2020-08-14T07:20:00"),
        ("2020-08-14T23:30:00Z", "2020-08-15T01:30:00"),
        ("2020-08-14 23:30:00 +0000", "2020-08-15T01:30:00"),
        ("2020-08-14 01:00:00 -04:00", "2020-08-14T07:00:00"),
        ("2020-08-14 23:30:00 -4", "2020-08-15T05:30:00"),
        ("2020-08-14 12:00:00 EST", "2020-08-14T12:00:00"),
        ("2020/08/14", "2020-08-14"),
        ("14 August 2020", "2020-08-14"),
        // The name's, where the key says nothing that is read.
        ("soon", "2020-01-02"),
        ("03/04/2020", "2020-01-02"),
        ("1020-08-14", "2020-01-02"),
    ] {
        let tree = tree(&format!("-- posts/2020-01-02-a.md --\n---\ntitle: A\ndate: {typed}\n---\nText."));
        let text = text_of(jekyll, &tree, "posts/2020-01-02-a.md");
        assert_eq!(text, format!("---\ntitle: A\ndate: {expected}\n---\n\nText.\n"), "{typed}");
    }
}

#[test]
fn encodings_and_ends_of_lines_are_no_matter() {
    let typed = "---\ntitle: Größe\ndate: 2020-08-14\n---\nÜber.\n";
    let wide: Vec<u8> = typed.replace('\n', "\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms = [
        typed.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", typed.replace('\n', "\r\n").as_bytes()].concat(),
        [&[0xff, 0xfe], wide.as_slice()].concat(),
        typed.replace("---\nÜ", "... \nÜ").into_bytes(),
        typed.replace("title:", "title:\t").into_bytes(),
    ];
    for bytes in forms {
        let mut tree = comeback::import::foreign::ForeignTree::default();
        add(&mut tree, "posts/2020-08-14-a.md", &bytes);
        let expected = "---\ntitle: Größe\ndate: 2020-08-14\n---\n\nÜber.\n";
        assert_eq!(text_of(jekyll, &tree, "posts/2020-08-14-a.md"), expected, "{bytes:?}");
    }
}

#[test]
fn what_was_kept_back_stays_so() {
    for (key, expected) in [
        ("draft: true", "draft"),
        ("published: no", "draft"),
        ("published: 2030-05-05", "future"),
        ("status: private", "private"),
        ("hidden: true", "private"),
        ("password: x", "private"),
        ("extra: {draft: true}", "draft"),
        ("daft: true", "draft"),
        ("publishDate: 2030-05-05", "future"),
        ("expires: 2020-05-05", "expired"),
        ("date: 2030-05-05", "future"),
        ("draft:", "draft"),
    ] {
        for import in [jekyll, hugo] {
            let post = format!("---\ntitle: A\n{key}\n---\nText.");
            let tree = tree(&format!("-- _posts/2020-01-02-a.md --\n{post}"));
            let checked = import(&tree, &super::config());
            let kept = checked.value.files.first().map(|file| file.kept_back);
            assert_eq!(kept, Some(Some(expected)), "{key}: {:?}", checked.value.left_out);
        }
    }
}
