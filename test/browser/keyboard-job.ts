import { expect } from 'vitest'
import type { TestWebsite } from '../support/website.ts'

export interface Focus {
  /** As `textarea Message`. */
  name: string
  /** Whether a reader can see that it has the focus. */
  isSeen: boolean
}

/** Somebody without a mouse, in any browser. */
export interface Typist {
  /** A key, as `Shift+Tab`. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  focus(): Promise<Focus>
  see(selector: string, text?: string): Promise<void>
  miss(selector: string, text?: string): Promise<void>
  /** Chooses a.png and b.png where the focus is. */
  choose(): Promise<void>
}

/** Runs in the frame. */
export function focusHere(): Focus {
  const element = document.activeElement as HTMLInputElement
  const label = element.labels?.[0]
  const words = element.ariaLabel ?? label?.textContent ?? element.textContent
  // The input for files is inside what looks like a button.
  const shown = element.type === 'file' && label ? label : element
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const { top, bottom, left, right } = shown.getBoundingClientRect()
  const isInView = top < innerHeight && bottom > 0 && left < innerWidth && right > 0
  return {
    name: `${element.localName} ${words.trim()}`,
    isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && isInView,
  }
}

/** What the job needs: a form with fields, a question, and two tickets. */
export async function fillForJob({ key, customer }: TestWebsite, email: string): Promise<void> {
  const { category } = await key.run('createCategory', { name: 'Repairs' }, 'category { id }')
  for (const field of [
    { name: 'model', label: 'Model', type: 'CHOICE', choices: ['Gas', 'Wood'], required: true },
    { name: 'urgent', label: 'Urgent', type: 'CHECKBOX' },
  ])
    await key.run('createCategoryField', { categoryId: category.id, ...field }, '__typename')
  await key.run('createFaq', { question: 'Why is my oven cold?', answer: 'Check the plug.' }, '__typename')
  const visitor = await customer(email)
  for (const subject of ['Invoice', 'Parcel'])
    await visitor.run('openTicket', { subject, body: 'Please' }, '__typename')
}

function steps({ press, focus }: Typist) {
  /** What has the focus, once it is seen: the page may still be scrolling there. */
  async function seen(): Promise<string> {
    let now = await focus()
    const look = async () => {
      now = await focus()
      return now
    }
    if (!now.isSeen) await expect.poll(look).toMatchObject({ isSeen: true })
    return now.name
  }

  /** Goes there key by key; at each, the focus is seen. */
  async function go(name: string, key = 'Tab'): Promise<void> {
    const passed: string[] = []
    while (passed.length < 40) {
      await press(key)
      const now = await seen()
      if (now.startsWith(name)) return
      passed.push(now)
    }
    throw new Error(`Not on the way: ${name}, but ${passed.join(', ')}`)
  }

  return {
    go,
    back: (name: string) => go(name, 'Shift+Tab'),
    /** The focus is there on its own. */
    at: (name: string) =>
      expect
        .poll(focus)
        .toEqual({ name: expect.stringMatching(new RegExp(`^${name}`)) as string, isSeen: true }),
  }
}

/** The whole job in a frame with room for list and ticket. */
export async function doJob(typist: Typist): Promise<void> {
  const { press, type, see, miss, choose } = typist
  const { go, back, at } = steps(typist)
  await go('button New ticket')
  await press('Enter')
  await at('h2 New ticket')
  await see('.tc-new-ticket__form')
  await go('input Subject')
  await type('My oven is cold')
  await see('.tc-matches summary')
  await go('summary Why is my oven cold?')
  await press('Enter')
  await see('.tc-matches .tc-faq[open]', 'Check the plug.')
  await go('select Category')
  await type('Rep')
  await see('.tc-field', 'Model')
  await go('textarea Message')
  await type('Since yesterday.')
  await press('Control+Enter')
  await at('select Model')
  await type('Wood')
  await go('input Urgent')
  await press(' ')
  await go('input Add files')
  await choose()
  await see('.tc-tray__item:nth-child(1)', 'Ready')
  await see('.tc-tray__item:nth-child(2)', 'Ready')
  await back('button Remove b.png')
  await press('Enter')
  await at('button Remove a.png')
  await go('button Open ticket')
  await press('Enter')
  await at('h2 My oven is cold')
  await see('.tc-attachment', 'a.png')

  await back('button Invoice')
  await press('Enter')
  await at('h2 Invoice')
  await go('textarea Your reply')
  await type('The last one')
  await press('Control+Enter')
  await see('.tc-message--mine .tc-rich-text', 'The last one')
  await at('textarea Your reply')
  await type('Of October')
  await go('button Send')
  await press('Enter')
  await see('.tc-message--mine .tc-rich-text', 'Of October')
  await at('textarea Your reply')
  await back('button Mark as solved')
  await press('Enter')
  await at('button Reopen')
  await see('.tc-rating')
  await go('button Good')
  await press('Enter')
  await see('.tc-rating__form')
  await at('button Good')
  await go('textarea Would you like to add anything')
  await type('Fast')
  await press('Control+Enter')
  await at('button Change')

  await back('button Filter tickets')
  await press('Enter')
  await see('.tc-filters')
  await go('select Status')
  await type('Solved')
  await miss('.tc-ticket', 'Parcel')
  await go('select Category')
  await type('Rep')
  await see('.tc-sidebar', 'No tickets match')
  await go('button Show all tickets')
  await press('Enter')
  await at('button Filter tickets')
  await see('.tc-ticket', 'Parcel')
  await press('Enter')
  await miss('.tc-filters')
  await back('input Search your tickets')
  await type('parcel')
  await miss('.tc-ticket', 'Invoice')
  await see('.tc-ticket', 'Parcel')
  await go('button Clear search')
  await press('Enter')
  await at('input Search your tickets')
  await type('parcel')
  await miss('.tc-ticket', 'Invoice')
  await see('.tc-ticket', 'Parcel')
  await go('button Parcel')
  await press('Enter')
  await at('h2 Parcel')
  await back('input Search your tickets')
  await press('Escape')
  await see('.tc-ticket', 'Invoice')
  await at('input Search your tickets')

  await back('button New ticket')
  await press('Enter')
  await at('h2 New ticket')
  await see('.tc-new-ticket__form')
  await go('button Cancel')
  await press('Enter')
  await at('button New ticket')
}

/** To a ticket and the form and back, where only one of them is shown at a time. */
export async function goAndReturn(typist: Typist): Promise<void> {
  const { press } = typist
  const { go, back, at } = steps(typist)
  await go('button Parcel')
  await press('Enter')
  await at('h2 Parcel')
  await back('button Back to your tickets')
  await press('Enter')
  await at('button Parcel')
  await back('button New ticket')
  await press('Enter')
  await at('h2 New ticket')
  await back('button Back to your tickets')
  await press('Enter')
  await at('button New ticket')
}
