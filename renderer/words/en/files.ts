/** What leaves a circle as files, and what comes in from other programs. */
export const files = {
  'files.lead': 'What leaves this circle as files, and what comes in from other programs.',
  'files.out': 'Take out',
  'files.out.lead':
    'What your circle remembers, in files that you can read without this program, print or open in another one.',
  'files.logbook': 'Logbook',
  'files.logbook.more':
    'All agreements with their words and the names of who consented. To keep it as PDF, open it to print and choose “Save as PDF”.',
  'files.minutes': 'Minutes',
  'files.minutes.more': 'Who was here, what they said in rounds and what came of it, with names.',
  'files.minutes.of': 'Of which meeting',
  'files.calendar': 'Calendar',
  'files.calendar.more': 'Meetings, days to look again, and the ends of terms. It names nobody, unless you want it to.',
  'files.withBlocked': 'Also the words of people you do not read',
  'files.calendar.details': 'With places, agendas, names and your time zone',
  'files.members': 'Members',
  'files.members.more': 'Everyone who is or was here: names, since when, and their roles.',
  'files.roles': 'Roles',
  'files.roles.more': 'Each role with its aim, domain and term, and the names of who holds it.',
  'files.agreements': 'Agreements',
  'files.agreements.more': 'All agreements with their words, and the names of who consented.',
  'files.backlog': 'Backlog',
  'files.backlog.more': 'What waits for the circle, with the names of who looks after it.',
  'files.print': 'Print or PDF',
  'files.take': '{what} as {form}',
  'files.as.md': 'Markdown',
  'files.as.html': 'Web page',
  'files.as.ics': 'Calendar file',
  'files.as.csv': 'Table (CSV)',
  'files.as.json': 'JSON',
  'files.saved': '{name} is ready: your browser has it among your downloads.',
  'files.in': 'Bring in',
  'files.in.lead':
    'What you decided with another program comes in as noticed. It waits in the backlog until somebody brings it as a proposal: nobody here has consented to it yet.',
  'files.in.forms':
    'A Loomio group export, roles and circles as a table (CSV or Excel), or what GlassFrog and Holaspirit give out.',
  'files.in.choose': 'Choose a file',
  'files.in.reading': 'Reading the file',
  'files.in.preview': 'In this file: {name}',
  'files.in.table': 'a table',
  'files.in.preview.lead': 'Nothing has come in yet. Choose what shall.',
  'files.in.kind.decided': '{count, plural, one {# thing decided there} other {# things decided there}}',
  'files.in.kind.proposed':
    '{count, plural, one {# proposal without an outcome} other {# proposals without an outcome}}',
  'files.in.kind.role': '{count, plural, one {# role} other {# roles}}',
  'files.in.kind.circle':
    '{count, plural, one {# circle, perhaps a sub-circle} other {# circles, perhaps sub-circles}}',
  'files.in.kind.policy': '{count, plural, one {# policy} other {# policies}}',
  'files.in.kind.talked': '{count, plural, one {# conversation} other {# conversations}}',
  'files.in.which': 'Which?',
  'files.in.here': 'here already',
  'files.in.people': '{count, plural, one {# person there} other {# people there}}',
  'files.in.people.lead': 'Their names are only shown here, for you to invite them. Nothing else of them was read.',
  'files.in.left.deleted': '{count, plural, one {# deleted thing stays out} other {# deleted things stay out}}',
  'files.in.left.private':
    '{count, plural, one {# private conversation stays out} other {# private conversations stay out}}',
  'files.in.left.undecided-polls':
    '{count, plural, one {# poll without an outcome stays out} other {# polls without an outcome stay out}}',
  'files.in.left.attachments':
    '{count, plural, one {# attached file stays where it is} other {# attached files stay where they are}}',
  'files.in.left.empty':
    '{count, plural, one {# thing without a title stays out} other {# things without a title stay out}}',
  'files.in.tooMany': 'At most {limit, number} can come in at once. Choose fewer kinds.',
  'files.in.bring': '{count, plural, =0 {Bring in} one {Bring in # thing} other {Bring in # things}}',
  'files.in.leave': 'Leave it',
  'files.in.done':
    '{count, plural, =0 {Nothing new came in.} one {# thing came in as noticed.} other {# things came in as noticed.}}',
  'files.in.already': '{count, plural, one {# was here before.} other {# were here before.}}',
  'files.in.see': 'See the backlog',
  'files.open.title': 'A file of a circle',
  'files.open.lead': 'Somebody carried this here for you. It changes nothing by itself.',
  'files.open.take': 'Take in what is in it',
  'files.open.done':
    '{count, plural, =0 {You had all of it already.} one {One new thing came in.} other {# new things came in.}}',
  'files.open.apart': 'Some of it goes on from what has not come here yet. It waits until the rest is here.',
  'files.open.see': 'See the circle',
} as const
