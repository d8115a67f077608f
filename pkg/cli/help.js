// What `copydesk --help` says.

export const HELP = `Usage: copydesk [OPTIONS] FILE...        reads articles; - is the standard input
       copydesk --jsonl [OPTIONS] [FILE]   reads one article a line, on all cores

Tells who said what, who and what is named, which dates an article speaks of, and how hard it is to read.
Nothing is sent anywhere.

What to write (default: a report for people)
  --json                 the analysis as JSON; of several files one {"file", "analysis"} a line
  --csv TABLE            quotes, entities, dates or sentences; of several files with a column "file"
  --html                 the article with its marks and tables, one file
  --md                   a report in Markdown
  --sheet                every quote under its speaker, plain text
  --output DIR           one file an article in DIR instead of the standard output

How to read
  --format FORMAT        text, markdown, html or auto (default)
  --published DAY        day of publication, such as 2025-04-11; "Friday" resolves against it
  --include-furniture    count captions, credits and the like in readability
  --read-aloud           count figures and signs with the syllables that are spoken
  --tokens               add every token to the JSON

Checks
  --fail-above LIMIT     exit with 1 when an article is above; may be given several times:
                         grade=12        median school grade (articles under 100 words have none)
                         unattributed=0  quotes without a speaker
                         check=3         quotes whose speaker is to be checked

Batches
  --jsonl                in:  {"text", "id"?, "published"?, "format"?} or a string; blank lines are skipped
                         out: {"line", "id"?, "analysis"} or {"line", "id"?, "error": {"code", "message"}},
                              in the order of the lines
  --jobs N               threads (default: as many as cores)
  --timeout SECONDS      longest time for one article (default: 30, and 50 for a million characters)

  -h, --help             this
  -v, --version          the version

Patterns such as *.txt are expanded by the shell; where it does not (cmd.exe), name the files.
Colours: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR=1 always, FORCE_COLOR=0 never.
Data goes to the standard output, words to the standard error.

Exit codes
  0    done
  1    an article is above a limit, or a line of a batch is bad (the others are done)
  2    wrong usage, or an input could not be read (the others are done)
  130  a batch was stopped by Ctrl-C; every line written is whole
`;
