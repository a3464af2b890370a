import { parseArgs } from 'node:util'
import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/command.ts'
import { runQuery } from '../../platform/query.ts'
import { tryCscCommand } from '../../signing/index.ts'
import { renewalPlan, type RenewalPlan } from './renewal-plan.ts'
import { planCommandWords as words } from './texts.ts'

const HELP = `motcua signatures plan [--json]

How many issued documents need their next archive time stamp in which year, how many are late, and how many are not in the plan
yet. The server renews them by itself in the night; late ones mean that a service or a certificate stands in the way.

Exit code: 0 nothing is late, 1 something is, 2 wrong arguments.

${tryCscCommand.help}`

const READER = { kind: 'system', name: 'motcua.signatures' } as const

export const signaturesCommand: Command<App> = {
  name: 'signatures',
  summary: words.summary,
  help: HELP,
  async run(argv, io, app) {
    if (argv[0] === tryCscCommand.name) return tryCscCommand.run(argv.slice(1), io, app)
    const asked = readArguments(argv)
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`)
      return 2
    }
    const plan = await runQuery(app, renewalPlan, READER, {})
    io.out(asked.json ? JSON.stringify(plan, null, 2) : inWords(plan).join('\n'))
    return plan.late > 0 ? 1 : 0
  },
}

function readArguments(argv: string[]): { json: boolean } | string {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    return positionals.length === 1 && positionals[0] === 'plan' ? { json: values.json } : words.usage
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function inWords(plan: RenewalPlan): string[] {
  const years = plan.years.map(({ year, count }) => `${words.year(year).padEnd(20)}${words.documents(count)}`)
  return [
    words.title,
    ...(years.length > 0 ? years : [words.none]),
    words.late(plan),
    ...(plan.unplanned > 0 ? [words.unplanned(plan)] : []),
  ]
}
