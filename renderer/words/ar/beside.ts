import type { beside as english } from '../en/beside.ts'

export const beside: Record<keyof typeof english, string> = {
  'beside.bar': 'من يتكلم على هذا الجهاز',
  'beside.now': 'يتكلم الآن {name}',
  'beside.hand': 'سلّمه إلى {name}',
  'beside.home': 'خذوا المفاتيح إلى البيت',
  'beside.title': 'من على هذا الجهاز',
  'beside.lead': 'جاؤوا بلا جهاز. لكل منهم مفتاح خاص به على جهاز {name}.',
  'beside.none': 'لا أحد غيرك',
  'beside.none.how': 'في اجتماع، تحت «جاء أحد بلا جهاز»، يمكنك أن تعطي أحدًا مفتاحًا خاصًا به هنا.',
  'beside.counts': 'ما يقولونه بعد أن يُسلَّم إليهم الجهاز يُحسب كلمتَهم هم، ككلمة أي أحد.',
  'beside.shown':
    'يظهر دائمًا أنه قيل على جهاز {name}. وصاحب الجهاز قد يسيء استعمال مفتاح عليه: فسلّموه، وليعد كل واحد إلى بيته بمفتاحه.',
  'beside.later':
    'بكلمات مفتاحهم يعودون على جهاز خاص بهم، ويقولون في «الناس» إن هذا الجهاز لم يعد لهم، ويعترضون على ما لم يكن منهم.',
  'beside.slip': 'أظهر كلمات مفتاح {name}',
  'beside.slip.lead': 'الآن لا ينظر إلا {name}. هذه الكلمات هي {name}: من يملكها يتكلم بصوته.',
  'beside.slip.back': 'في البيت: ثبّت Next Step Together، واختر «لدي كلمات الاسترجاع»، واطلب دعوة من أي أحد في الدائرة.',
  'beside.slip.print': 'اطبع هذه الورقة',
  'beside.slip.kept': 'هذه الكلمات على ورقة عند {name}',
  'beside.takeHome': 'يأخذ {name} المفتاح إلى البيت',
  'beside.gone': 'لم يعد في هذا الجهاز ما يتكلم باسم {name}.',
  'beside.note': 'على جهاز {name}',
}
