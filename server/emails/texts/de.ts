import { plural } from '../plural.ts'
import type { Texts } from './en.ts'

export const de: Texts = {
  dir: 'ltr',

  received: {
    heading: 'Wir haben Ihr Ticket erhalten',
    text: (company) =>
      `Vielen Dank für Ihre Nachricht an ${company}. Wir antworten so bald wie möglich und benachrichtigen Sie per E-Mail.`,
  },
  replied: {
    heading: (author) => `${author} hat geantwortet`,
    news: (count, written) =>
      plural('de', count, { one: 'Neue Nachricht', other: `${written} neue Nachrichten` }),
  },
  solved: {
    heading: 'Das Ticket ist gelöst',
    text: (company) =>
      `Das Team von ${company} hat dieses Ticket als gelöst markiert. Ist noch etwas offen? Eine Antwort öffnet es wieder.`,
  },
  invited: {
    subject: (company, number) =>
      `Ihre Adresse wurde zu einem Ticket von ${company} hinzugefügt (#${number})`,
    heading: 'Ihre Adresse wurde zu einem Ticket hinzugefügt',
    known: (customer, company) =>
      `${customer} hat dieses Ticket bei ${company} eröffnet. Ihre Adresse wurde hinzugefügt, damit Sie mitlesen und antworten können.`,
    unknown: (customer, company, number) =>
      `${customer} hat bei ${company} das Ticket #${number} eröffnet. Ihre Adresse wurde hinzugefügt, damit Sie mitlesen und antworten können.`,
    question: 'Möchten Sie E-Mails zu diesem Ticket erhalten?',
    confirm: 'E-Mails zu diesem Ticket erhalten',
    ignore: 'Wenn Sie diese E-Mail ignorieren, erhalten Sie keine weiteren E-Mails zu diesem Ticket.',
  },
  team: {
    opened: (customer) => `Neues Ticket von ${customer}`,
    openedQuietly: 'Neues Ticket',
    from: 'Von',
    category: 'Kategorie',
  },
  test: {
    subject: (company) => `Test-E-Mail von ${company}`,
    heading: 'Ihr E-Mail-Versand funktioniert',
    text: (company) =>
      `Dies ist eine Test-E-Mail aus den Einstellungen von ${company}. Sie hat Sie erreicht, also können auch E-Mails zu Tickets Ihre Kundschaft erreichen.`,
    look: 'So sehen Name, Logo und Schaltfläche in allen E-Mails aus. Hier führt die Schaltfläche nirgendwohin:',
  },

  messages: {
    omitted: (count, written) =>
      plural('de', count, {
        one: 'Eine frühere Nachricht wird hier nicht gezeigt.',
        other: `${written} frühere Nachrichten werden hier nicht gezeigt.`,
      }),
    hidden: 'Damit es vertraulich bleibt, zeigt diese E-Mail nicht, was geschrieben wurde.',
  },
  way: {
    answerOrOpen: 'Antworten Sie auf diese E-Mail oder öffnen Sie das Ticket:',
    answerOrVisit: (company) =>
      `Antworten Sie auf diese E-Mail oder schreiben Sie uns auf der Website von ${company}.`,
    visit: (company) => `Auf der Website von ${company} können Sie das Ticket lesen und antworten.`,
    open: 'Ticket öffnen',
    console: 'In der Konsole können Sie das Ticket lesen und antworten.',
    openConsole: 'In der Konsole öffnen',
  },
  footer: {
    opened: (company) => `Sie erhalten diese E-Mail, weil Sie bei ${company} ein Ticket eröffnet haben.`,
    takesPart: (company) =>
      `Sie erhalten diese E-Mail, weil Sie an einem Ticket bei ${company} beteiligt sind.`,
    added: (company) =>
      `Sie erhalten diese E-Mail, weil Ihre Adresse zu einem Ticket bei ${company} hinzugefügt wurde.`,
    team: (company) => `Sie erhalten diese E-Mail, weil Sie zum Team von ${company} gehören.`,
    test: (company) =>
      `Sie erhalten diese E-Mail, weil sie in den Einstellungen von ${company} angefordert wurde.`,
    unanswerable: 'Antworten auf diese E-Mail werden nicht gelesen.',
    mute: 'Dieses Ticket oder alle E-Mails stummschalten',
  },
  labelled: (label, value) => `${label}: ${value}`,
}
