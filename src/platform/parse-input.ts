import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Refusal } from './refusal.ts'
import { nfcDeep } from './text.ts'
import { inputMessage } from './texts.ts'

export type InputError = { path: string; message: string }

const validators = new WeakMap<TSchema, Validator>()

function validatorOf(schema: TSchema): Validator {
  let validator = validators.get(schema)
  if (!validator) {
    validator = Compile(schema) as Validator
    validators.set(schema, validator)
  }
  return validator
}

/** Checks input against its schema, texts composed to NFC. Refuses with `platform.invalid-input` and a list by field. */
export function parseInput<S extends TSchema>(schema: S, raw: unknown): Static<S> {
  const value = nfcDeep(raw ?? {})
  const validator = validatorOf(schema)
  if (validator.Check(value)) return value as Static<S>
  throw new Refusal('platform.invalid-input', { errors: inputErrors(validator, value) })
}

function inputErrors(validator: Validator, value: unknown): InputError[] {
  const errors: InputError[] = []
  for (const { keyword, instancePath, params } of validator.Errors(value)) {
    const facts = params as Record<string, unknown>
    if (keyword === 'required') {
      for (const name of facts.requiredProperties as string[]) {
        errors.push({ path: `${instancePath}/${name}`, message: inputMessage('required', facts) })
      }
    } else if (keyword !== 'boolean' && keyword !== 'const') {
      errors.push({ path: instancePath || '/', message: inputMessage(keyword, facts) })
    }
  }
  return errors
}
