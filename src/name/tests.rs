//! Small readings with the names they should give.
