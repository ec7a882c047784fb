/** What happened in a ticket between its messages. */
export const consoleHistoryEn = {
  'history.somebody': 'Somebody',
  'history.solved': '{name} marked this as solved',
  'history.reopened': '{name} reopened this',
  'history.assigned': '{name} assigned this to {operator}',
  'history.unassigned': '{name} assigned this to nobody',
  'history.category': '{name} moved this to {category}',
  'history.category.none': '{name} removed the category',
  'history.added': '{name} added {email}',
  'history.removed': '{name} removed {email}',
}
