import { changedKeys, isDict, sameValue } from '../pdf/objects.ts'
import type { PdfRef, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { acroFormOf } from '../pdf/form.ts'
import { pagesShowing } from './affected-pages.ts'
import { fieldOutcome, formProblems, widgetProblem } from './form-changes.ts'
import type { Permission } from './form-changes.ts'
import { rolesOf } from './object-roles.ts'
import { isNodeChanged, isPageChanged, pageListProblems, pageOfWidget } from './page-changes.ts'
import { reachable } from './reachable.ts'
import type { ChangeProblem, LaterChange } from './report.ts'

/**
 * Compares two revisions object by object. An honest later signature appends its own objects and touches the form; anything
 * else that readers would show differently is a change, even if every signature still computes.
 */
export function diffRevisions(before: PdfFile, after: PdfFile, permission: Permission): LaterChange[] {
  // First of all: a trailer alone can lead to another document that lay hidden among the signed bytes.
  if (!sameValue(before.rootRef, after.rootRef)) return [{ kind: 'forbidden', problem: 'catalog-changed', pages: [] }]
  const changed = changedObjects(before, after)
  if (changed.length === 0) return []
  const found = collector()
  const roles = rolesOf(before)
  const { dangling, outside } = reachable(before)
  for (const { ref, old, now, isNew, isGone } of changed) {
    if (isNew) {
      if (dangling.has(ref.num)) found.object('hidden-object-activated', ref)
      continue
    }
    const role = isGone ? undefined : roles(ref.num)
    if (isGone) found.object('object-removed', ref)
    else if (role === undefined) found.object('content-changed', ref)
    else if (role.what === 'catalog') {
      if (isCatalogChanged(before, after, old, now)) found.problem('catalog-changed', [])
      if (!sameValue(dssOf(before), dssOf(after))) found.change({ kind: 'validation-data', pages: [] })
    } else if (role.what === 'page') {
      if (isPageChanged(old, now)) found.problem('page-changed', [role.page])
    } else if (role.what === 'pages') {
      // Which pages there are is compared as a list below.
      if (isNodeChanged(old, now)) found.object('page-changed', ref)
    } else if (role.what === 'silent') {
      if (outside.has(ref.num)) found.object('content-changed', ref)
    } else if (role.what === 'widget') {
      const problem = widgetProblem(role.field, before, old, now, permission)
      if (problem) found.object(problem, ref)
    } else if (role.what === 'field') {
      const outcome = fieldOutcome(role.field, before, after, now, permission)
      const page = pageOfWidget(after, ref.num)
      const pages = page === undefined ? [] : [page]
      if (outcome.problem) found.problem(outcome.problem, pages)
      if (outcome.text !== undefined) {
        found.change({ kind: 'filled', fieldName: role.field.name, text: outcome.text, pages })
      }
    }
  }
  // Looked at always, as these lists may be objects of their own or stand inside the objects above.
  for (const problem of formProblems(before, after, permission)) found.problem(problem, [])
  for (const { problem, pages } of pageListProblems(before, after, permission)) found.problem(problem, pages)
  return found.all(before, after)
}

/** Gathers what was found; the same problem on several pages is told once. */
function collector() {
  const changes: LaterChange[] = []
  const pagesOf = new Map<ChangeProblem, Set<number>>()
  const objectsOf = new Map<ChangeProblem, Set<number>>()
  const problem = (code: ChangeProblem, pages: number[]) => {
    pagesOf.set(code, new Set([...(pagesOf.get(code) ?? []), ...pages]))
  }
  return {
    problem,
    object(code: ChangeProblem, { num }: PdfRef) {
      problem(code, [])
      objectsOf.set(code, (objectsOf.get(code) ?? new Set()).add(num))
    },
    change: (change: LaterChange) => void changes.push(change),
    all(before: PdfFile, after: PdfFile): LaterChange[] {
      for (const [code, nums] of objectsOf) {
        problem(code, pagesShowing(before, nums))
        problem(code, pagesShowing(after, nums))
      }
      const forbidden = [...pagesOf].map(([code, pages]): LaterChange => {
        return { kind: 'forbidden', problem: code, pages: [...pages].sort((a, b) => a - b) }
      })
      return [...changes, ...forbidden]
    },
  }
}

type Change = { ref: PdfRef; old: PdfValue; now: PdfValue; isNew: boolean; isGone: boolean }

/** Every object of either revision: one that a shortened table no longer lists is gone as well. */
function changedObjects(before: PdfFile, after: PdfFile): Change[] {
  const changes: Change[] = []
  for (const num of new Set([...before.xref.keys(), ...after.xref.keys()])) {
    const [earlier, later] = [before.xref.get(num), after.xref.get(num)]
    if (earlier && later && sameEntry(earlier, later)) continue
    const [oldRef, ref] = [inUse(num, earlier), inUse(num, later)]
    const old = oldRef ? before.object(oldRef) : null
    const now = ref ? after.object(ref) : null
    if (!ref) {
      if (oldRef) changes.push({ ref: oldRef, old: null, now: null, isNew: false, isGone: true })
    } else if (!oldRef || !(oldRef.gen === ref.gen && sameValue(old, now))) {
      changes.push({ ref, old, now, isNew: !oldRef, isGone: false })
    }
  }
  return changes
}

type Entry = NonNullable<ReturnType<PdfFile['xref']['get']>>

const inUse = (num: number, entry: Entry | undefined): PdfRef | undefined =>
  !entry || entry.kind === 'free' ? undefined : { kind: 'ref', num, gen: entry.kind === 'offset' ? entry.gen : 0 }

function sameEntry(a: Entry, b: Entry): boolean {
  if (a.kind === 'offset') return b.kind === 'offset' && a.offset === b.offset && a.gen === b.gen
  if (a.kind === 'packed') return b.kind === 'packed' && a.container === b.container && a.index === b.index
  return b.kind === 'free'
}

const CATALOG_MAY_CHANGE = ['AcroForm', 'DSS', 'Extensions', 'Metadata']

const dssOf = (file: PdfFile) => file.dict(file.rootRef)?.entries.get('DSS')

function isCatalogChanged(before: PdfFile, after: PdfFile, old: PdfValue, now: PdfValue): boolean {
  if (!isDict(old) || !isDict(now)) return true
  const keys = changedKeys(old, now).filter((key) => !CATALOG_MAY_CHANGE.includes(key))
  const store = after.dict(now.entries.get('DSS'))
  const knownStore = [...(store?.entries.keys() ?? [])].every((key) =>
    ['Type', 'Certs', 'OCSPs', 'CRLs', 'VRI'].includes(key),
  )
  const lostForm = acroFormOf(before) !== undefined && acroFormOf(after) === undefined
  return keys.length > 0 || !knownStore || lostForm
}
