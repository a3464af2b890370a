import type { Reason } from '../../../platform/refusal.ts'
import type { ComponentForm } from '../../dossier.ts'
import type { ComponentInput } from '../../filing/filing-input.ts'
import type { SupplementRequest } from '../supplement.ts'

/** How an answer comes to a desk: somebody brings it, or the post. */
export type TakingChannel = 'counter' | 'postal'

/** What was brought for one item of a request, or why nothing was. */
export type TakenItem = {
  no: number
  /** In which form the paper was handed in; the desk has seen it. */
  form: ComponentForm
  fileIds: string[]
  vaultEntryIds: string[]
  /** không nộp lại được, lý do */
  reason: string | null
}

/** nhận bổ sung tại quầy: what a desk recorded beside the answer itself. */
export type SupplementTaken = {
  channel: TakingChannel
  unitId: string
  byName: string
  /** Whoever brought it, where that is neither applicant nor submitter. */
  broughtBy: string | null
  items: { no: number; form: ComponentForm | null; reason: string | null }[]
}

/** phần bổ sung nhận dở: brought so far, the rest is awaited. Any desk that may take the answer goes on with it. */
export type HalfTaking = {
  channel: TakingChannel
  broughtBy: string | null
  items: TakenItem[]
  /** Labels of the officers who scanned. */
  senders: string[]
  savedAt: Date
  savedByName: string
}

export function hasPapers({ fileIds, vaultEntryIds }: Pick<TakenItem, 'fileIds' | 'vaultEntryIds'>): boolean {
  return fileIds.length > 0 || vaultEntryIds.length > 0
}

type Asked = Pick<SupplementRequest, 'items'>

/** Only what was asked, each item once; one that is no paper is answered in words. */
export function whyNotKeep({ items }: Asked, brought: readonly TakenItem[]): Reason | undefined {
  for (const [index, one] of brought.entries()) {
    const { no } = one
    const asked = items.find((item) => item.no === no)
    if (!asked || brought.findIndex((other) => other.no === no) !== index)
      return { code: 'dossiers.item-not-asked', facts: { no } }
    if (asked.componentCode === null && hasPapers(one)) return { code: 'dossiers.item-no-paper', facts: { no } }
  }
  return undefined
}

/** A request is answered in one go, as it is online: every item by its paper, or by words that say why there is none. */
export function whyNotTake(asked: Asked, brought: readonly TakenItem[]): Reason | undefined {
  const [missing] = itemsLeft(asked, brought)
  return (
    whyNotKeep(asked, brought) ??
    (missing && { code: 'dossiers.item-unanswered', facts: { no: missing.no, what: missing.what } })
  )
}

/** What was asked and neither brought nor explained. */
export function itemsLeft({ items }: Asked, brought: readonly TakenItem[]): SupplementRequest['items'] {
  return items.filter(({ no }) => {
    const own = brought.find((one) => one.no === no)
    return !own || (!hasPapers(own) && own.reason === null)
  })
}

/** The papers as an answer carries them: those of one component together. */
export function componentsTaken({ items }: Asked, brought: readonly TakenItem[]): ComponentInput[] {
  const papers = items.flatMap(({ no, componentCode }) => {
    const own = brought.find((one) => one.no === no)
    return componentCode === null || !own || !hasPapers(own) ? [] : [{ componentCode, own }]
  })
  const byCode = Map.groupBy(papers, ({ componentCode }) => componentCode)
  return [...byCode].map(([componentCode, all]) => {
    const vaultEntryIds = [...new Set(all.flatMap(({ own }) => own.vaultEntryIds))]
    return {
      componentCode,
      form: all[0]?.own.form ?? 'electronic',
      fileIds: [...new Set(all.flatMap(({ own }) => own.fileIds))],
      ...(vaultEntryIds.length > 0 && { vaultEntryIds }),
    }
  })
}

/** More brought for what is there already: files are added, what is said last counts. */
export function withMore(there: readonly TakenItem[], more: readonly TakenItem[]): TakenItem[] {
  const both = (first: readonly string[], then: readonly string[]) => [...new Set([...first, ...then])]
  const nos = [...new Set([...there, ...more].map(({ no }) => no))].toSorted((a, b) => a - b)
  return nos.flatMap((no) => {
    const [before, then] = [there.find((one) => one.no === no), more.find((one) => one.no === no)]
    const last = then ?? before
    return last
      ? [
          {
            ...last,
            fileIds: both(before?.fileIds ?? [], then?.fileIds ?? []),
            vaultEntryIds: both(before?.vaultEntryIds ?? [], then?.vaultEntryIds ?? []),
          },
        ]
      : []
  })
}

/** Without a file, or a paper of the vault, that was taken by mistake. */
export function withoutPaper(items: readonly TakenItem[], id: string): TakenItem[] {
  const left = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return items.map((item) => ({
    ...item,
    fileIds: left(item.fileIds),
    vaultEntryIds: left(item.vaultEntryIds),
  }))
}
