import { refusalSentence as fill } from '../../platform/refusal.ts'
import type { DossierAction } from '../../dossiers/index.ts'
import type { IconName } from '../../ui/index.ts'
import { sealRound, signRound } from '../round/sign-round.ts'
import { sealResult } from '../seal-result.ts'
import { signResult } from '../sign-result.ts'
import type { ResultState } from '../result.ts'
import { texts } from './texts.ts'

/** Signing by the leader and sealing by the clerk are one work with another key. */
export type Place = {
  path: '/ky' | '/van-thu'
  as: 'signatory' | 'clerk'
  action: DossierAction
  errand: typeof signResult | typeof sealResult
  round: typeof signRound | typeof sealRound
  icon: IconName
  words: { list: string; one: string; none: string; noneHint: string; pin: string; hint: string; submit: string }
  /** States in which a decision for many waits here. */
  together: readonly ResultState[]
  done(code: string, number: string): string
}

export const PLACES: readonly [Place, Place] = [
  {
    path: '/ky',
    as: 'signatory',
    action: 'signResult',
    errand: signResult,
    round: signRound,
    icon: 'pen-line',
    words: {
      list: texts.signTitle,
      one: texts.signOne,
      none: texts.signNone,
      noneHint: texts.signNoneHint,
      pin: texts.signPin,
      hint: texts.signPinHint,
      submit: texts.signSubmit,
    },
    together: ['approved'],
    done: (code) => fill(texts.signedOne, { code }),
  },
  {
    path: '/van-thu',
    as: 'clerk',
    action: 'sealResult',
    errand: sealResult,
    round: sealRound,
    icon: 'stamp',
    words: {
      list: texts.sealTitle,
      one: texts.sealOne,
      none: texts.sealNone,
      noneHint: texts.sealNoneHint,
      pin: texts.sealPin,
      hint: texts.sealNote,
      submit: texts.sealSubmit,
    },
    together: ['signed', 'sealed'],
    done: (code, number) => fill(texts.sealedOne, { code, number }),
  },
]
