//! Texts made to be slow to read: the time must grow with their length and no faster, and stay near that of an article.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fill.rs"]
mod fill;
#[path = "support/texts.rs"]
mod texts;

use std::collections::BTreeMap;
use std::thread;

use copydesk::{Format, Options, analyze};
use cpu_time::ThreadTime;
use fill::fill;
use texts::texts;

/// The lengths that are compared: each is twice the one before.
const BYTES: [usize; 3] = [25_000, 50_000, 100_000];
/// The most that twice the text may take. Linear work takes 2, quadratic 4.
const MOST_GROWTH: f64 = 2.6;
/// Below this a clock tick weighs more than the work.
const TICK: f64 = 0.000_5;
/// The most that a byte may take, against a byte of an article.
const MOST_OF_AN_ARTICLE: f64 = 3.0;
/// A busy machine spoils single runs; work that really grows too fast does so in every one.
const ROUNDS: usize = 8;

/// Seconds of processor time, which other programs on the machine do not use up as they do those of the wall clock. On
/// a thread that has read nothing before, so that nothing is remembered of the text.
fn seconds(text: &str) -> f64 {
    let read = || {
        let start = ThreadTime::now();
        let analysis = analyze(text, &Options::default());
        assert_eq!(analysis.schema, 1);
        start.elapsed().as_secs_f64()
    };
    thread::scope(|scope| scope.spawn(read).join().expect("an analysis"))
}

/// One shape in all three lengths, and the least time that each took so far.
struct Shape {
    name: String,
    texts: [String; 3],
    least: [f64; 3],
}

impl Shape {
    fn new(name: impl Into<String>, text: impl Fn(usize) -> String) -> Self {
        Self { name: name.into(), texts: BYTES.map(text), least: [f64::INFINITY; 3] }
    }

    fn run(&mut self) {
        for (text, least) in self.texts.iter().zip(&mut self.least) {
            *least = least.min(seconds(text));
        }
    }

    fn growth(&self) -> f64 {
        self.least.windows(2).map(|pair| (pair[1] - TICK) / pair[0]).fold(0.0, f64::max)
    }

    fn per_byte(&self) -> f64 {
        self.least[2] / self.texts[2].len() as f64
    }
}

/// Pieces that are repeated: `tests/hostile.json`, which the tests in Node read, too.
fn repeated() -> Vec<Shape> {
    let pieces: BTreeMap<String, String> = serde_json::from_str(include_str!("hostile.json")).expect("pieces");
    let shapes = pieces.into_iter().map(|(name, piece)| Shape::new(name, |bytes| fill(&piece, bytes)));
    shapes.chain([Shape::new("different names", different_names)]).collect()
}

/// Every name another one: what gathers them must not compare each with each.
fn different_names(bytes: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let name = |n: usize| {
        let (a, b, c) = (letter(n), letter(n / 26), letter(n / 676));
        format!("Ab{a}{b}{c} Cor{c}{a}{b} left. ")
    };
    (0..bytes / name(0).len()).map(name).collect()
}

/// Articles that lost what cuts them: what may be pasted by mistake.
fn spoiled() -> Vec<Shape> {
    let article = texts("tests/articles").concat();
    let make = |name: &str, change: &dyn Fn(&str) -> String| {
        let text = change(&article);
        Shape::new(name, |bytes| fill(&text, bytes))
    };
    vec![
        make("one line", &|text| text.split_whitespace().fold(String::new(), |line, word| line + word + " ")),
        make("no stops", &|text| text.replace(['.', '?', '!'], ",")),
        make("capitals", &|text| text.to_uppercase()),
        make("marks before every capital", &|text| {
            let marked = |c: char| if c.is_uppercase() { format!("\"{c}") } else { c.to_string() };
            text.replace(['"', '“', '”'], "").chars().map(marked).collect()
        }),
        make("title case and no signs", &|text| {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(|word| word[..1].to_uppercase() + &word[1..] + " ").collect()
        }),
    ]
}

/// Reads every shape until its figures hold or the rounds are used up.
fn check(mut shapes: Vec<Shape>) {
    let mut article = Shape::new("articles", |bytes| fill(&texts("tests/articles").concat(), bytes));
    for _ in 0..3 {
        article.run();
    }
    let normal = article.per_byte();
    shapes.push(article);
    let mut wrong = Vec::new();
    for shape in &mut shapes {
        for _ in 0..ROUNDS {
            shape.run();
            if shape.growth() <= MOST_GROWTH && shape.per_byte() <= MOST_OF_AN_ARTICLE * normal {
                break;
            }
        }
        let (growth, cost) = (shape.growth(), shape.per_byte() / normal);
        if growth > MOST_GROWTH || cost > MOST_OF_AN_ARTICLE {
            wrong.push(format!(
                "{}: {growth:.1} times the time for twice the text, {cost:.1} times an article's a byte",
                shape.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn time_is_linear_in_hostile_text() {
    check(repeated());
}

#[test]
fn time_is_linear_in_spoiled_articles() {
    check(spoiled());
}

#[test]
fn nesting_needs_no_stack() {
    const STACK: usize = 256 * 1024;
    const DEPTH: usize = 100_000;
    let read = || {
        for piece in ["<div>", "<b><i>", "> ", ">", "[", "[a](", "(", "“a ‘", "**a", "<!--", "- "] {
            let text = piece.repeat(DEPTH);
            for format in [Format::Auto, Format::Text, Format::Markdown, Format::Html] {
                assert_eq!(analyze(&text, &Options { format, ..Options::default() }).schema, 1, "{piece}");
            }
        }
    };
    thread::Builder::new().stack_size(STACK).spawn(read).expect("a thread").join().expect("no overflow");
}
