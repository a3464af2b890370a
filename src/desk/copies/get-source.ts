import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { scannedPapersPort, type AloneScan, type ScannedPaper } from '../../dossiers/index.ts'
import { unitById, type Unit } from '../../organisation/index.ts'
import { CopyOf, copyPlace } from './copy-place.ts'
import { copySource } from './copy-source.ts'
import { withRaising, type ListedCopy } from './list-copies.ts'
import { copiesAt } from './store.ts'

const DossierCode = Type.String({ maxLength: 40 })

/** The scans of a dossier's papers that people have checked, beside the files handed in. */
export const listCheckedScans = query({
  name: 'desk.list-checked-scans',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run({ db, ports }, actor, { dossierCode }): Promise<(ScannedPaper & { file: StoredFile })[]> {
    const { dossierId } = await copyPlace({ db, port: ports.get.bind(ports) }, actor, { dossierCode })
    const papers = dossierId === null ? [] : await ports.get(scannedPapersPort).ofDossier(db, dossierId)
    const files = await filesByIds(
      db,
      papers.map(({ fileId }) => fileId),
    )
    return papers.flatMap((paper) => {
      const file = files.find((one) => one.id === paper.fileId)
      return file ? [{ ...paper, file }] : []
    })
  },
})

/** The scan that is to be certified, as it will be signed. */
export const getCopySource = query({
  name: 'desk.get-copy-source',
  roles: ['intake-officer'],
  input: Type.Object({ ...CopyOf, fileId: Type.String({ format: 'uuid' }) }),
  async run({ db, ports }, actor, { fileId, ...of }): Promise<{ file: StoredFile; subject: string }> {
    const ctx = { db, port: ports.get.bind(ports) }
    const place = await copyPlace(ctx, actor, of)
    const { file } = await copySource(ctx, place, fileId)
    return { file, subject: place.subject }
  },
  reads: (_, __, { subject }) => [subject],
})

export type AlonePaper = { paper: AloneScan; file: StoredFile; copies: ListedCopy[]; unit: Unit }

/** A checked paper of no dossier with what was copied of it. */
export const getAlonePaper = query({
  name: 'desk.get-alone-paper',
  roles: ['intake-officer'],
  input: Type.Object({ paperId: Type.String({ format: 'uuid' }) }),
  async run({ db, ports }, actor, { paperId }): Promise<AlonePaper> {
    const place = await copyPlace({ db, port: ports.get.bind(ports) }, actor, { paperId })
    const file = place.alone && (await fileById(db, place.alone.fileId))
    const unit = await unitById(db, place.unitId)
    if (!place.alone || !file || !unit) throw new Refusal('platform.not-found')
    return { paper: place.alone, file, unit, copies: await withRaising(db, await copiesAt(db, place)) }
  },
  reads: (_, { paperId }) => [`paper:${paperId}`],
})
