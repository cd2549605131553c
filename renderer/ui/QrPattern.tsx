import encodeQr from 'qr'

/** Quiet cells around the code, without which a scanner does not see where it begins. */
const BORDER = 4

export function QrPattern({ text }: { readonly text: string }) {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: BORDER })
  const path = rows.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  return (
    <svg viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" aria-hidden>
      <path d={path} />
    </svg>
  )
}
