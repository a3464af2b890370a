import { fieldsOf, groupsOf, type FieldSpec, type FormData, type FormDefinition } from './form.ts'
import { kindOf } from './kinds/kinds.ts'
import type { Values } from './reading.ts'
import { entriesOf } from './shown-answers.ts'

/** Stored answers as they would stand in the boxes, to be read again by `readAnswers`. */
export function asTyped(definition: Pick<FormDefinition, 'layout'>, data: FormData): Values {
  const once = fieldsOf(definition).flatMap((spec) => boxesOf(spec, spec.name, data[spec.name]))
  const repeated = groupsOf(definition).flatMap(({ name, fields }) => {
    const entries = entriesOf(data, name)
    const inside = entries.flatMap((entry, index) =>
      fields.flatMap((spec) => boxesOf(spec, `${name}.${index}.${spec.name}`, entry[spec.name])),
    )
    return entries.length === 0 ? [] : [[name, String(entries.length)] as const, ...inside]
  })
  return Object.fromEntries([...once, ...repeated])
}

/** One stored answer as it would stand in the boxes of a question at a path. */
export function boxesOf(spec: FieldSpec, path: string, value: unknown): (readonly [string, string])[] {
  if (value === undefined) return []
  const kind = kindOf(spec.kind)
  if (kind.boxes) return Object.entries(kind.boxes.typed(value)).map(([box, text]) => [`${path}.${box}`, text])
  return [[path, kind.typed?.(value) ?? kind.show(value, { ...spec, unit: undefined })]]
}
