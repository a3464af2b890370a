import type { Settings } from '../../platform/settings.ts'
import { API_BASE } from '../../platform/web/api.ts'
import type { NoticeDoors } from './notices.ts'

/** Where the simulated services of this machine tell this system what happened, as it registered with them. */
export function noticeDoors({ publicAddress, remoteSigning: { smartca, mysign } }: Settings): NoticeDoors {
  const base = `${publicAddress}${API_BASE}/signing`
  return {
    ...(smartca?.noticeKey ? { smartca: { url: `${base}/smartca/${smartca.noticeKey}` } } : {}),
    ...(mysign?.callback
      ? { mysign: { tokenUrl: `${base}/mysign/token`, resultUrl: `${base}/mysign/result`, ...mysign.callback } }
      : {}),
  }
}
