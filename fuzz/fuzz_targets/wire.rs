//! Offsets in UTF-16 against counting from the start of the text.
#![no_main]

use copydesk::Span;
use copydesk::wire::Utf16Map;
use copydesk_fuzz::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    let map = Utf16Map::new(&text);
    let mut units = 0;
    for (at, c) in text.char_indices() {
        let span = map.span(Span::new(at as u32, (at + c.len_utf8()) as u32));
        assert_eq!((span.start, span.end), (units, units + c.len_utf16() as u32), "{c:?} at byte {at}");
        units = span.end;
    }
    let whole = map.span(Span::new(0, text.len() as u32));
    assert_eq!((whole.start, whole.end), (0, units));
});
