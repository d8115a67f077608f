//! A hashed set of words, each with a class: what the training corpora knew of it.

use super::{Error, Model};

/// Words by hash: sixteen bits of it stand guard, one byte is the class. A word may lie up to `REACH` slots behind its
/// own; the farther, the fuller the table can be, and the longer it takes to miss. It is part of the format.
#[derive(Clone, Copy, Debug)]
pub struct Words<'m, const REACH: usize> {
    guards: &'m [u8],
    classes: &'m [u8],
    shift: u32,
}

impl<'m, const REACH: usize> Words<'m, REACH> {
    /// Takes the guards from one section and the classes from another.
    ///
    /// # Errors
    ///
    /// When one is missing, or the number of slots is no power of two, or the two do not fit each other.
    pub fn new(model: &Model<'m>, guards: &[u8; 4], classes: &[u8; 4]) -> Result<Self, Error> {
        let (guard_bytes, class_bytes) = (model.section(guards)?, model.section(classes)?);
        let slots = class_bytes.len();
        if !slots.is_power_of_two() || slots < 2 {
            return Err(Error::Size { name: *classes, length: slots, unit: 2 });
        }
        if guard_bytes.len() != slots * 2 {
            return Err(Error::Size { name: *guards, length: guard_bytes.len(), unit: slots * 2 });
        }
        Ok(Self { guards: guard_bytes, classes: class_bytes, shift: 32 - slots.trailing_zeros() })
    }

    /// The class of the word with this hash, 0 when it is not there.
    #[inline]
    #[must_use]
    pub fn class(&self, hash: u32) -> u8 {
        // A power of two.
        let last = self.classes.len() - 1;
        for step in 0..REACH {
            let slot = ((hash >> self.shift) as usize + step) & last;
            match self.classes.get(slot) {
                None | Some(0) => return 0,
                Some(&class) if self.guards.get(slot * 2..slot * 2 + 2) == Some(&guard(hash)) => return class,
                Some(_) => {}
            }
        }
        0
    }

    /// Lays out guards and classes for `words`, in as few slots as give every word a place within reach.
    #[cfg(any(test, feature = "train"))]
    #[must_use]
    pub fn lay_out(words: &[(u32, u8)]) -> (Vec<u8>, Vec<u8>) {
        let mut bits = (words.len().max(1) * 5 / 4).next_power_of_two().trailing_zeros().max(1);
        'larger: loop {
            let slots = 1_usize << bits;
            let (mut guards, mut classes) = (vec![0; slots * 2], vec![0; slots]);
            for &(hash, class) in words {
                let home = (hash >> (32 - bits)) as usize;
                let Some(slot) = (0..REACH).map(|step| (home + step) % slots).find(|&slot| classes[slot] == 0) else {
                    bits += 1;
                    continue 'larger;
                };
                classes[slot] = class;
                guards[slot * 2..slot * 2 + 2].copy_from_slice(&guard(hash));
            }
            return (guards, classes);
        }
    }
}

/// The bits of the hash that choose no slot.
const fn guard(hash: u32) -> [u8; 2] {
    (hash as u16).to_le_bytes()
}
