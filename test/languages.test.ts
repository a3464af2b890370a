import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it, vi } from 'vitest'
import { PROJECT_ROOT } from '../src/platform/root.ts'
import { processRefusals } from '../src/catalogue/processes/texts.ts'
import { processMoveRefusals } from '../src/dossiers/migrate-process/texts.ts'
import { refusals } from '../src/refusals.ts'

const SRC = join(PROJECT_ROOT, 'src')

/** What only officers, administrators and authorities read: Vietnamese alone. */
const FOR_OFFICERS = [
  /(^|\/)workspace\//,
  /^(archive|supervision)\//,
  /^catalogue\/(digitised|processes)\//,
  /^(commands|start)\.texts\.ts$/,
  /^desk\//,
  /^digitisation\/((archive|bench|intake|keeping|originals|provenance|readings|templates|workspace)\/|texts)/,
  /^dossiers\/(application\/paper|prefill\/officers)\.texts/,
  /^dossiers\/(consultation|linked|hand-over|migrate-process|papers|rebuild|register|reminders|step-records)\//,
  /^forms\/(editing\/|command\.texts|officers\.texts)/,
  /^identity\/(delegations|sign-in-rules|token\.texts)/,
  /^instant\/officers\.texts/,
  /^notifications\/(officers\/|workspace\.texts)/,
  /^organisation\/texts/,
  /^platform\/(backup|journal|operations|progress)/,
  /^results\/(batch|initials|blanks|correction|papers|renewal|round|draft|default-content|document-number|signature\.texts|verify-command\.texts|waiting-keys)/,
  /^signing\/(appearance|ceremony\/key-question|attacks|demo|images|own-keys|raising|register|signers|simulators|token|trust)/,
  /^ui\/sheet/,
]

/** Names, marks and data about Vietnamese itself, the same in every language. */
const NO_SENTENCE = [
  /^catalogue\/(cleaning\/|search\/|everyday)/,
  /^config\.ts$/,
  /^digitisation\/(extraction\/(mend-address|syllables)|reading\/identity-card)/,
  /^documents\/file-download/,
  /^forms\/(declared-template|kinds\/)/,
  /^identity\/(citizen-registry|describe-device|passkeys|totp)/,
  /^instant\/register-field/,
  /^main\.ts$/,
  /^organisation\/(commune-source|country|source|unit)\.ts$/,
  /^platform\/web\/server/,
]

const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/

/** The same in both languages: the name of the system and of the currency. */
const SAME = new Set(['Một Cửa', 'đồng'])

/** Calls that take a text together with its English: what stands in them is said in both, or does not compile. */
const WITH_ENGLISH = new Set(['inBothLanguages', 'withEnglish'])

const shown = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    /\.tsx?$/.test(file) &&
    !/\.(test|bench|contract|command|en)\.tsx?$|(^|\/)(testing[\w-]*|commands|[\w-]+\.texts\.en|texts\.en)\.tsx?$/.test(
      file,
    ) &&
    ![...FOR_OFFICERS, ...NO_SENTENCE].some((pattern) => pattern.test(file)),
)

it('says everything a citizen can see in English too', () => {
  expect(shown.flatMap((file) => vietnameseAlone(file).map((text) => `${file}: ${text}`))).toEqual([])
})

it('has English that is English, with the same facts in it', () => {
  const facts = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted()
  for (const [code, { title, titleEn }] of Object.entries(refusals)) {
    if (titleEn === undefined || code in processRefusals || code in processMoveRefusals) continue
    expect(facts(titleEn), code).toEqual(facts(title))
    expect(titleEn.trim(), code).toMatch(/[.?)]$/)
  }
})

it('reads no text before somebody is there to read it: a text kept at load has one language for everybody', async () => {
  vi.resetModules()
  const { languageFrom } = await import('../src/platform/language.ts')
  await import('../src/platform/speaking.ts')
  languageFrom(() => {
    throw new Error('a text is read while a file is loaded: read it where it is shown')
  })
  try {
    expect(await import('../src/app.tsx')).toHaveProperty('openWeb')
  } finally {
    languageFrom(() => 'vi')
    vi.resetModules()
  }
}, 60_000)

function vietnameseAlone(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  // Reading a file into a tree takes a hundred times longer than this.
  if (!VIETNAMESE.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))) return []
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  // `inBothLanguages(vi, en)`: what stands in `const vi = …` has its English.
  const named = [...text.matchAll(/(?:inBothLanguages|withEnglish)\(\s*(\w+)/g)].map((match) => match[1])
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && WITH_ENGLISH.has(node.expression.getText(source))) return
    if (ts.isVariableDeclaration(node) && named.includes(node.name.getText(source))) return
    if (isText(node) && VIETNAMESE.test(node.text) && !SAME.has(node.text.trim()))
      found.push(node.text.trim().slice(0, 60))
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isJsxText(node)
  )
}
