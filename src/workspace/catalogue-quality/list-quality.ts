import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import {
  qualityCounts,
  qualityList,
  type QualityCount,
  type QualityPage,
  type Severity,
} from '../../catalogue/index.ts'
import { unitsInForce } from '../../organisation/index.ts'

const PAGE = 40

export type QualityOverview = {
  page: QualityPage
  counts: QualityCount[]
  /** Names of the bodies that decide, by slug. */
  deciders: ReadonlyMap<string, string>
}

/** Procedures with something missing or doubtful, and how much there is for each body to decide. */
export const listQuality = query({
  name: 'workspace.list-quality',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({
    finding: Type.Optional(Type.String({ maxLength: 60 })),
    severity: Type.Optional(Type.String({ pattern: '^(blocking|doubt|note)$' })),
    decidedBy: Type.Optional(Type.String({ maxLength: 60 })),
    after: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  async run({ db, clock }, _officer, { finding, severity, decidedBy, after }): Promise<QualityOverview> {
    const on = vietnamDate(clock.now())
    const filter = {
      on,
      ...(finding === undefined ? {} : { code: finding }),
      ...(severity === undefined ? {} : { severity: severity as Severity }),
      ...(decidedBy === undefined ? {} : { decidedBy }),
    }
    const [page, counts, departments] = await Promise.all([
      qualityList(db, filter, after, PAGE),
      qualityCounts(db, on),
      unitsInForce(db, on, { kind: 'department' }),
    ])
    return { page, counts, deciders: new Map(departments.map(({ slug, name }) => [slug, name])) }
  },
})
