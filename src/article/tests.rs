use super::{Article, Block, BlockKind, split};
use crate::options::Format;
use crate::span::Span;

mod labelled;

/// Messy pastes with the kind of every block in front of it.
const PASTES: [&str; 2] =
    [include_str!("../../tests/cases/article/pastes.txt"), include_str!("../../tests/cases/article/pages.txt")];

fn kind_name(kind: BlockKind) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

/// Takes the `[[kind]]` marks out of a case: its text, and where each block begins.
fn unmark(case: &str) -> (String, Vec<(usize, String)>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (i, part) in case.split("[[").enumerate() {
        match part.split_once("]]") {
            Some((kind, rest)) if i > 0 && kind.chars().all(char::is_alphabetic) => {
                blocks.push((text.len() + rest.len() - rest.trim_start().len(), kind.to_owned()));
                text.push_str(rest);
            }
            _ => text.push_str(part),
        }
    }
    (text, blocks)
}

fn found(text: &str, format: Format) -> Vec<(usize, String)> {
    split(text, format).blocks.iter().map(|block| (block.span.start as usize, kind_name(block.kind))).collect()
}

#[track_caller]
fn check_sound(article: &Article<'_>) {
    let mut end = 0;
    for &Block { span, dateline, .. } in &article.blocks {
        assert!(span.start >= end && span.end > span.start, "blocks out of order at {span:?}");
        assert_eq!(span.of(&article.text).len(), span.len() as usize, "{span:?} splits a character");
        assert!(span.contains(dateline) && dateline.start == span.start);
        assert_eq!(dateline.of(&article.text).len(), dateline.len() as usize);
        end = span.end;
    }
    end = 0;
    for mark in &article.residue {
        assert!(mark.start >= end && !mark.is_empty(), "residue out of order at {mark:?}");
        assert!(article.blocks.iter().any(|block| block.span.contains(*mark)), "{mark:?} outside blocks");
        end = mark.end;
    }
}

/// The words of a text with the residue gone.
fn seen(text: &str, format: Format) -> String {
    let article = split(text, format);
    check_sound(&article);
    let mut out = String::new();
    let mut at = 0;
    for mark in &article.residue {
        out.push_str(&text[at..mark.start as usize]);
        at = mark.end as usize;
    }
    out + &text[at..]
}

