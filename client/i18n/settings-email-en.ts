/** Texts of the email settings page. */
export const settingsEmailEn = {
  'email.lead':
    'Customers are emailed replies they have not read in the ticket center; operators are emailed what customers write.',
  'email.fromName': 'Sender',
  'email.fromName.hint': 'The name that emails come from. If empty, the company name.',
  'email.delay': 'Wait before emailing a reply',
  'email.delay.none': 'Do not wait',
  'email.delay.hint':
    'Replies read in the ticket center in the meantime are not emailed, and several replies become one email.',
  'email.content': 'What emails show',
  'email.content.FULL': 'Whole messages',
  'email.content.FULL.hint': 'Everything can be read in the email itself.',
  'email.content.EXCERPT': 'The beginning of each message',
  'email.content.EXCERPT.hint': 'Enough to know what it is about. The rest is in the ticket.',
  'email.content.LINK_ONLY': 'No messages',
  'email.content.LINK_ONLY.hint':
    'Only the subject and a link. For content that must not be stored in mailboxes.',

  'email.links.title': 'Links to the ticket',
  'email.links.text':
    'The button in an email opens one of your pages. Use {number} or {id} for the ticket in its address.',
  'email.ticketUrl': 'Page for customers',
  'email.ticketUrl.hint':
    'The page that embeds the ticket center. If empty, emails link to the page where the customer last opened it.',
  'email.consoleUrl': 'Page for operators',
  'email.consoleUrl.hint': 'If empty, emails to operators open the ticket in this console.',
  'email.example': 'Ticket {number}:',
  'email.pass': 'How the ticket opens there',
  'email.pass.text':
    'Your page adds ticket=, with the number or the id, to the address of the iframe. The same opens a ticket in this console.',

  'email.appearance.title': 'Appearance of emails',
  'email.accent': 'Accent color',
  'email.accent.hint': 'Color of the button and links. If empty, blue.',
  'email.accent.pick': 'Choose the accent color',
  'email.accent.sample': 'Open the ticket',
  'email.logo': 'Address of your logo',
  'email.logo.hint':
    'PNG or JPEG, over https: email programs do not show SVG. If empty, the company name is shown.',

  'email.test.title': 'Try it',
  'email.test.text': 'Sends a test email to your own address now, with the saved settings.',
  'email.test.send': 'Send a test email',
  'email.test.sent': 'Sent to {email}',
  'email.test.refused': 'The mail server refused it: {answer}',
}
