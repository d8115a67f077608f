/** Numbers, counts, dates and language names, through Intl. */

export const LOCALE = "en-GB";
const plural = new Intl.PluralRules("en");

/** One for each number of digits: making one takes as long as a hundred uses. */
const formats = [0, 1, 2].map((digits) => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }));

export const number = (value, digits = 0) => formats[digits].format(value);

/** "1 quote", "2 quotes", "2 people". */
export const count = (n, one, many = `${one}s`) => `${number(n)} ${plural.select(n) === "one" ? one : many}`;

/** Lengths in the units of files. */
export const size = (units) => (units < 1_000_000 ? `${number(units / 1000)} KB` : `${number(units / 1_000_000, 1)} MB`);

const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });
const MONTH_ALONE = new Intl.DateTimeFormat(LOCALE, { month: "long", timeZone: "UTC" });
const utc = (iso) => new Date(`${iso}T00:00:00Z`);

function onePoint(value) {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return DAY.format(utc(value.slice(0, 10)));
  if (/^\d{4}-\d\d$/.test(value)) return MONTH.format(utc(`${value}-01`));
  if (/^--\d\d$/.test(value)) return MONTH_ALONE.format(utc(`2000${value.slice(1)}-01`));
  if (/^-\d{4}$/.test(value)) return `${Number(value.slice(1))} BC`;
  if (/^0\d{3}$/.test(value)) return `AD ${Number(value)}`;
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

/** Days since 1970 to where an ISO 8601 value begins (for a week, to a day in it), or null for one without a year. */
export function firstDay(value) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  const week = /^\d{4}-W(\d\d)/.exec(value);
  if (!year) return null;
  return Date.UTC(year, (month ?? 1) - 1, week ? 4 + 7 * (week[1] - 1) : day ?? 1) / 86_400_000;
}

/** "Feb 2031" for the summary; of a week, the month it begins in. */
export const monthWords = (value) => (/^\d{4}-(?:\d\d|W)/.test(value) ? SHORT_MONTH.format(new Date(firstDay(value) * 86_400_000)) : value.slice(0, 4));

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });
export function languageName(code) {
  try {
    return code === "und" ? null : LANGUAGES.of(code);
  } catch {
    return null;
  }
}
