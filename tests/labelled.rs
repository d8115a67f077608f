//! Messy pastes of every sort of news, labelled before the engine read them. Few of them are right in every block, so the
//! share is what must hold. The text is our own.

use copydesk::{Options, analyze};

const PASTES: [(&str, &str); 5] = [
    ("americas", include_str!("cases/article/labelled/americas.txt")),
    ("commonwealth", include_str!("cases/article/labelled/commonwealth.txt")),
    ("editions", include_str!("cases/article/labelled/editions.txt")),
    ("papers", include_str!("cases/article/labelled/papers.txt")),
    ("world", include_str!("cases/article/labelled/world.txt")),
];

/// A paste without its labels, and the kind of each block by where it stands.
struct Paste {
    text: String,
    blocks: Vec<(usize, usize, String)>,
}

fn unlabel(body: &str) -> Paste {
    let mut paste = Paste { text: String::new(), blocks: Vec::new() };
    for part in body.split("[[").skip(1) {
        let (kind, words) = part.split_once("]]").expect("a label is closed");
        let start = paste.text.len();
        paste.blocks.push((start, start + words.trim_end().len(), kind.to_string()));
        paste.text.push_str(words);
    }
    paste
}

/// Right and all blocks; characters of prose right, found and labelled.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    blocks: usize,
    prose: [usize; 3],
}

impl Score {
    fn add(&mut self, paste: &Paste) {
        let analysis = analyze(&paste.text, &Options::default());
        let mut found = vec![false; paste.text.len()];
        for block in analysis.blocks.iter().filter(|block| block.prose) {
            found[block.span.start as usize..block.span.end as usize].fill(true);
        }
        let mut labelled = vec![false; paste.text.len()];
        for (start, end, kind) in &paste.blocks {
            let shared = |block: &&copydesk::analysis::Block| {
                (block.span.end as usize).min(*end).saturating_sub((block.span.start as usize).max(*start))
            };
            let most = analysis.blocks.iter().max_by_key(shared).expect("a paste has blocks");
            self.blocks += 1;
            self.right += usize::from(serde_json::to_value(most.kind).is_ok_and(|name| name == *kind));
            labelled[*start..*end].fill(kind == "paragraph" || kind == "blockquote");
        }
        for at in (0..paste.text.len()).filter(|&at| !paste.text.as_bytes()[at].is_ascii_whitespace()) {
            self.prose[0] += usize::from(found[at] && labelled[at]);
            self.prose[1] += usize::from(found[at]);
            self.prose[2] += usize::from(labelled[at]);
        }
    }
}

#[test]
fn labelled_pastes_keep_their_share_of_right_blocks() {
    for (name, file) in PASTES {
        let mut score = Score::default();
        for body in file.split("=== ").skip(1) {
            score.add(&unlabel(body));
        }
        let kinds = score.right as f64 / score.blocks as f64;
        let prose = 2.0 * score.prose[0] as f64 / (score.prose[1] + score.prose[2]) as f64;
        println!("{name}: {} blocks, kinds {kinds:.3}, prose F1 {prose:.4}", score.blocks);
        assert!(score.blocks >= 300, "{name} has {} blocks", score.blocks);
        assert!(kinds >= 0.82, "{name}: kinds {kinds:.3}");
        assert!(prose >= 0.98, "{name}: prose F1 {prose:.4}");
    }
}
