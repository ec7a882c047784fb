import type { Language } from '../choose-locale.ts'
import type { TeamEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { teamLetter } from '../team-letter.ts'
import { newsHeading } from '../ticket-letter.ts'

/** To operators: new messages by the customer or participants. */
export function teamReplied(data: TeamEmail, language: Language): Letter {
  return teamLetter(data, language, newsHeading(data, language))
}
