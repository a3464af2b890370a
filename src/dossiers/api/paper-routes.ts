import { API_BASE } from '../../platform/web/api.ts'
import { apiAction, apiQuery, ask, type Web } from '../../platform/web/web.ts'
import { sendPdf } from '../../documents/index.ts'
import { getHandlingSheet } from '../papers/get-handling-sheet.ts'
import { closeRegister } from '../register/close-register.ts'
import { checkRegister, getRegister, listRegisters } from '../register/get-register.ts'

const tags = ['dossiers']

/** Handling sheets made when they are asked for, and the registers of desks. */
export function paperApiRoutes(web: Web): void {
  apiQuery(web, listRegisters, {
    method: 'GET',
    tags,
    operationId: 'listRegisters',
    path: '/registers',
    summary: 'Registers (form 07) within reach',
  })
  apiQuery(web, getRegister, {
    method: 'GET',
    tags,
    operationId: 'getRegister',
    path: '/registers/:deskId/:year',
    summary: 'Lines of a register, paged by line',
  })
  apiQuery(web, checkRegister, {
    method: 'GET',
    tags,
    operationId: 'checkRegister',
    path: '/registers/:deskId/:year/check',
    summary: 'Count a closed register anew and compare',
  })
  apiAction(web, closeRegister, {
    method: 'POST',
    tags,
    operationId: 'closeRegister',
    path: '/registers/:deskId/:year/close',
    summary: 'Close the register of a year that is over',
  })
  web.get<{ Params: { dossierCode: string } }>(
    `${API_BASE}/dossiers/:dossierCode/handling-sheet`,
    {
      schema: {
        operationId: 'getHandlingSheet',
        summary: 'Handling sheet (form 06) of a dossier as it stands, PDF',
        tags,
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { name, pdf } = await ask(request, getHandlingSheet, request.params)
      return sendPdf(reply, name, pdf)
    },
  )
}
