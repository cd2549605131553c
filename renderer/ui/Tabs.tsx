import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Tabs.css'

type TabsProps<Id extends string> = {
  readonly label: string
  readonly tabs: readonly {
    readonly id: Id
    readonly label: string
    /** A number or short word after the label. */
    readonly badge?: ReactNode
    readonly content: ReactNode
  }[]
  /** With onChange, the page holds which one is open. */
  readonly value?: Id | undefined
  readonly onChange?: ((id: Id) => void) | undefined
  readonly className?: string | undefined
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames('ui-tabs', className)}
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key)
        if (chosen !== undefined) onChange?.(chosen.id)
      }}
    >
      <TabList className="ui-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab">
            {tab.label}
            {tab.badge !== undefined && <span className="ui-tab-badge">{tab.badge}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="ui-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
