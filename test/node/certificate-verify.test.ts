import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientInProcess } from '../../src/api/in-process.ts'
import { createRouter } from '../../src/api/router.ts'
import { openBackend } from '../../src/backend.ts'
import { refusalOf } from '../helpers/nodes.ts'
import { takeThrough } from '../electron/taken-through.ts'

it('anybody checks a certificate, by its text or as a file, with nothing of the circle here', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nst-verify-'))
  const open = async (name: string) => {
    const opened = await openBackend(join(folder, name))
    if (!opened.ok) throw new Error(opened.refusal.code)
    return { api: clientInProcess(createRouter(opened.value.commands)), close: opened.value.close }
  }
  const [anas, strangers] = [await open('ana'), await open('stranger')]
  const [ana, stranger] = [anas.api, strangers.api]
  await takeThrough(ana)
  const circle = (await ana.circle.list({}))[0]?.circle ?? ''
  const agreement = (await ana.agreement.list({ circle })).items[0]?.agreement ?? ''
  const { certificate } = await ana.certificate.export({ agreement })

  const verdict = await stranger.certificate.verify({ certificate })
  expect(verdict).toMatchObject({ valid: true, title: 'Tuesday kitchen', circle, practice: false })
  const file = join(folder, 'tuesday.nst-certificate')
  await writeFile(file, certificate)
  expect(await stranger.certificate.verify({ file })).toEqual(verdict)
  expect(await stranger.certificate.verify({ file, circle: 'ab'.repeat(32) })).toEqual({
    valid: false,
    why: 'other-circle',
  })
  const changed = certificate.replace('We cook on Tuesdays.', 'We cook on Thursdays')
  expect(await stranger.certificate.verify({ certificate: changed })).toMatchObject({ valid: false })
  await writeFile(file, Buffer.from([0xff, 0xfe, 0]))
  expect(await stranger.certificate.verify({ file })).toEqual({ valid: false, why: 'not-a-certificate' })
  expect(await refusalOf(stranger.certificate.verify({ file: join(folder, 'none') }))).toBe('no-such-file')
  await Promise.all([anas.close(), strangers.close()])
})
