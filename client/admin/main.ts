import { existsSync } from 'node:fs'
import { createAsk } from './api.ts'
import { readArguments } from './arguments.ts'
import { Failure, WrongUsage } from './failures.ts'
import { overview, usage } from './help.ts'
import { findPlace } from './place.ts'
import { verbs } from './verbs.ts'

// `npm run admin -- VERB …`: what administrators do without the console.
const [name = '', ...rest] = process.argv.slice(2)

async function run(): Promise<void> {
  if (['--help', '-h', 'help'].includes(name)) return print(overview())
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new WrongUsage(name ? `There is no verb ${name}` : 'Say what to do')
  const { help, json, values } = readArguments(verb, rest)
  if (help) return print(usage(name, verb))

  if (existsSync('.env')) process.loadEnvFile()
  const place = findPlace(process.env)
  const ask = createAsk(place, verb.root === true)
  const answer = await verb.run({ values: values as never, ask, place })
  print(`${json ? JSON.stringify(answer.json) : answer.text}\n`)
  if (answer.failure) throw new Failure(answer.failure)
}

function print(text: string): void {
  process.stdout.write(text)
}

try {
  await run()
} catch (error) {
  const expected = error instanceof Failure || error instanceof WrongUsage
  process.stderr.write(`${expected ? error.message : error}\n`)
  const helped = Object.hasOwn(verbs, name) ? `${name} --help` : '--help'
  if (error instanceof WrongUsage) process.stderr.write(`See npm run admin -- ${helped}\n`)
  process.exitCode = error instanceof WrongUsage ? 2 : 1
}
