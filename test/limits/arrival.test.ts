import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { mime, signed } from '../inbound/postman.ts'
import { startReceiving } from '../support/app.ts'

const { origin } = await startReceiving()

describe('the connection of a stalled request is closed', () => {
  const { hostname, port } = new URL(origin)
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'

  test.for([
    ['in its head', head],
    ['in its body', `${head}content-length: 100\r\n\r\n{"query":`],
    ['in a body of unknown length', `${head}transfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`],
    ['in an unexpected body', `${head.replace('/graphql', '/nothing')}content-length: 100\r\n\r\na=`],
  ])('%s', { concurrent: true }, async ([, start = '']) => {
    const socket = connect({ host: hostname, port: Number(port) })
    let answer = ''
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}))
    socket.on('data', (data) => {
      answer += data
    })
    socket.write(start)
    // By default, Node checks every thirty seconds.
    expect(await Promise.race([closed.then(() => answer), setTimeout(22_000, 'still open')])).toMatch(
      /^HTTP\/1\.1 40[48] /,
    )
  })

  test('but not that of an email on a slow line', { concurrent: true }, async () => {
    const raw = mime({ to: 'nobody@example.com' })
    const call = request(`${origin}/inbound`, { method: 'POST', headers: signed(raw) })
    const answer = new Promise((resolve, reject) => {
      call.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
    })
    for (let second = 0; second < 12; second++) {
      call.write(raw[second])
      await setTimeout(1_000)
    }
    call.end(raw.slice(12))
    expect(await answer).toBe(422)
  })
})
