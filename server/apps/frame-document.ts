import { contextOf } from '../api/context.ts'
import { shownCategoryName } from '../categories/category.ts'
import { customHead } from '../customization/custom-head.ts'
import type { CustomHead } from '../customization/sanitize-head.ts'
import { schemeOf, themeOf } from '../html/color-scheme.ts'
import { sourceHash } from '../html/html.ts'
import { issueSession } from '../identity/session.ts'
import type { WebsiteAccess } from '../identity/website.ts'
import { chooseLanguage } from '../languages/choose-language.ts'
import type { Entered } from '../sessions/enter.ts'
import type { Parameters } from '../sessions/parameters.ts'
import type { Addresses } from './addresses.ts'
import { appDocument } from './app-document.ts'
import { appPolicy } from './app-policy.ts'
import { fromVite } from './client-files.ts'
import { draftIn } from './draft.ts'
import { firstScreen } from './first-screen.ts'
import { frameApp } from './frame-app.ts'
import { lateTextsAddress } from './late-texts.ts'

interface Admitted extends Addresses {
  website: WebsiteAccess
  parameters: Parameters
  entered: Entered
  /** Allows a reload of this frame. */
  seen: string
}

/** The frame's document, with the visitor's first screen, and its Content-Security-Policy. */
export async function frameDocument(admitted: Admitted, hungUp: AbortSignal) {
  const { website, parameters, entered, seen, address, publicOrigin } = admitted
  const { claims, viewer, customer } = entered
  const language = chooseLanguage(claims.unverified.locale, website.locale)
  const theme = themeOf(parameters.theme)
  const context = contextOf(viewer, address, customer)
  const data = await firstScreen(context, hungUp)
  const category = parameters.category && (await shownCategoryName(parameters.category.trim(), context))
  const draft = draftIn({ ...parameters, category }, data)
  const boot = {
    session: issueSession(claims),
    seen,
    locale: language.locale,
    late: lateTextsAddress(language, publicOrigin),
    ticket: parameters.ticket ?? (draft && 'new'),
    draft,
    data,
  }
  const custom = customHead(website.headHtml)
  const app = frameApp(language)
  const document = appDocument({
    title: website.name,
    locale: boot.locale,
    dir: language.direction,
    colorScheme: schemeOf(theme, website.colorScheme),
    fixedScheme: theme !== null,
    app: app.markup,
    head: custom.html,
    boot,
  })
  return { document, policy: policyOf(app, custom, publicOrigin) }
}

function policyOf(app: ReturnType<typeof frameApp>, custom: CustomHead, publicOrigin: string): string[] {
  return [
    ...appPolicy(publicOrigin),
    ...(fromVite('ticket-center/main.tsx')?.policy ?? inlinePolicy(app, custom, publicOrigin)),
    [`img-src 'self' ${publicOrigin} data: blob:`, ...custom.origins].join(' '),
    ["font-src 'self'", ...custom.origins].join(' '),
  ]
}

function inlinePolicy(
  { scriptHash, styleHash }: ReturnType<typeof frameApp>,
  custom: CustomHead,
  publicOrigin: string,
): string[] {
  return [
    `script-src ${scriptHash} ${publicOrigin}/assets/`,
    ['style-src', styleHash, ...custom.styleTexts.map(sourceHash), ...custom.origins].join(' '),
  ]
}
