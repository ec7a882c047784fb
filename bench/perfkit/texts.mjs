// The texts that `data.mjs` fills tables with. perfkit does not copy this file: it is imported from the checkout.
import { toHtml, toPreview } from '../../server/text/markdown.ts'

const words =
  `account access address answer april balance bank bill billing browser button calendar cancel card change
charge checkout code company contract country coupon customer dashboard data date delivery deposit discount domain
download email error export file filter form help history hour image import invite invoice item june key language
licence limit link list loading login logo mail manager member menu message mobile money month name network number
office order package page password payment phone plan please price problem product profile project question receipt
record refund report request reset role sales screen search security seller server service setting shipping sign site
size status store subject subscription support system table tax team test thanks ticket time title token total trial
update upload usage user version view visitor website week window work year`.split(/\s+/)

export const texts = 4_000

/** Texts to draw from, each in two wordings: one in twelve has Markdown of the team's, or an address of a customer's. */
export function pool() {
  let seed = 42
  const below = (end) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * end)
  }
  const some = (count) => Array.from({ length: count }, () => words[below(words.length)]).join(' ')
  return Array.from({ length: texts + 1 }, (_, n) => {
    const subject = `${some(3).replace(/^./, (letter) => letter.toUpperCase())} about ${n}`
    const plain = `${some(20 + (n % 51))}${n === texts ? ' zeppelin' : ''}.`
    return ['customer', 'team'].map((author) => {
      const more =
        author === 'team'
          ? 'See **this** and https://example.com/help:\n\n- one\n- two'
          : 'See https://example.com/help:\nas it says there.'
      const body = n % 12 === 0 && n < texts ? `${plain}\n\n${more}` : plain
      return { n, author, subject, body, html: toHtml(body, author), preview: toPreview(body, author) }
    })
  }).flat()
}
