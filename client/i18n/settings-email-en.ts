/** The texts of the settings' page on email. */
export const settingsMailEn = {
  'mail.lead':
    'Customers are emailed replies they have not read in the ticket center; operators are emailed what customers write.',
  'mail.fromName': 'Sender',
  'mail.fromName.hint': 'The name that emails come from. If empty, the company name.',
  'mail.delay': 'Wait before emailing a reply',
  'mail.delay.none': 'Do not wait',
  'mail.delay.hint':
    'Replies read in the ticket center in the meantime are not emailed, and several replies become one email.',
  'mail.content': 'What emails show',
  'mail.content.FULL': 'Whole messages',
  'mail.content.FULL.hint': 'Everything can be read in the email itself.',
  'mail.content.EXCERPT': 'The beginning of each message',
  'mail.content.EXCERPT.hint': 'Enough to know what it is about. The rest is in the ticket.',
  'mail.content.LINK_ONLY': 'No messages',
  'mail.content.LINK_ONLY.hint':
    'Only the subject, and that there is something to read. For content that must not be stored in mailboxes.',

  'mail.links.title': 'Links to the ticket',
  'mail.links.text':
    'The button in an email opens one of your pages. Put {number} or {id} where its address names the ticket.',
  'mail.ticketUrl': 'Page for customers',
  'mail.ticketUrl.hint':
    'The page that embeds the ticket center. If empty, emails link to the page where the customer last opened it.',
  'mail.consoleUrl': 'Page for operators',
  'mail.consoleUrl.hint': 'If empty, emails to operators open the ticket in this console.',
  'mail.example': 'Ticket {number}:',
  'mail.pass': 'How the ticket opens there',
  'mail.pass.text':
    'Your page adds ticket=, with the number or the id, to the address of the iframe. The same opens a ticket in this console.',

  'mail.look.title': 'Appearance of emails',
  'mail.accent': 'Accent color',
  'mail.accent.hint': 'Color of the button and links. If empty, blue.',
  'mail.accent.pick': 'Choose the accent color',
  'mail.accent.sample': 'Open the ticket',
  'mail.logo': 'Address of your logo',
  'mail.logo.hint':
    'PNG or JPEG, over https: email programs do not show SVG. If empty, the company name is shown.',

  'mail.test.title': 'Try it',
  'mail.test.text': 'Sends a test email to your own address now, with the saved settings.',
  'mail.test.send': 'Send a test email',
  'mail.test.sent': 'Sent to {email}',
  'mail.test.refused': 'The mail server refused it: {answer}',
}
