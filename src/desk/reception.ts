import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import { vietnamDate, type LegalDate } from '../platform/dates.ts'
import type { Term } from '../platform/term.ts'
import { dueComponents, procedureInForce, type ProcedureVersion } from '../catalogue/index.ts'
import { calendarFor, computeDue, rulesFor, type DueDate } from '../deadlines/index.ts'
import { filesByIds, type StoredFile } from '../documents/index.ts'
import {
  answersOf,
  draftFiles,
  filingForm,
  openDraft,
  papersAskedOf,
  procedureOf,
  type Draft,
  type DraftFile,
} from '../dossiers/index.ts'
import {
  fieldsOf,
  readAnswers,
  withCommunes,
  type Answers,
  type FormDefinition,
  type PlaceBook,
} from '../forms/index.ts'
import { placesOn, type Unit } from '../organisation/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { agenciesHere, communeOptions, desksOf } from './counter-place.ts'
import { guidanceOf } from './store.ts'
import { fixedBoxes, heardOf, heldAtDesk, offeredBoxes } from './held-at-desk.ts'
import type { Guidance } from './guidance.ts'
import { asChoice, firstChoice, stateOf, type DeskPaper } from './paper-choice.ts'

/** Half-done reception of one person: a draft of the officer's (or of a citizen who came with its code) and what it amounts to. */
export type Reception = {
  /** Null before anything was kept. */
  draft: Draft | null
  procedure: ProcedureVersion
  desk: Unit
  desks: Unit[]
  /** Agencies that may decide, of which `agency` is chosen; none when another desk receives this. */
  agencies: Unit[]
  agency: Unit | undefined
  form: FormDefinition
  values: Record<string, string>
  answers: Answers
  places: PlaceBook
  papers: DeskPaper[]
  files: ReadonlyMap<string, StoredFile>
  notes: DeskNotes
  /** The date that would be promised if it were received now; null while the term is not known. */
  due: (DueDate & { term: Term }) | null
  guidance: Guidance[]
  today: LegalDate
}

/** Where a draft keeps what only the desk says. */
export const DESK_PAGE = 'quay'

/** What was read about the person last, and what the officer wrote for the guidance sheet. */
export type DeskNotes = { deskCode?: string; heard?: Heard; more?: string; whyAgain?: string }
export type Heard = {
  from: 'card' | 'registry'
  how: 'read' | 'agrees' | 'unknown' | 'differs' | 'away'
  personalId: string
  at: string
  /** The boxes that were filled in, by who said so. */
  told?: Partial<Record<'card' | 'registry', Record<string, string>>>
}

type Scope = { db: Db; now: Date }

/** Opens a half-done reception. Refuses with `dossiers.draft-not-found`, `platform.not-signed-in`, `platform.forbidden`. */
export async function openReception(scope: Scope, officer: Actor, resumeCode: string): Promise<Reception> {
  const on = vietnamDate(scope.now)
  const desks = await desksOf(scope.db, officer, on)
  const draft = await openDraft(scope.db, officer, resumeCode, scope.now)
  return receptionOf(scope, desks, draft, await procedureOf(scope.db, draft.procedureVersionId))
}

/** A reception nothing was kept of yet. Refuses with `dossiers.procedure-not-found` besides. */
export async function blankReception(scope: Scope, officer: Actor, procedureCode: string): Promise<Reception> {
  const on = vietnamDate(scope.now)
  const desks = await desksOf(scope.db, officer, on)
  const procedure = await procedureInForce(scope.db, procedureCode, on)
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
  return receptionOf(scope, desks, null, procedure)
}

