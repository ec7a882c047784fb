import { plural } from '../plural.ts'
import type { Texts } from './en.ts'

export const ar: Texts = {
  dir: 'rtl',

  received: {
    heading: 'وصلتنا تذكرتك',
    text: (company) =>
      `شكرًا لتواصلك مع ${company}. سنرد في أقرب وقت ممكن، وسنُعلمك بالرد عبر البريد الإلكتروني.`,
  },
  replied: {
    heading: (author) => `رد جديد من ${author}`,
    news: (count, written) =>
      plural('ar', count, {
        one: 'رسالة جديدة',
        two: 'رسالتان جديدتان',
        few: `${written} رسائل جديدة`,
        other: `${written} رسالة جديدة`,
      }),
  },
  solved: {
    heading: 'تم حل التذكرة',
    text: (company) =>
      `حدّد فريق ${company} هذه التذكرة على أنها محلولة. إذا بقي أمر دون حل، فيكفي إرسال رد لإعادة فتح التذكرة.`,
  },
  invited: {
    subject: (company, number) => `أُضيف عنوانك إلى تذكرة لدى ${company} (#${number})`,
    heading: 'أُضيف عنوانك إلى تذكرة',
    known: (customer, company) =>
      `وردت هذه التذكرة إلى ${company} من ${customer}. وقد أُضيف عنوانك إليها لتتمكن من متابعتها والرد عليها.`,
    unknown: (customer, company, number) =>
      `وردت التذكرة رقم ${number} إلى ${company} من ${customer}. وقد أُضيف عنوانك إليها لتتمكن من متابعتها والرد عليها.`,
    question: 'هل ترغب في تلقي الرسائل المتعلقة بهذه التذكرة؟',
    confirm: 'تلقي رسائل هذه التذكرة',
    ignore: 'إذا تجاهلت هذه الرسالة، فلن تصلك أي رسائل أخرى بشأن هذه التذكرة.',
  },
  team: {
    opened: (customer) => `تذكرة جديدة من ${customer}`,
    openedQuietly: 'تذكرة جديدة',
    from: 'من',
    category: 'الفئة',
  },
  test: {
    subject: (company) => `رسالة تجريبية من ${company}`,
    heading: 'إرسال البريد يعمل',
    text: (company) =>
      `هذه رسالة تجريبية من إعدادات ${company}. وصولها إليك يعني أن رسائل التذاكر يمكن أن تصل إلى عملائك أيضًا.`,
    look: 'هكذا يظهر الاسم والشعار والزر في جميع الرسائل. لا يؤدي الزر هنا إلى أي صفحة:',
  },

  messages: {
    omitted: (count, written) =>
      plural('ar', count, {
        one: 'توجد رسالة سابقة واحدة لا تظهر هنا.',
        two: 'توجد رسالتان سابقتان لا تظهران هنا.',
        few: `توجد ${written} رسائل سابقة لا تظهر هنا.`,
        other: `توجد ${written} رسالة سابقة لا تظهر هنا.`,
      }),
    hidden: 'حفاظًا على الخصوصية، لا يظهر في هذه الرسالة ما كُتب في التذكرة.',
  },
  way: {
    answerOrOpen: 'يمكنك الرد على هذه الرسالة مباشرةً أو فتح التذكرة:',
    answerOrVisit: (company) => `يمكنك الرد على هذه الرسالة مباشرةً أو الكتابة إلينا في موقع ${company}.`,
    visit: (company) => `يمكنك قراءة التذكرة والرد عليها في موقع ${company}.`,
    open: 'فتح التذكرة',
    console: 'يمكنك قراءة التذكرة والرد عليها في لوحة التحكم.',
    openConsole: 'فتح التذكرة في لوحة التحكم',
  },
  footer: {
    opened: (company) => `تصلك هذه الرسالة لأنك فتحت تذكرة لدى ${company}.`,
    takesPart: (company) => `تصلك هذه الرسالة لأنك تشارك في تذكرة لدى ${company}.`,
    added: (company) => `تصلك هذه الرسالة لأن عنوانك أُضيف إلى تذكرة لدى ${company}.`,
    team: (company) => `تصلك هذه الرسالة لأنك من فريق ${company}.`,
    test: (company) => `تصلك هذه الرسالة لأنها طُلبت من إعدادات ${company}.`,
    unanswerable: 'لا تُقرأ الردود على هذه الرسالة.',
    mute: 'كتم هذه التذكرة أو جميع الرسائل',
  },
  labelled: (label, value) => `${label}: ${value}`,
}
