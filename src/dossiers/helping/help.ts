import { createHmac, timingSafeEqual } from 'node:crypto'
import rules from '../../../data/acting/help-rules.json' with { type: 'json' }
import { vietnamDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'

/** giúp người dân: somebody fills in a form for a person who stays its applicant and owner. */
export type Help = {
  id: string
  helperAccountId: string
  helperName: string
  /** Where it happens. */
  unitId: string
  /** The helped person, known once they agreed. */
  citizenId: string | null
  helpedName: string
  helpedPersonalId: string
  /** Where the code went. */
  phone: string | null
  /** The helper said it; none was on record. */
  phoneTold: boolean
  procedureCode: string
  askedAt: Date
  codeUntil: Date | null
  tries: number
  /** How the helped person agreed: by the code, or at the desk with their paper shown. */
  confirmedBy: 'code' | 'paper' | null
  confirmedAt: Date | null
  endsAt: Date | null
  endedAt: Date | null
  /** `telephone`: the number said was not taken, and no code was sent. */
  endedBy: 'helper' | 'helped' | 'tries' | 'telephone' | null
  draftId: string | null
  resumeCode: string | null
  dossierId: string | null
}

export type HelpStep = { what: 'began' | 'page' | 'file' | 'file-removed' | 'submitted'; about: string; at: Date }
export type HelpRules = {
  codeMinutes: number
  codeTries: number
  codesAnHour: { toOneTelephone: number; byOneHelper: number }
  lastsMinutes: number
}

export function helpRulesAt(now: Date): HelpRules {
  const rule = rules.findLast(({ validFrom }) => validFrom <= vietnamDate(now))
  if (!rule) throw new Error('no rules about helping in force')
  return rule
}

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** Whether the helper may still work: the person agreed, nobody ended it, its time is not over. */
export function isOpen({ confirmedAt, endsAt, endedAt }: Help, now: Date): boolean {
  return confirmedAt !== null && endedAt === null && endsAt !== null && now < endsAt
}

/** Codes asked for within the last hour. */
export type CodesSent = { toTelephone: number; byHelper: number }

/** Codes are few: nobody's telephone is filled with them, and nobody tries many until one fits. */
export function whyNotSendCode({ toTelephone, byHelper }: CodesSent, { codesAnHour }: HelpRules): Reason | undefined {
  const isMuch = toTelephone >= codesAnHour.toOneTelephone || byHelper >= codesAnHour.byOneHelper
  return isMuch ? { code: 'dossiers.help-too-many-codes' } : undefined
}

/** Why a code, or a paper shown, counts no more. */
export function whyNotConfirm({ confirmedAt, endedAt, endedBy, codeUntil }: Help, now: Date): Reason | undefined {
  if (endedBy === 'tries') return { code: 'dossiers.help-tries' }
  if (endedAt !== null) return { code: 'dossiers.help-over' }
  if (confirmedAt !== null) return { code: 'dossiers.help-agreed' }
  return codeUntil !== null && now > codeUntil ? { code: 'dossiers.help-code-old' } : undefined
}

/** Six digits that follow from the help alone: nothing is stored that could be read. */
export function helpCode(secret: string, { id, askedAt }: Pick<Help, 'id' | 'askedAt'>): string {
  const mac = createHmac('sha256', secret).update(`help ${id} ${askedAt.toISOString()}`).digest()
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** Spaces and dashes people put between digits do not matter. */
export function isHelpCode(typed: string, code: string): boolean {
  const digits = typed.replace(/\D/g, '')
  return digits.length === code.length && timingSafeEqual(Buffer.from(digits), Buffer.from(code))
}
