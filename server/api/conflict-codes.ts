/** What a call can conflict with. */
export const conflictCodes = {
  WEBSITE_EXISTS: { description: 'A website with this id already exists.' },
  OPERATOR_EXISTS: { description: 'An operator with this address already exists.' },
  LAST_ADMINISTRATOR: { description: 'The website would have no administrator.' },
  LAST_SECRET: { description: 'The website would have no secret of this kind.' },
  FIELD_IN_USE: { description: 'Whether the field labeled `value` is shown depends on this one.' },
  ENDPOINT_DISABLED: { description: 'The webhook endpoint is disabled.' },
  EMAIL_EMPTY: { description: 'The quarantined email has no text.' },
  EMAIL_NOT_FAILED: { description: 'The email has not failed.' },
  INVITATION_NOT_FAILED: { description: 'The last invitation of this operator has not failed.' },
  OPERATOR_DEACTIVATED: { description: 'The operator was deactivated during the call.' },
  IDEMPOTENCY_KEY_USED: { description: 'The idempotency key was used with different input.' },
  SERVER_KEY_NOT_READY: { description: 'The processes do not have the new server key yet.' },
  SERVER_KEY_STILL_NEEDED: { description: 'Links from before the last rotation are valid until `value`.' },
} as const

export type ConflictCode = keyof typeof conflictCodes
