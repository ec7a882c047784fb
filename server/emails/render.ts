import { chooseLocale, type Language } from './choose-locale.ts'
import type { RenderedEmail, TemplateData, TemplateKind } from './data.ts'
import type { Letter } from './letter.ts'
import { oneLine } from './one-line.ts'
import { invited } from './templates/invited.ts'
import { received } from './templates/received.ts'
import { replied } from './templates/replied.ts'
import { operatorInvited, signIn } from './templates/sign-in.ts'
import { solved } from './templates/solved.ts'
import { teamOpened } from './templates/team-opened.ts'
import { teamReplied } from './templates/team-replied.ts'
import { test } from './templates/test.ts'
import { webhookDisabled } from './templates/webhook-disabled.ts'
import { writeHtml } from './write-html.ts'
import { writeText } from './write-text.ts'

const templates: { [Kind in TemplateKind]: (data: TemplateData[Kind], language: Language) => Letter } = {
  RECEIVED: received,
  REPLIED: replied,
  SOLVED: solved,
  INVITED: invited,
  TEAM_OPENED: teamOpened,
  TEAM_REPLIED: teamReplied,
  SIGN_IN: signIn,
  OPERATOR_INVITED: operatorInvited,
  WEBHOOK_DISABLED: webhookDisabled,
  TEST: test,
}

/** What an email says. */
export const letterFor = <Kind extends TemplateKind>(
  kind: Kind,
  data: TemplateData[Kind],
  language: Language,
) => templates[kind](data, language)

/** Renders an email in the reader's `locale` (BCP 47), or in English if the language is unknown. Fetches nothing. */
export async function renderEmail<Kind extends TemplateKind>(
  kind: Kind,
  data: TemplateData[Kind],
  locale: string,
): Promise<RenderedEmail> {
  const language = chooseLocale(locale)
  const letter = letterFor(kind, data, language)
  return {
    subject: oneLine(letter.subject),
    html: await writeHtml(letter, language),
    text: writeText(letter, language),
  }
}
