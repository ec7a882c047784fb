/** Texts about emails in a conversation. */
export const consoleEmailEn = {
  'delivery.failed': 'The email to {to} was not delivered: {failure}',
  'delivery.resend': 'Resend',
  'delivery.sending': 'Sending the email to {to} again…',
  'delivery.sent': 'The email to {to} was sent.',
  'delivery.skipped': 'The email to {to} was not sent again: {failure}',
  'delivery.unreached.one': 'Email to {to} is queued after 1 attempt: {failure}.',
  'delivery.unreached.other': 'Email to {to} is queued after {count} attempts: {failure}.',
  'delivery.refused.one': 'Email to {to} is queued: the mail server said “{failure}” (1 attempt).',
  'delivery.refused.other': 'Email to {to} is queued: the mail server said “{failure}” ({count} attempts).',

  'quarantined.label': 'Quarantined emails',
  'quarantined.title': 'An email from {from} is in quarantine.',
  'quarantined.nobody': 'an unknown sender',
  'quarantined.text': 'It is not part of the conversation.',
  'quarantined.attachments': 'Attached: {names}',
  'quarantined.show': 'Show text',
  'quarantined.hide': 'Hide text',
  'quarantined.accept': 'Add to ticket',
  'quarantined.accepted': 'Email added to the ticket',
  'quarantined.discard': 'Discard',
  'quarantined.discarded': 'Email discarded',
}
