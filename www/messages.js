/** Every word the page says, in one place. Numbers and dates go through Intl. */

const LOCALE = "en-GB";
const plural = new Intl.PluralRules("en");
const integer = new Intl.NumberFormat(LOCALE);

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
export const count = (n, one, many = `${one}s`) => `${integer.format(n)} ${plural.select(n) === "one" ? one : many}`;
export const list = (items) => new Intl.ListFormat("en", { type: "conjunction" }).format(items);
const size = (units) => (units < 1_000_000 ? `${number(units / 1000)} KB` : `${number(units / 1_000_000, 1)} MB`);

export const t = {
  sample: "Sample article",
  origins: { sample: "Sample article", paste: "Your article", file: "Your file", typed: "Your article", empty: "No article" },
  pasteOwn: "Paste your own",
  openFile: "Open file",
  edit: "Edit",
  read: "Read",
  clear: "Clear",
  export: "Export",
  exportHow: "Take the result with you",
  copyJSON: "Copy as JSON",
  saveJSON: "Save as JSON",
  close: "Close",
  panels: { quotes: "Who said what", names: "Names", readability: "Readability", timeline: "Timeline" },
  layers: { quotes: "Quotes", names: "Names", dates: "Dates", reading: "Hard sentences" },
  nothingYet: "nothing yet",
  waiting: "Reading the article …",

  loading: "Loading the analyser …",
  working: "Reading …",
  finished: (quotes, names, grade) =>
    `Analysis finished: ${count(quotes, "quote")}, ${count(names, "name")}, ${grade === null ? "too short to grade" : `grade ${number(grade)}`}.`,
  replaced: "Article replaced.",
  cleared: "Article cleared.",
  undone: "Brought back.",
  copied: "Copied.",
  copyRefused: "The browser refused to copy. Use Save instead.",
  undo: "Undo",
  pasteHere: "Paste an article here, or type one.",

  empty: {
    title: "Paste an article",
    how: (key) => `Press ${key}, drop a file, or start typing. Nothing leaves this device.`,
    paste: "Paste or type",
    open: "Open a file",
    sample: "Show the sample",
    panel: "Nothing yet. Paste an article to see this.",
  },
  notGraded: "Not graded: too few words are left to grade.",
  tooShort: "Too short to grade: fewer than 100 words of running text. Quotes, names and dates are still shown.",
  notEnglish: (language) =>
    `This looks like ${language}, not English. Names and quotes may be wrong, and the readability formulas do not apply.`,
  unsureLanguage: "This does not look like English. Names and quotes may be wrong, and the readability formulas do not apply.",
  tooLong: (units, limit) => `This text is ${size(units)} long; the limit is ${size(limit)}.`,
  tooLongAction: "Analyse the first part",
  shortened: (limit) => `Only the first ${size(limit)} were analysed.`,
  bigFile: (bytes, limit) => `This file is ${size(bytes)}; the limit is ${size(limit)}. Nothing was opened.`,
  garbled: (what) => `This looks like ${what}, not text. Open it, copy its words and paste them here.`,
  garbledKinds: { pdf: "a PDF file", zip: "a Word or ZIP file", image: "an image", binary: "a binary file" },
  decoded: "This file is not UTF-8; it was read as Windows-1252. Look out for odd letters.",
  failed: "The analyser stopped on this text and was restarted.",
  failedHow: "Your text is still here.",
  noEngine: "The analyser could not be loaded, so nothing is marked. The text can still be read.",
  noEngineHow: "Reload the page. If that does not help, the browser may be too old or WebAssembly may be switched off.",
  retry: "Try again",
  copyText: "Copy the text",
  transcript: "This looks like a transcript: speakers are read from their labels.",

  pastedAs: { web: "Pasted as a web page", plain: "Pasted as plain text" },
  pasteInstead: { web: "use the web page", plain: "use plain text" },

  summary: {
    quotes: (n) => count(n, "quote"),
    speakers: (n, anonymous) => `${count(n, "speaker")}${anonymous ? ` (${anonymous} anonymous)` : ""}`,
    names: (n) => count(n, "name"),
    kinds: (people, organisations, places) =>
      [[people, "person", "people"], [organisations, "organisation"], [places, "place"]].filter(([n]) => n).map(([n, one, many]) => count(n, one, many).replace(" ", "\u00a0")).join(" · ") || "none found",
    grade: (median) => (median > 20 ? "Grade 20+" : `Grade ${number(Math.max(0, median))}`),
    ungraded: "No grade",
    tooShort: "under 100 words",
    hard: (n) => (n === 0 ? "no very hard sentence" : count(n, "very hard sentence")),
    dates: (n) => count(n, "date"),
    noDates: "none found",
  },
  mostFrom: (name, share) => `${Math.round(share * 100)}% of the quoted words come from ${name}.`,
  allFrom: (name) => `All of the quoted words come from ${name}.`,
  unnamed: (n) => (n === 1 ? "One source is not named." : `${integer.format(n)} sources are not named.`),
  nobody: (n) => (n === 1 ? "One quote has no speaker." : `${integer.format(n)} quotes have no speaker.`),
  noQuotes: "Nobody is quoted in this article.",

  kinds: {
    person: "Person", organization: "Organisation", place: "Place", facility: "Facility", group: "Group",
    event: "Event", product: "Product", work: "Work", law: "Law", other: "Other",
  },
  kindsMany: {
    person: "People", organization: "Organisations", place: "Places", facility: "Facilities", group: "Groups",
    event: "Events", product: "Products", work: "Works", law: "Laws", other: "Others",
  },
  blocks: {
    headline: "Headline", subheading: "Subheading", date: "Date line", byline: "Byline", caption: "Caption", credit: "Credit",
    paragraph: "Paragraph", blockquote: "Block quote", listItem: "List item", related: "Related article",
    wireCredit: "Agency credit", sourceUrl: "Source address", boilerplate: "Not the article",
  },
  quoteKinds: { direct: "direct", mixed: "partial", indirect: "indirect" },
  quoteKindsLong: {
    direct: "Direct quote: wholly in quotation marks",
    mixed: "Partial quote: some of the words are in quotation marks",
    indirect: "Indirect: in the author’s words",
  },
  confidence: { sure: "sure", likely: "likely", check: "check this" },
  confidenceLong: { sure: "Sure", likely: "Likely", check: "Check this one" },
  forms: {
    name: () => "by name",
    nominal: (words) => `by description “${words}”`,
    pronoun: (words) => `by pronoun “${words}”`,
    other: (words) => `as “${words}”`,
  },
  otherKinds: { scare: "Scare quotes", title: "Title of a work", nickname: "Nickname", term: "A term", measure: "A measure" },
  difficulty: { plain: "Plain", hard: "Hard", veryHard: "Very hard" },
  gutter: { hard: "hard", veryHard: "very hard" },
  anonymous: "anonymous",
  noSpeaker: "no speaker",
  noSpeakerFound: "No speaker found",
  paragraph: (n) => (n === null ? "outside the paragraphs" : `paragraph ${integer.format(n)}`),
  of: (n, all) => `${integer.format(n)} of ${integer.format(all)}`,
  chipLabel: (n, all, name, how) => `Quote ${n} of ${all}, ${name ? `said by ${name}${how ? `, ${how}` : ""}` : "no speaker found"}`,
  wireNote: "Machine attribution makes mistakes. Check against the text before you publish.",
  sentence: (n) => `Sentence ${integer.format(n)}`,

  basis: { explicit: "as written", published: "from the date line", context: "from a date nearby", unresolved: "not resolved" },
  unresolvedHelp: "No day to count from. Set the publication date above and these resolve.",

  help: {
    limits: "Copydesk reads English news with rules and small models. It is often right, never certain: every attribution says why it was made, and the ones it doubts are marked “check this”.",
    shortcuts: "Single-key shortcuts",
    keys: [
      [["Ctrl", "V"], "replace the article with the clipboard"],
      [["Ctrl", "Z"], "bring the last article back"],
      [["E"], "edit or read"],
      [["1", "2", "3", "4"], "who said what, names, readability, timeline"],
      [["Q", "N", "T", "R"], "quotes, names, dates, hard sentences on or off"],
      [["J", "K"], "next or previous mark, also → and ← in the article"],
      [["[", "]"], "previous or next mention of the same name"],
      [["Enter"], "open the card of a mark; Esc closes it"],
      [["/"], "search names"],
    ],
  },

  minutes: (seconds) => (seconds < 60 ? "under a minute" : `${integer.format(Math.round(seconds / 60))} min`),
};

