import { Type } from 'typebox'
import { officerOf } from '../platform/acting.ts'
import { action, runAction } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { errand } from '../platform/errand.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { fileBytes, filesByIds, recordProducedFile, signatureCheckerPort } from '../documents/index.ts'
import { unitById, unitsInCharge } from '../organisation/index.ts'
import { makeBag, type PackedPaper } from './bag.ts'
import { duePapers, RECORD_KEEPERS, type DuePaper } from './due-papers.ts'
import { packageCode } from './package.ts'
import { insertPackage, nextPackageNo } from './store.ts'

export const MOST_PAPERS = 100
const Ids = Type.Array(Type.String({ format: 'uuid' }), { maxItems: MOST_PAPERS })
const Input = { unitId: Type.String({ format: 'uuid' }), entryIds: Ids }

const keepPackage = action({
  name: 'archive.keep-package',
  roles: [...RECORD_KEEPERS],
  input: Type.Object({
    ...Input,
    papers: Type.Unsafe<PackedPaper[]>({}),
    unitName: Type.String(),
  }),
  async run(ctx, actor, { unitId, papers, unitName }) {
    const { db, now } = ctx
    const { accountId: madeByAccountId, fullName: madeByName } = officerOf(actor)
    const year = Number(vietnamDate(now).slice(0, 4))
    const no = await nextPackageNo(db, unitId, year)
    const code = packageCode({ year, no })
    const bytes = makeBag({ code, unitName, madeBy: madeByName, madeAt: now.toISOString() }, papers)
    const {
      id: fileId,
      sha256,
      size,
    } = await recordProducedFile(ctx, {
      bytes,
      name: `${code}.zip`,
      mediaType: 'application/zip',
    })
    const id = newId()
    const made = { id, unitId, year, no, papers: papers.length, fileId, sha256, size }
    const listed = papers.map(({ entry, keep }, index) => {
      const { id: entryId, title, typeCode } = entry
      return { no: index + 1, entryId, title, typeCode, keep: String(keep) }
    })
    const isWhole = await insertPackage(db, { ...made, madeAt: now, madeByAccountId, madeByName }, listed)
    if (!isWhole) throw new Refusal('archive.not-due', { title: code })
    ctx.journal({
      subject: `archive-package:${id}`,
      begins: true,
      what: 'archive.package-made',
      facts: { code, sha256, papers: papers.length },
    })
    for (const { entry, keep } of papers)
      ctx.journal({ subject: `vault:${entry.id}`, what: 'archive.paper-packed', facts: { package: code, keep } })
    return { packageId: id }
  },
})

/**
 * Packs chosen papers that are due for the archive: files, descriptions, what is found of their signatures now, and the SHA-256 of
 * everything. Căn cứ: Luật Lưu trữ 33/2024/QH15; Thông tư 13/2023/TT-BNV (fields still to be compared).
 */
export const makePackage = errand({
  name: 'archive.make-package',
  roles: [...RECORD_KEEPERS],
  input: Type.Object(Input),
  async run(app, actor, { unitId, entryIds }, meta): Promise<{ packageId: string }> {
    if (!(await unitsInCharge(app.db, actor, RECORD_KEEPERS)).includes(unitId)) throw new Refusal('platform.not-found')
    if (entryIds.length === 0) throw new Refusal('archive.nothing-chosen')
    const due = await duePapers(app.db, [unitId], vietnamDate(app.clock.now()))
    const chosen = [...new Set(entryIds)].map((id) => due.find(({ entry }) => entry.id === id))
    const papers: PackedPaper[] = []
    for (const one of chosen) {
      if (!one) throw new Refusal('archive.not-due', { title: '' })
      if (one.hold) throw new Refusal('archive.held', { title: one.entry.title })
      papers.push(await pack(app, one))
    }
    const unit = await unitById(app.db, unitId)
    return runAction(app, keepPackage, actor, { unitId, entryIds, papers, unitName: unit?.name ?? '' }, meta)
  },
})

type Packing = Parameters<typeof makePackage.run>[0]

async function pack(app: Packing, { entry, typeName, rule }: DuePaper): Promise<PackedPaper> {
  const check = app.ports.get(signatureCheckerPort)
  const files = []
  for (const file of await filesByIds(app.db, entry.fileIds)) {
    const bytes = await fileBytes(app, file.id)
    const report = file.mediaType === 'application/pdf' ? await check(bytes) : { verdict: 'unsigned' }
    files.push({ file, bytes, report })
  }
  return { entry, typeName, keep: rule.keep, files }
}
