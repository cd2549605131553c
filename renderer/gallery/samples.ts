import type { UiWords } from '../ui/ui-words.ts'

/** Words to fill the pieces with. The gallery is for those who build the program; it is not translated. */
export type Samples = typeof english

const english = {
  locale: 'en',
  ui: {
    program: 'Next Step Together',
    close: 'Close',
    undo: 'Undo',
    retry: 'Try again',
    busy: 'One moment…',
    required: '(needed)',
    messages: 'Messages',
    step: { done: 'done', now: 'now', later: 'later', skipped: 'skipped' },
    removed: 'removed',
    added: 'added',
  } satisfies UiWords as UiWords,
  consent: 'Give consent',
  object: 'Object',
  later: 'Not now',
  leave: 'Leave the circle',
  ask: 'Ask a question',
  name: 'Your name',
  nameHint: 'As the others in the circle know you.',
  nameWrong: 'Please write a name, so that the others know who speaks.',
  reason: 'What harm do you see?',
  reasonHint: 'Say what would happen, and to what the circle wants to reach.',
  review: 'Look at it again on',
  language: 'Language',
  languages: ['English', 'Español', 'Français', 'العربية'],
  remember: 'Tell me when it is my turn',
  rememberHint: 'Only this program on this computer.',
  standing: 'Where do you stand?',
  stands: [
    ['I consent', 'I see no harm in trying this until the review date.'],
    ['I have a concern', 'I consent, and want these words kept beside the agreement.'],
    ['I object', 'I see a harm, or a better way, and can give the reason.'],
  ],
  proposal: 'Quiet hours in the workshop',
  lead: 'Your voice is awaited. Two of five have answered; it stays open until everyone has spoken.',
  who: ['Ana Ruiz', 'Ben Okafor', 'ليلى حداد', 'Émile Durand'],
  notes: ['you', 'facilitator, until 1 March', 'last in step yesterday', 'has not joined yet'],
  states: ['Draft', 'Agreed', 'Awaits two voices', 'Objection open', 'Ended'],
  steps: [
    ['Proposal', 'by Ana, 3 May'],
    ['Clarifying questions', '2 answered'],
    ['Reactions', 'left out'],
    ['Consent', 'your voice is awaited'],
    ['Agreement', ''],
  ],
  noticeTitle: 'This was closed meanwhile',
  notice: 'While you were apart the others agreed to another version. Your answer was not sent.',
  see: 'See what happened',
  emptyTitle: 'Nothing waits for you',
  empty: 'When someone in your circles proposes something or asks you a question, it will stand here.',
  loading: 'Fetching what the others wrote…',
  failed: 'The circle could not be opened.',
  failedNext: 'Nothing is lost. Close other windows of the program and try again.',
  done: 'Your consent is noted.',
  more: 'Why every agreement has a review date',
  moreText: 'So that “good enough for now, safe enough to try” stays true: at that date the circle looks again.',
  text: `The workshop is **quiet from ten at night to seven in the morning**.

- Hand tools may be used; machines rest.
- Who needs more, asks the neighbours *first*.

> Mr Diallo above works nights and sleeps lightly.

See [the house rules](https://house.example/rules) and ![a plan](https://house.example/plan.png).`,
  before: 'The workshop is quiet from nine at night to eight in the morning. Machines rest.',
  after: 'The workshop is quiet from ten at night to seven in the morning. Machines rest, hand tools may be used.',
  versions: ['First version', 'Second version'],
  story: [
    ['3 May, 10:12', 'Ana proposed “Quiet hours in the workshop”.', ''],
    ['3 May, 18:40', 'Ben asked a question.', 'Does this hold on Saturdays too?'],
    [
      '4 May, 09:05',
      'Layla objected to the first version.',
      'Nine is too early: the bicycle evening ends at half past.',
    ],
    ['5 May, 11:30', 'Everyone consented to the second version. It is an agreement.', ''],
  ],
  tabs: ['Proposals', 'Agreements', 'People'],
  practice: 'This is practice. Ben and Layla are played by the program; nothing here binds anyone.',
}

