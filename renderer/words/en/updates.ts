/** New versions of the program: files, what they are, and who shares them. */
export const updates = {
  'updates.link': 'New versions of this program',
  'updates.title': 'New versions',
  'updates.lead':
    'This program looks for none by itself. You give it a file, or get one from somebody of your circles; it says what the file is, and you decide.',
  'updates.version': 'You have version {version}.',
  'updates.takes':
    'A new version takes {count, plural, one {the signature of one} other {the signatures of #}} of the {keys, plural, one {one person} other {# people}} who release this program.',
  'updates.choose': 'Choose an update file',
  'updates.reading': 'Reading the file',
  'updates.checked': 'What this file is',
  'updates.is': 'Version {version}, for {system}, {size} MB:',
  'updates.signed': 'Signed by {count}, it takes {threshold}.',
  'updates.verdict.good':
    'It is sound: those who release this program signed it, nothing in it was changed, and it is newer than yours.',
  'updates.verdict.no-keys':
    'This program carries no key of those who release it, so it can check no update. Get a new version where you got this one.',
  'updates.verdict.not-an-update': 'This is no update file of this program, or it is damaged.',
  'updates.verdict.not-signed': 'Those who release this program did not sign it. Do not install it.',
  'updates.verdict.damaged':
    'It is damaged, or was changed after it was signed. Do not install it; ask for another copy.',
  'updates.verdict.for-another': 'It is sound, but for another kind of computer. You can pass it on.',
  'updates.verdict.not-newer': 'It is sound, but not newer than what you have. It is not installed.',
  'updates.install': 'Open the installer',
  'updates.install.means':
    'It is checked once more, and your system opens it. End this program before you go on there.',
  'updates.take': 'Take out the installer',
  'updates.taken': 'The installer is here:',
  'updates.taken.next': 'End this program, then open that file.',
  'updates.offer': 'Let people of my circles have it',
  'updates.offer.means': 'Who of your circles meets your program can get it from you. Nobody else is told.',
  'updates.offering': 'What you let others have',
  'updates.withhold': 'No more',
  'updates.offers': 'From people of your circles',
  'updates.offers.none': 'Nobody who is there now has one to share.',
  'updates.from': 'From {names}',
  'updates.fetch': 'Get it',
  'updates.fetching': 'It comes',
} as const