#[test]
fn pastes_are_cut_as_marked() {
    let mut wrong = Vec::new();
    for case in PASTES.iter().flat_map(|file| file.split("\n=== ").skip(1)) {
        let (name, body) = case.split_once('\n').unwrap();
        let (text, expected) = unmark(body);
        let article = split(&text, Format::Auto);
        check_sound(&article);
        let got = found(&text, Format::Auto);
        for difference in got.iter().filter(|block| !expected.contains(block)) {
            let at = Span::at(difference.0, text.len());
            let rule = article.blocks.iter().find(|block| block.span.start == at.start).unwrap().rule.name();
            let words: String = at.of(&text).chars().take(60).collect();
            wrong.push(format!("{name}: {} by {rule}: {words:?}", difference.1));
        }
        for missing in expected.iter().filter(|block| !got.contains(block)) {
            let words: String = text[missing.0..].chars().take(60).collect();
            wrong.push(format!("{name}: expected {}: {words:?}", missing.1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn marks_are_seen_through_and_words_stay() {
    for (text, expected) in [
        ("The firm [said](#) so.", "The firm said so."),
        ("The firm [said](https://a.example/b_(c)) so.", "The firm said so."),
        ("A **bold** and *leaning* and _bent_ and `set` word.", "A bold and leaning and bent and set word."),
        ("***Both*** and ~~gone~~.", "Both and gone."),
        ("See ![a boat](boat.png) here.", "See a boat here."),
        ("He [said][1] it.", "He said it."),
        ("Prices \\*rose\\*.", "Prices *rose*."),
        ("At <https://a.example/b> now.", "At https://a.example/b now."),
        ("The report<https://a.example/b> says.", "The report says."),
        ("A <b>bold</b><br/> word.", "A bold word."),
        ("**“We left,”** she said.", "“We left,” she said."),
        ("[**Bold** link](/x) here.", "Bold link here."),
    ] {
        assert_eq!(seen(text, Format::Auto), expected);
        assert_eq!(split(text, Format::Auto).text, text);
    }
    assert_eq!(seen("# Title\n\n> Said so.\n\n- One\n\n1. Two", Format::Auto), " Title\n\n Said so.\n\n One\n\n Two");
}

#[test]
fn text_that_only_resembles_marks_stays() {
    for text in [
        "Excluding tax.* The sum is 5 * 3 and 4*5.",
        "*Excluding tax.",
        "A snake_case_name and __init__.py stay.",
        "[T]he mayor [sic] (who left) said [it].",
        "They wrote [no] (not yet) on it.",
        "#floods is no heading",
        "The f**k and s**t of it.",
        "Don`t and won`t.",
        "2 < 3 and 4 > 3, <unknown> tags.",
        "**** of five stars",
        "C:\\dir and AC\\DC",
        "1.5 million, 2) twice",
        "AT&T's [1] note",
    ] {
        assert_eq!(seen(text, Format::Text), text);
    }
}

#[test]
fn markdown_is_read_as_defined() {
    assert_eq!(seen("**T**he f*ull* [a](b c)", Format::Markdown), "The full [a](b c)");
    assert_eq!(seen("A [word][ref] here.", Format::Markdown), "A word here.");
    let joined = split("One line\nand its end.\n\nTwo.", Format::Markdown);
    assert_eq!(joined.blocks.len(), 2);
    let pictured = found("# T\n\nIt was a long day for all of us here.\n\n![A boat](b.png)\n\nEnd.", Format::Markdown);
    assert_eq!(pictured[2].1, "caption");
}

#[test]
fn datelines_are_cut_off() {
    for (text, expected) in [
        ("GENEVA (AP) — Talks began.", "GENEVA (AP) — "),
        ("LISBON, Portugal, May 3 (Reuters) - Talks began.", "LISBON, Portugal, May 3 (Reuters) - "),
        ("**KYIV, Ukraine** — Talks began.", "**KYIV, Ukraine** — "),
        ("NEW DELHI: Talks began.", "NEW DELHI: "),
        ("Paris – Talks began.", "Paris – "),
        ("OSLO--(BUSINESS WIRE)--Talks began.", "OSLO--(BUSINESS WIRE)--"),
        ("UNITED NATIONS (AFP) Talks began.", "UNITED NATIONS (AFP) "),
        ("BREAKING — Talks began.", ""),
        ("Brandt — a sailor — spoke.", ""),
        ("The talks — which began — ended.", ""),
        ("It was over - he said.", ""),
    ] {
        let article = split(text, Format::Text);
        check_sound(&article);
        assert_eq!(article.blocks[0].dateline.of(text), expected, "{text}");
    }
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><title>Site</title><style>p > a { color: red }</style></head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav>
<h1>Bells&nbsp;return<br>to Aldersund</h1>
<p class="by">By <a href="/kaja" title="a > b">Kaja Rein</a></p>
<figure><img src="x.png" alt="no"><figcaption>The bells in 1902.</figcaption></figure>
<script>if (a < b) { document.write("<p>no</p>") }</script><!-- <p>no</p> -->
<p>The museum handed back <b>four</b> bronze bells &mdash; &#8220;at last&#x201D;, said Unn Berge,
who had asked for them since 1994.
<p>They rang at noon.<br>Nobody slept.
<h2>A long wait</h2>
<blockquote><p>We waited for a century.</p></blockquote>
<ul><li>Four bells<li>One rope</ul>
<table><tr><td>Weight</td><td>400 kg</td></tr></table>
<p><a href="/more">Five things about bells</a></p>
<aside><p>Our best stories of the week, chosen by the editors.</p></aside>
<p>The end &amp; nothing more was said that day in Aldersund.</p><footer>Site map</footer></body></html>"#;

#[test]
fn pages_give_their_words_and_kinds() {
    let article = split(PAGE, Format::Auto);
    check_sound(&article);
    let got: Vec<_> = article.blocks.iter().map(|b| (kind_name(b.kind), b.span.of(&article.text))).collect();
    let got: Vec<_> = got.iter().map(|(kind, words)| (kind.as_str(), *words)).collect();
    assert_eq!(
        got,
        [
            ("headline", "Bells\u{A0}return to Aldersund"),
            ("byline", "By Kaja Rein"),
            ("caption", "The bells in 1902."),
            (
                "paragraph",
                "The museum handed back four bronze bells — “at last”, said Unn Berge, who had asked for them since 1994."
            ),
            ("paragraph", "They rang at noon."),
            ("paragraph", "Nobody slept."),
            ("subheading", "A long wait"),
            ("blockquote", "We waited for a century."),
            ("listItem", "Four bells"),
            ("listItem", "One rope"),
            ("listItem", "Weight"),
            ("listItem", "400 kg"),
            ("related", "Five things about bells"),
            ("boilerplate", "Our best stories of the week, chosen by the editors."),
            ("paragraph", "The end & nothing more was said that day in Aldersund."),
            ("boilerplate", "Site map"),
        ]
    );
}

#[test]
fn broken_pages_keep_their_words() {
    for (html, expected) in [
        ("", ""),
        ("a < b", "a < b"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("<a href=\"x>one", "one"),
        ("<nav>one", "one"),
        ("<aside>one", "one"),
        ("<p>one<script>two", "one"),
        ("<!-- one", ""),
        ("<![CDATA[<one>]]>", "<one>"),
        ("one<", "one<"),
        ("one&", "one&"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<p>&nbsp;</p><p>one</p>", "one"),
        ("on<b>e</b> <i>two</i>", "one two"),
    ] {
        assert_eq!(split(html, Format::Html).text, expected, "{html}");
    }
}

#[test]
fn every_line_end_ends_a_line() {
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\n\u{A0}\n", "\r\n\u{FEFF}\r\n"] {
        let text = format!("\u{FEFF}It rained all day.{end}Nobody\u{AD} minded.\u{200B}");
        let article = split(&text, Format::Auto);
        check_sound(&article);
        let words: Vec<_> = article.blocks.iter().map(|block| block.span.of(&text)).collect();
        assert_eq!(words, ["It rained all day.", "Nobody\u{AD} minded."], "{end:?}");
    }
}

#[test]
fn hostile_texts_are_cut_soundly() {
    let units = [
        "*",
        "_",
        "`",
        "~",
        "[",
        "]",
        "](",
        "[a](b ",
        "![",
        "<",
        ">",
        "<a \">\" ",
        "<nav>",
        "<div>",
        "<!--",
        "&",
        "&#",
        "\\",
        "\n",
        "\r",
        "\u{2029}",
        "\0",
        "\u{301}",
        "\u{200D}",
        "\u{202E}",
        "👩‍👩‍👧",
        "é",
        "אב ",
        "# ",
        "- a\n",
        "|",
        "\"",
        "a",
        "A. ",
        "a\nb\n",
        "(AP) — ",
        "By A\n",
        "Photo: ",
    ];
    for unit in units {
        let text = unit.repeat(20_000 / unit.len());
        for format in [Format::Auto, Format::Text, Format::Markdown, Format::Html] {
            check_sound_quickly(&split(&text, format));
        }
    }
}

/// Like [`check_sound`], but for many marks.
fn check_sound_quickly(article: &Article<'_>) {
    assert!(article.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(article.residue.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(article.blocks.iter().all(|block| !block.span.of(&article.text).is_empty()));
    assert!(article.residue.iter().all(|mark| !mark.of(&article.text).is_empty()));
}

#[test]
fn rules_have_names_and_reasons() {
    use super::Rule;
    for rule in Rule::ALL {
        assert!(rule.why().ends_with('.') && !rule.name().contains(' '));
    }
}
