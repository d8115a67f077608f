//! Small marked-up texts, as a journalist could write them.
//!
//! A case is a line of text under `# ` lines that say what it shows. `[words]tag` marks words; the marks are taken off,
//! the text is analysed, and the marks are put back from the answer: both must read the same. Only the layers that a
//! case marks are compared, so `none:` names a layer of which nothing may be found. `¶` stands for a blank line.
//!
//! | tag | layer |
//! |---|---|
//! | `q1`, `s1`, `c1`, `via1` | words, speaker, cue and outlet of the first statement; fragments share a number |
//! | `scare`, `title`, `nickname`, `term`, `measure` | marks that hold no speech |
//! | `person`, `organization`, `place`, `facility`, `group`, `event`, `product`, `work`, `law`, `other` | names |
//! | `e1`, `e2` … | every mention of the first, second … entity, names, descriptions and pronouns |
//! | `date=2025-04-11` | dates and what they resolve to; `date=?` when unresolved |
//! | `S` | sentences |
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use copydesk::analysis::{Analysis, Form};
use copydesk::{Day, Options, Span, analyze};

struct Case {
    place: String,
    marked: String,
    published: Option<Day>,
    /// Names given beside the entity or speaker: `# s1 = Ada Brook`.
    names: Vec<(String, String)>,
    none: Vec<String>,
}

struct Mark {
    span: Span,
    tag: String,
}

/// The folders below have cases of their own rooms, in forms of their own.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    found.sort();
    found
}

fn read(path: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    let (mut published, mut names, mut none) = (None, Vec::new(), Vec::new());
    for (number, line) in fs::read_to_string(path).expect("readable").lines().enumerate() {
        if let Some(note) = line.strip_prefix("# ") {
            if let Some(day) = note.strip_prefix("published: ") {
                published = Some(Day::parse(day).expect("an ISO day"));
            } else if let Some(layers) = note.strip_prefix("none: ") {
                none = layers.split(", ").map(str::to_owned).collect();
            } else if let Some((tag, name)) = note.split_once(" = ") {
                names.push((tag.to_owned(), name.to_owned()));
            }
        } else if !line.trim().is_empty() {
            let place = format!("{}:{}", path.display(), number + 1);
            let marked = line.replace('¶', "\n\n");
            cases.push(Case {
                place,
                marked,
                published: published.take(),
                names: std::mem::take(&mut names),
                none: std::mem::take(&mut none),
            });
        }
    }
    cases
}

/// Takes the marks off. A bracket that is not followed by a tag is text.
fn strip(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '[' => open.push(text.len()),
            ']' => {
                let length =
                    rest.find(|c: char| !(c.is_ascii_alphanumeric() || "=-/:?".contains(c))).unwrap_or(rest.len());
                let tag = rest[..length].trim_end_matches([':', '?', '-']);
                let tag = if tag == "date=" { "date=?" } else { tag };
                let start = open.pop().expect("a closing bracket has an opening one");
                assert!(!tag.is_empty(), "a mark has a tag: {marked}");
                marks.push(Mark { span: Span::at(start, text.len()), tag: tag.to_owned() });
                rest = &rest[tag.len()..];
            }
            _ => text.push(c),
        }
    }
    (text, marks)
}

