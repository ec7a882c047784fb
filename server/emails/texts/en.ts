import type { Direction } from '../direction.ts'
import { plural } from '../plural.ts'

/** The words of all mails. Where a number comes twice, the first picks the plural and the second is how it is written. */
export const en = {
  dir: 'ltr' as Direction,

  received: {
    heading: 'We have received your ticket',
    text: (company: string) =>
      `Thank you for writing to ${company}. We will answer as soon as we can, and let you know by e-mail.`,
  },
  replied: {
    heading: (author: string) => `${author} replied`,
    news: (count: number, written: string) =>
      plural('en', count, { one: 'New message', other: `${written} new messages` }),
  },
  solved: {
    heading: 'The ticket is solved',
    text: (company: string) =>
      `The team of ${company} has marked this ticket as solved. Is something still not right? Reply to open it again.`,
  },
  invited: {
    subject: (company: string, number: number) =>
      `Your address was added to a ticket of ${company} (#${number})`,
    heading: 'Your address was added to a ticket',
    known: (customer: string, company: string) =>
      `${customer} opened this ticket at ${company}. Your address was added to it, so that you can follow it and answer.`,
    unknown: (customer: string, company: string, number: number) =>
      `${customer} opened ticket #${number} at ${company}. Your address was added to it, so that you can follow it and answer.`,
    question: 'Would you like to get e-mails about this ticket?',
    confirm: 'Get e-mails about this ticket',
    ignore: 'If you ignore this e-mail, you will get no more e-mails about this ticket.',
  },
  team: {
    opened: (customer: string) => `New ticket from ${customer}`,
    openedQuietly: 'New ticket',
    from: 'From',
    category: 'Category',
  },
  test: {
    subject: (company: string) => `Test e-mail from ${company}`,
    heading: 'Your e-mails arrive',
    text: (company: string) =>
      `This is a test e-mail from the settings of ${company}. It reached you, so e-mails about tickets can reach your customers, too.`,
    look: 'Name, logo and button look like this in all e-mails. Here, the button leads nowhere:',
  },

  messages: {
    omitted: (count: number, written: string) =>
      plural('en', count, {
        one: 'One earlier message is not shown here.',
        other: `${written} earlier messages are not shown here.`,
      }),
    hidden: 'To keep it private, this e-mail does not show what was written.',
  },
  way: {
    answerOrOpen: 'Reply to this e-mail, or open the ticket:',
    answerOrVisit: (company: string) => `Reply to this e-mail, or write to us on the website of ${company}.`,
    visit: (company: string) => `You can read the ticket and answer on the website of ${company}.`,
    open: 'Open the ticket',
    console: 'You can read the ticket and answer in the console.',
    openConsole: 'Open in the console',
  },
  footer: {
    opened: (company: string) => `You get this e-mail because you opened a ticket at ${company}.`,
    takesPart: (company: string) => `You get this e-mail because you take part in a ticket at ${company}.`,
    added: (company: string) =>
      `You get this e-mail because your address was added to a ticket at ${company}.`,
    team: (company: string) => `You get this e-mail because you are on the team of ${company}.`,
    test: (company: string) => `You get this e-mail because it was asked for in the settings of ${company}.`,
    unanswerable: 'Replies to this e-mail are not read.',
    mute: 'Mute this ticket or all e-mails',
  },
  labelled: (label: string, value: string) => `${label}: ${value}`,
}

export type Texts = typeof en
