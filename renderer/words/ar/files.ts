import type { files as English } from '../en/files.ts'

export const files: Record<keyof typeof English, string> = {
  'files.lead': 'ما يخرج من هذه الدائرة في ملفات، وما يأتي من برامج أخرى.',
  'files.out': 'إخراج',
  'files.out.lead': 'ما تتذكّره دائرتك، في ملفات تُقرأ من دون هذا البرنامج أو تُطبع أو تُفتح في غيره.',
  'files.logbook': 'السجل',
  'files.logbook.more':
    'كلّ الاتفاقات بكلماتها وأسماء من وافق عليها. لحفظه بصيغة PDF افتحه للطباعة ثم اختر «حفظ بتنسيق PDF».',
  'files.minutes': 'محضر الاجتماع',
  'files.minutes.more': 'من حضر وما قيل في الجولات وما نتج عنه، مع الأسماء.',
  'files.minutes.of': 'محضر أيّ اجتماع',
  'files.calendar': 'التقويم',
  'files.calendar.more': 'الاجتماعات وأيام المراجعة ونهايات الولاية. لا يسمّي أحدًا إلا إذا أردت.',
  'files.withBlocked': 'كلمات من لا تقرأ لهم أيضًا',
  'files.calendar.details': 'مع الأماكن وجداول الأعمال والأسماء ومنطقتك الزمنية',
  'files.members': 'الأعضاء',
  'files.members.more': 'كل من هو هنا أو كان هنا: الأسماء ومنذ متى وأدوارهم.',
  'files.roles': 'الأدوار',
  'files.roles.more': 'كل دور مع هدفه ومجاله ومدته، وأسماء من يتولّاه.',
  'files.agreements': 'الاتفاقات',
  'files.agreements.more': 'كل الاتفاقات بنصّها وأسماء من وافق عليها.',
  'files.backlog': 'ما ينتظر',
  'files.backlog.more': 'ما ينتظر الدائرة، مع أسماء من يعتني به.',
  'files.print': 'طباعة أو PDF',
  'files.take': '{what} بصيغة {form}',
  'files.as.md': 'Markdown',
  'files.as.html': 'صفحة ويب',
  'files.as.ics': 'ملف تقويم',
  'files.as.csv': 'جدول (CSV)',
  'files.as.json': 'JSON',
  'files.open.taking': 'تُقرأ وتؤخذ…',
  'files.writing': 'يُكتب…',
  'files.in.bringing': 'يُجلب…',
  'files.saved': '{name} جاهز: تجده في تنزيلات متصفّحك.',
  'files.in': 'إدخال',
  'files.in.lead':
    'ما قرّرتموه ببرنامج آخر يدخل كشيء لوحظ، وينتظر في القائمة حتى يطرحه أحد اقتراحًا: لم يوافق عليه أحد هنا بعد.',
  'files.in.forms':
    'تصدير مجموعة من Loomio، أو أدوار ودوائر في جدول (CSV أو Excel)، أو ما يعطيه GlassFrog وHolaspirit.',
  'files.in.choose': 'اختيار ملف',
  'files.in.reading': 'تجري قراءة الملف',
  'files.in.preview': 'في هذا الملف: {name}',
  'files.in.table': 'جدول',
  'files.in.preview.lead': 'لم يدخل شيء بعد. اختر ما يدخل.',
  'files.in.kind.decided':
    '{count, plural, zero {لا شيء قُرّر هناك} one {أمر واحد قُرّر هناك} two {أمران قُرّرا هناك} few {# أمور قُرّرت هناك} many {# أمرًا قُرّر هناك} other {# أمرًا قُرّر هناك}}',
  'files.in.kind.proposed':
    '{count, plural, zero {لا اقتراح بلا نتيجة} one {اقتراح واحد بلا نتيجة} two {اقتراحان بلا نتيجة} few {# اقتراحات بلا نتيجة} many {# اقتراحًا بلا نتيجة} other {# اقتراحًا بلا نتيجة}}',
  'files.in.kind.role':
    '{count, plural, zero {لا أدوار} one {دور واحد} two {دوران} few {# أدوار} many {# دورًا} other {# دورًا}}',
  'files.in.kind.circle':
    '{count, plural, zero {لا دوائر قد تكون فرعية} one {دائرة قد تكون فرعية} two {دائرتان قد تكونان فرعيتين} few {# دوائر قد تكون فرعية} many {# دائرة قد تكون فرعية} other {# دائرة قد تكون فرعية}}',
  'files.in.kind.policy':
    '{count, plural, zero {لا قواعد} one {قاعدة واحدة} two {قاعدتان} few {# قواعد} many {# قاعدة} other {# قاعدة}}',
  'files.in.kind.talked':
    '{count, plural, zero {لا أحاديث} one {حديث واحد} two {حديثان} few {# أحاديث} many {# حديثًا} other {# حديثًا}}',
  'files.in.which': 'ما هي؟',
  'files.in.here': 'موجود هنا',
  'files.in.people':
    '{count, plural, zero {لا أحد هناك} one {شخص واحد هناك} two {شخصان هناك} few {# أشخاص هناك} many {# شخصًا هناك} other {# شخصًا هناك}}',
  'files.in.people.lead': 'تظهر أسماؤهم هنا فقط لتدعوهم. لم يُقرأ عنهم شيء آخر.',
  'files.in.left.deleted':
    '{count, plural, zero {لا شيء محذوف يبقى خارجًا} one {شيء محذوف يبقى خارجًا} two {شيئان محذوفان يبقيان خارجًا} few {# أشياء محذوفة تبقى خارجًا} many {# شيئًا محذوفًا يبقى خارجًا} other {# شيئًا محذوفًا يبقى خارجًا}}',
  'files.in.left.private':
    '{count, plural, zero {لا حديث خاصّ يبقى خارجًا} one {حديث خاص يبقى خارجًا} two {حديثان خاصّان يبقيان خارجًا} few {# أحاديث خاصة تبقى خارجًا} many {# حديثًا خاصًّا يبقى خارجًا} other {# حديثًا خاصًّا يبقى خارجًا}}',
  'files.in.left.undecided-polls':
    '{count, plural, zero {لا استطلاع بلا نتيجة يبقى خارجًا} one {استطلاع بلا نتيجة يبقى خارجًا} two {استطلاعان بلا نتيجة يبقيان خارجًا} few {# استطلاعات بلا نتيجة تبقى خارجًا} many {# استطلاعًا بلا نتيجة يبقى خارجًا} other {# استطلاعًا بلا نتيجة يبقى خارجًا}}',
  'files.in.left.attachments':
    '{count, plural, zero {لا ملفات مرفقة} one {ملف مرفق يبقى حيث هو} two {ملفان مرفقان يبقيان حيث هما} few {# ملفات مرفقة تبقى حيث هي} many {# ملفًا مرفقًا يبقى حيث هو} other {# ملفًا مرفقًا يبقى حيث هو}}',
  'files.in.left.empty':
    '{count, plural, zero {لا شيء بلا عنوان يبقى خارجًا} one {شيء بلا عنوان يبقى خارجًا} two {شيئان بلا عنوان يبقيان خارجًا} few {# أشياء بلا عنوان تبقى خارجًا} many {# شيئًا بلا عنوان يبقى خارجًا} other {# شيئًا بلا عنوان يبقى خارجًا}}',
  'files.in.tooMany': 'يدخل {limit, number} على الأكثر دفعة واحدة. اختر أنواعًا أقلّ.',
  'files.in.bring':
    '{count, plural, =0 {إدخال} one {إدخال شيء واحد} two {إدخال شيئين} few {إدخال # أشياء} many {إدخال # شيئًا} other {إدخال # شيء}}',
  'files.in.leave': 'تركه',
  'files.in.done':
    '{count, plural, =0 {لم يدخل شيء جديد.} one {دخل شيء واحد كملاحَظ.} two {دخل شيئان كملاحَظين.} few {دخلت # أشياء كملاحَظة.} many {دخل # شيئًا كملاحَظ.} other {دخل # شيء كملاحَظ.}}',
  'files.in.already':
    '{count, plural, zero {لم يكن شيء منها هنا من قبل.} one {واحد كان هنا من قبل.} two {اثنان كانا هنا من قبل.} few {# كانت هنا من قبل.} many {# كانت هنا من قبل.} other {# كانت هنا من قبل.}}',
  'files.in.see': 'انظر إلى القائمة',
  'files.open.title': 'ملف من دائرة',
  'files.open.lead': 'حمله إليك أحدهم. وهو لا يغيّر شيئًا من تلقاء نفسه.',
  'files.open.take': 'خذ ما فيه',
  'files.open.done':
    '{count, plural, =0 {كان كله عندك.} one {وصل شيء جديد واحد.} two {وصل شيئان جديدان.} few {وصلت # أشياء جديدة.} many {وصل # شيئًا جديدًا.} other {وصل # شيء جديد.}}',
  'files.open.apart': 'بعضه يتبع ما لم يصل بعد، وينتظر حتى يصل الباقي.',
  'files.open.see': 'اذهب إلى الدائرة',
}
