/** What is printed as label and value; `field` is its name in the template of its kind. */
export type Entry = { label: string; value: string; field?: string }

/** A part of a sheet, from top to bottom. */
export type Block =
  | { k: 'header'; left: string[]; right: string[] }
  | { k: 'title'; text: string }
  | { k: 'line'; text: string; align: 'left' | 'center' | 'right' }
  | { k: 'entries'; entries: Entry[] }
  /** Two people beside each other. */
  | { k: 'columns'; columns: [Entry[], Entry[]] }
  | { k: 'table'; headings: string[]; rows: string[][]; /** What is asked for, by row. */ fields?: string[] }
  | { k: 'sign'; left: string[]; right: string[] }
  | { k: 'code'; svg: string; millimetres: number }
  | { k: 'zone'; lines: string[] }

/** How it is set: the same paper comes from many offices. */
export type Style = {
  font: string
  valueFont: string
  size: number
  leading: number
  margin: number
  leaders: boolean
  numbering: 'none' | 'figures' | 'dashes'
  bold: 'none' | 'labels' | 'values'
  /** Entries of one row on a grid, or one behind the other. */
  grid: boolean
  stamp: boolean
}

/** An invented paper: what it is, what is printed, and what its fields truly are. */
export type Paper = { type: string; blocks: Block[]; fields: Record<string, string>; lines: string[]; style: Style }

export const entry = (label: string, value: string, field?: string): Entry =>
  field === undefined ? { label, value } : { label, value, field }

export const entries = (...own: Entry[]): Block => ({ k: 'entries', entries: own })
export const line = (text: string, align: 'left' | 'center' | 'right' = 'left'): Block => ({ k: 'line', text, align })

/** What is read off a paper when every letter is read right. */
export function paperOf(type: string, blocks: Block[], style: Style, more: Record<string, string> = {}): Paper {
  const all = blocks.flatMap((block) =>
    block.k === 'entries' ? block.entries : block.k === 'columns' ? block.columns.flat() : [],
  )
  const cells = blocks.flatMap((block) =>
    block.k === 'table'
      ? (block.fields ?? []).flatMap((name, at) => (name ? [[name, block.rows[at]?.[1] ?? '']] : []))
      : [],
  )
  const named = all.flatMap(({ field, value }) => (field === undefined ? [] : [[field, value]]))
  return {
    type,
    blocks,
    style,
    fields: { ...Object.fromEntries([...named, ...cells]), ...more },
    lines: blocks.flatMap(linesOf).filter((text) => text !== ''),
  }
}

function linesOf(block: Block): string[] {
  switch (block.k) {
    case 'header':
    case 'sign':
      return [...block.left, ...block.right]
    case 'title':
    case 'line':
      return [block.text]
    case 'entries':
      return block.entries.map(printed)
    case 'columns':
      return block.columns.flat().map(printed)
    case 'table':
      return [...block.headings, ...block.rows.flat()]
    case 'zone':
      return block.lines
    case 'code':
      return []
  }
}

const printed = ({ label, value }: Entry): string => (label === '' ? value : `${label}: ${value}`)
