import type { ModdleElement } from 'bpmn-moddle'

export function isOf(element: ModdleElement, type: string): boolean {
  return element.$type === type
}

/** The elements of a list, as many as there are. */
export function many(element: ModdleElement, list: string): ModdleElement[] {
  const found = element.get(list)
  return Array.isArray(found) ? (found as ModdleElement[]) : []
}

export function one(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const found = element?.get(name)
  return typeof found === 'object' && found !== null ? (found as ModdleElement) : undefined
}

/** Our own element of a type inside an element of the file. */
export function ownOf(element: ModdleElement, type: string): ModdleElement | undefined {
  const extension = one(element, 'extensionElements')
  return extension && many(extension, 'values').find((value) => isOf(value, type))
}

export function textOf(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.get(name)
  return typeof value === 'string' ? value : undefined
}

export function truthOf(element: ModdleElement | undefined, name: string): boolean {
  return element?.get(name) === true
}

/** Words with spaces between; none for an absent list. */
export function wordsOf(element: ModdleElement | undefined, name: string): string[] {
  return (textOf(element, name) ?? '').split(' ').filter((word) => word !== '')
}

export function numberOf(element: ModdleElement | undefined, name: string): number | null {
  const text = textOf(element, name)
  return text === undefined || text.trim() === '' ? null : Number(text)
}
