import { parentPort, workerData } from 'node:worker_threads'
import type { Rect } from '../pdf/form.ts'
import { limitedPdfium } from '../../platform/limited-pdfium.ts'

/**
 * A part of a page as it was when `before` bytes of the file were there. Rectangles in pixels of a page of one pixel a point, from the
 * upper left; pages count from 1. What lies in `except` is not looked at.
 */
export type InkPlace = { page: number; before: number; rect: Rect; except: Rect[] }
export type InkWork = { bytes: Uint8Array; places: InkPlace[] }

/** Pixels a point: a stroke of a letter of 8 points is a pixel wide. */
const SCALE = 1.5
/** Of 255; scans are grey at the edges and between lines. */
const INK = 120
/** Dust and the noise of a scan are less than this share of the place. */
const LEAST_SHARE = 0.003
const LEAST_PIXELS = 20
const MOST_SIDE = 2_000

const { bytes, places } = workerData as InkWork
const library = await limitedPdfium()
const inked: boolean[] = []
for (const place of places) inked.push(await isInked(place))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
parentPort?.postMessage(inked)

async function isInked({ page: number, before, rect, except }: InkPlace): Promise<boolean> {
  const document = await library.loadDocument(bytes.subarray(0, before))
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(SCALE, MOST_SIDE / originalWidth, MOST_SIDE / originalHeight)
  let ink = 0
  let looked = 0
  await page.render({
    scale,
    renderFormFields: false,
    render: async ({ data, width, height }) => {
      const isLeftOut = (x: number, y: number) => except.some((one) => isIn(one, x / scale, y / scale))
      const [left, top, right, bottom] = rect.map((one) => Math.round(one * scale)) as Rect
      for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
        for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
          if (isLeftOut(x, y)) continue
          looked += 1
          const at = (y * width + x) * 4
          const [red = 255, green = 255, blue = 255, alpha = 0] = data.subarray(at, at + 4)
          if (alpha > 0 && (red * 3 + green * 6 + blue) / 10 < INK) ink += 1
        }
      }
      return data
    },
  })
  document.destroy()
  return ink >= LEAST_PIXELS && ink >= LEAST_SHARE * looked
}

function isIn([left, top, right, bottom]: Rect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}
