import { ipcRenderer } from 'electron'

// A sandboxed page cannot be handed a port by Electron's bridge; this carries one over. All else that it tells main is the page's language.
// The page asks (again, after a break), saying its language; main looks at who asks and sends a port of the node.
const HERE = window.location.origin

window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== window || origin !== HERE || data !== 'nst-port-please') return
  ipcRenderer.send('port-please', document.documentElement.lang)
})

// The tray, menus and questions speak as the page does, also when the person chooses another language there.
new MutationObserver(() => ipcRenderer.send('language', document.documentElement.lang)).observe(document, {
  subtree: true,
  attributeFilter: ['lang'],
})

ipcRenderer.on('port', ({ ports }) => window.postMessage('nst-port', HERE, [...ports]))
