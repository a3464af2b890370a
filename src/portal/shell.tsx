import type { ComponentChildren } from 'preact'
import { Brand, Document, HiddenToken, Icon, Notice } from '../ui/index.ts'
import type { AssetManifest, NoticeTone } from '../ui/index.ts'
import { ChoiceLinks, LanguageLink, TextSizeLinks, usualChoices, type ChoiceLinksProps } from './choice-links.tsx'
import { PortalFooter } from './footer.tsx'
import { portalTexts } from './texts.ts'

export type NavLink = { href: string; label: string }

/** What was just done, or what everybody should know, at the top of the page. */
export type ShellNotice = { tone?: NoticeTone; title?: string; text?: ComponentChildren }

export type PortalShellProps = {
  title: string
  body: ComponentChildren
  assets: AssetManifest
  /** Who is signed in. */
  person?: { name: string }
  /** The href of the navigation item this page belongs to. */
  current?: string
  /** Default: procedures, my dossiers, help. */
  nav?: readonly NavLink[]
  /** Default: the usual ones, as at the front page. */
  choices?: ChoiceLinksProps
  /** Token against forged requests, for signing out. */
  token?: string
  notices?: readonly ShellNotice[]
  /** The body brings its own width: home page. */
  wide?: boolean
  description?: string
  idleMinutes?: number
  /** Mark of the account signed in, empty for nobody: what its pages leave on the machine is forgotten with it. */
  owner?: string
  refreshSeconds?: number
}

const usualNav = (): readonly NavLink[] => [
  { href: '/thu-tuc', label: portalTexts.nav.procedures },
  { href: '/ho-so', label: portalTexts.nav.dossiers },
  { href: '/giay-to', label: portalTexts.nav.documents },
  { href: '/ho-tro', label: portalTexts.nav.help },
]

/** The citizen site around a page. */
export function PortalShell(props: PortalShellProps) {
  const { notices = [], choices = usualChoices } = props
  return (
    <Document
      title={props.title}
      assets={props.assets}
      look={choices.choices}
      description={props.description}
      refreshSeconds={props.refreshSeconds}
      idleMinutes={props.person && props.idleMinutes}
      owner={props.owner}
    >
      <Header {...props} choices={choices} />
      {notices.length > 0 && (
        <div class="khung thong-bao">
          {notices.map((notice, index) => (
            <Notice tone={notice.tone} title={notice.title} role="status" key={index}>
              {notice.text}
            </Notice>
          ))}
        </div>
      )}
      <main id="noi-dung" class={props.wide ? undefined : 'khung than'}>
        {props.body}
      </main>
      <PortalFooter choices={choices} />
    </Document>
  )
}

function Header({
  nav = usualNav(),
  current,
  choices,
  person,
  token,
}: PortalShellProps & { choices: ChoiceLinksProps }) {
  return (
    <header class="dau">
      <div class="khung">
        <Brand name={portalTexts.siteName} place={portalTexts.place} href="/" />
        <nav aria-label={portalTexts.mainNav}>
          <NavList nav={nav} current={current} />
        </nav>
        <div class="tien-ich">
          <TextSizeLinks {...choices} />
          <LanguageLink {...choices} />
          {person ? (
            <details class="nguoi-menu">
              <summary>
                <Icon name="circle-user-round" />
                {person.name}
              </summary>
              <div>
                <AccountLinks token={token} />
              </div>
            </details>
          ) : (
            <a class="nguoi" href="/dang-nhap">
              <Icon name="log-in" />
              <span class="an-nho" aria-hidden="true">
                {portalTexts.signIn}
              </span>
              <span class="an">{portalTexts.signInShort}</span>
            </a>
          )}
          <details class="menu-nho">
            <summary>
              <Icon name="menu" />
              <span class="an">{portalTexts.menu}</span>
            </summary>
            <div>
              <NavList nav={nav} current={current} />
              <ChoiceLinks {...choices} />
              {person && (
                <>
                  <b>{person.name}</b>
                  <AccountLinks token={token} />
                </>
              )}
            </div>
          </details>
        </div>
      </div>
    </header>
  )
}

function NavList({ nav, current }: { nav: readonly NavLink[]; current?: string }) {
  return (
    <ul>
      {nav.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function AccountLinks({ token }: { token?: string }) {
  return (
    <>
      <a href="/phien">{portalTexts.sessions}</a>
      {token !== undefined && (
        <form method="post" action="/dang-xuat">
          <HiddenToken token={token} />
          <button class="nut-chu">
            <Icon name="log-out" />
            {portalTexts.signOut}
          </button>
        </form>
      )}
    </>
  )
}
