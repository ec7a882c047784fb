import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTray, type Form } from '../../../client/attachments/tray.ts'
import { fileOf, requestsOf, startScene } from './scene.ts'

afterEach(() => vi.unstubAllGlobals())

function open(accepts?: string) {
  const { client } = startScene()
  const [send, changed] = [vi.fn(), vi.fn()]
  const form: Form = { place: null, content: 'See', files: [], send, changed }
  const tray = createTray({ client, render: () => {}, accepted: async () => accepts }, form)
  const submit = (solve = false) => {
    form.submitted = { solve }
    tray.submit()
  }
  function add(...files: File[]): void {
    form.files.push(...files)
    tray.add()
  }
  return { tray, form, send, changed, submit, add }
}

test('a form without files is sent at once', () => {
  const { send, submit } = open()
  submit(true)
  expect(send).toHaveBeenCalledExactlyOnceWith({ attachmentIds: [], names: '' }, true)
})

test('a submitted form is sent once, when its last file has arrived', async () => {
  const { form, send, submit, add } = open()
  add(fileOf('a.png'), fileOf('b.png'))
  const [first, second] = await requestsOf(2)
  submit()
  first?.answer(204)
  await vi.waitFor(() => expect(form.submitted).toEqual({ solve: false }))
  second?.answer(204)
  await vi.waitFor(() => expect(send).toHaveBeenCalledOnce())
  expect(send).toHaveBeenCalledWith({ attachmentIds: ['id 1', 'id 2'], names: '📎 a.png, b.png' }, false)
  expect(form.submitted).toBeUndefined()
})

test('files that arrive send nothing that was not submitted', async () => {
  const { send, add } = open()
  add(fileOf('a.png'))
  const [request] = await requestsOf(1)
  request?.answer(204)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(send).not.toHaveBeenCalled()
})

describe('a submitted form is not sent', () => {
  test('if a file fails, even when the other one arrives', async () => {
    const { form, send, submit, add } = open()
    add(fileOf('a.png'), fileOf('empty.png', 0))
    submit()
    expect(form.submitted).toBeUndefined()
    const [request] = await requestsOf(1)
    request?.answer(204)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(send).not.toHaveBeenCalled()
  })
})

test('a website that accepts no files takes none', async () => {
  const { tray, changed, send, submit, add } = open('')
  await vi.waitFor(() => expect(changed).toHaveBeenCalled())
  expect(tray.accept()).toBe('')
  add(fileOf('a.png'))
  submit()
  expect(send).toHaveBeenCalledExactlyOnceWith({ attachmentIds: [], names: '' }, false)
})
