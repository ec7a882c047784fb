import type { Language } from '../choose-locale.ts'
import type { TeamEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { teamLetter } from '../team-letter.ts'

export function teamOpened(data: TeamEmail, language: Language): Letter {
  const { text, name } = language
  const quiet = data.content === 'LINK_ONLY'
  return teamLetter(
    data,
    language,
    quiet ? text('team.openedQuietly') : text('team.opened', { customer: name(data.customer.name) }),
  )
}
