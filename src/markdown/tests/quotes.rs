//! Quotes and apostrophes by language.

use super::*;

/// The text of a paragraph in a language.
fn curled(language: &str, text: &str) -> String {
    let found = show_in(language, text);
    found.strip_prefix("<p>").and_then(|found| found.strip_suffix("</p>")).unwrap_or(&found).to_owned()
}

#[test]
fn whole_sentences_have_the_quotes_of_their_language() {
    for (language, text, expected) in [
        ("en-GB", "\"It's 'fine',\" she said.", "“It’s ‘fine’,” she said."),
        ("de", "\"Geht's 'gut'?\", fragte sie – 'so là là'.", "„Geht’s ‚gut‘?“, fragte sie – ‚so là là‘."),
        ("de-AT", "Sie sagte: \"Ruh dich aus.\"", "Sie sagte: „Ruh dich aus.“"),
        ("de-CH", "Sie sagte: \"Lies 'Heidi'.\"", "Sie sagte: «Lies ‹Heidi›.»"),
        (
            "fr",
            "\"L'aller, c'est 'loin'\", dit-il.",
            "«\u{202f}L’aller, c’est «\u{202f}loin\u{202f}»\u{202f}», dit-il.",
        ),
        ("fr-CA", "Il dit \"l'eau 'douce'\".", "Il dit «\u{202f}l’eau “douce”\u{202f}»."),
        ("fr-CH", "Il dit \"l'eau 'douce'\".", "Il dit «\u{202f}l’eau ‹\u{202f}douce\u{202f}›\u{202f}»."),
        ("es", "Dijo: \"No me 'duele'\".", "Dijo: “No me ‘duele’”."),
        ("it", "Disse: \"Non c'è 'dolore'\".", "Disse: «Non c’è “dolore”»."),
        ("pt-BR", "Ela disse \"copo d'água\".", "Ela disse “copo d’água”."),
        ("pt-PT", "Ela disse \"copo d'água\".", "Ela disse «copo d’água»."),
        ("nl", "\"Foto's van 'thuis'\", zei ze.", "“Foto’s van ‘thuis’”, zei ze."),
        ("sv", "Hon sa \"vila 'lite'\".", "Hon sa ”vila ’lite’”."),
        ("fi", "Hän sanoi: \"lepää, vaa'an 'luona'\".", "Hän sanoi: ”lepää, vaa’an ’luona’”."),
        ("da", "Hun sagde: \"Hvil 'lidt'\".", "Hun sagde: “Hvil ‘lidt’”."),
        ("nb", "Hun sa: \"Hvil 'litt'\".", "Hun sa: «Hvil ‘litt’»."),
        ("pl", "Powiedziała: \"Czytam 'Lalkę'\".", "Powiedziała: „Czytam «Lalkę»”."),
        ("cs", "Řekla: \"Čti 'Babičku'.\"", "Řekla: „Čti ‚Babičku‘.“"),
        ("ru", "Она сказала: \"Читай 'Идиота'\".", "Она сказала: «Читай „Идиота“»."),
        ("uk", "Вона сказала: \"М'яз болить\".", "Вона сказала: «М’яз болить»."),
        ("ja", "彼女は\"今日は'走る'\"と言った。", "彼女は「今日は『走る』」と言った。"),
        ("zh", "她说\"好\"。", "她说“好”。"),
        ("zh-Hant-TW", "她說\"好\"。", "她說「好」。"),
        ("zh-TW", "她說\"好\"。", "她說「好」。"),
        ("ko", "\"아프다\"라고 했다.", "“아프다”라고 했다."),
        ("x-mine", "\"It's\" typed.", "&quot;It's&quot; typed."),
    ] {
        assert_eq!(curled(language, text), expected, "{language}");
    }
}

#[test]
fn markup_and_neighbours_of_quotes_do_not_mislead() {
    for (text, expected) in [
        ("*\"Gut\"* und \"*gut*\" (\"gut\") [\"gut\"](https://x.org)", {
            "<em>„Gut“</em> und „<em>gut</em>“ („gut“) <a href=\"https://x.org\">„gut“</a>"
        }),
        ("5\" Schnee und 6'2\" groß", "5&quot; Schnee und 6'2&quot; groß"),
        ("Die 90'er, Hans' Rad, so'n Ding", "Die 90’er, Hans’ Rad, so’n Ding"),
        ("\"Geht weiter", "„Geht weiter"),
        ("a \" b ' c", "a &quot; b ' c"),
        ("\\\"typed\\\" &quot;typed&quot; „gut“", "&quot;typed&quot; &quot;typed&quot; „gut“"),
        ("`\"x's\"` <b title=\"it's\">'a'</b>", "<code>&quot;x's&quot;</code> <b title=\"it's\">‚a‘</b>"),
        ("[a](https://x.org/?q='b' \"it's\")", "<a href=\"https://x.org/?q='b'\" title=\"it's\">a</a>"),
    ] {
        assert_eq!(curled("de", text), expected, "{text}");
    }
    assert_eq!(show_in("de", "\"auf\n\nzu\""), "<p>„auf</p>\n<p>zu&quot;</p>", "a paragraph ends what is open");
    assert_eq!(show_in("fr", "## L'été \"chaud\"").split(" <a").next(), {
        Some("<h2 id=\"lete-chaud\">L’été «\u{202f}chaud\u{202f}»")
    });
}
