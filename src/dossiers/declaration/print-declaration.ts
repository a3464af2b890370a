import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { speaking } from '../../platform/speaking.ts'
import { printForm, withCommunes, type FormDefinition } from '../../forms/index.ts'
import { communes, unitsByIds } from '../../organisation/index.ts'
import { Type } from 'typebox'
import type { Dossier } from '../dossier.ts'
import { formOfDossier } from '../filing/filing-form.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { procedureOf } from '../known.ts'
import { dossierWithinReach } from '../reach.ts'

type Declaration = { dossierId: string; name: string; pdf: Buffer }

/** The form a dossier was filed with, filled in and laid out like the official template, a PDF/A-2b. */
export const printDeclaration = query({
  name: 'dossiers.print-declaration',
  roles: ['citizen', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db, settings }, actor, { dossierCode }): Promise<Declaration> {
    const dossier = await dossierWithinReach(db, actor, dossierCode)
    return speaking('vi', () => declarationOf(db, settings.publicAddress, dossier))
  },
  reads: (actor, _, { dossierId }) => (actor.kind === 'citizen' ? [] : [`dossier:${dossierId}`]),
})

/** A paper for an authority: Vietnamese, whatever language its reader was asked in. */
async function declarationOf(db: Db, publicAddress: string, dossier: Dossier): Promise<Declaration> {
  const { code, submittedAt, submitter, competentUnitId } = dossier
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const form = await formOfDossier(db, procedure, dossier.formVersion)
  const [agency] = await unitsByIds(db, [competentUnitId])
  const pdf = await printForm({
    form: await namingCommunes(db, form, submittedAt),
    data: dossier.answers,
    procedureName: procedure.name,
    agencyName: agency?.name ?? '',
    personName: submitter.fullName,
    code: { text: code, address: `${publicAddress}/tra-cuu?ma=${encodeURIComponent(code)}` },
    madeAt: submittedAt,
  })
  return { dossierId: dossier.id, name: `to-khai-${code}.pdf`, pdf }
}

/** Answers hold codes; paper holds the names of the day. */
async function namingCommunes(db: Db, form: FormDefinition, at: Date): Promise<FormDefinition> {
  const known = await communes(db, vietnamDate(at))
  return withCommunes(
    form,
    known.map(({ communeCode, name }) => ({ value: communeCode ?? '', label: name })),
  )
}
