//! The boundary as JavaScript meets it. The same cases run in Node, in a browser and in a dedicated worker; which, the
//! environment says (`tools/test.mjs`).
#![cfg(target_arch = "wasm32")]

use copydesk::{Options, wasm, wire};
use js_sys::{Array, Error, JSON, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const ARTICLE: &str = "\u{201c}The fox \u{1f98a} is back,\u{201d} Ines Marlow said on March 3, 2024. Zoë Quill agreed.\n\nThe café closed.";

/// What a call gives that must not fail.
fn done<T>(result: Result<T, impl Into<JsValue>>) -> T {
    result.map_err(Into::into).expect("no error")
}

/// An option object from JSON.
fn options(json: &str) -> JsValue {
    done(JSON::parse(json))
}

fn get(object: &JsValue, key: &str) -> JsValue {
    done(Reflect::get(object, &key.into()))
}

/// An error as the package sees it: the message of an `Error`.
fn message<T>(result: Result<T, impl Into<JsValue>>) -> String {
    let error: JsValue = result.err().expect("an error").into();
    error.unchecked_into::<Error>().message().into()
}

/// Reads bytes as the package does and keeps what the engine lends: words, text and whether that is the input.
fn analyze(utf8: &[u8], given: JsValue, progress: &JsValue) -> Result<JsValue, JsValue> {
    let bytes = Uint8Array::from(utf8);
    let write = Closure::<dyn Fn(Uint8Array) -> Object>::new(move |room: Uint8Array| {
        room.set(&bytes, 0);
        let encoded = Object::new();
        for key in ["read", "written"] {
            done(Reflect::set(&encoded, &key.into(), &bytes.length().into()));
        }
        encoded
    });
    let receive = Closure::<dyn Fn(Uint32Array, JsValue, JsValue) -> Array>::new(|words: Uint32Array, text, same| {
        Array::of3(&words.slice(0, words.length()), &text, &same)
    });
    let units = utf8.len() as u32;
    wasm::analyze(units, write.as_ref().unchecked_ref(), given, progress, receive.as_ref().unchecked_ref())
}

/// Reads an article as the package does, the text left out where it is the input.
fn read(text: &str, given: &JsValue) -> JsValue {
    let answer = Array::from(&done(analyze(text.as_bytes(), given.clone(), &JsValue::UNDEFINED)));
    let words = answer.get(0).unchecked_into::<Uint32Array>().to_vec();
    let strings: Vec<u16> = answer.get(1).as_string().expect("a string").encode_utf16().collect();
    let object = Flat::new(&words, &strings).value();
    if answer.get(2).is_truthy() {
        done(Reflect::set(&object, &"text".into(), &JsValue::NULL));
    }
    object
}

/// What `pkg/flat.js` does, for tests that run without the package.
struct Flat<'a> {
    words: std::slice::Iter<'a, u32>,
    strings: Vec<String>,
    /// The keys of each shape.
    shapes: Vec<Vec<String>>,
}

impl<'a> Flat<'a> {
    fn new(words: &'a [u32], text: &[u16]) -> Self {
        let tables = words[0] as usize;
        let mut flat = Self { words: words[tables..].iter(), strings: Vec::new(), shapes: Vec::new() };
        let mut start = 0;
        for _ in 0..flat.next() {
            let end = flat.next() as usize;
            flat.strings.push(String::from_utf16(&text[start..end]).expect("no split surrogate pair"));
            start = end;
        }
        for _ in 0..flat.next() {
            let keys = flat.next() as usize;
            flat.shapes.push(flat.strings[keys].split(',').map(str::to_owned).collect());
        }
        flat.words = words[1..].iter();
        flat
    }

    fn next(&mut self) -> u32 {
        *self.words.next().expect("a word")
    }

    fn value(&mut self) -> JsValue {
        let word = self.next();
        let load = word >> 4;
        match word & 15 {
            0 => load.into(),
            1 => self.next().into(),
            2 => f64::from_bits(u64::from(self.next()) | u64::from(self.next()) << 32).into(),
            3 => self.strings[load as usize].as_str().into(),
            4 => {
                let object = Object::new();
                for key in self.shapes[load as usize].clone() {
                    let value = self.value();
                    done(Reflect::set(&object, &key.as_str().into(), &value));
                }
                object.into()
            }
            5 => (0..load).map(|_| self.value()).collect::<Array>().into(),
            6 => JsValue::NULL,
            kind => (kind == 8).into(),
        }
    }
}

