//! The boundary: the only module that knows JavaScript.
//!
//! It exports free functions only. An exported class would be an object to free, and one that a trap leaves locked.

use std::arch::wasm32;
use std::borrow::Cow;

use js_sys::Function;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

use crate::{Day, Format, Options, readability, rule, wire};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wire/wire.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Windows, workers and Node have it; where it is missing no marks are left.
    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = performance)]
    static PERFORMANCE: Option<Performance>;

    /// A function of the caller's that is lent a part of this memory, where it lies: a copy would be garbage at once.
    pub type Lent;

    /// Writes as much of the text as there is room for, in UTF-8.
    #[wasm_bindgen(method, catch, js_name = call)]
    fn write(this: &Lent, context: &JsValue, bytes: &mut [u8]) -> Result<Encoded, JsValue>;

    /// What `TextEncoder.encodeInto` tells.
    pub type Encoded;

    /// Units of the text that were read.
    #[wasm_bindgen(method, getter)]
    fn read(this: &Encoded) -> u32;

    /// Bytes that were written.
    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> u32;

    /// Makes of the flat form what the caller wants.
    #[wasm_bindgen(method, catch, js_name = call)]
    fn receive(this: &Lent, context: &JsValue, words: &[u32], text: &str, same: bool) -> Result<JsValue, JsValue>;
}

/// UTF-8 needs at most so many bytes for a unit of UTF-16.
const MOST_BYTES: usize = 3;

/// English has one byte a letter and three a quotation mark: so much room is enough for most texts.
const fn usual_bytes(units: usize) -> usize {
    units + units / 8
}

/// The rooms as their User Timing marks call them, in their order.
const ROOM_MARKS: [&str; crate::ROOMS as usize] = [
    "copydesk:article",
    "copydesk:sentence",
    "copydesk:token",
    "copydesk:tag",
    "copydesk:name",
    "copydesk:entity",
    "copydesk:quote",
    "copydesk:readability",
];

/// Leaves a User Timing mark. A timeline that refuses one does not stop the reading.
fn mark(name: &str) {
    PERFORMANCE.with(|performance| performance.as_ref().map(|performance| performance.mark(name)));
}

/// Missing values leave as `null`, never as `undefined`, so that JSON keeps every field.
const SERIALIZER: Serializer = Serializer::new().serialize_missing_as_null(true);

/// What the caller got wrong begins with this; every other failure is the engine's own.
fn bad_input(what: impl std::fmt::Display) -> JsError {
    JsError::new(&format!("bad-input: {what}"))
}

/// Options as JavaScript gives them.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct RawOptions {
    format: Option<String>,
    published: Option<String>,
    include_furniture: bool,
    include_blocks: Vec<u32>,
    read_aloud: bool,
    tokens: bool,
    user_timing: bool,
}

impl RawOptions {
    fn from(given: JsValue) -> Result<Self, JsError> {
        if given.is_undefined() || given.is_null() {
            return Ok(Self::default());
        }
        serde_wasm_bindgen::from_value(given).map_err(bad_input)
    }

    fn read(&self) -> Result<Options<'_>, JsError> {
        let format = match self.format.as_deref() {
            None | Some("auto") => Format::Auto,
            Some("text") => Format::Text,
            Some("markdown") => Format::Markdown,
            Some("html") => Format::Html,
            Some(other) => return Err(bad_input(format_args!("unknown format {other:?}"))),
        };
        let published = match &self.published {
            None => None,
            Some(iso) => match Day::parse(iso) {
                Some(day) => Some(day),
                None => return Err(bad_input(format_args!("published is no ISO 8601 day: {iso:?}"))),
            },
        };
        let &Self { include_furniture, ref include_blocks, read_aloud, tokens, .. } = self;
        Ok(Options { format, published, include_furniture, include_blocks, read_aloud, tokens })
    }
}

/// How many blocks there are is known only when they are read.
fn known(asked: &[u32], blocks: usize) -> Result<(), JsError> {
    match asked.iter().find(|&&block| block as usize >= blocks) {
        Some(block) => Err(bad_input(format_args!("includeBlocks names block {block} of {blocks}"))),
        None => Ok(()),
    }
}

/// Sends panics to the console with their message; a bare trap says nothing.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

/// Reading takes about so many bytes of memory for every unit of the text.
const ROOM: usize = 16;

/// A text of so many units is long.
const LONG: usize = 1 << 21;

/// Lets memory grow at once to what a long text of so many units needs. While it grows step by step, V8 collects
/// garbage again and again, which for a short text costs little and keeps the objects of earlier ones from piling up.
fn make_room(units: usize) {
    const PAGE: usize = 1 << 16;
    if units < LONG {
        return;
    }
    let more = units.saturating_mul(ROOM).saturating_sub(wasm32::memory_size::<0>() * PAGE);
    // Where there is no more to be had, the reading itself may still do with less.
    let _ = std::hint::black_box(Vec::<u8>::new().try_reserve_exact(more));
}

