import { foldText } from '../platform/text.ts'
import type { Term } from '../platform/term.ts'
import { changedParts } from './import-difference.ts'
import { amountsOf, papersOf, type ProcedureContent } from './procedure.ts'

/** One thing that differs between a version and the one before, for people who knew the old one. */
export type VersionChange =
  | { kind: 'name'; before: string }
  | { kind: 'paper-added' | 'paper-removed'; paper: string }
  | { kind: 'paper-reworded'; before: string; after: string }
  | { kind: 'term'; caseName: string; before: Term | null; after: Term | null }
  | { kind: 'case-added' | 'case-removed'; caseName: string }
  | { kind: 'amounts'; before: (bigint | null)[]; after: (bigint | null)[] }
  | { kind: 'law-added' | 'law-removed'; document: string }
  | { kind: 'part'; part: OtherPart }

/** Parts of which it is only said that they changed. */
export type OtherPart = 'conditions' | 'steps' | 'results' | 'methods' | 'subjects' | 'executing' | 'levels' | 'note'
const OTHER_PARTS: readonly OtherPart[] = [
  'conditions',
  'steps',
  'results',
  'methods',
  'subjects',
  'executing',
  'levels',
  'note',
]

/** What a person who knew the version before must know, in the order of the procedure's page. */
export function whatChanged(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  const parts = new Set(changedParts(plainParts(before), plainParts(after)))
  return [
    ...(parts.has('name') ? [{ kind: 'name', before: before.name } as const] : []),
    ...paperChanges(before, after),
    ...caseChanges(before, after),
    ...amountChanges(before, after),
    ...lawChanges(before, after),
    ...OTHER_PARTS.filter((part) => parts.has(part)).map((part) => ({ kind: 'part', part }) as const),
  ]
}

function plainParts(content: ProcedureContent): Record<string, unknown> {
  return Object.fromEntries((['name', ...OTHER_PARTS] as const).map((part) => [part, content[part]]))
}

/** A paper is the same one by its code; another code with the same words is the same paper too. */
function paperChanges(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  const [old, now] = [papersOf(before), papersOf(after)]
  const same = (a: { code: string; name: string }) => (b: { code: string; name: string }) =>
    a.code === b.code || foldText(a.name) === foldText(b.name)
  const changes: VersionChange[] = []
  for (const paper of now) {
    const known = old.find(same(paper))
    if (!known) changes.push({ kind: 'paper-added', paper: paper.name })
    else if (foldText(known.name) !== foldText(paper.name))
      changes.push({ kind: 'paper-reworded', before: known.name, after: paper.name })
  }
  const gone = old.filter((paper) => !now.some(same(paper)))
  return [...changes, ...gone.map(({ name }) => ({ kind: 'paper-removed', paper: name }) as const)]
}

function caseChanges(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  const old = new Map(before.cases.map((one) => [one.code, one]))
  const now = new Set(after.cases.map(({ code }) => code))
  return [
    ...after.cases.flatMap(({ code, name, term }): VersionChange[] => {
      const known = old.get(code)
      if (!known) return [{ kind: 'case-added', caseName: name }]
      const isSame = known.term?.quantity === term?.quantity && known.term?.unit === term?.unit
      return isSame ? [] : [{ kind: 'term', caseName: name, before: known.term, after: term }]
    }),
    ...before.cases
      .filter(({ code }) => !now.has(code))
      .map(({ name }) => ({ kind: 'case-removed', caseName: name }) as const),
  ]
}

function amountChanges(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  const [old, now] = [amountsOf(before.fees), amountsOf(after.fees)]
  const isSame = old.length === now.length && old.every((amount) => now.includes(amount))
  return isSame ? [] : [{ kind: 'amounts', before: old, after: now }]
}

function lawChanges(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  const codes = ({ legal }: ProcedureContent) => new Set(legal.map(({ code }) => code))
  const [old, now] = [codes(before), codes(after)]
  return [
    ...[...now].filter((code) => !old.has(code)).map((document) => ({ kind: 'law-added', document }) as const),
    ...[...old].filter((code) => !now.has(code)).map((document) => ({ kind: 'law-removed', document }) as const),
  ]
}
