import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Type, type Static } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { parseInput } from '../platform/parse-input.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import { nfcDeep } from '../platform/text.ts'
import { compile } from './check-schema.ts'
import { FORM_FORMAT } from './form.ts'
import { FormCode, FormVersionNumber, LayoutInput, ValidFrom } from './form-input.ts'
import { schemaOf } from './schema.ts'
import { formVersions, insertForm, type PublishedForm } from './store.ts'
import { whyUnsound } from './why-unsound.ts'

const FOLDER = join(PROJECT_ROOT, 'data/forms')

/** A form that comes with the system: one file, one version. */
const FormFile = Type.Object(
  { code: FormCode, version: FormVersionNumber, validFrom: ValidFrom, layout: LayoutInput },
  { additionalProperties: false },
)
export type FormFile = Static<typeof FormFile>

const loadFormsAction = action({
  name: 'forms.load',
  roles: ['system'],
  input: Type.Object({ folder: Type.Optional(Type.String()) }),
  async run({ db, now, journal }, _actor, { folder }) {
    const files = await newForms(db, await readFormFiles(folder))
    for (const file of files) {
      const { code, version, validFrom, layout } = file
      const schema = schemaOf(layout)
      compile(schema)
      const isNew = await insertForm(
        db,
        newId(),
        { id: code, version, format: FORM_FORMAT, schema, layout },
        validFrom,
        {
          at: now,
          by: null,
        },
      )
      if (isNew) journal({ subject: `form:${code}`, what: 'forms.published', facts: { version, validFrom } })
    }
  },
})

/** Publishes the forms of the data files that are not known yet. `folder`: another one of the same shape. */
export async function loadForms(app: App, folder?: string): Promise<{ published: number }> {
  const { length: published } = await newForms(app.db, await readFormFiles(folder))
  if (published > 0)
    await runAction(app, loadFormsAction, { kind: 'system', name: 'load' }, { ...(folder && { folder }) })
  return { published }
}

/** The forms in the data files, checked. */
export async function readFormFiles(folder = FOLDER): Promise<FormFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const file = parseInput(FormFile, nfcDeep(JSON.parse(await readFile(join(folder, name), 'utf8'))))
      const reason = whyUnsound(file.layout)
      if (reason) throw new Error(`form ${name}: ${reason}`)
      return file
    }),
  )
}

/** Whatever a province has published since, under the same number or a higher one, stays as it is. */
async function newForms(db: Db, files: readonly FormFile[]): Promise<FormFile[]> {
  const known = await formVersions(db)
  return files.filter((file) => {
    const own = known.filter(({ definition }) => definition.id === file.code)
    const same = own.find(({ definition }) => definition.version === file.version)
    if (same && wasChanged(same, file)) {
      throw new Error(`form ${file.code}: a changed layout needs a version above ${file.version}`)
    }
    return !own.some((one) => one.definition.version >= file.version || one.validFrom >= file.validFrom)
  })
}

function wasChanged({ definition, publishedBy }: PublishedForm, { layout }: FormFile): boolean {
  return publishedBy === null && !isDeepStrictEqual(definition.layout, layout)
}
