import { randomInt } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { refuse } from '../../platform/refusal.ts'
import { cleanName, receiptCode, type StoredFile } from '../file.ts'
import { SENDERS } from '../keep-received.ts'
import { filesByIds, insertFile } from '../store.ts'
import { makePage } from './make-page.ts'
import { whyNotCompose } from './page.ts'
import { pagesPdf } from './pages-pdf.ts'
import { insertComposedPages } from './store.ts'

const Page = Type.Object({
  fileId: Type.String({ format: 'uuid' }),
  way: Type.Union([Type.Literal('straightened'), Type.Literal('original')]),
  turn: Type.Union([Type.Literal(0), Type.Literal(90), Type.Literal(180), Type.Literal(270)]),
})
const Pages = Type.Array(Page, { minItems: 1 })

/** Writes down a PDF made of a person's own photos; the photos stay what they handed in, the PDF is what is read. */
const recordComposed = action({
  name: 'documents.record-composed',
  roles: SENDERS,
  input: Type.Object({
    name: Type.String({ minLength: 1 }),
    sha256: Type.String(),
    size: Type.Integer(),
    pages: Pages,
  }),
  async run({ db, now, journal }, actor, { name, sha256, size, pages }): Promise<StoredFile> {
    const sources = await filesByIds(
      db,
      pages.map(({ fileId }) => fileId),
    )
    refuse(whyNotCompose(pages, sources, actorLabel(actor)))
    const file: StoredFile = {
      id: newId(),
      sha256,
      size,
      name,
      mediaType: 'application/pdf',
      pages: pages.length,
      origin: 'produced',
      uploadedBy: actorLabel(actor),
      uploadedAt: now,
      receiptCode: receiptCode(vietnamDate(now), (below) => randomInt(below)),
      scanVerdict: 'not-scanned',
    }
    await insertFile(db, file, null)
    await insertComposedPages(db, file.id, pages)
    journal({
      subject: `file:${file.id}`,
      begins: true,
      what: 'documents.composed',
      facts: { sha256, size, from: sources.map(({ sha256: source }) => source) },
    })
    return file
  },
})

/** Makes one PDF of a person's photos, in the order given. */
export const composePages = errand({
  name: 'documents.compose-pages',
  roles: SENDERS,
  input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), pages: Pages }),
  async run(app, actor, { name, pages }, meta): Promise<StoredFile> {
    const sources = await filesByIds(
      app.db,
      pages.map(({ fileId }) => fileId),
    )
    refuse(whyNotCompose(pages, sources, actorLabel(actor)))
    const byId = new Map(sources.map((file) => [file.id, file]))
    const made = []
    for (const { fileId, way, turn } of pages) {
      const source = byId.get(fileId)
      if (!source) throw new Error(`photo ${fileId} is missing`)
      const { sha256, width, height } = await makePage(app, source, way)
      made.push({ jpeg: await app.files.bytes(sha256), width, height, turn })
    }
    const title = cleanName(`${name}.pdf`)
    const stored = await app.files.put(await pagesPdf(made, { title: name, now: app.clock.now() }))
    return runAction(app, recordComposed, actor, { name: title, ...stored, pages }, meta)
  },
})
