import { z } from 'zod'
import { isBlank } from '../../client/i18n/blank.ts'
import { loopbackHosts } from '../identity/referrer.ts'
import { namesTicket, ticketLink, withoutPlaceholders } from './ticket-link.ts'

const maxAddressLength = 2_000

/** Rule for a text that an empty string clears; `problem` returns what is wrong with any other. */
function clearable(problem: (text: string) => string | undefined) {
  return z
    .string()
    .trim()
    .superRefine((text, check) => {
      const message = text === '' ? undefined : problem(text)
      if (message) check.addIssue({ code: 'custom', message })
    })
}

/** It becomes part of a header: a line break would start a new one. */
export const senderName = clearable((text) => {
  if (isBlank(text)) return 'The sender’s name cannot be blank: leave it empty for the website’s name'
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text))
    return 'The sender’s name must be one line without control characters'
  return text.length > 100 ? 'The sender’s name can have at most 100 characters' : undefined
})

export const accentColor = clearable((text) =>
  /^#[0-9a-f]{6}$/i.test(text) ? undefined : 'Give a color such as #1d5bd6',
).transform((text) => text.toLowerCase())

export const logoUrl = clearable((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return addressProblem(text, url && [url]) ?? (url?.protocol === 'https:' ? undefined : onlyHttps)
})

/** Rule for the address of a page that gets the ticket as `{number}` or `{id}`. */
export const ticketUrl = clearable((text) => {
  if (/[{}]/.test(withoutPlaceholders(text))) return 'Braces are only for {number} and {id}'
  if (!namesTicket(text)) return 'Put {number} or {id} in place of the ticket’s number or id'
  return addressProblem(text, examplesOf(text))
})

const onlyHttps = 'The address must start with https://'

/** What is wrong with a link in emails; `urls` are examples of it, undefined if it is invalid. */
function addressProblem(text: string, urls: URL[] | undefined): string | undefined {
  if (text.length > maxAddressLength)
    return `An address can have at most ${maxAddressLength.toLocaleString('en')} characters`
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !urls) {
    return 'Give a complete address, such as https://app.acme.com/support'
  }
  if (new Set(urls.map(({ origin }) => origin)).size > 1) {
    return 'The host must be the same for every ticket: put the placeholder after it'
  }
  if (urls.some(({ username, password }) => username || password)) {
    return 'The address cannot contain a user name or password'
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
