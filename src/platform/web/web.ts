import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { runAction, type Action, type RequestMeta } from '../action.ts'
import type { Actor } from '../actor.ts'
import type { App } from '../app.ts'
import { runErrand, type Errand } from '../errand.ts'
import { runQuery, type Query } from '../query.ts'
import type { Language } from '../language.ts'
import { Refusal, refusalWords } from '../refusal.ts'
import { nfc } from '../text.ts'
import type { Choices } from './choices.ts'
import { tokenOf } from './form-token.ts'
import type { Shells } from './site.ts'

export { sitePage, type SitePage, type ShellContext } from './site.ts'
export { apiAction, apiErrand, apiQuery } from './api.ts'

declare module 'fastify' {
  interface FastifyInstance {
    app: App
    shells: Shells
  }
  interface FastifyRequest {
    actor: Actor
    /** In which the person is answered. */
    language: Language
    /** What a person who is signed in once chose, on any device. */
    ownChoices?: Partial<Choices>
  }
  interface FastifyContextConfig {
    /** The handler reads multipart parts itself; the form token stands in the address. */
    multipart?: boolean
  }
}

export type Web = FastifyInstance
export type WebRequest = FastifyRequest
export type WebReply = FastifyReply

/** Runs an action for the person who sent the request. */
export function act<S extends TSchema, Result>(
  request: WebRequest,
  action: Action<S, Result>,
  input: Static<S>,
  meta: Omit<RequestMeta, 'requestId'> = {},
): Promise<Result> {
  return runAction(request.server.app, action, request.actor, input, { ...meta, requestId: request.id })
}

/** Runs an errand for the person who sent the request. */
export function undertake<S extends TSchema, Result>(
  request: WebRequest,
  errand: Errand<S, Result>,
  input: Static<S>,
): Promise<Result> {
  return runErrand(request.server.app, errand, request.actor, input, { requestId: request.id })
}

export function ask<S extends TSchema, Result>(
  request: WebRequest,
  query: Query<S, Result>,
  input: Static<S>,
): Promise<Result> {
  return runQuery(request.server.app, query, request.actor, input)
}

export type Outcome<Result> = { ok: true; result: Result } | { ok: false; refusal: Refusal }

/** Lets a page show a refusal beside the form, with everything typed still there. Other errors rise. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error }
    throw error
  }
}

/** The refusal in words for people. */
export function refusalText(request: WebRequest, refusal: Refusal): string {
  return refusalWords(request.server.app.refusals, refusal)
}

export type FormBody = Record<string, string | string[]>

/** Fields of a submitted form, composed to NFC; the form token is left out. */
export function formBody(request: WebRequest): FormBody {
  const body = (request.body ?? {}) as Record<string, unknown>
  const fields = Object.entries(body).filter(([name]) => name !== '_csrf')
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((item) => nfc(String(item))) : nfc(String(value)),
    ]),
  )
}

/** One text field of a form, trimmed; an absent one is empty. */
export function field(form: FormBody, name: string): string {
  const value = form[name]
  return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()
}

/** The token every form carries against forged requests; sets its cookie on first use. */
export function formToken(_request: WebRequest, reply: WebReply): string {
  return tokenOf(reply)
}

/** Answers a form with 303: Back and reload never send it again. */
export function redirect(reply: WebReply, path: string): WebReply {
  return reply.redirect(path, 303)
}
