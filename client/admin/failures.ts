/** The command failed on the server, or could not reach it: its message goes to standard error, with exit code 1. */
export class Failure extends Error {}

/** The arguments are wrong: exit code 2. */
export class WrongUsage extends Error {}
