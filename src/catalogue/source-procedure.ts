/** One procedure as the national portal publishes it: field names of the source, absent when empty. */
export type SourceProcedure = {
  code: string
  name: string
  life_event: string
  levels: SourceLevel[]
  vertical?: boolean
  full_process?: boolean
  non_territorial?: boolean
  offline_only?: boolean
  fields: { code: string; name: string }[]
  issuer: { code: string; name: string }
  decision: { no: string; date: string }
  subjects: string[]
  executing?: string[]
  authority?: string[]
  coordinating?: string[]
  methods: SourceMethod[]
  cases?: SourceCase[]
  component_groups?: { name: string; items: SourceComponent[] }[]
  steps: { name: string; text: string }[]
  conditions?: string
  legal?: string[]
  results?: { code: string; name: string }[]
  note?: string
  keywords?: string
  receiving_address?: string
  updated: string
}

export type SourceLevel = 'bo' | 'tinh' | 'xa' | 'khac'
export type SourceUnit = 'WORKING_DAY' | 'DAY' | 'HOUR' | 'MONTH' | 'YEAR' | 'OTHER'
export type SourceChannel = 'ONLINE' | 'DIRECT' | 'POSTAL'

export type SourceMethod = {
  channel: SourceChannel
  /** A number, or a sentence where the portal lets one be typed. */
  time: number | string
  unit: SourceUnit
  fees: SourceFee[]
  text: string
}

export type SourceFee = {
  /** `FEE`: phí; `SERVICE_FEE`: lệ phí; `PRICE_LEVEL`: giá. */
  type: 'FEE' | 'SERVICE_FEE' | 'PRICE_LEVEL'
  value?: number
  currency?: string
  text?: string
  suspect?: boolean
}

export type SourceCase = { code: string; name: string; time: number; unit: SourceUnit }

export type SourceComponent = {
  code: string
  name: string
  orig: number
  copy: number
  eform?: boolean
  is_result?: boolean
  forms?: string[]
}
