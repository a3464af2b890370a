import { formAttacks } from './appended-form.ts'
import { pageAttacks } from './appended-pages.ts'
import { coveringAttacks } from './covering.ts'
import { forgedAttacks } from './forged.ts'
import { namedAttacks } from './named.ts'
import { shadowAttacks } from './shadow.ts'
import { untrustedAttacks } from './untrusted.ts'

export const ATTACKS = [
  ...pageAttacks,
  ...formAttacks,
  ...coveringAttacks,
  ...shadowAttacks,
  ...forgedAttacks,
  ...untrustedAttacks,
  ...namedAttacks,
]
