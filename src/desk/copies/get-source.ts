import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import { scannedPapersPort, type ScannedPaper } from '../../dossiers/index.ts'
import { copySource, deskDossier } from './copy-source.ts'

const DossierCode = Type.String({ maxLength: 40 })

/** The scans of a dossier's papers that people have checked, beside the files handed in. */
export const listCheckedScans = query({
  name: 'desk.list-checked-scans',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run({ db, ports }, actor, { dossierCode }): Promise<(ScannedPaper & { file: StoredFile })[]> {
    const { id } = await deskDossier(db, actor, dossierCode)
    const papers = await ports.get(scannedPapersPort)(db, id)
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
  input: Type.Object({ dossierCode: DossierCode, fileId: Type.String({ format: 'uuid' }) }),
  async run({ db, ports }, actor, { dossierCode, fileId }): Promise<{ file: StoredFile; dossierId: string }> {
    const dossier = await deskDossier(db, actor, dossierCode)
    const { file } = await copySource({ db, port: (key) => ports.get(key) }, dossier, fileId)
    return { file, dossierId: dossier.id }
  },
  reads: (_, __, { dossierId }) => [`dossier:${dossierId}`],
})
