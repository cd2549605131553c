import { Check, Ellipsis, MessageCircleQuestion, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { Part, type PartProps } from './Part.tsx'

const VARIANTS = ['primary', 'quiet', 'plain', 'danger'] as const

export function Actions({ s }: PartProps) {
  return (
    <>
      <Part name="Button">
        <div className="gallery-row">
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant}>
              {variant === 'danger' ? s.leave : s.consent}
            </Button>
          ))}
        </div>
        <div className="gallery-row">
          <Button variant="primary" size="large" icon={<Check aria-hidden />}>
            {s.consent}
          </Button>
          <Button icon={<MessageCircleQuestion aria-hidden />}>{s.ask}</Button>
          <Button size="small">{s.later}</Button>
          <Button aria-label={s.leave} icon={<Trash2 aria-hidden />} />
        </div>
        <div className="gallery-row">
          <Button variant="primary" isPending>
            {s.consent}
          </Button>
          <Button isPending>{s.consent}</Button>
          <Button variant="primary" isDisabled>
            {s.consent}
          </Button>
          <Button isDisabled>{s.later}</Button>
          <LinkButton href="#/gallery">{s.see}</LinkButton>
          <LinkButton variant="plain" href="#/gallery">
            {s.see}
          </LinkButton>
        </div>
      </Part>
      <Overlays s={s} />
    </>
  )
}

function Overlays({ s }: PartProps) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const toast = useToast()
  return (
    <Part name="Dialog, Menu, Tooltip, Toast">
      <div className="gallery-row">
        <Button onPress={() => setOpen(true)}>{s.object}…</Button>
        <Menu label={s.later} isIconOnly icon={<Ellipsis aria-hidden />}>
          <MenuItem icon={<MessageCircleQuestion aria-hidden />} onAction={() => setOpen(true)}>
            {s.ask}
          </MenuItem>
          <MenuItem isDisabled icon={<Check aria-hidden />}>
            {s.consent}
          </MenuItem>
          <MenuItem isDanger icon={<Trash2 aria-hidden />}>
            {s.leave}
          </MenuItem>
        </Menu>
        <Tooltip text={s.rememberHint}>
          <Button>{s.remember}</Button>
        </Tooltip>
        <Button onPress={() => toast.show({ text: s.done, undo: () => toast.show({ text: s.later }) })}>
          {s.consent}
        </Button>
      </div>
      <Dialog
        title={s.reason}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{s.later}</Button>
            <Button variant="primary" onPress={() => setOpen(false)}>
              {s.object}
            </Button>
          </>
        }
      >
        <p>{s.notice}</p>
        <TextArea label={s.reason} description={s.reasonHint} isRequired value={reason} onChange={setReason} />
      </Dialog>
    </Part>
  )
}
