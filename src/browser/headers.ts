/** Nothing of the machine but the camera (for QR codes) and copying (an invite) is for the page. */
const FOR_THE_PAGE = ['camera', 'clipboard-write']
const FOR_NOBODY =
  'accelerometer autoplay browsing-topics clipboard-read display-capture encrypted-media fullscreen gamepad ' +
  'geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture ' +
  'publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access usb window-management ' +
  'xr-spatial-tracking'
const PERMISSIONS = [
  ...FOR_THE_PAGE.map((feature) => `${feature}=(self)`),
  ...FOR_NOBODY.split(' ').map((feature) => `${feature}=()`),
].join(', ')

/**
 * On every answer, refusals too. `reaches`: what the page's code may connect to, as the policy names it, or null where it
 * was asked for by another name than ours, and then it may reach nothing. `nonce`: for the styles that the page's own
 * code adds.
 */
export function safeHeaders(reaches: string | null, nonce: string | null): Record<string, string> {
  return {
    'Content-Security-Policy': reaches === null ? "default-src 'none'; frame-ancestors 'none'" : policy(reaches, nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}

function policy(reaches: string, nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    'media-src blob:',
    "worker-src 'self'",
    `connect-src ${reaches}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The page's code needs no policy, and so nobody can make one.
    "trusted-types 'none'",
  ].join('; ')
}
