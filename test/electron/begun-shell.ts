import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { RecordingElectron } from './recording-electron.ts'

/**
 * Begins `main.ts` on a recording Electron, which the test's file has put in Electron's place. It reads its arguments as it
 * begins, and looks for the window that was built beside it. Answers with its data folder.
 */
export async function beginShell(electron: RecordingElectron): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nst-electron-'))
  const data = join(folder, 'data')
  electron.appPath = folder
  mkdirSync(join(folder, 'dist', 'window'), { recursive: true })
  const page = '<!doctype html><meta property="csp-nonce" content="__CSP_NONCE__">'
  writeFileSync(join(folder, 'dist', 'window', 'index.html'), page)
  process.argv = ['electron', '--data', data]
  vi.stubGlobal('NODE_HOST', 'utility')
  await import('../../electron/main.ts')
  await vi.waitUntil(() => electron.windows.length === 1)
  return data
}
