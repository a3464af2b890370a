import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { newId } from '../../platform/id.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, isPicture, type StoredFile } from '../../documents/index.ts'
import { makeScannedPage } from '../intake/pages/make-page.ts'
import { readPage } from '../reading/read-page.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { deleteSample, insertSample, sampleById, saveSampleFailure, saveSampleRead, type Sample } from './store.ts'
import { samplePageName } from './texts.ts'

const Id = Type.String({ format: 'uuid' })

/** A page takes seconds: it is read behind the request that brought it. */
export const readSample = defineJob<{ sampleId: string }>(
  'digitisation.read-sample',
  { retryLimit: 0, atOnce: 1 },
  async (app, { sampleId }) => {
    const sample = await sampleById(app.db, sampleId)
    if (sample?.state !== 'waiting') return
    try {
      await readOne(app, sample)
    } catch (error) {
      app.log.warn({ sampleId, reason: String(error) }, 'a sample of a template could not be read')
      await saveSampleFailure(app.db, sampleId, 'not-read')
    }
  },
)

async function readOne(app: App, { id, fileId, page }: Sample): Promise<void> {
  const file = await fileById(app.db, fileId)
  if (!file) throw new Error('its file is gone')
  const recogniser = app.ports.get(recogniserPort)
  const source = { path: pathInStore(app.settings.fileFolder, file.sha256), mediaType: file.mediaType, page }
  const made = await makeScannedPage(app, source, { turned: undefined, recogniser })
  if (!made.ok) throw new Error(made.reason.code)
  const { jpeg } = made.page
  const { width, height, lines } = await readPage(recogniser, { jpeg, original: jpeg }, vietnamDate(app.clock.now()))
  const { sha256: pictureSha256 } = await app.files.put(jpeg)
  await saveSampleRead(app.db, id, { pictureSha256, width, height, lines })
}

/** A scan to try a template on, page by page: an invented paper or a blank one, never a paper of a dossier. */
export const addTemplateSample = action({
  name: 'digitisation.add-template-sample',
  roles: ['administrator'],
  input: Type.Object({ typeCode: Type.String({ maxLength: 60 }), fileId: Id }),
  async run({ db, now, enqueue, journal }, actor, { typeCode, fileId }): Promise<void> {
    const { fullName } = officerOf(actor)
    const file = await fileById(db, fileId)
    if (!file || file.uploadedBy !== actorLabel(actor)) throw new Refusal('platform.not-found')
    for (const { page, name } of pagesOfSample(file)) {
      const id = newId()
      await insertSample(db, { id, typeCode, name, fileId, page, addedByName: fullName }, now)
      await enqueue(readSample, { sampleId: id })
    }
    journal({ subject: `template:${typeCode}`, what: 'digitisation.sample-added', facts: { name: file.name } })
  },
})

/** More pages are no sample but a pile. */
const MOST_PAGES = 10

type Sent = Pick<StoredFile, 'name' | 'mediaType' | 'pages'>

export function pagesOfSample({ name, mediaType, pages }: Sent): { page: number; name: string }[] {
  if (isPicture({ mediaType })) return [{ page: 1, name }]
  if (mediaType !== 'application/pdf') throw new Refusal('digitisation.not-a-scan', { name })
  const count = pages ?? 1
  if (count > MOST_PAGES) throw new Refusal('digitisation.sample-too-long', { name, pages: count, most: MOST_PAGES })
  return Array.from({ length: count }, (_, at) => ({
    page: at + 1,
    name: count === 1 ? name : samplePageName(name, at + 1),
  }))
}

export const removeTemplateSample = action({
  name: 'digitisation.remove-template-sample',
  roles: ['administrator'],
  input: Type.Object({ sampleId: Id }),
  async run({ db, journal }, _, { sampleId }): Promise<void> {
    const sample = await sampleById(db, sampleId)
    if (!sample) throw new Refusal('platform.not-found')
    await deleteSample(db, sampleId)
    journal({
      subject: `template:${sample.typeCode}`,
      what: 'digitisation.sample-removed',
      facts: { name: sample.name },
    })
  },
})
