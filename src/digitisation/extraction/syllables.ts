const ONSETS = /^(?:ngh|ng|nh|gh|gi(?=[^\s]{1,})|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?/u
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh
   êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc
   oăm oăn oăng oăt oe oen oeo oet oi om on ong oc op ot oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up
   ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu
   ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`.split(/\s+/),
)
/** The five tone marks, apart from the marks that make other letters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const SHARP_OR_HEAVY = /[\u0301\u0323]/
const STOPPED = /(?:c|ch|p|t)$/

/** Share of the words of a text that can be written so in Vietnamese; recognisers make words nobody could say. */
export function sayable(text: string): number {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1)
  return words.length === 0 ? 1 : words.filter(isSyllable).length / words.length
}

function isSyllable(word: string): boolean {
  const marked = word.toLocaleLowerCase('vi').normalize('NFD')
  const tones = marked.match(TONES) ?? []
  const bare = marked.replace(TONES, '').normalize('NFC')
  const rimes = [bare.replace(ONSETS, ''), bare.replace(/^g(?=i)/u, ''), bare.replace(/^q(?=u)/u, '')]
  if (tones.length > 1 || !rimes.some((rime) => RIMES.has(rime))) return false
  return !STOPPED.test(bare) || (tones.length === 1 && SHARP_OR_HEAVY.test(tones[0] ?? ''))
}
