import { uiTexts } from '../../texts.ts'
import { element } from '../element.ts'
import type { Receipt, Standing } from './send-file.ts'

export type UploadRow = {
  item: HTMLLIElement
  show(standing: Standing): void
}

type Does = { goOn(): void; drop(): void }

/** One file in the list of those being sent: how far it is, what became of it, what can be done. */
export function uploadRow(file: File, does: Does): UploadRow {
  const bar = element('progress', { attributes: { max: '100', 'aria-label': file.name } })
  const words = element('p')
  const goOn = element('button', { class: 'nut phu', attributes: { type: 'button' } })
  const drop = element('button', { class: 'nut nhat', attributes: { type: 'button' } })
  goOn.addEventListener('click', does.goOn)
  drop.addEventListener('click', does.drop)
  label(drop, uiTexts.uploadDrop, file.name)
  label(goOn, uiTexts.uploadGoOn, file.name)
  const name = element('b', { text: file.name })
  const size = element('span', { class: 'nhe so', text: sizeWords(file.size) })
  const head = element('p', { class: 'ten-tep' }, [name, size])
  const item = element('li', {}, [head, bar, words, element('div', { class: 'hang' }, [goOn, drop])])
  return {
    item,
    show(standing) {
      item.dataset.state = standing.state
      words.textContent = standingWords(standing)
      if (standing.state === 'refused' || standing.state === 'received') bar.remove()
      if ('percent' in standing) bar.value = standing.percent
      else if (standing.state === 'checking') bar.removeAttribute('value')
      goOn.hidden = standing.state !== 'cut' && standing.state !== 'stopped'
    },
  }
}

function label(button: HTMLButtonElement, text: string, name: string): void {
  button.replaceChildren(text, element('span', { class: 'an', text: ` ${name}` }))
}

/** The same words in the row and for who hears them. */
export function standingWords(standing: Standing): string {
  switch (standing.state) {
    case 'waiting':
      return uiTexts.uploadWaiting
    case 'sending':
      return uiTexts.uploading(standing.percent)
    case 'cut':
      return uiTexts.uploadCut(standing.percent)
    case 'stopped':
      return standing.why === '' ? uiTexts.uploadCut(standing.percent) : uiTexts.uploadStopped(standing.why)
    case 'checking':
      return uiTexts.uploadChecking
    case 'received':
      return receiptWords(standing.receipt)
    case 'refused':
      return standing.why === '' ? uiTexts.uploadRefused : standing.why
  }
}

function receiptWords({ receiptCode, size, sha256, uploadedAt }: Receipt): string {
  if (receiptCode === '') return uiTexts.uploadArrived(sizeWords(size))
  const at = new Date(uploadedAt).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Ho_Chi_Minh' })
  return uiTexts.uploadReceived(receiptCode, sizeWords(size), sha256.slice(0, 12), at)
}

/** As the server writes sizes. */
export function sizeWords(bytes: number): string {
  const [amount, unit] = bytes >= 1_048_576 ? [bytes / 1_048_576, 'MB'] : [bytes / 1024, 'KB']
  return `${String(Math.round(amount * 10) / 10).replace('.', ',')} ${unit}`
}