/** Words for a school grade. */
export function gradeWords(grade) {
  if (grade < 6) return "easy for most 11-year-olds";
  if (grade < 8) return "plain English, read with ease at 12 or 13";
  if (grade < 10) return "a 14–15-year-old reads it comfortably";
  if (grade < 12) return "suits a strong 16–17-year-old reader";
  if (grade < 14) return "asks for a practised adult reader";
  if (grade < 17) return "as hard as university reading";
  return "hard even for specialists";
}

const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });
const utc = (iso) => new Date(`${iso}T00:00:00Z`);

function onePoint(value) {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return DAY.format(utc(value.slice(0, 10)));
  if (/^\d{4}-\d\d$/.test(value)) return MONTH.format(utc(`${value}-01`));
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  return week ? `week ${Number(week[2])} of ${week[1]}` : value;
}

/** An ISO 8601 value in words; what it does not know it shows as it stands. */
export function dateWords(value) {
  try {
    return value.split("/").map(onePoint).join(" – ");
  } catch {
    return value;
  }
}

/** The day of the week of an ISO day, or null. */
export function weekday(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(utc(value).getTime()) ? WEEKDAY.format(utc(value)) : null;
}

/** "Feb 2031" for the summary. */
export function monthWords(value) {
  const short = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });
  return /^\d{4}-\d\d/.test(value) ? short.format(utc(`${value.slice(0, 7)}-01`)) : value.slice(0, 4);
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });
export function languageName(code) {
  try {
    return code === "und" ? null : LANGUAGES.of(code);
  } catch {
    return null;
  }
}
