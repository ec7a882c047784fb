import type { MailPageTexts } from './en.ts'

export const fr: MailPageTexts = {
  title: (company) => `E-mails envoyés par ${company}`,
  to: (email) => `À ${email}`,
  ticket: {
    name: (number) => `Ticket #${number}`,
    on: 'Vous recevez des e-mails au sujet de ce ticket.',
    assigned: 'Vous recevez des e-mails au sujet de ce ticket tant qu’il vous est attribué.',
    unconfirmed: 'Vous ne recevrez pas d’e-mails au sujet de ce ticket sans votre accord.',
    muted: 'Vous ne recevez pas d’e-mails au sujet de ce ticket.',
    mutedWithAll: 'Vous ne recevez pas non plus d’e-mails au sujet de ce ticket : tous sont désactivés.',
    left: 'Vous ne suivez plus ce ticket et ne recevez plus d’e-mails à son sujet.',
    mute: 'Désactiver pour ce ticket',
    unmute: 'Recevoir ceux de ce ticket',
  },
  all: {
    name: 'Tous les e-mails',
    on: 'Vous recevez des e-mails au sujet de vos tickets.',
    team: 'Vous recevez des e-mails au sujet de tous les tickets de l’équipe.',
    assigned: 'Vous recevez des e-mails au sujet des tickets qui vous sont attribués.',
    muted: (company) => `Vous ne recevez pas d’e-mails de la part de ${company}.`,
    mute: 'Tout désactiver',
    muteUnassigned: 'Seulement les tickets qui vous sont attribués',
    unmute: 'Recevoir à nouveau les e-mails',
  },
  confirm: {
    nothing: 'Si vous ne faites rien, vous ne recevrez plus d’e-mails au sujet de ce ticket.',
    left: 'Vous ne suivez plus ce ticket',
    leftText: (company) =>
      `Votre adresse a été retirée du ticket, ou vous l’avez quitté. Pour le suivre à nouveau, adressez-vous à la personne qui vous a invité, ou à ${company}.`,
  },
}
