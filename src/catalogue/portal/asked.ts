import { nfc } from '../../platform/text.ts'
import type { ProcedureLevel } from '../procedure.ts'

/** What a visitor of `/tim` looks for; the address holds it all. */
export type Asked = {
  q: string
  level?: ProcedureLevel
  commune?: string
  sector?: string
  agency?: string
  lifeEvent?: string
  subject?: string
  after?: string
}

export type AskedFilter = Exclude<keyof Asked, 'q' | 'after'>

const NAMES = {
  q: 'q',
  level: 'cap',
  commune: 'xa',
  sector: 'linh-vuc',
  agency: 'co-quan',
  lifeEvent: 'viec',
  subject: 'doi-tuong',
  after: 'sau',
} as const satisfies Record<keyof Asked, string>

const LEVELS = { province: 'tinh', commune: 'xa' } as const satisfies Record<ProcedureLevel, string>

export const askedName = (key: keyof Asked): string => NAMES[key]
export const levelWord = (level: ProcedureLevel): string => LEVELS[level]

export function readAsked(query: Record<string, unknown>): Asked {
  const one = (key: keyof Asked, most = 200) => {
    const value = query[NAMES[key]]
    return typeof value === 'string' ? nfc(value).replace(/\s+/g, ' ').trim().slice(0, most) : ''
  }
  const level = (['province', 'commune'] as const).find((known) => LEVELS[known] === one('level'))
  const rest = (['commune', 'sector', 'agency', 'lifeEvent', 'subject', 'after'] as const).map((key) => [
    key,
    one(key, 120),
  ])
  return { q: one('q'), ...(level && { level }), ...Object.fromEntries(rest.filter(([, value]) => value !== '')) }
}

/** The address of a search. A change of filter begins at the first page. */
export function searchHref(asked: Partial<Asked>): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(NAMES) as (keyof Asked)[]) {
    const value = asked[key]
    if (value) query.set(NAMES[key], key === 'level' ? levelWord(value as ProcedureLevel) : value)
  }
  return query.size === 0 ? '/tim' : `/tim?${query}`
}

export function without(asked: Asked, ...keys: (keyof Asked)[]): Partial<Asked> {
  return Object.fromEntries(
    Object.entries(asked).filter(([key]) => !keys.includes(key as keyof Asked) && key !== 'after'),
  )
}

/** The address of a procedure's page, for the commune the visitor chose. */
export function procedureHref(code: string, commune?: string): string {
  return `/thu-tuc/${encodeURIComponent(code)}${commune ? `?xa=${encodeURIComponent(commune)}` : ''}`
}
