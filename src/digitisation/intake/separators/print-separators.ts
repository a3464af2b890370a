import { randomInt } from 'node:crypto'
import { Type } from 'typebox'
import { action, runAction } from '../../../platform/action.ts'
import { actorLabel } from '../../../platform/actor.ts'
import { errand } from '../../../platform/errand.ts'
import { renderTypst } from '../../../platform/pdf.ts'
import { qrSvg } from '../../../platform/qr.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { dossierWithinReach } from '../../../dossiers/index.ts'
import { unitById } from '../../../organisation/index.ts'
import { SCANNERS, scanningUnits } from '../reach.ts'
import { insertSeparator, type Separator } from './store.ts'
import { separatorTexts as t } from './texts.ts'

const MOST_SHEETS = 100
// Without letters and digits that look alike.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const Wanted = Type.Object({
  unitId: Type.String({ format: 'uuid' }),
  label: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  count: Type.Integer({ minimum: 1, maximum: MOST_SHEETS }),
  dossierCode: Type.Optional(Type.String({ maxLength: 60 })),
  componentCode: Type.Optional(Type.String({ maxLength: 60 })),
})

/** Draws codes for sheets that are about to be printed: each stands for the paper behind it. */
export const drawSeparators = action({
  name: 'digitisation.draw-separators',
  roles: SCANNERS,
  input: Wanted,
  async run({ db, now, journal }, actor, { unitId, label, count, dossierCode, componentCode }): Promise<Separator[]> {
    if (!scanningUnits(actor).includes(unitId)) throw new Refusal('platform.not-found')
    const dossier = dossierCode === undefined ? undefined : await dossierWithinReach(db, actor, dossierCode)
    const sheets = Array.from({ length: count }, (_, at): Separator => ({
      code: `MCPC-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`,
      unitId,
      label: count === 1 ? label.trim() : t.numbered(label.trim(), at + 1),
      dossierId: dossier?.id ?? null,
      dossierCode: dossier?.code ?? null,
      componentCode: componentCode ?? null,
      printedBy: actorLabel(actor),
      printedAt: now,
    }))
    for (const sheet of sheets) await insertSeparator(db, sheet)
    journal({ subject: `separators:${unitId}`, what: 'digitisation.separators-drawn', facts: { label, count } })
    return sheets
  },
})

/** Sheets to print and lay between the papers of a pile, each with its code in two places, so that either way up is read. */
export const printSeparators = errand({
  name: 'digitisation.print-separators',
  roles: SCANNERS,
  input: Wanted,
  async run(app, actor, input, meta): Promise<Buffer> {
    const sheets = await runAction(app, drawSeparators, actor, input, meta)
    const unit = await unitById(app.db, input.unitId)
    const data = {
      unit: unit?.name ?? '',
      title: t.title,
      lead: t.lead,
      sheets: await Promise.all(
        sheets.map(async ({ code, label, dossierCode }) => ({ code, label, dossierCode, qr: await qrSvg(code) })),
      ),
    }
    const template = 'src/digitisation/intake/separators/separator-sheet.typ'
    return renderTypst({ template, data, title: t.title, date: app.clock.now() })
  },
})
