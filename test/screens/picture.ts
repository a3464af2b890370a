import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Visitor } from '../journeys/support/visitor.ts'

const FOLDER = join(import.meta.dirname, '../../docs/screens')
const DESK = { width: 1280, height: 800 }
const TELEPHONE = { width: 360, height: 740 }
/** A page longer than this is cut: pictures are looked at, not scrolled. */
const TALLEST = 3_200

type Options = {
  whole?: boolean
  /** What one screenful is to show, where it stands far down on the page. */
  at?: string
}

/** Takes what the visitor sees, whole on the portal, one screenful at the officers' desks. */
export async function take({ page }: Visitor, name: string, { whole = true, at }: Options = {}): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  for (const size of [DESK, TELEPHONE]) {
    await page.setViewportSize(size)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    // PDFs inside the page are drawn by the browser's own viewer, a moment later.
    if ((await page.locator('iframe').count()) > 0) await page.waitForTimeout(1_500)
    // A window as tall as the page: what sticks to its lower edge stands where it belongs.
    if (at !== undefined) await page.locator(at).first().scrollIntoViewIfNeeded()
    else if (whole || size === TELEPHONE) {
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...size, height: Math.min(Math.max(tall, size.height), TALLEST) })
    }
    const picture = await page.screenshot()
    const suffix = size === TELEPHONE ? '-360' : ''
    await sharp(picture)
      .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
      .toFile(join(FOLDER, `${name}${suffix}.png`))
  }
  await page.setViewportSize(DESK)
}
