import { Type } from 'typebox'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { readsOf, type Reading } from '../../platform/journal/read.ts'
import { query } from '../../platform/query.ts'
import { actorLabel } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filesByIds, ownVault, vaultEntriesOf } from '../../documents/index.ts'
import { accountById, grantsOf } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { dossiersOfCitizen, filesOfDossiers } from './store.ts'

const PAGE = 200
const LOOKS = ['read', 'identity.registry-asked', 'documents.vault-opened-by-link']

/** What of the reader's data was looked at. */
export type ReadThing =
  | { kind: 'dossier'; code: string }
  | { kind: 'file'; name: string; code: string }
  | { kind: 'paper'; title: string; id: string }
  | { kind: 'person' }

/** Somebody who looked, on one day, at one thing, for one purpose. */
export type ReaderSeen = {
  at: Date
  /** Null for whoever used a link of the person's own, or the system. */
  who: { name: string; unit: string | null } | null
  how: string
  thing: ReadThing
  /** The procedure it was looked at for, where no dossier says it. */
  purpose: string | null
  times: number
}

/**
 * Who looked at the reader's own data, when and for what: from the journal of reads of their dossiers, files, papers and person.
 * Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 (quyền được biết).
 */
export const whoReadMine = query({
  name: 'dossiers.who-read-mine',
  roles: ['citizen'],
  input: Type.Object({ before: Type.Optional(Type.String({ format: 'date-time' })) }),
  async run({ db, clock }, actor, { before }): Promise<{ readers: ReaderSeen[]; next: string | null }> {
    if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
    const things = await thingsOf(
      db,
      actor.citizenId,
      vietnamDate(clock.now()),
      await vaultEntriesOf(db, [ownVault(actor)]),
    )
    const found = await readsOf(db, [...things.keys()], {
      whats: LOOKS,
      except: actorLabel(actor),
      before: before === undefined ? null : new Date(before),
      limit: PAGE,
    })
    const names = await namesOf(db, found)
    const readers = grouped(found).flatMap(({ reading, times }): ReaderSeen[] => {
      const thing = things.get(reading.subject)
      if (!thing) return []
      const { procedure, purpose, by } = reading.facts
      return [
        {
          at: reading.at,
          who: names.get(reading.actor) ?? null,
          how: typeof by === 'string' ? by : reading.what,
          thing,
          purpose: typeof purpose === 'string' ? purpose : typeof procedure === 'string' ? procedure : null,
          times,
        },
      ]
    })
    return { readers, next: found.length === PAGE ? (found.at(-1)?.at.toISOString() ?? null) : null }
  },
})

/** The journal's subjects about this person, with what each is. */
async function thingsOf(
  db: Db,
  citizenId: string,
  on: LegalDate,
  entries: readonly { id: string; title: string }[],
): Promise<Map<string, ReadThing>> {
  const dossiers = await dossiersOfCitizen(db, citizenId, on)
  const codes = new Map(dossiers.map(({ id, code }) => [id, code]))
  const links = await filesOfDossiers(db, [...codes.keys()])
  const files = await filesByIds(db, [...new Set(links.map(({ fileId }) => fileId))])
  const codeOf = new Map(links.map(({ fileId, dossierId }) => [fileId, codes.get(dossierId) ?? '']))
  return new Map<string, ReadThing>([
    [`citizen:${citizenId}`, { kind: 'person' }],
    ...dossiers.map(({ id, code }): [string, ReadThing] => [`dossier:${id}`, { kind: 'dossier', code }]),
    ...files.map(({ id, name }): [string, ReadThing] => [
      `file:${id}`,
      { kind: 'file', name, code: codeOf.get(id) ?? '' },
    ]),
    ...entries.map(({ id, title }): [string, ReadThing] => [`vault:${id}`, { kind: 'paper', title, id }]),
  ])
}

/** The same officer looking at the same thing again on one day is one line. */
function grouped(readings: readonly Reading[]): { reading: Reading; times: number }[] {
  const keyOf = ({ at, actor, subject, what, facts }: Reading) =>
    [vietnamDate(at), actor, subject, what, facts.by, facts.procedure].join(' ')
  return [...Map.groupBy(readings, keyOf).values()].flatMap(([reading, ...again]) =>
    reading ? [{ reading, times: again.length + 1 }] : [],
  )
}

async function namesOf(db: Db, readings: readonly Reading[]) {
  const labels = [...new Set(readings.map(({ actor }) => actor))]
  const known = await Promise.all(
    labels.map(async (label) => {
      const [kind, accountId = ''] = label.split(':')
      const account = kind === 'officer' || kind === 'citizen' ? await accountById(db, accountId) : undefined
      if (!account) return []
      const on = readings.find(({ actor }) => actor === label)?.at
      const [grant] = kind === 'officer' && on ? await grantsOf(db, accountId, vietnamDate(on)) : []
      const [unit] = grant ? await unitsByIds(db, [grant.unitId]) : []
      return [[label, { name: account.fullName, unit: unit?.name ?? null }] as const]
    }),
  )
  return new Map(known.flat())
}
