import rules from '../../../data/acting/rules.json' with { type: 'json' }
import { addDays, type LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import { monthsAfter } from '../../documents/index.ts'
import { hasEnded, type Handling } from '../dossier.ts'

/** tư cách nộp thay: cha mẹ, người giám hộ, người được uỷ quyền, người của tổ chức (Bộ luật Dân sự 2015, Điều 134–138). */
export const CAPACITIES = ['parent', 'guardian', 'authorised', 'member', 'sent'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** Nộp thay: by which right whoever hands in acts for the applicant. Nobody acts for those who file for themselves. */
export type Acting = {
  capacity: Capacity
  /** In the filer's own words: mẹ, cháu, nhân viên. */
  relation: string | null
  /** What the paper says, where the right stands in one. */
  groundNumber: string | null
  groundIssuedOn: LegalDate | null
  groundIssuer: string | null
  groundScope: string | null
  /** The last day of the right; nothing where it has none of its own. */
  endsOn: LegalDate | null
}

/** What officers and people made of it since. */
export type FiledActing = Acting & {
  endedAt: Date | null
  endedBy: 'applicant' | 'filer' | null
  /** The officer's word on the paper; nothing before anybody looked. */
  verdict: 'accepted' | 'doubted' | null
  verdictNote: string | null
  verdictBy: string | null
  verdictAt: Date | null
}

type Answers = Record<string, unknown>

function textIn(answers: Answers, name: string): string | null {
  const value = answers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** In which capacity whoever fills in a form acts; undefined for a person's own dossier. */
export function capacityIn(answers: Answers): Capacity | undefined {
  if (textIn(answers, 'organisationName') !== null) return textIn(answers, 'standing') === 'member' ? 'member' : 'sent'
  if (textIn(answers, 'onBehalf') !== 'other') return undefined
  const said = textIn(answers, 'capacity')
  return said === 'parent' || said === 'guardian' ? said : 'authorised'
}

/** Reads from a filled-in form who acts for whom and why; undefined for a person's own dossier. */
export function actingOf(answers: Answers, on: LegalDate): Acting | undefined {
  const capacity = capacityIn(answers)
  if (!capacity) return undefined
  const said = (name: string) => (STANDS_IN_PAPER.has(capacity) ? textIn(answers, name) : null)
  const groundIssuedOn = said('groundIssuedOn')
  const ends =
    capacity === 'parent' ? childhoodEnd(textIn(answers, 'ownerBornOn'), on) : authorityEnd(capacity, groundIssuedOn)
  return {
    capacity,
    relation: textIn(answers, 'ownerRelation') ?? textIn(answers, 'representativePosition'),
    groundNumber: said('groundNumber'),
    groundIssuedOn,
    groundIssuer: said('groundIssuer'),
    groundScope: said('groundScope'),
    endsOn: said('groundUntil') ?? ends,
  }
}

/** Rights that stand in a paper, with its day and its scope. */
const STANDS_IN_PAPER: ReadonlySet<Capacity> = new Set(['guardian', 'authorised', 'sent'])
/** Rights somebody gave by their own will and may take back (Bộ luật Dân sự 2015, Điều 140 khoản 3, Điều 569). */
const GIVEN: ReadonlySet<Capacity> = new Set(['authorised', 'sent'])

/** An authority without a last day ends by law; guardianship lasts until it is ended. */
function authorityEnd(capacity: Capacity, signedOn: LegalDate | null): LegalDate | null {
  if (signedOn === null || !GIVEN.has(capacity)) return null
  const rule = rules.authorityWithoutEnd.findLast(({ validFrom }) => validFrom <= signedOn)
  return rule ? addDays(monthsAfter(signedOn, rule.months), -1) : null
}

/** A parent represents until the day before the child comes of age; a birth year counts to its end. */
function childhoodEnd(bornOn: string | null, on: LegalDate): LegalDate | null {
  const rule = rules.grownUp.findLast(({ validFrom }) => validFrom <= on)
  if (bornOn === null || !rule) return null
  const born = bornOn.length === 4 ? `${bornOn}-12-31` : bornOn
  return addDays(monthsAfter(born, rule.years * 12), -1)
}

/** Whether the right still holds on a day. */
export function holdsOn({ endsOn, endedAt }: Pick<FiledActing, 'endsOn' | 'endedAt'>, on: LegalDate): boolean {
  return endedAt === null && (endsOn === null || on <= endsOn)
}

/** Why nobody may file with this right on this day; `isMember`: the organisation let them file for it. */
export function whyNotAct(
  acting: Acting | undefined,
  { isMember }: { isMember: boolean },
  on: LegalDate,
): Reason | undefined {
  if (!acting) return undefined
  const { capacity, endsOn } = acting
  if (capacity === 'member' && !isMember) return { code: 'dossiers.not-of-organisation' }
  if (endsOn === null || on <= endsOn) return undefined
  return capacity === 'parent'
    ? { code: 'dossiers.acting-grown-up' }
    : { code: 'dossiers.acting-authority-over', facts: { until: endsOn } }
}

/** Why the applicant cannot take the right back: it comes from the law, or is over. */
export function whyNotEnd(acting: FiledActing | undefined, on: LegalDate): Reason | undefined {
  if (!acting || !GIVEN.has(acting.capacity)) return { code: 'dossiers.acting-by-law' }
  return holdsOn(acting, on) ? undefined : { code: 'dossiers.acting-over' }
}

/** Why an officer cannot say what they make of the paper: there is none, the dossier has ended, or a doubt says nothing. */
export function whyNotJudge(
  acting: FiledActing | undefined,
  handling: Handling,
  { verdict, note }: { verdict: FiledActing['verdict']; note: string | null },
): Reason | undefined {
  if (!acting || acting.capacity === 'member') return { code: 'dossiers.no-ground' }
  if (hasEnded(handling)) return { code: 'dossiers.ground-too-late' }
  return verdict === 'doubted' && note === null ? { code: 'dossiers.doubt-needs-words' } : undefined
}
