import { cpus, loadavg, totalmem } from 'node:os'

export type Row = {
  what: string
  measured: string
  /** The least it could cost, measured in the same run. */
  floor?: string
  /** Measured over floor. */
  ratio?: number
  aim?: string
  isMet?: boolean
}

export type Machine = { processors: number; model: string; gigabytes: number; load: number; node: string; on: string }

export function machine(): Machine {
  const all = cpus()
  return {
    processors: all.length,
    model: all[0]?.model.trim() ?? '',
    gigabytes: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    node: process.version,
    on: new Date().toISOString().slice(0, 10),
  }
}

/** What one part of the bench measured, under its name: parts are measured on days of their own. */
export function section(part: string, rows: Row[], { processors, model, gigabytes, load, node, on }: Machine): string {
  const lines = rows.map(({ what, measured, floor = '', ratio, aim = '', isMet }) => {
    const mark = isMet === undefined ? '' : isMet ? ' ✓' : ' ✗'
    return `| ${what} | ${measured} | ${floor} | ${ratio === undefined ? '' : `${ratio.toFixed(1)} ×`} | ${aim}${mark} |`
  })
  return `${HEADING}${part}

Measured on ${on}: ${processors} × ${model}, ${gigabytes} GB, Node.js ${node}, load ${load.toFixed(1)} before it began.

| What | Measured | Floor | Ratio | Aim |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}

const HEADING = '## '
const LEAD = `# What it costs

By \`npm run bench\`, each part on the day it was last measured. The system, its database and the senders share the processors. Ratios are
to a floor measured in the same run, so they travel better than the figures.
`

/** A report with these sections in the place of those of the same parts; what else stands in it stays. */
export function report(before: string, sections: readonly string[], parts: readonly string[]): string {
  const partOf = (text: string) => text.slice(HEADING.length, text.indexOf('\n'))
  const kept = before.split(/^(?=## )/m).filter((text) => text.startsWith(HEADING))
  const byPart = new Map([...kept, ...sections].map((text) => [partOf(text), text.trimEnd()]))
  const order = [...parts, ...[...byPart.keys()].filter((part) => !parts.includes(part))]
  return `${[LEAD.trimEnd(), ...order.flatMap((part) => byPart.get(part) ?? [])].join('\n\n')}\n`
}

export function milliseconds(value: number): string {
  return value < 10
    ? `${value.toFixed(1)} ms`
    : value < 1_000
      ? `${Math.round(value)} ms`
      : `${(value / 1_000).toFixed(1)} s`
}
