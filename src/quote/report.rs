//! Reports: a cue, its source and what it reports, found line by line.

use std::ops::Range;

use super::content::Page;
use super::phrase::{Subject, chunk, coordinated, subject_after, subject_before, verb_start};
use super::rules::Rule;
use super::words::{Cat, Verb};
use crate::analysis::BlockKind;

/// One act of reporting.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The units of the cue.
    pub cue: Range<usize>,
    /// Its dictionary form.
    pub lemma: &'static str,
    /// The units that name the source.
    pub source: Option<Source>,
    /// The statement, in one or several stretches of units.
    pub pieces: Vec<Range<usize>>,
    /// What found it.
    pub rule: Rule,
    /// Units that may name the outlet.
    pub via: Option<Range<usize>>,
    /// Whether the verb tells of speech rather than belief; without quoted words, belief is no statement.
    pub speech: bool,
}

/// Who a statement is laid to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The words next to the cue.
    pub mention: Range<usize>,
    /// The words with all that is added to them.
    pub whole: Range<usize>,
    /// For "who", what it stands for.
    pub stands_for: Option<Range<usize>>,
}

impl Source {
    fn plain(units: Range<usize>) -> Self {
        Self { mention: units.clone(), whole: units, stands_for: None }
    }
}

/// Finds the reports of one line.
pub(super) fn find(page: Page<'_, '_>, line: &Range<usize>, out: &mut Vec<Report>) {
    let mut walk = Walk { page, line: line.clone(), from: out.len(), covered: line.start };
    let mut i = line.start;
    while i < line.end {
        if i >= walk.covered {
            if let Some(report) = walk.at(i, out) {
                let reach = report.pieces.iter().filter(|p| p.start > i).map(|p| p.end).max().unwrap_or(i);
                walk.covered = walk.covered.max(reach);
                walk.push(report, out);
            }
        }
        i += 1;
    }
}

struct Walk<'r, 'a> {
    page: Page<'r, 'a>,
    line: Range<usize>,
    /// Index of the line's first report.
    from: usize,
    /// Everything before it is already part of a statement to the right of its cue.
    covered: usize,
}

impl Walk<'_, '_> {
    /// A statement that lies wholly inside what a later cue reports belongs to that cue; but words in marks keep the
    /// one who spoke them, and a source named with "according to" then only relays them.
    fn push(&self, report: Report, out: &mut Vec<Report>) {
        let inside = |inner: &Report| {
            inner.pieces.iter().all(|p| report.pieces.iter().any(|q| q.start <= p.start && p.end <= q.end))
        };
        let line = self.from..out.len();
        if report.rule == Rule::AccordingTo {
            let direct =
                out[line.clone()].iter_mut().find(|r| matches!(r.rule, Rule::QuoteNameVerb | Rule::QuoteVerbName));
            if let Some(direct) = direct {
                direct.via = direct.via.take().or_else(|| report.source.as_ref().map(|s| s.mention.clone()));
                return;
            }
        }
        if matches!(report.rule, Rule::Parenthetical | Rule::AccordingTo | Rule::QuoteNameVerb | Rule::QuoteVerbName) {
            let kept: Vec<Report> = out.drain(line).filter(|r| !inside(r)).collect();
            out.extend(kept);
        }
        out.push(report);
    }

    fn cat(&self, i: usize) -> Cat {
        if i < self.line.start || i >= self.line.end { Cat::Stop } else { self.page.lines.cat(i) }
    }

    /// "Anna Reis: Growth will slow": a headline that gives a name, a colon and what its bearer says.
    fn headline(&self) -> Option<Report> {
        let start = self.line.start;
        let token = self.page.lines.units.get(start)?.start as usize;
        let block = self.page.reading.block_of(self.page.reading.sentence_of(token))?;
        let name = chunk(self.page.lines, start, self.line.end.min(start + 10));
        let headed = !name.is_empty() && self.cat(name.end - 1) == Cat::Name && self.cat(name.end) == Cat::Colon;
        let title = matches!(block.kind, BlockKind::Headline | BlockKind::Subheading);
        if !headed || !title || self.page.is_place(&name) {
            return None;
        }
        let from = name.end + 1;
        let piece = from..self.page.end_of(from, self.line.end);
        (piece.len() >= 3 && self.is_clause(piece.start, piece.end)).then(|| Report {
            cue: name.end..name.end + 1,
            lemma: ":",
            source: Some(Source::plain(name)),
            pieces: Vec::from_iter([piece]),
            rule: Rule::ColonLabel,
            via: None,
            speech: true,
        })
    }

