//! The bulk of an analysis as two flat pieces, words and text, from which `pkg/flat.js` builds the same plain objects
//! that `serde-wasm-bindgen` would. Crossing the boundary once for all is several times faster than once for each
//! value; the records derive `Serialize` as before, so the shapes have one home.
//!
//! A value is one word of 32 bits, its kind in the low four and its load above:
//!
//! ```text
//! 0 NUMBER    the number itself           4 SHAPE    a record: a value for each of its keys follows
//! 1 WIDE      a number in the next word   5 ROW      an array: so many values follow
//! 2 FLOAT     in the next two, low first  6 NULL
//! 3 STRING    the number of the string    7 FALSE    8 TRUE
//! ```
//!
//! The first word tells how many words there are before the tables, which come last: how many strings, where each ends in
//! the text (UTF-16); how many shapes, and for each the number of the string that holds its keys with commas between them.

use rustc_hash::FxHashMap;
use std::{fmt, ptr};

use serde::{Serialize, ser};

const NUMBER: u32 = 0;
const WIDE: u32 = 1;
const FLOAT: u32 = 2;
const STRING: u32 = 3;
const SHAPE: u32 = 4;
const ROW: u32 = 5;
const NULL: u32 = 6;
const FALSE: u32 = 7;
const TRUE: u32 = 8;
/// Bits of a word that tell its kind.
const KIND: u32 = 4;

/// A value in two pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flat {
    /// Values and tables.
    pub words: Vec<u32>,
    /// Every different string once, one after another.
    pub text: String,
}

/// Flattens a value.
///
/// # Errors
/// When the value holds what no record of an analysis does: maps, bytes, numbers over 32 bits, variants with fields.
pub fn flatten(value: &impl Serialize) -> Result<Flat, Error> {
    let mut out = Writer {
        words: vec![0],
        text: String::new(),
        ends: Vec::new(),
        strings: FxHashMap::default(),
        names: [None; NAMES],
        shapes: Vec::new(),
        known: Vec::new(),
    };
    value.serialize(&mut out)?;
    let shapes: Vec<u32> = std::mem::take(&mut out.shapes).iter().map(|keys| out.string(keys)).collect();
    let Writer { mut words, text, ends, .. } = out;
    words[0] = words.len() as u32;
    words.push(ends.len() as u32);
    words.extend(ends);
    words.push(shapes.len() as u32);
    words.extend(shapes);
    Ok(Flat { words, text })
}

/// Why a value has no flat form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no flat form: {}", self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// How many names of the program are known by their place; a power of two.
const NAMES: usize = 256;

