import { fieldTexts } from '../../texts.ts'

type Suggested = { communeCode: string; name: string; formerly?: string }

const PAUSE_MS = 250
const LEAST = 2

/** Completes the names of places while they are typed, old names too; a chosen one goes along with its code. */
export function suggestPlaces(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-place]:not([data-ready])')) {
    part.dataset.ready = ''
    const name = part.dataset.place ?? ''
    const box = part.querySelector<HTMLInputElement>(`input[name="${name}.noi"]`)
    if (box) complete(part, box, name)
  }
}

function complete(part: HTMLElement, box: HTMLInputElement, name: string): void {
  const list = document.createElement('datalist')
  list.id = `${box.id}-goi`
  box.after(list)
  box.setAttribute('list', list.id)
  box.autocomplete = 'off'
  let found: Suggested[] = []
  let timer: number | undefined
  let asked = 0

  box.addEventListener('input', () => {
    const chosen = found.find((place) => place.name === box.value)
    keep(part, name, chosen ? { cho: box.value, chon: chosen.communeCode } : { cho: '', chon: '' })
    clearTimeout(timer)
    if (!chosen && box.value.trim().length >= LEAST) timer = window.setTimeout(() => void look(), PAUSE_MS)
  })

  async function look(): Promise<void> {
    const turn = (asked += 1)
    const answer = await fetch(`/api/v1/places?words=${encodeURIComponent(box.value.trim())}`).catch(() => undefined)
    if (!answer?.ok || turn !== asked) return
    ;({ places: found } = (await answer.json()) as { places: Suggested[] })
    list.replaceChildren(
      ...found.map(({ name: value, formerly }) => {
        const option = document.createElement('option')
        option.value = value
        if (formerly !== undefined) option.label = `${value} (${fieldTexts.formerly(formerly)})`
        return option
      }),
    )
  }
}

/** What was offered before, with its radio buttons, is about other words now. */
function keep(part: HTMLElement, name: string, boxes: { cho: string; chon: string }): void {
  part.querySelector(`input[type=radio][name="${name}.chon"]`)?.closest('.truong')?.remove()
  part.querySelector('[data-understood]')?.remove()
  for (const [box, value] of Object.entries(boxes)) {
    const own =
      part.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}.${box}"]`) ??
      hidden(part, `${name}.${box}`)
    own.value = value
  }
}

function hidden(part: HTMLElement, name: string): HTMLInputElement {
  const made = document.createElement('input')
  made.type = 'hidden'
  made.name = name
  part.append(made)
  return made
}
