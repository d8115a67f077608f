/** The formulas a reader is most likely to meet: name, unit, what goes in, the sum itself, and what it means. */

const grade = "school grade";

export const MAIN = {
  fleschReadingEase: { name: "Flesch Reading Ease", unit: "0 hard – 100 easy", inputs: "words per sentence, syllables per word", sum: "206.835 − 1.015 × words/sentences − 84.6 × syllables/words", means: "News aims at about 50 to 60; plain English is 60 to 70." },
  fleschKincaidGrade: { name: "Flesch–Kincaid", unit: grade, inputs: "words per sentence, syllables per word", sum: "0.39 × words/sentences + 11.8 × syllables/words − 15.59", means: "Made for navy manuals; the most widely used grade." },
  gunningFog: { name: "Gunning Fog", unit: grade, inputs: "words per sentence, share of hard words", sum: "0.4 × (words/sentences + 100 × hard words/words)", means: "Hard words have three or more syllables; names and easy compounds are exempt." },
  smog: { name: "SMOG", unit: grade, inputs: "words of three or more syllables", sum: "3.1291 + 1.043 × √(30 × long-syllable words/sentences)", means: "Aims at full understanding, so it runs one to two grades higher." },
  ariLettersDigits: { name: "Automated Readability Index", unit: grade, inputs: "letters and digits per word, words per sentence", sum: "4.71 × letters/words + 0.5 × words/sentences − 21.43", means: "Needs no syllables: made for typewriters that counted keys." },
  colemanLiau: { name: "Coleman–Liau", unit: grade, inputs: "letters and sentences per 100 words", sum: "5.88 × letters/words − 29.6 × sentences/words − 15.8", means: "Needs no syllables: made for machine scoring." },
  linsearWrite: { name: "Linsear Write", unit: grade, inputs: "easy and hard words per sentence", sum: "(easy words + 3 × hard words)/sentences, halved", means: "Made for technical manuals." },
  forcast: { name: "FORCAST", unit: grade, inputs: "words of one syllable", sum: "20 − 15 × one-syllable words/words", means: "Ignores sentences: made for forms and manuals." },
  daleChallNew1995Cloze: { name: "New Dale–Chall (1995)", unit: "cloze score", inputs: "words off a familiar list, words per sentence", sum: "64 − 0.95 × unfamiliar per 100 words − 0.69 × words/sentences", means: "The higher the score, the easier the text." },
  daleChall1948: { name: "Dale–Chall (1948)", unit: "raw score", inputs: "words off a familiar list, words per sentence", sum: "0.1579 × unfamiliar % + 0.0496 × words/sentences + 3.6365", means: "4.9 or less is grade 4; 9 and more is college." },
  spacheRevised1974: { name: "Spache", unit: grade, inputs: "unfamiliar words, words per sentence", sum: "0.121 × words/sentences + 0.082 × unfamiliar % + 0.659", means: "Made for texts of the first three grades." },
  lix: { name: "Lix", unit: "25 easy – 55 hard", inputs: "words per sentence, words over six letters", sum: "words/sentences + 100 × long words/words", means: "Swedish, and at home in every European language." },
  rix: { name: "Rix", unit: "long words per sentence", inputs: "words over six letters, sentences", sum: "long words/sentences", means: "7.2 and more is college level." },
};

/** Formulas made for other languages; their values say little about English. */
export const isForeign = (key) => /^(?:de|es|fr|it|nl|ru|sv)[A-Z]/.test(key);

/** Words for a formula that has no entry above: its key taken apart. */
export const spelledOut = (key) => {
  const words = key.replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([a-z])(\d{4})/g, "$1 $2").toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
};

export const COUNTS = {
  words: "Words", sentences: "Sentences", syllables: "Syllables", letters: "Letters and digits", strokes: "Strokes (all but spaces)",
  polysyllables: "Words of 3+ syllables", monosyllables: "Words of one syllable", longWords: "Words over six letters",
  miniwords: "Words up to three letters", fogComplex: "Hard words (Fog)", difficultDaleChall: "Words off the Dale list",
  unfamiliarSpacheUnique: "Different words off the Spache list",
};
