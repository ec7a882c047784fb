import { createAsk } from './api.ts'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { Failure, WrongUsage } from './failures.ts'
import { overview, usage } from './help.ts'
import { findServer } from './server.ts'

/** What a command prints, and its exit code. */
export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs a command with these words, and with variables that are read once it needs a server. Only `export` writes to standard output itself. */
export async function run(
  [name = '', ...rest]: string[],
  environment: () => Record<string, string | undefined>,
): Promise<Outcome> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  let stdout = ''
  try {
    if (['--help', '-h', 'help'].includes(name)) return { code: 0, stdout: overview(), stderr: '' }
    if (!command) throw new WrongUsage(name ? `Unknown command ${name}` : 'Missing command')
    const { help, json, values } = readArguments(command, rest)
    if (help) return { code: 0, stdout: usage(name, command), stderr: '' }

    const server = findServer(environment())
    const ask = createAsk(server, command.root === true)
    const answer = await command.run({ values: values as never, ask, server })
    if (answer) stdout = `${json ? JSON.stringify(answer.json) : answer.text}\n`
    if (answer?.failure) throw new Failure(answer.failure)
    return { code: 0, stdout, stderr: '' }
  } catch (error) {
    const expected = error instanceof Failure || error instanceof WrongUsage
    const sentence = `${expected ? error.message : error}\n`
    if (!(error instanceof WrongUsage)) return { code: 1, stdout, stderr: sentence }
    const help = `See npm run admin -- ${command ? `${name} --help` : '--help'}\n`
    return { code: 2, stdout, stderr: sentence + help }
  }
}
