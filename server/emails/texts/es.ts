import { plural } from '../plural.ts'
import type { Texts } from './en.ts'

export const es: Texts = {
  dir: 'ltr',

  received: {
    heading: 'Hemos recibido su ticket',
    text: (company) =>
      `Gracias por escribir a ${company}. Le responderemos lo antes posible y le avisaremos por correo.`,
  },
  replied: {
    heading: (author) => `${author} ha respondido`,
    news: (count, written) =>
      plural('es', count, { one: 'Mensaje nuevo', other: `${written} mensajes nuevos` }),
  },
  solved: {
    heading: 'El ticket está resuelto',
    text: (company) =>
      `El equipo de ${company} ha marcado este ticket como resuelto. Si queda algo pendiente, una respuesta lo abrirá de nuevo.`,
  },
  invited: {
    subject: (company, number) => `Su dirección se ha añadido a un ticket de ${company} (#${number})`,
    heading: 'Su dirección se ha añadido a un ticket',
    known: (customer, company) =>
      `${customer} ha abierto este ticket en ${company}. Su dirección se ha añadido para que pueda seguirlo y responder.`,
    unknown: (customer, company, number) =>
      `${customer} ha abierto el ticket #${number} en ${company}. Su dirección se ha añadido para que pueda seguirlo y responder.`,
    question: '¿Desea recibir correos sobre este ticket?',
    confirm: 'Recibir correos sobre este ticket',
    ignore: 'Si ignora este mensaje, no recibirá más correos sobre este ticket.',
  },
  team: {
    opened: (customer) => `Ticket nuevo de ${customer}`,
    openedQuietly: 'Ticket nuevo',
    from: 'De',
    category: 'Categoría',
  },
  test: {
    subject: (company) => `Correo de prueba de ${company}`,
    heading: 'El correo funciona',
    text: (company) =>
      `Este es un correo de prueba enviado desde los ajustes de ${company}. Ha llegado, así que los correos sobre tickets también pueden llegar a sus clientes.`,
    look: 'El nombre, el logotipo y el botón se ven así en todos los correos. Aquí, el botón no lleva a ninguna parte:',
  },

  messages: {
    omitted: (count, written) =>
      plural('es', count, {
        one: 'Hay un mensaje anterior que no se muestra aquí.',
        other: `Hay ${written} mensajes anteriores que no se muestran aquí.`,
      }),
    hidden: 'Por confidencialidad, este correo no muestra lo que se ha escrito.',
  },
  way: {
    answerOrOpen: 'Responda a este correo o abra el ticket:',
    answerOrVisit: (company) => `Responda a este correo o escríbanos en el sitio web de ${company}.`,
    visit: (company) => `Puede leer el ticket y responder en el sitio web de ${company}.`,
    open: 'Abrir el ticket',
    console: 'Puede leer el ticket y responder en la consola.',
    openConsole: 'Abrir en la consola',
  },
  footer: {
    opened: (company) => `Recibe este correo porque ha abierto un ticket en ${company}.`,
    takesPart: (company) => `Recibe este correo porque participa en un ticket de ${company}.`,
    added: (company) => `Recibe este correo porque su dirección se ha añadido a un ticket de ${company}.`,
    team: (company) => `Recibe este correo porque forma parte del equipo de ${company}.`,
    test: (company) => `Recibe este correo porque se ha solicitado en los ajustes de ${company}.`,
    unanswerable: 'Las respuestas a este correo no se leen.',
    mute: 'Silenciar este ticket o todos los correos',
  },
  labelled: (label, value) => `${label}: ${value}`,
}
