import type { Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import { procedureInForce, processInForce, whyNotOnline } from '../catalogue/index.ts'
import { filingForm } from '../dossiers/index.ts'
import { fieldsOf } from '../forms/index.ts'
import { isAuthorityInForce, issueAuthoritiesFor } from '../organisation/index.ts'
import { tidyTitle } from '../results/index.ts'
import type { Surroundings } from './declaration.ts'

/** What a declaration is held against, as it stands on a day. */
export async function surroundingsOf(db: Db, procedureCode: string, on: LegalDate): Promise<Surroundings> {
  const version = await procedureInForce(db, procedureCode, on)
  const process = await processInForce(db, procedureCode, on)
  const authorities = await issueAuthoritiesFor(db, procedureCode)
  return {
    procedure: version && {
      isOnline: whyNotOnline(version) === undefined,
      resultTitles: version.results.map(({ name }) => tidyTitle(name)),
      formFields: fieldsOf((await filingForm(db, version, on)).definition).map(({ name }) => name),
    },
    stepKinds: process?.definition.steps.map(({ kind }) => kind) ?? [],
    hasAuthority: authorities.some((one) => isAuthorityInForce(one, on)),
  }
}
