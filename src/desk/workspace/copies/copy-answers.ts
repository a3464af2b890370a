import { refusalSentence as fill } from '../../../platform/refusal.ts'
import { field, redirect, type FormBody, type WebReply } from '../../../platform/web/web.ts'
import { confirmationPath, isWaiting } from '../../../signing/index.ts'
import { COMPARED } from './copy-forms.tsx'
import { copyTexts as t } from './texts.ts'

export type CopyQuery = { tep?: string; dau?: string; xong?: string; so?: string }

export const pinIn = (pin: string) => (pin === '' ? {} : { pin })

/** What the form of one scan says, whatever it is a scan of. */
export const signingIn = (form: FormBody) => ({
  fileId: field(form, 'tep'),
  title: field(form, 'ten').trim(),
  ownerName: field(form, 'cua-ai').trim(),
  isCompared: field(form, COMPARED) !== '',
  ...pinIn(field(form, 'pin')),
})

/** Signed, the copy is there to be sealed; with a key elsewhere somebody confirms first. */
export function afterSigning(reply: WebReply, path: string, result: object): WebReply {
  if (isWaiting(result)) return redirect(reply, confirmationPath(result.confirmationId))
  const copyId = 'copyId' in result ? String(result.copyId) : ''
  return redirect(reply, `${path}?xong=ky&dau=${copyId}#dau`)
}

export function afterSealing(reply: WebReply, path: string, result: object): WebReply {
  if (isWaiting(result)) return redirect(reply, confirmationPath(result.confirmationId))
  const number = 'number' in result ? String(result.number) : ''
  return redirect(reply, number === '' ? path : `${path}?xong=dau&so=${encodeURIComponent(number)}`)
}

export function saidOf(what: string | undefined, number: string | undefined): string | undefined {
  if (what === 'ky') return t.signed
  if (what === 'bo') return t.dropped
  return what === 'dau' ? fill(t.sealed, { number: number ?? '' }) : undefined
}
