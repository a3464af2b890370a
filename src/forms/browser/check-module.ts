import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { PROJECT_ROOT } from '../../platform/root.ts'
import type { FormDefinition, FormLayout, JsonSchema } from '../form.ts'
import { COMPARED, schemaOf } from '../schema.ts'
import { CHECK_PATH, type CheckedLayout } from './checked-layout.ts'

const MOST_KEPT = 100

type Kept = { layout: CheckedLayout; code?: Promise<string> }

const kept = new Map<string, Kept>()
let engine: Promise<{ name: string; code: string }> | undefined

/** The address of the script that checks a form in the browser; the script itself is made when it is first asked for. */
export function checkAddress({ layout }: Pick<FormDefinition, 'layout'>): string {
  const checked = checkedLayout(layout)
  const name = `${hashOf(JSON.stringify(checked))}.js`
  const known = kept.get(name) ?? { layout: checked }
  kept.delete(name)
  kept.set(name, known)
  const oldest = kept.keys().next().value
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return CHECK_PATH + name
}

/** The script with a name; nothing for a form that has not been shown since the start. */
export async function checkScript(name: string): Promise<string | undefined> {
  const known = kept.get(name)
  if (known) return (known.code ??= moduleOf(known.layout))
  const own = await engineModule()
  return own.name === name ? own.code : undefined
}

/** The lists of communes are left to the server: they are long and change with the law. */
function checkedLayout({ pages }: FormLayout): CheckedLayout {
  return {
    pages: pages.map((page) => ({
      ...page,
      sections: page.sections.map((section) => ({
        ...section,
        fields: section.fields.map(
          ({ help: _help, hint: _hint, printLabel: _print, prefill: _prefill, en: _en, ...spec }) =>
            spec.kind === 'commune' ? { ...spec, options: undefined } : spec,
        ),
      })),
    })),
  }
}

async function moduleOf(layout: CheckedLayout): Promise<string> {
  const { name } = await engineModule()
  const contents = `
    import { checkForms } from ${JSON.stringify(CHECK_PATH + name)}
    ${validatorOf(schemaOf(layout))}
    checkForms(${JSON.stringify(layout)}, validate)`
  return bundled({ contents, resolveDir: PROJECT_ROOT })
}

/** The schema as code: a browser with our content policy may not compile one itself. */
function validatorOf(schema: JsonSchema): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    messages: false,
    code: { source: true, esm: true },
    // The patterns beside these formats say more; the kinds check real days.
    formats: { date: /^\d{4}-\d{2}-\d{2}$/, email: /^[^\s@]+@[^\s@]+$/ },
  })
  ajv.addKeyword(COMPARED)
  return standalone(ajv, ajv.compile(schema))
    .replace('export const validate =', 'const validate =')
    .replace(/export default [^;]+;/, '')
}

function engineModule(): Promise<{ name: string; code: string }> {
  engine ??= bundled(join(PROJECT_ROOT, 'src/forms/portal/check/check-page.ts')).then((code) => ({
    name: `may-${hashOf(code)}.js`,
    code,
  }))
  return engine
}

async function bundled(entry: string | { contents: string; resolveDir: string }): Promise<string> {
  const { outputFiles } = await build({
    ...(typeof entry === 'string' ? { entryPoints: [entry] } : { stdin: entry }),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    external: [`${CHECK_PATH}*`],
    legalComments: 'none',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
