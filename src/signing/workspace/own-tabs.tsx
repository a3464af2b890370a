import { holds, type Actor } from '../../platform/actor.ts'
import { Tabs } from '../../ui/index.ts'
import { IMAGE_ROLES } from '../images/reach-images.ts'
import { OWN_KEY, OWN_SEALS } from '../own-keys/own-key-path.ts'
import { OWN_TOKENS } from '../token/addresses.ts'
import { ownTabsTexts as texts } from './own-tabs.texts.ts'

export const OWN_IMAGES = '/chu-ky-cua-toi'

/** What officers keep for their own signing. Who handles no dossiers has a certificate at most. */
export function OwnTabs({ actor, current }: { actor: Actor; current: string }) {
  if (!IMAGE_ROLES.some((role) => holds(actor, role))) return null
  const tabs = [
    { href: OWN_KEY, label: texts.key },
    ...(holds(actor, 'clerk') ? [{ href: OWN_SEALS, label: texts.seals }] : []),
    { href: OWN_TOKENS, label: texts.token },
    { href: OWN_IMAGES, label: texts.images },
  ]
  return <Tabs label={texts.label} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}
