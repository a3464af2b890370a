import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { findProcedures } from '../find-procedures.ts'
import { getProcedure } from '../get-procedure.ts'
import { stateTerm } from '../state-term.ts'
import { processApiRoutes } from './process-routes.ts'
import { Procedure, ProcedurePage } from './schemas.ts'

const tags = ['catalogue']

/** The catalogue over the API, open to everybody. */
export async function catalogueApiRoutes(web: Web): Promise<void> {
  apiQuery(web, findProcedures, {
    operationId: 'searchProcedures',
    method: 'GET',
    path: '/procedures',
    summary: 'Look for procedures in force',
    tags,
    response: ProcedurePage,
  })
  apiQuery(web, getProcedure, {
    operationId: 'getProcedure',
    method: 'GET',
    path: '/procedures/:code',
    summary: 'One procedure, with its cases, papers, fees and what is still unclear',
    tags,
    response: Procedure,
  })
  apiAction(web, stateTerm, {
    operationId: 'stateTerm',
    method: 'POST',
    path: '/procedures/:procedureCode/terms',
    summary: 'State, on a document, a term the publication leaves unclear',
    tags,
  })
  await processApiRoutes(web)
}