    fn at(&self, i: usize, out: &[Report]) -> Option<Report> {
        if i == self.line.start {
            if let Some(report) = self.headline() {
                return Some(report);
            }
        }
        let unit = self.page.lines.units.get(i)?;
        if self.page.word(i).eq_ignore_ascii_case("according") && self.cat(i + 1) == Cat::To {
            return self.according(i, out);
        }
        let verb = unit.verb?;
        match unit.cat {
            Cat::Verb => self.finite(i, verb, out),
            Cat::Ing => self.participle(i, verb, out),
            Cat::Noun | Cat::Name | Cat::Adj | Cat::Other => {
                if self.is_verb_after_all(i) {
                    self.finite(i, verb, out)
                } else {
                    self.noun(i, verb)
                }
            }
            _ => None,
        }
    }

    /// A noun by its tag that stands where only a verb can: "Marlow claims the", "…," claims Marlow.
    fn is_verb_after_all(&self, i: usize) -> bool {
        let before = if i == self.line.start { Cat::Stop } else { self.cat(i - 1) };
        let after = self.cat(i + 1);
        let unit = &self.page.lines.units[i];
        if unit.cat != Cat::Name
            && unit.verb.is_some_and(|v| !v.is('n') && !v.is('b'))
            && !self.page.word(i).ends_with("ing")
        {
            return matches!(
                before,
                Cat::Name
                    | Cat::Pron
                    | Cat::Rel
                    | Cat::Quote
                    | Cat::Noun
                    | Cat::Adv
                    | Cat::Comma
                    | Cat::Aux
                    | Cat::And
                    | Cat::PronObj
                    | Cat::Close
                    | Cat::Dash
                    | Cat::But
                    | Cat::To
            );
        }
        let opens = matches!(
            after,
            Cat::That | Cat::Det | Cat::Pron | Cat::PronPoss | Cat::PronObj | Cat::Quote | Cat::Colon | Cat::Whether
        );
        match before {
            Cat::Name | Cat::Pron | Cat::Rel => opens || after.is_break(),
            Cat::Quote => opens || after == Cat::Name,
            Cat::Noun | Cat::Comma | Cat::Adv => {
                matches!(after, Cat::That | Cat::Quote | Cat::Pron | Cat::Whether)
                    && self.page.lines.units[i].cat != Cat::Adj
            }
            _ => false,
        }
    }

    /// "according to the minutes, …" and "…, according to the minutes".
    fn according(&self, i: usize, out: &[Report]) -> Option<Report> {
        let phrase = subject_after(self.page.lines, i + 2, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let mut end = phrase.end;
        // An addition between commas belongs to the source when the sentence begins with the cue.
        let opens = i == self.line.start || matches!(self.cat(i - 1), Cat::And | Cat::But);
        let mut pieces = Vec::new();
        if opens {
            while end < self.line.end && self.cat(end) != Cat::Comma && end - i < 40 {
                end += 1;
            }
            while self.cat(end) == Cat::Comma && self.is_apposition(end + 1) {
                end += 1;
                while end < self.line.end && self.cat(end) != Cat::Comma && end - i < 60 {
                    end += 1;
                }
            }
            let from = (end + 1).min(self.line.end);
            pieces.push(from..self.page.end_of(from, self.line.end));
        } else {
            let to = if self.cat(i - 1) == Cat::Comma { i - 1 } else { i };
            pieces.push(self.outer_start(to, out)..to);
            if self.cat(end) == Cat::Comma
                && self.cat(i - 1) == Cat::Comma
                && self.page.has_verb(end + 1..self.line.end)
            {
                let from = end + 1;
                if !matches!(self.cat(from), Cat::Rel | Cat::Ing | Cat::Det | Cat::Name | Cat::And) {
                    pieces.push(from..self.page.end_of(from, self.line.end));
                }
            }
        }
        pieces.retain(|p| p.start < p.end);
        Some(Report {
            cue: i..i + 2,
            lemma: "according to",
            source: Some(Source {
                mention: phrase.clone(),
                whole: phrase.start..end.max(phrase.end),
                stands_for: None,
            }),
            pieces,
            rule: Rule::AccordingTo,
            via: None,
            speech: true,
        })
    }

    /// After a comma: a name or noun phrase up to the next comma, without a verb of its own.
    fn is_apposition(&self, from: usize) -> bool {
        if matches!(self.cat(from), Cat::Rel | Cat::Of) {
            return true;
        }
        let mut i = from;
        while i < self.line.end && i - from < 30 && self.cat(i) != Cat::Comma {
            if matches!(self.cat(i), Cat::Verb | Cat::Aux | Cat::Pron) {
                return false;
            }
            i += 1;
        }
        self.cat(i) == Cat::Comma
    }

    /// Where a statement begins that may take in the reports before it: the line's start, unless one of them has words
    /// in marks.
    fn outer_start(&self, to: usize, out: &[Report]) -> usize {
        let quoted = out
            .get(self.from..)
            .unwrap_or_default()
            .iter()
            .any(|r| r.pieces.iter().flat_map(Clone::clone).any(|u| self.cat(u) == Cat::Quote));
        if quoted {
            return self.content_start(to);
        }
        let first = self.line.start + usize::from(matches!(self.cat(self.line.start), Cat::Dash | Cat::Comma));
        (first..to).rev().take(160).find(|&i| self.cat(i) == Cat::Semi).map_or(first, |semi| semi + 1)
    }

    /// Where a statement that ends before `to` begins: the line's start, or after what another cue reports.
    fn content_start(&self, to: usize) -> usize {
        let mut start = self.line.start.max(self.covered.min(to));
        while start < to
            && matches!(self.cat(start), Cat::Comma | Cat::And | Cat::But | Cat::Semi | Cat::Stop | Cat::Dash)
        {
            start += 1;
        }
        // A semicolon begins a new statement.
        (start..to).rev().take(160).find(|&i| self.cat(i) == Cat::Semi).map_or(start, |semi| semi + 1)
    }

    fn passive(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|i| {
            self.cat(i) == Cat::Aux
                && matches!(
                    self.page.word(i),
                    "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "’s" | "'re" | "get" | "got"
                )
        }) && !self.page.word(verb).ends_with("ing")
    }

