import { Document } from './document.tsx'
import type { AssetManifest, Look } from './document.tsx'
import { PageTitle } from './layout.tsx'
import { Strip } from './notice.tsx'
import { FieldsPart } from './sheet-fields.tsx'
import { ListsPart } from './sheet-lists.tsx'
import { LooksPart } from './sheet-looks.tsx'
import { StepsPart } from './sheet-steps.tsx'
import { sheetTexts } from './sheet.texts.ts'

/** Every component with its states, on one page (`/ui`). */
export function Sheet({ assets, textSize }: { assets: AssetManifest; textSize?: Look['chu'] }) {
  return (
    <Document
      title={sheetTexts.title}
      scale="sheet"
      assets={assets}
      look={{ chu: textSize ?? 'vua', 'tuong-phan': 'thuong' }}
    >
      <Strip>{sheetTexts.notices.strip}</Strip>
      <main id="noi-dung" class="khung than">
        <PageTitle large>{sheetTexts.title}</PageTitle>
        <p class="mt">{sheetTexts.lead}</p>
        <LooksPart />
        <FieldsPart />
        <StepsPart />
        <ListsPart />
      </main>
    </Document>
  )
}
