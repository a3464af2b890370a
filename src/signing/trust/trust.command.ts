import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { App } from '../../platform/app.ts'
import type { Command, CommandIo } from '../../platform/command.ts'
import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { runErrand } from '../../platform/errand.ts'
import { runQuery } from '../../platform/query.ts'
import { Refusal, refusalSentence } from '../../platform/refusal.ts'
import type { AnchorView } from './anchor.ts'
import { getTrustAnchors } from './get-trust-anchors.ts'
import { installAnchor } from './install-anchor.ts'
import { anchorStates, trustCommandWords as words } from './texts.ts'

const HELP = `motcua trust list [--json]
motcua trust add <file> --fingerprint <sha256> --source <words> [--as <code>]

The roots this installation knows of, and which of them it believes. A root is believed only after its certificate, PEM or DER, was
put in with the fingerprint its owner publishes; "list" names the codes. Without --as the certificate is a root, or an authority
between, that is not in our list.

Exit code: 0 done, 1 refused, 2 wrong arguments.
`

const KEEPER = { kind: 'system', name: 'motcua.trust' } as const

export const trustCommand: Command<App> = {
  name: 'trust',
  summary: words.summary,
  help: HELP,
  async run(argv, io, app) {
    const asked = readArguments(argv)
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`)
      return 2
    }
    return asked.file === undefined ? list(app, io, asked.json) : add(app, io, { ...asked, file: asked.file })
  },
}

type Asked = { file?: string; json: boolean; as: string | null; fingerprint: string; source: string }

function readArguments(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        as: { type: 'string' },
        fingerprint: { type: 'string', default: '' },
        source: { type: 'string', default: '' },
      },
    })
    const [what, file, ...more] = positionals
    const fingerprint = values.fingerprint.replace(/[:\s]/g, '').toLowerCase()
    const asked = { json: values.json, as: values.as ?? null, fingerprint, source: values.source }
    if (what === 'list' && file === undefined) return asked
    if (what !== 'add' || file === undefined || more.length > 0) return words.usage
    return /^[0-9a-f]{64}$/.test(fingerprint) && values.source.length >= 5 ? { ...asked, file } : words.needed
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function list(app: App, io: CommandIo, json: boolean): Promise<number> {
  const anchors = await runQuery(app, getTrustAnchors, KEEPER, {})
  io.out(json ? JSON.stringify(anchors, null, 2) : anchors.map(lineOf).join('\n'))
  return 0
}

function lineOf({ row, name, state, fingerprint, validFrom, validTo, isDemo }: AnchorView): string {
  const days =
    validFrom && validTo ? `, ${[validFrom, validTo].map((at) => formatDate(vietnamDate(at))).join(' – ')}` : ''
  const demo = isDemo ? ` (${words.demo})` : ''
  const mark = fingerprint === null ? '' : `\n  SHA-256 ${fingerprint}`
  return `${(row?.code ?? '-').padEnd(20)}${anchorStates[state].padEnd(24)}${name}${demo}${days}${mark}`
}

async function add(
  app: App,
  io: CommandIo,
  { file, as, fingerprint, source }: Asked & { file: string },
): Promise<number> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    io.err(refusalSentence(words.cannotRead, { file }))
    return 2
  }
  try {
    const { name } = await runErrand(app, installAnchor, KEEPER, { bytes, as, fingerprint, source })
    io.out(refusalSentence(words.added, { name }))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(refusalSentence(app.refusals[error.code]?.title ?? error.code, error.facts))
    return 1
  }
}
