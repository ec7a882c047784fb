import type { Plugin } from 'graphql-yoga'
import { coded } from '../errors.ts'

/** Refuses a GET whose `variables` or `extensions` are no JSON: for Yoga, that is an internal error. */
export const jsonInAddress: Plugin = {
  onRequestParse({ request, requestParser, setRequestParser }) {
    if (request.method !== 'GET' || !requestParser) return
    setRequestParser(async (request) => {
      try {
        return await requestParser(request)
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        const message = '`variables` and `extensions` in the address must be JSON'
        throw coded('BAD_USER_INPUT', message, { http: { status: 400 } })
      }
    })
  },
}
