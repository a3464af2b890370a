import { uiTexts } from '../texts.ts'
import { element } from './element.ts'

/** Shows how far a multipart form has come, and keeps it whole when the line is cut. */
export function startUploadProgress(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload-progress]')) {
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) refuseHeavy(event.target)
    })
    form.addEventListener('submit', (event) => {
      if (!carriesFile(form)) return
      event.preventDefault()
      send(form, event.submitter)
    })
  }
}

function carriesFile(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(
    (input) => (input.files?.length ?? 0) > 0,
  )
}

function refuseHeavy(input: HTMLInputElement): void {
  const limit = Number(input.dataset.maxBytes)
  const heavy = limit > 0 ? [...(input.files ?? [])].find((file) => file.size > limit) : undefined
  const megabytes = uiTexts.megabytes(
    (limit / 1_048_576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }),
  )
  input.setCustomValidity(heavy ? uiTexts.fileTooBig(heavy.name, megabytes) : '')
  input.reportValidity()
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const body = new FormData(form, submitter)
  const target = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href
  const panel = openPanel(form)
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('button')].filter((button) => !button.disabled)
  let percent = 0
  const wait = (busy: boolean) => {
    for (const button of buttons) button.disabled = busy
  }

  const request = new XMLHttpRequest()
  request.open('POST', target)
  request.setRequestHeader('Accept', 'text/html')
  request.upload.onprogress = (event) => {
    if (!event.lengthComputable) return
    percent = Math.floor((event.loaded / event.total) * 100)
    panel.show(percent, percent < 100 ? uiTexts.uploading(percent) : uiTexts.uploadChecking)
  }
  request.onload = () => arrive(request, target)
  request.onerror = () => {
    wait(false)
    panel.cut(uiTexts.uploadCut(percent), () => send(form, submitter))
  }
  wait(true)
  panel.show(0, uiTexts.uploading(0))
  request.send(body)
}

/** A redirect was followed: go there. Else the answer is the page with its errors: show it in place of this one. */
function arrive(request: XMLHttpRequest, target: string): void {
  const asked = new URL(target, location.href)
  if (request.status < 400 && request.responseURL !== asked.href) {
    location.assign(request.responseURL)
    return
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  document.title = page.title
  document.body.replaceChildren(...page.body.childNodes)
  document.querySelector<HTMLElement>('[role=alert]')?.focus()
  window.scrollTo(0, 0)
  startUploadProgress()
}

function openPanel(form: HTMLFormElement) {
  form.querySelector('.gui-tep')?.remove()
  const words = element('p', { attributes: { role: 'status' } })
  const bar = element('progress', { attributes: { max: '100', 'aria-hidden': 'true' } })
  const panel = element('div', { class: 'gui-tep' }, [words, bar])
  form.append(panel)
  return {
    show(percent: number, text: string) {
      bar.value = percent
      // Screen readers hear every tenth, not every percent.
      if (percent % 10 === 0 || percent === 100) words.textContent = text
    },
    cut(text: string, again: () => void) {
      bar.hidden = true
      words.setAttribute('role', 'alert')
      words.textContent = text
      const retry = element('button', { class: 'nut', text: uiTexts.uploadRetry, attributes: { type: 'button' } })
      retry.addEventListener('click', again)
      panel.append(retry)
      retry.focus()
    },
  }
}
