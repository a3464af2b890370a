import { isDict, nameOf, textOf } from './objects.ts'
import type { PdfDict, PdfValue } from './objects.ts'
import type { PdfFile } from './file.ts'
import { formFields, isEmptyValue } from './form.ts'

/** What earlier signers leave open, ISO 32000-2 tables 257 and 258: 1 nothing, 2 filling in and signing, 3 also comments. */
export type ChangesAllowed = { level: 1 | 2 | 3; locks(fieldName: string): boolean }

/** Read from every signature of the form: the strictest level counts, a field locked once stays locked. */
export function changesAllowed(file: PdfFile): ChangesAllowed {
  const locks: ((fieldName: string) => boolean)[] = []
  let level: 1 | 2 | 3 = 3
  for (const { method, parameters } of transforms(file)) {
    if (method === 'DocMDP') {
      const stated = file.resolve(parameters?.entries.get('P'))
      level = Math.min(level, stated === 1 || stated === 3 ? stated : 2) as 1 | 2 | 3
    } else if (method === 'FieldMDP' && parameters) locks.push(fieldLock(file, parameters))
  }
  return { level, locks: (fieldName) => locks.some((isLocked) => isLocked(fieldName)) }
}

function transforms(file: PdfFile): { method: string | undefined; parameters: PdfDict | undefined }[] {
  const signatures = formFields(file).filter((field) => field.type === 'Sig' && !isEmptyValue(file, field.value))
  return signatures.flatMap(({ value }) => {
    const references = file.resolve(file.dict(value)?.entries.get('Reference'))
    return (Array.isArray(references) ? references : []).flatMap((reference) => {
      const entries = file.dict(reference)?.entries
      const method = nameOf(file.resolve(entries?.get('TransformMethod')))
      return [{ method, parameters: file.dict(entries?.get('TransformParams')) }]
    })
  })
}

function fieldLock(file: PdfFile, parameters: PdfDict): (fieldName: string) => boolean {
  const action = nameOf(file.resolve(parameters.entries.get('Action')))
  const named = namesIn(file, parameters.entries.get('Fields'))
  // Naming a field names all below it.
  const isNamed = (fieldName: string) => named.some((one) => fieldName === one || fieldName.startsWith(`${one}.`))
  if (action === 'Include') return isNamed
  return action === 'Exclude' ? (fieldName) => !isNamed(fieldName) : () => true
}

function namesIn(file: PdfFile, value: PdfValue | undefined): string[] {
  const list = file.resolve(value)
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const resolved = file.resolve(item)
    return isDict(resolved) ? [] : (textOf(resolved) ?? [])
  })
}
