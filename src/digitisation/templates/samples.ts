import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { newId } from '../../platform/id.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, isPicture, pageOfPicture } from '../../documents/index.ts'
import { readPage } from '../reading/read-page.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { deleteSample, insertSample, sampleById, saveSampleFailure, saveSampleRead } from './store.ts'

const Id = Type.String({ format: 'uuid' })

/** A page takes seconds: it is read behind the request that brought it. */
export const readSample = defineJob<{ sampleId: string }>(
  'digitisation.read-sample',
  { retryLimit: 0, atOnce: 1 },
  async (app, { sampleId }) => {
    const sample = await sampleById(app.db, sampleId)
    if (sample?.state !== 'waiting') return
    try {
      await readOne(app, sampleId, sample.fileId)
    } catch (error) {
      app.log.warn({ sampleId, reason: String(error) }, 'a sample of a template could not be read')
      await saveSampleFailure(app.db, sampleId, 'not-read')
    }
  },
)

async function readOne(app: App, sampleId: string, fileId: string): Promise<void> {
  const file = await fileById(app.db, fileId)
  const page = file && (await pageOfPicture(pathInStore(app.settings.fileFolder, file.sha256), 'straightened'))
  if (!file || !page) throw new Error('the picture is beyond what making a page of it may cost')
  const original = await app.files.bytes(file.sha256)
  const on = vietnamDate(app.clock.now())
  const { width, height, lines } = await readPage(app.ports.get(recogniserPort), { jpeg: page.jpeg, original }, on)
  const { sha256: pictureSha256 } = await app.files.put(page.jpeg)
  await saveSampleRead(app.db, sampleId, { pictureSha256, width, height, lines })
}

/** A scan to try a template on: an invented paper or a blank one, never a paper of a dossier. */
export const addTemplateSample = action({
  name: 'digitisation.add-template-sample',
  roles: ['administrator'],
  input: Type.Object({ typeCode: Type.String({ maxLength: 60 }), fileId: Id }),
  async run({ db, now, enqueue, journal }, actor, { typeCode, fileId }): Promise<void> {
    const { accountId, fullName } = officerOf(actor)
    const file = await fileById(db, fileId)
    if (!file || file.uploadedBy !== accountId) throw new Refusal('platform.not-found')
    if (!isPicture(file)) throw new Refusal('documents.not-a-picture', { name: file.name })
    const id = newId()
    await insertSample(db, { id, typeCode, name: file.name, fileId, addedByName: fullName }, now)
    await enqueue(readSample, { sampleId: id })
    journal({ subject: `template:${typeCode}`, what: 'digitisation.sample-added', facts: { name: file.name } })
  },
})

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
