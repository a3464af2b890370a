import type { VNode } from 'preact'
import { mayConnectTo } from '../../platform/web/connect-to.ts'
import {
  attempt,
  field,
  formBody,
  undertake,
  type Web,
  type WebReply,
  type WebRequest,
} from '../../platform/web/web.ts'
import { keyOfAccount, keyOfUnit, programPage, sendTokenOrder, TokenForm, tokenTexts } from '../../signing/index.ts'
import { sealResultByToken, signResultByToken } from '../sign-by-token.ts'
import type { Result } from '../result.ts'

type ByCode = { Params: { code: string } }

const WAYS = {
  '/ky': { errand: signResultByToken, label: tokenTexts.sign },
  '/van-thu': { errand: sealResultByToken, label: tokenTexts.seal },
} as const
type Path = keyof typeof WAYS

/** Gives a page's script the work for the program that signs with a USB token, or the words why there is none. */
export async function tokenWayRoutes(web: Web): Promise<void> {
  for (const path of Object.keys(WAYS) as Path[]) {
    web.post<ByCode>(`${path}/:code/token`, async (request, reply) => {
      const { code: dossierCode } = request.params
      const asked = { dossierCode, ...roundIn(request) }
      const outcome = await attempt(() => undertake(request, WAYS[path].errand, asked))
      return sendTokenOrder(request, reply, outcome, {
        done: ({ MetaData }) => {
          const number = MetaData.find(({ Key }) => Key === 'DocNumber')?.Value
          const done = new URLSearchParams({ xong: dossierCode, ...(number === undefined ? {} : { so: number }) })
          return `${path}?${done.toString()}`
        },
        waits: `${path}?nang=${encodeURIComponent(dossierCode)}&thieu=`,
      })
    })
  }
}

/** Set where several are signed one after the other: of how many, and the version that was read. */
function roundIn(request: WebRequest): { round?: { of: number; version: number } } {
  const form = formBody(request)
  const [of, version] = [Number(field(form, 'lo')), Number(field(form, 'ban'))]
  return of > 0 ? { round: { of, version } } : {}
}

/** `form`: the way in, for who has a token; `isOnly`: no other key signs for them. */
export async function tokenWay(
  request: WebRequest,
  reply: WebReply,
  path: Path,
  { code, result, token }: { code: string; result: Pick<Result, 'unitId'>; token: string },
): Promise<{ form: VNode | null; isOnly: boolean }> {
  const { actor, server } = request
  const { db, clock, settings } = server.app
  const now = clock.now()
  const accountId = actor.kind === 'officer' ? actor.accountId : ''
  const keyHeldBy = (signer?: string) =>
    path === '/ky' ? keyOfAccount(db, accountId, now, signer) : keyOfUnit(db, result.unitId, now, signer)
  const [held, any] = [await keyHeldBy('token'), await keyHeldBy()]
  if (!held) return { form: null, isOnly: false }
  mayConnectTo(reply, settings.tokenService)
  const action = `${path}/${encodeURIComponent(code)}/token`
  return {
    form: <TokenForm action={action} token={token} label={WAYS[path].label} program={programPage(settings)} />,
    isOnly: any?.signer === 'token',
  }
}
