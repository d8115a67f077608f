//! Any bytes, as Markdown.
#![no_main]

use copydesk::Format;
use copydesk_fuzz::{check, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(&text(bytes), Format::Markdown));
