import { readdir, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { MakerDeb } from '@electron-forge/maker-deb'
import { MakerDMG } from '@electron-forge/maker-dmg'
import { MakerSquirrel } from '@electron-forge/maker-squirrel'
import { MakerZIP } from '@electron-forge/maker-zip'
import { FusesPlugin } from '@electron-forge/plugin-fuses'
import type { ForgeConfig } from '@electron-forge/shared-types'
import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { FILE_TYPES } from './electron/file-types.ts'
import { zipTheSame } from './electron/same-zip.ts'

/** What is built, its icons, and the packages that it requires at run time; nothing else is in the program. */
const KEEP = /^\/(dist(\/(electron|window)(\/.*)?)?|electron(\/icons(\/.*)?)?|node_modules(\/.*)?|package\.json)$/
const DROP =
  /^\/node_modules\/(\.|node-(linux|win)-|@types\/)|\.(map|md|markdown|ts|o|obj)$|\/(test|tests|bench|example|examples)(\/|$)/
/** Where a test packages the program, Electron's own binary is a stand-in from here. */
const { ELECTRON_ZIP_DIR: standIn, NST_NODE: ownNode, NST_NODE_HOST: host, SOURCE_DATE_EPOCH: epoch } = process.env
const NAME = 'Next Step Together'
const DESKTOP = {
  name: 'next-step-together',
  productName: NAME,
  genericName: 'Decide together',
  description: 'Circles that link up, decide by consent and act together',
  categories: ['Office', 'Network'] as ('Office' | 'Network')[],
  icon: 'electron/icons/icon.png',
  mimeType: ['x-scheme-handler/nst', ...FILE_TYPES.map(({ mime }) => mime)],
}

/** Leaves only this target's addons: RocksDB's alone are 161 MB for all. */
async function leaveForeignAddonsOut(app: string, target: string): Promise<void> {
  const entries = await readdir(join(app, 'node_modules'), { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const isForeign = basename(entry.parentPath) === 'prebuilds' && entry.isDirectory() && entry.name !== target
    // Addons of another runtime than Node's.
    const isBare = entry.isFile() && entry.name.endsWith('.bare')
    if (isForeign || isBare) await rm(join(entry.parentPath, entry.name), { recursive: true, force: true })
  }
}

const config: ForgeConfig = {
  packagerConfig: {
    name: NAME,
    executableName: 'next-step-together',
    appBundleId: 'org.nextsteptogether.desktop',
    icon: 'electron/icons/icon',
    // Addons cannot be loaded out of an archive, and a plain Node reads nothing in it.
    asar: { unpack: host === 'child' ? '**' : '**/{.**,**}/**/*.node' },
    ignore: (file: string) => file !== '' && (!KEEP.test(file) || DROP.test(file)),
    protocols: [{ name: NAME, schemes: ['nst'] }],
    ...(standIn === undefined ? {} : { electronZipDir: standIn }),
    extraResource: ['electron/linux/next-step-together.xml', ...(ownNode === undefined ? [] : [ownNode])],
    extendInfo: {
      CFBundleDocumentTypes: FILE_TYPES.map(({ name, extension }) => ({
        CFBundleTypeName: name,
        CFBundleTypeExtensions: [extension],
        CFBundleTypeRole: 'Viewer',
      })),
      // The camera reads an invite's picture; macOS asks the person with these words.
      NSCameraUsageDescription: 'To read the picture of an invite.',
    },
  },
  // Every addon is Node-API, and comes built in its package.
  rebuildConfig: { onlyModules: [] },
  hooks: {
    packageAfterPrune: async (_config, app, _version, platform, arch) => {
      await leaveForeignAddonsOut(app, `${platform}-${arch}`)
    },
    postMake: async (_config, made) => {
      if (epoch === undefined) return made
      for (const { artifacts, platform, arch } of made)
        for (const archive of artifacts.filter((file) => file.endsWith('.zip'))) {
          const packed = join('out', `${NAME}-${platform}-${arch}`)
          await zipTheSame(
            resolve(platform === 'darwin' ? join(packed, `${NAME}.app`) : packed),
            archive,
            Number(epoch),
          )
        }
      return made
    },
  },
  makers: [
    new MakerZIP({}, ['darwin', 'linux']),
    new MakerDeb({
      options: {
        ...DESKTOP,
        bin: 'next-step-together',
        section: 'net',
        // RocksDB's addon wants it, and not every Debian has it.
        depends: ['libatomic1'],
        scripts: { postinst: 'electron/linux/postinst', postrm: 'electron/linux/postrm' },
      },
    }),
    new MakerDMG({ icon: 'electron/icons/icon.icns' }),
    new MakerSquirrel({ name: 'next_step_together', setupIcon: 'electron/icons/icon.ico' }),
  ],
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      // A fuse that a later Electron adds must be thought about: the types ask for it.
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.WasmTrapHandlers]: true,
    }),
  ],
}

export default config
