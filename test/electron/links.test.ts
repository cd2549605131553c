import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beginOptions } from '../../electron/begin-options.ts'
import { pageAmong, pageFor } from '../../electron/links.ts'
import { isOurs } from '../../electron/origin.ts'
import { Settings } from '../../electron/settings.ts'

describe('what is handed over from outside', () => {
  it('leads to a page that asks: an invite, a bundle, a certificate, an update', () => {
    expect(pageFor('nst://join#nst2.abc_DEF-1', '/home/ana')).toBe('/join/nst2.abc_DEF-1')
    expect(pageFor('stick/x.nst', '/media')).toBe('/open/L21lZGlhL3N0aWNrL3gubnN0')
    expect(pageFor('/tmp/a.nst-certificate', '/')).toBe('/certificate/L3RtcC9hLm5zdC1jZXJ0aWZpY2F0ZQ')
    expect(pageFor('/tmp/a.nst-update', '/')).toBe('/updates/L3RtcC9hLm5zdC11cGRhdGU')
  })

  it('leads nowhere where it is anything else', () => {
    const others = [
      '',
      'nst://join',
      'nst://join#<script>',
      'nst://erase#all',
      'nst:join#abc',
      'https://example.org/x.txt',
      '--data',
      'notes.txt',
      `nst://join#${'a'.repeat(5_000)}`,
    ]
    expect(others.map((given) => pageFor(given, '/'))).toEqual(others.map(() => null))
    expect(pageAmong(['--flag', 'notes.txt', 'nst://join#abc'], '/')).toBe('/join/abc')
  })

  it('its arguments are the folder, whether it is begun hidden, and what is left', () => {
    expect(beginOptions(['--data', 'circles', '--hidden', '--no-sandbox', 'x.nst'], '/media')).toEqual({
      data: '/media/circles',
      isHidden: true,
      given: ['x.nst'],
    })
    expect(beginOptions(['--data'], '/media')).toEqual({ data: null, isHidden: false, given: [] })
  })

  it('knows its own pages', () => {
    expect(['app://nst/', 'app://nst/#/x', 'app://nst'].map(isOurs)).toEqual([true, true, true])
    const others = ['app://nst.evil/', 'app://evil/nst', 'app:nst', 'file://nst/', 'app://a:b@nst/', 'https://nst/', '']
    expect(others.map(isOurs)).toEqual(others.map(() => false))
  })
})

describe('what the shell keeps', () => {
  it('is there at the next start; what cannot be read is as if it were new', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'nst-shell-')), 'shell.json')
    const first = await Settings.read(file)
    expect(first.chosen).toEqual({ keepsInStep: true, opensAtLogin: false, tells: 'that-something' })
    first.choose({ tells: 'nothing' })
    first.keepWindow({ x: 1, y: 2, width: 900, height: 700 }, false)
    first.keepWindow({ x: 0, y: 0, width: 1920, height: 1080 }, true)
    await first.written()
    const second = await Settings.read(file)
    expect(second.chosen.tells).toBe('nothing')
    expect([second.bounds, second.isMaximized]).toEqual([{ x: 1, y: 2, width: 900, height: 700 }, true])
    for (const broken of ['', '{', 'null', '[]', '{"settings":{"tells":5},"bounds":{"x":"a"},"isMaximized":1}']) {
      await writeFile(file, broken)
      const read = await Settings.read(file)
      expect([read.chosen.tells, read.bounds, read.isMaximized]).toEqual(['that-something', null, false])
    }
    expect(await readFile(file, 'utf8')).toContain('tells')
  })
})
