import { existsSync, readFileSync } from 'node:fs'

interface Report {
  numPassedTests: number
  numFailedTests: number
  success: boolean
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** A run that ended without its report has failed, and so has a file whose tests did not even begin. */
const nothing: Report = { numPassedTests: 0, numFailedTests: 1, success: false, testResults: [] }
const reports = process.argv
  .slice(2)
  .map((file): Report => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : nothing))
const failedBy = ({ numFailedTests, testResults }: Report) =>
  numFailedTests +
  testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .length
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

// The last line: what all test runs together passed and failed.
const passed = sum(reports.map(({ numPassedTests }) => numPassedTests))
console.log(`${passed} passed, ${sum(reports.map(failedBy))} failed`)
process.exitCode = reports.every(({ success }) => success) ? 0 : 1
