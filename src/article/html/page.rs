//! One pass over a page.

use super::{Extracted, Hint, entity, tag};
use crate::article::lines::is_blank;
use crate::span::Span;

/// Takes the words out of a page.
#[must_use]
pub fn extract(html: &str) -> Extracted {
    let last_margin = ["</aside", "</footer"].iter().filter_map(|end| html.rfind(end)).max();
    let mut page =
        Page { html, last_end: html.rfind('>').unwrap_or(0), last_margin: last_margin.unwrap_or(0), ..Page::default() };
    let mut at = 0;
    while at < html.len() {
        let rest = html.get(at..).unwrap_or("");
        let Some(open) = rest.find('<') else {
            page.words(rest);
            break;
        };
        page.words(rest.get(..open).unwrap_or(""));
        at = page.markup(at + open);
    }
    page.end_block("\n\n");
    page.out
}

/// The state of the pass: what is open, and the block being written.
#[derive(Default)]
struct Page<'a> {
    html: &'a str,
    out: Extracted,
    /// Where the last `>` is; no tag ends behind it.
    last_end: usize,
    /// Where the last `</aside>` or `</footer>` is; what opens behind it was never closed.
    last_margin: usize,
    /// A quotation mark in a tag was never closed, so they no longer count.
    odd_quotes: bool,
    /// Kinds of content whose end was looked for and is not there.
    endless: [bool; tag::DROPPED_COUNT],
    endless_comment: bool,
    endless_data: bool,

    /// Where the block being written begins, separator included; `None` between blocks.
    block: Option<Start>,
    separator: &'static str,
    space: bool,

    heading: u8,
    quotes: u32,
    lists: u32,
    item: bool,
    figures: u32,
    caption: bool,
    cell: bool,
    margins: u32,
    preformatted: bool,
    links: u32,
    styles: u32,
}

/// The block being written.
struct Start {
    separator: usize,
    text: usize,
    hint: Hint,
}

