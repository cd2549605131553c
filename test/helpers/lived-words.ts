/** What the people of the lived circle call things, and say. */
export type LivedWords = (typeof livedWords)['en']

export const livedWords = {
  en: {
    ana: 'Ana',
    ben: 'Ben',
    cleo: 'Cleo',
    dina: 'Dina',
    circle: {
      name: 'Repair café',
      aim: 'Once a week, people of the quarter mend what is broken together instead of throwing it away.',
      domain: 'The workshop in the old school, its tools, and when it is open.',
    },
    second: { name: 'Housing group', aim: 'A house for twelve that stays affordable for those who come after us.' },
    opening: {
      title: 'Open every second Saturday',
      text: 'We open the workshop **every second Saturday** from ten to four.\n\nWhoever opens it also locks it.',
      better:
        'We open the workshop **every second Saturday** from ten to four.\n\nTwo of us open it and lock it together; nobody has to be alone with the machines.',
      driver: 'People stand before a closed door, and go home with what is broken.',
      criteria: ['At least five people come each time.', 'Nobody opens more than once a month.'],
      question: 'Does that hold in the holidays too?',
      answer: 'Not in August. Then we are closed.',
      reaction: 'Good. Let us try it.',
      objection: 'Alone with the machines nobody could help if something happens.',
      concern: 'In winter the heating has to be on an hour before.',
    },
    roles: {
      facilitates: 'Ben facilitates',
      forBen: 'He lets everyone finish, and we are home in time.',
      forCleo: 'What she notes down can still be understood a month later.',
      forBenToo: 'He has the list of our tools already.',
      know: 'Cleo is away in August.',
      myself: 'I would like to ask sooner who has not spoken yet.',
    },
    tabled: {
      title: 'A second workbench',
      text: 'We buy a second workbench.',
      reason: 'First we want to know what the room costs next year.',
    },
    apart: {
      title: 'Keys for everyone',
      text: 'Each member gets a key of their own to the workshop.',
      objection: 'The school lends us four keys. With a fifth we lose the room.',
    },
    inRound: {
      title: 'A tin for spare parts',
      text: 'Beside the door stands a tin. Whoever takes a part puts in what it is worth to them.\n\n- Nobody checks.\n- Once a month we count together, and buy what is missing.',
    },
    asked: {
      title: 'Children may join in',
      text: 'From eight years on children may repair with us, with someone who looks after them.',
      question: 'Who is it that looks after them: the parents, or one of us?',
    },
    objected: {
      title: 'Write down every repair',
      text: 'For every thing we write down what it was, and whether it works again.',
      objection: 'People would have to wait in line at the list, and we would lose the ease that makes them come.',
    },
    fresh: {
      title: 'Soup at noon',
      text: 'At half past twelve there is soup for all. Who cooks is drawn by lot on the Saturday before.',
    },
  },
  ar: {
    ana: 'آمنة',
    ben: 'بلال',
    cleo: 'سلمى',
    dina: 'دينا',
    circle: {
      name: 'مقهى الإصلاح',
      aim: 'مرة في الأسبوع يصلح أهل الحي معًا ما انكسر بدل رميه.',
      domain: 'الورشة في المدرسة القديمة وأدواتها ومواعيد فتحها.',
    },
    second: { name: 'مجموعة السكن', aim: 'بيت لاثني عشر شخصًا يبقى في متناول من يأتون بعدنا.' },
    opening: {
      title: 'نفتح كل سبت ثانٍ',
      text: 'نفتح الورشة **كل سبت ثانٍ** من العاشرة إلى الرابعة.\n\nمن يفتحها يغلقها.',
      better:
        'نفتح الورشة **كل سبت ثانٍ** من العاشرة إلى الرابعة.\n\nيفتحها ويغلقها اثنان منا معًا، فلا يبقى أحد وحده مع الآلات.',
      driver: 'يقف الناس أمام باب مغلق ويعودون بما انكسر.',
      criteria: ['يأتي خمسة أشخاص على الأقل في كل مرة.', 'لا يفتح أحد أكثر من مرة في الشهر.'],
      question: 'هل يسري ذلك في العطل أيضًا؟',
      answer: 'ليس في آب، فنحن مغلقون حينها.',
      reaction: 'جيد، لنجرّب.',
      objection: 'من يكون وحده مع الآلات لا يجد من يساعده إن حدث شيء.',
      concern: 'في الشتاء يجب تشغيل التدفئة قبل ساعة.',
    },
    roles: {
      facilitates: 'بلال ييسّر اللقاءات',
      forBen: 'يترك الجميع يكملون كلامهم، ونعود إلى بيوتنا في الوقت المناسب.',
      forCleo: 'ما تدوّنه يبقى مفهومًا بعد شهر.',
      forBenToo: 'لديه قائمة أدواتنا بالفعل.',
      know: 'سلمى غائبة في آب.',
      myself: 'أود أن أسأل أبكر عمّن لم يتكلم بعد.',
    },
    tabled: {
      title: 'طاولة عمل ثانية',
      text: 'نشتري طاولة عمل ثانية.',
      reason: 'نريد أولًا أن نعرف كم ستكلّف الغرفة في السنة القادمة.',
    },
    apart: {
      title: 'مفاتيح للجميع',
      text: 'يحصل كل عضو على مفتاح خاص به للورشة.',
      objection: 'تعيرنا المدرسة أربعة مفاتيح، ومع الخامس نخسر الغرفة.',
    },
    inRound: {
      title: 'علبة لقطع الغيار',
      text: 'قرب الباب علبة. من يأخذ قطعة يضع فيها ما تساويه عنده.\n\n- لا أحد يراقب.\n- نعدّ معًا مرة في الشهر ونشتري ما ينقص.',
    },
    asked: {
      title: 'الأطفال يشاركون',
      text: 'يمكن للأطفال من سن الثامنة أن يصلحوا معنا مع من يعتني بهم.',
      question: 'من يعتني بهم: الأهل أم واحد منا؟',
    },
    objected: {
      title: 'ندوّن كل إصلاح',
      text: 'نكتب عن كل شيء ما كان وهل عاد يعمل.',
      objection: 'سينتظر الناس عند القائمة ونخسر البساطة التي تجعلهم يأتون.',
    },
    fresh: {
      title: 'حساء عند الظهر',
      text: 'في الثانية عشرة والنصف حساء للجميع. ومن يطبخ يُختار بالقرعة في السبت السابق.',
    },
  },
}
