//! Every formula in one table: its name, what it is, where it was published, and how it is computed.

use serde::Serialize;

use super::Counts;

/// The figures that formulas are written in.
///
/// Shares are per 100 words, as the papers print them.
#[derive(Clone, Copy, Debug)]
struct Figures {
    /// Words.
    words: f64,
    /// Sentences.
    sentences: f64,
    /// Syllables.
    syllables: f64,
    /// Words a sentence.
    asl: f64,
    /// Syllables a word.
    asw: f64,
    /// Letters and digits a word.
    letters: f64,
    /// Strokes a word.
    strokes: f64,
    /// Sentences in 100 words.
    sentences_100: f64,
    /// Words of three or more syllables in 100.
    poly_100: f64,
    /// Words of one syllable in 100.
    mono_100: f64,
    /// Words of more than six letters in 100.
    long_100: f64,
    /// Gunning's hard words in 100.
    fog_100: f64,
    /// Words off the Dale list in 100.
    dale_100: f64,
    /// Different words off the Spache list in 100.
    spache_100: f64,
    /// Words of three letters or fewer.
    mini: f64,
    /// Words of more than six letters.
    long: f64,
    /// Words of three or more syllables.
    poly: f64,
    /// Words of three or more syllables in 30 sentences.
    poly_30: f64,
}

impl Figures {
    /// Nothing to count gives no figures: a formula is undefined there, never 0.
    fn of(counts: &Counts) -> Option<Self> {
        if counts.words == 0 || counts.sentences == 0 {
            return None;
        }
        let (words, sentences) = (f64::from(counts.words), f64::from(counts.sentences));
        let share = |n: u32| 100.0 * f64::from(n) / words;
        Some(Self {
            words,
            sentences,
            syllables: f64::from(counts.syllables),
            asl: words / sentences,
            asw: f64::from(counts.syllables) / words,
            letters: f64::from(counts.letters) / words,
            strokes: f64::from(counts.strokes) / words,
            sentences_100: 100.0 * sentences / words,
            poly_100: share(counts.polysyllables),
            mono_100: share(counts.monosyllables),
            long_100: share(counts.long_words),
            fog_100: share(counts.fog_complex),
            dale_100: share(counts.difficult_dale_chall),
            spache_100: share(counts.unfamiliar_spache_unique),
            mini: f64::from(counts.miniwords),
            long: f64::from(counts.long_words),
            poly: f64::from(counts.polysyllables),
            poly_30: 30.0 * f64::from(counts.polysyllables) / sentences,
        })
    }

    /// Words weighed as O'Hayre does, 1 for an easy and 3 for a hard one, a sentence.
    fn weighed(&self) -> f64 {
        (self.words + 2.0 * self.poly) / self.sentences
    }

    /// The predicted cloze percentage of Coleman and Liau.
    fn coleman_liau_cloze(&self) -> f64 {
        141.8401 - 0.214_590 * (100.0 * self.letters) + 1.079_812 * self.sentences_100
    }
}

/// What is known about one formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// Its name in [`Scores`] as it leaves the package.
    pub name: &'static str,
    /// What it gives, in one line.
    pub about: &'static str,
    /// Author, year and publication.
    pub source: &'static str,
}

/// Writes the struct, the table and the computation from one list, so that a formula has one home.
macro_rules! formulas {
    ($($field:ident = $name:literal, $about:literal, $source:literal, |$f:ident| $value:expr;)+) => {
        /// Every formula by name; `None` where it is undefined: no words or no sentences.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
        pub struct Scores {
            $(
                #[doc = $about]
                #[doc = ""]
                #[doc = $source]
                #[serde(rename = $name)]
                pub $field: Option<f64>,
            )+
        }

        /// Every formula with its source, in the order of [`Scores`].
        pub const FORMULAS: &[Formula] = &[$(Formula { name: $name, about: $about, source: $source },)+];

        impl Scores {
            /// Every formula from given counts.
            #[must_use]
            pub fn of(counts: &Counts) -> Self {
                let figures = Figures::of(counts);
                Self { $($field: figures.as_ref().map(|$f| $value),)+ }
            }

            /// Every formula's name and value, in the order of [`FORMULAS`].
            pub fn entries(&self) -> impl Iterator<Item = (&'static str, Option<f64>)> + use<> {
                [$(($name, self.$field),)+].into_iter()
            }

            /// The value of the formula of that name; `None` when it is undefined or unknown.
            #[must_use]
            pub fn get(&self, name: &str) -> Option<f64> {
                self.entries().find(|(known, _)| *known == name).and_then(|(_, value)| value)
            }
        }
    };
}

