import { parseArgs } from 'node:util'
import { isLegalDate } from '../../platform/dates.ts'

export const HELP = `motcua archive due --as <account> [--json]
motcua archive make --as <account> --into <folder> [--unit <code>] [--json]
motcua archive write <package> --as <account> --into <folder> [--unit <code>] [--json]
motcua archive receipt <package> --as <account> --archive <name> --number <number> --on <YYYY-MM-DD> --receiver <name> [--unit <code>]
motcua archive verify <folder or ZIP> [--json]

Papers of the vault on their way to the archive, as on the pages "Nộp lưu trữ". Works as the records clerk with this sign-in name,
within their units; what is done stands in the journal under their name.

  due      what is to be handed over now, and what is held back
  make     packs what is due for one unit, at most 100 papers, and lays the package (BagIt, RFC 8493) out in a new folder of its code
  write    lays a package out that was made before, such as GNL-2027-0001
  receipt  notes the archive's receipt; from then on papers say where they are kept
  verify   needs no installation: every SHA-256, nothing beside the manifests, each paper with description, documents and what was
           found of their signatures; names each file that is wrong

Exit code: 0 done (verify: whole), 1 refused or nothing to do (verify: something is wrong), 2 wrong arguments.
`

type By = { as: string; unit: string | undefined; json: boolean }
export type DueAsked = { verb: 'due' } & By
export type MakeAsked = { verb: 'make'; into: string } & By
export type WriteAsked = { verb: 'write'; package: string; into: string } & By
export type ReceiptAsked = {
  verb: 'receipt'
  package: string
  receipt: { archiveName: string; number: string; receivedOn: string; receiverName: string }
} & By
export type Asked = DueAsked | MakeAsked | WriteAsked | ReceiptAsked | { verb: 'verify'; path: string; json: boolean }

const text = { type: 'string' } as const
const OPTIONS = {
  as: text,
  unit: text,
  into: text,
  archive: text,
  number: text,
  on: text,
  receiver: text,
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** What was asked for; a sentence when something is missing, and the help itself when that was wanted. */
export function readArguments(argv: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
    if (values.help) return HELP
    const [verb, place, ...more] = positionals
    if (more.length > 0) return `Too many words: ${more.join(' ')}`
    const need = (name: 'as' | 'into' | 'archive' | 'number' | 'on' | 'receiver'): string => {
      const value = values[name]?.trim()
      if (!value) throw new Error(`--${name} is missing`)
      return value
    }
    const needPlace = (what: string): string => {
      if (place === undefined) throw new Error(`${what} is missing`)
      return place
    }
    const by = () => ({ as: need('as'), unit: values.unit, json: values.json })
    switch (verb) {
      case 'due':
        return { verb, ...by() }
      case 'make':
        return { verb, into: need('into'), ...by() }
      case 'write':
        return { verb, package: needPlace('The package'), into: need('into'), ...by() }
      case 'receipt': {
        const receivedOn = need('on')
        if (!isLegalDate(receivedOn)) return `--on ${receivedOn} is no day`
        const receipt = {
          archiveName: need('archive'),
          number: need('number'),
          receivedOn,
          receiverName: need('receiver'),
        }
        return { verb, package: needPlace('The package'), receipt, ...by() }
      }
      case 'verify':
        return { verb, path: needPlace('The folder or ZIP'), json: values.json }
      default:
        return verb === undefined ? 'What is to be done?' : `Unknown: ${verb}`
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
