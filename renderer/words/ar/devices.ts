import type { devices as English } from '../en/devices.ts'

export const devices: Record<keyof typeof English, string> = {
  'devices.restore': 'لديّ كلمات استعادة',
  'devices.restore.title': 'عُد أنت نفسك',
  'devices.restore.lead':
    'اكتب الكلمات الأربع والعشرين التي دوّنتها. يصير هذا الحاسوب جهازًا جديدًا لك، ثم يُدخله أي شخص من كل دائرة من دوائرك.',
  'devices.restore.words': 'كلمات استعادتك',
  'devices.restore.wordsHint': 'بالترتيب وبينها مسافات. تبقى على هذا الحاسوب.',
  'devices.restore.send': 'عُد',
  'devices.restore.not': 'أنا جديد هنا',
  'devices.back.title': 'أهلًا بعودتك يا {name}',
  'devices.back.lead': 'هذا الجهاز الجديد لا يعرف دوائرك بعد. الكلمات تعيد من أنت؛ أما ما قيل فهو عند الآخرين.',
  'devices.back.how':
    'اطلب دعوة من أي شخص في كل دائرة واستعملها هنا. تقارنان خمس كلمات وتأتي معها القصة كلها. لا ينفع قبل ذلك ملف من ذاكرة محمولة.',
  'devices.back.lost': 'إن فُقد جهازك القديم فقل ذلك بعدها في صفحة «الناس» في كل دائرة.',
  'devices.back.join': 'لديّ دعوة',
  'devices.rejoin': 'ما زال على هذا الجهاز أن يدخل: {circles}.',
  'devices.rejoin.how': 'اطلب دعوة من أي شخص هناك واستعملها هنا.',
  'devices.rejoin.unnamed': 'دائرة لا يُعرف اسمها هنا',
  'devices.copied.title': 'نُسخ هذا المجلد',
  'devices.copied.lead': 'اثنان يتكلمان كواحد يفسدان الدائرة، لذلك لا تستطيع هذه النسخة أن تتابع مكان الأصل.',
  'devices.copied.what':
    'يمكنك المتابعة هنا بجهاز جديد لك. تبقى أنت نفسك، وعلى كل دائرة من دوائرك أن تُدخل الجهاز الجديد. ما نُسخ يوضع جانبًا ولا يُستعمل ثانية. ويتابع الأصل، حيث هو، كما كان.',
  'devices.copied.send': 'تابع هنا كجهاز جديد',
  'devices.mine': 'أجهزتك',
  'devices.mine.lead': 'كل منها يتكلم باسمك في هذه الدائرة.',
  'devices.others': 'أجهزة الآخرين',
  'devices.this': 'هذا الجهاز',
  'devices.first': 'هنا منذ البداية',
  'devices.letIn': 'أدخله {name} في {date}',
  'devices.gone': 'فُقد',
  'devices.revoke': 'هذا الجهاز فُقد',
  'devices.revoke.title': 'هل فُقد هذا الجهاز؟',
  'devices.revoke.what':
    'دخل في {date}. ما قاله وتعرفه الآن يبقى. وكل ما يقوله غير ذلك، أو قاله بعيدًا عن هنا، لا يقرر شيئًا بعد الآن. ما زال يستطيع قراءة ما لديه.',
  'devices.revoke.ever': 'لا رجعة في ذلك: إن وجدته فعليه أن يدخل من جديد.',
  'devices.revoke.send': 'نعم، فُقد',
  'devices.revoked': 'تعرف الدائرة أنه فُقد.',
  'devices.invite.another': '{name} في هذه الدائرة أصلًا. هذا جهاز آخر، وسيتكلم هو أيضًا باسم {name}.',
  'devices.invite.same': 'نعم، هي نفسها: أدخِل هذا الجهاز لـ{name}',
  'devices.join.back': 'أهلًا بعودتك: هذا الجهاز يتكلم الآن باسمك.',
  'devices.borrowed': 'في الحقيقة جهاز {name}',
}
