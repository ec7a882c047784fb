import { plural } from '../plural.ts'
import type { Texts } from './en.ts'

/** « de » elides before a vowel: « d’Acme », « de Bellecour ». */
const of = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)

export const fr: Texts = {
  dir: 'ltr',

  received: {
    heading: 'Nous avons bien reçu votre ticket',
    text: (company) =>
      `Merci d’avoir écrit à ${company}. Nous vous répondrons dès que possible et vous préviendrons par e-mail.`,
  },
  replied: {
    heading: (author) => `${author} a répondu`,
    news: (count, written) =>
      plural('fr', count, { one: 'Nouveau message', other: `${written} nouveaux messages` }),
  },
  solved: {
    heading: 'Le ticket est résolu',
    text: (company) =>
      `L’équipe ${of(company)} a marqué ce ticket comme résolu. S’il reste un point à régler, une réponse suffit à le rouvrir.`,
  },
  invited: {
    subject: (company, number) => `Votre adresse a été ajoutée à un ticket ${of(company)} (#${number})`,
    heading: 'Votre adresse a été ajoutée à un ticket',
    known: (customer, company) =>
      `${customer} a ouvert ce ticket chez ${company}. Votre adresse y a été ajoutée pour que vous puissiez le suivre et y répondre.`,
    unknown: (customer, company, number) =>
      `${customer} a ouvert le ticket #${number} chez ${company}. Votre adresse y a été ajoutée pour que vous puissiez le suivre et y répondre.`,
    question: 'Souhaitez-vous recevoir des e-mails au sujet de ce ticket ?',
    confirm: 'Recevoir les e-mails de ce ticket',
    ignore: 'Si vous ignorez ce message, vous ne recevrez plus aucun e-mail au sujet de ce ticket.',
  },
  team: {
    opened: (customer) => `Nouveau ticket ${of(customer)}`,
    openedQuietly: 'Nouveau ticket',
    from: 'De',
    category: 'Catégorie',
  },
  test: {
    subject: (company) => `E-mail de test ${of(company)}`,
    heading: 'Vos e-mails fonctionnent',
    text: (company) =>
      `Ceci est un e-mail de test envoyé depuis les paramètres ${of(company)}. Il vous est bien parvenu : les e-mails au sujet des tickets peuvent donc aussi parvenir à vos clients.`,
    look: 'Le nom, le logo et le bouton apparaissent ainsi dans tous les e-mails. Ici, le bouton ne mène nulle part :',
  },

  messages: {
    omitted: (count, written) =>
      plural('fr', count, {
        one: 'Un message plus ancien n’est pas affiché ici.',
        other: `${written} messages plus anciens ne sont pas affichés ici.`,
      }),
    hidden: 'Par souci de confidentialité, cet e-mail ne montre pas ce qui a été écrit.',
  },
  way: {
    answerOrOpen: 'Répondez à cet e-mail ou ouvrez le ticket :',
    answerOrVisit: (company) => `Répondez à cet e-mail ou écrivez-nous sur le site ${of(company)}.`,
    visit: (company) => `Vous pouvez lire le ticket et y répondre sur le site ${of(company)}.`,
    open: 'Ouvrir le ticket',
    console: 'Vous pouvez lire le ticket et y répondre dans la console.',
    openConsole: 'Ouvrir dans la console',
  },
  footer: {
    opened: (company) => `Vous recevez cet e-mail parce que vous avez ouvert un ticket chez ${company}.`,
    takesPart: (company) => `Vous recevez cet e-mail parce que vous participez à un ticket chez ${company}.`,
    added: (company) =>
      `Vous recevez cet e-mail parce que votre adresse a été ajoutée à un ticket chez ${company}.`,
    team: (company) => `Vous recevez cet e-mail parce que vous faites partie de l’équipe ${of(company)}.`,
    test: (company) =>
      `Vous recevez cet e-mail parce qu’il a été demandé dans les paramètres ${of(company)}.`,
    unanswerable: 'Les réponses à cet e-mail ne sont pas lues.',
    mute: 'Désactiver les e-mails de ce ticket ou tous les e-mails',
  },
  labelled: (label, value) => `${label} : ${value}`,
}
