import { expect, type TestContext } from 'vitest'
import { returnJobs } from '../support/jobs.ts'
import { checkRepeats, killWhileWriting, missing, type Written } from './email-kill-round.ts'
import { emailsOf, openEmailScene } from './email-scene.ts'

/**
 * Kills a server as often as `rounds` while operators write. Then expects that every reply was emailed, once or as the
 * identical email.
 */
export async function killWhileEmailing(context: TestContext, rounds: number): Promise<void> {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  let server = await scene.start()
  const website = await scene.makeWebsite()
  const written: Written[] = []
  // Some get no response: those are in flight when the process is killed.
  mailbox.mood = () => (Math.random() < 0.3 ? 'hang' : undefined)
  for (let round = 1; round < rounds; round++) {
    written.push(...(await killWhileWriting(server, website, round, round % 2 === 1)))
    server = await scene.start()
  }
  written.push(...(await killWhileWriting(server, website, rounds, Math.random() < 0.5)))
  mailbox.mood = () => undefined
  const killed = new Date()
  await scene.startHere()
  // Many rounds, which are in .ci/long, wait as long as it really takes.
  if (rounds === 1) await returnJobs(killed)
  const acknowledged = written.flatMap(({ texts }) => texts)
  expect(acknowledged.length).toBeGreaterThan(rounds * 8 - 1)
  const waiting = async () => {
    const emails = await Promise.all(
      written.map(({ ticketId }) => (ticketId ? emailsOf(website, ticketId) : [])),
    )
    return [...missing(mailbox, written), ...emails.flat().filter(({ state }) => state !== 'SENT')]
  }
  await expect.poll(waiting, { timeout: 120_000, interval: 500 }).toEqual([])
  const { emails, repeats } = checkRepeats(mailbox, written, rounds)
  console.info(
    `${rounds} kills, ${acknowledged.length} answers in ${emails} emails, ${repeats} of them twice`,
  )
}
