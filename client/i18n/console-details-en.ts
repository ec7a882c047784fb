/** The ticket's properties beside its conversation. */
export const consoleDetailsEn = {
  'details.title': 'Details',
  'details.close': 'Close details',
  'details.ticket': 'Ticket',
  'details.status': 'Status',
  'details.assignee': 'Assignee',
  'details.assignee.none': 'Nobody',
  'details.assignee.me': '{name} (you)',
  'details.category': 'Category',
  'details.category.none': 'None',
  'details.category.former': '{name} (deleted)',
  'details.failed': 'That did not work. Please try again.',
}
