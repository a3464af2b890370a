import { Type, type Static } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, type Reason } from '../../platform/refusal.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import { dossierById, dossierWithinReach } from '../../dossiers/index.ts'
import { letterTaken } from '../events.ts'
import { preparePages } from './prepare-pages.ts'
import { SCANNERS, scanningUnits } from './reach.ts'
import { SOURCES, SPLITS, type Scan, type ScanFile } from './scan.ts'
import { insertPages, insertScan, insertScanFiles, scanKnownAs } from './store.ts'

const Uuid = Type.String({ format: 'uuid' })
const MOST_FILES = 100

export const ScanInput = Type.Object({
  source: Type.Enum([...SOURCES]),
  unitId: Uuid,
  title: Type.String({ minLength: 1, maxLength: 200 }),
  splitAt: Type.Enum([...SPLITS]),
  handsOn: Type.Enum(['by-itself', 'by-person']),
  files: Type.Array(
    Type.Union([
      Type.Object({ fileId: Uuid }),
      Type.Object({
        name: Type.String({ maxLength: 200 }),
        failure: Type.Object({ code: Type.String(), facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
      }),
    ]),
    { minItems: 1, maxItems: MOST_FILES },
  ),
  dossierCode: Type.Optional(Type.String()),
  dossierId: Type.Optional(Uuid),
  componentCode: Type.Optional(Type.String()),
  draftId: Type.Optional(Uuid),
  knownAs: Type.Optional(Type.String({ maxLength: 300 })),
  isQuarantined: Type.Optional(Type.Boolean()),
  /** Who is told by letter what was taken and what was not. */
  answer: Type.Optional(Type.Object({ to: Type.String({ maxLength: 255 }), subject: Type.String({ maxLength: 998 }) })),
})
export type ScanInput = Static<typeof ScanInput>

/**
 * Takes in what was scanned, photographed or sent. Files that could not be received stand in it by their names and reasons; one
 * bad file never keeps the others out. The same thing told again is the scan that is there.
 */
export const takeScan = action({
  name: 'digitisation.take-scan',
  roles: [...SCANNERS, 'system'],
  input: ScanInput,
  async run(ctx, actor, input): Promise<{ scanId: string; isNew: boolean }> {
    const { db, now, journal, enqueue } = ctx
    if (actor.kind === 'officer' && !scanningUnits(actor).includes(input.unitId))
      throw new Refusal('platform.not-found')
    const known = input.knownAs === undefined ? undefined : await scanKnownAs(db, input.knownAs)
    if (known) {
      journal({ subject: `scan:${known}`, what: 'digitisation.scan-came-again' })
      return { scanId: known, isNew: false }
    }
    const dossier = await dossierFor(ctx, actor, input)
    const files = scanFiles(input, await ownFiles(ctx, actor, input))
    const pages = pagesOf(files)
    const scan: Scan = {
      id: newId(),
      source: input.source,
      unitId: input.unitId,
      title: input.title,
      takenBy: actorLabel(actor),
      takenAt: now,
      draftId: input.draftId ?? null,
      dossierId: dossier?.id ?? null,
      dossierCode: dossier?.code ?? null,
      componentCode: input.componentCode ?? null,
      handsOn: input.handsOn,
      splitAt: input.splitAt,
      knownAs: input.knownAs ?? null,
      state: input.isQuarantined ? 'quarantined' : pages.length > 0 ? 'preparing' : 'ready',
      version: 1,
    }
    await insertScan(db, scan)
    await insertScanFiles(
      db,
      files.map(({ row }, at) => ({ scanId: scan.id, no: at + 1, ...row })),
    )
    await insertPages(db, scan.id, pages)
    if (scan.state === 'preparing') await enqueue(preparePages, { scanId: scan.id })
    journal({
      subject: `scan:${scan.id}`,
      begins: true,
      what: 'digitisation.scan-taken',
      facts: { source: scan.source, files: files.length, pages: pages.length, state: scan.state },
    })
    if (input.answer) {
      const refused = files.flatMap(({ row: { name, failure } }) => (failure ? [{ name, failure }] : []))
      await ctx.emit(letterTaken, { scanId: scan.id, ...input.answer, taken: files.length - refused.length, refused })
    }
    return { scanId: scan.id, isNew: true }
  },
})

async function dossierFor({ db }: ActionContext, actor: Actor, { dossierCode, dossierId }: ScanInput) {
  if (dossierCode !== undefined) return dossierWithinReach(db, actor, dossierCode)
  return dossierId === undefined ? undefined : dossierById(db, dossierId)
}

/** Officers give files they sent themselves; a stranger's file is not there. */
async function ownFiles({ db }: ActionContext, actor: Actor, { files }: ScanInput): Promise<Map<string, StoredFile>> {
  const ids = files.flatMap((file) => ('fileId' in file ? [file.fileId] : []))
  const found = new Map((await filesByIds(db, ids)).map((file) => [file.id, file]))
  for (const id of ids) {
    const file = found.get(id)
    if (!file || (actor.kind !== 'system' && file.uploadedBy !== actorLabel(actor)))
      throw new Refusal('platform.not-found')
  }
  return found
}

type NewFile = { row: Omit<ScanFile, 'scanId' | 'no'>; /** What pages are made of. */ stored?: StoredFile }

function scanFiles({ files }: ScanInput, stored: Map<string, StoredFile>): NewFile[] {
  return files.map((given): NewFile => {
    if (!('fileId' in given)) return failed(given.name, null, given.failure as Reason)
    const file = stored.get(given.fileId)
    if (!file) throw new Refusal('platform.not-found')
    const failure = whyNoPages(file)
    if (failure) return failed(file.name, file.id, failure)
    const row = { name: file.name, fileId: file.id, pages: file.pages ?? 1, state: 'opened', failure: null } as const
    return { row, stored: file }
  })
}

const failed = (name: string, fileId: string | null, failure: Reason): NewFile => ({
  row: { name, fileId, pages: null, state: 'failed', failure },
})

function whyNoPages({ mediaType, scanVerdict, name }: StoredFile): Reason | undefined {
  if (scanVerdict === 'infected') return { code: 'documents.infected', facts: { name } }
  if (mediaType === 'application/pdf' || mediaType.startsWith('image/')) return undefined
  return { code: 'digitisation.no-pages', facts: { name } }
}

function pagesOf(files: readonly NewFile[]) {
  return files
    .flatMap(({ row, stored }) =>
      stored ? Array.from({ length: row.pages ?? 0 }, (_, at) => ({ fileId: stored.id, filePage: at + 1 })) : [],
    )
    .map((page, at) => ({ id: newId(), no: at + 1, ...page }))
}
