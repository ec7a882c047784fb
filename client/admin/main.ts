import { existsSync } from 'node:fs'
import { createAsk } from './api.ts'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { Failure, WrongUsage } from './failures.ts'
import { overview, usage } from './help.ts'
import { findServer } from './server.ts'

// `npm run admin -- COMMAND …`: administration without the console.
const [name = '', ...rest] = process.argv.slice(2)

async function run(): Promise<void> {
  if (['--help', '-h', 'help'].includes(name)) return print(overview())
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUsage(name ? `Unknown command ${name}` : 'Missing command')
  const { help, json, values } = readArguments(command, rest)
  if (help) return print(usage(name, command))

  if (existsSync('.env')) process.loadEnvFile()
  const server = findServer(process.env)
  const ask = createAsk(server, command.root === true)
  const answer = await command.run({ values: values as never, ask, server })
  if (!answer) return
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
  const helped = Object.hasOwn(commands, name) ? `${name} --help` : '--help'
  if (error instanceof WrongUsage) process.stderr.write(`See npm run admin -- ${helped}\n`)
  process.exitCode = error instanceof WrongUsage ? 2 : 1
}
