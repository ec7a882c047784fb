/**
 * Fonts of Apple's systems, Windows and Linux for scripts that the Latin ones lack. Each Han font has the forms of its
 * own language.
 */
const scriptFonts: Record<string, string> = {
  ar: "'Geeza Pro', 'Noto Sans Arabic'",
  fa: "'Geeza Pro', 'Noto Sans Arabic'",
  he: "'Arial Hebrew', 'Noto Sans Hebrew'",
  hi: "'Kohinoor Devanagari', 'Nirmala UI', 'Noto Sans Devanagari'",
  ja: "'Hiragino Sans', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP'",
  ko: "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR'",
  'zh-Hans': "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'",
  'zh-Hant': "'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC'",
}

/** Korean breaks lines between words, Japanese headings between phrases; Latin words in Han text get a little space. */
const lineRules: Record<string, string> = {
  ja: 'body{line-break:strict;text-autospace:normal}h1,h2,h3{word-break:auto-phrase}',
  ko: 'body{word-break:keep-all}',
  'zh-Hans': 'body{text-autospace:normal}',
  'zh-Hant': 'body{text-autospace:normal}',
}

/**
 * Latin fonts come first: the first one sets the height of a line. Without `system-ui`, which on Windows is the font of
 * the system's language, and which email clients do not know.
 */
export function fontsOf(tag: string): string {
  const script = scriptFonts[tag] ? `${scriptFonts[tag]}, ` : ''
  return `-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', ${script}Arial, sans-serif`
}

/** Style rules of the language for the frame and for pages, after their own; empty for most languages. */
export function scriptStyles(tag: string): string {
  return scriptFonts[tag] ? `:root{--tc-font:${fontsOf(tag)}}${lineRules[tag] ?? ''}` : ''
}
