/** What frames every page. */
export const shell = {
  'shell.program': 'Next Step Together',
  'shell.skip': 'Skip to the page',
  'shell.nextStep': 'Next step',
  'shell.circles': 'Circles',
  'shell.inStep': 'In step',
  'shell.me': 'Me',
  'shell.navigation': 'Main',
  'shell.search': 'Find or do something',
  'shell.loading': 'One moment…',
  'shell.lost':
    'The program does not answer. It may have been stopped; start it again, and this page goes on by itself.',
  'shell.lost.title': 'Not connected',
  'shell.retry': 'Try again',
  'shell.back': 'Back',
  'shell.broken.title': 'Something went wrong on this page',
  'shell.broken.next': 'Nothing you wrote in the circle is lost. Go back, or start the program again.',
  'shell.notFound.title': 'There is nothing here',
  'shell.notFound.next': 'The page may have been named differently in an older version.',
} as const
