//! Corpora to weights: `train`, `score` and `explain`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk::train::corpus::{self, Document};
use copydesk::train::names;
use copydesk::train::pronouns::{self, Origin};
use copydesk::train::quotes;
use copydesk::train::syllables;
use copydesk::train::tagger::{self, Settings};

const USAGE: &str = "\
usage: train train tag [--data DIR] [--model FILE]   learns from the corpora, writes the model
       train score tag [--data DIR] [--model FILE]   accuracy on every development set
       train article tag [--data DIR]                the same on whole texts, with our tokens and the built-in model
       train explain tag [--model FILE] WORD...      how the words are tagged
       train train syllables [--data DIR] [--model FILE]
       train score syllables [--data DIR]            accuracy on words left out of training
       train train names [--data DIR] [--model FILE] learns from the corpora and from src/train, writes the model;
                                                     SETTING=NUMBER behind it changes one of the settings
       train score names [--data DIR] [--model FILE] F1 on every development set; FILE is 'rules' for the rules alone
       train explain names [--model FILE] TEXT       which features decided
       train train pronouns [--data DIR] [--model FILE]
       train score pronouns [--data DIR]             accuracy on documents left out of training
       train train quotes [--data DIR] [--model FILE]
       train score quotes [--data DIR]               accuracy on documents left out of training
DIR is ../shared/data and FILE the file in src that holds the weights unless given.
";

/// Gold tags that may be learned from.
const TRAIN: &[&str] = &["pos/ud_ewt.train.jsonl", "ner/train/gum_open.jsonl"];
/// Gold tags that are only scored.
const DEVELOPMENT: &[&str] = &["pos/ud_ewt.dev.jsonl", "ner/dev/gum_open.jsonl", "ner/dev/gum_news.jsonl"];

/// Gold names that are only scored.
const NAMED: &[&str] = &[
    "ner/eval_only/worldwide_dev.gold.jsonl",
    "ner/dev/gum_news.gold.jsonl",
    "ner/dev/gum_open.gold.jsonl",
    "ner/dev/uner_ewt.gold.jsonl",
    "ner/dev/crossner_politics.gold.jsonl",
    "ner/dev/redocred.gold.jsonl",
    "ner/dev/gmb_silver.gold.jsonl",
];

const NAMES: &str = "src/model/names.bin";
const QUOTES: &str = "src/model/quotes.bin";
const TAG: &str = "src/model/tag.bin";
const PRONOUNS: &str = "src/entity/weights.rs";
const SYLLABLES: &str = "src/model/syllables.bin";

struct Request {
    data: PathBuf,
    model: Option<PathBuf>,
    rest: Vec<String>,
}

impl Request {
    fn model(&self, usual: &str) -> PathBuf {
        self.model.clone().unwrap_or_else(|| usual.into())
    }
}

