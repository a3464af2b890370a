import { parseArgs } from 'node:util'
import type { App } from '../../platform/app.ts'
import type { Command, CommandIo } from '../../platform/command.ts'
import type { Db } from '../../platform/db.ts'
import { refusalSentence as fill } from '../../platform/refusal.ts'
import { dossierByCode } from '../store.ts'
import { compareAll, compareDossiers, type Compared } from './compare-dossiers.ts'
import type { Difference } from './differences.ts'
import { rebuildTexts as texts } from './texts.ts'

const HELP = `motcua journal rebuild [--dossier <code>] [--json]

Makes the state of every dossier anew from its journal alone and compares it with what is stored: state, dates, people,
units, steps, clock, papers and files, supplements, consultations. Says for each dossier that differs which value of which
row, so that a row changed past the application is found. The system may be running. What people wrote stands in the
journal as a hash; "motcua journal verify" says whether the journal itself is intact.

  --dossier <code>  only this one
  --json            prints {"count", "same", "wrong": [{"code", "dossierId", "state", "differences": […]}]}

Exit code: 0 all rebuilt, 1 something differs, 2 wrong arguments or no such dossier.
`

export const rebuildCommand: Command<App> = {
  name: 'rebuild',
  summary: 'Rebuild dossiers from the journal and compare them with what is stored',
  help: HELP,
  async run(argv, io, app) {
    const asked = optionsOf(argv)
    if (!asked || asked.help) {
      if (asked) io.out(HELP)
      else io.err(HELP)
      return asked ? 0 : 2
    }
    // As everything stood at one instant: people go on working meanwhile.
    return app.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((snapshot) => report(snapshot, asked, io))
  },
}

type Asked = { dossier?: string | undefined; json?: boolean | undefined; help?: boolean | undefined }

function optionsOf(argv: string[]): Asked | undefined {
  const options = { dossier: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: argv, options }).values
  } catch {
    return undefined
  }
}

async function report(db: Db, { dossier: code, json }: Asked, { out, err }: CommandIo): Promise<number> {
  const wrong: Compared[] = []
  let same = 0
  const found = code === undefined ? undefined : await dossierByCode(db, code.trim().toUpperCase())
  if (code !== undefined && !found) {
    err(fill(texts.none, { code }))
    return 2
  }
  for await (const one of found ? await compareDossiers(db, [found.id]) : compareAll(db)) {
    if (one.state === 'same') same += 1
    else wrong.push(one)
    if (one.state !== 'same' && !json) for (const line of linesAbout(one)) out(line)
  }
  const count = same + wrong.length
  if (json) out(JSON.stringify({ count, same, wrong }))
  else out(fill(wrong.length === 0 ? texts.all : texts.some, { count, same, wrong: wrong.length }))
  return wrong.length === 0 ? 0 : 1
}

function linesAbout({ code, state, differences }: Compared): string[] {
  if (state === 'untold' || state === 'gone') return [fill(texts[state], { code })]
  return differences.map((difference) =>
    fill(texts.differs, {
      code,
      place: placeWords(difference),
      stored: valueWords(difference.stored),
      journal: valueWords(difference.journal),
    }),
  )
}

function placeWords({ kind, place, field }: Difference): string {
  return place === '' ? `${kind}.${field}` : `${kind} ${place}.${field}`
}

function valueWords(value: unknown): string {
  if (value === null) return texts.nothing
  return typeof value === 'string' ? value : JSON.stringify(value)
}
