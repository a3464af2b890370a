import { parseArgs } from 'node:util'
import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/command.ts'
import { reckonAll } from './reckon.ts'

const HELP = `motcua numbers rebuild [--json]

Reads the numbers of digitisation of every dossier off the journal and the ledgers anew. The server does so by itself for
what changes, a few minutes after the journal is sealed; this shows whether what is stored agrees, and puts it right. After a
list of papers to be digitised was adopted for days gone by, it brings these days to the new list.

  --json  prints {"dossiers", "changed", "months"}

Exit code: 0 nothing stood otherwise, 1 something did and was put right, 2 wrong arguments.
`

export const numbersCommand: Command<App> = {
  name: 'numbers',
  summary: 'Read the numbers of digitisation off journal and ledgers anew',
  help: HELP,
  async run(argv, { out, err }, app) {
    const asked = optionsOf(argv)
    if (!asked) {
      err(HELP)
      return 2
    }
    if (asked.help) {
      out(HELP)
      return 0
    }
    const found = await reckonAll(app)
    const { dossiers, changed, months } = found
    const said = `${dossiers} dossiers read, ${changed} stood otherwise; ${months} sums of months stood otherwise`
    out(asked.json ? JSON.stringify(found) : said)
    return changed + months === 0 ? 0 : 1
  },
}

function optionsOf(argv: string[]): { json?: boolean; help?: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    const [verb, ...more] = positionals
    return values.help || (verb === 'rebuild' && more.length === 0) ? values : undefined
  } catch {
    return undefined
  }
}
