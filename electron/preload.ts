import { ipcRenderer } from 'electron'

// A sandboxed page cannot be handed a port by Electron's bridge; this carries one over, and is all that it does.
// The page asks (again, after a break), saying its language; main looks at who asks and sends a port of the node.
const HERE = window.location.origin

window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== window || origin !== HERE || data !== 'nst-port-please') return
  ipcRenderer.send('port-please', document.documentElement.lang)
})

ipcRenderer.on('port', ({ ports }) => window.postMessage('nst-port', HERE, [...ports]))
