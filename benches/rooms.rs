//! How long each room and the whole take, natively: `cargo bench`. `docs/performance.md` says how to read it.
//!
//! The text is `tests/articles` repeated to the length named, so that anybody gets the same one.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/support/fill.rs"]
mod fill;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/support/texts.rs"]
mod texts;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    divan::main();
}

// The wasm tests compile every target; what is measured there is measured from JavaScript.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use copydesk::{Options, Reading, analyze, article, entity, name, quote, readability, sentence, tag, token, wire};
    use divan::Bencher;
    use divan::counter::BytesCount;

    use crate::fill::fill;
    use crate::texts::texts;

    const LENGTHS: [usize; 3] = [10_000, 100_000, 1_000_000];
    /// One room is looked at in an article of this length.
    const ROOM: usize = 100_000;

    fn text(bytes: usize) -> String {
        fill(&texts("tests/articles").concat(), bytes)
    }

    #[divan::bench(args = LENGTHS)]
    fn whole(bencher: Bencher<'_, '_>, bytes: usize) {
        let text = text(bytes);
        bencher.counter(BytesCount::of_str(&text)).bench(|| analyze(&text, &Options::default()));
    }

    /// What crosses the boundary: offsets in UTF-16, and the flat form.
    #[divan::bench]
    fn way_out(bencher: Bencher<'_, '_>) {
        let text = text(ROOM);
        let analysis = analyze(&text, &Options::default());
        bencher
            .counter(BytesCount::of_str(&text))
            .with_inputs(|| analysis.clone())
            .bench_values(|analysis| wire::flat::flatten(&wire::to_utf16(analysis)));
    }

    /// Each room needs what those before it made; one is timed.
    #[divan::bench(args = ["1 article", "2 sentence", "3 token", "4 tag", "5 name", "6 entity", "7 quote", "8 readability"])]
    fn room(bencher: Bencher<'_, '_>, room: &str) {
        let given = text(ROOM);
        let options = Options::default();
        let article = article::split(&given, options.format);
        let text = article.text.as_ref();
        let sentences = sentence::split(text, &article);
        let tokens = token::split(text, &article, &sentences);
        let tags = tag::tag(text, &tokens);
        let reading = Reading::new(text, &article, &sentences, &tokens, &tags);
        let names = name::find(&reading, options.published);
        let people = entity::gather(&reading, &names);
        let said = quote::attribute(&reading, &names, &people);
        let bencher = bencher.counter(BytesCount::of_str(&given));
        match &room[2..] {
            "article" => bencher.bench(|| article::split(&given, options.format)),
            "sentence" => bencher.bench(|| sentence::split(text, &article)),
            "token" => bencher.bench(|| token::split(text, &article, &sentences)),
            "tag" => bencher.bench(|| tag::tag(text, &tokens)),
            "name" => bencher.bench(|| name::find(&reading, options.published)),
            "entity" => bencher.bench(|| entity::gather(&reading, &names)),
            "quote" => bencher.bench(|| quote::attribute(&reading, &names, &people)),
            _ => bencher.bench(|| readability::measure(&reading, &names, &said, &options)),
        }
    }
}
