//! Any bytes, as text whose kind is guessed.
#![no_main]

use copydesk::Format;
use copydesk_fuzz::{check, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(&text(bytes), Format::Auto));
