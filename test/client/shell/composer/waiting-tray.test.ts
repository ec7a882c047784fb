import { describe, expect, test, vi } from 'vitest'
import type { Form, Tray } from '../../../../client/attachments/tray.ts'
import { createWaitingTray } from '../../../../client/shell/composer/waiting-tray.ts'

const fileNamed = (name: string) => new File(['x'], name)
const place = {} as Element

/** A form's files, whose code is loaded while `up` is true, and takes a moment. */
function openTray() {
  const line = { up: true, loads: 0 }
  const added: string[] = []
  const submit = vi.fn()
  const [send, changed] = [vi.fn(), vi.fn()]
  function loaded(form: Form): Tray {
    const add = () => void added.push(...form.files.splice(0).map(({ name }) => name))
    add()
    if (form.submitted) submit()
    return { show: () => {}, add, submit, accept: () => undefined, clear: () => {} }
  }
  const tray = createWaitingTray(async (form) => {
    line.loads++
    await settle()
    if (!line.up) throw new Error('Offline')
    return loaded(form)
  })
  const write = (content: string) => tray.connect({ place, content, send, changed })
  return { tray, line, added, submit, send, changed, write }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 1))
const loading = (line: { loads: number }) => vi.waitFor(() => expect(line.loads).toBeGreaterThan(0))

test('a form without files is sent at once, and not again when their code has arrived', async () => {
  const { tray, line, submit, send, changed, write } = openTray()
  write('See')
  tray.submit()
  expect(send).toHaveBeenCalledOnce()
  await loading(line)
  await vi.waitFor(() => expect(changed).toHaveBeenCalled())
  expect(submit).not.toHaveBeenCalled()
})

describe('files that are added', () => {
  test('wait for the code that uploads them, and hold back what is submitted meanwhile', async () => {
    const { tray, added, submit, send, write } = openTray()
    write('See')
    tray.add([fileNamed('a.png')])
    tray.add([fileNamed('b.png')])
    tray.submit()
    await vi.waitFor(() => expect(added).toEqual(['a.png', 'b.png']))
    expect(submit).toHaveBeenCalledOnce()
    expect(send).not.toHaveBeenCalled()
  })

  test.for([
    ['an edit', ({ write }) => write('See the')],
    ['another file', ({ tray }) => tray.add([fileNamed('b.png')])],
    ['Cancel', ({ tray }) => tray.hold()],
  ] as [string, (opened: ReturnType<typeof openTray>) => void][])(
    'submit nothing after %s',
    async ([, change]) => {
      const opened = openTray()
      opened.write('See')
      opened.tray.add([fileNamed('a.png')])
      opened.tray.submit()
      change(opened)
      await vi.waitFor(() => expect(opened.added).toContain('a.png'))
      expect(opened.submit).not.toHaveBeenCalled()
    },
  )

  test('are kept if it cannot be loaded, until somebody tries again', async () => {
    const { tray, line, added, changed, write } = openTray()
    line.up = false
    write('See')
    tray.add([fileNamed('a.png')])
    await vi.waitFor(() => expect(tray.stuck()).toHaveLength(1))
    line.up = true
    changed.mockClear()
    tray.submit()
    await vi.waitFor(() => expect(added).toEqual(['a.png']))
    expect(tray.stuck()).toEqual([])
    expect(changed).toHaveBeenCalled()
  })

  test('can be given up, so that the text goes without them', async () => {
    const { tray, line, send, write } = openTray()
    line.up = false
    write('See')
    tray.add([fileNamed('a.png')])
    await vi.waitFor(() => expect(tray.stuck()).toHaveLength(1))
    tray.discard()
    expect(send).not.toHaveBeenCalled()
    tray.submit(true)
    expect(send).toHaveBeenCalledExactlyOnceWith({ names: '' }, true)
  })
})

test('a form without files is sent at once, whatever could be loaded', async () => {
  const { tray, line, send, write } = openTray()
  line.up = false
  write('See')
  tray.submit()
  expect(send).toHaveBeenCalledExactlyOnceWith({ names: '' }, false)
  await loading(line)
  expect(tray.stuck()).toEqual([])
})
