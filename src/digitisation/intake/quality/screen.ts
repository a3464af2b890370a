import type { GreyPage } from '../../reading/marks.ts'

const SIDE = 64
const PATCHES = 6
/** Letters make more difference within a patch than the grid of a screen does. */
const WRITTEN = 60
/** Waves longer than this many points are light and pattern of a paper, not the grid of a screen. */
const LONGEST_WAVE = 7
/** Blocks of 8 points are those of JPEG. */
const BLOCK = SIDE / 8
/** Grain of paper and camera spreads over all waves; a grid puts this many times the usual into one. */
const LEAST_PEAK = 40
/** Power of a wave of two levels of brightness in one patch: what is weaker may be the compression's own. */
const LEAST_POWER = (2 * (SIDE / 2) ** 2 * 0.5) ** 2

/** Whether the plain parts of a picture carry a fine regular grid: the photo of a screen (moiré). */
export function liesOnScreen(raw: GreyPage): boolean {
  const places = plainPatches(raw)
  if (places.length < PATCHES / 2) return false
  const power = new Float64Array(SIDE * SIDE)
  for (const { x, y } of places) {
    const patch = spectrum(raw, x, y)
    for (let at = 0; at < power.length; at += 1) power[at] = (power[at] ?? 0) + (patch[at] ?? 0)
  }
  const fine: number[] = []
  for (let v = 0; v < SIDE; v += 1) {
    for (let u = 0; u <= SIDE / 2; u += 1) {
      const [fu, fv] = [u, v > SIDE / 2 ? SIDE - v : v]
      if (Math.hypot(fu, fv) < SIDE / LONGEST_WAVE) continue
      if (isBlocky(fu) && isBlocky(fv)) continue
      fine.push(power[v * SIDE + u] ?? 0)
    }
  }
  fine.sort((a, b) => a - b)
  const [usual, peak] = [fine[fine.length >> 1] ?? 0, fine.at(-1) ?? 0]
  return peak > usual * LEAST_PEAK && peak > places.length * LEAST_POWER
}

const isBlocky = (wave: number) => wave % BLOCK <= 1 || wave % BLOCK >= BLOCK - 1

/** The patches with the least between their darkest and brightest points, spread over the picture. */
function plainPatches({ data, width, height }: GreyPage): { x: number; y: number }[] {
  const found: { x: number; y: number; range: number }[] = []
  const step = Math.max(SIDE, Math.floor(Math.min(width, height) / 24))
  for (let y = step; y + SIDE + step < height; y += step) {
    for (let x = step; x + SIDE + step < width; x += step) {
      let [low, high, sum] = [255, 0, 0]
      for (let dy = 0; dy < SIDE; dy += 4) {
        for (let dx = 0; dx < SIDE; dx += 4) {
          // Over a small square, so that the grid itself does not make a patch look written on.
          const at = (y + dy) * width + x + dx
          const mean =
            ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)) / 4
          low = Math.min(low, mean)
          high = Math.max(high, mean)
          sum += mean
        }
      }
      const bright = sum / (SIDE / 4) ** 2
      if (bright > 90 && bright < 253 && high - low < WRITTEN) found.push({ x, y, range: high - low })
    }
  }
  return found.toSorted((a, b) => a.range - b.range).slice(0, PATCHES)
}

/** Power of each wave in a patch, under a window that fades to its edges. */
function spectrum({ data, width }: GreyPage, x: number, y: number): Float64Array {
  const re = new Float64Array(SIDE * SIDE)
  const im = new Float64Array(SIDE * SIDE)
  let mean = 0
  for (let v = 0; v < SIDE; v += 1) for (let u = 0; u < SIDE; u += 1) mean += data[(y + v) * width + x + u] ?? 0
  mean /= SIDE * SIDE
  for (let v = 0; v < SIDE; v += 1)
    for (let u = 0; u < SIDE; u += 1)
      re[v * SIDE + u] = ((data[(y + v) * width + x + u] ?? 0) - mean) * (FADE[u] ?? 0) * (FADE[v] ?? 0)
  for (let v = 0; v < SIDE; v += 1) transform(re, im, v * SIDE, 1)
  for (let u = 0; u < SIDE; u += 1) transform(re, im, u, SIDE)
  return re.map((value, at) => value * value + (im[at] ?? 0) ** 2)
}

const FADE = Float64Array.from({ length: SIDE }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (SIDE - 1)))

/** Fourier transform in place (Cooley and Tukey), of 64 values that lie `stride` apart. */
function transform(re: Float64Array, im: Float64Array, from: number, stride: number): void {
  for (let at = 1, other = 0; at < SIDE; at += 1) {
    let bit = SIDE >> 1
    for (; other & bit; bit >>= 1) other ^= bit
    other ^= bit
    if (at < other) swap(re, im, from + at * stride, from + other * stride)
  }
  for (let length = 2; length <= SIDE; length <<= 1) {
    for (let start = 0; start < SIDE; start += length) {
      for (let k = 0; k < length / 2; k += 1) {
        const angle = (-2 * Math.PI * k) / length
        const [wr, wi] = [Math.cos(angle), Math.sin(angle)]
        const a = from + (start + k) * stride
        const b = a + (length / 2) * stride
        const tr = (re[b] ?? 0) * wr - (im[b] ?? 0) * wi
        const ti = (re[b] ?? 0) * wi + (im[b] ?? 0) * wr
        re[b] = (re[a] ?? 0) - tr
        im[b] = (im[a] ?? 0) - ti
        re[a] = (re[a] ?? 0) + tr
        im[a] = (im[a] ?? 0) + ti
      }
    }
  }
}

function swap(re: Float64Array, im: Float64Array, a: number, b: number): void {
  ;[re[a], re[b]] = [re[b] ?? 0, re[a] ?? 0]
  ;[im[a], im[b]] = [im[b] ?? 0, im[a] ?? 0]
}
