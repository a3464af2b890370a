import { formatDate, type LegalDate } from '../../../platform/dates.ts'
import type { FigureColumn } from '../../digitised/figures.ts'
import { figureTexts as words } from './texts.ts'

export const FIGURES_PATH = '/giam-sat/so-hoa'
export const VIEWS = ['nam', 'co-quan', 'thu-tuc'] as const
export type View = (typeof VIEWS)[number]

/** What a page of numbers was asked for. */
export type Asked = {
  from: LegalDate
  to: LegalDate
  unitId?: string
  procedureCode?: string
  level?: 'province' | 'commune'
}

export type Told = Record<string, unknown>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const text = (value: unknown) => (typeof value === 'string' ? value : '')

export function readAsked(told: Told, today: LegalDate): Asked {
  const [from, to, unit, procedure, level] = ['tu', 'den', 'don-vi', 'thu-tuc', 'cap'].map((name) => text(told[name]))
  return {
    from: from && DAY.test(from) ? from : `${today.slice(0, 4)}-01-01`,
    to: to && DAY.test(to) ? to : today,
    ...(unit && ID.test(unit) ? { unitId: unit } : {}),
    ...(procedure ? { procedureCode: procedure.slice(0, 30) } : {}),
    ...(level === 'province' || level === 'commune' ? { level } : {}),
  }
}

function queryOf({ from, to, unitId, procedureCode, level }: Asked): [string, string][] {
  const maybe = (name: string, value: string | undefined): [string, string][] => (value ? [[name, value]] : [])
  return [
    ['tu', from],
    ['den', to],
    ...maybe('don-vi', unitId),
    ...maybe('thu-tuc', procedureCode),
    ...maybe('cap', level),
  ]
}

export function viewHref(view: View, asked: Asked, page = FIGURES_PATH): string {
  return `${page}?${new URLSearchParams([['xem', view], ...queryOf(asked)])}`
}

export function behindHref(column: FigureColumn, asked: Asked, after?: string): string {
  const more: [string, string][] = after ? [['sau', after]] : []
  return `${FIGURES_PATH}/ho-so?${new URLSearchParams([['cot', column], ...queryOf(asked), ...more])}`
}

export const daysWords = ({ from, to }: Asked) => words.days(formatDate(from), formatDate(to))
