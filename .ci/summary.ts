import { existsSync, readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'

interface File {
  name: string
  status: string
  message: string
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
}

interface Report {
  numPassedTests: number
  success: boolean
  testResults: File[]
}

const root = `${import.meta.dirname}/../test`

const firstLine = (text = '') => text.split('\n', 1)[0]?.slice(0, 300)

/** Failed tests with the start of their messages. A file that could not start, or a missing report, counts as one. */
function failures(path: string, report: Report | undefined): string[] {
  if (!report) return [`${basename(path)}: the run ended without a report`]
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: ${firstLine(message)}`]
    const tests = assertionResults.filter((test) => test.status === 'failed')
    return tests.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    )
  })
  return failed.map((name) => `${basename(path)}: ${name}`)
}

const paths = process.argv.slice(2)
const reports = paths.map((path): Report | undefined =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined,
)
const failed = paths.flatMap((path, index) => failures(path, reports[index]))
for (const name of failed) console.log(name)

// The last line: how many tests of all runs passed and failed.
const passed = reports.reduce((total, report) => total + (report?.numPassedTests ?? 0), 0)
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 && reports.every((report) => report?.success) ? 0 : 1
