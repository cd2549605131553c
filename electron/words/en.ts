/** What the shell itself says: menus, the tray, and what it asks. Everything else is the window's. */
export const en = {
  file: 'File',
  newCircle: 'New circle',
  join: 'Join a circle',
  yourPart: 'You and this program',
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  open: 'Open',
  notNow: 'Not now',
  show: 'Show the window',
  keepInStep: 'Keep my circles in step',
  quit: 'Quit',
  install: 'Open the installer of a new version? It was checked. End this program before you go on there.',
  outside: 'This leads out of Next Step Together, to another program:',
  waits: 'Something waits for you',
  waitsMore: 'Open Next Step Together to see what.',
  died: 'The part that keeps your circles stopped. It begins again by itself.',
  diedMore: 'Nothing that you sent was lost. If this comes back, quit and open the program again.',
}
export type ShellWords = Readonly<Record<keyof typeof en, string>>
