//! Dates: absolute and relative, resolved against the day of publication.

use crate::analysis::{DateMention, Published};
use crate::calendar::Day;
use crate::reading::Reading;

/// Finds every date and the day of publication; `published` overrides the article's own date line.
pub(super) fn find(_reading: &Reading<'_>, published: Option<Day>) -> (Vec<DateMention>, Option<Published>) {
    (Vec::new(), published.map(|day| Published { span: None, value: day.to_string() }))
}
