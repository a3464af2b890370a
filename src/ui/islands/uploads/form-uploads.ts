import { uiTexts } from '../../texts.ts'
import { element } from '../element.ts'
import { handIn } from './hand-in.ts'
import { sendFile, type Sending, type Standing } from './send-file.ts'
import { standingWords, uploadRow, type UploadRow } from './upload-row.ts'

/** Lines are weak: more at once only makes each slower. */
const AT_ONCE = 2
const BUSY = new Set(['sending', 'checking', 'cut'])
const SENT_BEFORE = 'tep-da-gui'

type Item = { file: File; box: string; sending: Sending; row: UploadRow; standing: Standing }
type FormUploads = { add(input: HTMLInputElement): void }

const known = new WeakMap<HTMLFormElement, FormUploads>()

export function uploadsOf(form: HTMLFormElement): FormUploads {
  const uploads = known.get(form) ?? takeOver(form)
  known.set(form, uploads)
  return uploads
}

/**
 * Sends the files of one form. `data-upload="each"`: a file that has arrived is handed in by itself and what the server then
 * shows takes its place. Otherwise it waits for the form and travels as the name of its upload.
 */
function takeOver(form: HTMLFormElement): FormUploads {
  const items = new Set<Item>()
  const live = element('p', { class: 'an', attributes: { role: 'status' } })
  form.append(live)
  let submitter: HTMLElement | null | undefined
  let isHandingIn = false
  let hasHandedIn = false

  const isUnderWay = ({ standing: { state } }: Item) => state !== 'received' && state !== 'refused'
  /** A file that has arrived is an answer like what is typed. */
  const changed = () => void form.dispatchEvent(new Event('change'))
  const say = (text: string) => void (live.textContent = text)

  function add(input: HTMLInputElement): void {
    // Another choice takes the place of the first, but for what is handed in by itself.
    if (!input.multiple && form.dataset.upload !== 'each')
      for (const item of items) if (item.box === input.name) drop(item)
    const list = listOf(input)
    for (const file of input.files ?? []) list.append(make(file, input).row.item)
    input.value = ''
    input.required = false
    say(uiTexts.uploadsBegun([...items].filter(isUnderWay).length))
    startWaiting()
  }

  function make(file: File, { name: box, dataset: { parcels = '' } }: HTMLInputElement): Item {
    const isParcel = parcels.split(',').some((ending) => ending !== '' && file.name.toLowerCase().endsWith(ending))
    const origin = isParcel ? 'parcel' : (form.dataset.uploadOrigin ?? 'upload')
    const purpose = `${location.pathname}#${box}`
    const tell = (standing: Standing) => move(item, standing)
    const options = { token: tokenOf(form), purpose, origin, tell }
    const sending = sendFile(file, options)
    const row = uploadRow(file, { goOn: () => sending.goOn(), drop: () => drop(item) })
    const item: Item = { file, box, sending, row, standing: { state: 'waiting' } }
    row.show(item.standing)
    items.add(item)
    return item
  }

  function startWaiting(): void {
    // One that waits for the line keeps its turn: what would begin now would only be cut as well.
    const busy = [...items].filter(({ standing: { state } }) => BUSY.has(state)).length
    const next = [...items]
      .filter(({ standing: { state } }) => state === 'waiting')
      .slice(0, Math.max(0, AT_ONCE - busy))
    for (const item of next) {
      move(item, { state: 'sending', percent: 0 })
      item.sending.start()
    }
  }

  function move(item: Item, standing: Standing): void {
    const isNews = item.standing.state !== standing.state
    item.standing = standing
    item.row.show(standing)
    if (!isNews) return
    if (standing.state !== 'sending' && standing.state !== 'checking') {
      say(`${item.file.name}: ${standingWords(standing)}`)
      startWaiting()
    }
    if (standing.state === 'received') {
      if (form.dataset.upload === 'each') void handInReceived()
      else {
        item.row.item.append(hidden(item))
        changed()
      }
    }
    settle()
  }

  /** One at a time: what arrives meanwhile goes with the next. */
  async function handInReceived(): Promise<void> {
    if (isHandingIn) return
    isHandingIn = true
    for (let ready = received(); ready.length > 0; ready = received()) {
      if (await handIn(form, SENT_BEFORE, ready.map(nameOf))) {
        ready.forEach(forget)
        hasHandedIn = true
      } else await new Promise((pause) => setTimeout(pause, 3_000))
    }
    isHandingIn = false
    settle()
  }

  const received = () => [...items].filter(({ standing: { state } }) => state === 'received')

  function drop(item: Item): void {
    if (item.standing.state !== 'refused') item.sending.drop()
    forget(item)
    changed()
    say(uiTexts.uploadDropped(item.file.name))
    startWaiting()
    settle()
  }

  function forget(item: Item): void {
    items.delete(item)
    const list = item.row.item.parentElement
    item.row.item.remove()
    if (list?.childElementCount === 0) list.remove()
  }

  /** A form that was sent too early is sent when the last file has arrived. */
  function settle(): void {
    if (submitter === undefined || [...items].some(isUnderWay)) return
    // What was handed in by itself is there already; what was refused stays to be read.
    if (form.dataset.upload === 'each') {
      if (items.size > 0) return
      return location.assign(location.pathname)
    }
    const by = submitter
    submitter = undefined
    if (!toldOfRefused()) form.requestSubmit(by)
  }

  /** A form does not go without a file its person thinks is in it: the refused one is to be taken out first. */
  function toldOfRefused(): boolean {
    const refused = [...items].find(({ standing: { state } }) => state === 'refused')
    if (!refused) return false
    say(`${refused.file.name}: ${standingWords(refused.standing)}`)
    refused.row.item.querySelector<HTMLElement>('button:not([hidden])')?.focus()
    return true
  }

  form.addEventListener('submit', (event) => {
    const isEach = form.dataset.upload === 'each' && (hasHandedIn || items.size > 0)
    if (!isEach && ![...items].some(isUnderWay)) {
      if (toldOfRefused()) event.preventDefault()
      return
    }
    event.preventDefault()
    submitter = event.submitter
    if ([...items].some(isUnderWay)) say(uiTexts.uploadsFirst)
    settle()
  })
  window.addEventListener('beforeunload', (event) => {
    if ([...items].some(isUnderWay)) event.preventDefault()
  })
  return { add }
}

function nameOf({ box, standing }: Item): string {
  return `${box}:${standing.state === 'received' ? standing.id : ''}`
}

function hidden(item: Item): HTMLInputElement {
  return element('input', { attributes: { type: 'hidden', name: SENT_BEFORE, value: nameOf(item) } })
}

/** Below the box the files were chosen in. */
function listOf(input: HTMLInputElement): HTMLUListElement {
  const after = input.closest('[data-drop]') ?? input
  const there = after.nextElementSibling
  if (there instanceof HTMLUListElement && there.classList.contains('gui-tep')) return there
  const list = element('ul', { class: 'gui-tep' })
  after.after(list)
  return list
}

function tokenOf(form: HTMLFormElement): string {
  const inAddress = new URL(form.getAttribute('action') ?? '', location.href).searchParams.get('_csrf')
  return inAddress ?? form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
}