async function receptionOf(
  { db, now }: Scope,
  desks: [Unit, ...Unit[]],
  draft: Draft | null,
  procedure: ProcedureVersion,
): Promise<Reception> {
  const today = vietnamDate(now)
  const notes: DeskNotes = draft?.pages[DESK_PAGE] ?? {}
  const desk = desks.find(({ code }) => code === notes.deskCode) ?? desks[0]
  const agencies = await agenciesHere(db, desk, procedure, today)
  const agency = agencies.find(({ code }) => code === draft?.competentUnitCode) ?? agencies[0]
  const form = withCommunes((await filingForm(db, procedure, today)).definition, await communeOptions(db, today))
  const places = await placesOn(today)
  const typed = typedValues(draft, form)
  const held = heldAtDesk(form, typed, heardOf(notes, typed), [], { today, places })
  const values = {
    ...usualValues(form, procedure),
    ...typed,
    ...offeredBoxes(form, held, typed),
    ...fixedBoxes(held),
  }
  const answers = readAnswers(form, values, { today, places })
  const attached = draft ? await draftFiles(db, draft.id) : []
  const files = new Map(
    (
      await filesByIds(
        db,
        attached.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const listed = await dueComponents(db, procedure.code, today)
  const papers = deskPapers(procedure, answers.data, draft, attached).map((paper) => {
    return listed.has(paper.code) ? { ...paper, mustBeDigitised: true } : paper
  })
  const guidance = draft ? await guidanceOf(db, draft.id) : []
  const due = await dueNow(db, now, agency, chosenTerm(procedure, answers))
  return {
    draft,
    procedure,
    desk,
    desks,
    agencies,
    agency,
    form,
    values,
    answers,
    places,
    papers,
    files,
    notes,
    due,
    guidance,
    today,
  }
}

/** What most people at a desk answer; shown filled in and changed with one press. */
function usualValues(form: FormDefinition, { name }: ProcedureVersion): Record<string, string> {
  const usual = {
    applicantKind: 'person',
    identityPaper: 'personal-id',
    onBehalf: 'self',
    capacity: 'authorised',
    standing: 'letter',
    resultDelivery: 'counter',
    request: name,
  }
  const asked = new Set(fieldsOf(form).map((spec) => spec.name))
  return Object.fromEntries(Object.entries(usual).filter(([field]) => asked.has(field)))
}

function typedValues(draft: Draft | null, form: FormDefinition): Record<string, string> {
  const typed = draft ? answersOf({ pages: pagesOf(draft, form) }) : {}
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function pagesOf({ pages }: Draft, form: FormDefinition): Draft['pages'] {
  return Object.fromEntries(form.layout.pages.flatMap(({ id }) => (pages[id] ? [[id, pages[id]]] : [])))
}

/** Where a draft keeps what is said of a paper; the same place as when its owner fills it in at home. */
export function paperPage(no: number): string {
  return `giay-to-${no}`
}

function deskPapers(
  procedure: ProcedureVersion,
  answers: Record<string, unknown>,
  draft: Draft | null,
  attached: readonly DraftFile[],
): DeskPaper[] {
  return papersAskedOf(procedure, answers).map((component, index) => {
    const { code, name, groupName, originals, copies, conditional, eform } = component
    const own = attached.filter(({ componentCode }) => componentCode === code)
    const fileIds = own.map(({ fileId }) => fileId)
    const fromVault = new Map(
      own.flatMap(({ fileId, vaultEntryId }): [string, string][] => (vaultEntryId ? [[fileId, vaultEntryId]] : [])),
    )
    const said = draft?.pages[paperPage(index + 1)]
    // Attached at home, where only files can be: nothing was said of its form.
    const unsaid = fileIds.length > 0 ? 'electronic' : firstChoice(component)
    const choice = asChoice(said?.form, component) ?? asChoice(said?.omitted, component) ?? unsaid
    return { no: index + 1, code, name, groupName, originals, copies, conditional, eform, choice, fileIds, fromVault }
  })
}

function chosenTerm({ cases }: ProcedureVersion, { data }: Answers): Term | null {
  const found = cases.length === 1 ? cases[0] : cases.find(({ code }) => code === data.caseCode)
  return found?.term ?? null
}

async function dueNow(
  db: Db,
  receivedAt: Date,
  agency: Unit | undefined,
  term: Term | null,
): Promise<Reception['due']> {
  if (!agency || !term) return null
  const on = vietnamDate(receivedAt)
  const [calendar, rules] = await Promise.all([calendarFor(db, agency.id, on), rulesFor(db, on)])
  return { ...computeDue({ receivedAt, term, calendar, rules }), term }
}

/** Papers that stand in the way of receiving. */
export function papersLeft({ papers }: Pick<Reception, 'papers'>): DeskPaper[] {
  return papers.filter((paper) => stateOf(paper) === 'missing' || stateOf(paper) === 'both')
}
