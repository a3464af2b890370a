import sharp from 'sharp'
import { expect, it } from 'vitest'
import { append, pageOf, painting, sample } from '../attacks/attack.ts'
import { withEntries } from '../pdf/objects.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { drawChangedPages } from './draw-changed-pages.ts'

const NOW = new Date('2026-11-21T00:00:00Z')

it('draws a changed page as it was signed and as it is, and nothing when nothing was changed', async () => {
  const { sealed, trust } = await sample()
  expect(await drawChangedPages(sealed, verifyPdf(sealed, trust, NOW))).toEqual([])
  const painted = append(sealed, (increment, file) => {
    const { ref, page } = pageOf(file)
    const black = increment.add(painting('0 0 0 rg 0 0 600 850 re f'))
    increment.set(ref, withEntries(page, { Contents: [page.entries.get('Contents') ?? null, black] }))
  })
  const drawn = await drawChangedPages(painted, verifyPdf(painted, trust, NOW))
  expect(drawn.map(({ page }) => page)).toEqual([1])
  const brightness = async (png: Uint8Array | null | undefined) => {
    const { channels } = await sharp(Buffer.from(png ?? []))
      .greyscale()
      .stats()
    return channels[0]?.mean ?? -1
  }
  expect(await brightness(drawn[0]?.signed)).toBeGreaterThan(240)
  expect(await brightness(drawn[0]?.now)).toBeLessThan(60)
})
