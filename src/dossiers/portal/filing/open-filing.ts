import type { Citizen } from '../../../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../../../platform/dates.ts'
import { attempt, ask, type Outcome, type WebRequest } from '../../../platform/web/web.ts'
import type { ProcedureVersion } from '../../../catalogue/index.ts'
import { filesByIds, type StoredFile } from '../../../documents/index.ts'
import {
  namesOf,
  putPages,
  readAnswers,
  rootOf,
  withCommunes,
  type Answers,
  type FormDefinition,
  type FormPage,
  type PlaceBook,
} from '../../../forms/index.ts'
import { communes, placesOn } from '../../../organisation/index.ts'
import { omissionsOf, papersAskedOf } from '../../acting/ground-paper.ts'
import { capacityIn } from '../../acting/acting.ts'
import type { Omission } from '../../dossier.ts'
import { asOmission, omissionPage } from '../../drafts/draft.ts'
import { getDraft, type OpenDraft } from '../../drafts/get-draft.ts'
import { filingForm } from '../../filing/filing-form.ts'
import { placeOfFiling, type FilingPlace } from '../../filing/filing-place.ts'
import { procedureOf } from '../../known.ts'
import type { Help } from '../../helping/help.ts'
import { filerOf, openHelp } from '../../helping/open-help.ts'
import { citizenOf } from '../citizen.ts'
import { heldFacts } from '../../prefill/held-facts.ts'
import { heldAnswers, type HeldAnswers } from '../../prefill/prefill.ts'

/** One paper of the list as it stands in a half-done form; `no` is its place in the list and its address. */
export type FiledPaper = {
  no: number
  code: string
  name: string
  groupName: string
  originals: number
  copies: number
  conditional: boolean
  eform: boolean
  files: StoredFile[]
  /** Which of the files belong to which paper of the vault. */
  fromVault: ReadonlyMap<string, string>
  omitted: Omission | null
  /** For which reasons it may be left out. */
  omissions: Omission[]
}

/** Everything the pages of a half-done form are drawn from. */
export type Filing = {
  draft: OpenDraft
  /** Whose form it is. */
  filer: Citizen
  /** Set while somebody else fills it in for them. */
  help: Help | null
  procedure: ProcedureVersion
  form: FormDefinition
  held: HeldAnswers
  /** As typed, the State's own data on top. */
  values: Record<string, string>
  answers: Answers
  papers: FiledPaper[]
  place: Outcome<FilingPlace>
  /** The country's communes of today. */
  places: PlaceBook
  today: LegalDate
}

/** Opens the reader's half-done form. Refuses with `dossiers.draft-not-found`, for others' forms too. */
export async function openFiling(request: WebRequest, resumeCode: string): Promise<Filing> {
  if (request.actor.kind === 'anonymous') citizenOf(request)
  const { db, clock } = request.server.app
  const draft = await ask(request, getDraft, { resumeCode: resumeCode.slice(0, 12) })
  const now = clock.now()
  const today = vietnamDate(now)
  const filer = await filerOf(db, request.actor, draft, now)
  const help = (await openHelp(db, request.actor, draft, now)) ?? null
  const procedure = await procedureOf(db, draft.procedureVersionId)
  const options = (await communes(db, today)).map(({ communeCode, name }) => ({
    value: communeCode ?? '',
    label: name,
  }))
  const form = withCommunes((await filingForm(db, procedure, today)).definition, options)
  const places = await placesOn(today)
  const typed = typedValues(draft, form)
  const told = readAnswers(form, typed, { today, places }).data
  const held = heldAnswers(form, await heldFacts(db, filer, today, { alone: help !== null }), today, told)
  const values = { ...held.suggested, ...typed, ...held.locked }
  const answers = readAnswers(form, values, { today, places })
  const files = await filesByIds(
    db,
    draft.files.map(({ fileId }) => fileId),
  )
  const communeCode = typeof answers.data.communeCode === 'string' ? answers.data.communeCode : null
  const competentUnitCode = draft.competentUnitCode ?? undefined
  const place = await attempt(() => placeOfFiling(db, procedure, { competentUnitCode, communeCode }, today))
  return {
    draft,
    filer,
    help,
    procedure,
    form,
    held,
    values,
    answers,
    papers: filedPapers(draft, procedure, answers.data, files),
    place,
    places,
    today,
  }
}

function typedValues({ pages }: OpenDraft, form: FormDefinition): Record<string, string> {
  const typed = form.layout.pages.flatMap(({ id }) => Object.entries(pages[id] ?? {}))
  return Object.fromEntries(typed.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

function filedPapers(
  draft: OpenDraft,
  procedure: ProcedureVersion,
  answers: Record<string, unknown>,
  files: StoredFile[],
): FiledPaper[] {
  const byId = new Map(files.map((file) => [file.id, file]))
  return papersAskedOf(procedure, answers).map(
    ({ code, name, groupName, originals, copies, conditional, eform }, index) => {
      const own = draft.files.filter(({ componentCode }) => componentCode === code)
      const attached = own.flatMap(({ fileId }) => byId.get(fileId) ?? [])
      const fromVault = new Map(
        own.flatMap(({ fileId, vaultEntryId }): [string, string][] => (vaultEntryId ? [[fileId, vaultEntryId]] : [])),
      )
      const said = asOmission(draft.pages[omissionPage(index + 1)]?.omitted)
      const omissions = omissionsOf(code, capacityIn(answers))
      const omitted = attached.length > 0 || said === null || !omissions.includes(said) ? null : said
      const asked = { code, name, groupName, originals, copies, conditional, eform }
      return { no: index + 1, ...asked, files: attached, fromVault, omitted, omissions }
    },
  )
}

/** The pages of the form that its answers ask for. */
export function pagesOf({ form, answers }: Filing): FormPage[] {
  return putPages(form, answers.data)
}

/** Whether the questions of a page are answered and how many are not. */
export function pageState({ draft, form, answers }: Filing, { id }: FormPage): { isSaved: boolean; left: number } {
  const own = namesOf(form, id)
  const left = answers.errors.filter(({ field }) => own.has(rootOf(field))).length
  return { isSaved: draft.pages[id] !== undefined, left }
}
