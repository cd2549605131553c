import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { beginShell } from './begun-shell.ts'
import { RecordingElectron } from './recording-electron.ts'

const electron = new RecordingElectron()
vi.mock('electron', () => electron)

let data = ''
beforeAll(async () => {
  data = await beginShell(electron)
  // Its page asks for the node, and says that it speaks Spanish.
  const senderFrame = { url: 'app://nst/', parent: null, postMessage: () => undefined }
  electron.ipcMain.emit('port-please', { senderFrame, sender: electron.windows[0]!.webContents }, 'es')
})

describe('the shell against a recording Electron: at home on a desktop', () => {
  const node = () => electron.processes.at(-1)!
  const says = (message: object) => node().emit('message', message)

  it('a page gets its port when the node answers, also from its next life; it tells both of the choices', async () => {
    expect(node().ports).toHaveLength(0)
    says({ type: 'ready' })
    expect(node().messages).toEqual([
      { type: 'connect' },
      { type: 'settings', settings: { keepsInStep: true, opensAtLogin: false, tells: 'that-something' } },
    ])
    expect(node().ports).toHaveLength(1)
  })

  it('tells that something waits, and not what, unless the person chose so', () => {
    const items = [{ circle: 'Riverside', title: 'A tool shed' }]
    says({ type: 'waiting', items })
    expect(JSON.stringify(electron.last('notification')![0])).not.toMatch(/Riverside|shed/)
    says({ type: 'settings', settings: { keepsInStep: true, opensAtLogin: false, tells: 'what' } })
    says({ type: 'waiting', items })
    expect(electron.last('notification')![0]).toEqual({ title: 'Riverside', body: 'A tool shed' })
    says({ type: 'settings', settings: { keepsInStep: true, opensAtLogin: false, tells: 'nothing' } })
    const before = electron.times('notification')
    says({ type: 'waiting', items })
    expect(electron.times('notification')).toBe(before)
  })

  it('opens the installer of an update only where the node puts what it checked, and where the person says yes', async () => {
    const before = electron.times('showMessageBox')
    electron.dialogAnswer = 1
    const elsewhere = [
      '/tmp/x.deb',
      join(data, 'x.deb'),
      join(data, 'updates', 'x.sh'),
      join(data, 'updates', '..', 'x.deb'),
    ]
    for (const file of elsewhere) says({ type: 'install', file })
    expect(electron.times('showMessageBox')).toBe(before)
    const file = join(data, 'updates', 'next-step-together_2.0.0_amd64.deb')
    electron.dialogAnswer = 0
    says({ type: 'install', file })
    await vi.waitFor(() => expect(electron.times('showMessageBox')).toBe(before + 1))
    expect(electron.times('openPath')).toBe(0)
    electron.dialogAnswer = 1
    says({ type: 'install', file })
    await vi.waitFor(() => expect(electron.last('openPath')).toEqual([file]))
    expect(electron.times('showItemInFolder')).toBe(0)
    electron.opensNothing = true
    says({ type: 'install', file })
    await vi.waitFor(() => expect(electron.last('showItemInFolder')).toEqual([file]))
  })

  it('speaks the language of its page, and of the system until a page said which', () => {
    expect(JSON.stringify(electron.asked.find(([what]) => what === 'trayMenu'))).toContain('Quitter')
    expect(JSON.stringify(electron.last('trayMenu'))).toContain('Salir')
    // What Electron does by itself it would say in English.
    const menu = JSON.stringify(electron.last('setApplicationMenu'))
    expect(menu).toContain('Deshacer')
    type Item = { role?: string; label?: string; submenu?: readonly Item[] }
    const items = ([top]: readonly unknown[]) => (top as readonly Item[]).flatMap(({ submenu = [] }) => submenu)
    const unsaid = items(electron.last('setApplicationMenu')!).filter(({ role, label }) => role !== undefined && !label)
    expect(unsaid).toEqual([])
  })

  it('a page with something to be lost is left only where the person says so', () => {
    const [{ webContents }] = electron.windows as [(typeof electron.windows)[0]]
    const leaves = (answer: number) => {
      let was = false
      electron.dialogAnswer = answer
      webContents.emit('will-prevent-unload', { preventDefault: () => (was = true) })
      return was
    }
    expect(leaves(0)).toBe(false)
    expect(leaves(1)).toBe(true)
    expect(electron.last('showMessageBoxSync')).toMatchObject([{ buttons: ['Quedarme', 'Cerrar'], cancelId: 0 }])
  })

  it('a page whose process broke begins again, but not over and over', () => {
    const [{ webContents }] = electron.windows as [(typeof electron.windows)[0]]
    webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(electron.times('reload')).toBe(1)
  })

  it('sleep and waking reach the node', () => {
    electron.powerMonitor.emit('suspend')
    electron.powerMonitor.emit('resume')
    expect(node().messages.slice(-2)).toEqual([{ type: 'suspend' }, { type: 'resume' }])
  })

  it('a link from outside leads to the page that asks, in the window that is there', () => {
    electron.app.emit('second-instance', {}, ['electron', 'nst://join#abc.def'], '/')
    expect(electron.last('loadURL')).toEqual(['app://nst/#/join/abc.def'])
    expect(electron.windows).toHaveLength(1)
    const before = electron.times('loadURL')
    electron.app.emit('second-instance', {}, ['electron', 'nst://join#abc.def'], '/')
    // It would be loaded anew, and what was typed in it lost.
    expect(electron.times('loadURL')).toBe(before)
    electron.app.emit('open-file', { preventDefault: () => undefined }, '/media/stick/a b.nst')
    expect(electron.last('loadURL')).toEqual(['app://nst/#/open/L21lZGlhL3N0aWNrL2EgYi5uc3Q'])
  })

  it('closing the window keeps the circles in step, or ends the program, as the person chose', () => {
    electron.app.emit('window-all-closed')
    expect(electron.times('quit')).toBe(0)
    says({ type: 'settings', settings: { keepsInStep: false, opensAtLogin: false, tells: 'what' } })
    electron.app.emit('window-all-closed')
    expect(electron.times('quit')).toBe(1)
  })

  it('ends only after its windows are closed, and then after the node has closed its store', async () => {
    let stopped = 0
    electron.app.emit('before-quit', { preventDefault: () => (stopped += 1) })
    expect(stopped).toBe(0)
    expect(node().messages).not.toContainEqual({ type: 'stop' })
    const quit = () => electron.app.emit('will-quit', { preventDefault: () => (stopped += 1) })
    quit()
    quit()
    expect(stopped).toBe(2)
    expect(node().messages.at(-1)).toEqual({ type: 'stop' })
    const before = electron.times('quit')
    node().emit('exit', 0)
    await vi.waitFor(() => expect(electron.times('quit')).toBe(before + 1))
    quit()
    expect(stopped).toBe(2)
  })
})

describe('the shell begun a second time on the same folder', () => {
  it('makes no page, and begins no node where the program runs already', async () => {
    const [windows, processes] = [electron.windows.length, electron.processes.length]
    electron.isFirst = false
    const before = electron.times('quit')
    vi.resetModules()
    await import('../../electron/main.ts')
    electron.isFirst = true
    expect(electron.times('quit')).toBe(before + 1)
    expect([electron.windows.length, electron.processes.length]).toEqual([windows, processes])
  })
})
