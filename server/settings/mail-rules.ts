import { z } from 'zod'
import { loopbackHosts } from '../identity/referrer.ts'
import { isBlank } from '../text/blank.ts'
import { namesTicket, ticketLink, withoutPlaceholders } from './ticket-link.ts'

const maxAddressLength = 2_000

/** Rule for a text that an empty one clears; `problem` says what is wrong with any other. */
function clearable(problem: (text: string) => string | undefined) {
  return z
    .string()
    .trim()
    .superRefine((text, check) => {
      const message = text === '' ? undefined : problem(text)
      if (message) check.addIssue({ code: 'custom', message })
    })
}

/** It becomes a part of a header: a line break would begin another one. */
export const senderName = clearable((text) => {
  if (isBlank(text)) return 'A sender’s name shows something: leave it empty for the website’s'
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'A sender’s name is one line, without control characters'
  return text.length > 100 ? 'A sender’s name has at most 100 characters' : undefined
})

export const accentColor = clearable((text) =>
  /^#[0-9a-f]{6}$/i.test(text) ? undefined : 'Give a colour such as #1d5bd6',
).transform((text) => text.toLowerCase())

export const logoUrl = clearable((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return addressProblem(text, url && [url]) ?? (url?.protocol === 'https:' ? undefined : onlyHttps)
})

/** Rule for the address of a page that shows the ticket it is told of by `{number}` or `{id}`. */
export const ticketUrl = clearable((text) => {
  if (/[{}]/.test(withoutPlaceholders(text))) return 'Braces are for {number} and {id} alone'
  if (!namesTicket(text)) return 'Put {number} or {id} where the ticket’s number or id belongs'
  return addressProblem(text, examplesOf(text))
})

const onlyHttps = 'The address has to begin with https://'

/** What is wrong with an address that people follow out of a mail; `urls`: what it comes to, undefined for nothing. */
function addressProblem(text: string, urls: URL[] | undefined): string | undefined {
  if (text.length > maxAddressLength)
    return `An address has at most ${maxAddressLength.toLocaleString('en')} characters`
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !urls) {
    return 'Give a complete address, such as https://app.acme.com/support'
  }
  if (new Set(urls.map(({ origin }) => origin)).size > 1) {
    return 'The host is the same for every ticket: put the placeholder behind it'
  }
  if (urls.some(({ username, password }) => username || password)) {
    return 'An address holds no user name and no password'
  }
  const secure = urls.every(({ protocol, hostname }) => protocol === 'https:' || loopbackHosts.has(hostname))
  return secure ? undefined : onlyHttps
}

/** What the template comes to for two tickets. */
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
