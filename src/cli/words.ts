import type { Refusal, RefusalCode } from '../domain/refusal.ts'
import { reasonInWords } from './reasons.ts'
import { FILE_WORDS } from './file-words.ts'

type About = NonNullable<Refusal['about']>
type Words = (about: About) => string

/** What a detail of a refusal says, as text; `otherwise` where it says nothing. */
function told(about: About, key: string, otherwise: string): string {
  const value = about[key]
  if (value === undefined) return otherwise
  return typeof value === 'object' ? value.join(', ') : String(value)
}
const quoted = (about: About, key: string, otherwise: string) =>
  about[key] === undefined ? otherwise : `“${told(about, key, '')}”`
const because = (about: About) => {
  const why = about['why'] ?? about['reason']
  return why === undefined ? '' : ` (${reasonInWords(String(why))})`
}
const shortOnes = (about: About, key: string) => listOf(about[key]).map((id) => id.slice(0, 8))
const DAMAGE: Readonly<Record<string, string>> = {
  encoding: 'it is not plain text (UTF-8)',
  json: 'it is not JSON',
  record: 'something there is not as such a file has it',
  long: 'it is longer than any such file',
  cut: 'the file ends in the middle of something',
  columns: 'the columns do not fit',
  zip: 'the workbook cannot be opened',
  sheet: 'this sheet is missing',
}
function importDamage(about: About): string {
  const record = told(about, 'record', 'none')
  const why = DAMAGE[told(about, 'why', '')] ?? 'it cannot be read'
  return `The file cannot be read at line ${told(about, 'line', '?')}${record === 'none' ? '' : ` (${record})`}: ${why}.`
}
const readSoFar = (about: About) =>
  Number(about['read'] ?? 0) > 0
    ? `What was on it before that has been read (${told(about, 'read', '0')} new).`
    : 'Nothing is lost.'
const listOf = (value: About[string] | undefined): readonly string[] => (typeof value === 'object' ? value : [])
/** The address as one would type it, however the node took it apart. */
const placeIn = (about: About) =>
  about['host'] === undefined
    ? told(about, 'address', 'that address')
    : `${told(about, 'host', '')}:${told(about, 'port', '')}`
const ids = (of: readonly string[]) => (of.length === 0 ? '' : ` (${of.join(', ')})`)

