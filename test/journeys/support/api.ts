import { inject } from 'vitest'
import { GROUND_PAPER } from '../../../src/dossiers/index.ts'
import { tokenOf } from './command.ts'
import { letterOf } from './filing.ts'
import { ownAnswers } from './own-form.ts'
import { paperPdf } from './papers.ts'
import type { Case } from './procedures.ts'

const { address } = inject('system')

export type Json = Record<string, unknown>
export type Answer<T> = { status: number; json: T; headers: Headers }
type Body = Json | FormData
type Method = 'GET' | 'POST'

/** A program that works for somebody, or for nobody. */
export type Program = {
  call<T = Json>(method: Method, path: string, body?: Body): Promise<Answer<T>>
  /** Throws with the problem when it is refused. */
  done<T = Json>(method: Method, path: string, body?: Body): Promise<T>
  token: string | undefined
}

export async function programOf(account?: string): Promise<Program> {
  const token = account === undefined ? undefined : await tokenOf(account)
  const call = async <T>(method: Method, path: string, body?: Body): Promise<Answer<T>> => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, json: (await answer.json()) as T, headers: answer.headers }
  }
  return {
    call,
    token,
    async done<T>(method: Method, path: string, body?: Body) {
      const { status, json } = await call<T>(method, path, body)
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`)
      return json
    },
  }
}

export async function upload(program: Program, name: string): Promise<{ id: string; sha256: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await paperPdf(name))], { type: 'application/pdf' }), name)
  return program.done('POST', '/files', form)
}

type Component = { code: string; kind: string; eform: boolean; conditional: boolean }

/** A whole filing: every paper asked of everybody is handed in. */
export async function filingOf(program: Program, asked: Case, more: Json = {}): Promise<Json> {
  const { components, cases } = await program.done<{ components: Component[]; cases: { code: string }[] }>(
    'GET',
    `/procedures/${asked.code}`,
  )
  const papers = components.filter(({ kind, eform, conditional }) => kind === 'paper' && !eform && !conditional)
  const { organisation } = asked
  return {
    procedureCode: asked.code,
    competentUnitCode: asked.agencyCode,
    ...(cases.length > 1 ? { caseCode: cases[0]?.code } : {}),
    answers: {
      ...(organisation
        ? {
            organisationName: organisation.name,
            businessCode: organisation.businessCode,
            representativePosition: organisation.position,
            ...letterOf(),
          }
        : {}),
      fullName: asked.citizenName,
      personalId: asked.citizen,
      bornOn: asked.bornOn,
      phone: '0912000274',
      address: 'Tổ 9, khu 4',
      communeCode: '06673',
      ...((await ownAnswers(asked.code))?.stored ?? { request: asked.request }),
      resultDelivery: 'counter',
      declaredTrue: true,
      ...more,
    },
    components: await Promise.all(
      [...papers.map(({ code }) => code), ...(organisation ? [GROUND_PAPER] : [])].map(async (code, index) => ({
        componentCode: code,
        form: 'electronic',
        fileIds: [(await upload(program, `giay-to-${index + 1}.pdf`)).id],
      })),
    ),
  }
}
