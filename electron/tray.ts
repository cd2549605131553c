import { Menu, Tray, type NativeImage } from 'electron'
import { shellWords } from './words.ts'

export type TrayActs = {
  readonly show: () => void
  readonly keepsInStep: () => boolean
  readonly keepInStep: (wanted: boolean) => void
  readonly quit: () => void
}

/** What stays when the window is closed: a way back, whether circles are kept in step, and the end. */
export class ShellTray {
  readonly #tray: Tray
  readonly #acts: TrayActs

  constructor(icon: NativeImage, acts: TrayActs) {
    this.#tray = new Tray(icon)
    this.#acts = acts
    this.#tray.setToolTip('Next Step Together')
    this.#tray.on('click', acts.show)
    this.say()
  }

  /** Anew, after the language or a choice changed. */
  say(): void {
    const words = shellWords()
    const { show, keepsInStep, keepInStep, quit } = this.#acts
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.show, click: show },
        {
          label: words.keepInStep,
          type: 'checkbox',
          checked: keepsInStep(),
          click: ({ checked }) => keepInStep(checked),
        },
        { type: 'separator' },
        { label: words.quit, click: quit },
      ]),
    )
  }
}
