import { isId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { undertake, type WebRequest } from '../platform/web/web.ts'
import type { StoredFile } from './file.ts'
import { finishUpload } from './resumable/finish-upload.ts'
import { openParcel, type Parcel } from './resumable/open-parcel.ts'
import { saveHandedIn } from './resumable/store.ts'

/** Name of the hidden boxes a page's script puts in place of files it sent beforehand: `<box>:<id of the upload>`. */
export const SENT_BEFORE = 'tep-da-gui'

export type SentBefore = { field: string } & ({ file: StoredFile } | { parcel: Parcel } | { refusal: Refusal })

/** What came by the resumable way and stands in a form by the ids of its uploads, each with what became of it. */
export async function sentBefore(
  request: WebRequest,
  named: readonly string[],
  { isHandedIn = true } = {},
): Promise<SentBefore[]> {
  const sent: SentBefore[] = []
  for (const [, field = '', id = ''] of named.flatMap((text) => [/^(.*):(.*)$/.exec(text) ?? []])) {
    try {
      if (!isId(id)) throw new Refusal('documents.upload-gone')
      const parcel = await undertake(request, openParcel, { id, isHandedIn })
      if (parcel) {
        sent.push({ field, parcel })
        continue
      }
      const file = await undertake(request, finishUpload, { id })
      if (isHandedIn) await saveHandedIn(request.server.app.db, id, request.server.app.clock.now())
      sent.push({ field, file })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      sent.push({ field, refusal: error })
    }
  }
  return sent
}
