import type { Citizen } from '../../platform/actor.ts'
import { vietnamDate, type LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { speaking } from '../../platform/speaking.ts'
import { papersOf, procedureInForce, whyNotOnline, type ProcedureVersion } from '../../catalogue/index.ts'
import { rootOf, withCommunes, type FormDefinition, type PlaceBook } from '../../forms/index.ts'
import { communes, placesOn, unitBySlug, unitsInForce, type Unit } from '../../organisation/index.ts'
import { demandOf } from '../application/application.ts'
import { severalRule } from '../co-applicants/co-applicant.ts'
import { filingForm } from '../filing/filing-form.ts'
import { heldFacts } from '../prefill/held-facts.ts'
import { heldAnswers, type HeldAnswers } from '../prefill/prefill.ts'
import { columnsOf, entrySheetsOf, type Column, type EntrySheet } from './columns.ts'

/** Everything a sheet of a procedure is made from, read and checked with, for one person. */
export type SheetForm = {
  procedure: ProcedureVersion
  /** In the language of the moment, for what is said about answers. */
  form: FormDefinition
  /** With Vietnamese headings: a sheet is filled in by several people and goes to an authority. */
  columns: Column[]
  /** For entries of groups that no row has room for. */
  entrySheets: EntrySheet[]
  /** What is known of who files, the same in every row. */
  held: HeldAnswers
  /** The bodies that may decide. */
  units: Unit[]
  places: PlaceBook
  today: LegalDate
}

/** Refuses for procedures that cannot be filed online, or where each application is signed. */
export async function sheetForm(db: Db, citizen: Citizen, procedureCode: string, now: Date): Promise<SheetForm> {
  const today = vietnamDate(now)
  const procedure = await procedureInForce(db, procedureCode, today)
  if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
  refuse(whyNotOnline(procedure) ?? whyNotMany(procedure.code, today))
  const options = (await communes(db, today)).map(({ communeCode, name }) => ({
    value: communeCode ?? '',
    label: name,
  }))
  const formNow = async () => withCommunes((await filingForm(db, procedure, today)).definition, options)
  const form = await formNow()
  const held = heldAnswers(form, await heldFacts(db, citizen, today), today)
  const locked = new Set(Object.keys(held.locked).map(rootOf))
  const { columns, entrySheets } = await speaking('vi', async () => {
    const vietnamese = await formNow()
    return {
      columns: columnsOf({
        form: vietnamese,
        locked,
        papers: papersOf(procedure),
        hasChoiceOfPlace: procedure.levels.includes('commune'),
      }),
      entrySheets: entrySheetsOf(vietnamese),
    }
  })
  return {
    procedure,
    form,
    columns,
    entrySheets,
    held,
    units: await competentUnits(db, procedure, today),
    places: await placesOn(today),
    today,
  }
}

/** What each person signs, or several agree to, cannot be done by the row. */
function whyNotMany(code: string, today: LegalDate): Reason | undefined {
  if (demandOf(code, today) === 'required') return { code: 'dossiers.bundle-signed-one-by-one' }
  return severalRule(code, today) === 'demanded' ? { code: 'dossiers.bundle-several-applicants' } : undefined
}

async function competentUnits(db: Db, { levels, department }: ProcedureVersion, today: LegalDate): Promise<Unit[]> {
  const committees = levels.includes('commune') ? await unitsInForce(db, today, { kind: 'peoples-committee' }) : []
  const office = levels.includes('province') ? await unitBySlug(db, department, today) : undefined
  return [...committees.filter(({ communeCode }) => communeCode !== null), ...(office ? [office] : [])]
}
