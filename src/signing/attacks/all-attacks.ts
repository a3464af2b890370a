import { appendedAttacks } from './appended.ts'
import { coveringAttacks } from './covering.ts'
import { forgedAttacks } from './forged.ts'
import { namedAttacks } from './named.ts'
import { shadowAttacks } from './shadow.ts'
import { untrustedAttacks } from './untrusted.ts'

export const ATTACKS = [
  ...appendedAttacks,
  ...coveringAttacks,
  ...shadowAttacks,
  ...forgedAttacks,
  ...untrustedAttacks,
  ...namedAttacks,
]
