import type { Context as Call } from 'hono'
import { lookOf } from '../emails/theme.ts'
import { type Html, html, page } from '../html/html.ts'
import { refusalPage } from '../html/refusal.ts'
import { answer } from '../http/answer.ts'
import type { mailPageLanguage } from './language.ts'
import type { MailReader } from './reader.ts'
import { mailPageStyles } from './styles.ts'

interface Parts {
  reader: MailReader
  language: ReturnType<typeof mailPageLanguage>
  title: string
  body: Html
}

/** A page that a mail leads to, in the language and colours of the mail. */
export function answerMailPage(
  call: Call,
  { reader, language, title, body }: Parts,
  status = 200,
): Promise<Response> {
  const { locale, direction } = language
  const document = page({
    lang: locale,
    dir: direction,
    title,
    styles: mailPageStyles(lookOf(reader.brand)),
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
