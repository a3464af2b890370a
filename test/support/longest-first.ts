import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute and more: begun last, one worker would still be at them when all others have ended. */
const LONG = ['/test/histories/', '/test/citizens/every-page', '/src/signing/attacks/', '/test/citizens/']

/** The long files first, in the order of this list; the others as they come. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((part) => moduleId.includes(part))
      return found < 0 ? LONG.length : found
    }
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}
