//! Messy pastes of every sort of news, labelled before the engine read them. Few of them are right in every block, so the
//! share is what must hold. The text is our own.

use super::*;

const PASTES: [(&str, &str); 5] = [
    ("americas", include_str!("../../../tests/cases/article/labelled/americas.txt")),
    ("commonwealth", include_str!("../../../tests/cases/article/labelled/commonwealth.txt")),
    ("editions", include_str!("../../../tests/cases/article/labelled/editions.txt")),
    ("papers", include_str!("../../../tests/cases/article/labelled/papers.txt")),
    ("world", include_str!("../../../tests/cases/article/labelled/world.txt")),
];

/// Right and all blocks; characters of prose right, found and labelled.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    blocks: usize,
    prose: [usize; 3],
}

impl Score {
    fn add(&mut self, text: &str, labels: &[(usize, String)]) {
        let article = split(text, Format::Auto);
        let mut found = vec![false; text.len()];
        for block in article.blocks.iter().filter(|block| block.prose) {
            found[block.span.start as usize..block.span.end as usize].fill(true);
        }
        let mut labelled = vec![false; text.len()];
        let ends = labels.iter().skip(1).map(|next| next.0).chain([text.len()]);
        for ((start, kind), end) in labels.iter().zip(ends) {
            let end = start + text[*start..end].trim_end().len();
            let shared = |block: &&Block| {
                (block.span.end as usize).min(end).saturating_sub((block.span.start as usize).max(*start))
            };
            let most = article.blocks.iter().max_by_key(shared).unwrap();
            self.blocks += 1;
            self.right += usize::from(kind_name(most.kind) == *kind);
            labelled[*start..end].fill(kind == "paragraph" || kind == "blockquote");
        }
        for at in (0..text.len()).filter(|&at| !text.as_bytes()[at].is_ascii_whitespace()) {
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
        for case in file.split("=== ").skip(1) {
            let (_, body) = case.split_once('\n').unwrap();
            let (text, labels) = unmark(body);
            score.add(&text, &labels);
        }
        let kinds = score.right as f64 / score.blocks as f64;
        let prose = 2.0 * score.prose[0] as f64 / (score.prose[1] + score.prose[2]) as f64;
        println!("{name}: {} blocks, kinds {kinds:.3}, prose F1 {prose:.4}", score.blocks);
        assert!(score.blocks >= 300, "{name} has {} blocks", score.blocks);
        assert!(kinds >= 0.82, "{name}: kinds {kinds:.3}");
        assert!(prose >= 0.98, "{name}: prose F1 {prose:.4}");
    }
}
