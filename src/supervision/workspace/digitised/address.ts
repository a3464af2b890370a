import { formatDate, type LegalDate } from '../../../platform/dates.ts'
import { PAPER_FIGURES, type FigureColumn } from '../../digitised/figures.ts'
import type { PaperOf } from '../../digitised/figures-store.ts'
import { figureTexts as words } from './texts.ts'

export const FIGURES_PATH = '/giam-sat/so-hoa'
export const COVERAGE_PATH = `${FIGURES_PATH}/danh-muc`
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

/** Fields with their lists; with a code the papers of that field's list. */
export function coverageHref(asked: Asked, sectorCode?: string, onlyNever = false): string {
  const field: [string, string][] = sectorCode === undefined ? [] : [['linh-vuc', sectorCode]]
  const never: [string, string][] = onlyNever ? [['chua', '1']] : []
  return `${COVERAGE_PATH}?${new URLSearchParams([...queryOf(asked), ...field, ...never])}`
}

/** What a page of dossiers stands behind: a column, or one paper of the list of a field. */
export type Behind = { column: FigureColumn; paper?: PaperOf & { sectorCode: string } }

export function behindHref({ column, paper }: Behind, asked: Asked, after?: string): string {
  const more: [string, string][] = after ? [['sau', after]] : []
  const own: [string, string][] = paper
    ? [
        ['giay', paper.componentCode],
        ['muc', paper.figure],
        ['linh-vuc', paper.sectorCode],
      ]
    : []
  return `${FIGURES_PATH}/ho-so?${new URLSearchParams([['cot', column], ...queryOf(asked), ...own, ...more])}`
}

export function readPaper(told: Told): Pick<Behind, 'paper'> {
  const [componentCode, sectorCode] = [text(told.giay).slice(0, 100), text(told['linh-vuc']).slice(0, 50)]
  const figure = PAPER_FIGURES.find((one) => one === told.muc)
  return componentCode && figure ? { paper: { componentCode, figure, sectorCode } } : {}
}

export const daysOf = ({ from, to }: Asked): Asked => ({ from, to })
export const daysWords = ({ from, to }: Asked) => words.days(formatDate(from), formatDate(to))
