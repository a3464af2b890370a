/**
 * A Code 128 bar code as SVG without quiet zones: the page around it must leave ten modules white on both sides. The
 * encoder is large and loaded with the first code asked for.
 */
export async function barCodeSvg(text: string): Promise<string> {
  const { code128, drawingSVG } = await import('./code-128.ts')
  return code128({ bcid: 'code128', text, scaleX: 1, scaleY: 1, height: 10 }, drawingSVG())
}