formulas! {
    flesch_reading_ease = "fleschReadingEase", "Reading ease, about 0 (hard) to 100 (easy); at most 121.22.",
        "R. Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948",
        |f| 206.835 - 1.015 * f.asl - 84.6 * f.asw;
    flesch_kincaid_grade = "fleschKincaidGrade", "School grade.",
        "Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975",
        |f| 0.39 * f.asl + 11.8 * f.asw - 15.59;
    flesch_grade_psk1958 = "fleschGradePsk1958", "Flesch's measure recalculated as a school grade.",
        "Powers, Sumner and Kearl, A Recalculation of Four Adult Readability Formulas, 1958",
        |f| 0.0778 * f.asl + 4.55 * f.asw - 2.2029;
    gunning_fog = "gunningFog", "Years of schooling, with Gunning's exemptions from hard words.",
        "R. Gunning, The Technique of Clear Writing, 1952",
        |f| 0.4 * (f.asl + f.fog_100);
    gunning_fog_simple = "gunningFogSimple", "Fog with every word of three or more syllables.",
        "As most tools compute Gunning 1952, without his exemptions",
        |f| 0.4 * (f.asl + f.poly_100);
    gunning_fog_psk1958 = "gunningFogPsk1958", "Fog recalculated as a school grade.",
        "Powers, Sumner and Kearl, 1958",
        |f| 3.0680 + 0.0877 * f.asl + 0.0984 * f.fog_100;
    fog_count_navy1975 = "fogCountNavy1975", "Fog count recalculated for Navy manuals, as a grade.",
        "Kincaid and others, 1975",
        |f| (f.weighed() - 3.0) / 2.0;
    smog = "smog", "School grade for full understanding; made for 30 sentences.",
        "G. H. McLaughlin, SMOG Grading: a New Readability Formula, Journal of Reading 12, 1969",
        |f| 3.1291 + 1.0430 * f.poly_30.sqrt();
    smog_simple = "smogSimple", "SMOG as done by hand, without rounding the root.",
        "McLaughlin, 1969",
        |f| 3.0 + f.poly_30.sqrt();
    smog_regression_c = "smogRegressionC", "SMOG by the paper's regression C.",
        "McLaughlin, 1969",
        |f| 2.8795 + 0.9986 * (f.poly_30 + 5.0).sqrt();
    ari = "ari", "School grade from typewriter strokes, punctuation included.",
        "Smith and Senter, Automated Readability Index, AMRL-TR-66-220, 1967",
        |f| 0.5 * f.asl + 4.71 * f.strokes - 21.43;
    ari_letters_digits = "ariLettersDigits", "The same from letters and digits only, as many tools do.",
        "Smith and Senter, 1967, with another count of strokes",
        |f| 0.5 * f.asl + 4.71 * f.letters - 21.43;
    ari_navy1975_simplified = "ariNavy1975Simplified", "Automated index recalculated for Navy manuals.",
        "Kincaid and others, 1975",
        |f| 0.4 * f.asl + 6.0 * f.strokes - 27.4;
    coleman_liau = "colemanLiau", "School grade from letters and sentences.",
        "Coleman and Liau, A Computer Readability Formula Designed for Machine Scoring, 1975",
        |f| 0.0588 * (100.0 * f.letters) - 0.296 * f.sentences_100 - 15.8;
    coleman_liau_ecp = "colemanLiauEcp", "Expected share of gaps that college readers fill, in percent.",
        "Coleman and Liau, 1975",
        |f| f.coleman_liau_cloze();
    coleman_liau_grade = "colemanLiauGrade", "School grade from that percentage, unrounded coefficients.",
        "Coleman and Liau, 1975",
        |f| 23.06395 - 27.4004 * f.coleman_liau_cloze() / 100.0;
    linsear_write = "linsearWrite", "School grade; jumps by one where the raw count passes 20.",
        "J. O'Hayre, Gobbledygook Has Gotta Go, 1966, as a grade in G. Klare, 1975",
        |f| if f.weighed() > 20.0 { f.weighed() / 2.0 } else { (f.weighed() - 2.0) / 2.0 };
    forcast = "forcast", "School grade without sentences, made for forms and manuals.",
        "Caylor, Sticht, Fox and Ford, Methodologies for Determining Reading Requirements, HumRRO, 1973",
        |f| 20.0 - 1.5 * f.mono_100 / 10.0;
    lix = "lix", "Läsbarhetsindex: under 25 very easy, over 55 very hard.",
        "C. H. Björnsson, Läsbarhet, 1968",
        |f| f.asl + f.long_100;
    rix = "rix", "Long words a sentence; 7.2 and more is college.",
        "J. Anderson, Lix and Rix, Journal of Reading 26, 1983",
        |f| f.long / f.sentences;
    farr_jenkins_paterson = "farrJenkinsPaterson", "Reading ease from words of one syllable.",
        "Farr, Jenkins and Paterson, Simplification of Flesch Reading Ease Formula, 1951",
        |f| 1.599 * f.mono_100 - 1.015 * f.asl - 31.517;
    elf_fang1966 = "elfFang1966", "Easy Listening: syllables above one a word, a sentence.",
        "I. E. Fang, The Easy Listening Formula, Journal of Broadcasting 11, 1966",
        |f| (f.syllables - f.words) / f.sentences;
    coleman1971_1 = "coleman1971_1", "Expected share of filled gaps, first formula.",
        "E. B. Coleman, Developing a Technology of Written Instruction, 1971",
        |f| 1.29 * f.mono_100 - 38.45;
    coleman1971_2 = "coleman1971_2", "Expected share of filled gaps, second formula.",
        "E. B. Coleman, 1971",
        |f| 1.16 * f.mono_100 + 1.48 * f.sentences_100 - 37.95;
    dale_chall_1948 = "daleChall1948", "Raw score; its constant is always added.",
        "E. Dale and J. S. Chall, A Formula for Predicting Readability, 1948",
        |f| 0.1579 * f.dale_100 + 0.0496 * f.asl + 3.6365;
    dale_chall_adjusted_over5 = "daleChallAdjustedOver5", "The same, constant only above five percent difficult words.",
        "A convention of the web, not of Dale and Chall 1948",
        |f| 0.1579 * f.dale_100 + 0.0496 * f.asl + if f.dale_100 > 5.0 { 3.6365 } else { 0.0 };
    dale_chall_new1995_cloze = "daleChallNew1995Cloze", "New Dale-Chall: expected share of filled gaps; higher is easier.",
        "J. S. Chall and E. Dale, Readability Revisited, 1995",
        |f| 64.0 - 0.95 * f.dale_100 - 0.69 * f.asl;
    dale_chall_psk1958 = "daleChallPsk1958", "Dale-Chall recalculated as a school grade.",
        "Powers, Sumner and Kearl, 1958",
        |f| 3.2672 + 0.0596 * f.asl + 0.1155 * f.dale_100;
    spache_1953 = "spache1953", "School grade for the first three years.",
        "G. Spache, A New Readability Formula for Primary-Grade Reading Materials, 1953",
        |f| 0.141 * f.asl + 0.086 * f.spache_100 + 0.839;
    spache_revised1974 = "spacheRevised1974", "Its revision.",
        "G. Spache, Good Reading for Poor Readers, 1974",
        |f| 0.121 * f.asl + 0.082 * f.spache_100 + 0.659;
    mcalpine_eflaw = "mcalpineEflaw", "For readers of English as a foreign language; 25 and less is easy.",
        "R. McAlpine, From Plain English to Global English, 2005",
        |f| (f.words + f.mini) / f.sentences;
    de_amstad = "deAmstad", "German reading ease.",
        "T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978",
        |f| 180.0 - f.asl - 58.5 * f.asw;
    de_wiener1 = "deWiener1", "First Vienna formula, school grade.",
        "Bamberger and Vanecek, Lesen, Verstehen, Lernen, Schreiben, 1984",
        |f| 0.1935 * f.poly_100 + 0.1672 * f.asl + 0.1297 * f.long_100 - 0.0327 * f.mono_100 - 0.875;
    de_wiener2 = "deWiener2", "Second Vienna formula, school grade.",
        "Bamberger and Vanecek, 1984",
        |f| 0.2007 * f.poly_100 + 0.1682 * f.asl + 0.1373 * f.long_100 - 2.779;
    de_wiener3 = "deWiener3", "Third Vienna formula, school grade.",
        "Bamberger and Vanecek, 1984",
        |f| 0.2963 * f.poly_100 + 0.1905 * f.asl - 1.1144;
    de_wiener4 = "deWiener4", "Fourth Vienna formula, school grade.",
        "Bamberger and Vanecek, 1984",
        |f| 0.2744 * f.poly_100 + 0.2656 * f.asl - 1.693;
    es_fernandez_huerta = "esFernandezHuerta", "Spanish reading ease, with the misprint of the sentence term corrected.",
        "J. Fernández Huerta, Medidas sencillas de lecturabilidad, 1959; G. Law, 2011",
        |f| 206.84 - 60.0 * f.asw - 1.02 * f.asl;
    es_szigriszt_pazos = "esSzigrisztPazos", "Spanish perspicuity, the figure behind INFLESZ.",
        "F. Szigriszt Pazos, Sistemas predictivos de legilibilidad, 1993",
        |f| 206.835 - 62.3 * f.asw - f.asl;
    es_gutierrez_polini = "esGutierrezPolini", "Spanish comprehensibility.",
        "L. E. Gutiérrez de Polini, 1972",
        |f| 95.2 - 9.7 * f.letters - 0.35 * f.asl;
    es_crawford_years = "esCrawfordYears", "Years of Spanish schooling.",
        "A. N. Crawford, 1985 and 1989",
        |f| -0.205 * f.sentences_100 + 0.049 * (100.0 * f.asw) - 3.407;
    fr_kandel_moles = "frKandelMoles", "French reading ease.",
        "L. Kandel and A. Moles, Application de l'indice de Flesch à la langue française, 1958",
        |f| 207.0 - 1.015 * f.asl - 73.6 * f.asw;
    it_gulpease = "itGulpease", "Italian ease from letters: 80, 60 and 40 are its thresholds.",
        "Lucisano and Piemontese, Gulpease, 1988",
        |f| 89.0 + (300.0 * f.sentences / f.words) - 10.0 * f.letters;
    it_flesch_vacca1972 = "itFleschVacca1972", "Italian reading ease, first version.",
        "R. Vacca, 1972",
        |f| 206.0 - 60.0 * f.asw - f.asl;
    it_franchina_vacca1986 = "itFranchinaVacca1986", "Italian reading ease, second version.",
        "V. Franchina and R. Vacca, Adaptation of Flesch Readability Index on a Bilingual Text, 1986",
        |f| 217.0 - 1.3 * f.asl - 60.0 * f.asw;
    nl_douma = "nlDouma", "Dutch reading ease.",
        "W. H. Douma, De leesbaarheid van landbouwbladen, 1960",
        |f| 206.835 - 0.93 * f.asl - 77.0 * f.asw;
    nl_brouwer = "nlBrouwer", "Dutch reading ease of children's books.",
        "R. H. M. Brouwer, Onderzoek naar de leesmoeilijkheid van Nederlands proza, 1963",
        |f| 195.0 - 2.0 * f.asl - 67.0 * f.asw;
    ru_oborneva = "ruOborneva", "Russian reading ease.",
        "I. V. Oborneva, 2006",
        |f| 206.835 - 1.3 * f.asl - 60.1 * f.asw;
    sv_lix = "svLix", "LIX, under its Scandinavian name.",
        "C. H. Björnsson, 1968",
        |f| f.asl + f.long_100;
}
