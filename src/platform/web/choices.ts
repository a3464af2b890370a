import { acceptedLanguage, type Language } from '../language.ts'
import { speaking } from '../speaking.ts'
import { API_BASE } from './api.ts'
import { isWorkspace } from './errors.ts'
import type { Web, WebRequest } from './web.ts'

const YEAR_SECONDS = 365 * 86_400

/** What a reader may choose, by the name of its cookie and of its place in an address. */
const CHOICES = {
  'ngon-ngu': ['vi', 'en'],
  chu: ['vua', 'lon', 'rat-lon'],
  'tuong-phan': ['thuong', 'cao'],
} as const
export type ChoiceName = keyof typeof CHOICES
export type Choices = { [Name in ChoiceName]: (typeof CHOICES)[Name][number] }

export const USUAL_CHOICES: Choices = { 'ngon-ngu': 'vi', chu: 'vua', 'tuong-phan': 'thuong' }

const NAMES = Object.keys(CHOICES) as ChoiceName[]

/** How this reader wants pages: as chosen in this browser, else on another device, else the usual way. */
export function choicesOf(request: WebRequest): Choices {
  return Object.fromEntries(NAMES.map((name) => [name, chosen(request, name) ?? USUAL_CHOICES[name]])) as Choices
}

function chosen<Name extends ChoiceName>({ cookies, ownChoices }: WebRequest, name: Name): Choices[Name] | undefined {
  return known(name, cookies[name]) ?? known(name, ownChoices?.[name])
}

/** Keeps what a person chose who is signed in. */
export type RememberChoices = (request: WebRequest, choices: Partial<Choices>) => Promise<void>

/** Links and not script: `?chu=lon` on any page keeps the choice in a cookie and comes back to the page without it. */
export function keepChoices(web: Web, remember: RememberChoices): void {
  web.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET') return
    const address = new URL(request.url, 'http://here')
    const asked = NAMES.flatMap((name) => {
      const value = known(name, address.searchParams.get(name))
      return value === undefined ? [] : [[name, value] as const]
    })
    if (asked.length === 0) return
    for (const [name, value] of asked) {
      reply.setCookie(name, value, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true })
      address.searchParams.delete(name)
    }
    await remember(request, Object.fromEntries(asked))
    return reply.redirect(`${address.pathname}${address.search}`, 303)
  })
}

/** The address of this page with a choice made: '/tim?q=nhà' becomes '/tim?q=nhà&chu=lon'. */
export function withChoice<Name extends ChoiceName>(here: string, name: Name, value: Choices[Name]): string {
  const [path = '', search = ''] = here.split('?')
  const query = new URLSearchParams(search)
  query.set(name, value)
  return `${path}?${query}`
}

/**
 * Answers each request in its language. People get Vietnamese until they choose: many a telephone in the mountains was
 * never set to Vietnamese, and its owner reads nothing else. Programs say what they accept; officers' pages are Vietnamese.
 */
export function speakLanguages(web: Web): void {
  web.addHook('onRequest', (request, _reply, done) => {
    request.language = languageOf(request)
    speaking(request.language, done)
  })
  // By now it is known who asks; and reading a body may have gone on in another asynchronous context.
  web.addHook('preValidation', (request, _reply, done) => {
    request.language = languageOf(request)
    speaking(request.language, done)
  })
}

function languageOf(request: WebRequest): Language {
  // Papers are for authorities, too.
  if (isWorkspace(request.url) || /\.pdf(\?|$)/.test(request.url)) return 'vi'
  const own = chosen(request, 'ngon-ngu')
  if (own) return own
  return request.url.startsWith(API_BASE) ? acceptedLanguage(request.headers['accept-language']) : 'vi'
}

function known<Name extends ChoiceName>(name: Name, value: unknown): Choices[Name] | undefined {
  const values: readonly string[] = CHOICES[name]
  return values.includes(value as string) ? (value as Choices[Name]) : undefined
}
