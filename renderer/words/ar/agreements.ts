import type { agreements as English } from '../en/agreements.ts'

export const agreements: Record<keyof typeof English, string> = {
  'agreements.state.in-force': 'سارٍ',
  'agreements.state.settled': 'سارٍ، ورآه الجميع',
  'agreements.state.contested': 'يحتاج إلى نظرة أخرى',
  'agreements.state.superseded': 'حلّ غيره محلّه',
  'agreements.state.invalid': 'غير صالح',
  'agreements.lead': 'اتُّفق عليه في {circle}. يسري إلى أن يُنظر فيه من جديد في {date}.',
  'agreements.overdue': 'كان موعد المراجعة {date}. يبقى ساريًا إلى أن تنظروا فيه.',
  'agreements.contested':
    'بينما كنتم متفرقين، لم يعرف الجميع ما فعله الآخرون. لا شيء يُلغى: ما بدأ وما يمكن التراجع عنه يستمر؛ وانتظروا فيما لا رجعة فيه إلى أن تتحدثوا.',
  'agreements.contested.title': 'يحتاج إلى نظرة أخرى معًا',
  'agreements.contest.objection': 'اعترض {name} دون أن يعلم أنه أُغلق: «{reason}»',
  'agreements.contest.other-consent': 'وافق {name} على نص آخر دون أن يعلم أن هذا أُغلق.',
  'agreements.contest.other-agreement': 'أُغلق نص آخر في الوقت نفسه، أغلقه {name}.',
  'agreements.contest.laid-aside': 'وضع {name} المقترح جانبًا دون أن يعلم أنه أُغلق: «{reason}»',
  'agreements.contest.mutual-removal':
    'أغلق {name} إخراجًا آخر في الوقت نفسه: كل منهما يخرج بموافقة الآخر، فلا يخرج أيّ منهما.',
  'agreements.contest.only-removed': 'لم يقم إلا على موافقة {name} وحدها، وقد قيلت بمعزل عن إخراجه.',
  'agreements.contest.device-gone': 'يقول {name} إن الجهاز الذي وافق منه كان قد فُقد حينها',
  'agreements.contest.device-forked':
    'وافق {name} من جهاز مضى في اتجاهين، ربما لأنه استُعيد من نسخة. اسألوا {name} أيّ الكلمات كلماته.',
  'agreements.contested.go': 'تحدثوا عنه واسألوا الجميع من جديد',
  'agreements.superseded': 'حلّ نص أحدث محلّه. يُحفظ لأن أناسًا اعتمدوا عليه.',
  'agreements.invalid': 'أغلق أحدهم هذه الجولة دون موافقة الجميع. لا يُحتسب؛ ويُعرض كي لا يُخفى شيء.',
  'agreements.who': 'من وافق على هذا النص',
  'agreements.consented': 'وافق',
  'agreements.certificate': 'شهادة',
  'agreements.certificate.lead': 'ملف صغير يبيّن، بعد سنوات ولأيٍّ كان، أن هؤلاء وافقوا على هذا النص بعينه.',
  'agreements.certificate.save': 'احفظ الشهادة',
  'agreements.toProposal': 'المقترح والحديث عنه',
  'agreements.object': 'أعترض على هذا الاتفاق…',
  'agreements.object.title': 'الاعتراض على اتفاق',
  'agreements.object.lead': 'يبقى الاتفاق الآن. يوضع اعتراضك في قائمة الدائرة ليُتحدث عنه قريبًا.',
  'agreements.object.send': 'ضعه في القائمة',
  'agreements.object.done': 'اعتراضك في قائمة الدائرة.',
  'agreements.change': 'اقترح نصًا آخر',
}
