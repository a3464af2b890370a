import type { LegalDate } from '../../platform/dates.ts'
import { foldText } from '../../platform/text.ts'
import paperTypes from '../../../data/vault/paper-types.json' with { type: 'json' }
import type { VaultEntry } from './entry.ts'

type Validity = { from: LegalDate; months: number }
/** loại giấy tờ: what papers of procedures and results are called, as data. */
export type PaperType = { code: string; name: string; results: string[]; names: string[]; validity: Validity[] }

/** A paper a procedure asks for, as far as looking for it in the vault needs. */
export type WantedPaper = { code: string; name: string; eform: boolean }

const TYPES: readonly PaperType[] = paperTypes.types
const BY_NAME = new Map(TYPES.flatMap(({ code, names }) => names.map((name) => [foldText(name), code])))
const BY_RESULT = new Map(TYPES.flatMap(({ code, results }) => results.map((result) => [result, code])))
const NAMES = new Map(TYPES.map(({ code, name }) => [code, name]))
/** Every kind of paper there is, with its name. */
export function paperTypeNames(): { code: string; name: string }[] {
  return TYPES.map(({ code, name }) => ({ code, name }))
}

const ONE_OFFS = paperTypes.oneOffs.begin.map(foldText)
const NO_ONE_OFFS = paperTypes.oneOffs.except.map(foldText)

const NUMBERING = /^(?:[\s\-–+*•:.]+|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[).]\s*)+/
const COPY_WORDS =
  /^(?:\d{1,2} )?(?:ban (?:sao|chinh|goc|chup|dien tu|scan)(?: dien tu| co chung thuc| duoc chung thuc| chung thuc| hop le)*(?: tu)? )/
const IN_BRACKETS = /\s*\((?:ban (?:sao|chinh|goc)[^)]*|neu co)\)/g

/** The bare name of a paper, without numbering, kind of copy and closing marks. */
export function bareName(name: string): string {
  return foldText(name)
    .replace(NUMBERING, '')
    .replace(COPY_WORDS, '')
    .replace(IN_BRACKETS, '')
    .replace(/[\s.;,:]+$/, '')
}

/**
 * The types that answer a paper of this name. Every alternative must be known: of "A hoặc B của con" nothing is certain, so
 * nothing is offered.
 */
export function typesNamed(name: string): string[] {
  const found = bareName(name)
    .split(/ hoac |\//)
    .map((one) => BY_NAME.get(bareName(one)))
  return found.every((code) => code !== undefined) ? [...new Set(found)] : []
}

/** Made for one request (tờ khai, đơn, văn bản ủy quyền): not kept for another. */
export function isOneOff({ name, eform }: Pick<WantedPaper, 'name' | 'eform'>): boolean {
  const bare = bareName(name)
  const begins = (beginning: string) => bare === beginning || bare.startsWith(`${beginning} `)
  return eform || (ONE_OFFS.some(begins) && !NO_ONE_OFFS.some(begins))
}

/** What a paper of a procedure is kept as: its type where the name is certain, else the catalogue's own code for it. */
export function typeOfPaper({ code, name }: Pick<WantedPaper, 'code' | 'name'>): string {
  const [only, ...others] = typesNamed(name)
  return only !== undefined && others.length === 0 ? only : code
}

/** What a result is kept as: its type, or the catalogue's code for it; null where its title does not name one result of the procedure. */
export function typeOfResult(results: readonly { code: string; name: string }[], title: string): string | null {
  const bare = bareName(title)
  const same = results.filter(({ name }) => bareName(name) === bare)
  const named = same.length > 0 ? same : results.filter(({ name }) => bare.includes(bareName(name)))
  const [only, ...others] = named
  if (only === undefined || others.length > 0) return null
  return BY_RESULT.get(only.code) ?? only.code
}

/** Whether what is kept is certainly a paper of this kind: by type, by the catalogue's code, or by the bare name. */
export function fits({ typeCode, title }: Pick<VaultEntry, 'typeCode' | 'title'>, wanted: WantedPaper): boolean {
  if (typeCode === null || isOneOff(wanted)) return false
  if (typeCode === wanted.code || typesNamed(wanted.name).includes(typeCode)) return true
  return bareName(title) !== '' && bareName(title) === bareName(wanted.name)
}

export function typeName(code: string | null): string | undefined {
  return code === null ? undefined : NAMES.get(code)
}

/** The last day a paper issued on a day is valid by the law of that day; null where none limits it. */
export function lastValidDay(typeCode: string | null, issuedOn: LegalDate | null): LegalDate | null {
  const type = TYPES.find(({ code }) => code === typeCode)
  if (!type || issuedOn === null) return null
  const rule = type.validity.findLast(({ from }) => from <= issuedOn)
  return rule ? monthsAfter(issuedOn, rule.months) : null
}

/** The same day of a later month, or the last it has (Bộ luật Dân sự 2015, Điều 148). */
export function monthsAfter(day: LegalDate, months: number): LegalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const kept = Math.min(date, last.getUTCDate())
  return `${last.toISOString().slice(0, 8)}${String(kept).padStart(2, '0')}`
}