impl Page<'_> {
    /// Reads what begins with `<` at `at`; returns where to go on.
    fn markup(&mut self, at: usize) -> usize {
        let rest = self.html.get(at..).unwrap_or("");
        let second = rest.as_bytes().get(1).copied().unwrap_or(0);
        match second {
            b'!' => self.declaration(at, rest),
            b'?' => rest.find('>').map_or(self.html.len(), |end| at + end + 1),
            b'/' | b'a'..=b'z' | b'A'..=b'Z' => self.tag(at, rest),
            _ => {
                self.words("<");
                at + 1
            }
        }
    }

    fn declaration(&mut self, at: usize, rest: &str) -> usize {
        if rest.starts_with("<!--") && !self.endless_comment {
            if let Some(end) = rest.get(4..).and_then(|inner| inner.find("-->")) {
                return at + 4 + end + 3;
            }
            self.endless_comment = true;
        }
        if let Some(data) = rest.strip_prefix("<![CDATA[").filter(|_| !self.endless_data) {
            if let Some(end) = data.find("]]>") {
                self.literal(data.get(..end).unwrap_or(""));
                return at + 9 + end + 3;
            }
            self.endless_data = true;
        }
        rest.find('>').map_or(self.html.len(), |end| at + end + 1)
    }

    fn tag(&mut self, at: usize, rest: &str) -> usize {
        let closing = rest.as_bytes().get(1) == Some(&b'/');
        let (name, _) = tag::name(rest.get(1 + usize::from(closing)..).unwrap_or(""));
        let end = if name.is_empty() && !closing { None } else { self.tag_end(at) };
        let Some(end) = end else {
            self.words("<");
            return at + 1;
        };
        if let Some((kind, name)) = tag::dropped(name) {
            let empty = rest.get(..end - at).is_some_and(|tag| tag.ends_with("/>"));
            return if closing || empty { end } else { self.skip(kind, name, end) };
        }
        if let Some(name) = tag::block(name) {
            self.end_block("\n\n");
            self.block_tag(name, closing, at < self.last_margin);
        } else if let Some(name) = tag::inline(name) {
            self.inline_tag(name, closing);
        }
        end
    }

    /// Where the tag at `at` ends, its `>` included. A `>` inside quotation marks of an attribute ends nothing,
    /// unless the mark is never closed.
    fn tag_end(&mut self, at: usize) -> Option<usize> {
        if at > self.last_end {
            return None;
        }
        let mut quote = 0_u8;
        for (i, &b) in self.html.as_bytes().get(at..)?.iter().enumerate() {
            match b {
                b'>' if quote == 0 => return Some(at + i + 1),
                b'"' | b'\'' if quote == 0 && !self.odd_quotes => quote = b,
                _ if b == quote => quote = 0,
                _ => {}
            }
        }
        self.odd_quotes = true;
        self.html.get(at..)?.find('>').map(|i| at + i + 1)
    }

    /// Skips the content of a tag that holds no text of the article.
    fn skip(&mut self, kind: usize, name: &str, from: usize) -> usize {
        if self.endless.get(kind).copied().unwrap_or(true) {
            return from;
        }
        let rest = self.html.get(from..).unwrap_or("");
        let end = rest
            .match_indices("</")
            .find(|(i, _)| rest.get(i + 2..i + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)));
        if let Some((i, _)) = end {
            return self.tag_end(from + i).unwrap_or(self.html.len());
        }
        if let Some(known) = self.endless.get_mut(kind) {
            *known = true;
        }
        // A page cut off inside a program holds no more words; other tags may simply have been left open.
        if matches!(name, "script" | "style") { self.html.len() } else { from }
    }

    fn block_tag(&mut self, name: &'static str, closing: bool, margin: bool) {
        let count = |open: &mut u32| *open = if closing { open.saturating_sub(1) } else { *open + 1 };
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = if closing { 0 } else { name.as_bytes()[1] - b'0' };
            }
            "blockquote" => count(&mut self.quotes),
            "ul" | "ol" | "dl" => {
                count(&mut self.lists);
                self.item = false;
            }
            "li" => self.item = !closing,
            "figure" => {
                count(&mut self.figures);
                self.caption = false;
            }
            "figcaption" => self.caption = !closing,
            "td" | "th" | "caption" => self.cell = !closing,
            "tr" | "table" => self.cell = false,
            "aside" | "footer" if margin || closing => count(&mut self.margins),
            "pre" => self.preformatted = !closing,
            _ => {}
        }
        // Whatever was left open, a new paragraph is no part of a heading, nor its links of the last block.
        if matches!(name, "p" | "ul" | "ol" | "table" | "figure" | "section" | "article" | "blockquote") {
            self.heading = 0;
            self.links = 0;
            self.styles = 0;
        }
    }

    fn inline_tag(&mut self, name: &'static str, closing: bool) {
        let count = |open: &mut u32| *open = if closing { open.saturating_sub(1) } else { *open + 1 };
        match name {
            "br" if self.heading > 0 => self.space = true,
            "br" => self.end_block("\n"),
            "a" => self.links = u32::from(!closing),
            "b" | "strong" | "i" | "em" => count(&mut self.styles),
            "q" => self.literal(if closing { "”" } else { "“" }),
            _ => {}
        }
    }

    /// Text with character references.
    fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('&') {
            let (before, reference) = rest.split_at(at);
            self.literal(before);
            let (c, len) = entity::decode(reference).unwrap_or(('&', 1));
            self.literal(c.encode_utf8(&mut [0; 4]));
            rest = reference.get(len..).unwrap_or("");
        }
        self.literal(rest);
    }

    /// Text as it stands; runs of white space become one space.
    fn literal(&mut self, text: &str) {
        if self.preformatted {
            for (i, line) in text.split('\n').enumerate() {
                if i > 0 {
                    self.end_block("\n");
                }
                self.collapse(line);
            }
        } else {
            self.collapse(text);
        }
    }

    fn collapse(&mut self, text: &str) {
        if text.starts_with(|c: char| c.is_ascii_whitespace()) {
            self.space = true;
        }
        for word in text.split_ascii_whitespace() {
            self.word(word);
            self.space = true;
        }
        let ended = text.ends_with(|c: char| c.is_ascii_whitespace());
        self.space = ended || self.space && text.trim_ascii().is_empty();
    }

    fn word(&mut self, word: &str) {
        let hint = self.hint();
        match &mut self.block {
            None => {
                let separator = self.out.text.len();
                self.out.text.push_str(if separator == 0 { "" } else { self.separator });
                self.block = Some(Start { separator, text: self.out.text.len(), hint });
            }
            Some(start) => {
                if self.space {
                    self.out.text.push(' ');
                }
                if word.chars().any(char::is_alphanumeric) {
                    start.hint.link &= hint.link;
                    start.hint.styled &= hint.styled;
                }
            }
        }
        self.out.text.push_str(word);
    }

    fn hint(&self) -> Hint {
        Hint {
            heading: self.heading,
            quote: self.quotes > 0,
            item: self.lists > 0 || self.item,
            caption: self.figures > 0 || self.caption,
            cell: self.cell,
            margin: self.margins > 0,
            link: self.links > 0,
            styled: self.styles > 0,
        }
    }

    /// Ends the block being written; the next one will follow behind `separator`.
    fn end_block(&mut self, separator: &'static str) {
        self.space = false;
        let Some(start) = self.block.take() else {
            // Two line breaks in a row, or any block tag, make an empty line.
            self.separator = "\n\n";
            return;
        };
        self.separator = separator;
        let whole = self.out.text.get(start.text..).unwrap_or("");
        let ahead = whole.trim_start_matches(is_blank);
        let from = start.text + whole.len() - ahead.len();
        let len = ahead.trim_end_matches(is_blank).len();
        if len == 0 {
            self.out.text.truncate(start.separator);
        } else {
            self.out.blocks.push((Span::at(from, from + len), start.hint));
        }
    }
}
