import { expect, test } from 'vitest'
import { isAutomaticSubject } from '../../server/inbound/parsing/automatic-subjects.ts'

test.for([
  'Automatic reply: Printer',
  'AUTOMATIC REPLY: Printer',
  'Out of Office: Printer',
  'Jane Doe/Example is out of the office (returning 10.05.2027)',
  'Automatische Antwort: Drucker',
  'Abwesenheitsnotiz',
  'Réponse automatique : Imprimante',
  'Respuesta automática: impresora',
  'Automatisch antwoord: printer',
  'Autosvar: skriver',
  'Автоматический ответ: принтер',
  'رد تلقائي: الطابعة',
  '自動応答: プリンター',
  'Ticket Received - 286614 - Printer',
])('a subject is automatic: %s', (subject) => {
  expect(isAutomaticSubject(subject)).toBe(true)
})

test.for([
  'Re: Automatic reply: printer',
  'AW: Abwesenheitsnotiz: Drucker',
  'The automatic reply is wrong',
  'Automatically replying printers',
  'Our office is out of paper',
  'Auto insurance',
])('a subject is not automatic: %s', (subject) => {
  expect(isAutomaticSubject(subject)).toBe(false)
})
