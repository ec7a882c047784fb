/** What the console says of emails in a conversation. */
export const consoleMailEn = {
  'delivery.attachments': 'Stored with the email, but cannot be opened here yet: {files}',
  'delivery.failed': 'The email to {to} was not delivered: {failure}',
  'delivery.resend': 'Send again',
  'delivery.sending': 'Sending the email to {to} again…',
  'delivery.sent': 'The email to {to} was sent.',
  'delivery.dropped': 'The email to {to} was not sent again: {failure}',
  'delivery.unreached.one': 'Email to {to} is queued: mail server unreachable (1 attempt).',
  'delivery.unreached.other': 'Email to {to} is queued: mail server unreachable ({count} attempts).',
  'delivery.refused.one': 'Email to {to} is queued: the mail server said “{failure}” (1 attempt).',
  'delivery.refused.other': 'Email to {to} is queued: the mail server said “{failure}” ({count} attempts).',

  'held.label': 'Quarantined emails',
  'held.title': 'An email from {from} is in quarantine.',
  'held.nobody': 'an unknown sender',
  'held.text': 'It is not part of the conversation.',
  'held.attachments': 'Attached: {names}',
  'held.show': 'Show text',
  'held.hide': 'Hide text',
  'held.discard': 'Discard',
  'held.discarded': 'Email discarded',
}
