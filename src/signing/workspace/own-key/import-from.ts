import type { Refusal } from '../../../platform/refusal.ts'
import { attempt, refusalText, undertake, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import type { ErrorItem } from '../../../ui/index.ts'
import { importKey } from '../../own-keys/import-key.ts'
import { NAMES, type KeptFile } from './own-key.page.tsx'
import { receiveKeyFile } from './receive-key-file.ts'
import { ownKeyTexts as t } from './texts.ts'

type Imported = { problem: ErrorItem[] | undefined; kept: KeptFile | undefined }

/** Brings in the key that came with a form, or says what to mend in which box; the file that came is kept for the next try. */
export async function importFrom(request: WebRequest, reply: WebReply, whose: { unitId?: string }): Promise<Imported> {
  const { form, file, isTooLarge } = await receiveKeyFile(request, reply)
  const [password = '', pin = '', again = ''] = [NAMES.password, NAMES.pin, NAMES.pinAgain].map(
    (name) => form[name] ?? '',
  )
  if (!file || isTooLarge || pin !== again) {
    const problem = [
      ...(isTooLarge ? [{ field: NAMES.file, message: t.fileTooLarge }] : []),
      ...(file || isTooLarge ? [] : [{ field: NAMES.file, message: t.fileMissing }]),
      ...(pin === again ? [] : [{ field: NAMES.pinAgain, message: t.notSame }]),
    ]
    return { problem, kept: file }
  }
  const outcome = await attempt(() => undertake(request, importKey, { bytes: file.bytes, password, pin, ...whose }))
  if (outcome.ok) return { problem: undefined, kept: undefined }
  if (outcome.refusal.code === 'platform.not-found') throw outcome.refusal
  return { problem: [itemOf(request, outcome.refusal, NAMES.pin)], kept: file }
}

/** Which box a refusal is about. */
export function itemOf(request: WebRequest, refusal: Refusal, pinField: string): ErrorItem {
  const message = refusalText(request, refusal)
  if (refusal.code === 'signing.pfx-wrong-password') return { field: NAMES.password, message }
  if (refusal.code === 'signing.pin-too-weak' || refusal.code === 'signing.pin-same')
    return { field: pinField, message }
  if (refusal.code === 'signing.wrong-pin') return { field: NAMES.oldPin, message }
  return refusal.code.startsWith('signing.pfx-') ? { field: NAMES.file, message } : { message }
}
