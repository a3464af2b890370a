import type { ComponentChildren } from 'preact'
import { Vietnamese } from '../ui/index.ts'
import type { Spoken } from './form.ts'

type Props = { of: Pick<Spoken<never>, 'isVietnamese'>; children: ComponentChildren }

/** Words of a form, marked where they are Vietnamese on a page in English. */
export function Said({ of, children }: Props) {
  return of.isVietnamese ? <Vietnamese>{children}</Vietnamese> : <>{children}</>
}
