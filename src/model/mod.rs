//! Trained weights and their reader. The first models come with the tagger; see `README.md` beside this file.

pub mod syllables;
