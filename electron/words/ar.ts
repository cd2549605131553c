import type { ShellWords } from './en.ts'

export const ar: ShellWords = {
  file: 'ملف',
  newCircle: 'دائرة جديدة',
  join: 'الانضمام إلى دائرة',
  yourPart: 'أنت وهذا البرنامج',
  edit: 'تحرير',
  view: 'عرض',
  help: 'مساعدة',
  open: 'فتح',
  notNow: 'ليس الآن',
  show: 'إظهار النافذة',
  keepInStep: 'أبقِ دوائري مواكبة',
  quit: 'خروج',
  install: 'هل تريد فتح مثبّت إصدار جديد؟ لقد فُحص. أغلق هذا البرنامج قبل أن تتابع هناك.',
  outside: 'هذا يقود إلى خارج Next Step Together، إلى برنامج آخر:',
  waits: 'هناك ما ينتظرك',
  waitsMore: 'افتح Next Step Together لترى ما هو.',
  died: 'توقّف الجزء الذي يحفظ دوائرك، وهو يبدأ من جديد من تلقاء نفسه.',
  diedMore: 'لم يضع شيء مما أرسلته. إن تكرّر هذا فأغلق البرنامج وافتحه من جديد.',
}
