import { FileCheck } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { fromBase64Url } from '../node/base64-url.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import './certificate.css'

type Verdict = Awaited<ReturnType<Client['certificate']['verify']>>
type Given = { readonly file: string } | { readonly certificate: string }
/** One message to the program takes no more; no certificate of a circle that can still decide is so large. */
const LONGEST = 900_000

/** Anybody's certificate, from a file: whether it holds, and what that says and does not say. `id`: a file's path. */
export function CheckCertificate({ id }: PageProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<Given | null>(null)
  const given = chosen ?? (id === '' ? null : { file: fromBase64Url(id) })
  const read = async (file: File) => setChosen({ certificate: file.size > LONGEST ? '' : await file.text() })
  return (
    <Page title={t('certificate.title')} lead={t('certificate.lead')} className="certificate">
      <FileTrigger
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) void read(file)
        }}
      >
        <Button icon={<FileCheck aria-hidden />}>{t('certificate.choose')}</Button>
      </FileTrigger>
      <div aria-live="polite" className="certificate-verdict">
        {given !== null && <Checked given={given} />}
      </div>
    </Page>
  )
}

function Checked({ given }: { readonly given: Given }) {
  const { t } = useWords()
  return (
    <Asked live={useLive('certificate', 'verify', given)}>
      {(verdict) =>
        verdict.valid ? (
          <Valid of={verdict} />
        ) : (
          <Notice tone="error" title={t('certificate.not')}>
            {t(`certificate.why.${verdict.why}`)}
          </Notice>
        )
      }
    </Asked>
  )
}

function Valid({ of }: { readonly of: Extract<Verdict, { valid: true }> }) {
  const { t, list, date, time } = useWords()
  const { title, text, circleName, circle, consents, absent, gone, aside, practice, asOf, review } = of
  const isAll = absent.length + gone.length + aside.length === 0
  return (
    <>
      <Notice tone="good" title={t('certificate.valid')}>
        {t(isAll ? 'certificate.everyone' : 'certificate.everyoneBut')}
      </Notice>
      {practice && <Notice tone="warning">{t('certificate.practice')}</Notice>}
      <Card as="section" aria-labelledby="certified">
        <h2 id="certified" dir="auto">
          {title}
        </h2>
        <p dir="auto" className="certificate-text">
          {text}
        </p>
        <p>
          {t('certificate.in')} <bdi>{circleName}</bdi>
        </p>
        <ul>
          {consents.map(({ person, name, at, spoken, borrowedFrom }) => (
            <li key={person}>
              {t('certificate.consented', { name, at: time(Date.parse(at)) })}
              {spoken !== undefined &&
                ` ${t('certificate.spoken', { by: spoken.by, names: list([...spoken.witnesses]) })}`}
              {borrowedFrom !== undefined && ` ${t('certificate.borrowed', { name: borrowedFrom })}`}
            </li>
          ))}
          {absent.map(({ person, name }) => (
            <li key={person}>{t('certificate.absent', { name })}</li>
          ))}
          {gone.map(({ person, name }) => (
            <li key={person}>{t('certificate.gone', { name })}</li>
          ))}
          {aside.map(({ person, name, reason }) => (
            <li key={person}>{t('certificate.aside', { name, reason })}</li>
          ))}
        </ul>
        <p>{t('certificate.closed', { date: time(Date.parse(asOf)), review: date(review) })}</p>
        <p>
          {t('certificate.circleId')} <code>{circle}</code>
        </p>
      </Card>
      <p>{t('certificate.limits')}</p>
    </>
  )
}
