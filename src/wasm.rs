//! The boundary: the only module that knows JavaScript.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Day, Format, Options, readability, rule, wire};

/// Missing values leave as `null`, never as `undefined`, so that JSON keeps every field.
const SERIALIZER: Serializer = Serializer::new().serialize_missing_as_null(true);

/// Options as JavaScript gives them; the package has checked their types before.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct RawOptions {
    format: Option<String>,
    published: Option<String>,
    include_furniture: bool,
    tokens: bool,
}

impl RawOptions {
    fn read(self) -> Result<Options, JsError> {
        let format = match self.format.as_deref() {
            None | Some("auto") => Format::Auto,
            Some("text") => Format::Text,
            Some("markdown") => Format::Markdown,
            Some("html") => Format::Html,
            Some(other) => return Err(JsError::new(&format!("bad-input: unknown format {other:?}"))),
        };
        let published = match self.published {
            None => None,
            Some(iso) => match Day::parse(&iso) {
                Some(day) => Some(day),
                None => return Err(JsError::new(&format!("bad-input: published is no ISO 8601 day: {iso:?}"))),
            },
        };
        Ok(Options { format, published, include_furniture: self.include_furniture, tokens: self.tokens })
    }
}

/// Sends panics to the console with their message; a bare trap says nothing.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

/// Reads one article.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "AnalyzeOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    let raw: RawOptions = if options.is_undefined() || options.is_null() {
        RawOptions::default()
    } else {
        serde_wasm_bindgen::from_value(options).map_err(|e| JsError::new(&format!("bad-input: {e}")))?
    };
    let analysis = wire::to_utf16(crate::analyze(text, &raw.read()?));
    Ok(analysis.serialize(&SERIALIZER)?)
}

/// Spoken syllables of one English word.
#[wasm_bindgen]
#[must_use]
pub fn syllables(word: &str) -> u32 {
    readability::syllables(word)
}

/// Every formula from given counts.
#[wasm_bindgen(unchecked_return_type = "Scores")]
pub fn scores(#[wasm_bindgen(unchecked_param_type = "Counts")] counts: JsValue) -> Result<JsValue, JsError> {
    let counts = serde_wasm_bindgen::from_value(counts).map_err(|e| JsError::new(&format!("bad-input: {e}")))?;
    Ok(readability::scores(&counts).serialize(&SERIALIZER)?)
}

/// Every rule as `[room, name, reason]`, for a page that shows why.
#[wasm_bindgen(unchecked_return_type = "[string, string, string][]")]
pub fn rules() -> Result<JsValue, JsError> {
    Ok(rule::all().serialize(&SERIALIZER)?)
}