/// The bytes of a text of so many units of UTF-16.
fn utf8(units: u32, write: &Lent) -> Result<Vec<u8>, JsValue> {
    let length = units as usize;
    for room in [usual_bytes(length), length * MOST_BYTES] {
        let mut utf8 = vec![0; room];
        let encoded = write.write(&JsValue::UNDEFINED, &mut utf8)?;
        if encoded.read() == units {
            utf8.truncate(encoded.written() as usize);
            utf8.shrink_to_fit();
            return Ok(utf8);
        }
    }
    Err(bad_input("the text has not the length that was told").into())
}

/// Reads one article of so many units of UTF-16, which `write` puts here by `TextEncoder.encodeInto`, twice where there was
/// too little room: it is many times faster than the glue's own copying of strings.
///
/// `receive` is called with the analysis in its flat form, words and text, and whether its `text` is the input itself;
/// then it is left out, since the caller still has that string, with any lone surrogate, which UTF-8 cannot carry. The
/// words are a view of this memory and good only for that call. What `receive` returns is the answer. `progress` is
/// called with the share done, up to 1.
///
/// # Errors
/// "bad-input: …" for bytes that are no UTF-8 and for options that are none; whatever `write` and `receive` throw.
#[wasm_bindgen(unchecked_return_type = "unknown")]
pub fn analyze(
    units: u32,
    #[wasm_bindgen(unchecked_param_type = "(bytes: Uint8Array) => { read: number; written: number }")] write: &Lent,
    #[wasm_bindgen(unchecked_param_type = "AnalyzeOptions | null | undefined")] options: JsValue,
    #[wasm_bindgen(unchecked_param_type = "((done: number) => void) | null | undefined")] progress: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "(...flat: FlatAnalysis) => unknown")] receive: &Lent,
) -> Result<JsValue, JsValue> {
    make_room(units as usize);
    let utf8 = utf8(units, write)?;
    let text = std::str::from_utf8(&utf8).map_err(bad_input)?;
    let raw = RawOptions::from(options)?;
    let timed = raw.user_timing;
    let options = raw.read()?;
    let progress = progress.dyn_ref::<Function>();
    #[cfg(feature = "crash-test")]
    crash_test(text);
    if timed {
        mark("copydesk:start");
    }
    let analysis = crate::analyze_watched(text, &options, |rooms| {
        if let Some(room) = ROOM_MARKS.get(rooms as usize - 1).filter(|_| timed) {
            mark(room);
        }
        if let Some(progress) = progress {
            // A progress bar that throws does not stop the reading.
            let _ = progress.call1(&JsValue::NULL, &(f64::from(rooms) / f64::from(crate::ROOMS)).into());
        }
    });
    known(options.include_blocks, analysis.blocks.len())?;
    let mut analysis = wire::to_utf16(analysis);
    let same = matches!(analysis.text, Cow::Borrowed(_));
    if same {
        analysis.text = Cow::Borrowed("");
    }
    let flat = wire::flat::flatten(&analysis).map_err(JsError::from)?;
    drop(analysis);
    if timed {
        mark("copydesk:wire");
    }
    receive.receive(&JsValue::UNDEFINED, &flat.words, &flat.text, same)
}

/// The analysis as `serde-wasm-bindgen` carries it: what the flat form is held against in tests.
///
/// # Errors
/// As [`analyze`].
#[cfg(feature = "crash-test")]
#[wasm_bindgen]
pub fn analyze_by_serde(utf8: &[u8], options: JsValue) -> Result<JsValue, JsError> {
    let text = std::str::from_utf8(utf8).map_err(bad_input)?;
    let raw = RawOptions::from(options)?;
    let options = raw.read()?;
    Ok(wire::to_utf16(crate::analyze(text, &options)).serialize(&SERIALIZER)?)
}

/// Words no article holds, which stand for the faults an engine may have.
#[cfg(feature = "crash-test")]
fn crash_test(text: &str) {
    match text {
        "\u{1}crash" => panic!("crash-test"),
        "\u{1}hang" => loop {
            std::hint::spin_loop();
        },
        _ => {}
    }
}

/// Spoken syllables of one English word.
#[wasm_bindgen]
#[must_use]
pub fn syllables(word: &str) -> u32 {
    readability::syllables(word)
}

/// Every formula from given counts.
///
/// # Errors
/// "bad-input: …" where a count is missing or no whole number.
#[wasm_bindgen(unchecked_return_type = "Scores")]
pub fn scores(#[wasm_bindgen(unchecked_param_type = "Counts")] counts: JsValue) -> Result<JsValue, JsError> {
    let counts = serde_wasm_bindgen::from_value(counts).map_err(bad_input)?;
    Ok(readability::scores(&counts).serialize(&SERIALIZER)?)
}

/// Every rule as `[room, name, reason]`, for a page that shows why.
///
/// # Errors
/// Only where JavaScript refuses to make an array.
#[wasm_bindgen(unchecked_return_type = "WireRule[]")]
pub fn rules() -> Result<JsValue, JsError> {
    Ok(rule::all().serialize(&SERIALIZER)?)
}
