import type { ComponentChildren } from 'preact'
import { formatDate } from '../platform/dates.ts'
import { Button, Icon, type IconName } from '../ui/index.ts'
import type { CatalogueOverview } from '../catalogue/index.ts'
import { figure } from '../platform/figures.ts'
import { EverydayLinks, LifeEventList, SearchBox } from '../catalogue/portal/parts.ts'
import { homeTexts as words } from './home.texts.ts'

type Props = { overview: CatalogueOverview; centres: number; /** Day the figures are of. */ on: string }

/** The rest stands on the browse page. */
const EVERYDAY_SHOWN = 8

/** Search on the bay, three doors, everyday things, life events, open figures. */
export function HomePage({ overview, centres, on }: Props) {
  return (
    <>
      <div class="mo">
        <div class="khung">
          <h1>{words.ask}</h1>
          <p class="dan">{words.askLead}</p>
          <SearchBox large />
          <div class="hay">
            <span>{words.tryWords}</span>
            {words.examples.map((example) => (
              <a href={`/tim?q=${encodeURIComponent(example)}`} key={example}>
                {example}
              </a>
            ))}
          </div>
        </div>
      </div>
      <div class="khung">
        <div class="ba">
          <Door
            icon="folder-search"
            title={words.trackTitle}
            body={words.trackBody}
            action="/tra-cuu"
            field={{ name: 'ma', label: words.trackLabel, placeholder: words.trackExample, code: true }}
            button={words.trackButton}
          />
          <Door
            icon="file-pen-line"
            title={words.resumeTitle}
            body={words.resumeBody}
            action="/bai-khai"
            field={{ name: 'ma', label: words.resumeLabel, placeholder: words.resumeExample, code: true }}
            button={words.resumeButton}
          />
          <Door
            icon="map-pin"
            title={words.centreTitle}
            body={words.centreBody(figure(centres))}
            action="/ho-tro"
            field={{ name: 'q', label: words.centreLabel, placeholder: words.centreExample }}
            button={words.centreButton}
          />
        </div>
        <Section title={words.everydayTitle} lead={words.everydayLead}>
          <EverydayLinks everyday={overview.everyday.slice(0, EVERYDAY_SHOWN)} />
        </Section>
        <Section title={words.eventsTitle} lead={words.eventsLead}>
          <LifeEventList all={{ title: words.seeAll(figure(overview.counts.total)), hint: words.seeAllHint }} />
        </Section>
        <OpenFigures overview={overview} on={on} />
      </div>
    </>
  )
}

type DoorProps = {
  icon: IconName
  title: string
  body: string
  action: string
  field: { name: string; label: string; placeholder: string; code?: boolean }
  button: string
}

function Door({ icon, title, body, action, field, button }: DoorProps) {
  const id = `${action.slice(1)}-${field.name}`
  return (
    <section>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      <p>{body}</p>
      <form action={action}>
        <label class="an" for={id}>
          {field.label}
        </label>
        <input
          class={field.code ? 'o ma' : 'o'}
          id={id}
          name={field.name}
          type="text"
          maxlength={80}
          placeholder={field.placeholder}
          autocomplete="off"
          spellcheck={false}
        />
        <Button kind="secondary">{button}</Button>
      </form>
    </section>
  )
}

function Section({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  return (
    <section class="muc">
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  )
}

function OpenFigures({ overview: { figures }, on }: Pick<Props, 'overview' | 'on'>) {
  return (
    <section class="congkhai">
      <div>
        <h2>{words.openTitle}</h2>
        <p>{words.openLead(formatDate(on))}</p>
      </div>
      <dl>
        {(['online', 'termUnknown', 'feeUnsettled'] as const).map((name) => (
          <div key={name}>
            <dt>{words.figures[name]}</dt>
            <dd class="so">{figure(figures[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
