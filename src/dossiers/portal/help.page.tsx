import type { Unit } from '../../organisation/index.ts'
import { Button, ButtonLink, Field, Icon, Notice } from '../../ui/index.ts'
import { HOTLINE } from '../texts.ts'
import { helpTexts as words } from './texts.ts'

type Props = {
  typed: string
  /** Of the commune where the reader lives. */
  own: Unit | undefined
  province: Unit | undefined
  centres: readonly Unit[]
  isFiltered: boolean
}

/** A person always one step away: telephone, centres, and a half-done form by its code. */
export function HelpPage({ typed, own, province, centres, isFiltered }: Props) {
  return (
    <>
      <h1>{words.title}</h1>
      <div class="hai">
        <div>
          <h2>{words.comeTitle}</h2>
          <p>{words.comeBody}</p>
          {own && <Centre label={words.yours} name={own.name} />}
          {province && <Centre label={words.province} name={province.name} />}
          <form method="get" action="/ho-tro" class="cach">
            <Field name="q" label={words.search} value={typed} width="medium" />
            <Button kind="secondary" icon="search">
              {words.searchButton}
            </Button>
          </form>
          {typed !== '' && !isFiltered && <Notice>{words.noneFound(typed)}</Notice>}
          <div class="dau-muc">
            <h2>{words.communes}</h2>
          </div>
          <ul class="gach cot">
            {centres.map(({ id, name }) => (
              <li key={id}>{words.placeOf(name)}</li>
            ))}
          </ul>
        </div>
        <aside class="ben" aria-label={words.callTitle}>
          <div class="phong-bi">
            <h2>{words.callTitle}</h2>
            <p>
              <ButtonLink block icon="phone" href={`tel:${HOTLINE.replaceAll(' ', '')}`}>
                {HOTLINE}
              </ButtonLink>
            </p>
            <p>{words.callBody}</p>
          </div>
          <form class="phong-bi" method="get" action="/bai-khai">
            <h2>{words.resumeTitle}</h2>
            <p>{words.resumeBody}</p>
            <Field name="ma" label={words.resumeCode} figures width="medium" spellCheck={false} />
            <Button kind="secondary">{words.resumeOpen}</Button>
          </form>
        </aside>
      </div>
    </>
  )
}

function Centre({ label, name }: { label: string; name: string }) {
  return (
    <div class="san trung-tam">
      <Icon name="landmark" />
      <p class="khong-cach">
        <small class="nhe">{label}</small>
        <b>{name}</b>
      </p>
    </div>
  )
}
