import { domainToUnicode } from 'node:url'
import type { Step } from '../context.ts'

/**
 * Replaces a masked link by its text and a bare one by its site. Angle brackets, which suppress the preview, go with it.
 */
export const links: Step = (text, scene) =>
  text.replace(masked, '$1').replace(address, (url) => {
    const end = addressEnd(url)
    const link = scene.slots.hold({
      kind: 'link',
      spoken: scene.context.links === 'word' ? '' : siteOf(url.slice(0, end)),
    })
    return link + url.slice(end)
  })

/** `[text](<https://… "title">)`, with one level of parentheses inside the address. */
const masked =
  /\[([^[\]\n]+)\]\(\s?<?[a-z][a-z0-9+.-]{1,15}:\/\/(?:[^\s()<>]|\([^\s()<>]*\))*>?(?:\s"[^"\n]{0,200}")?\)/gi

const address =
  /<?\b(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.|discord\.gg\/)[^\s<>"|\u{F0000}-\u{FFFFD}]+>?|(?<![\p{Script=Latin}\p{N}@./:_-])(?:[a-z0-9-]{1,63}\.){1,3}(?:com|org|net|edu|gov|info|biz|dev|app|xyz|gg|io|tv|me|co|ai|fm|ly|be|to|cc|eu|uk|ca|au|nz|de|ch|fr|nl|es|pt|br|mx|ar|pl|se|fi|dk|ru|ua|jp|kr|cn|tw|hk|sg)\/[a-z0-9][^\s<>"|\u{F0000}-\u{FFFFD}]*/giu

/** End of the address: trailing punctuation belongs to the sentence, and so do words of scripts without spaces. */
function addressEnd(url: string): number {
  if (url.endsWith('>')) return url.length
  const host = hostPart.exec(url)?.[0].length ?? 0
  const foreign = url
    .slice(host)
    .search(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF65]/u)
  let end = host === 0 || foreign < 0 ? url.length : host + foreign
  let open = count(url.slice(0, end), '(') - count(url.slice(0, end), ')')
  while (end > 0 && (/[.,;:!?'"*_~…\]}]/.test(url.charAt(end - 1)) || (url.charAt(end - 1) === ')' && open++ < 0)))
    end--
  return end
}

/** A host in Latin letters ends where another script begins; one in another script ends where a word does. */
const hostPart =
  /^<?(?:[a-z][a-z0-9+.\-]*:\/\/)?(?:[a-z0-9.:@\-]+|[[\p{L}\p{M}\p{N}\-]--[a-z]]+(?:\.(?:[a-z0-9\-]+|[[\p{L}\p{M}\p{N}\-]--[a-z]]+))+(?:[:\/]\S*)?)/iv

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** The site as people say it; empty for an IP address or a machine's long host name. */
function siteOf(url: string): string {
  const bare = url.replace(/^</, '')
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`
  const { hostname, protocol } = URL.parse(full.replace(/>$/, '')) ?? { hostname: '', protocol: '' }
  if (!/^(?:https?|ftp):$/.test(protocol)) return ''
  const site = domainToUnicode(hostname).replace(/^(?:www\d?|m)\.(?=.+\.)/, '')
  const readable =
    site.length <= 40 && /^[\p{L}\p{M}\p{N}.-]+\.\p{L}[\p{L}\p{M}]+$/u.test(site) && site.split('.').length <= 4
  return readable ? site : ''
}