/// The layer a tag belongs to.
fn layer(tag: &str) -> String {
    tag.split('=').next().unwrap_or(tag).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

/// What the analysis says, in the language of marks.
fn marks_of(analysis: &Analysis<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span: Span, tag: String| marks.push(Mark { span, tag });
    for quote in &analysis.quotes {
        let number = quote.group + 1;
        add(quote.span, format!("q{number}"));
        quote.cue.iter().for_each(|cue| add(cue.span, format!("c{number}")));
        if let Some(speaker) = &quote.speaker {
            add(speaker.mention, format!("s{number}"));
            speaker.via.iter().for_each(|via| add(via.span, format!("via{number}")));
        }
    }
    for other in &analysis.other_quoted {
        add(other.span, format!("{:?}", other.kind).to_lowercase());
    }
    for mention in &analysis.mentions {
        let entity = &analysis.entities[mention.entity as usize];
        add(mention.span, format!("e{}", entity.id + 1));
        if mention.form == Form::Name {
            add(mention.span, format!("{:?}", entity.kind).to_lowercase());
        }
    }
    for date in &analysis.dates {
        add(date.span, format!("date={}", date.value.as_deref().unwrap_or("?")));
    }
    analysis.sentences.iter().for_each(|sentence| add(sentence.span, "S".to_owned()));
    marks
}

fn mark(text: &str, marks: &[Mark]) -> String {
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by_key(|mark| (mark.span.start, u32::MAX - mark.span.end, mark.tag.clone()));
    sorted.dedup_by_key(|mark| (mark.span, mark.tag.clone()));
    let mut out = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = sorted.into_iter().peekable();
    for at in 0..=text.len() as u32 {
        open.sort_by_key(|mark| u32::MAX - mark.span.end);
        while let Some(mark) = open.pop() {
            if mark.span.end != at {
                open.push(mark);
                break;
            }
            let _ = write!(out, "]{}", mark.tag);
        }
        while let Some(mark) = next.next_if(|mark| mark.span.start == at) {
            out.push('[');
            open.push(mark);
        }
        if let Some(c) = text.get(at as usize..).and_then(|rest| rest.chars().next()) {
            out.push(c);
        }
    }
    out.replace("\n\n", "¶")
}

fn run(case: &Case) -> Result<(), String> {
    let (text, wanted) = strip(&case.marked);
    let analysis = analyze(&text, &Options { published: case.published, ..Options::default() });
    let mut layers: BTreeSet<String> = wanted.iter().map(|mark| layer(&mark.tag)).collect();
    layers.extend(case.none.iter().cloned());
    if layers.is_empty() {
        return Err(format!("{}: the case marks nothing", case.place));
    }
    let found: Vec<Mark> = marks_of(&analysis).into_iter().filter(|mark| layers.contains(&layer(&mark.tag))).collect();
    let (want, got) = (mark(&text, &wanted), mark(&text, &found));
    if want != got {
        return Err(format!("{}\n  want {want}\n  got  {got}\n", case.place));
    }
    for (tag, name) in &case.names {
        let number: usize = tag[1..].parse().expect("a number behind the letter");
        let said = if tag.starts_with('e') {
            analysis.entities.get(number - 1).map(|entity| entity.name.clone())
        } else {
            let quote = analysis.quotes.iter().find(|quote| quote.group as usize + 1 == number);
            quote.and_then(|quote| quote.speaker.as_ref()).map(|speaker| speaker.name.clone())
        };
        if said.as_deref() != Some(name) {
            return Err(format!("{}\n  {tag} is {said:?}, not {name:?}\n", case.place));
        }
    }
    Ok(())
}

#[test]
fn cases_read_as_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let cases: Vec<Case> = files(&folder).iter().flat_map(|path| read(path)).collect();
    assert!(!cases.is_empty(), "no case was read");
    let wrong: Vec<String> = cases.iter().filter_map(|case| run(case).err()).collect();
    assert!(wrong.is_empty(), "{} of {} cases differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    println!("{} cases", cases.len());
}

#[test]
fn a_wrong_mark_is_noticed() {
    let case = |marked: &str| Case {
        place: "here".to_owned(),
        marked: marked.to_owned(),
        published: Day::parse("2025-04-11"),
        names: Vec::new(),
        none: Vec::new(),
    };
    assert!(run(&case("They met on [April 2, 2025]date=2025-04-02.")).is_ok());
    assert!(run(&case("They met on [April 2, 2025]date=2025-04-03.")).is_err());
    assert!(run(&case("They met on [April 2]date=2025-04-02, 2025.")).is_err());
    assert!(run(&case("Nothing is marked.")).is_err());
}
