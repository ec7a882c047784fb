export const consoleSignInEn = {
  'signIn.none.title': 'Sign in',
  'signIn.none.text': 'The console is for operators. A link in an email signs you in, without a password.',
  'signIn.link.title': 'This sign-in link no longer works',
  'signIn.link.text': 'It has expired, was used before, or part of it is missing. Get a new one by email.',
  'signIn.ended.title': 'Your session has ended',
  'signIn.ended.text':
    'Sessions last twelve hours and end when you sign out or lose access. The replies you sent are saved.',
  'signIn.sent.title': 'Check your email',
  'signIn.sent.text':
    'If {email} is an operator’s address, a link is on its way. It works once, within 15 minutes.',
  'signIn.email': 'Email address',
  'signIn.send': 'Email me a sign-in link',
  'signIn.again': 'Send again, or to another address',
  'signIn.limited': 'Too many requests. Use the newest link you got, or try again in a few minutes.',
  'signIn.failed': 'The link could not be requested. Please try again.',
}
