//! Code in colours.

use super::*;

#[test]
fn code_is_coloured_by_few_classes() {
    let plain = "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>";
    check("```\na < b\n```", plain);
    check("    a < b\n", plain);
    check(
        "```whitespace\na = \"b\"\n```",
        "<pre tabindex=\"0\"><code class=\"language-whitespace\">a = &quot;b&quot;\n</code></pre>",
    );
    check(
        "```rust,ignore\n// one\nfn f() -> u8 { 1 }\n```",
        "<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"z-c\">// one\n</span>\
         <span class=\"z-k\">fn </span><span class=\"z-f\">f</span>() -&gt; <span class=\"z-k\">u8 </span>{ \
         <span class=\"z-n\">1 </span>}\n</code></pre>",
    );
    assert!(body("```rust\nfn f() {}\n```").code);
    assert!(!body("```whitespace\na = 1\n```").code);
    assert_eq!(show("```rust\nfn f() {}\n```"), show("```rust\nfn f() {}\n```"), "from the memo");
}

/// The inside of a code block, its spans as `class‹text›`.
fn coloured(language: &str, code: &str) -> String {
    let html = body(&format!("```{language}\n{code}\n```")).html;
    let start = html.find("<code").and_then(|at| html[at..].find('>').map(|end| at + end + 1)).expect("code");
    let inside = html[start..].trim_end().trim_end_matches("</code></pre>").trim_end();
    let spans = inside.replace("<span class=\"z-", "").replace("</span>", "›").replace("\">", "‹");
    spans.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn usual_languages_are_coloured() {
    for (language, code, expected) in CODE {
        let found = coloured(language, code);
        assert_eq!(found, expected, "{language}");
    }
}

const CODE: [(&str, &str, &str); 13] = [
    (
        "toml",
        "# one\ntitle = \"a \\n\" # two\n[[injuries]]\nonset = 2020-08-14\nx.\"y z\" = [\n  [1, 2.5], true,\n]\np = { a = 'b', c = \"\"\"\nd\"\"\" }\n[nav]",
        "c‹# one\n›g‹title ›= s‹\"a ›n‹\\n›s‹\" ›c‹# two\n›f‹[[injuries]]\n›g‹onset ›= n‹2020-08-14\n›g‹x.\"y z\" ›= [\n  [n‹1›, n‹2.5›], n‹true›,\n]\ng‹p ›= { g‹a› = s‹'b'›, g‹c› = s‹\"\"\"\nd\"\"\"› }\nf‹[nav]\n›",
    ),
    (
        "yaml",
        "pain: 2\ndate: 2020-08-14 # day\nlist: [a, \"b\"]",
        "g‹pain›: n‹2\n›g‹date›: n‹2020-08-14 ›c‹# day\n›g‹list›: [s‹a›, s‹\"b\"›]",
    ),
    ("yml", "a: true", "g‹a›: n‹true\n›"),
    (
        "sh",
        "# one\nif true; then echo \"a $HOME\"; fi",
        "c‹# one\n›k‹if ›f‹true›; k‹then ›f‹echo ›s‹\"a $HOME\"›; k‹fi\n›",
    ),
    ("bash", "export A=1", "k‹export ›A=s‹1\n›"),
    (
        "console",
        "$ comeback build --output \\\n  public\nbuilt 3 pages\n$ echo 'x'",
        "c‹$ ›f‹comeback› buildv‹ --output ›\\\n  public\nbuilt 3 pages\nc‹$ ›f‹echo ›s‹'x'\n›",
    ),
    ("markdown", "---\ntitle: x\n---\n\n# Head\n\n*a*", "c‹---\n›g‹title›: s‹x\n›c‹---\n\n›f‹# Head\n\n›*a*"),
    ("json", "{\"a\": [1, true, \"b\"]}", "{s‹\"a\"›: [n‹1›, n‹true›, s‹\"b\"›]}"),
    ("python", "def f(x):\n    return \"a\"  # one", "k‹def ›f‹f›(v‹x›):\n    k‹return ›s‹\"a\"  ›c‹# one\n›"),
    ("html", "<p class=\"a\">b</p>", "<g‹p ›v‹class›=s‹\"a\"›>b</g‹p›>"),
    ("css", "a { color: #fff; }", "g‹a ›{ t‹color›: n‹#fff›; }"),
    ("diff", "-old\n+new\n same", "g‹-old\n›s‹+new\n› same"),
    ("nothing", "a = 1", "a = 1"),
];
