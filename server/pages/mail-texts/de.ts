import type { MailPageTexts } from './en.ts'

export const de: MailPageTexts = {
  title: (company) => `E-Mails von ${company}`,
  to: (email) => `An ${email}`,
  ticket: {
    name: (number) => `Ticket #${number}`,
    on: 'Sie erhalten E-Mails zu diesem Ticket.',
    assigned: 'Sie erhalten E-Mails zu diesem Ticket, solange es Ihnen zugewiesen ist.',
    unconfirmed: 'Sie erhalten keine E-Mails zu diesem Ticket, solange Sie nicht zugestimmt haben.',
    muted: 'Sie erhalten keine E-Mails zu diesem Ticket.',
    mutedWithAll: 'Auch zu diesem Ticket erhalten Sie keine E-Mails, da alle E-Mails stummgeschaltet sind.',
    left: 'Sie folgen diesem Ticket nicht mehr und erhalten keine E-Mails dazu.',
    mute: 'Ticket stummschalten',
    unmute: 'Wieder E-Mails dazu erhalten',
  },
  all: {
    name: 'Alle E-Mails',
    on: 'Sie erhalten E-Mails zu Ihren Tickets.',
    team: 'Sie erhalten E-Mails zu allen Tickets des Teams.',
    assigned: 'Sie erhalten E-Mails zu den Tickets, die Ihnen zugewiesen sind.',
    muted: (company) => `Sie erhalten keine E-Mails von ${company}.`,
    mute: 'Alle stummschalten',
    muteUnassigned: 'Nur Ihnen zugewiesene Tickets',
    unmute: 'Wieder E-Mails erhalten',
  },
  confirm: {
    nothing: 'Wenn Sie nichts tun, erhalten Sie keine weiteren E-Mails zu diesem Ticket.',
    left: 'Sie folgen diesem Ticket nicht mehr',
    leftText: (company) =>
      `Ihre Adresse wurde aus dem Ticket entfernt, oder Sie haben es verlassen. Möchten Sie ihm wieder folgen, wenden Sie sich an die Person, die Sie eingeladen hat, oder an ${company}.`,
  },
}
