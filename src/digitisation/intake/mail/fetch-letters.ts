import { Readable } from 'node:stream'
import { runAction } from '../../../platform/action.ts'
import type { App } from '../../../platform/app.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { receiveUpload } from '../../../documents/index.ts'
import { scanKnownAs } from '../store.ts'
import { takeScan } from '../take-scan.ts'
import { isKnownSender, waysOfKind } from '../ways/store.ts'
import type { WayIn } from '../ways/way-in.ts'
import { letterIn, letterKey, type Attachment, type Letter } from './letter.ts'
import { openBox, type OpenBox, type Waiting } from './pop3.ts'
import { mailTexts as t } from './texts.ts'

const POSTMAN = { kind: 'system', name: 'digitisation.mail' } as const

/** A letter of the largest files a person may send; what is heavier stays in the box for its administrator. */
const MOST_FILES_OF_FULL_SIZE = 2

/** Fetches letters with papers from the box. A letter is removed from it when its scan is kept; seen again, it is only removed. */
export const fetchLetters = defineJob<object>(
  'digitisation.fetch-letters',
  { schedule: '*/2 * * * *', retryLimit: 0 },
  async (app) => {
    const { scanMailbox } = app.settings
    const ways = scanMailbox === null ? [] : await waysOfKind(app.db, 'mail')
    if (scanMailbox === null || ways.length === 0) return
    const box = await openBox(scanMailbox)
    try {
      for (const letter of await box.waiting()) await takeLetter(app, box, ways, letter)
    } finally {
      await box.close()
    }
  },
)

/** One letter that cannot be read keeps no other in the box. */
async function takeLetter(app: App, box: OpenBox, ways: readonly WayIn[], { no, uid, bytes }: Waiting): Promise<void> {
  if (bytes > app.settings.uploadLimits.fileBytes * MOST_FILES_OF_FULL_SIZE) {
    app.log.warn({ bytes }, 'a letter is too heavy and stays in the box')
    return
  }
  try {
    const letter = await letterIn(await box.read(no))
    const way = ways.find(({ place }) => letter.to.includes(place))
    if (!way) {
      app.log.warn('a letter is for no desk and stays in the box')
      return
    }
    await keep(app, way, uid, letter)
    await box.remove(no)
  } catch (error) {
    app.log.warn({ reason: String(error) }, 'a letter could not be taken and stays in the box')
  }
}

async function keep(app: App, { id, unitId, splitAt, handsOn }: WayIn, uid: string, letter: Letter): Promise<void> {
  const knownAs = letterKey(id, uid, letter.from)
  if (await scanKnownAs(app.db, knownAs)) return
  const isKnown = await isKnownSender(app.db, id, letter.from)
  const files = await Promise.all(letter.attachments.map((one) => receive(app, one)))
  const subject = letter.subject || t.noSubject
  await runAction(app, takeScan, POSTMAN, {
    source: 'email',
    unitId,
    title: t.title(subject, letter.from).slice(0, 200),
    splitAt,
    handsOn: isKnown ? handsOn : 'by-person',
    files: files.length > 0 ? files : [{ name: subject.slice(0, 200), failure: { code: 'digitisation.letter-empty' } }],
    knownAs,
    isQuarantined: !isKnown,
    // Strangers are not answered: their address may be somebody else's.
    ...(isKnown && !letter.isAutomatic ? { answer: { to: letter.from, subject } } : {}),
  })
}

async function receive(app: App, { name, content }: Attachment) {
  try {
    const { scan: limits } = app.settings.uploadLimits
    const upload = { name, stream: Readable.from([content]), origin: 'scan', limits } as const
    const { id } = await receiveUpload(app, POSTMAN, upload)
    return { fileId: id }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'platform.disk-full') throw error
    return { name: name.slice(0, 200), failure: { code: error.code, facts: error.facts } }
  }
}