    fn finite(&self, i: usize, verb: Verb, out: &[Report]) -> Option<Report> {
        let lines = self.page.lines;
        let start = verb_start(lines, self.line.start, i);
        if self.passive(start, i) || self.page.word(i + 1) == "by" {
            return self.by_agent(i, verb);
        }
        if start > self.line.start && self.cat(start - 1) == Cat::Comma {
            if let Some(report) = self.inverted(i, verb, start).filter(|_| self.closes_line(i + 1)) {
                return Some(report);
            }
        }
        if verb.is('n')
            && self.page.word(i) == verb.lemma
            && self.cat(i + 1) == Cat::Noun
            && self.another_speaks(i + 2..self.line.end.min(i + 5))
        {
            // "state news agencies said": a noun after all.
            return None;
        }
        let quote_left = self.quote_ends_at(start);
        if let Some(quote) = quote_left.clone() {
            let after = if self.cat(i + 1) == Cat::Adv { i + 2 } else { i + 1 };
            let phrase = subject_after(lines, after, self.line.end);
            let voiced = verb.is('s') || verb.is('m') || verb.is('t') || verb.is('q');
            let it = phrase.len() == 1 && self.page.word(phrase.start) == "it";
            if !phrase.is_empty() && voiced && !it && self.cat(after) != Cat::That {
                let whole = phrase.start..self.addition_end(phrase.end);
                let source = Source { mention: phrase, whole: whole.clone(), stands_for: None };
                return Some(self.around(i, verb, Some(source), quote, whole.end, Rule::QuoteVerbName));
            }
        }
        match subject_before(lines, self.line.start, start) {
            Subject::Phrase { mention, whole } => {
                let source = Source { mention, whole: whole.clone(), stands_for: None };
                if let Some(quote) = self.quote_ends_at(whole.start) {
                    return Some(self.around(i, verb, Some(source), quote, i + 1, Rule::QuoteNameVerb));
                }
                if let Some(report) = self.parenthetical(i, verb, &source) {
                    return Some(report);
                }
                self.forward(i, verb, Some(source), Rule::ReportedClause)
            }
            Subject::Relative { who, antecedent } => {
                let source = Source { mention: who..who + 1, whole: who..who + 1, stands_for: antecedent };
                self.forward(i, verb, Some(source), Rule::RelativeClause)
            }
            Subject::Shared => {
                let line = out.get(self.from..).unwrap_or_default();
                let near = line.last().filter(|r| r.pieces.iter().any(|p| p.end <= start && start - p.end <= 2));
                if let Some(source) = near.and_then(|r| r.source.clone()) {
                    return self.forward(i, verb, Some(source), Rule::SharedSubject);
                }
                let joined = coordinated(lines, self.line.start, start.saturating_sub(1)).map(Source::plain);
                let source = joined.or_else(|| self.subject_of_line(i, out));
                self.forward(i, verb, source, Rule::SharedSubject)
            }
            Subject::Missing => {
                if let Some(report) = self.inverted(i, verb, start) {
                    return Some(report);
                }
                if let Some(quote) = quote_left {
                    return Some(self.around(i, verb, None, quote, i + 1, Rule::QuoteVerbName));
                }
                None
            }
        }
    }

