/** The words of the settings' page on mail. */
export const settingsMailEn = {
  'mail.lead':
    'Customers get by mail what they have not read in the ticket center, and operators hear of what customers write.',
  'mail.fromName': 'Sender',
  'mail.fromName.hint': 'The name that mails come from. Left empty, it is the company name.',
  'mail.delay': 'Wait before an answer is mailed',
  'mail.delay.none': 'Do not wait',
  'mail.delay.hint':
    'What is read in the ticket center meanwhile is not mailed, and several answers become one mail.',
  'mail.content': 'What mails show',
  'mail.content.FULL': 'Whole messages',
  'mail.content.FULL.hint': 'Everything can be read in the mail itself.',
  'mail.content.EXCERPT': 'The beginning of each message',
  'mail.content.EXCERPT.hint': 'Enough to know what it is about. The rest is in the ticket.',
  'mail.content.LINK_ONLY': 'No messages',
  'mail.content.LINK_ONLY.hint':
    'Only the ticket’s subject, and that there is something to read. For what should not lie in mailboxes.',

  'mail.links.title': 'Links to the ticket',
  'mail.links.text':
    'The button in a mail leads to a page of yours. Write {number} or {id} where its address says which ticket.',
  'mail.ticketUrl': 'Page for customers',
  'mail.ticketUrl.hint':
    'The page that embeds the ticket center. Left empty, mails to customers have no button.',
  'mail.consoleUrl': 'Page for operators',
  'mail.consoleUrl.hint':
    'A page of your own tools that goes on to this console, signed in. Left empty, mails to operators have no button.',
  'mail.example': 'Ticket {number}:',
  'mail.pass': 'How the ticket opens there',
  'mail.pass.text':
    'Your page adds ticket=, with the number or the id, to the address of the iframe. The same opens a ticket in this console.',

  'mail.look.title': 'Look of mails',
  'mail.accent': 'Accent colour',
  'mail.accent.hint': 'Of the button and the links. Left empty, it is blue.',
  'mail.accent.pick': 'Choose the accent colour',
  'mail.accent.sample': 'Open the ticket',
  'mail.logo': 'Address of your logo',
  'mail.logo.hint':
    'PNG or JPEG, over https: mail programs show no SVG. Left empty, the company name stands there.',

  'mail.test.title': 'Try it',
  'mail.test.text': 'A test mail goes to your own address at once, with the settings as they are saved.',
  'mail.test.send': 'Send a test mail',
  'mail.test.sent': 'Sent to {email}',
  'mail.test.refused': 'The mail server did not take it: {answer}',
}
