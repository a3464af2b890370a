import { apiAction, apiQuery, type Web } from '../../platform/web/web.ts'
import { exportFormFile, importFormFile } from '../exchange/carry-form.ts'

const tags = ['forms']

/** Forms carried as files over the API. */
export async function formsApiRoutes(web: Web): Promise<void> {
  apiQuery(web, exportFormFile, {
    operationId: 'exportForm',
    method: 'GET',
    path: '/forms/:code/file',
    summary: 'A published form as a file; the one in force unless a version is named',
    tags,
  })
  apiAction(web, importFormFile, {
    operationId: 'importForm',
    method: 'POST',
    path: '/forms/import',
    summary: 'Publish the form in a file of ours or of form.io; answers what could not be taken over',
    tags,
  })
}
