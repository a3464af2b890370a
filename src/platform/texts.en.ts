export const inputMessagesEn = {
  required: 'This is needed',
  minLength: 'Enter at least {limit} characters',
  maxLength: 'Enter at most {limit} characters',
  minimum: 'Enter {limit} or more',
  maximum: 'Enter {limit} or less',
  minItems: 'Choose at least {limit}',
  maxItems: 'Choose at most {limit}',
  pattern: 'This is not written in the expected form',
  format: 'This is not written in the expected format',
  type: 'This is the wrong kind of value',
  enum: 'Choose a value from the list',
  anyOf: 'Choose a value from the list',
  additionalProperties: 'Unknown entry: {additionalProperties}',
  other: 'This value is not valid',
}

export const webTextsEn = {
  needsObject: 'A JSON object is needed',
  unreadable: 'What was sent cannot be read',
  apiDescription: 'Administrative procedures of a province, from filing to the result.',
}

export const platformRefusalsEn = {
  'platform.invalid-input': 'Some entries are not right. Correct those that are named and send again.',
  'platform.not-signed-in': 'Sign in to do this.',
  'platform.forbidden': 'Your account is not allowed to do this.',
  'platform.not-found': 'This does not exist, or you are not allowed to see it.',
  'platform.conflict': 'Someone else has just changed this. Open it again to see the new version, then go on.',
  'platform.key-reused': 'This idempotency key was already used for another request.',
  'platform.form-expired':
    'The page was open for too long. Load it again and send again; what was saved is still there.',
  'platform.too-many': 'There are too many requests from this place. Wait a minute and try again.',
  'platform.too-large': 'What was sent is too large.',
  'platform.database-away':
    'The system has lost its database for the moment. What was saved is still there; try again in a minute.',
  'platform.disk-full':
    'The file store is full, so the file was not taken. What you entered is still there; tell the administrator or try again later.',
  'platform.internal': 'Something went wrong. What was saved is still there; try again, or call the hotline.',
}
