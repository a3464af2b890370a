import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { dueComponents } from '../../catalogue/index.ts'
import { certifiedSources } from '../../desk/index.ts'
import { checkedPapers } from '../../digitisation/index.ts'
import {
  filesByIds,
  issuedEntries,
  registerUsesForAll,
  usesForAll,
  vaultEntriesByIds,
  type VaultEntry,
} from '../../documents/index.ts'
import { countedDossiers, type CountedDossier } from '../../dossiers/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { dossiersWithIssued } from '../../results/index.ts'
import { DEPTHS, type DossierEvidence, type PaperEvidence } from './facts.ts'

/** Papers from the store of the National Portal say so in their source; none comes before it is connected. */
const NATIONAL_PORTAL = 'national-portal:'

const subjectOf = ({ id }: Pick<CountedDossier, 'id'>) => `dossier:${id}`
type Received = CountedDossier & { receivedAt: Date }

/** Everything the numbers rest on for these dossiers, asked of whoever owns it; dossiers not received are left out. */
export async function evidenceOf(db: Db, dossierIds: readonly string[]): Promise<DossierEvidence[]> {
  const dossiers = (await countedDossiers(db, dossierIds)).filter((one): one is Received => one.receivedAt !== null)
  const ids = dossiers.map(({ id }) => id)
  const fileIds = dossiers.flatMap(({ papers }) => papers.flatMap((paper) => paper.fileIds))
  const [files, uses, registerUses, copies, checked, issued, entries, units] = await Promise.all([
    filesByIds(db, fileIds),
    usesForAll(db, dossiers.map(subjectOf)),
    registerUsesForAll(db, dossiers.map(subjectOf)),
    certifiedSources(db, ids),
    checkedPapers(db, { dossierIds: ids, fileIds }),
    dossiersWithIssued(db, ids),
    issuedEntries(db, dossiers.map(subjectOf)),
    unitsByIds(db, [...new Set(dossiers.map(({ competentUnitId }) => competentUnitId))]),
  ])
  const used = new Map(
    (await vaultEntriesByIds(db, [...new Set(uses.map(({ entryId }) => entryId))])).map((entry) => [entry.id, entry]),
  )
  const signed = new Set([
    ...files.filter(({ signatures }) => signatures?.finding?.verdict === 'valid').map(({ id }) => id),
    ...copies.map(({ sourceFileId }) => sourceFileId),
  ])
  const checkedFiles = new Set(checked.map(({ fileId }) => fileId))
  const checkedComponents = new Set(checked.map(({ dossierId, componentCode }) => `${dossierId} ${componentCode}`))
  const signedScans = new Set(
    checked
      .filter(({ fileId }) => fileId !== null && signed.has(fileId))
      .map(({ dossierId, componentCode }) => `${dossierId} ${componentCode}`),
  )
  const communes = new Set(units.filter(({ communeCode }) => communeCode !== null).map(({ id }) => id))
  const listed = await listsFor(db, dossiers)

  return dossiers.map((dossier): DossierEvidence => {
    const own = uses.filter(({ usedFor }) => usedFor === subjectOf(dossier))
    const takenFor = (code: string) =>
      own.filter(({ componentCode }) => componentCode === code).flatMap(({ entryId }) => used.get(entryId) ?? [])
    const papers = dossier.papers.map(({ code, fileIds: paperFiles }): PaperEvidence => {
      const taken = takenFor(code)
      const fromVault = new Set(taken.flatMap((entry) => (isSure(entry) ? entry.fileIds : [])))
      return {
        code,
        hasFile: paperFiles.length > 0,
        isSigned:
          paperFiles.every((id) => signed.has(id) || fromVault.has(id)) || signedScans.has(`${dossier.id} ${code}`),
        hasData:
          taken.some(({ proof }) => proof === 'issued-here') ||
          checkedComponents.has(`${dossier.id} ${code}`) ||
          paperFiles.some((id) => checkedFiles.has(id)),
      }
    })
    const entry = entries.findLast(({ source }) => source === subjectOf(dossier))
    return {
      dossier,
      level: communes.has(dossier.competentUnitId) ? 'commune' : 'province',
      receivedOn: vietnamDate(dossier.receivedAt),
      finishedOn: dossier.finishedAt && vietnamDate(dossier.finishedAt),
      papers,
      listed: listed.get(dossier.id) ?? new Set(),
      reused: {
        vault: new Set(own.map(({ componentCode }) => componentCode)),
        register: new Set(
          registerUses
            .filter(({ usedFor }) => usedFor === subjectOf(dossier))
            .map(({ componentCode }) => componentCode),
        ),
        nationalPortal: own.filter(({ entryId }) => used.get(entryId)?.source.startsWith(NATIONAL_PORTAL)).length,
      },
      result: issued.has(dossier.id) ? (entry && isDescribed(entry) ? DEPTHS.data : DEPTHS.signed) : DEPTHS.none,
    }
  })
}

/** Signed by an agency: a result of the system or a certified copy. */
const isSure = ({ proof }: VaultEntry) => proof === 'issued-here' || proof === 'certified-copy'

/** A result carries its data when owner, kind, number, issuer and day stand beside the file (Thông tư 01/2023/TT-VPCP). */
const isDescribed = ({ typeCode, number, issuer, issuedOn }: VaultEntry) =>
  [typeCode, number, issuer, issuedOn].every((fact) => fact !== null)

async function listsFor(db: Db, dossiers: readonly Received[]): Promise<Map<string, Set<string>>> {
  const asked = new Map(dossiers.map((one) => [`${one.procedureCode} ${vietnamDate(one.receivedAt)}`, one]))
  const found = new Map<string, Set<string>>()
  for (const [key, { procedureCode, receivedAt }] of asked)
    found.set(key, await dueComponents(db, procedureCode, vietnamDate(receivedAt)))
  return new Map(
    dossiers.map((one) => [one.id, found.get(`${one.procedureCode} ${vietnamDate(one.receivedAt)}`) ?? new Set()]),
  )
}
