// How a command says no.

/** Ends a command with one line on stderr. */
export class CommandError extends Error {}
