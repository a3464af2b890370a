import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { bookWithinReach, REGISTER_READERS } from './desks.ts'
import { DeskIdInput, MonthInput, YearInput } from './get-register.ts'
import { allLines } from './read-lines.ts'
import { registerCsv } from './register-csv.ts'
import { fill, registerTexts } from './texts.ts'

/** The register of a year or a month as CSV, read and sent a bounded number of lines at a time. */
export const exportRegister = query({
  name: 'dossiers.export-register',
  roles: REGISTER_READERS,
  input: Type.Object({ deskId: DeskIdInput, year: YearInput, month: Type.Optional(MonthInput) }),
  async run({ db, clock }, officer, { deskId, year, month }) {
    await bookWithinReach(db, officer, REGISTER_READERS, { deskId, year })
    const lines = allLines(db, { unitId: deskId, year, month, asOf: clock.now() })
    return { deskId, year, name: fill(registerTexts.csvName, { year }), csv: registerCsv(lines) }
  },
  reads: (_, __, { deskId, year }) => [`register:${deskId}:${year}`],
})
