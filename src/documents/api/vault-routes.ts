import { apiAction, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { API_BASE } from '../../platform/web/api.ts'
import { fileDownload } from '../file-download.ts'
import { answerDispute, getDispute, listDisputes } from '../vault/dispute/answer-dispute.ts'
import { disputeEntry } from '../vault/dispute/dispute-entry.ts'
import { decideDuplicate, listDuplicates } from '../vault/duplicates/decide-duplicate.ts'
import { getVaultEntry, getVaultFile, listVault } from '../vault/my-vault.ts'
import { countReuse } from '../vault/reuse-counts.ts'
import { revokeShare, shareEntry } from '../vault/share/share-entry.ts'

const tags = ['vault']
const POST = { method: 'POST', tags } as const
const GET = { method: 'GET', tags } as const

/** The vault over the API: the same actions as the pages, under the same rules. */
export async function vaultApiRoutes(web: Web): Promise<void> {
  apiQuery(web, listVault, { ...GET, operationId: 'listVault', path: '/vault', summary: 'Own papers and results' })
  apiQuery(web, countReuse, {
    ...GET,
    operationId: 'countReuse',
    path: '/vault/reuse',
    summary: 'Papers people did not have to file again, by desk and procedure',
  })
  apiQuery(web, listDisputes, {
    ...GET,
    operationId: 'listDisputes',
    path: '/vault/disputes',
    summary: 'Papers of the reader’s units that their owners say are wrong',
  })
  apiQuery(web, getDispute, {
    ...GET,
    operationId: 'getDispute',
    path: '/vault/disputes/:disputeId',
    summary: 'One of them with its paper',
  })
  apiAction(web, answerDispute, {
    ...POST,
    operationId: 'answerDispute',
    path: '/vault/disputes/:disputeId/answer',
    summary: 'Answer the owner of a paper',
  })
  apiQuery(web, listDuplicates, {
    ...GET,
    operationId: 'listDuplicates',
    path: '/vault/duplicates',
    summary: 'Papers taken in at the reader’s units that look like others of the same owner',
  })
  apiAction(web, decideDuplicate, {
    ...POST,
    operationId: 'decideDuplicate',
    path: '/vault/duplicates/:duplicateId',
    summary: 'Say whether two papers are one',
  })
  apiQuery(web, getVaultEntry, {
    ...GET,
    operationId: 'getVaultEntry',
    path: '/vault/:id',
    summary: 'One of the reader’s papers, its versions and uses',
  })
  apiAction(web, shareEntry, {
    ...POST,
    operationId: 'shareVaultEntry',
    path: '/vault/:id/shares',
    status: 201,
    summary: 'Make a link to a paper; its token is told here and never again',
  })
  apiAction(web, revokeShare, {
    ...POST,
    operationId: 'revokeVaultShare',
    path: '/vault/:id/shares/:shareId/revoke',
    summary: 'Take a link back',
  })
  apiAction(web, disputeEntry, {
    ...POST,
    operationId: 'disputeVaultEntry',
    path: '/vault/:id/disputes',
    status: 201,
    summary: 'Say that a paper is wrong',
  })
  web.get<{ Params: { id: string; no: string } }>(
    `${API_BASE}/vault/:id/files/:no`,
    {
      schema: {
        operationId: 'downloadVaultFile',
        summary: 'A file of one of the reader’s papers',
        tags,
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { id, no } = request.params
      return fileDownload(reply, web.app, await ask(request, getVaultFile, { id, no: Number(no) }))
    },
  )
}
