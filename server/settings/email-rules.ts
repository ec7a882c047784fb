import { z } from 'zod'
import { isBlank } from '../../client/i18n/blank.ts'
import { loopbackHosts } from '../identity/referrer.ts'
import { type Broken, broken } from '../text/broken.ts'
import { namesTicket, ticketLink, withoutPlaceholders } from './ticket-link.ts'

const maxAddressLength = 2_000
const maxNameLength = 100

/** Rule for a text that an empty string clears; `problem` returns what is wrong with any other. */
function clearable(problem: (text: string) => Broken | undefined) {
  return z
    .string()
    .trim()
    .superRefine((text, check) => {
      const found = text === '' ? undefined : problem(text)
      if (found) check.addIssue(found)
    })
}

/** It becomes part of a header: a line break would start a new one. */
export const senderName = clearable((text) => {
  if (isBlank(text)) {
    return broken('REQUIRED', 'The sender’s name cannot be blank: leave it empty for the website’s name')
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    return broken('LINE_BREAK', 'The sender’s name must be one line without control characters')
  return text.length > maxNameLength
    ? broken(
        'TOO_LONG',
        `The sender’s name can have at most ${maxNameLength} characters`,
        String(maxNameLength),
      )
    : undefined
})

export const accentColor = clearable((text) =>
  /^#[0-9a-f]{6}$/i.test(text) ? undefined : broken('COLOR_INVALID', 'Give a color such as #1d5bd6'),
).transform((text) => text.toLowerCase())

export const logoUrl = clearable((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return addressProblem(text, url && [url]) ?? (url?.protocol === 'https:' ? undefined : onlyHttps)
})

/** Rule for the address of a page that gets the ticket as `{number}` or `{id}`. */
export const ticketUrl = clearable((text) => {
  if (/[{}]/.test(withoutPlaceholders(text)))
    return broken('URL_BRACES', 'Braces are only for {number} and {id}')
  if (!namesTicket(text)) {
    const message = 'Put {number} or {id} in place of the ticket’s number or id'
    return broken('URL_PLACEHOLDER_MISSING', message)
  }
  return addressProblem(text, examplesOf(text))
})

const onlyHttps = broken('URL_HTTP', 'The address must start with https://')

/** What is wrong with a link in emails; `urls` are examples of it, undefined if it is invalid. */
function addressProblem(text: string, urls: URL[] | undefined): Broken | undefined {
  if (text.length > maxAddressLength) {
    const message = `An address can have at most ${maxAddressLength.toLocaleString('en')} characters`
    return broken('TOO_LONG', message, String(maxAddressLength))
  }
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !urls) {
    return broken('URL_INVALID', 'Give a complete address, such as https://app.acme.com/support')
  }
  if (new Set(urls.map(({ origin }) => origin)).size > 1) {
    const message = 'The host must be the same for every ticket: put the placeholder after it'
    return broken('URL_HOST_VARIES', message)
  }
  if (urls.some(({ username, password }) => username || password)) {
    return broken('URL_PASSWORD', 'The address cannot contain a user name or password')
  }
  const secure = urls.every(({ protocol, hostname }) => protocol === 'https:' || loopbackHosts.has(hostname))
  return secure ? undefined : onlyHttps
}

/** The template's addresses for two tickets. */
function examplesOf(template: string): URL[] | undefined {
  const tickets = [
    { number: 1, id: 'a' },
    { number: 2, id: 'b' },
  ]
  try {
    return tickets.map((ticket) => new URL(ticketLink(template, ticket)))
  } catch {
    return undefined
  }
}
