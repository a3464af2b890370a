import { Type } from 'typebox'
import type { LegalDate } from '../../../platform/dates.ts'
import { query } from '../../../platform/query.ts'
import { nameOf } from '../../dossier.ts'
import { procedureNamesOf } from '../../known.ts'
import { dossiersByCodes } from '../../store.ts'
import { supplementRequestsOf } from '../store.ts'
import { waitingCodes } from './store.ts'
import { takeableAmong } from './taking-reach.ts'

export type WaitingDossier = {
  dossierId: string
  code: string
  applicantName: string
  procedureName: string
  requestedAt: Date | null
  replyBy: LegalDate | null
}

const MOST = 50

/** Dossiers of somebody who came without the slip, by number or telephone, of those whose papers this desk may take. */
export const findWaiting = query({
  name: 'dossiers.find-waiting',
  roles: ['intake-officer'],
  input: Type.Object({
    personalId: Type.Optional(Type.String({ pattern: '^(\\d{9}|\\d{12})$' })),
    phone: Type.Optional(Type.String({ pattern: '^0\\d{9,10}$' })),
  }),
  async run({ db }, officer, { personalId, phone }): Promise<WaitingDossier[]> {
    const sought = personalId === undefined ? { phone: phone ?? '' } : { personalId }
    const waiting = await dossiersByCodes(db, await waitingCodes(db, sought, MOST))
    const found = await takeableAmong(db, officer, waiting)
    const names = await procedureNamesOf(
      db,
      found.map(({ procedureVersionId }) => procedureVersionId),
    )
    return Promise.all(
      found.map(async (dossier) => {
        const request = (await supplementRequestsOf(db, dossier.id)).at(-1)
        return {
          dossierId: dossier.id,
          code: dossier.code,
          applicantName: nameOf(dossier.applicant),
          procedureName: names.get(dossier.procedureVersionId)?.name ?? '',
          requestedAt: request?.requestedAt ?? null,
          replyBy: request?.replyBy ?? null,
        }
      }),
    )
  },
  reads: (_, __, found) => found.map(({ dossierId }) => `dossier:${dossierId}`),
})