/** What happened, and what to do next: one or two plain sentences for every "no". */
const WORDS: Readonly<Record<RefusalCode, Words>> = {
  malformed: (about) =>
    about['what'] === 'text'
      ? `${told(about, 'file', 'This file')} is not plain text. Save it as a text file (UTF-8) and try again.`
      : 'This is not written the way a circle can read it, so it was left out.',
  'unknown-type': () => 'This comes from a newer version of the program. Update it to see what it says.',
  'too-big': (about) => `This is too long: at most ${told(about, 'limit', '65536')} characters fit. Please shorten it.`,
  'bad-signature': () => 'The signature on this does not fit, so nobody can say who wrote it. It was left out.',
  'other-circle': () => 'This belongs to another circle.',
  'wrong-log': () => 'Someone else passed this on under their own name. It was left out.',
  'out-of-sequence': () => 'This device said two different things at once. What came second was left out.',
  'unknown-past': () => 'This builds on something that has not arrived here yet. It will count once that is here.',
  'not-admitted': () => 'This device does not belong to anyone in the circle, so what it wrote does not count.',
  unreadable: () => 'This cannot be opened here yet: its key has not arrived.',
  'unknown-epoch': () => 'This was locked with a key that is not known here yet.',
  'damaged-log': () => "Someone's record is damaged from a certain point on. What came before it still counts.",

  'not-a-member': () => 'Only members of the circle can do this.',
  'needs-consent': () => 'Guests take part in everything but deciding. The circle can agree to make you a member.',
  'already-a-member': () => 'This person already belongs to the circle.',
  'key-in-use': () => 'This device already belongs to someone in the circle.',
  'bad-attestation': () => 'This device cannot show that it belongs to that person.',
  'no-such-device': () => 'You have no such device in this circle. See: nst device list CIRCLE',
  'this-device': () => 'That is the device you are at. Say it from another one of yours.',
  'device-gone': () => 'This device was said to be gone. It can only read; ask to be let in anew.',
  'device-forked': () =>
    "This device's memory was perhaps restored from a copy: it has said two different things at one place. What it says now is kept as a concern and decides nothing. Speak from another device of yours.",
  'not-on-leave': () => 'You are not on leave, so there is nothing to end.',
  'already-on-leave': () => 'You are on leave already. Use --end when you come back.',
  'circle-full': () => 'The circle has no room for more devices.',
  'practice-circle': () =>
    'This circle is for practice: nobody but its companions is let in. Start a real one: nst circle create',

  'no-such-proposal': (about) =>
    `There is no proposal ${quoted(about, 'wanted', 'like that')}. See: nst proposal list CIRCLE`,
  'no-such-version': (about) =>
    `There is no version ${quoted(about, 'wanted', 'like that')}. See: nst proposal show PROPOSAL`,
  'nothing-gathered': () => 'Nothing like that was gathered. See: nst forming show DRIVER',
  'no-such-question': (about) =>
    `There is no question ${quoted(about, 'wanted', 'like that')}. See: nst proposal show PROPOSAL`,
  'no-such-objection': (about) =>
    `There is no objection ${quoted(about, 'wanted', 'like that')}. See: nst proposal show PROPOSAL`,
  'no-such-person': (about) =>
    `There is nobody ${quoted(about, 'wanted', 'like that')} in the circle. See: nst circle show CIRCLE`,
  'no-such-round': () => 'There is no such round. See: nst proposal show PROPOSAL',
  'proposal-ended': () => 'This proposal was withdrawn or put off.',
  'proposal-adopted': () => 'This proposal has become an agreement already. To change it, bring a new proposal.',
  'another-matter': () => 'Those words are about something else. Bring them as a proposal of their own.',
  'not-your-own': () => 'Only the person who said it can do this.',
  'siblings-open': (about) =>
    `There are several drafts that nobody has put together${ids(shortOnes(about, 'versions'))}. Say which one you mean, or put them together.`,
  'round-already-open': () =>
    'Everyone has been asked about these words already. Now it takes their answers: nst consent, nst object',
  'no-round-open': () => 'Nobody has been asked for consent yet. Start with: nst round open PROPOSAL',
  'round-replaced': () => 'A newer round has taken its place. See: nst proposal show PROPOSAL',
  'several-rounds': () =>
    'Two rounds are open that were begun apart. Say which words you mean with --of VERSION. See: nst proposal show PROPOSAL',
  'round-closed': () =>
    'This round is closed. If something is wrong with the agreement: nst agreement object AGREEMENT',
  'not-asked': () => 'You are not among those whom this round asks.',
  'wrong-electorate': () => 'The people asked here are not the members of the circle. Start the round again.',
  'question-open': (about) =>
    `Someone still waits for an answer${
      about['texts'] === undefined
        ? ''
        : ` to ${listOf(about['texts'])
            .map((text) => `“${text}”`)
            .join(', ')}`
    }. Answer first: nst proposal answer ${shortOnes(about, 'questions')[0] ?? 'QUESTION'}`,
  'not-consented': (about) =>
    `Not everyone has consented${missing(about).length === 0 ? '' : `; still missing: ${missing(about).join(', ')}`}.`,
  recused: () =>
    'This is about you, or about somebody with whom you are at odds in it: the others decide it. You can ask and add concerns.',
  suspended: () => 'You are suspended until the circle has decided. You can ask and add concerns.',
  'no-such-way': () => 'The circle has not agreed that silence counts in this matter. Everyone answers.',
  'needs-rekey': () =>
    'Another device of yours said two different things at one place, so the circle first consents that you go on with this one. Until then you can ask, react and add concerns. Any member can propose it.',
  'not-yet-due': () =>
    'The time that others have to answer is not over yet. It is once somebody else who answered says anything after it.',
  'too-many-silent': () => 'Too many are silent: silence must be that of fewer than half of those asked.',
  'no-epoch-due': () => 'The key of the circle is as it should be already.',
  'wrong-epoch': () => 'The people for whom this would be are not those who belong now.',
  'no-epoch-key': () =>
    'Your device has not yet the key with which the circle writes now. It comes from another member: connect, and try again.',
  'own-objection': () => 'This is for the others: it is your own objection.',
  'objection-resolved': () => 'This objection has been resolved already.',
  'question-answered': () => 'This question has been answered already.',
  'already-done': () => 'This has been done already.',
  'closed-meanwhile': (about) =>
    `Meanwhile the circle has agreed on ${quoted(about, 'title', 'this')}. Look at it first, then decide again.`,
  'changed-meanwhile': () => 'This has changed since you looked at it. Look again, then decide.',

  'circle-closed': () => 'This circle is closed: it can be read, and opened again by consent.',
  'not-dormant': () => 'This circle does not rest, or only its consent wakes it.',
  'no-such-helping-circle': (about) =>
    `There is no helping circle ${quoted(about, 'wanted', 'like that')}. See: nst helping-circle list CIRCLE`,
  'not-of-it': () => 'Only those who have the task can report on it.',
  'no-such-driver': (about) =>
    `There is nothing ${quoted(about, 'wanted', 'like that')} that anybody noticed. See: nst driver list CIRCLE`,
  'no-such-role': (about) => `There is no role ${quoted(about, 'wanted', 'like that')}. See: nst role list CIRCLE`,
  'not-the-holder': () => 'Only whoever holds this role can do this, or have it done about them.',
  'no-such-selection': (about) =>
    `There is no selection ${quoted(about, 'wanted', 'like that')}. See: nst selection list CIRCLE`,
  'no-such-nomination': () => 'There is no sealed nomination of yours here.',
  'selection-open': (about) =>
    `A selection for this role is under way already${shortOnes(about, 'selection')
      .map((id) => `: nst selection show ${id}`)
      .join('')}.`,
  'selection-over': () => 'This selection is over. See what came of it: nst selection show SELECTION',
  'nominations-sealed': () => 'The nominations are still sealed. They open when everyone has nominated.',
  'nominations-open': () => 'The nominations are open already. Say whom you would nominate now: nst selection change',
  'seal-broken': () => 'This is not what was sealed.',
  'not-nominated': () => 'Nobody has nominated this person. Say so first, with a reason: nst selection change',
  'nominee-last': (about) =>
    `Whoever is proposed for a role hears the others first${missing(about).length === 0 ? '' : `; still to speak: ${missing(about).join(', ')}`}. An objection of yours can be said now.`,
  'not-the-facilitator': () => 'This is for whoever facilitates, or opened the selection.',
  'no-such-review': (about) => `There is no review ${quoted(about, 'wanted', 'like that')}. See: nst role show ROLE`,
  'review-over': () => 'This review is over.',
  'not-a-reviewer': () => 'This is for those who were asked to look back together, and whoever they look back with.',
  'holder-first': (about) =>
    `Whoever holds the role speaks first${missing(about).length === 0 ? '' : `: ${missing(about).join(', ')}`}.`,

  'no-such-agreement': (about) =>
    `There is no agreement ${quoted(about, 'wanted', 'like that')}. See: nst agreement list CIRCLE`,
  'not-in-force': () => 'This agreement does not hold any more.',

  'no-such-link': () => 'There is no such link that both circles have agreed on. See: nst link list CIRCLE',
  'no-such-statement': () => 'No such statement is here.',
  'no-seats': () => 'A link has at least one seat: somebody goes there, or comes here.',
  'bad-statement': () =>
    'This is no valid statement of a circle: it was changed, or says more than its circle agreed on.',
  'statement-expired': () => 'This statement has expired. Ask for a new one.',
  'statement-superseded': () => 'Something newer from that circle is here already.',
  'no-such-action': (about) =>
    `There is no next step ${quoted(about, 'wanted', 'like that')}. See: nst action list CIRCLE`,
  'action-open': () => 'This next step is still open.',
  'no-such-meeting': (about) =>
    about['wanted'] === undefined
      ? 'No meeting is planned or going on. Call one: nst meeting schedule CIRCLE'
      : `There is no meeting ${quoted(about, 'wanted', 'like that')}. See: nst meeting list CIRCLE`,
  'no-such-item': (about) =>
    `There is no item ${quoted(about, 'wanted', 'like that')} on the list. See: nst backlog list CIRCLE, or nst meeting show MEETING`,
  'no-such-speaking': () => 'No round of speaking is open here. Open one first.',
  'no-such-minutes': () => 'There is no such text of the minutes. See: nst meeting minutes MEETING',
  'meeting-not-running': () => 'This meeting is not going on.',
  'not-present': () => 'First note who is here, whoever speaks and you: nst meeting present MEETING',
  'has-own-device': () => 'They have a device of their own here: they speak for themselves.',
  'no-such-word': () => 'No such words were written down. See: nst meeting words MEETING',
  yourself: () => 'That is you. This is for somebody else.',
  'own-word': () => 'You said this or wrote it down yourself: its witnesses are others.',

  'empty-text': () => 'There is nothing written. Please write at least a few words.',
  'date-in-the-past': (about) => `${told(about, 'date', 'This date')} has passed. Choose a day that is still to come.`,
  'not-a-date': (about) => `${told(about, 'date', 'This')} is no day in the calendar. Write it like 2030-01-31.`,
  ambiguous: (about) =>
    `${quoted(about, 'wanted', 'This')} could mean several things${about['choices'] === undefined ? '' : `: ${shortOnes(about, 'choices').join(', ')}`}. Use the id of the one you mean.`,
  'no-such-circle': (about) => `You have no circle ${quoted(about, 'wanted', 'like that')} here. See: nst circle list`,
  'no-profile': () => 'You have not introduced yourself yet. Start with: nst profile create --name YOUR-NAME',
  'profile-exists': () => 'There is somebody here already. See: nst profile show',
  'not-writable-yet': () =>
    'You have been let in, but your place in the circle has not arrived here yet. Connect, and try again.',
  'no-such-file': (about) => `${quoted(about, 'file', 'The file')} cannot be read${because(about)}.`,
  'cannot-write-file': (about) => `${quoted(about, 'file', 'The file')} cannot be written${because(about)}.`,
  'nothing-prepared': () =>
    'Nothing is prepared to be proposed here. Propose it in your own words: nst proposal present',
  'no-printer': (about) =>
    `${about?.['why'] === undefined ? 'No browser that can print was found' : `The browser did not print (${told(about, 'why', '')})`}. Write it as HTML, open that in any browser and print it into a PDF there.`,
  'not-ours': () => 'This file was not made by this program.',
  'newer-version': () => 'This was made by a newer version of the program. Update it first.',
  'older-version': () =>
    'This was made by an early trial of the program and cannot be read any more. Have it written again.',
  'newer-program': (about) =>
    `Their program is newer than yours, and the two no longer understand each other. Update yours${about['program'] ? ` to ${told(about, 'program', '')} or later` : ''}, then meet again. Nothing is lost.`,
  'older-program': (about) =>
    `Your program is newer than theirs${about['program'] ? ` (${told(about, 'program', '')})` : ''}, and the two no longer understand each other. Ask them to update theirs, then meet again. Nothing is lost.`,
  'import-unknown': () =>
    'This is no file that can be brought in: a Loomio export, roles or circles as CSV, or what GlassFrog or Holaspirit give out. Nothing was changed.',
  'import-damaged': (about) => `${importDamage(about)} Nothing was changed.`,
  'import-too-big': (about) => `This file is too big: at most ${told(about, 'limit', '16')} MB. Nothing was changed.`,
  'import-too-many': (about) =>
    `That is more than ${told(about, 'limit', '300')} things at once. Choose with --kind or --only. Nothing was changed.`,
  'import-gone': () => 'This file is not being read any more. Read it again.',
  'not-a-phrase': () => 'These are not the words of a recovery phrase. Check the spelling and the order.',

  'not-an-invite': () => 'This is not an invitation, or a part of it is missing. Copy it whole.',
  'invite-used': () => 'This invitation has been used. Ask for a new one.',
  'invite-expired': () => 'This invitation has expired. Ask for a new one.',
  'invite-revoked': () => 'This invitation has been taken back. Ask the circle.',
  'no-such-invite': () => 'There is no such invitation here. See: nst invite list CIRCLE',
  'not-a-request': () =>
    'This is no request to join, or a part of it is missing. It is what nst join INVITE --file OUT writes.',
  'not-your-answer': () =>
    'This answer is for somebody else, or for a request that was not made on this device. It opens nothing here.',
  'no-such-request': (about) =>
    `There is no request ${quoted(about, 'wanted', 'like that')}. See: nst invite list CIRCLE, or nst join --list`,
  'request-cancelled': () => 'This request has been taken back.',
  'wrong-code': () => 'The words differ, so this may be somebody else. Do not let them in; compare again.',
  'too-many-requests': () => 'There are too many open requests. Answer or cancel some first.',
  'not-joined-yet': () => 'Nobody has let you in yet. Your request is kept; it goes on while this runs: nst up',
  'join-cancelled': () => 'You have taken this request back. Ask for a new invitation to join after all.',

  'not-an-address': (about) =>
    `${quoted(about, 'address', 'This')} is not an address. One to connect to is what the other node shows when it is up; one to listen at looks like 192.168.1.20:4977.`,
  'cannot-connect': (about) =>
    about['reason'] === 'own-address'
      ? 'That is your own address. Give the one of somebody else.'
      : `Nobody answers at ${placeIn(about)}. Is the other node up, and the address right?`,
  'cannot-listen': (about) =>
    about['why'] === 'path-too-long'
      ? `The folder's name is too long for this system: ${told(about, 'path', '')}. Choose a shorter one with --data.`
      : `This node cannot answer at ${told(about, 'path', placeIn(about))}${because(about)}.`,
  'not-your-circle': () => 'This comes from a circle that you do not belong to.',
  'keeper-damaged': (about) =>
    `What makes this keeper the same one, in ${told(about, 'file', 'its folder')}, is damaged. Nothing was changed. Put it back from a copy, or start a new keeper in another folder (--data).`,
  'not-a-keeper': () => 'This is not the address of a keeper. nst keeper shows it; it begins with nstk1-.',
  'not-a-relay': () => 'This is not the address of a relay. nst relay shows it; it begins with nstr1-.',
  'no-such-keeper': (about) =>
    `The circle has no keeper ${quoted(about, 'wanted', 'like that')}. See: nst circle keepers CIRCLE`,
  stopped: () => 'It was stopped. Nothing is left half-written; repeat it whenever you like.',
  'stick-gone': (about) =>
    `The stick cannot be read or written any more: it may have been taken out. ${readSoFar(about)} What was on it is still there. Put it in again and repeat this.`,
  'stick-full': (about) =>
    `There is no room on the stick${about['needed'] === undefined ? '' : `: ${told(about, 'needed', '')} MB are needed and ${told(about, 'free', '?')} MB are free`}. ${readSoFar(about)} Nothing on it was changed. Make some room on it, or use another.`,
  'stick-read-only': (about) =>
    `Nothing can be written on this stick: look for a small switch on it, or use another. ${readSoFar(about)}`,
  'not-a-folder': (about) =>
    `${quoted(about, 'folder', 'This')} is no folder that can be read here. Is the stick put in?`,
  ...FILE_WORDS,
  'store-busy': () => 'Another nst is using this folder already. Wait until it has finished, or stop it.',
  'store-damaged': (about) =>
    about['again'] !== undefined
      ? 'This circle could not be written to and closed itself. What was done before is safe. End your node (nst up) and start it again.'
      : about['circle'] === undefined
        ? `What is kept in ${told(about, 'file', 'this folder')} is damaged. Nothing was changed. You can begin in a new folder (--data) and join your circles again.`
        : `What is kept here of the circle ${quoted(about, 'circle', '')} is damaged, so it stays closed. Your other circles are not touched. The others in it still have everything.`,
  'store-copied': () =>
    'This folder was copied, and two that write as one would break the circle. Go on with the original, or make this copy a new device of yours: nst profile adopt-copy',
  'not-copied': () => 'This folder is no copy. It can go on as it is.',
  'disk-full': (about) =>
    `The disk is full. Make some room, then ${about['again'] === undefined ? 'try again' : 'end your node (nst up) and start it again'}. What was done before is safe.`,
  'not-yet': (about) => `${told(about, 'what', 'This')} is not yet there.`,
}

const missing = (about: About) => listOf(about['names'] ?? about['people'])

/** A sentence for a refusal; one from a newer node gets its code, which can at least be looked up. */
export function wordsFor({ code, about }: Refusal): string {
  const words: Words | undefined = WORDS[code]
  return words?.(about ?? {}) ?? `This is not possible (${code}).`
}