/// The dictionary and the words that it lacks.
fn dictionary(request: &Request) -> io::Result<[(&'static str, Vec<syllables::Entry>); 2]> {
    let dictionary = syllables::read(&request.data.join("syllables/syllables_dev.tsv"))?;
    let by_hand = syllables::read(Path::new("src/train/syllables.tsv"))?;
    Ok([("dictionary", dictionary), ("counted by hand", by_hand)])
}

/// Documents with pronouns whose antecedent is known.
struct Antecedents {
    open: Vec<pronouns::Document>,
    development: Vec<pronouns::Document>,
    quotes: Vec<pronouns::Document>,
}

/// Every fourth document of the quotations is never learned from; the others take turns.
const TURNS: usize = 4;

impl Antecedents {
    fn read(request: &Request) -> io::Result<Self> {
        let clusters = |file: &str| pronouns::read_clusters(&request.data.join("coref").join(file));
        let mut development = clusters("gum_open.dev.gold.jsonl")?;
        development.extend(clusters("gum_news.dev.gold.jsonl")?);
        let quotes = pronouns::read_quotes(&request.data.join("quotes/dev.jsonl"))?;
        Ok(Self { open: clusters("gum_open.train.gold.jsonl")?, development, quotes })
    }

    /// The quotations of one turn.
    fn turn(&self, turn: usize) -> Vec<&pronouns::Document> {
        self.quotes.iter().skip(turn).step_by(TURNS).collect()
    }

    /// What is learned from, one turn left out.
    fn learned(&self, except: Option<usize>) -> Vec<&pronouns::Document> {
        let turns = (0..TURNS - 1).filter(|&turn| Some(turn) != except);
        self.open.iter().chain(turns.flat_map(|turn| self.turn(turn))).collect()
    }

    fn score(&self) -> io::Result<()> {
        let mut out = io::stdout();
        let mut tell = |name: &str, score: pronouns::Score| {
            writeln!(out, "{name}: {} right, {} possible, {} in all", score.right, score.possible, score.all)
        };
        for turn in 0..TURNS {
            let weights = pronouns::train(&self.learned(Some(turn)));
            for (name, origin) in [("by hand", Origin::Hand), ("by a program", Origin::Program)] {
                tell(&format!("turn {turn}, {name}"), pronouns::score(&self.turn(turn), &weights, origin))?;
            }
            if turn == TURNS - 1 {
                let development: Vec<_> = self.development.iter().collect();
                tell("clusters, development", pronouns::score(&development, &weights, Origin::Hand))?;
            }
        }
        Ok(())
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<()> {
    let request = read_arguments()?;
    let words: Vec<&str> = request.rest.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["train", "tag"] => train(&request),
        ["score", "tag"] => score(&request),
        ["train", "names", changes @ ..] => {
            let mut settings = names::Settings::default();
            for change in changes {
                let (name, value) = change.split_once('=').ok_or_else(|| io::Error::other(USAGE))?;
                settings.set(name, value)?;
            }
            let bytes = names::train(&request.data, Path::new("src/train"), settings)?;
            std::fs::write(request.model(NAMES), &bytes)?;
            writeln!(io::stdout(), "{} bytes", bytes.len())?;
            score_names(&request)
        }
        ["score", "names"] => score_names(&request),
        ["explain", "names", text] => explain_names(&request, text),
        ["train", "syllables"] => {
            let entries = dictionary(&request)?.map(|(_, entries)| entries).concat();
            std::fs::write(request.model(SYLLABLES), syllables::train(&entries, &syllables::Settings::default()))
        }
        ["score", "syllables"] => {
            let report = syllables::cross_validate(&dictionary(&request)?, &syllables::Settings::default());
            writeln!(io::stdout(), "{report}")
        }
        ["train", "pronouns"] => {
            let corpora = Antecedents::read(&request)?;
            let weights = pronouns::train(&corpora.learned(None));
            std::fs::write(request.model(PRONOUNS), pronouns::source(&weights))
        }
        ["score", "pronouns"] => Antecedents::read(&request)?.score(),
        ["train", "quotes"] => {
            let documents = quotes::read(&request.data, Path::new("src/train"))?;
            let bytes = quotes::train(&documents, quotes::Settings::default());
            std::fs::write(request.model(QUOTES), &bytes)?;
            writeln!(io::stdout(), "{} bytes", bytes.len())
        }
        ["score", "quotes"] => {
            let documents = quotes::read(&request.data, Path::new("src/train"))?;
            write!(io::stdout(), "{}", quotes::score(&documents, quotes::Settings::default()))
        }
        ["article", "tag"] => article(&request),
        ["explain", "tag", words @ ..] => explain(&request, words),
        _ => Err(io::Error::other(USAGE)),
    }
}

fn read_arguments() -> io::Result<Request> {
    let mut request = Request { data: "../shared/data".into(), model: None, rest: Vec::new() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let place = match argument.as_str() {
            "--data" => &mut request.data,
            "--model" => request.model.insert(PathBuf::new()),
            _ => {
                request.rest.push(argument);
                continue;
            }
        };
        *place = arguments.next().ok_or_else(|| io::Error::other(USAGE))?.into();
    }
    Ok(request)
}

fn train(request: &Request) -> io::Result<()> {
    let mut sentences = Vec::new();
    for file in TRAIN {
        let documents = corpus::read(&request.data.join(file))?;
        sentences.extend(documents.iter().flat_map(Document::sentences));
    }
    let bytes = tagger::train(&sentences, Settings::default()).map_err(io::Error::other)?;
    std::fs::write(request.model(TAG), &bytes)?;
    writeln!(io::stdout(), "{} sentences, {} bytes", sentences.len(), bytes.len())?;
    score(request)
}

/// Scores the documents that may be looked at while tuning, then every fourth, which may not.
fn score(request: &Request) -> io::Result<()> {
    let bytes = std::fs::read(request.model(TAG))?;
    for file in DEVELOPMENT {
        let documents = corpus::read(&request.data.join(file))?;
        write!(io::stdout(), "{}", Path::new(file).display())?;
        for (name, kept) in [("all", [true, true]), ("tuned on", [true, false]), ("untouched", [false, true])] {
            let sentences: Vec<_> = documents
                .iter()
                .enumerate()
                .filter(|(i, _)| kept[usize::from(i % 4 == 3)])
                .flat_map(|(_, document)| document.sentences())
                .collect();
            let score = tagger::score(&bytes, &sentences).map_err(io::Error::other)?;
            let accuracy = score.accuracy();
            write!(io::stdout(), "  {name} {}.{:02} of {}", accuracy / 100, accuracy % 100, score.all)?;
        }
        writeln!(io::stdout())?;
    }
    Ok(())
}

/// Scores the articles that may be looked at while tuning, then every fourth, which may not.
fn score_names(request: &Request) -> io::Result<()> {
    let file = request.model(NAMES);
    let bytes = if file == Path::new("rules") { None } else { Some(std::fs::read(file)?) };
    for path in NAMED {
        let scores = names::score(&request.data.join(path), bytes.as_deref())?;
        write!(io::stdout(), "{path}")?;
        for (name, score) in ["tuned on", "untouched"].into_iter().zip(scores) {
            let [core, person, organization, place, group] = score.figures();
            write!(
                io::stdout(),
                "  {name} core3 {core:.1} (person {person:.1}, organisation {organization:.1}, place {place:.1}, group {group:.1})"
            )?;
        }
        writeln!(io::stdout())?;
    }
    Ok(())
}

fn explain_names(request: &Request, text: &str) -> io::Result<()> {
    let bytes = std::fs::read(request.model(NAMES))?;
    names::explain(&bytes, text)?.iter().try_for_each(|line| writeln!(io::stdout(), "{line}"))
}

fn article(request: &Request) -> io::Result<()> {
    for file in DEVELOPMENT {
        let documents = corpus::read(&request.data.join(file))?;
        let mut sum = [0; 4];
        for fit in documents.iter().map(copydesk::train::article::fit) {
            for (sum, count) in sum.iter_mut().zip([fit.all, fit.same, fit.right, fit.right_at_start]) {
                *sum += count;
            }
        }
        let [all, same, right, right_at_start] = sum;
        let percent = |part: usize, whole: usize| {
            let share = part * 10_000 / whole.max(1);
            format!("{}.{:02}", share / 100, share % 100)
        };
        writeln!(
            io::stdout(),
            "{file}  same token {}  tag of these {}  tag at the first character {}",
            percent(same, all),
            percent(right, same),
            percent(right_at_start, all)
        )?;
    }
    Ok(())
}

fn explain(request: &Request, words: &[&str]) -> io::Result<()> {
    let bytes = std::fs::read(request.model(TAG))?;
    for (word, tag) in words.iter().zip(tagger::explain(&bytes, words).map_err(io::Error::other)?) {
        writeln!(io::stdout(), "{word}\t{tag}")?;
    }
    Ok(())
}
