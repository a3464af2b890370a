import { startOffline } from './offline/offline.ts'
import { startAutosave } from './saving/autosave.ts'
import { startFormCheck } from './check-form.ts'
import { startChosenCount } from './chosen-count.ts'
import { startCopyText } from './copy-text.ts'
import { startDropFile } from './drop-file.ts'
import { startKeys } from './keys.ts'
import { startLivePreview } from './live-preview.ts'
import { startPasskeys } from './passkey.ts'
import { startPrint } from './print.ts'
import { startQueueKeys } from './queue-keys.ts'
import { startSessionWarning } from './session-warning.ts'
import { startSteadyPress } from './steady-press.ts'
import { startUploads } from './uploads.ts'
import { startWatch } from './watch.ts'
import { isLanguage, languageFrom } from '../../platform/language.ts'
import { startUsbTokenRead } from './usb-token-read.ts'
import { startUsbToken } from './usb-token.ts'

languageFrom(() => (isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'vi'))
startKeys()
startSteadyPress()
startQueueKeys()
startDropFile()
startUploads()
startSessionWarning()
startCopyText()
startPrint()
startPasskeys()
startWatch()
startUsbToken()
startUsbTokenRead()
const round = document.querySelector<HTMLElement>('[data-usb-token-round]')
if (round) void import('./usb-token-round.ts').then(({ startUsbTokenRound }) => startUsbTokenRound(round))
const bench = document.querySelector<HTMLElement>('[data-bench]')
if (bench) void import('./bench.ts').then(({ startBench }) => startBench(bench))
const picture = document.querySelector<HTMLElement>('[data-draw-area]')
if (picture) void import('./draw-area.ts').then(({ startDrawArea }) => startDrawArea(picture))
startChosenCount()
startAutosave()
startOffline()
startLivePreview()
startFormCheck()
