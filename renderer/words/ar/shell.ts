import type { shell as English } from '../en/shell.ts'

export const shell: Record<keyof typeof English, string> = {
  'shell.program': 'Next Step Together',
  'shell.skip': 'انتقل إلى الصفحة',
  'shell.nextStep': 'الخطوة التالية',
  'shell.circles': 'الدوائر',
  'shell.inStep': 'على اطلاع',
  'shell.me': 'أنا',
  'shell.navigation': 'الرئيسية',
  'shell.search': 'ابحث أو افعل شيئًا',
  'shell.loading': 'لحظة…',
  'shell.lost': 'البرنامج لا يستجيب. ربما توقّف؛ شغّله من جديد وستكمل هذه الصفحة من تلقاء نفسها.',
  'shell.lost.title': 'لا يوجد اتصال',
  'shell.retry': 'حاول مرة أخرى',
  'shell.back': 'رجوع',
  'shell.broken.title': 'حدث خطأ في هذه الصفحة',
  'shell.broken.next': 'لم يضع شيء مما كتبته في الدائرة. ارجع إلى الخلف أو شغّل البرنامج من جديد.',
  'shell.notFound.title': 'لا يوجد شيء هنا',
  'shell.notFound.next': 'ربما كان للصفحة اسم آخر في إصدار أقدم.',
}
