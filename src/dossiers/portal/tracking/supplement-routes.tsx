import { isId } from '../../../platform/id.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import {
  act,
  ask,
  attempt,
  field,
  formToken,
  redirect,
  refusalText,
  sitePage,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../../platform/web/web.ts'
import { actorLabel } from '../../../platform/actor.ts'
import { filesByIds, receiveForm, type ReceivedForm } from '../../../documents/index.ts'
import { getDossier, type DossierView } from '../../reading/get-dossier.ts'
import type { SupplementRequest } from '../../supplement/supplement.ts'
import { supplyDossier } from '../../supplement/supply-dossier.ts'
import { offersForDossier } from '../../vault/draft-vault.ts'
import { citizenOf } from '../citizen.ts'
import { CURRENT } from '../filing/with-filing.tsx'
import { supplementTexts as words } from '../texts.ts'
import { SupplementPage, type GivenAnswer } from './supplement.page.tsx'

type ByCode = { Params: { code: string } }
type Given = Map<number, GivenAnswer>

const LONGEST_NOTE = 2_000

/** One page for everything that was asked, one answer. */
export async function supplementRoutes(web: Web): Promise<void> {
  web.get<ByCode>('/ho-so/:code/bo-sung', async (request, reply) => {
    citizenOf(request)
    const view = await ask(request, getDossier, { dossierCode: request.params.code })
    const open = openRequest(view)
    if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return show(request, reply, view, open, new Map())
  })

  web.post<ByCode>('/ho-so/:code/bo-sung', { config: { multipart: true } }, async (request, reply) => {
    citizenOf(request)
    const dossierCode = request.params.code
    const view = await ask(request, getDossier, { dossierCode })
    const open = openRequest(view)
    // Pressed twice, or come back to: it has been sent.
    if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
    const received = await receiveForm(request, reply)
    const given = await givenAnswers(request, open, received)
    if ([...given.values()].some(({ error }) => error !== undefined))
      return show(request, reply, view, open, given, undefined, 422)
    const note = noteOf(open, given)
    if (note.length > LONGEST_NOTE)
      return show(request, reply, view, open, given, words.tooLong(LONGEST_NOTE - 200), 422)
    const input = { dossierCode, components: componentsOf(open, given), ...(note === '' ? {} : { note }) }
    const outcome = await attempt(() => act(request, supplyDossier, input))
    if (outcome.ok) return redirect(reply, `/ho-so/${view.dossier.code}`)
    return refused(request, reply, dossierCode, given, outcome.refusal)
  })
}

function openRequest({ dossier, supplements }: DossierView): SupplementRequest | undefined {
  const last = supplements.at(-1)
  return dossier.handling === 'awaiting-supplement' && last?.answeredAt === null ? last : undefined
}

/** What came for each item: files of this and earlier tries, words, and what is wrong with it. */
async function givenAnswers(request: WebRequest, { items }: SupplementRequest, received: ReceivedForm): Promise<Given> {
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
      return [no, { words: said, files, vaultEntryIds, ...(error === undefined ? {} : { error }) }]
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

function noteOf({ items }: SupplementRequest, given: Given): string {
  return items
    .flatMap(({ no, what }) => (given.get(no)?.words ? [words.note(no, what, given.get(no)?.words ?? '')] : []))
    .join('\n')
}

function componentsOf({ items }: SupplementRequest, given: Given) {
  const byCode = Map.groupBy(
    items.flatMap(({ no, componentCode }) => {
      const answer = given.get(no)
      return componentCode === null || !answer ? [] : [{ componentCode, answer }]
    }),
    ({ componentCode }) => componentCode,
  )
  return [...byCode].flatMap(([componentCode, own]) => {
    const fileIds = [...new Set(own.flatMap(({ answer }) => answer.files.map(({ id }) => id)))]
    const vaultEntryIds = [...new Set(own.flatMap(({ answer }) => answer.vaultEntryIds))]
    if (fileIds.length === 0 && vaultEntryIds.length === 0) return []
    return [{ componentCode, form: 'electronic' as const, fileIds, ...(vaultEntryIds.length > 0 && { vaultEntryIds }) }]
  })
}

/** Somebody else, or the other window, was faster: then there is nothing to send any more. */
async function refused(
  request: WebRequest,
  reply: WebReply,
  dossierCode: string,
  given: Given,
  refusal: Refusal,
): Promise<WebReply> {
  const view = await ask(request, getDossier, { dossierCode })
  const open = openRequest(view)
  if (!open) return redirect(reply, `/ho-so/${view.dossier.code}`)
  return show(request, reply, view, open, given, refusalText(request, refusal), 422)
}

async function show(
  request: WebRequest,
  reply: WebReply,
  view: DossierView,
  open: SupplementRequest,
  given: Given,
  problem?: string,
  status = 200,
): Promise<WebReply> {
  const { fileBytes } = request.server.app.settings.uploadLimits
  const body = (
    <SupplementPage
      view={view}
      request={open}
      given={given}
      offers={await ask(request, offersForDossier, { dossierCode: view.dossier.code })}
      problem={problem}
      fileBytes={fileBytes}
      token={formToken(request, reply)}
    />
  )
  return sitePage(request, reply, {
    site: 'portal',
    title: words.title(open.items.length),
    body,
    current: CURRENT,
    status,
  })
}
