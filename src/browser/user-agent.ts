const BROWSERS: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chromium', /Chrom(?:e|ium)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*\bSafari\//],
]
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]
/** A browser's own name is longer than this only if somebody plays with it. */
const LONGEST = 512

/** By what a person tells their windows apart: "Firefox 140, Linux"; empty where the browser says nothing of use. */
export function shortUserAgent(header: string | undefined): string {
  const text = (header ?? '').slice(0, LONGEST)
  const browser = BROWSERS.find(([, version]) => version.test(text))
  const system = SYSTEMS.find(([, sign]) => sign.test(text))
  const named = browser === undefined ? [] : [`${browser[0]} ${browser[1].exec(text)?.[1] ?? ''}`.trim()]
  return [...named, ...(system === undefined ? [] : [system[0]])].join(', ')
}
