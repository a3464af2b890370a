import { archiveRefusals } from './archive/index.ts'
import { catalogueRefusals } from './catalogue/index.ts'
import { deadlinesRefusals } from './deadlines/index.ts'
import { deskRefusals } from './desk/index.ts'
import { digitisationRefusals } from './digitisation/index.ts'
import { documentsRefusals } from './documents/index.ts'
import { processMoveRefusals } from './dossiers/migrate-process/texts.ts'
import { dossiersRefusals } from './dossiers/index.ts'
import { formsRefusals } from './forms/index.ts'
import { identityRefusals } from './identity/index.ts'
import { organisationRefusals } from './organisation/index.ts'
import { instantRefusals } from './instant/index.ts'
import { operationsRefusals } from './platform/operations/texts.ts'
import { notificationsRefusals } from './notifications/index.ts'
import { backupRefusals } from './platform/backup/texts.ts'
import type { RefusalTexts } from './platform/refusal.ts'
import { platformRefusals } from './platform/texts.ts'
import { resultsRefusals } from './results/index.ts'
import { signingRefusals } from './signing/index.ts'
import { supervisionRefusals } from './supervision/index.ts'

/** The words for every refusal in the house. */
export const refusals: RefusalTexts = {
  ...platformRefusals,
  ...operationsRefusals,
  ...backupRefusals,
  ...notificationsRefusals,
  ...organisationRefusals,
  ...identityRefusals,
  ...formsRefusals,
  ...catalogueRefusals,
  ...deadlinesRefusals,
  ...signingRefusals,
  ...documentsRefusals,
  ...dossiersRefusals,
  ...processMoveRefusals,
  ...deskRefusals,
  ...digitisationRefusals,
  ...resultsRefusals,
  ...instantRefusals,
  ...supervisionRefusals,
  ...archiveRefusals,
}
