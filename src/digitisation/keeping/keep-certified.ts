import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/db.ts'
import { reaction } from '../../platform/events.ts'
import { isSameOwner, keepInVault, typeName, type VaultOwner } from '../../documents/index.ts'
import {
  dossierById,
  paperCertified,
  type AloneScan,
  type ScannedPaper,
  type SealedCopy,
} from '../../dossiers/index.ts'
import { valuesOf } from '../bench/store.ts'
import { paperKept } from '../events.ts'
import type { Paper } from '../intake/scan.ts'
import { paperById, paperForUpdate, papersOfDossier, setPaperState } from '../intake/store.ts'
import { verifiedValues, type VerifiedValue } from '../provenance/origin.ts'
import { replaceScan, scanInVault } from './replace-scan.ts'
import { ownerGiven, ownerNamed, ownerNumbered, vaultOwner } from './owner.ts'
import { paperFacts } from './paper-facts.ts'
import { kindNames } from '../templates/templates-in-force.ts'
import { keepingTexts } from './texts.ts'

const KEEPER = { kind: 'system', name: 'digitisation.keeper' } as const

const nameOfType = async (db: Db, type: string | null) =>
  (await kindNames(db)).get(type) ?? typeName(type) ?? keepingTexts.untitled

/** The papers of a dossier that are checked and may be certified: `scannedPapersPort`. */
export async function checkedScans(db: Db, dossierId: string): Promise<ScannedPaper[]> {
  const papers = await papersOfDossier(db, dossierId)
  const scans: ScannedPaper[] = []
  for (const { id, state, fileId, typeCode } of papers) {
    if (fileId === null || (state !== 'checked' && state !== 'kept')) continue
    const values = verifiedValues(await valuesOf(db, id))
    scans.push({ fileId, title: titled(await nameOfType(db, typeCode), values), ownerName: ownerNamed(values) })
  }
  return scans
}

/** A checked paper of no dossier that may be certified: `scannedPapersPort`. */
export async function checkedAlone(db: Db, paperId: string): Promise<AloneScan | undefined> {
  const paper = await paperById(db, paperId)
  if (!paper || paper.dossierId !== null || paper.fileId === null) return undefined
  if (paper.state !== 'checked' && paper.state !== 'kept') return undefined
  const values = verifiedValues(await valuesOf(db, paperId))
  const { fileId, unitId } = paper
  const owner = { ownerName: ownerNamed(values), ownerNumber: ownerNumbered(values) }
  return { fileId, unitId, title: titled(await nameOfType(db, paper.typeCode), values), ...owner }
}

function titled(kind: string, values: readonly VerifiedValue[]): string {
  const number = values.find(({ name }) => name === 'number')?.text
  return number === undefined ? kind : keepingTexts.titled(kind, number)
}

/** The paper went into its owner's vault as a certified copy; told twice, nothing changes. */
const recordKept = action({
  name: 'digitisation.record-kept',
  roles: ['system'],
  input: Type.Object({
    paperId: Type.String({ format: 'uuid' }),
    fileId: Type.String({ format: 'uuid' }),
    entryId: Type.Union([Type.String(), Type.Null()]),
  }),
  unjournalled: 'a paper kept before stays kept',
  async run({ db, journal, emit }, _, { paperId, fileId, entryId }) {
    const paper = await paperForUpdate(db, paperId)
    if (paper?.state !== 'checked') return
    await setPaperState(db, paper, 'kept', entryId === null ? { code: 'digitisation.no-owner' } : null)
    journal({ subject: `paper:${paperId}`, what: 'digitisation.paper-kept', facts: { file: fileId, entry: entryId } })
    await emit(paperKept, { paperId, fileId, entryId, values: verifiedValues(await valuesOf(db, paperId)) })
  },
})

/** A sealed copy of a checked paper goes into the owner's vault, with number, issuer and day as people verified them. */
export const keepCertified = reaction(paperCertified, 'digitisation.keep-certified', async (app, copy) => {
  const { dossierId, fileId } = copy
  const paper = await paperOf(app.db, copy)
  if (!paper) return dossierId === null ? undefined : replaceScan(app, { ...copy, dossierId })
  if (paper.state !== 'checked') return
  const entryId = await (dossierId === null
    ? aloneIntoVault(app, paper, copy)
    : intoVault(app, paper, { ...copy, dossierId }))
  await runAction(app, recordKept, KEEPER, { paperId: paper.id, fileId, entryId })
})

type Certified = Parameters<typeof keepCertified.run>[1]
type Copy = SealedCopy & Pick<Certified, 'ownerName'>

async function paperOf(db: Db, { dossierId, paperId, sourceFileId }: Certified): Promise<Paper | undefined> {
  if (dossierId === null) return paperId === null ? undefined : paperById(db, paperId)
  return (await papersOfDossier(db, dossierId)).find(({ fileId }) => fileId === sourceFileId)
}

async function intoVault(app: App, paper: Paper, copy: Copy): Promise<string | null> {
  const dossier = await dossierById(app.db, copy.dossierId)
  const values = verifiedValues(await valuesOf(app.db, paper.id))
  const owner = dossier && vaultOwner(copy.ownerName, values, [dossier.applicant, dossier.submitter])
  if (!dossier || !owner) return null
  const scan = await scanInVault(app.db, copy)
  const replaces = scan && isSameOwner(scan.owner, owner) ? { replacesEntry: scan.id } : {}
  const from = { source: `dossier:${copy.dossierId}`, sourceCode: dossier.code }
  return keep(app, paper, copy, { owner, ...from, ...replaces }, values)
}

/** What tells it from others of its owner is the number of the copy: there is no dossier. */
async function aloneIntoVault(app: App, paper: Paper, copy: Certified): Promise<string | null> {
  const values = verifiedValues(await valuesOf(app.db, paper.id))
  const owner = ownerGiven(copy.ownerName, copy.ownerNumber, values)
  if (!owner) return null
  return keep(app, paper, copy, { owner, source: `paper:${paper.id}`, sourceCode: copy.number }, values)
}

type From = { owner: VaultOwner; source: string; sourceCode: string; replacesEntry?: string }

async function keep(
  app: App,
  { typeCode }: Paper,
  { fileId, unitId }: Pick<Certified, 'fileId' | 'unitId'>,
  from: From,
  values: readonly VerifiedValue[],
): Promise<string | null> {
  const known = {
    typeCode,
    title: await nameOfType(app.db, typeCode),
    about: null,
    ...paperFacts(values),
    validFrom: null,
  }
  const certified = {
    fileIds: [fileId],
    proof: 'certified-copy' as const,
    verificationCode: null,
    keeperUnitId: unitId,
  }
  const { entryIds } = await runAction(app, keepInVault, KEEPER, { papers: [{ ...known, ...certified, ...from }] })
  return entryIds[0] ?? null
}
