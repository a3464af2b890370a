import type { ComponentChildren } from 'preact'
import { Avatar, Brand, Document, HiddenToken, Icon, Notice, Shortcut, classNames } from '../ui/index.ts'
import type { AssetManifest, IconName, Look, NoticeTone } from '../ui/index.ts'
import { workspaceTexts } from './texts.ts'

export type WorkNavItem = {
  href: string
  label: string
  icon: IconName
  count?: number
  /** The count stands on red: something is late. */
  alert?: boolean
}

export type WorkspaceShellProps = {
  title: string
  /** Fills what the rail leaves. Simple pages put their content in `<div class="cuon-trang">`. */
  body: ComponentChildren
  assets: AssetManifest
  officer: { name: string; position: string; unitName: string }
  nav: readonly WorkNavItem[]
  tools: readonly WorkNavItem[]
  /** The href of the item this page belongs to. */
  current?: string
  /** The rail shrinks to icons and the page brings its own bar with the h1. */
  narrow?: boolean
  /** Right of the title, in place of search and clock. */
  bar?: ComponentChildren
  /** Where the search form goes; absent means no search. */
  searchHref?: string
  searchValue?: string
  /** 'Thứ Sáu 20/11, 09:42'. */
  clock?: string
  look?: Look
  token?: string
  notices?: readonly { tone?: NoticeTone; title?: string; text?: ComponentChildren }[]
  idleMinutes?: number
  refreshSeconds?: number
}

/** The officer site around a page. */
export function WorkspaceShell(props: WorkspaceShellProps) {
  const { notices = [] } = props
  return (
    <Document
      title={props.title}
      scale="work"
      assets={props.assets}
      look={props.look}
      skipLabel={workspaceTexts.skip}
      idleMinutes={props.idleMinutes}
      refreshSeconds={props.refreshSeconds}
    >
      <div class={classNames('ws', props.narrow && 'hep')}>
        <SideRail {...props} />
        <div class="wm">
          {!props.narrow && (
            <header class="wt">
              <h1>{props.title}</h1>
              {props.bar ?? <SearchAndClock {...props} />}
            </header>
          )}
          {notices.length > 0 && (
            <div class="thong-bao-viec">
              {notices.map((notice, index) => (
                <Notice tone={notice.tone} title={notice.title} role="status" key={index}>
                  {notice.text}
                </Notice>
              ))}
            </div>
          )}
          <main id="noi-dung">{props.body}</main>
        </div>
      </div>
    </Document>
  )
}

function SearchAndClock({ searchHref, searchValue, clock }: WorkspaceShellProps) {
  return (
    <>
      {searchHref !== undefined && (
        <form class="tk" role="search" action={searchHref}>
          <Icon name="search" />
          <label class="an" for="tim-viec">
            {workspaceTexts.search}
          </label>
          <input
            id="tim-viec"
            name="q"
            type="search"
            value={searchValue}
            placeholder={workspaceTexts.searchHint}
            data-search
          />
          <Shortcut keys="/" />
          <button class="an" tabindex={-1}>
            {workspaceTexts.searchButton}
          </button>
        </form>
      )}
      {clock !== undefined && <span class="gio so">{clock}</span>}
    </>
  )
}

function SideRail({ officer, nav, tools, current, token }: WorkspaceShellProps) {
  return (
    <nav class="wn" aria-label={workspaceTexts.mainNav}>
      <Brand name={workspaceTexts.siteName} place={officer.unitName} href="/viec" size={30} />
      <NavGroup title={workspaceTexts.navTitle} items={nav} current={current} />
      <NavGroup title={workspaceTexts.toolsTitle} items={tools} current={current} />
      <details class="ai">
        <summary>
          <Avatar name={officer.name} />
          <span>
            <b>{officer.name}</b>
            {officer.position}
          </span>
        </summary>
        <div>
          <a href="/phien">{workspaceTexts.sessions}</a>
          {token !== undefined && (
            <form method="post" action="/dang-xuat">
              <HiddenToken token={token} />
              <button class="nut-chu">{workspaceTexts.signOut}</button>
            </form>
          )}
        </div>
      </details>
    </nav>
  )
}

type NavGroupProps = { title: string; items: readonly WorkNavItem[]; current?: string }

function NavGroup({ title, items, current }: NavGroupProps) {
  if (items.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
              <Icon name={item.icon} />
              {item.label}
              {item.count !== undefined && (
                <span class={classNames('so', item.alert && 'do')}> {item.count.toLocaleString('vi-VN')}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
