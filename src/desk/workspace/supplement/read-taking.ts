import { act, field, type WebRequest } from '../../../platform/web/web.ts'
import { shortPaperName } from '../../../catalogue/index.ts'
import { picturesAsPdf, type ReceivedForm, type StoredFile } from '../../../documents/index.ts'
import { hasPapers, keepTaking, type TakenItem, type Taking, type TakingChannel } from '../../../dossiers/index.ts'
import { FORMS } from '../../paper-choice.ts'

export const formBox = (no: number) => `ban-${no}`
export const fileBox = (no: number) => `tep-${no}`
export const reasonBox = (no: number) => `ly-do-${no}`

/** What stands on the page of one item before anything is said of it. */
export function itemOf({ half }: Pick<Taking, 'half'>, no: number): TakenItem {
  const kept = half?.items.find((one) => one.no === no)
  return kept ?? { no, form: 'original', fileIds: [], vaultEntryIds: [], reason: null }
}

/** Keeps everything said and scanned, right or wrong: whatever is pressed afterwards, nothing of it is lost. */
export async function keepTyped(request: WebRequest, taking: Taking, received: ReceivedForm): Promise<void> {
  const { form } = received
  const items = await Promise.all(
    taking.request.items.map(async ({ no, paperName }) => {
      const kept = itemOf(taking, no)
      const arrived = newFiles(taking, kept, received)
      const files = await picturesAsPdf(request, shortPaperName(paperName ?? ''), arrived)
      const chosen = FORMS.find((one) => one === field(form, formBox(no)))
      return {
        no,
        form: chosen ?? kept.form,
        fileIds: files.map(({ id }) => id),
        reason: field(form, reasonBox(no)).slice(0, MOST_WORDS),
      }
    }),
  )
  await act(request, keepTaking, { dossierCode: taking.code, items, ...saidOfAll(form) })
}

const MOST_WORDS = 2_000
const MOST_NAME = 200

function saidOfAll(form: ReceivedForm['form']): { channel: TakingChannel; broughtBy: string } {
  const channel = field(form, 'kenh') === 'postal' ? 'postal' : 'counter'
  return { channel, broughtBy: field(form, 'nguoi-mang').slice(0, MOST_NAME) }
}

/** The same scan sent by a second press is not taken again. */
function newFiles({ files }: Taking, { no, fileIds }: TakenItem, received: ReceivedForm): StoredFile[] {
  const known = new Set(files.filter(({ id }) => fileIds.includes(id)).map(contentOf))
  return received.files
    .filter(({ field: box, file }) => box === fileBox(no) && !known.has(contentOf(file)))
    .map(({ file }) => file)
}

const contentOf = ({ sha256, name }: StoredFile) => `${sha256} ${name}`

/** As the desk hands it on: what nothing is said of stays out. */
export function itemsToTake(taking: Taking) {
  return taking.request.items.flatMap(({ no }) => {
    const item = itemOf(taking, no)
    if (!hasPapers(item) && item.reason === null) return []
    return [{ ...item, reason: item.reason ?? '' }]
  })
}
