import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { candidatesFor, type Candidate } from './assign-dossier.ts'

/** The specialists a head of division may give dossiers to. */
export const listAssignees = query({
  name: 'dossiers.list-assignees',
  roles: ['head-of-division'],
  input: Type.Object({}),
  run: ({ db, clock }, head): Promise<Candidate[]> => candidatesFor({ db, now: clock.now() }, head),
})
