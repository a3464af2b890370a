// Named, so that the bundle takes this kind of bar code and leaves the hundred others.
export { code128, drawingSVG } from 'bwip-js/generic'
