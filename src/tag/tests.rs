use super::*;
use crate::span::Span;
use crate::token::{Kind, Shape, Token};

/// Cuts `words` at blanks and tags them as one sentence.
fn tags(words: &str) -> Vec<&'static str> {
    let mut tokens = Tokens { first: vec![0], ..Tokens::default() };
    let mut at = 0;
    for word in words.split(' ') {
        let span = Span::at(at, at + word.len());
        at += word.len() + 1;
        let first = word.chars().next().unwrap_or(' ');
        let kind = match first {
            '"' | '“' | '”' => Kind::Mark,
            c if c.is_ascii_digit() => Kind::Number,
            c if c.is_alphabetic() || word.len() > 1 => Kind::Word,
            _ => Kind::Punct,
        };
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let shape = match (first.is_uppercase(), capitals) {
            (true, 1) => Shape::Title,
            (_, 0) => Shape::Lower,
            _ => Shape::Upper,
        };
        tokens.tokens.push(Token { span, sentence: 0, kind, shape, glued: false, space_before: true });
    }
    tokens.first.push(tokens.tokens.len() as u32);
    tag(words, &tokens).into_iter().map(Pos::name).collect()
}

#[test]
fn a_plain_sentence() {
    assert_eq!(tags("The mayor quickly opened the bridge ."), ["DET", "NOUN", "ADV", "VERB", "DET", "NOUN", "PUNCT"]);
}

#[test]
fn a_passive_and_a_quote() {
    assert_eq!(
        tags("\" It was closed , \" said Ines Marlow ."),
        ["PUNCT", "PRON", "AUX", "VERB", "PUNCT", "PUNCT", "VERB", "PROPN", "PROPN", "PUNCT"]
    );
}

#[test]
fn hostile_input_gets_one_tag_a_token() {
    for text in
        ["", " ", "\0", "\u{202e}", "👩‍👩‍👧", "’", "'", "a\u{301}\u{301}", &"x".repeat(100_000), &"a ".repeat(20_000)]
    {
        let tokens = crate::token::split(text, &crate::article::split(text, crate::Format::default()), &[]);
        assert_eq!(tag(text, &tokens).len(), tokens.tokens.len());
        assert_eq!(tags(text).len(), text.split(' ').count());
    }
}

#[test]
fn bounds_that_do_not_fit_still_give_a_tag_a_token() {
    let token = Token {
        span: Span::new(5, 9),
        sentence: 0,
        kind: Kind::Word,
        shape: Shape::None,
        glued: false,
        space_before: false,
    };
    let tokens = Tokens { tokens: vec![token; 3], first: vec![0, 9, 1], ..Tokens::default() };
    assert_eq!(tag("abc", &tokens).len(), 3);
}

#[test]
fn damaged_weights_are_noticed_and_rules_take_over() {
    let mut damaged = crate::model::TAG.to_vec();
    damaged[4000] ^= 1;
    assert!(matches!(Tagger::new(&damaged), Err(crate::model::Error::Checksum { .. })));
    assert!(Tagger::shipped().is_some());

    let text = "She said";
    let token = |start, end| Token {
        span: Span::new(start, end),
        sentence: 0,
        kind: Kind::Word,
        shape: Shape::Lower,
        glued: false,
        space_before: true,
    };
    let mut out = Vec::new();
    rules::tag_sentence(text, &[token(0, 3), token(4, 8)], &mut out);
    assert_eq!(out, [Pos::Pron, Pos::Verb]);
}

#[test]
fn signs_go_by_rule() {
    assert_eq!(symbols::tag("-", || "10", || "15", true), Pos::Sym);
    assert_eq!(symbols::tag("-", || "well", || "known", true), Pos::Punct);
    assert_eq!(symbols::tag("'", || "workers", || "union", true), Pos::Part);
    assert_eq!(symbols::tag("'", || "the", || "workers", false), Pos::Punct);
    assert_eq!(symbols::tag("€", || "", || "5", false), Pos::Sym);
    assert_eq!(symbols::tag("👍", || "", || "", false), Pos::Sym);
    assert!(symbols::is_sign("👍") && !symbols::is_sign("é") && !symbols::is_sign(""));
}

#[test]
fn what_words_add_by_themselves_and_in_their_place_is_what_all_features_weigh() {
    let tagger = Tagger::shipped().unwrap();
    let words = ["The", "U.S.-made", "boats", "will", "sail", "at", "8", "a.m.", "today", "."];
    let known: Vec<Known> = words.iter().copied().chain([""]).map(|word| tagger.known(word)).collect();
    let mut desk = Desk::default();
    desk.seat(0..10, 10);
    trained::look(|i| words[i], &known, |i| !words[i].contains(char::is_uppercase), |_| false, &mut desk);
    let mut shares = Shares { words: known, classes: &mut Kept::new() };
    for (i, word) in words.iter().enumerate() {
        for before in [[features::START; 2], [Pos::Det as u8, Pos::Noun as u8]] {
            let all = tagger.rows.sum(&desk.hashes(&shares.words, i, before).unwrap());
            assert_eq!(tagger.score(&desk, &mut shares, i, before), all, "{word}");
        }
    }
}

/// The tags of a text's tokens.
fn read(text: &str) -> Vec<&'static str> {
    let article = crate::article::split(text, crate::options::Format::Text);
    let sentences = crate::sentence::split(text, &article);
    let tokens = crate::token::split(text, &article, &sentences);
    tag(text, &tokens).into_iter().map(Pos::name).collect()
}

#[test]
fn the_same_words_with_other_spaces_are_no_run_that_is_kept() {
    let (owner, quotes) = ("The bosses' plan failed.", "The bosses ' plan failed.");
    for _ in 0..2 {
        assert_eq!((read(owner)[2], read(quotes)[2]), ("PART", "PUNCT"));
    }
}
