//! What can be wrong with a model file.

use std::fmt;

/// Why a model file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The file ends too early.
    Short {
        /// Bytes that must be there.
        needed: usize,
        /// Bytes that are there.
        found: usize,
    },
    /// The file is no model at all.
    Magic,
    /// The file is of another version.
    Version {
        /// The file's.
        found: u32,
        /// The reader's.
        known: u32,
    },
    /// The file was altered.
    Checksum {
        /// What the file says of itself.
        stated: u32,
        /// What its bytes give.
        found: u32,
    },
    /// A section lies outside the file.
    Section {
        /// Which one.
        name: [u8; 4],
        /// Its first byte.
        start: usize,
        /// Its length.
        length: usize,
        /// The length of the file.
        file: usize,
    },
    /// A section is not there.
    Missing {
        /// Which one.
        name: [u8; 4],
    },
    /// A section has a length that its kind cannot have.
    Size {
        /// Which one.
        name: [u8; 4],
        /// Its length.
        length: usize,
        /// The length it must have, or be a power-of-two multiple of.
        unit: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Short { needed, found } => write!(f, "the model has {found} bytes and needs {needed}"),
            Self::Magic => write!(f, "the file is no model: it does not begin with COPYDESK"),
            Self::Version { found, known } => write!(f, "the model is of version {found}, this reader knows {known}"),
            Self::Checksum { stated, found } => {
                write!(f, "the model was altered: its checksum is {found:08x}, it states {stated:08x}")
            }
            Self::Section { name, start, length, file } => write!(
                f,
                "section {} begins at byte {start} and has {length}, the file has {file}",
                name.escape_ascii()
            ),
            Self::Missing { name } => write!(f, "section {} is missing", name.escape_ascii()),
            Self::Size { name, length, unit } => {
                write!(f, "section {} has {length} bytes, which does not go into units of {unit}", name.escape_ascii())
            }
        }
    }
}

impl std::error::Error for Error {}
