import { join } from 'node:path'
import { BEYOND_LIMITS, boundedProcesses } from '../../platform/bounded-process.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'
import type { ReadCode } from './codes.ts'
import { cutZone, findZone } from './card-zone.ts'
import { readCardQr, type IdentityCard } from './identity-card.ts'
import { readMachineReadableZone } from './machine-readable-zone.ts'
import { lookAgain } from './look-again.ts'
import type { PageForReading, PageToPrepare } from './reading-process.ts'
import { readSmallPrint } from './small-print.ts'
import { lineText, type ReadLine, type Recogniser } from './recogniser.ts'

/** What a machine makes of one page. Boxes are in points of the page's own picture. */
export type ReadPage = {
  width: number
  height: number
  lines: ReadLine[]
  codes: ReadCode[]
  /** Of an identity card on the page: checked by its code, never taken from running text. */
  card: (IdentityCard & { source: 'qr' | 'machine-readable-zone' }) | undefined
  recogniser: string
}

const prepare = boundedProcesses<PageToPrepare, PageForReading>({
  entry: join(PROJECT_ROOT, 'src/digitisation/reading/reading-process.ts'),
  heapMb: 512,
  mostTime: 30_000,
  idleTime: 30_000,
  mostProcesses: 1,
})

/** Reads the picture of a page that was made level and upright. Fails when the page is beyond what reading may cost. */
export async function readPage(
  recogniser: Recogniser,
  { jpeg, original }: PageToPrepare,
  on: LegalDate,
): Promise<ReadPage> {
  const page = await prepare({ jpeg, original })
  if (page === BEYOND_LIMITS) throw new Error('the page took too long or too much memory to prepare')
  const { png, width, height, codes } = page
  const first = await readSmallPrint(recogniser, page, await recogniser.read(png, 'vietnamese'))
  const lines = await lookAgain(recogniser, page, first)
  const card = cardInCodes(codes) ?? (await cardInZone(recogniser, jpeg, { width, height, lines }, on))
  return { width, height, lines, codes, card, recogniser: recogniser.name }
}

function cardInCodes(codes: readonly ReadCode[]): ReadPage['card'] {
  const card = codes.map(({ text }) => readCardQr(text)).find((found) => found !== undefined)
  return card && { ...card, source: 'qr' }
}

async function cardInZone(
  recogniser: Recogniser,
  jpeg: Uint8Array,
  { lines, ...page }: Pick<ReadPage, 'width' | 'height' | 'lines'>,
  on: LegalDate,
): Promise<ReadPage['card']> {
  const zone = findZone(lines)
  if (!zone) return undefined
  const read = (await recogniser.read(await cutZone(jpeg, page, zone), 'machine-readable')).map(lineText)
  const card = readMachineReadableZone(read, on)
  return card && { ...card, source: 'machine-readable-zone' }
}
