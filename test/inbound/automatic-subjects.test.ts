import { expect, test } from 'vitest'
import { isAutomaticSubject } from '../../server/inbound/parsing/automatic-subjects.ts'

test.for([
  'Automatic reply: Printer',
  'AUTOMATIC REPLY: Printer',
  'Out of Office: Printer',
  'Jane Doe/Example is out of the office (returning 10.05.2027)',
  'I’m out of the office until Monday',
  'Jane Doe is currently on annual leave',
  'On vacation until 4 January',
  'Automatische Antwort: Drucker',
  'Ich bin bis Montag nicht im Büro: bin im Urlaub',
  'Absence : Imprimante',
  'Ausencia: impresora',
  'Нахожусь в отпуске до понедельника',
  'Abwesenheitsnotiz',
  'Réponse automatique : Imprimante',
  'Respuesta automática: impresora',
  'Automatisch antwoord: printer',
  'Autosvar: skriver',
  'Автоматический ответ: принтер',
  'رد تلقائي: الطابعة',
  '自動応答: プリンター',
  'Auto Response: Printer',
  '[Auto-Reply] Printer',
  '【自動返信】プリンター',
  'Ticket Received - 286614 - Printer',
  '[AUTO] Printer',
  'Thank you for contacting us',
  'Ich bin derzeit nicht im Büro',
  'Je suis en congés',
  'Estoy de vacaciones',
  'Jestem na urlopie',
  'Я в отпуске',
  'İzindeyim',
  '外出中：プリンター',
  'Undeliverable: Printer',
  'Mail delivery failed: returning message to sender',
  'Gelesen: Drucker',
])('a subject is automatic: %s', (subject) => {
  expect(isAutomaticSubject(subject)).toBe(true)
})

test.for([
  'Re: Automatic reply: printer',
  'AW: Abwesenheitsnotiz: Drucker',
  '[EXTERNAL] Re: Automatic reply: printer',
  'Fwd: Automatic reply: printer',
  'The automatic reply is wrong',
  'Automatically replying printers',
  'Our office is out of paper',
  'Undeliverable parcel',
  'Read only mode',
  'Automatic door broken: which part?',
  'Vacation rental',
  'Auto insurance',
  'On vacation I cannot sign in',
  'Urlaub buchen',
  'Absences are counted twice',
  'Who is on the leave list',
])('a subject is not automatic: %s', (subject) => {
  expect(isAutomaticSubject(subject)).toBe(false)
})
