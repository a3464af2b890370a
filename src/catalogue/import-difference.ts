/** One procedure that an import added, changed or ended; for a change, the parts that differ. */
export type Difference = { code: string; kind: 'added' | 'changed' | 'ended'; parts?: string[] }

/** What an import did (counts of procedures). */
export type ImportReport = {
  sourceSha256: string
  rulesVersion: number
  read: number
  added: number
  changed: number
  ended: number
  unchanged: number
  findings: number
  difference: Difference[]
}

/** Top-level parts in which two contents differ, in order of name. Key order inside does not count. */
export function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const parts = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...parts].filter((part) => inOrder(before[part]) !== inOrder(after[part])).sort()
}

function inOrder(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) =>
      item !== null && typeof item === 'object' && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    ) ?? ''
  )
}

/** The report in plain lines for a terminal: counts, then at most `most` procedures. */
export function reportLines(report: ImportReport, most = 40): string[] {
  const { read, added, changed, ended, unchanged, findings, difference } = report
  const marks = { added: '+', changed: '~', ended: '-' }
  const shown = difference
    .slice(0, most)
    .map(({ code, kind, parts }) => `${marks[kind]} ${code}${parts ? ` ${parts.join(', ')}` : ''}`)
  const rest = difference.length - shown.length
  return [
    `read ${read}: added ${added}, changed ${changed}, ended ${ended}, unchanged ${unchanged}; findings ${findings}`,
    ...shown,
    ...(rest > 0 ? [`… ${rest}`] : []),
  ]
}