fn json(value: &JsValue) -> String {
    done(JSON::stringify(value)).into()
}

#[wasm_bindgen_test]
fn what_leaves_is_what_the_core_read() {
    for text in [ARTICLE, "", " ", "plain", "\u{feff}x", "a\0b", "שלום עולם.", "1 < 2 & 3 > 2"] {
        let native = wire::to_utf16(copydesk::analyze(text, &Options::default()));
        // By way of JavaScript, where 1 and 1.0 are one number.
        let native = done(JSON::parse(&serde_json::to_string(&native).expect("JSON")));
        done(Reflect::set(&native, &"text".into(), &JsValue::NULL));
        assert_eq!(json(&read(text, &JsValue::UNDEFINED)), json(&native), "{text:?}");
    }
}

#[wasm_bindgen_test]
fn missing_values_are_null_and_never_undefined() {
    let object = read(ARTICLE, &JsValue::NULL);
    assert!(get(&object, "published").is_null() || get(&object, "published").is_object());
    let mut stack = vec![object];
    while let Some(value) = stack.pop() {
        assert!(!value.is_undefined(), "a field is undefined");
        assert!(!value.is_function(), "a field is a function");
        if let Ok(object) = value.dyn_into::<Object>() {
            stack.extend(Object::values(&object).iter());
        }
    }
}

#[wasm_bindgen_test]
fn records_are_plain_objects() {
    let object = read(ARTICLE, &JsValue::UNDEFINED);
    let prototype = Object::get_prototype_of(&object);
    assert_eq!(prototype, Object::get_prototype_of(&Object::new()));
    assert!(Array::is_array(&get(&object, "sentences")));
}

