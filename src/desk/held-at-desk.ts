import {
  counterFacts,
  heldAnswers,
  originForOfficers,
  type HeardInput,
  type HeldAnswers,
  type HeldFact,
} from '../dossiers/index.ts'
import { fieldsOf, readAnswers, rootOf, type FormDefinition, type PlaceBook } from '../forms/index.ts'
import type { LegalDate } from '../platform/dates.ts'
import type { DeskNotes, Reception } from './reception.ts'

type Scope = { today: LegalDate; places: PlaceBook }
type Typed = Record<string, string>

const SOURCES = { card: 'identity-card', registry: 'citizen-registry' } as const

/** What was read of the person, as the dossier keeps it beside the answers; nothing once another number stands in the box. */
export function heardOf({ heard }: DeskNotes, { personalId = '' }: Typed): HeardInput[] {
  if (!heard || heard.personalId !== personalId.replace(/\D/g, '')) return []
  return (['registry', 'card'] as const).flatMap((from) => {
    const values = heard.told?.[from]
    return values ? [{ source: SOURCES[from], at: heard.at, values }] : []
  })
}

/** The same with what the person's papers say, held against the questions of the form. */
export function heldAtDesk(
  form: FormDefinition,
  typed: Typed,
  heard: readonly HeardInput[],
  papers: readonly HeldFact[],
  scope: Scope,
): HeldAnswers {
  const told = readAnswers(form, typed, scope).data
  return heldAnswers(form, [...counterFacts(form, heard, [], scope), ...papers], scope.today, told)
}

/** Who stands there may be another one: their number stays open, whatever was said of it. */
const OPEN = new Set(['personalId', 'identityPaper'])

/** What the law lets nobody say otherwise at a desk. */
export function fixedBoxes({ locked }: HeldAnswers): Typed {
  return Object.fromEntries(Object.entries(locked).filter(([box]) => !OPEN.has(rootOf(box))))
}

/** What is put into boxes still empty: the mother's name when the mother stands here, the number of her marriage certificate. */
export function offeredBoxes(form: FormDefinition, { suggested, locked }: HeldAnswers, typed: Typed): Typed {
  const asking = new Set(fieldsOf(form).flatMap(({ name, prefill }) => (prefill ? [name] : [])))
  const isOpen = (box: string) => asking.has(rootOf(box)) && !typed[box]
  return Object.fromEntries(Object.entries({ ...suggested, ...locked }).filter(([box]) => isOpen(box)))
}

/** The boxes as the page shows them: with what the person's papers say, where each comes from, and which cannot be changed. */
export type ShownAtDesk = { values: Typed; origins: Record<string, string>; fixed: ReadonlySet<string> }

export function shownAtDesk(reception: Reception, papers: readonly HeldFact[]): ShownAtDesk {
  const { form, values: typed, notes, today, places } = reception
  const held = heldAtDesk(form, typed, heardOf(notes, typed), papers, { today, places })
  const fixed = fixedBoxes(held)
  const values = { ...typed, ...offeredBoxes(form, held, typed), ...fixed }
  const put = { ...held.suggested, ...held.locked }
  const isKept = (name: string) =>
    [name, `${name}.noi`].some((box) => put[box] !== undefined && put[box] === values[box])
  const origins = Object.entries(held.origins).flatMap(([name, origin]): [string, string][] =>
    isKept(name) ? [[name, originForOfficers({ ...origin, field: name, changed: false })]] : [],
  )
  return { values, origins: Object.fromEntries(origins), fixed: new Set(Object.keys(fixed).map(rootOf)) }
}
