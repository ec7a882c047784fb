/** The words of the pages that mails lead to. */
export const en = {
  title: (company: string) => `E-mails from ${company}`,
  to: (email: string) => `To ${email}`,
  ticket: {
    name: (number: number) => `Ticket #${number}`,
    on: 'You get e-mails about this ticket.',
    assigned: 'You get e-mails about this ticket while it is assigned to you.',
    unconfirmed: 'You will get e-mails about this ticket once you agree to them.',
    muted: 'You get no e-mails about this ticket.',
    mutedWithAll: 'You get no e-mails about this ticket either, as all are muted.',
    left: 'You no longer follow this ticket, and get no e-mails about it.',
    mute: 'Mute this ticket',
    unmute: 'Unmute this ticket',
  },
  all: {
    name: 'All e-mails',
    on: 'You get e-mails about your tickets.',
    team: 'You get e-mails about all tickets of the team.',
    assigned: 'You get e-mails about the tickets that are assigned to you.',
    muted: (company: string) => `You get no e-mails from ${company}.`,
    mute: 'Mute all e-mails',
    muteUnassigned: 'Only tickets assigned to you',
    unmute: 'Get e-mails again',
  },
  confirm: {
    nothing: 'If you do nothing, you get no more e-mails about this ticket.',
    left: 'You no longer follow this ticket',
    leftText: (company: string) =>
      `Your address was removed from the ticket, or you left it. If you would like to follow it again, ask whoever invited you, or ${company}.`,
  },
}

export type MailPageTexts = typeof en
