import { vietnamDate, vietnamTime } from '../../platform/dates.ts'
import { ButtonLink } from '../../ui/index.ts'
import { nameOf } from '../dossier.ts'
import { DeadlineTag, shortDay } from './deadline.tsx'
import { DossierRail } from './dossier-rail.tsx'
import type { Work } from './open-work.ts'
import { channelWords } from '../texts.ts'
import { fill, headerTexts as texts } from './texts.ts'

/** Name, code, deadline and the five steps: the top of every page about one dossier. */
export function DossierHeader({ work, backHref }: { work: Work; backHref: string }) {
  const { dossier } = work.view
  const back = backHref.startsWith('/viec') ? texts.back : texts.backToDossier
  return (
    <>
      <header class="wt ho">
        <ButtonLink kind="quiet" href={backHref} icon="arrow-left" shortcut="Escape">
          <span class="an">{back}</span>
        </ButtonLink>
        <div class="td">
          <h1 title={work.view.procedure.name}>{dossierTitle(work)}</h1>
          <span class="nhe rat-nho">
            <span class="ma">{dossier.code}</span> · <span class="so">{arrival(work)}</span> ·{' '}
            {channelWords[dossier.channel].toLocaleLowerCase('vi')}
          </span>
        </div>
        <DeadlineTag dossier={dossier} standing={work.standing} whole />
      </header>
      <section class="ray-o" aria-label={texts.path}>
        <DossierRail work={work} />
      </section>
    </>
  )
}

/** `Nguyễn Thu Hạnh, đăng ký khai sinh` */
export function dossierTitle({ view }: Pick<Work, 'view'>): string {
  return `${nameOf(view.dossier.applicant)}, ${nameInSentence(view.procedure.name)}`
}

/** The name of a procedure or a paper inside a sentence: without "Thủ tục", and small unless it begins with a name or an abbreviation. */
export function nameInSentence(name: string): string {
  const bare = name.replace(/^Thủ tục\s+/i, '')
  const [first = '', second = ''] = bare
  return second === second.toLocaleUpperCase('vi') && second.trim() !== ''
    ? bare
    : first.toLocaleLowerCase('vi') + bare.slice(first.length)
}

function arrival({ view: { dossier } }: Work): string {
  const at = dossier.receivedAt ?? dossier.submittedAt
  const words = dossier.receivedAt ? texts.received : texts.submitted
  return fill(words, { time: vietnamTime(at), day: shortDay(vietnamDate(at)) })
}
