import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { FormCode, FormVersionNumber, ValidFrom } from '../form-input.ts'
import { publish } from '../publish-form.ts'
import { formInForce, formVersion, formVersions } from '../store.ts'
import { exportForm, importForm, parsed, type CarriedForm } from './form-file.ts'
import { importFormio } from './formio.ts'
import type { Notes } from './formio-component.ts'

const MOST_CHARACTERS = 1_000_000
const File = Type.String({ minLength: 2, maxLength: MOST_CHARACTERS })

/** A published form as a file; the one in force where no version is named. */
export const exportFormFile = query({
  name: 'forms.export',
  roles: ['administrator', 'system'],
  input: Type.Object({ code: FormCode, version: Type.Optional(FormVersionNumber) }),
  async run({ db, clock }, _actor, { code, version }): Promise<{ name: string; file: string }> {
    const on = vietnamDate(clock.now())
    const form = version === undefined ? await formInForce(db, code, on) : await formVersion(db, code, version)
    if (!form) throw new Refusal('forms.not-found', { code })
    return { name: `${code}-${form.version}.json`, file: exportForm(form) }
  },
})

export type ReadForm = Partial<Pick<CarriedForm, 'code' | 'version'>> & Pick<CarriedForm, 'layout'> & { notes: Notes }

/** Reads the file of a form, ours or form.io's, with what could not be taken over. Nothing is published. */
export function readFormFile(file: string): ReadForm {
  const { kind } = parsed(file) as { kind?: unknown }
  return kind === undefined ? importFormio(file) : { ...importForm(file), notes: [] }
}

/** Publishes the form in a file. Its number is the next one unless told; what could not be taken over is answered. */
export const importFormFile = action({
  name: 'forms.import',
  roles: ['administrator', 'system'],
  input: Type.Object({
    file: File,
    /** Needed for a form of form.io, which belongs to no procedure. */
    code: Type.Optional(FormCode),
    version: Type.Optional(FormVersionNumber),
    validFrom: ValidFrom,
  }),
  async run(ctx, actor, { file, validFrom, ...told }) {
    const { code: own, layout, notes } = readFormFile(file)
    const code = told.code ?? own
    if (code === undefined) throw new Refusal('forms.without-code')
    const [latest] = await formVersions(ctx.db, code)
    const version = told.version ?? (latest?.definition.version ?? 0) + 1
    return { ...(await publish(ctx, actor, { code, version, validFrom, layout })), notes }
  },
})
