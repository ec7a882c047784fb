/** What was typed and not sent, by ticket, for as long as the page lives: it has no storage. */
export const drafts = new Map<string, string>()
