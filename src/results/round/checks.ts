import { formatDateTime } from '../../platform/dates.ts'
import type { Facts, Reason } from '../../platform/refusal.ts'
import type { BodyState } from '../../dossiers/index.ts'
import type { Result, ResultContent, ResultFile } from '../result.ts'

/** passed: the machine finds nothing; doubt: a person should look; refused: cannot be signed so. */
export type CheckOutcome = 'passed' | 'doubt' | 'refused'
export type Check = { code: CheckCode; outcome: CheckOutcome; facts?: Facts }

/** What is known of one paper before it is signed. */
export type PaperFacts = {
  result: Pick<
    Result,
    | 'kind'
    | 'version'
    | 'title'
    | 'template'
    | 'content'
    | 'approvedSha256'
    | 'approvedByName'
    | 'attention'
    | 'draftedByName'
  >
  unsignedSha256: string | undefined
  /** The paper as the dossier's data alone would make it. */
  expected: Pick<ResultContent, 'addressee' | 'facts' | 'title'> & Pick<Result, 'template'>
  /** ký nháy; null: nobody initialled it. */
  initialledAt: Date | null
  isMine: boolean
  whyNotByAuthority: Reason | undefined
  /** Answers of the bodies that were asked. */
  opinions: readonly { body: string; state: BodyState }[]
  /** When it should have been with the applicant; null in time. */
  lateSince: Date | null
  /** An apology with a new date (form 04) was sent. */
  isApologised: boolean
  /** Number of the issued document it takes the place of. */
  replaces: string | null
}

/** Every check with what it finds; one that has nothing to say about a paper says nothing. */
const CHECKS: readonly ((facts: PaperFacts) => Check | undefined)[] = [
  asApproved,
  isInitialled,
  matchesData,
  rightPaper,
  competent,
  opinionsAgree,
  inTime,
  attention,
  isRefusal,
  draftedAgain,
  replacesIssued,
]

export type CheckCode =
  | 'as-approved'
  | 'changed-after-approval'
  | 'not-approved'
  | 'initialled'
  | 'data-matches'
  | 'data-differs'
  | 'right-paper'
  | 'paper-differs'
  | 'competent'
  | 'for-another'
  | 'not-mine'
  | 'authority-ended'
  | 'opinions-agree'
  | 'opinions-conditional'
  | 'opinions-against'
  | 'opinions-missing'
  | 'in-time'
  | 'late'
  | 'late-apologised'
  | 'attention'
  | 'refuses-applicant'
  | 'drafted-again'
  | 'replaces'
  | 'signed-by'
  | 'not-signed'

export function checksOf(facts: PaperFacts): Check[] {
  return CHECKS.flatMap((check) => check(facts) ?? [])
}

export type RoundGroup = 'quick' | 'look' | 'blocked'

/** Ký nhanh được · nên mở ra xem · chưa ký được. */
export function groupOf(checks: readonly Pick<Check, 'outcome'>[]): RoundGroup {
  if (checks.some(({ outcome }) => outcome === 'refused')) return 'blocked'
  return checks.some(({ outcome }) => outcome === 'doubt') ? 'look' : 'quick'
}

/** Why a paper cannot go with a round: what has a doubt is opened first, by whoever signs it. */
export function whyNotInRound(
  checks: readonly Check[],
  { version }: Pick<Result, 'version'>,
  { seen, isOpened }: { seen: number; isOpened: boolean },
): Reason | undefined {
  if (version !== seen) return { code: 'results.draft-changed' }
  return groupOf(checks) === 'look' && !isOpened ? { code: 'results.not-opened' } : undefined
}

