import type { App } from '../../../platform/app.ts'
import { definePortCheck, type PortCheck } from '../../../platform/operations/checks.ts'
import { boxAddress } from './box-address.ts'
import { openBox } from './pop3.ts'

/** Whether the box of letters opens; none where no box is set up. */
export function mailboxChecks({
  settings: { scanMailbox },
}: {
  settings: Pick<App['settings'], 'scanMailbox'>
}): PortCheck[] {
  if (scanMailbox === null) return []
  const { host, port } = boxAddress(scanMailbox.address)
  const isThere = async () => (await openBox(scanMailbox)).close()
  return [definePortCheck('scan-mailbox', 'real', isThere, { servedBy: `${host}:${port}`, freshSeconds: 120 })]
}
