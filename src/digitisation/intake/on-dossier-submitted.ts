import { runAction } from '../../platform/action.ts'
import { reaction } from '../../platform/events.ts'
import { usesFor } from '../../documents/index.ts'
import { componentsOfDossier, dossierById, dossierSubmitted } from '../../dossiers/index.ts'
import { papersOf, procedureVersionById, shortPaperName } from '../../catalogue/index.ts'
import { takeScan } from './take-scan.ts'
import { wayAt } from './ways/store.ts'

const PORTAL = { kind: 'system', name: 'digitisation.portal' } as const

/**
 * What was filed online with a dossier becomes papers, one for each component, where the desk that receives it digitises such
 * filings. What came out of a vault was digitised before.
 */
export const takeFiledPapers = reaction(
  dossierSubmitted,
  'digitisation.take-filed-papers',
  async (app, { dossierId }) => {
    const { db } = app
    const dossier = await dossierById(db, dossierId)
    const way = dossier && (await wayAt(db, 'portal', dossier.receivedByUnitId))
    if (!way) return
    const [components, uses, procedure] = await Promise.all([
      componentsOfDossier(db, dossierId),
      usesFor(db, `dossier:${dossierId}`),
      procedureVersionById(db, dossier.procedureVersionId),
    ])
    const held = new Set(uses.map(({ componentCode }) => componentCode))
    const names = new Map(procedure ? papersOf(procedure).map((paper) => [paper.code, shortPaperName(paper.name)]) : [])
    for (const { code, files } of components) {
      if (files.length === 0 || held.has(code)) continue
      await runAction(app, takeScan, PORTAL, {
        source: 'portal',
        unitId: way.unitId,
        title: `${dossier.code}, ${names.get(code) ?? code}`.slice(0, 200),
        splitAt: 'separator',
        handsOn: way.handsOn,
        files: files.map(({ fileId }) => ({ fileId })),
        dossierId,
        componentCode: code,
        knownAs: `dossier:${dossierId}:${code}`,
      })
    }
  },
)
