import { apiErrand, type Web } from '../../platform/web/web.ts'
import { admitMysign, hearMysign, hearSmartca } from '../signers/remote/hear-notice.ts'

const tags = ['signing']
const TELLS = { method: 'POST', tags, perMinute: 120 } as const

/** Where trust services tell that a holder has answered on their telephone. Authenticated, and never believed. */
export async function signingNoticeRoutes(web: Web): Promise<void> {
  apiErrand(web, hearSmartca, {
    ...TELLS,
    operationId: 'hearSmartca',
    path: '/signing/smartca/:key',
    summary: 'VNPT SmartCA tells that a holder has answered',
  })
  apiErrand(web, admitMysign, {
    ...TELLS,
    operationId: 'admitMysign',
    path: '/signing/mysign/token',
    summary: 'Viettel MySign signs in before it tells an answer',
  })
  apiErrand(web, hearMysign, {
    ...TELLS,
    operationId: 'hearMysign',
    path: '/signing/mysign/result',
    summary: 'Viettel MySign tells that a holder has answered',
    input: ({ headers, body }) => ({
      ...(body as object | null),
      ticket: (headers.authorization ?? '').replace(/^Bearer /, ''),
    }),
  })
}
