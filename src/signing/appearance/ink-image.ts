import sharp from 'sharp'

/** Draws an SVG in one ink: the colour is the same everywhere and only its strength varies, which keeps files small. PNG. */
export async function inkImage(
  svg: string,
  ink: { red: number; green: number; blue: number },
  width: number,
): Promise<Buffer> {
  const drawn = sharp(Buffer.from(svg)).resize({ width }).ensureAlpha().extractChannel('alpha')
  const { data: strength, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  const pixels = Buffer.alloc(strength.length * 4)
  for (let index = 0; index < strength.length; index++) {
    // Sixteen strengths are enough for smooth edges.
    const alpha = Math.round((strength[index] ?? 0) / 17) * 17
    pixels.set([ink.red, ink.green, ink.blue, alpha], index * 4)
  }
  const raw = { width: info.width, height: info.height, channels: 4 as const }
  return sharp(pixels, { raw }).png({ compressionLevel: 9 }).toBuffer()
}