#[wasm_bindgen_test]
fn unchanged_text_is_left_with_the_caller() {
    assert!(get(&read(ARTICLE, &options(r#"{"format":"text"}"#)), "text").is_null());
    assert!(get(&read(ARTICLE, &options(r#"{"format":"markdown"}"#)), "text").is_null());
}

#[wasm_bindgen_test]
fn spans_count_utf16_code_units() {
    let text: Vec<u16> = ARTICLE.encode_utf16().collect();
    let sentences = Array::from(&get(&read(ARTICLE, &JsValue::UNDEFINED), "sentences"));
    assert!(sentences.length() > 0);
    let mut at = 0;
    for sentence in sentences.iter() {
        let span = get(&sentence, "span");
        let edge = |key| serde_json::from_str::<usize>(&json(&get(&span, key))).expect("an offset");
        let (start, end) = (edge("start"), edge("end"));
        assert!(at <= start && start < end && end <= text.len(), "{start}..{end}");
        let words = String::from_utf16(&text[start..end]).expect("no split surrogate pair");
        assert!(ARTICLE.contains(&words), "{words:?}");
        at = end;
    }
}

#[wasm_bindgen_test]
fn tokens_come_only_when_asked_for() {
    let absent = read(ARTICLE, &options(r#"{"tokens":false}"#));
    assert!(!done(Reflect::has(&absent, &"tokens".into())));
    assert!(Array::is_array(&get(&read(ARTICLE, &options(r#"{"tokens":true}"#)), "tokens")));
}

#[wasm_bindgen_test]
fn the_day_of_publication_comes_back() {
    let published = get(&read("No date here.", &options(r#"{"published":"2024-03-03"}"#)), "published");
    assert_eq!(get(&published, "value").as_string().as_deref(), Some("2024-03-03"));
    assert!(get(&published, "span").is_null());
}

#[wasm_bindgen_test]
fn wrong_options_are_the_callers_fault() {
    for json in [
        r#"{"format":"pdf"}"#,
        r#"{"format":3}"#,
        r#"{"published":"yesterday"}"#,
        r#"{"published":"2023-02-29"}"#,
        r#"{"published":20230101}"#,
        r#"{"tokens":"yes"}"#,
        r#""text""#,
        "3",
    ] {
        let result = analyze(b"Some text.", options(json), &JsValue::UNDEFINED);
        let message = message(result);
        assert!(message.starts_with("bad-input: "), "{json}: {message}");
    }
}

#[wasm_bindgen_test]
fn unknown_options_are_passed_over() {
    let object = read("Some text.", &options(r#"{"maxLength":5,"colour":"red","format":null}"#));
    assert!(object.is_object());
}

#[wasm_bindgen_test]
fn bytes_that_are_no_utf8_are_bad_input() {
    for bytes in [&b"\xff"[..], b"abc\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"] {
        let result = analyze(bytes, JsValue::UNDEFINED, &JsValue::UNDEFINED);
        let message = message(result);
        assert!(message.starts_with("bad-input: "), "{message}");
    }
}

#[wasm_bindgen_test]
fn progress_rises_to_one() {
    let told = Array::new();
    let push = Closure::<dyn FnMut(JsValue)>::new({
        let told = told.clone();
        move |done| {
            told.push(&done);
        }
    });
    done(analyze(ARTICLE.as_bytes(), JsValue::UNDEFINED, push.as_ref()));
    let told: Vec<f64> = told.iter().map(|done| done.as_f64().expect("a number")).collect();
    assert!(told.windows(2).all(|pair| pair[0] < pair[1]), "{told:?}");
    assert_eq!(told.last(), Some(&1.0));
}

#[wasm_bindgen_test]
fn progress_that_throws_does_not_stop_the_reading() {
    let throwing = Closure::<dyn Fn() -> Result<(), JsError>>::new(|| Err(JsError::new("no room for a bar")));
    let object = done(analyze(ARTICLE.as_bytes(), JsValue::UNDEFINED, throwing.as_ref()));
    assert!(object.is_object());
}

#[wasm_bindgen_test]
fn every_rule_has_a_room_a_name_and_a_reason() {
    let rules = Array::from(&done(wasm::rules()));
    assert!(rules.length() > 0);
    for rule in rules.iter() {
        let parts = Array::from(&rule);
        assert_eq!(parts.length(), 3);
        assert!(parts.iter().all(|part| part.as_string().is_some_and(|s| !s.is_empty())));
    }
}

#[wasm_bindgen_test]
fn scores_are_numbers_or_null() {
    let counts = options(
        r#"{"words":0,"sentences":0,"syllables":0,"letters":0,"strokes":0,"polysyllables":0,"monosyllables":0,
            "longWords":0,"miniwords":0,"fogComplex":0,"difficultDaleChall":0,"unfamiliarSpacheUnique":0}"#,
    );
    let scores = done(wasm::scores(counts));
    let values = Object::values(scores.unchecked_ref::<Object>());
    assert!(values.length() > 0);
    for score in values.iter() {
        let score: JsValue = score;
        assert!(score.is_null(), "nothing counted, nothing scored");
    }
}

#[wasm_bindgen_test]
fn counts_that_are_none_are_the_callers_fault() {
    for json in ["{}", "null", "[]", r#"{"words":-1}"#, r#"{"words":"many"}"#] {
        let message = message(wasm::scores(options(json)));
        assert!(message.starts_with("bad-input: "), "{json}: {message}");
    }
}

#[wasm_bindgen_test]
fn syllables_of_nothing_are_none() {
    assert_eq!(wasm::syllables(""), 0);
    assert!(wasm::syllables("mayor") > 0);
}

#[wasm_bindgen_test]
fn hostile_texts_get_an_answer() {
    let quotes = "\"".repeat(20_000);
    let nested = "<div>".repeat(20_000);
    for text in
        ["\0", "\u{202e}abc\u{202c}", "\u{fffd}\u{fffd}", "[](", "****", "<script>", "\r\n\r\n", &quotes, &nested]
    {
        for format in ["auto", "text", "markdown", "html"] {
            assert!(read(text, &options(&format!(r#"{{"format":"{format}"}}"#))).is_object());
        }
    }
}
