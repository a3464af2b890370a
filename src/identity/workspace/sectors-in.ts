import type { Db } from '../../platform/db.ts'
import type { SectorChoice } from './delegations.page.tsx'

/** The fields of work there are. They are the catalogue's, which stands above this module: the site brings them. */
export type SectorsIn = (db: Db) => Promise<SectorChoice[]>
