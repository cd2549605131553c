/** Why an update file is not taken, as the check says it. */
export const UPDATE_VERDICTS: Readonly<Record<string, string>> = {
  good: 'It is sound: those who release this program signed it, nothing in it was changed, and it is newer.',
  'no-keys':
    'This program carries no key of those who release it, so it can check no update. Get a new version where you got this one.',
  'not-an-update': 'This is no update file of Next Step Together, or it is damaged.',
  'not-signed': 'Those who release this program did not sign it. Do not install it.',
  damaged: 'It is damaged, or was changed after it was signed. Do not install it; ask for another copy.',
  'for-another': 'It is sound, but for another kind of computer. You can pass it on.',
  'not-newer': 'It is sound, but not newer than the program that runs here. It is not installed.',
}
