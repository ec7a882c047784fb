/** What happened in a ticket between its messages. */
export const consoleHistoryEn = {
  'history.someone': 'Someone',
  'history.solved': '{name} marked this as solved',
  'history.reopened': '{name} reopened this',
  'history.assigned': '{name} assigned this to {operator}',
  'history.unassigned': '{name} removed the assignee',
  'history.category': '{name} moved this to {category}',
  'history.category.none': '{name} removed the category',
  'history.erased': 'a participant whose address was erased',
  'history.added': '{name} added {email}',
  'history.removed': '{name} removed {email}',
}
