import type { Rect } from '../pdf/form.ts'

/** Sizes in points. Corners and directions are those of the page as it is shown. */
export type PlaceWish = {
  width: number
  height: number
  near:
    | { page: number; corner: 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left' }
    /** Words of the document; on the last page that has them unless a page is named. */
    | { phrase: string; side: 'below' | 'right'; page?: number }
    /** The seal of an agency at the signature of the person whose third it covers. */
    | { beside: { page: number; rect: Rect } }
}

type Size = { width: number; height: number }

/** Points from the edge of the page: printers leave these white. */
const EDGE = 14
/** How far beside or below its words a signature still belongs to them. */
const REACH = { sideways: 70, down: 110 }

/** Lower left corner of the place that is tried first; `target` are the words or the signature it belongs to, as seen. */
export function firstChoice(wish: PlaceWish, page: Size, target: Rect | undefined): [x: number, y: number] {
  const { near, width, height } = wish
  const [left, bottom, right, top] = target ?? [0, 0, 0, 0]
  if ('corner' in near) {
    const x = near.corner.endsWith('right') ? page.width - EDGE - width : EDGE
    return [x, near.corner.startsWith('top') ? page.height - EDGE - height : EDGE]
  }
  if ('beside' in near) {
    return [left + (right - left) / 3 - width, (bottom + top) / 2 - height / 2]
  }
  if (near.side === 'right') return [right + 4, (bottom + top) / 2 - height / 2]
  return [(left + right) / 2 - width / 2, bottom - 4 - height]
}

/** Where it may be moved to, when what is tried first is taken. */
export function allowedRegion(wish: PlaceWish, page: Size, target: Rect | undefined): Rect {
  const { near, width, height } = wish
  const [x, y] = firstChoice(wish, page, target)
  if ('corner' in near) {
    const [left, right] = near.corner.endsWith('right')
      ? [page.width * 0.4, page.width - EDGE]
      : [EDGE, page.width * 0.6]
    const [bottom, top] = near.corner.startsWith('top')
      ? [page.height * 0.75, page.height - EDGE]
      : [EDGE, page.height * 0.25]
    return [Math.min(left, x), Math.min(bottom, y), Math.max(right, x + width), top]
  }
  // The law says how much of the signature the seal covers: only up and down are left.
  if ('beside' in near) return [x, y - height / 3, x + width, y + height + height / 3]
  const sideways = near.side === 'right' ? [0, REACH.down] : [REACH.sideways, REACH.sideways]
  const down = near.side === 'right' ? 6 : REACH.down
  return [
    Math.max(EDGE, x - (sideways[0] ?? 0)),
    Math.max(EDGE, y - down),
    Math.min(page.width - EDGE, x + width + (sideways[1] ?? 0)),
    y + height + (near.side === 'right' ? 6 : 0),
  ]
}
