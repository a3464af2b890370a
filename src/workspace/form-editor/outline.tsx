import { spotText, type FormFault, type FormLayout, type Spot } from '../../forms/index.ts'
import { Icon } from '../../ui/index.ts'
import { draftTexts as t, formPageTexts } from './texts.ts'

type Props = { layout: FormLayout; base: string; at: Spot | undefined; faults: readonly FormFault[] }

/** Pages, sections and questions as links; the one being edited is marked, those with a fault too. */
export function Outline({ layout, base, at, faults }: Props) {
  const here = at && spotText(at)
  const wrong = new Set(faults.flatMap(({ spot }) => (spot ? [spotText(spot)] : [])))
  const link = (spot: Spot, name: string) => {
    const key = spotText(spot)
    return (
      <a href={`${base}?o=${key}#sua`} aria-current={key === here ? 'true' : undefined}>
        {name || formPageTexts.unnamed}
        {wrong.has(key) && <Icon name="octagon-alert" tone="late" />}
      </a>
    )
  }
  return (
    <nav class="dan-y" aria-label={t.outline}>
      <ol>
        {layout.pages.map((page, no) => (
          <li key={no}>
            <b>{link({ page: no }, page.title)}</b>
            <ul>
              {page.sections.map((section, sectionNo) => (
                <li key={sectionNo}>
                  {link({ page: no, section: sectionNo }, section.title ?? (section.repeat ? t.group : t.section))}
                  <ul>
                    {section.fields.map((spec, field) => (
                      <li key={field}>
                        {link({ page: no, section: sectionNo, field }, spec.label)}
                        {spec.required && <span aria-hidden="true"> *</span>}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </nav>
  )
}
