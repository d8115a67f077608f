//! What the fuzz targets hold an analysis to: the same as the property tests do.

#[path = "../../tests/support/mod.rs"]
mod support;

use copydesk::{Day, Format, Options, analyze, wire};

/// Reads the text in one format; the answer must be sound, and have its form for JavaScript.
pub fn check(text: &str, format: Format) {
    let options = Options {
        format,
        published: Day::parse("2024-03-15"),
        include_furniture: false,
        include_blocks: &[0, 3, u32::MAX],
        read_aloud: true,
        tokens: true,
    };
    let analysis = analyze(text, &options);
    support::validate(&analysis);
    if matches!(format, Format::Text | Format::Markdown) {
        assert_eq!(analysis.text, text, "text is never altered");
    }
    wire::flat::flatten(&wire::to_utf16(analysis)).expect("every analysis has a flat form");
}

/// Some text from any bytes.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
