import { groupsOf, type FormDefinition, type Group } from './form.ts'

type Body = Record<string, string | string[] | undefined>
type Typed = Record<string, string>

/** How many entries of a group stand on the page: as its own box says, at least those written into and those there must be. */
export function countOf({ name, min, max }: Pick<Group, 'name' | 'min' | 'max'>, body: Body): number {
  const said = Number(Object.hasOwn(body, name) ? body[name] : '')
  const highest = Object.keys(body).reduce((most, key) => Math.max(most, entryIn(key, name) + 1), 0)
  return Math.min(max, Math.max(min, Number.isInteger(said) ? said : 0, highest))
}

/** Entries with something in them, and the first ones there must be. */
export function writtenEntries({ name, min }: Pick<Group, 'name' | 'min'>, body: Body, count: number): number[] {
  const written = new Set(Object.entries(body).flatMap(([key, value]) => (isBlank(value) ? [] : [entryIn(key, name)])))
  const all = Array.from({ length: count }, (_, index) => index)
  const blank = all.filter((index) => !written.has(index))
  const needed = new Set(blank.slice(0, Math.max(0, min - (count - blank.length))))
  return all.filter((index) => written.has(index) || needed.has(index))
}

function isBlank(value: string | string[] | undefined): boolean {
  return value === undefined || (Array.isArray(value) ? value.every((one) => one.trim() === '') : value.trim() === '')
}

/** `members.2.fullName` is entry 2 of `members`; -1 for boxes of others. */
function entryIn(key: string, name: string): number {
  if (!key.startsWith(`${name}.`)) return -1
  const index = key.slice(name.length + 1).split('.', 1)[0] ?? ''
  return /^\d{1,3}$/.test(index) ? Number(index) : -1
}

/** What the buttons of groups are called: `them` with the group, `bo` with the group and the entry. */
export const ADD = 'them'
export const REMOVE = 'bo'

/** The values with an entry more or fewer, and where to go on. */
export type Changed = { values: Typed; /** Path of the new entry, or of the group. */ at: string }

/** What a button of the form asked for; nothing when none of its groups' buttons was pressed. */
export function changedEntries(
  definition: Pick<FormDefinition, 'layout'>,
  pressed: Body,
  values: Typed,
): Changed | undefined {
  const [added, removed] = [String(pressed[ADD] ?? ''), String(pressed[REMOVE] ?? '')]
  const groups = groupsOf(definition)
  const growing = groups.find(({ name }) => name === added)
  if (growing) return withEntry(growing, values)
  const shrinking = groups.find(({ name }) => entryIn(removed, name) >= 0)
  return shrinking ? withoutEntry(shrinking, values, entryIn(removed, shrinking.name)) : undefined
}

function withEntry(group: Group, values: Typed): Changed {
  const count = Math.min(group.max, countOf(group, values) + 1)
  return { values: { ...values, [group.name]: String(count) }, at: `${group.name}.${count - 1}` }
}

/** Without one entry; those behind it move up. */
function withoutEntry({ name, min, max }: Group, values: Typed, removed: number): Changed {
  const count = countOf({ name, min, max }, values)
  const kept = Object.entries(values).flatMap(([key, value]) => {
    const index = entryIn(key, name)
    if (index < 0 || index < removed) return [[key, value]]
    if (index === removed) return []
    return [[`${name}.${index - 1}${key.slice(`${name}.${index}`.length)}`, value]]
  })
  const left = String(Math.max(min, removed < count ? count - 1 : count))
  return { values: { ...(Object.fromEntries(kept) as Typed), [name]: left }, at: name }
}
