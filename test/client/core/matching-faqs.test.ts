import { describe, expect, test } from 'vitest'
import { matchingFaqs } from '../../../client/core/matching-faqs.ts'

const faq = (question: string, answer = '') => ({ question, answerHtml: `<p>${answer}</p>` })
const english = [
  faq('How do I change my delivery address?', 'Under <b>Account</b>, choose Edit.'),
  faq('Where can I find my invoices?', 'We email a PDF on the first of each month.'),
  faq('How do I reset my password?', 'Choose Forgotten on the sign-in page.'),
  faq('Can I cancel an order?', 'Within 24 hours, yes: refunds take three days.'),
  faq('Which carriers do you use?', 'DHL and UPS.'),
]

describe('while a subject is typed,', () => {
  test.for<[subject: string, first: number]>([
    ['change address', 0],
    ['My adress is wrong', 0],
    ['Delivery to another adres', 0],
    ['invoice for October', 1],
    ['invocie', 1],
    ['Invoices!!', 1],
    ['forgot my pasword', 2],
    ['passw', 2],
    ['Canceling my order', 3],
    ['refunds', 3],
    ['Which carrier delivers?', 4],
  ])('“%s” finds question %i first', ([subject, first]) => {
    expect(matchingFaqs(english, subject, 'en')[0]).toBe(english[first])
  })

  test.for([
    '',
    ' ',
    'how do I',
    'Help',
    'I',
    'my',
    'Printer prints twice',
    'Where can I see my profile?',
    '?!',
  ])('“%s” finds nothing', (subject) => {
    expect(matchingFaqs(english, subject, 'en')).toEqual([])
  })

  test.for<[locale: string, question: string, subject: string]>([
    ['de', 'Wo finde ich meine Rechnungen?', 'Rechnung für Oktober'],
    ['fr', 'Où est ma facture ?', 'facture erronee'],
    ['es', '¿Cómo cambio mi contraseña?', 'olvide la contrasena'],
    ['ru', 'Где мои счета?', 'Счет за октябрь'],
    ['ja', '請求書はどこにありますか？', '請求書の発行'],
    ['zh-Hans', '如何修改收货地址？', '收货地址错误'],
    ['ko', '배송 주소를 어떻게 변경하나요?', '배송 주소 변경'],
    ['ar', 'كيف أغير كلمة المرور؟', 'نسيت كلمة المرور'],
    ['hi', 'मैं अपना पता कैसे बदलूँ?', 'पता बदलना है'],
  ])('finds questions in %s', ([locale, question, subject]) => {
    const faqs = [faq(question), faq('…'), faq('123')]
    expect(matchingFaqs(faqs, subject, locale)).toEqual([faqs[0]])
  })

  test('finds at most three questions, and none where there are none', () => {
    const many = Array.from({ length: 9 }, (_, at) => faq(`Invoice ${at}`))
    expect(matchingFaqs(many, 'invoice', 'en').length).toBeLessThanOrEqual(3)
    expect(matchingFaqs([], 'invoice', 'en')).toEqual([])
  })
})
