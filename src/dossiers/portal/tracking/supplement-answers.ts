import { isId } from '../../../platform/id.ts'
import { actorLabel } from '../../../platform/actor.ts'
import { ask, field, refusalText, type WebRequest } from '../../../platform/web/web.ts'
import { papersOf, shortPaperName } from '../../../catalogue/index.ts'
import { filesByIds, picturesAsPdf, recallForm, type ReceivedForm, type StoredFile } from '../../../documents/index.ts'
import type { ComponentInput } from '../../filing/filing-input.ts'
import type { DossierView } from '../../reading/get-dossier.ts'
import { getHalfAnswer, type HalfAnswer } from '../../supplement/half-answer.ts'
import type { SupplementRequest } from '../../supplement/supplement.ts'
import { supplementTexts as words } from '../texts.ts'
import { asTakenBox, type GivenAnswer } from './supplement-item.tsx'

export type Given = Map<number, GivenAnswer>

/** What came for each item: files of this and earlier tries, words, and what is wrong with it. */
export async function givenAnswers(
  request: WebRequest,
  { items }: SupplementRequest,
  received: ReceivedForm,
): Promise<Given> {
  const earlier = await earlierFiles(request, received)
  return new Map(
    items.map(({ no }) => {
      const files = [
        ...earlier.filter(({ field: box }) => box === `da-${no}`),
        ...received.files.filter(({ field: box }) => box === `tep-${no}`),
      ].map(({ file }) => file)
      const refusals = received.refusals.filter(({ field: box }) => box === `tep-${no}`)
      const said = field(received.form, `loi-${no}`)
      const vaultEntryIds = chosenIn(received, `kho-${no}`)
      const isMissing = files.length === 0 && said === '' && vaultEntryIds.length === 0
      const error =
        refusals.length > 0
          ? refusals.map(({ refusal }) => refusalText(request, refusal)).join(' ')
          : isMissing
            ? words.missing(no)
            : undefined
      const asTaken = field(received.form, asTakenBox(no)) !== ''
      return [no, { words: said, files, vaultEntryIds, asTaken, ...(error === undefined ? {} : { error }) }]
    }),
  )
}

/** Files that had arrived with a try that was refused; only the sender's own. */
async function earlierFiles(request: WebRequest, { form }: ReceivedForm) {
  const named = Object.entries(form).flatMap(([box, ids]) =>
    box.startsWith('da-')
      ? [ids]
          .flat()
          .filter(isId)
          .map((id) => ({ field: box, id }))
      : [],
  )
  const files = await filesByIds(
    request.server.app.db,
    named.map(({ id }) => id),
  )
  const mine = files.filter(({ uploadedBy }) => uploadedBy === actorLabel(request.actor))
  return named.flatMap(({ field: box, id }) =>
    mine.filter((file) => file.id === id).map((file) => ({ field: box, file })),
  )
}

function chosenIn({ form }: ReceivedForm, box: string): string[] {
  return [form[box] ?? []].flat().filter(isId)
}

export function noteOf({ items }: SupplementRequest, given: Given): string {
  return items
    .flatMap(({ no, what }) => (given.get(no)?.words ? [words.note(no, what, given.get(no)?.words ?? '')] : []))
    .join('\n')
}

export async function componentsOf(
  request: WebRequest,
  { procedure }: DossierView,
  { items }: SupplementRequest,
  given: Given,
) {
  const byCode = Map.groupBy(
    items.flatMap(({ no, componentCode }) => {
      const answer = given.get(no)
      return componentCode === null || !answer ? [] : [{ componentCode, answer }]
    }),
    ({ componentCode }) => componentCode,
  )
  const components: ComponentInput[] = []
  for (const [componentCode, own] of byCode) {
    const name = papersOf(procedure).find(({ code }) => code === componentCode)?.name ?? componentCode
    const asTaken = new Set(own.flatMap(({ answer }) => (answer.asTaken ? answer.files.map(({ id }) => id) : [])))
    const files = await picturesAsPdf(
      request,
      shortPaperName(name),
      own.flatMap(({ answer }) => answer.files),
      ({ id }: StoredFile) => (asTaken.has(id) ? 'original' : 'straightened'),
    )
    const fileIds = [...new Set(files.map(({ id }) => id))]
    const vaultEntryIds = [...new Set(own.flatMap(({ answer }) => answer.vaultEntryIds))]
    if (fileIds.length === 0 && vaultEntryIds.length === 0) continue
    components.push({ componentCode, form: 'electronic', fileIds, ...(vaultEntryIds.length > 0 && { vaultEntryIds }) })
  }
  return components
}

/** What was typed and had arrived when the page was left; what is missing yet is no mistake. */
export async function keptAnswers(request: WebRequest, open: SupplementRequest, dossierCode: string): Promise<Given> {
  const kept = await ask(request, getHalfAnswer, { dossierCode })
  if (!kept) return new Map()
  const given = await givenAnswers(request, open, await recallForm(request, kept))
  return new Map(
    [...given].map(([no, { words: said, files, vaultEntryIds, asTaken }]) => [
      no,
      { words: said, files, vaultEntryIds, asTaken },
    ]),
  )
}

/** What arrived from another device stays beside what was just sent. */
export function withFilesOf(given: Given, other: Given): Given {
  return new Map(
    [...given].map(([no, answer]) => {
      const more = other.get(no)?.files.filter(({ id }) => !answer.files.some((file) => file.id === id)) ?? []
      return [no, { ...answer, files: [...answer.files, ...more] }]
    }),
  )
}

export function wordsIn(kept: HalfAnswer | undefined): string[] {
  return Object.entries(kept ?? {}).flatMap(([name, said]) => (name.startsWith('loi-') ? said.filter(Boolean) : []))
}
