import { Type } from 'typebox'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, filesByIds, type StoredFile } from '../../documents/index.ts'
import { SCANNERS, scanWithinReach } from '../intake/reach.ts'
import type { ScanFile } from '../intake/scan.ts'
import { filesOfScan } from '../intake/store.ts'

/** A file of a scan as it came, or when and by what it was let go. */
export type Original = Pick<ScanFile, 'no' | 'name'> & Pick<StoredFile, 'size' | 'letGo'>

/** The files pages were made of, in the order they came. */
export async function originalsOf(db: Db, files: readonly ScanFile[]): Promise<Original[]> {
  const stored = await filesByIds(
    db,
    files.flatMap(({ fileId }) => fileId ?? []),
  )
  return files.flatMap(({ no, name, fileId, state }) => {
    const file = state === 'opened' ? stored.find(({ id }) => id === fileId) : undefined
    return file ? [{ no, name, size: file.size, ...(file.letGo ? { letGo: file.letGo } : {}) }] : []
  })
}

/** The untouched file of a scan of this person's desk. */
export const getOriginal = query({
  name: 'digitisation.get-original',
  roles: SCANNERS,
  input: Type.Object({ scanId: Type.String({ format: 'uuid' }), no: Type.Integer({ minimum: 1 }) }),
  reads: (_, { scanId, no }) => [{ subject: `scan:${scanId}`, facts: { original: no } }],
  async run({ db }, actor, { scanId, no }): Promise<StoredFile> {
    await scanWithinReach(db, actor, scanId)
    const found = (await filesOfScan(db, scanId)).find((one) => one.no === no)
    const file = found?.fileId ? await fileById(db, found.fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
})
