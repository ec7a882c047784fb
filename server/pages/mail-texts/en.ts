/** The words of the pages that mails lead to. */
export const en = {
  title: (company: string) => `Mails from ${company}`,
  to: (email: string) => `To ${email}`,
  ticket: {
    name: (number: number) => `Ticket #${number}`,
    on: 'You get mails about this ticket.',
    assigned: 'You get mails about this ticket while it is assigned to you.',
    unconfirmed: 'You get no mails about this ticket unless you have agreed to them.',
    muted: 'You get no mails about this ticket.',
    mutedWithAll: 'You get no mails about this ticket either, as all mails are muted.',
    left: 'You no longer follow this ticket, and get no mails about it.',
    mute: 'Mute this ticket',
    unmute: 'Get its mails again',
  },
  all: {
    name: 'All mails',
    on: 'You get mails about your tickets.',
    team: 'You get mails about all tickets of the team.',
    assigned: 'You get mails about the tickets that are assigned to you.',
    muted: (company: string) => `You get no mails from ${company}.`,
    mute: 'Mute all mails',
    unmute: 'Get mails again',
  },
  confirm: {
    nothing: 'If you do nothing, you get no more mails about this ticket.',
    left: 'You no longer follow this ticket',
    leftText: (company: string) =>
      `Your address was removed from the ticket, or you left it. If you would like to follow it again, ask whoever invited you, or ${company}.`,
  },
}

export type MailPageTexts = typeof en
