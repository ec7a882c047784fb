/** The server, or what it said, stands in the way: the sentence goes to standard error, and the exit code is 1. */
export class Failure extends Error {}

/** The command line itself is wrong: exit code 2. */
export class WrongUsage extends Error {}
