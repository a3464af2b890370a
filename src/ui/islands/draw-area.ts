type Area = { left: number; top: number; right: number; bottom: number }

/** How far an arrow moves a box, of the picture. */
const STEP = 0.005
const FIRST: Area = { left: 0.2, top: 0.2, right: 0.5, bottom: 0.25 }
const ARROWS: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * A box drawn on a picture with mouse, pen or finger, or moved by arrows (with Shift: its far corner), fills four boxes of the form in percent. What
 * is typed there moves the box.
 */
export function startDrawArea(picture: HTMLElement): void {
  const sides = (picture.dataset.drawArea ?? '').split(' ')
  const form = picture.closest('form')
  const [left, top, right, bottom] = sides.map((name) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`))
  const drawn = picture.querySelector<SVGRectElement>('[data-area]')
  const shown = picture.querySelector('svg')
  const size = shown?.viewBox.baseVal
  if (!left || !top || !right || !bottom || !drawn || !shown || !size) return
  const boxes = { left, top, right, bottom }
  let from: { x: number; y: number } | undefined

  const show = (area: Area): void => {
    drawn.setAttribute('x', String(area.left * size.width))
    drawn.setAttribute('y', String(area.top * size.height))
    drawn.setAttribute('width', String(Math.max(0, area.right - area.left) * size.width))
    drawn.setAttribute('height', String(Math.max(0, area.bottom - area.top) * size.height))
  }
  const keep = (area: Area): void => {
    for (const side of Object.keys(boxes) as (keyof Area)[]) boxes[side].value = percent(area[side])
    show(area)
  }
  const typed = (): Area | undefined => {
    const area = { left: share(left), top: share(top), right: share(right), bottom: share(bottom) }
    return Object.values(area).some(Number.isNaN) ? undefined : area
  }
  const at = (event: PointerEvent): { x: number; y: number } => {
    const { left: x, top: y, width, height } = shown.getBoundingClientRect()
    return { x: within((event.clientX - x) / width), y: within((event.clientY - y) / height) }
  }

  picture.classList.add('ve-duoc')
  for (const image of picture.querySelectorAll('input')) image.alt = picture.dataset.said ?? image.alt
  picture.addEventListener('click', (event) => event.preventDefault())
  picture.addEventListener('dragstart', (event) => event.preventDefault())
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    from = at(event)
    picture.setPointerCapture(event.pointerId)
  })
  picture.addEventListener('pointermove', (event) => {
    if (!from) return
    const to = at(event)
    keep({
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      right: Math.max(from.x, to.x),
      bottom: Math.max(from.y, to.y),
    })
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    picture.addEventListener(end, () => void (from = undefined))
  picture.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key]
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    keep(moved(typed() ?? FIRST, arrow, event.shiftKey))
  })
  for (const box of Object.values(boxes))
    box.addEventListener('input', () => {
      const area = typed()
      if (area) show(area)
    })
}

/** The whole box, or its far corner alone; it stays on the picture. */
function moved(area: Area, [across, down]: [number, number], isFarCorner: boolean): Area {
  const { left, top, right, bottom } = area
  if (isFarCorner) {
    const [far, low] = [right + across * STEP, bottom + down * STEP]
    return { left, top, right: within(Math.max(left + STEP, far)), bottom: within(Math.max(top + STEP, low)) }
  }
  const x = Math.max(-left, Math.min(1 - right, across * STEP))
  const y = Math.max(-top, Math.min(1 - bottom, down * STEP))
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

const within = (at: number): number => Math.max(0, Math.min(1, at))
const share = ({ value }: HTMLInputElement): number =>
  value.trim() === '' ? Number.NaN : Number(value.replace(',', '.')) / 100
const percent = (at: number): string => String(Math.round(at * 1000) / 10).replace('.', ',')
