import { app, dialog, type Session, type WebContents } from 'electron'
import { isOurs } from './origin.ts'
import { openOutside } from './outside.ts'
import { shellWords } from './words.ts'

/** The camera, for QR codes, and copying, for an invite. Electron grants everything where nobody says no. */
const FOR_THE_PAGE: ReadonlySet<string> = new Set(['media', 'clipboard-sanitized-write'])

/** What any page, however it came to be, may never do. To be called before the first one is made. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => isOurs(event.url) || event.preventDefault())
  contents.on('will-redirect', (event) => isOurs(event.url) || event.preventDefault())
  contents.on('will-frame-navigate', (event) => isOurs(event.url) || event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-prevent-unload', (event) => leavesAllTheSame() && event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
}

/** Our pages, what a page made itself, and the browser's own tools. */
const isWithin = (address: string): boolean => isOurs(address) || /^(blob:app:\/\/nst\/|data:|devtools:)/.test(address)

/** A page that has something to be lost asks; Electron itself asks nobody and just leaves the window open. */
function leavesAllTheSame(): boolean {
  const words = shellWords()
  const answer = dialog.showMessageBoxSync({
    type: 'question',
    message: words.leave,
    buttons: [words.stay, words.close],
    defaultId: 0,
    cancelId: 0,
  })
  return answer === 1
}

/** What the session may grant: two permissions, to our own pages; no device; saving only what the page itself made. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant, { requestingUrl, ...details }) => {
    const isSound = 'mediaTypes' in details && (details.mediaTypes ?? []).includes('audio')
    grant(isOurs(requestingUrl) && FOR_THE_PAGE.has(permission) && !isSound)
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      isOurs(origin) && FOR_THE_PAGE.has(permission) && mediaType !== 'audio',
  )
  session.setDevicePermissionHandler(() => false)
  // The pages' own policy lets nothing else be asked for; this is the second lock.
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isWithin(url) }))
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}
