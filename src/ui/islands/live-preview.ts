const WAIT_MS = 600

/** Shows in frames what a form would make of it while it is being filled in; the form itself is sent by its own button. */
export function startLivePreview(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-preview]')) {
    const { livePreview: frames = '', liveAction: action = '' } = form.dataset
    let timer = 0
    form.addEventListener('input', () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        for (const frame of frames.split(' ')) send(form, action, frame)
      }, WAIT_MS)
    })
  }
}

/** A copy is sent, so that the page's own history and the boxes stay as they are. */
function send(form: HTMLFormElement, action: string, frame: string): void {
  const copy = document.createElement('form')
  Object.assign(copy, { method: 'post', action, target: frame, hidden: true })
  for (const [name, value] of new FormData(form)) {
    const box = document.createElement('input')
    Object.assign(box, { type: 'hidden', name, value: String(value) })
    copy.append(box)
  }
  document.body.append(copy)
  copy.submit()
  copy.remove()
}
