import { appendedAttacks } from './appended.ts'
import { forgedAttacks } from './forged.ts'
import { shadowAttacks } from './shadow.ts'
import { untrustedAttacks } from './untrusted.ts'

export const ATTACKS = [...appendedAttacks, ...shadowAttacks, ...forgedAttacks, ...untrustedAttacks]