struct Writer {
    words: Vec<u32>,
    text: String,
    /// Where each string ends, in UTF-16 units.
    ends: Vec<u32>,
    strings: FxHashMap<String, u32>,
    /// Strings of the program, by where they stand in it: nearly all strings are the same few dozen, and to find one so
    /// spares reading it. Where two want one place, the later one has it.
    names: [Option<(&'static str, u32)>; NAMES],
    /// The keys of every shape, with commas between them.
    shapes: Vec<String>,
    /// Shapes by the name of their record, as it stands in the program, and the number of keys, for fields may be left out.
    known: Vec<(&'static str, usize, u32)>,
}

impl Writer {
    fn put(&mut self, kind: u32, load: u32) {
        self.words.push(load << KIND | kind);
    }

    fn string(&mut self, string: &str) -> u32 {
        if let Some(&known) = self.strings.get(string) {
            return known;
        }
        let number = self.ends.len() as u32;
        let units = if string.is_ascii() { string.len() } else { string.encode_utf16().count() };
        self.ends.push(self.ends.last().copied().unwrap_or(0) + units as u32);
        self.text.push_str(string);
        self.strings.insert(string.to_owned(), number);
        number
    }

    /// A string of the program.
    fn name(&mut self, name: &'static str) -> u32 {
        let hash = (name.as_ptr().addr() as u32).wrapping_mul(0x9e37_79b9);
        let place = hash as usize >> (32 - NAMES.ilog2());
        match self.names[place] {
            Some((known, number)) if ptr::eq(known, name) => number,
            _ => {
                let number = self.string(name);
                self.names[place] = Some((name, number));
                number
            }
        }
    }

    fn number(&mut self, number: u32) {
        if number >> (32 - KIND) == 0 {
            self.put(NUMBER, number);
        } else {
            self.put(WIDE, 0);
            self.words.push(number);
        }
    }
}

/// One record under way.
struct Record<'w> {
    writer: &'w mut Writer,
    shape: u32,
    /// The shape is new: its keys are being learned.
    learning: bool,
}

impl ser::SerializeStruct for Record<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.learning {
            let keys = &mut self.writer.shapes[self.shape as usize];
            keys.extend((!keys.is_empty()).then_some(','));
            keys.push_str(key);
        }
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

fn refuse<T>(what: &str) -> Result<T, Error> {
    Err(Error(what.to_owned()))
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeStruct = Record<'w>;
    type SerializeTuple = ser::Impossible<(), Error>;
    type SerializeTupleStruct = ser::Impossible<(), Error>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = ser::Impossible<(), Error>;
    type SerializeStructVariant = ser::Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(if value { TRUE } else { FALSE }, 0);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.number(u32::from(value));
        Ok(())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.number(u32::from(value));
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.number(value);
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        u32::try_from(value).or_else(|_| refuse("a number over 32 bits")).map(|value| self.number(value))
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        let bits = value.to_bits();
        self.put(FLOAT, 0);
        self.words.extend([bits as u32, (bits >> 32) as u32]);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        let string = self.string(value);
        self.put(STRING, string);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.put(NULL, 0);
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    // Apart: made part of every variant of every kind it was a kilobyte and a half.
    #[inline(never)]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        let name = self.name(variant);
        self.put(STRING, name);
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Error> {
        let Some(len) = len else { return refuse("an array of unknown length") };
        self.put(ROW, len as u32);
        Ok(self)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Record<'w>, Error> {
        let known = self.known.iter().position(|shape| ptr::eq(shape.0, name) && shape.1 == len);
        let shape = known.map_or(self.shapes.len() as u32, |at| self.known[at].2);
        if let Some(at) = known {
            // What is asked for moves to the front: records come in long runs of a few kinds.
            self.known.swap(at, at / 2);
        } else {
            self.shapes.push(String::new());
            self.known.push((name, len, shape));
        }
        self.put(SHAPE, shape);
        Ok(Record { writer: self, shape, learning: known.is_none() })
    }

    fn serialize_i8(self, _: i8) -> Result<(), Error> {
        refuse("a signed number")
    }

    fn serialize_i16(self, _: i16) -> Result<(), Error> {
        refuse("a signed number")
    }

    fn serialize_i32(self, _: i32) -> Result<(), Error> {
        refuse("a signed number")
    }

    fn serialize_i64(self, _: i64) -> Result<(), Error> {
        refuse("a signed number")
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        refuse("bytes")
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        refuse("a variant with a value")
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        refuse("a tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        refuse("a tuple")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        refuse("a variant with fields")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        refuse("a map")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        refuse("a variant with fields")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Pair {
        first: u32,
        second: Option<f64>,
    }

    #[test]
    fn records_share_a_shape_and_strings_stand_once() {
        let flat = flatten(&[Pair { first: 7, second: None }, Pair { first: u32::MAX, second: Some(0.5) }].as_slice());
        let bits = 0.5_f64.to_bits();
        let values =
            [11, 2 << 4 | ROW, SHAPE, 7 << 4, NULL, SHAPE, WIDE, u32::MAX, FLOAT, bits as u32, (bits >> 32) as u32];
        let tables = [1, 12, 1, 0];
        assert_eq!(flat, Ok(Flat { words: [values.as_slice(), &tables].concat(), text: "first,second".into() }));
        let names = flatten(&["é😀", "x", "é😀"].as_slice());
        assert_eq!(
            names.map(|flat| flat.words),
            Ok(vec![5, 3 << 4 | ROW, STRING, 1 << 4 | STRING, STRING, 2, 3, 4, 0])
        );
    }

    #[test]
    fn what_no_record_holds_is_refused() {
        assert_eq!(flatten(&(1_u8, 2_u8)).map_err(|e| e.to_string()), Err("no flat form: a tuple".into()));
        assert!(flatten(&-1).is_err() && flatten(&u64::MAX).is_err());
    }
}
