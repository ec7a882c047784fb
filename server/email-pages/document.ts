import type { Context as Call } from 'hono'
import { themeOf } from '../emails/theme.ts'
import { type Html, html, page } from '../html/html.ts'
import { refusalPage } from '../html/refusal.ts'
import { answer } from '../http/answer.ts'
import { scriptStyles } from '../languages/typography.ts'
import type { emailPageLanguage } from './language.ts'
import type { EmailReader } from './reader.ts'
import { emailPageStyles } from './styles.ts'

interface Parts {
  reader: EmailReader
  language: ReturnType<typeof emailPageLanguage>
  title: string
  body: Html
}

/** A page linked from an email, in the email's language and colors. */
export function answerEmailPage(
  call: Call,
  { reader, language, title, body }: Parts,
  status = 200,
): Promise<Response> {
  const { locale, tag, direction } = language
  const document = page({
    lang: locale,
    dir: direction,
    title,
    styles: emailPageStyles(themeOf(reader.brand)) + scriptStyles(tag),
    body: html`<main>
${body}
</main>`,
  })
  return answer(call, document.html, policyOf(document.styleHash), status)
}

export function answerNotFound(call: Call): Promise<Response> {
  const page = refusalPage('notFound', { acceptLanguage: call.req.header('accept-language') })
  return answer(call, page.html, policyOf(page.styleHash), 404)
}

function policyOf(styleHash: string): string[] {
  return [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
}