    /// The quotation that ends right before `i`, a comma or dash aside; several in a row are one.
    fn quote_ends_at(&self, i: usize) -> Option<Range<usize>> {
        let mut end = i;
        if end > self.line.start && matches!(self.cat(end - 1), Cat::Comma | Cat::Dash | Cat::Adv) {
            end -= 1;
        }
        if end <= self.line.start || self.cat(end - 1) != Cat::Quote {
            return None;
        }
        // Without a comma inside or outside, the quoted words are a phrase of the sentence itself.
        if end == i && !self.page.ends_inside(end - 1) && end - 1 > self.line.start {
            return None;
        }
        let mut start = end - 1;
        while start > self.line.start && self.cat(start - 1) == Cat::Quote {
            start -= 1;
        }
        Some(start..end)
    }

    /// `…, said economists.`: a clause, a comma, the verb, its subject, the end.
    fn inverted(&self, i: usize, verb: Verb, start: usize) -> Option<Report> {
        if !verb.is('s') {
            return None;
        }
        let after = if self.cat(i + 1) == Cat::Adv { i + 2 } else { i + 1 };
        let phrase = subject_after(self.page.lines, after, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let end = self.addition_end(phrase.end);
        let source = Source { mention: phrase, whole: after..end, stands_for: None };
        if start == self.line.start || self.cat(start - 1) != Cat::Comma {
            let opens = start == self.line.start && matches!(self.cat(end), Cat::Colon | Cat::Quote | Cat::Comma);
            return opens.then(|| self.forward_from(i, verb, Some(source), Rule::VerbNameQuote, end)).flatten();
        }
        if !matches!(self.cat(end), Cat::Stop | Cat::Comma | Cat::Semi) {
            return None;
        }
        let left = self.content_start(start - 1)..start - 1;
        (left.start < left.end && self.page.has_verb(left.clone())).then(|| Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source: Some(source),
            pieces: vec![left],
            rule: Rule::Parenthetical,
            via: None,
            speech: !verb.is('b'),
        })
    }

    /// After an inverted verb nothing but its subject and additions to it may come: no verb outside a relative clause.
    fn closes_line(&self, from: usize) -> bool {
        let mut relative = false;
        for i in from..self.line.end.min(from + 60) {
            match self.cat(i) {
                Cat::Rel => relative = true,
                Cat::Stop | Cat::Semi => return true,
                Cat::Pron if i == from => {}
                Cat::Verb | Cat::Aux | Cat::That | Cat::Pron | Cat::Quote if !relative => return false,
                _ => {}
            }
        }
        true
    }

    /// Passes "of the union", "who spoke on condition of anonymity" and appositions after a subject.
    fn addition_end(&self, from: usize) -> usize {
        let mut end = from;
        while end < self.line.end
            && end - from < 60
            && !matches!(self.cat(end), Cat::Stop | Cat::Quote | Cat::Colon | Cat::Semi)
        {
            end += 1;
        }
        end
    }

    /// `"…," she said` with what may follow: `, "…"`.
    fn around(
        &self,
        i: usize,
        verb: Verb,
        source: Option<Source>,
        quote: Range<usize>,
        after: usize,
        rule: Rule,
    ) -> Report {
        let mut left = quote;
        // Words of the author before the marks belong to the statement when nothing sets them off.
        if left.start > self.line.start && !self.cat(left.start - 1).is_break() {
            let start = self.content_start(left.start);
            if left.start - start > 1 || !matches!(self.cat(start), Cat::And | Cat::But | Cat::Adv) {
                left.start = start;
            }
        }
        let mut pieces = vec![left];
        let mut at = after;
        while at < self.line.end && at - after < 40 && !matches!(self.cat(at), Cat::Quote | Cat::Stop | Cat::Semi) {
            at += 1;
        }
        let mut via = self.outlet(i + 1);
        if self.cat(at) == Cat::Quote
            && matches!(self.cat(at - 1), Cat::Comma | Cat::Dash | Cat::Colon)
            && !self.has_cue(after..at)
        {
            pieces.push(at..self.quote_content_end(at));
            via = via.filter(|v| v.end <= at);
        }
        Report { cue: i..i + 1, lemma: verb.lemma, source, pieces, rule, via, speech: true }
    }

    fn has_cue(&self, mut units: Range<usize>) -> bool {
        units.any(|i| {
            self.page.lines.units.get(i).is_some_and(|u| {
                matches!(u.cat, Cat::Verb | Cat::Ing)
                    && u.verb.is_some_and(|v| v.is('s') || v.is('t') || v.is('o') || v.is('q') || v.is('m'))
            })
        })
    }

