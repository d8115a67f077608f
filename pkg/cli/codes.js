// How the command ends.

export const OK = 0;
/** An article is above a limit, or a line of a batch is bad. */
export const FOUND = 1;
/** The command line is wrong, or an input could not be read. */
export const FAILED = 2;
/** Stopped by Ctrl-C, as shells tell it. */
export const INTERRUPTED = 130;
