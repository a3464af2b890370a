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

export function markdown(rows: Row[], { processors, model, gigabytes, load, node, on }: Machine): string {
  const lines = rows.map(({ what, measured, floor = '', ratio, aim = '', isMet }) => {
    const mark = isMet === undefined ? '' : isMet ? ' ✓' : ' ✗'
    return `| ${what} | ${measured} | ${floor} | ${ratio === undefined ? '' : `${ratio.toFixed(1)} ×`} | ${aim}${mark} |`
  })
  return `# What it costs

Measured on ${on} by \`npm run bench\`: ${processors} × ${model}, ${gigabytes} GB, Node.js ${node}, load ${load.toFixed(1)} before it began.
The system, its database and the senders share these processors. Ratios are to a floor measured in the same run, so they
travel better than the figures.

| What | Measured | Floor | Ratio | Aim |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}

export function milliseconds(value: number): string {
  return value < 10
    ? `${value.toFixed(1)} ms`
    : value < 1_000
      ? `${Math.round(value)} ms`
      : `${(value / 1_000).toFixed(1)} s`
}
