//! A stretch of the article as a reader sees it: without the markup inside.

use std::borrow::Cow;

use crate::span::Span;

/// The words of a span with markup residue taken out, and the way back to the article's offsets.
#[derive(Clone, Debug)]
pub struct Visible<'t> {
    /// The words.
    pub text: Cow<'t, str>,
    origin: u32,
    /// Where residue was taken out: the offset in `text`, and how much is missing up to there.
    seams: Vec<(u32, u32)>,
}

impl<'t> Visible<'t> {
    /// Looks at `span` of the article's `text`, seeing through `residue`.
    #[must_use]
    pub fn new(text: &'t str, residue: &[Span], span: Span) -> Self {
        let first = residue.partition_point(|r| r.end <= span.start);
        let inside = residue.get(first..).unwrap_or(&[]).iter().take_while(|r| r.start < span.end);
        let mut seams = Vec::new();
        let mut words = String::new();
        let (mut at, mut missing) = (span.start, 0);
        for hidden in inside {
            let (start, end) = (hidden.start.max(at), hidden.end.min(span.end));
            if end > start {
                if seams.is_empty() {
                    words.reserve(span.len() as usize);
                }
                words.push_str(Span::new(at, start).of(text));
                missing += end - start;
                seams.push((words.len() as u32, missing));
                at = end;
            }
        }
        if seams.is_empty() {
            return Self { text: Cow::Borrowed(span.of(text)), origin: span.start, seams };
        }
        words.push_str(Span::new(at, span.end).of(text));
        Self { text: Cow::Owned(words), origin: span.start, seams }
    }

    /// The article's offset of the character that begins at `at`.
    #[must_use]
    pub fn start(&self, at: usize) -> u32 {
        let at = at as u32;
        self.origin + at + self.missing(self.seams.partition_point(|seam| seam.0 <= at))
    }

    /// The article's offset where the character before `at` ends.
    #[must_use]
    pub fn end(&self, at: usize) -> u32 {
        let at = at as u32;
        self.origin + at + self.missing(self.seams.partition_point(|seam| seam.0 < at))
    }

    /// Where the article's offset `at` lies in `text`.
    #[must_use]
    pub fn of(&self, at: u32) -> usize {
        let at = at.saturating_sub(self.origin);
        let hidden = self.seams.partition_point(|seam| seam.0 + seam.1 <= at);
        at.saturating_sub(self.missing(hidden)) as usize
    }

    /// The article's span of what stands between two offsets of `text`.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        if self.seams.is_empty() {
            return Span::new(self.origin + start as u32, self.origin + end as u32);
        }
        Span::new(self.start(start), self.end(end))
    }

    /// The first seam that lies strictly between two offsets of `text`.
    #[must_use]
    pub fn seam_between(&self, start: usize, end: usize) -> Option<usize> {
        if self.seams.is_empty() {
            return None;
        }
        let next = self.seams.get(self.seams.partition_point(|seam| seam.0 as usize <= start))?.0 as usize;
        (next < end).then_some(next)
    }

    fn missing(&self, seams: usize) -> u32 {
        seams.checked_sub(1).and_then(|last| self.seams.get(last)).map_or(0, |seam| seam.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_seen_through_and_offsets_lead_back() {
        let text = "See **the** [map](x).";
        let residue = [Span::new(4, 6), Span::new(9, 11), Span::new(12, 13), Span::new(16, 20)];
        let seen = Visible::new(text, &residue, Span::at(0, text.len()));
        assert_eq!(seen.text, "See the map.");
        assert_eq!((seen.start(4), seen.end(7)), (6, 9));
        assert_eq!((seen.start(8), seen.end(11)), (13, 16));
        assert_eq!((seen.start(11), seen.end(12)), (20, 21));
        assert_eq!((seen.of(0), seen.of(6), seen.of(13), seen.of(20)), (0, 4, 8, 11));
        assert_eq!(seen.seam_between(8, 12), Some(11));
        assert_eq!(seen.seam_between(8, 11), None);
    }

    #[test]
    fn without_markup_nothing_is_copied() {
        let seen = Visible::new("The mayor left.", &[], Span::new(4, 9));
        assert!(matches!(seen.text, Cow::Borrowed("mayor")));
        assert_eq!((seen.start(0), seen.end(5)), (4, 9));
    }
}
