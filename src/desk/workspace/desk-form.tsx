import type { ComponentChildren } from 'preact'
import { HiddenToken } from '../../ui/index.ts'

type Props = { action: string; token: string; children: ComponentChildren } & Record<`data-${string}`, unknown>

/** A form of the desk with papers in it: with script each is sent as soon as it is chosen, as a scan. */
export function DeskForm({ action, token, children, ...data }: Props) {
  return (
    <form
      class="quay-form"
      method="post"
      action={action}
      enctype="multipart/form-data"
      novalidate
      data-upload
      data-upload-origin="scan"
      {...data}
    >
      <HiddenToken token={token} />
      {children}
    </form>
  )
}