/** What the clerk's seal rests on: the signature of the person, there before it. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export function sealChecksOf({ result, signed, replaces }: SealFacts): Check[] {
  const { fullName: name } = result.content.signature
  const signature = signed
    ? passed('signed-by', { name, at: formatDateTime(signed.madeAt) })
    : refused('not-signed', { name })
  return replaces === null ? [signature] : [signature, doubt('replaces', { number: replaces })]
}

export type SealFacts = {
  result: Pick<Result, 'content'>
  signed: Pick<ResultFile, 'madeAt'> | undefined
  replaces: string | null
}

const passed = (code: CheckCode, facts?: Facts): Check => ({ code, outcome: 'passed', ...(facts ? { facts } : {}) })
const doubt = (code: CheckCode, facts?: Facts): Check => ({ code, outcome: 'doubt', ...(facts ? { facts } : {}) })
const refused = (code: CheckCode, facts?: Facts): Check => ({ code, outcome: 'refused', ...(facts ? { facts } : {}) })

function asApproved({ result, unsignedSha256 }: PaperFacts): Check {
  if (result.approvedSha256 === null || unsignedSha256 === undefined) return refused('not-approved')
  return result.approvedSha256 === unsignedSha256
    ? passed('as-approved', { name: result.approvedByName ?? '' })
    : refused('changed-after-approval')
}

function isInitialled({ initialledAt, result }: PaperFacts): Check | undefined {
  const facts = initialledAt && { name: result.draftedByName, at: formatDateTime(initialledAt) }
  return facts ? passed('initialled', facts) : undefined
}

/** Each place of the paper that repeats the dossier's data says the same. */
function matchesData({ result: { content, kind }, expected }: PaperFacts): Check {
  const written = new Map(content.facts.map(({ label, value }) => [label, value]))
  const places = [
    { label: 'addressee', isSame: isSame(content.addressee, expected.addressee) },
    ...expected.facts.flatMap(({ label, value }) => {
      const found = written.get(label)
      return found === undefined ? [] : [{ label, isSame: isSame(found, value) }]
    }),
  ]
  const differing = places.flatMap(({ label, isSame: same }) => (same ? [] : [label]))
  if (differing.length > 0) return doubt('data-differs', { places: differing, kind })
  return passed('data-matches', { same: places.length, of: places.length })
}

const isSame = (one: string, other: string) => tidy(one) === tidy(other)
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function rightPaper({ result, expected }: PaperFacts): Check {
  const isUsual = result.template === expected.template && result.title === expected.title
  return isUsual ? passed('right-paper') : doubt('paper-differs', { title: result.title, usual: expected.title })
}

/** Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13. */
function competent({ result, isMine, whyNotByAuthority }: PaperFacts): Check {
  const { fullName, authority, delegationId } = result.content.signature
  if (!isMine) return refused('not-mine', { name: fullName })
  if (whyNotByAuthority) return refused('authority-ended', { authority: authority.join(' ') })
  return delegationId === undefined ? passed('competent') : passed('for-another', { authority: authority.join(', ') })
}

function opinionsAgree({ opinions }: PaperFacts): Check | undefined {
  if (opinions.length === 0) return undefined
  const those = (...states: BodyState[]) =>
    opinions.flatMap(({ body, state }) => (states.includes(state) ? [body] : [])).join(', ')
  const against = those('disagree')
  if (against !== '') return doubt('opinions-against', { bodies: against })
  const missing = those('waiting', 'missing', 'released')
  if (missing !== '') return doubt('opinions-missing', { bodies: missing })
  const conditional = those('agree-with-conditions')
  if (conditional !== '') return doubt('opinions-conditional', { bodies: conditional })
  return passed('opinions-agree', { bodies: those('agree', 'no-opinion', 'silent') })
}

function inTime({ lateSince, isApologised }: PaperFacts): Check {
  if (lateSince === null) return passed('in-time')
  return doubt(isApologised ? 'late-apologised' : 'late', { since: formatDateTime(lateSince) })
}

function attention({ result }: PaperFacts): Check | undefined {
  if (result.attention === null) return undefined
  return doubt('attention', { text: result.attention, name: result.draftedByName })
}

function isRefusal({ result }: PaperFacts): Check | undefined {
  return result.kind === 'rejection' ? doubt('refuses-applicant') : undefined
}

function draftedAgain({ result: { version } }: PaperFacts): Check | undefined {
  return version > 1 ? doubt('drafted-again', { version }) : undefined
}

function replacesIssued({ replaces }: PaperFacts): Check | undefined {
  return replaces === null ? undefined : doubt('replaces', { number: replaces })
}
