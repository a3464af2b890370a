import { Type } from 'typebox'
import { linesOf } from '../../platform/journal/read.ts'
import type { StoredLine } from '../../platform/journal/line.ts'
import { query } from '../../platform/query.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'

export type JournalPage = {
  code: string
  lines: StoredLine[]
  /** Pass as `after` for the next page. */ next: number | null
}

/** Who did what to a dossier and who looked at it, line by line with the hashes that chain them. Owners may read theirs. */
export const getJournal = query({
  name: 'dossiers.get-journal',
  roles: ['citizen', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  async run({ db }, actor, { dossierCode, after = 0, limit = 200 }): Promise<JournalPage> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    const lines = await linesOf(db, `dossier:${dossier.id}`, after, limit)
    return { code: dossier.code, lines, next: lines.length === limit ? (lines.at(-1)?.seq ?? null) : null }
  },
})
