import { Type } from 'typebox'
import { query } from '../platform/query.ts'
import { Refusal } from '../platform/refusal.ts'
import { fileById, type StoredFile } from '../documents/index.ts'
import { unitsByIds, unitsInCharge } from '../organisation/index.ts'
import { CONFIRMERS } from './destroy-copies.ts'
import { packageWithinReach, PackageId } from './note-receipt.ts'
import type { ArchivePackage, Destruction, PackagePaper } from './package.ts'
import { destructionOf, packagesOf, papersOfPackage } from './store.ts'

const AT_ONCE = 100

export type ListedPackage = ArchivePackage & { unitName: string }

export const listPackages = query({
  name: 'archive.list-packages',
  roles: [...CONFIRMERS],
  input: Type.Object({}),
  async run({ db }, actor): Promise<ListedPackage[]> {
    const packages = await packagesOf(db, await unitsInCharge(db, actor, CONFIRMERS), AT_ONCE)
    const units = await unitsByIds(db, [...new Set(packages.map(({ unitId }) => unitId))])
    const names = new Map(units.map(({ id, name }) => [id, name]))
    return packages.map((one) => ({ ...one, unitName: names.get(one.unitId) ?? '' }))
  },
})

export type PackageView = {
  found: ListedPackage
  papers: PackagePaper[]
  destruction: Destruction | undefined
}

export const getPackage = query({
  name: 'archive.get-package',
  roles: [...CONFIRMERS],
  input: Type.Object({ packageId: PackageId }),
  async run({ db }, actor, { packageId }): Promise<PackageView> {
    const found = await packageWithinReach(db, actor, packageId, CONFIRMERS)
    const [unit] = await unitsByIds(db, [found.unitId])
    return {
      found: { ...found, unitName: unit?.name ?? '' },
      papers: await papersOfPackage(db, packageId),
      destruction: await destructionOf(db, packageId),
    }
  },
  reads: (_, __, { found }) => [`archive-package:${found.id}`],
})

/** The package itself, for whoever carries it to the archive. */
export const downloadPackage = query({
  name: 'archive.download-package',
  roles: ['clerk'],
  input: Type.Object({ packageId: PackageId }),
  async run({ db }, actor, { packageId }): Promise<StoredFile> {
    const { fileId } = await packageWithinReach(db, actor, packageId)
    const file = await fileById(db, fileId)
    if (!file) throw new Refusal('platform.not-found')
    return file
  },
  reads: (_, { packageId }) => [`archive-package:${packageId}`],
})
