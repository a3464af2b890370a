/** How a written cell looks. Every cell is text: a program that opens the file turns nothing into a number or a day. */
export type CellStyle = 'text' | 'heading' | 'fault' | 'reading' | 'title'

/** Places in the list of cell formats below. */
export const STYLE_NO = { text: 1, heading: 2, fault: 3, reading: 4, title: 5 } satisfies Record<CellStyle, number>

// 49 is the built-in format of text; cells without a style of their own keep format 0.
const AS_TEXT = 'numFmtId="49" applyNumberFormat="1"'
const WRAPPED = 'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'

export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EDF2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBE3E1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf ${AS_TEXT} fontId="0" fillId="0" borderId="0" xfId="0"/><xf ${AS_TEXT} fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" ${WRAPPED}<xf ${AS_TEXT} fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1"/><xf ${AS_TEXT} fontId="0" fillId="0" borderId="0" xfId="0" ${WRAPPED}<xf ${AS_TEXT} fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
