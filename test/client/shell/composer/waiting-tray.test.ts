import { describe, expect, test, vi } from 'vitest'
import type { Tray } from '../../../../client/attachments/create-files.tsx'
import { createWaitingTray } from '../../../../client/shell/composer/waiting-tray.ts'

const fileNamed = (name: string) => new File(['x'], name)

/** A form's files, whose code is loaded while `up` is true. */
function openTray() {
  const line = { up: true, loads: 0 }
  const added: string[] = []
  const loaded: Tray = {
    mount: () => {},
    add: (files) => void added.push(...Array.from(files, ({ name }) => name)),
    ready: () => ({ attachmentIds: added, names: '' }),
    clear: () => {},
  }
  const requestSubmit = vi.fn()
  const tray = createWaitingTray(async () => {
    line.loads++
    if (!line.up) throw new Error('Offline')
    return loaded
  })
  const place = { closest: () => ({ requestSubmit }) } as unknown as Element
  const onChange = vi.fn()
  tray.mount(place, onChange)
  return { tray, line, added, requestSubmit, onChange }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('chosen files', () => {
  test('wait for the code that uploads them, and hold back what is sent meanwhile', async () => {
    const { tray, line, added, requestSubmit } = openTray()
    tray.add([fileNamed('a.png')])
    tray.add([fileNamed('b.png')])
    expect(tray.ready()).toBeNull()
    await settle()
    expect([added, line.loads]).toEqual([['a.png', 'b.png'], 1])
    expect(requestSubmit).toHaveBeenCalledOnce()
    expect(tray.ready()).toEqual({ attachmentIds: ['a.png', 'b.png'], names: '' })
  })

  test('submit nothing on their own', async () => {
    const { tray, requestSubmit } = openTray()
    tray.add([fileNamed('a.png')])
    await settle()
    expect(requestSubmit).not.toHaveBeenCalled()
  })

  test.for(['load', 'ready'] as const)(
    'are kept if it cannot be loaded, until %s tries again',
    async (again) => {
      const { tray, line, added, onChange } = openTray()
      line.up = false
      tray.add([fileNamed('a.png')])
      await settle()
      expect([tray.stuck(), added]).toEqual(['a.png', []])
      line.up = true
      onChange.mockClear()
      if (again === 'load') void tray.load()
      else expect(tray.ready()).toBeNull()
      await settle()
      expect([added, tray.stuck()]).toEqual([['a.png'], false])
      expect(onChange).toHaveBeenCalled()
    },
  )

  test('can be given up, so that the text goes without them', async () => {
    const { tray, line, requestSubmit } = openTray()
    line.up = false
    tray.add([fileNamed('a.png')])
    await settle()
    tray.ready()
    tray.discard()
    expect([tray.stuck(), tray.ready()]).toEqual([false, { attachmentIds: undefined, names: '' }])
    await settle()
    expect(requestSubmit).not.toHaveBeenCalled()
  })
})

test('a form without files loads nothing', () => {
  const { tray, line } = openTray()
  tray.add([])
  expect([tray.ready()?.attachmentIds, line.loads]).toEqual([undefined, 0])
})