const arabic: Samples = {
  locale: 'ar',
  ui: {
    program: 'الخطوة التالية معًا',
    close: 'إغلاق',
    undo: 'تراجع',
    retry: 'حاول مرة أخرى',
    busy: 'لحظة…',
    required: '(مطلوب)',
    messages: 'رسائل',
    step: { done: 'تمّ', now: 'الآن', later: 'لاحقًا', skipped: 'تُجووز' },
    removed: 'حُذف',
    added: 'أُضيف',
  },
  consent: 'أوافق',
  object: 'أعترض',
  later: 'ليس الآن',
  leave: 'مغادرة الدائرة',
  ask: 'اطرح سؤالًا',
  name: 'اسمك',
  nameHint: 'كما يعرفك الآخرون في الدائرة.',
  nameWrong: 'اكتب اسمًا من فضلك، ليعرف الآخرون من يتكلم.',
  reason: 'ما الضرر الذي تراه؟',
  reasonHint: 'قل ماذا سيحدث، وبأي هدف من أهداف الدائرة يضرّ.',
  review: 'نراجعه من جديد في',
  language: 'اللغة',
  languages: ['English', 'Español', 'Français', 'العربية'],
  remember: 'أخبرني عندما يحين دوري',
  rememberHint: 'هذا البرنامج على هذا الحاسوب فقط.',
  standing: 'ما موقفك؟',
  stands: [
    ['أوافق', 'لا أرى ضررًا في تجربة هذا حتى تاريخ المراجعة.'],
    ['لديّ قلق', 'أوافق، وأريد أن تُحفظ هذه الكلمات بجانب الاتفاق.'],
    ['أعترض', 'أرى ضررًا أو طريقًا أفضل، وأستطيع ذكر السبب.'],
  ],
  proposal: 'ساعات الهدوء في الورشة',
  lead: 'صوتك منتظر. أجاب اثنان من خمسة، ويبقى الباب مفتوحًا حتى يتكلم الجميع.',
  who: ['Ana Ruiz', 'Ben Okafor', 'ليلى حداد', 'Émile Durand'],
  notes: ['أنت', 'ميسّر حتى ١ مارس', 'آخر تواصل أمس', 'لم ينضم بعد'],
  states: ['مسودة', 'متفق عليه', 'ينتظر صوتين', 'اعتراض مفتوح', 'انتهى'],
  steps: [
    ['الاقتراح', 'من آنا، ٣ مايو'],
    ['أسئلة للتوضيح', 'أُجيب عن سؤالين'],
    ['ردود الفعل', 'تُركت'],
    ['الموافقة', 'صوتك منتظر'],
    ['الاتفاق', ''],
  ],
  noticeTitle: 'أُغلق هذا في الأثناء',
  notice: 'بينما كنتم منفصلين اتفق الآخرون على صيغة أخرى. لم يُرسل جوابك.',
  see: 'انظر ماذا حدث',
  emptyTitle: 'لا شيء ينتظرك',
  empty: 'عندما يقترح أحد في دوائرك شيئًا أو يسألك سؤالًا سيظهر هنا.',
  loading: 'نجلب ما كتبه الآخرون…',
  failed: 'تعذّر فتح الدائرة.',
  failedNext: 'لم يُفقد شيء. أغلق نوافذ البرنامج الأخرى وحاول مرة أخرى.',
  done: 'سُجّلت موافقتك.',
  more: 'لماذا لكل اتفاق تاريخ مراجعة',
  moreText: 'كي يبقى «جيدًا بما يكفي الآن، وآمنًا بما يكفي للتجربة» صحيحًا: في ذلك اليوم تنظر الدائرة من جديد.',
  text: `الورشة **هادئة من العاشرة ليلًا حتى السابعة صباحًا**.

- يجوز استعمال الأدوات اليدوية، وترتاح الآلات.
- من احتاج إلى أكثر يسأل الجيران *أولًا*.

> السيد ديالو في الطابق الأعلى يعمل ليلًا ونومه خفيف.

انظر [قواعد البيت](https://house.example/rules).`,
  before: 'الورشة هادئة من التاسعة ليلًا حتى الثامنة صباحًا. ترتاح الآلات.',
  after: 'الورشة هادئة من العاشرة ليلًا حتى السابعة صباحًا. ترتاح الآلات وتجوز الأدوات اليدوية.',
  versions: ['الصيغة الأولى', 'الصيغة الثانية'],
  story: [
    ['٣ مايو، ١٠:١٢', 'اقترحت آنا «ساعات الهدوء في الورشة».', ''],
    ['٣ مايو، ١٨:٤٠', 'سأل بن سؤالًا.', 'هل يسري هذا يوم السبت أيضًا؟'],
    ['٤ مايو، ٠٩:٠٥', 'اعترضت ليلى على الصيغة الأولى.', 'التاسعة مبكرة: أمسية الدراجات تنتهي في التاسعة والنصف.'],
    ['٥ مايو، ١١:٣٠', 'وافق الجميع على الصيغة الثانية. صارت اتفاقًا.', ''],
  ],
  tabs: ['الاقتراحات', 'الاتفاقات', 'الناس'],
  practice: 'هذا تمرين. بن وليلى يؤديهما البرنامج، ولا شيء هنا يُلزم أحدًا.',
}

export const samples = { ltr: english, rtl: arabic } as const
