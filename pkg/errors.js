// Everything the package throws, with a code to switch on.

export class CopydeskError extends Error {
  /**
   * @param {"not-initialized" | "too-long" | "bad-input" | "aborted" | "engine-crashed"} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "CopydeskError";
    this.code = code;
  }
}

export const aborted = (cause) => new CopydeskError("aborted", "The analysis was aborted.", { cause });

/**
 * What a failed call of the engine means. The engine says "bad-input: …" when the caller is wrong; everything else,
 * a trap, exhausted memory or stack, is its own fault.
 */
export function fromEngine(error) {
  const message = String(error?.message ?? error);
  const told = /^bad-input: ([^]*)$/.exec(message);
  return told
    ? new CopydeskError("bad-input", told[1])
    : new CopydeskError("engine-crashed", `The engine stopped on this text (${message}). The next call gets a new one.`, { cause: error });
}
