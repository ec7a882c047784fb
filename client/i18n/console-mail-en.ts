/** What the console says of mails in a conversation. */
export const consoleMailEn = {
  'delivery.attachments': 'Kept with the mail, but cannot be opened here yet: {files}',
  'delivery.failed': 'The mail to {to} was not delivered: {failure}',
  'delivery.resend': 'Send again',
  'delivery.sending': 'Sending the mail to {to} again…',
  'delivery.sent': 'The mail to {to} was sent.',
  'delivery.dropped': 'The mail to {to} was not sent again: {failure}',
  'delivery.unreached.one': 'Mail to {to} waits: the mail server could not be reached; tried once.',
  'delivery.unreached.other':
    'Mail to {to} waits: the mail server could not be reached; tried {count} times.',
  'delivery.refused.one': 'Mail to {to} waits: the mail server said “{failure}”; tried once.',
  'delivery.refused.other': 'Mail to {to} waits: the mail server said “{failure}”; tried {count} times.',

  'held.label': 'Mails that were held back',
  'held.title': 'A mail from {from} was held back.',
  'held.nobody': 'an unknown sender',
  'held.text': 'It is not part of the conversation.',
  'held.attachments': 'With it: {names}',
  'held.show': 'Show its text',
  'held.hide': 'Hide its text',
  'held.discard': 'Discard',
  'held.discarded': 'The mail was discarded',
}
