import type { MailPageTexts } from './en.ts'

export const es: MailPageTexts = {
  title: (company) => `Correos de ${company}`,
  to: (email) => `Para ${email}`,
  ticket: {
    name: (number) => `Ticket #${number}`,
    on: 'Recibe correos sobre este ticket.',
    assigned: 'Recibe correos sobre este ticket mientras lo tenga asignado.',
    unconfirmed: 'No recibirá correos sobre este ticket si no los ha aceptado.',
    muted: 'No recibe correos sobre este ticket.',
    mutedWithAll: 'Tampoco recibe correos sobre este ticket, porque todos están silenciados.',
    left: 'Ya no sigue este ticket y no recibe correos sobre él.',
    mute: 'Silenciar este ticket',
    unmute: 'Volver a recibir los de este ticket',
  },
  all: {
    name: 'Todos los correos',
    on: 'Recibe correos sobre sus tickets.',
    team: 'Recibe correos sobre todos los tickets del equipo.',
    assigned: 'Recibe correos sobre los tickets que tiene asignados.',
    muted: (company) => `No recibe correos de ${company}.`,
    mute: 'Silenciar todos',
    muteUnassigned: 'Solo los tickets que tiene asignados',
    unmute: 'Volver a recibir correos',
  },
  confirm: {
    nothing: 'Si no hace nada, no recibirá más correos sobre este ticket.',
    left: 'Ya no sigue este ticket',
    leftText: (company) =>
      `Su dirección se quitó del ticket, o usted lo abandonó. Si desea volver a seguirlo, diríjase a quien le invitó o a ${company}.`,
  },
}
