import type { ImportWords } from '../words.ts'

export const ar: ImportWords = {
  statement: {
    decided: (source, title) => `قُرّر في مكان آخر (${source}) وينتظر الموافقة هنا: ${title}`,
    proposed: (source, title) => `اقتُرح في مكان آخر (${source}) لننظر فيه هنا: ${title}`,
    role: (source, title) => `دور من مكان آخر (${source}) ينتظر الموافقة هنا: ${title}`,
    circle: (source, title) => `دائرة من مكان آخر (${source}) قد تكون دائرة فرعية لنا: ${title}`,
    policy: (source, title) => `قاعدة من مكان آخر (${source}) تنتظر الموافقة هنا: ${title}`,
    talked: (source, title) => `دار الحديث عنه في مكان آخر (${source}): ${title}`,
  },
  sources: { loomio: 'Loomio', glassfrog: 'GlassFrog', holaspirit: 'Holaspirit', table: 'جدول' },
  parts: {
    circle: 'الدائرة',
    aim: 'الهدف',
    domain: 'المجال',
    accountabilities: 'المسؤوليات',
    qualities: 'الصفات',
    months: 'لكم شهرًا',
    heldBy: 'يتولّاه',
    outcome: 'ما نتج عنه',
    proposal: 'ما اقتُرح',
    votes: 'الإجابات هناك',
    concerns: 'المخاوف هناك',
    description: 'كما وُصف',
    comments: 'ما قيل',
  },
  from: 'من',
  unsigned: 'أُدخل من برنامج آخر: لم يوقّعه أحد هنا.',
  shortened: 'تُرك الباقي لأنه أطول من اللازم.',
  need: 'لم يوافق أحد على هذا هنا. اطرحه اقتراحًا أو غيّره أو دعه.',
}
