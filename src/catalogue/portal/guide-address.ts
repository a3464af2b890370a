import type { Answers } from '../guides/guide.ts'

/** Where a guide stands after some answers. */
export function guideHref(code: string, answers: Answers): string {
  const query = new URLSearchParams(answers)
  return `/thu-tuc/${code}/hoi-nhanh${query.size === 0 ? '' : `?${query}`}`
}

/** Begins a dossier with the papers that the answers leave out already marked. */
export function filingHref(code: string, answers: Answers): string {
  const query = new URLSearchParams(answers)
  return `/thu-tuc/${code}/nop${query.size === 0 ? '' : `?${query}`}`
}
