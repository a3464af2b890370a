import type { Db } from '../../platform/db.ts'
import {
  bodyState,
  clockEntriesOf,
  consultationsOf,
  type Consultation,
  type ReachedDossier,
} from '../../dossiers/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { correctionUnderWay } from '../correction/correction-of.ts'
import { defaultContent, draftKind } from '../default-content.ts'
import { draftSource, whyNotByAuthority } from '../draft-source.ts'
import { fileAt, fileToSign, type Result } from '../result.ts'
import { filesOf } from '../store.ts'
import type { PaperFacts, SealFacts } from './checks.ts'

/** Reads what is to be known of a paper before a signatory signs it. */
export async function paperFacts(
  db: Db,
  { dossier, result }: { dossier: ReachedDossier; result: Result },
  accountId: string,
  now: Date,
): Promise<PaperFacts> {
  const [files, source, byAuthority, consultations, correction] = await Promise.all([
    filesOf(db, result),
    draftSource(db, dossier, now),
    whyNotByAuthority(db, result, dossier, now),
    consultationsOf(db, dossier.id),
    correctionUnderWay(db, dossier.id),
  ])
  const { template, title } = draftKind(source)
  const { addressee, facts } = defaultContent(source, NOBODY)
  const isLate = dossier.dueAt !== null && dossier.dueAt < now
  return {
    result,
    unsignedSha256: fileToSign(result, files)?.sha256,
    initialledAt: fileAt(result, files, 'initialled')?.madeAt ?? null,
    expected: { template, title, addressee, facts },
    isMine: result.signatoryAccountId === accountId,
    whyNotByAuthority: byAuthority,
    opinions: await opinionsIn(db, consultations, now),
    lateSince: isLate ? dossier.dueAt : null,
    isApologised: isLate && (await clockEntriesOf(db, dossier.id)).some(({ kind }) => kind === 'extended'),
    replaces: correction?.issued.numberText ?? null,
  }
}

/** What the dossier alone says does not depend on who signs. */
const NOBODY = { accountId: '', fullName: '', position: '' }

async function opinionsIn(db: Db, consultations: readonly Consultation[], now: Date): Promise<PaperFacts['opinions']> {
  const asked = consultations.flatMap(({ bodies, completeness }) =>
    bodies.map((body) => ({ unitId: body.unitId, state: bodyState(body, completeness, now) })),
  )
  if (asked.length === 0) return []
  const units = await unitsByIds(db, [...new Set(asked.map(({ unitId }) => unitId))])
  return asked.map(({ unitId, state }) => ({ body: units.find(({ id }) => id === unitId)?.name ?? '', state }))
}

/** The same before the clerk's seal. */
export async function sealFacts(
  db: Db,
  { dossier, result }: { dossier: Pick<ReachedDossier, 'id'>; result: Result },
): Promise<SealFacts> {
  const [files, correction] = await Promise.all([filesOf(db, result), correctionUnderWay(db, dossier.id)])
  return { result, signed: fileAt(result, files, 'signed'), replaces: correction?.issued.numberText ?? null }
}
