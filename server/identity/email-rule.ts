import { z } from 'zod'
import { broken } from '../text/broken.ts'
import { canonicalEmail, isEmail } from './email.ts'

const invalid = broken('EMAIL_INVALID', 'This is not an email address')

/** Rule for an email address, stored in its canonical form. */
export const emailAddress = z.string().transform(canonicalEmail).refine(isEmail, invalid)

/** The same, kept as it was given. */
export const givenAddress = z.string().refine((text) => isEmail(canonicalEmail(text)), invalid)