    /// `The bank, she said, had learned.` and `…, she said.`
    fn parenthetical(&self, i: usize, verb: Verb, source: &Source) -> Option<Report> {
        let begin = source.whole.start;
        if begin <= self.line.start + 1
            || !matches!(self.cat(begin - 1), Cat::Comma | Cat::Dash)
            || !verb.is('s') && !verb.is('b')
        {
            return None;
        }
        let after = self.page.skip_adverbials(i + 1, self.line.end);
        let next = self.cat(after);
        if !(after >= self.line.end || matches!(next, Cat::Stop | Cat::Comma | Cat::Semi | Cat::Dash)) {
            return None;
        }
        if next == Cat::Comma && self.cat(after + 1) == Cat::Quote && !self.page.has_verb(self.line.start..begin - 1) {
            return None;
        }
        let left = self.content_start(begin - 1)..begin - 1;
        let mut pieces = Vec::new();
        if left.start < left.end {
            pieces.push(left);
        }
        if next == Cat::Comma
            && !matches!(self.cat(after + 1), Cat::Ing | Cat::Rel)
            && self.cat(after + 1) != Cat::Stop
            && !self.page.is_tail(after + 1, self.line.end)
        {
            let from = after + 1;
            let to = self.page.end_of(from, self.line.end);
            if from < to {
                pieces.push(from..to);
            }
        }
        if pieces.is_empty() {
            return None;
        }
        Some(Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source: Some(source.clone()),
            pieces,
            rule: Rule::Parenthetical,
            via: self.outlet(i + 1),
            speech: !verb.is('b'),
        })
    }

    fn forward(&self, i: usize, verb: Verb, source: Option<Source>, rule: Rule) -> Option<Report> {
        self.forward_from(i, verb, source, rule, i + 1)
    }

    /// What is said stands to the right of the cue.
    fn forward_from(&self, i: usize, verb: Verb, source: Option<Source>, rule: Rule, from: usize) -> Option<Report> {
        let end = self.line.end;
        let mut at = from;
        if verb.lemma == "point" && self.page.word(at) != "out" {
            return None;
        }
        if verb.lemma == "put" && self.page.word(at) == "it" {
            at += 1;
        }
        if let Some(that) = self.that_after_addressee(at, verb) {
            at = that;
        } else if verb.is('t') || verb.is('q') && self.cat(at) != Cat::Quote {
            at = self.after_addressee(at, verb);
        }
        at = self.page.skip_adverbials(at, end);
        if matches!(self.cat(at), Cat::Sub | Cat::Comma) {
            at = self.over_aside(at);
        }
        let mut piece = at..at;
        match self.cat(at) {
            Cat::Quote if !verb.is('k') => piece = at..self.quote_content_end(at),
            Cat::Colon => {
                if self.cat(at + 1) == Cat::Quote {
                    piece = at + 1..self.quote_content_end(at + 1);
                } else if at + 1 < end && (verb.is('s') || verb.is('t') || verb.is('q')) {
                    piece = at + 1..self.page.end_of(at + 1, end);
                }
            }
            Cat::That if !verb.is('m') && !verb.is('k') => piece = at..self.end_for(at, i, rule),
            Cat::Whether | Cat::Wh if verb.is('q') || verb.is('s') || verb.is('t') => {
                piece = at..self.page.end_of(at, end);
            }
            Cat::To if verb.is('i') => piece = at..self.page.end_of(at, end),
            cat if cat.is_nominal()
                || matches!(
                    cat,
                    Cat::Aux
                        | Cat::Ing
                        | Cat::Adv
                        | Cat::Prep
                        | Cat::PronObj
                        | Cat::As
                        | Cat::Verb
                        | Cat::Other
                        | Cat::Open
                        | Cat::Whether
                        | Cat::Time
                ) =>
            {
                let to = if verb.is('s') || verb.is('t') || verb.is('b') {
                    self.end_for(at, i, rule)
                } else {
                    self.page.end_of_enclosed(at, end, false)
                };
                let quoted = (at..to).find(|&u| self.cat(u) == Cat::Quote);
                let claimed = quoted.is_some_and(|q| self.another_speaks(at..q));
                let quoted = quoted.filter(|_| !claimed);
                // "which the agencies said lasted four hours": the pronoun in front is the subject of the clause.
                let open = source
                    .as_ref()
                    .is_some_and(|s| s.whole.start > self.line.start && self.cat(s.whole.start - 1) == Cat::Rel)
                    && matches!(self.cat(at), Cat::Verb | Cat::Aux);
                let clause =
                    open || (verb.is('s') || verb.is('t') || verb.is('q') || verb.is('b')) && self.is_clause(at, to);
                if clause || quoted.is_some() && !verb.is('m') && !verb.is('x') {
                    piece = at..to;
                }
            }
            _ => {}
        }
        if piece.start >= piece.end {
            return None;
        }
        let last = piece.end - 1;
        if self.cat(last) == Cat::Quote && self.page.ends_inside(last) && self.page.is_tail(piece.end, end) {
            // "…, the senator said" takes it all.
            return None;
        }
        let quoted = self.cat(piece.start) == Cat::Quote && piece.len() == 1;
        let rule = match rule {
            Rule::ReportedClause if quoted => Rule::NameVerbQuote,
            Rule::ReportedClause if verb.is('o') => Rule::ObjectOfVerb,
            other => other,
        };
        Some(Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source,
            pieces: vec![piece],
            rule,
            via: self.outlet(i + 1),
            speech: verb.is('s') || verb.is('t') || verb.is('q') || verb.is('i'),
        })
    }

    /// Where the statement ends: a clause inside another ends where the outer one goes on.
    fn end_for(&self, at: usize, cue: usize, rule: Rule) -> usize {
        let end = self.line.end;
        match rule {
            Rule::RelativeClause => self.page.end_of_enclosed(at, end, true),
            Rule::Participle if cue == self.line.start => self.page.end_of_enclosed(at, end, false),
            _ if self.is_subordinate(cue) => self.page.end_of_enclosed(at, end, false),
            _ => self.page.end_of(at, end),
        }
    }

    /// Whether the clause of the cue begins the line with "while" and the like.
    fn is_subordinate(&self, cue: usize) -> bool {
        let first = self.line.start + usize::from(matches!(self.cat(self.line.start), Cat::But | Cat::And));
        matches!(self.cat(first), Cat::Sub | Cat::As)
            && !(first..cue).any(|i| matches!(self.cat(i), Cat::Comma | Cat::Quote))
    }

    /// Whether a verb of saying stands in these units, which then owns the marks after them.
    fn another_speaks(&self, mut units: Range<usize>) -> bool {
        units.any(|i| {
            self.page
                .lines
                .units
                .get(i)
                .is_some_and(|u| u.cat == Cat::Verb && u.verb.is_some_and(|v| v.is('s') || v.is('t')))
        })
    }

    /// Whether a subject and a finite verb stand in these units.
    fn is_clause(&self, from: usize, to: usize) -> bool {
        let mut nominal = false;
        for i in from..to.min(from + 60) {
            match self.cat(i) {
                Cat::Verb | Cat::Aux if nominal => return true,
                Cat::Verb | Cat::Aux => return i > from && self.cat(i) == Cat::Aux,
                cat if cat.is_nominal() || cat == Cat::Quote || cat == Cat::Ing => nominal = true,
                _ => {}
            }
        }
        false
    }

    /// "told friends in the spring, at dinners and in private, that": the conjunction, when no verb stands before it.
    fn that_after_addressee(&self, from: usize, verb: Verb) -> Option<usize> {
        if !verb.is('t') {
            return None;
        }
        for i in from..self.line.end.min(from + 24) {
            match self.cat(i) {
                Cat::That if i > from => return Some(i),
                Cat::Verb | Cat::Aux | Cat::Quote | Cat::Stop | Cat::Colon | Cat::Rel | Cat::Pron | Cat::To => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// Passes "Reuters", "reporters in Geneva", "her" after "told".
    fn after_addressee(&self, from: usize, verb: Verb) -> usize {
        let lines = self.page.lines;
        let phrase = chunk(lines, from, self.line.end);
        if phrase.is_empty() {
            return from;
        }
        let mut end = phrase.end;
        // "told Reuters Putin": one name, or one plural noun, then the clause begins.
        if self.cat(from) == Cat::PronObj {
            end = from + 1;
        } else if let Some(first) = self.name_end(from).filter(|&e| e < end) {
            end = first;
        } else if let Some(plural) =
            (from..end).find(|&u| self.cat(u) == Cat::Noun && self.page.word(u).ends_with('s') && u + 1 < end)
        {
            end = plural + 1;
        }
        let next = self.cat(end);
        let must = verb.is('t') && !verb.is('s');
        let fits = matches!(
            next,
            Cat::That
                | Cat::Quote
                | Cat::Comma
                | Cat::Colon
                | Cat::To
                | Cat::Whether
                | Cat::Wh
                | Cat::Pron
                | Cat::Time
                | Cat::Stop
                | Cat::Prep
                | Cat::Dash
        );
        if fits && (must || !matches!(next, Cat::Prep | Cat::Time | Cat::Stop | Cat::Comma | Cat::Pron))
            || must && end < phrase.end
            || must && next.is_nominal()
        {
            end
        } else {
            from
        }
    }

    /// One past the last unit of the name that begins at unit `i`.
    fn name_end(&self, i: usize) -> Option<usize> {
        if self.cat(i) != Cat::Name {
            return None;
        }
        let mut end = i + 1;
        while end < self.line.end && self.cat(end) == Cat::Name && !self.page.begins_name(end) {
            end += 1;
        }
        Some(end)
    }

    /// `said, when asked about it, that`; `said after the talks that`.
    fn over_aside(&self, at: usize) -> usize {
        let opens = self.cat(at) == Cat::Comma;
        if opens && self.cat(at + 1) == Cat::Quote {
            return at + 1;
        }
        let mut i = at + 1;
        while i < self.line.end && i - at < 25 {
            match self.cat(i) {
                Cat::Comma if matches!(self.cat(i + 1), Cat::Quote | Cat::That) => return i + 1,
                Cat::That if !opens => return i,
                Cat::Comma
                    if opens
                        && i - at < 12
                        && !matches!(self.cat(at + 1), Cat::And | Cat::But | Cat::Ing | Cat::Rel) =>
                {
                    return i + 1;
                }
                Cat::Comma | Cat::Stop | Cat::Semi => return at,
                Cat::Quote if !opens && self.page.ends_inside(i) => return i,
                _ => {}
            }
            i += 1;
        }
        at
    }

    /// A statement that begins with marks: whole in them, or going on after them.
    fn quote_content_end(&self, at: usize) -> usize {
        let mut next = at + 1;
        while self.cat(next) == Cat::Quote {
            next += 1;
        }
        if self.page.ends_inside(next - 1) && !(self.cat(next) == Cat::And && self.cat(next + 1) == Cat::Quote) {
            return next;
        }
        match self.cat(next) {
            Cat::Sub | Cat::Time | Cat::Stop | Cat::Whether | Cat::Semi | Cat::Colon | Cat::Dash | Cat::Open => next,
            Cat::Comma if self.cat(next + 1) != Cat::Quote => next,
            Cat::Prep
                if matches!(self.page.word(next), "during" | "without" | "after" | "before" | "despite" | "amid") =>
            {
                next
            }
            _ => self.page.end_of(at, self.line.end).max(next),
        }
    }

    /// The outlet in "told Reuters", "in an interview with the broadcaster".
    fn outlet(&self, from: usize) -> Option<Range<usize>> {
        let phrase = chunk(self.page.lines, from, self.line.end);
        if !phrase.is_empty() && self.cat(phrase.end - 1) == Cat::Name {
            return Some(phrase.start..self.name_end(phrase.end - 1).unwrap_or(phrase.end));
        }
        let limit = self.line.end.min(from + 10);
        let with = (from..limit).find(|&i| {
            matches!(self.page.word(i), "interview" | "interviews" | "statement" | "email" | "remarks" | "comments")
        })?;
        if !matches!(self.page.word(with + 1), "with" | "to" | "on") {
            return None;
        }
        let phrase = chunk(self.page.lines, with + 2, self.line.end);
        (!phrase.is_empty() && self.cat(phrase.end - 1) == Cat::Name).then_some(phrase)
    }

    /// "was described by critics as": the agent speaks.
    fn by_agent(&self, i: usize, verb: Verb) -> Option<Report> {
        let by = (i + 1..self.line.end.min(i + 6)).find(|&u| self.page.word(u) == "by")?;
        let phrase = subject_after(self.page.lines, by + 1, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let end = phrase.end;
        let mut report = self.forward_from(i, verb, Some(Source::plain(phrase)), Rule::ObjectOfVerb, end)?;
        report.speech = false;
        Some(report)
    }

    /// The source of the report before in this line, or the subject of its first verb.
    fn subject_of_line(&self, before: usize, out: &[Report]) -> Option<Source> {
        if let Some(last) = out.get(self.from..).and_then(|line| line.last()) {
            if last.source.is_some() {
                return last.source.clone();
            }
        }
        self.page.first_subject(&(self.line.start..before))
    }

    /// ", adding that …", "by saying …".
    fn participle(&self, i: usize, verb: Verb, out: &[Report]) -> Option<Report> {
        let start = verb_start(self.page.lines, self.line.start, i);
        if (start..i).any(|u| self.cat(u) == Cat::Aux) {
            return self.finite(i, verb, out);
        }
        if i > self.line.start && self.cat(i - 1) == Cat::As {
            return self.cited(i, verb);
        }
        if verb.is('m') || verb.is('b') {
            return None;
        }
        let attached = start > self.line.start && self.cat(start - 1).is_head();
        let source = if attached {
            match subject_before(self.page.lines, self.line.start, start) {
                Subject::Phrase { mention, whole } => Some(Source { mention, whole, stands_for: None }),
                _ => self.subject_of_line(i, out),
            }
        } else if i == self.line.start {
            let comma = (i..self.line.end.min(i + 40)).find(|&u| self.cat(u) == Cat::Comma);
            comma.and_then(|c| self.page.first_subject(&(c + 1..self.line.end)))
        } else {
            self.subject_of_line(i, out)
        };
        self.forward(i, verb, source, Rule::Participle)
    }

    /// "Axios cited an anonymous source as saying …": the source speaks, the outlet relays.
    fn cited(&self, saying: usize, verb: Verb) -> Option<Report> {
        let floor = self.line.start.max(saying.saturating_sub(40));
        let citing = (floor..saying).rev().find(|&u| {
            self.page
                .lines
                .units
                .get(u)
                .and_then(|x| x.verb)
                .is_some_and(|v| matches!(v.lemma, "cite" | "quote" | "report"))
        })?;
        let start = verb_start(self.page.lines, self.line.start, citing);
        let outer = match subject_before(self.page.lines, self.line.start, start) {
            Subject::Phrase { mention, whole } => Some(Source { mention, whole, stands_for: None }),
            _ => None,
        };
        let passive = self.passive(start, citing);
        let (source, via) = if passive {
            (outer.clone()?, None)
        } else {
            let phrase = subject_after(self.page.lines, citing + 1, saying - 1);
            if phrase.is_empty() {
                return None;
            }
            let whole = phrase.start..saying - 1;
            (
                Source { mention: self.page.described(&whole), whole, stands_for: None },
                outer.as_ref().map(|o| o.mention.clone()),
            )
        };
        let after = self.page.skip_adverbials(saying + 1, self.line.end);
        if !matches!(self.cat(after), Cat::Stop) && after < self.line.end {
            let mut report = self.forward(saying, verb, Some(source), Rule::CitedAs)?;
            report.via = via;
            return Some(report);
        }
        let begin = outer.map_or(start, |o| o.whole.start);
        if begin <= self.line.start || !matches!(self.cat(begin - 1), Cat::Comma | Cat::Quote) {
            return None;
        }
        let to = if self.cat(begin - 1) == Cat::Comma { begin - 1 } else { begin };
        let left = self.content_start(to)..to;
        Some(Report {
            cue: saying..saying + 1,
            lemma: verb.lemma,
            source: Some(source),
            pieces: vec![left],
            rule: Rule::CitedAs,
            via,
            speech: true,
        })
    }

    /// "his claim that …", "the ministry's statement: …".
    fn noun(&self, i: usize, verb: Verb) -> Option<Report> {
        let quoted = (i + 1..self.line.end.min(i + 12)).any(|u| self.cat(u) == Cat::Quote);
        let opens = matches!(self.cat(i + 1), Cat::That | Cat::Quote)
            || quoted && matches!(self.cat(i + 1), Cat::To | Cat::Of | Cat::Prep);
        if !opens || i == self.line.start {
            return None;
        }
        let mut start = i;
        while start > self.line.start && i - start < 4 && matches!(self.cat(start - 1), Cat::Adj | Cat::Noun) {
            start -= 1;
        }
        if start == self.line.start {
            return None;
        }
        let owner = match self.cat(start - 1) {
            Cat::PronPoss => start - 1..start,
            Cat::Gen => {
                let mut from = start - 1;
                while from > self.line.start && start - from < 10 && self.cat(from - 1).is_nominal() {
                    from -= 1;
                }
                from..start - 1
            }
            _ => return None,
        };
        if owner.is_empty() {
            return None;
        }
        let source = Some(Source::plain(owner));
        if matches!(self.cat(i + 1), Cat::That | Cat::Quote) {
            return self.forward(i, verb, source, Rule::NounCue);
        }
        let from = if self.cat(i + 1) == Cat::To { i + 1 } else { i + 2 };
        let piece = from..self.page.end_of(from, self.line.end);
        let pieces = Vec::from_iter((piece.start < piece.end).then_some(piece));
        Some(Report { cue: i..i + 1, lemma: verb.lemma, source, pieces, rule: Rule::NounCue, via: None, speech: false })
    }
}
