import type { ComponentChildren } from 'preact'

type PartProps = { title: string; lead?: string; children: ComponentChildren }

export function SheetPart({ title, lead, children }: PartProps) {
  return (
    <section class="kh2">
      <h2>{title}</h2>
      {lead !== undefined && <p class="mt">{lead}</p>}
      {children}
    </section>
  )
}
