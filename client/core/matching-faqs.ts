import { likeness } from './word-likeness.ts'

interface Faq {
  question: string
  answerHtml: string
}

interface Words {
  question: string[]
  answer: Set<string>
}

const maxMatches = 3
/** Which part of the shorter one, subject or question, both must have in common, by the weight of their words. */
const minShare = 0.25
/** Of a word with four letters: “how” alone matches nothing. */
const minWeight = 4

/** The questions that may be what a subject is about, best first. Tolerates typing mistakes and other endings. */
export function matchingFaqs<Item extends Faq>(faqs: Item[], subject: string, locale: string): Item[] {
  const typed = [...new Set(wordsIn(subject, locale))]
  const all = faqs.map(({ question, answerHtml }) => ({
    question: wordsIn(question, locale),
    answer: new Set(wordsIn(answerHtml.replace(/<[^>]*>/g, ' '), locale)),
  }))
  const common = typed.map((word) => {
    const weights = all.map((words) => commonWeight(word, words))
    // The more questions have a word, the less it says.
    const rarity = 1 - weights.filter(Boolean).length / (faqs.length + 1)
    return weights.map((weight) => (weight < minWeight / 2 ? 0 : weight * rarity))
  })
  return faqs
    .map((faq, at) => {
      const total = Math.min(totalOf(typed), totalOf(all[at]?.question ?? []))
      return { faq, share: common.reduce((sum, weights) => sum + (weights[at] ?? 0), 0) / total }
    })
    .filter(({ share }) => share >= minShare)
    .sort((one, other) => other.share - one.share)
    .slice(0, maxMatches)
    .map(({ faq }) => faq)
}

/** In lower case, without accents. */
function wordsIn(text: string, locale: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(plain)
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
}

const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Short words say little, except where a letter is a syllable. */
function weightOf(word: string): number {
  const letters = syllables.test(word) ? word.length * 3 : word.length
  return Math.max(0, letters - 2) ** 2
}

const totalOf = (words: string[]) => words.reduce((sum, word) => sum + weightOf(word), 0)

/** The weight of a word that question and subject have in common; of the answer, half; 0 if they have not. */
function commonWeight(word: string, { question, answer }: Words): number {
  const weights = question.map(
    (other) => likeness(word, other) * weightOf(word.length > other.length ? word : other),
  )
  return Math.max(0, ...weights) || (answer.has(word) ? weightOf(word) / 2 : 0)
}
