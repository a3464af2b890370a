import { Type } from 'typebox'
import { addDays, instantOf, vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { withUnits } from './find-key.ts'
import { CERTIFICATE_STATES, stateOf, type CertificateState, type UsableHolder } from './key-holder.ts'
import { certificatesListed, namedUnits, signersInUse, type StateFacts } from './list-store.ts'
import { administeredUnits } from './reach-certificate.ts'
import { warnDaysOn } from './warning.ts'

export type CertificateLine = UsableHolder & { state: CertificateState; unitName: string | null }

/** The register of certificates as far as an administrator looks after it, by names. */
export const listCertificates = query({
  name: 'signing.list-certificates',
  roles: ['administrator'],
  input: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum([...CERTIFICATE_STATES])),
    kind: Type.Optional(Type.Enum(['person', 'agency', 'citizen'])),
    signer: Type.Optional(Type.String({ maxLength: 40 })),
    unitId: Type.Optional(Type.String({ format: 'uuid' })),
    after: Type.Optional(Type.String({ maxLength: 600 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  async run({ db, clock }, actor, { words = '', state, kind, signer, unitId, after, limit = 50 }) {
    const now = clock.now()
    const within = await administeredUnits(db, actor)
    const filter = {
      words: words.trim(),
      state: state ?? null,
      kind: kind ?? null,
      signer: signer ?? null,
      unitId: unitId ?? null,
      within,
    }
    const facts = await stateFacts(db, now)
    const found = await certificatesListed(db, filter, facts, cursorOf(after), limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const next = found.length > limit && last ? `${last.fingerprint} ${last.foldedWords}` : null
    const units = await unitsByIds(db, facts.namedUnitIds)
    const choices = units.filter(({ id }) => within === null || within.includes(id))
    return {
      certificates: await linesOf(db, shown, now),
      next,
      units: choices.map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
      signers: await signersInUse(db),
    }
  },
})

/** Holders with their state and the name of their unit. */
export async function linesOf(db: Db, holders: Parameters<typeof withUnits>[1], now: Date): Promise<CertificateLine[]> {
  const ids = [...new Set(holders.flatMap(({ namedUnitId }) => namedUnitId ?? []))]
  const names = new Map((ids.length > 0 ? await unitsByIds(db, ids) : []).map(({ id, name }) => [id, name]))
  const warnDays = warnDaysOn(vietnamDate(now))
  return (await withUnits(db, holders)).map((holder) => ({
    ...holder,
    state: stateOf(holder, now, warnDays),
    unitName: holder.namedUnitId === null ? null : (names.get(holder.namedUnitId) ?? null),
  }))
}

async function stateFacts(db: Db, now: Date): Promise<StateFacts & { namedUnitIds: string[] }> {
  const today = vietnamDate(now)
  const namedUnitIds = await namedUnits(db)
  const units = namedUnitIds.length > 0 ? await unitsByIds(db, namedUnitIds) : []
  const ended = units.filter(({ validTo }) => validTo !== null && validTo < today)
  const expiringBefore = instantOf(addDays(today, warnDaysOn(today) + 1))
  return { now, expiringBefore, endedUnitIds: ended.map(({ id }) => id), namedUnitIds }
}

/** Key of a page: fingerprint, then the words it is sorted by. */
function cursorOf(after: string | undefined): { words: string; fingerprint: string } | null {
  return after === undefined || after === '' ? null : { fingerprint: after.slice(0, 64), words: after.slice(65) }
}
