import counting from '../../../data/digitisation/counting.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import type { CountedDossier } from '../../dossiers/index.ts'

/** How deep something is digitised: nothing, a file, a file and a signature, a file with a signature and its data. */
export const DEPTHS = { none: 0, file: 1, signed: 2, data: 3 } as const
export type Depth = (typeof DEPTHS)[keyof typeof DEPTHS]

/** What is known of one paper of a dossier, each fact from its own ledger. */
export type PaperEvidence = {
  code: string
  hasFile: boolean
  /** Every file bears a valid signature, an agency certified a copy of it, or it came so from a vault. */
  isSigned: boolean
  /** People have checked its values, or it is a result of this system. */
  hasData: boolean
}

export type DossierEvidence = {
  dossier: Pick<CountedDossier, 'id' | 'code' | 'procedureCode' | 'competentUnitId'>
  level: 'province' | 'commune'
  receivedOn: LegalDate
  finishedOn: LegalDate | null
  papers: readonly PaperEvidence[]
  /** What the approved list asks of the procedure on the day of reception; empty when there is none. */
  listed: ReadonlySet<string>
  /** Components that were not asked for again: taken from a vault, or held by a register of the State. */
  reused: { vault: ReadonlySet<string>; register: ReadonlySet<string>; nationalPortal: number }
  result: Depth
}

/** Số hóa của một hồ sơ: how many papers it was due to have, and how deep they are. */
export type DossierFacts = {
  dossierId: string
  code: string
  procedureCode: string
  unitId: string
  level: 'province' | 'commune'
  receivedOn: LegalDate
  finishedOn: LegalDate | null
  fromList: boolean
  duePapers: number
  filePapers: number
  signedPapers: number
  dataPapers: number
  isDigitised: boolean
  reusedPapers: number
  reusedVault: number
  reusedRegister: number
  reusedNational: number
  resultDepth: Depth
  isResultDigitised: boolean
}

export function depthOf({ hasFile, isSigned, hasData }: Omit<PaperEvidence, 'code'>): Depth {
  if (!hasFile) return DEPTHS.none
  if (!isSigned) return DEPTHS.file
  return hasData ? DEPTHS.data : DEPTHS.signed
}

/** A paper of the approved list in one dossier: whence it came, how deep it is. */
export type ListedPaper = Pick<DossierFacts, 'dossierId' | 'procedureCode' | 'unitId' | 'level' | 'receivedOn'> & {
  componentCode: string
  origin: 'filed' | 'vault' | 'register'
  depth: Depth
  isDigitised: boolean
}

type CountingRule = { from: LegalDate; papers: keyof typeof DEPTHS; result: keyof typeof DEPTHS }
const RULES = counting.rules as CountingRule[]

/** How deep counts on a day; before the first rule nothing does. */
export function ruleOn(day: LegalDate): CountingRule | undefined {
  return RULES.findLast(({ from }) => from <= day)
}

/** What became of each paper of the list in force: those handed in, and those a register stood for. */
export function listedPapersOf(evidence: DossierEvidence): ListedPaper[] {
  const { dossier, level, receivedOn, papers, listed, reused } = evidence
  const rule = ruleOn(receivedOn)
  const { id: dossierId, procedureCode, competentUnitId: unitId } = dossier
  const about = { dossierId, procedureCode, unitId, level, receivedOn }
  const filed = papers.map((paper): ListedPaper => {
    const depth = depthOf(paper)
    const isDigitised = rule !== undefined && depth >= DEPTHS[rule.papers]
    return {
      ...about,
      componentCode: paper.code,
      origin: reused.vault.has(paper.code) ? 'vault' : 'filed',
      depth,
      isDigitised,
    }
  })
  const handedIn = new Set(filed.map(({ componentCode }) => componentCode))
  const held = [...reused.register]
    .filter((code) => !handedIn.has(code))
    .map((componentCode): ListedPaper => {
      return { ...about, componentCode, origin: 'register', depth: DEPTHS.none, isDigitised: false }
    })
  return [...filed, ...held].filter(({ componentCode }) => listed.has(componentCode))
}

/** With a list in force its papers count that were handed in, without one everything handed in. */
export function factsOf(evidence: DossierEvidence): DossierFacts {
  const { dossier, level, receivedOn, finishedOn, listed, reused, result } = evidence
  const fromList = listed.size > 0
  const due = evidence.papers.filter(({ code }) => !fromList || listed.has(code)).map(depthOf)
  const reaching = (depth: Depth) => due.filter((own) => own >= depth).length
  const rule = ruleOn(receivedOn)
  const resultRule = finishedOn === null ? undefined : ruleOn(finishedOn)
  return {
    dossierId: dossier.id,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    unitId: dossier.competentUnitId,
    level,
    receivedOn,
    finishedOn,
    fromList,
    duePapers: due.length,
    filePapers: reaching(DEPTHS.file),
    signedPapers: reaching(DEPTHS.signed),
    dataPapers: reaching(DEPTHS.data),
    isDigitised: rule !== undefined && due.length > 0 && reaching(DEPTHS[rule.papers]) === due.length,
    reusedPapers: new Set([...reused.vault, ...reused.register]).size,
    reusedVault: reused.vault.size,
    reusedRegister: reused.register.size,
    reusedNational: reused.nationalPortal,
    resultDepth: result,
    isResultDigitised: resultRule !== undefined && result >= DEPTHS[resultRule.result],
  }
}
