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
import { readSignatureNames } from './signature-names.ts'
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

/** Letters whose check digits are right. */
const CHECKED = 0.99

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
  const printed = await readSmallPrint(recogniser, page, await recogniser.read(png, 'vietnamese'))
  const inCode = cardInCodes(codes)
  const zone = await readZone(recogniser, jpeg, { width, height, lines: printed }, on).catch((error: unknown) => {
    // A card its QR has told is not lost for a zone nobody could read.
    if (!inCode) throw error
    return { lines: printed, card: undefined }
  })
  const named = await readSignatureNames(recogniser, jpeg, page, zone.lines)
  const lines = await lookAgain(recogniser, page, named)
  return { width, height, lines, codes, card: cardOf(inCode, zone.card), recogniser: recogniser.name }
}

type Card = ReadPage['card']

/** The QR says more; until when the card holds and whose citizen its owner is says the zone alone. */
function cardOf(inCode: Card, inZone: Card): Card {
  if (!inCode || inCode.personalId !== inZone?.personalId) return inCode ?? inZone
  const { expiresOn, nationality } = inZone
  return { ...inCode, ...(expiresOn ? { expiresOn } : {}), ...(nationality ? { nationality } : {}) }
}

function cardInCodes(codes: readonly ReadCode[]): Card {
  const card = codes.map(({ text }) => readCardQr(text)).find((found) => found !== undefined)
  return card && { ...card, source: 'qr' }
}

/** The zone is read by a reader of its letters alone; what its check digits say is right stands in the text, too. */
async function readZone(
  recogniser: Recogniser,
  jpeg: Uint8Array,
  { lines, ...page }: Pick<ReadPage, 'width' | 'height' | 'lines'>,
  on: LegalDate,
): Promise<{ lines: readonly ReadLine[]; card: Card }> {
  const zone = findZone(lines)
  if (!zone) return { lines, card: undefined }
  const seen = (await recogniser.read(await cutZone(jpeg, page, zone), 'machine-readable')).map(lineText)
  const read = readMachineReadableZone(seen, on)
  if (!read) return { lines, card: undefined }
  const checked = (line: ReadLine): ReadLine => {
    const text = zone.lines.length === read.lines.length ? read.lines[zone.lines.indexOf(line)] : undefined
    return text === undefined ? line : { box: line.box, words: [{ text, confidence: CHECKED, box: line.box }] }
  }
  return { lines: lines.map(checked), card: { ...read.card, source: 'machine-readable-zone' } }
}
