import { lazy, type ComponentType } from 'react'

/** A page gets the id in its path, '' where it has none; `guest`: whom it is about; `driver`: what it answers; `role`: which. */
export type PageProps = {
  readonly id: string
  readonly guest?: string | undefined
  readonly driver?: string | undefined
  readonly role?: string | undefined
}

/** Every page by its address. Each is loaded when it is first opened, so that the window is there at once. */
export const routes: readonly { readonly path: string; readonly page: ComponentType<PageProps> }[] = [
  { path: '/', page: page(() => import('./home/Home.tsx').then((m) => m.Home)) },
  { path: '/circles', page: page(() => import('./circles/Circles.tsx').then((m) => m.Circles)) },
  { path: '/circles/new', page: page(() => import('./circles/NewCircle.tsx').then((m) => m.NewCircle)) },
  { path: '/circles/new/together', page: page(() => import('./first-meeting/Together.tsx').then((m) => m.Together)) },
  { path: '/circles/:id', page: page(() => import('./circles/CirclePage.tsx').then((m) => m.CirclePage)) },
  { path: '/circles/:id/propose', page: page(() => import('./proposals/NewProposal.tsx').then((m) => m.NewProposal)) },
  {
    path: '/circles/:id/propose/:guest',
    page: page(() => import('./proposals/NewProposal.tsx').then((m) => m.NewProposal)),
  },
  {
    path: '/circles/:id/answer/:driver',
    page: page(() => import('./proposals/NewProposal.tsx').then((m) => m.NewProposal)),
  },
  { path: '/circles/:id/backlog', page: page(() => import('./backlog/BacklogPage.tsx').then((m) => m.BacklogPage)) },
  { path: '/circles/:id/helping', page: page(() => import('./helping/PartsPage.tsx').then((m) => m.PartsPage)) },
  { path: '/circles/:id/links', page: page(() => import('./links/LinksPage.tsx').then((m) => m.LinksPage)) },
  { path: '/structure', page: page(() => import('./links/StructurePage.tsx').then((m) => m.StructurePage)) },
  { path: '/circles/:id/ways', page: page(() => import('./ways/WaysPage.tsx').then((m) => m.WaysPage)) },
  { path: '/helping/:id', page: page(() => import('./helping/HelpingPage.tsx').then((m) => m.HelpingPage)) },
  {
    path: '/circles/:id/first-meeting',
    page: page(() => import('./first-meeting/FirstMeeting.tsx').then((m) => m.FirstMeeting)),
  },
  { path: '/circles/:id/meetings', page: page(() => import('./meetings/Meetings.tsx').then((m) => m.Meetings)) },
  { path: '/meetings/:id', page: page(() => import('./meetings/MeetingPage.tsx').then((m) => m.MeetingPage)) },
  { path: '/meetings/:id/room', page: page(() => import('./meetings/RoomMode.tsx').then((m) => m.RoomMode)) },
  { path: '/meetings/:id/minutes', page: page(() => import('./meetings/MinutesPage.tsx').then((m) => m.MinutesPage)) },
  { path: '/next-steps', page: page(() => import('./actions/NextSteps.tsx').then((m) => m.NextSteps)) },
  { path: '/drivers/:id', page: page(() => import('./drivers/DriverPage.tsx').then((m) => m.DriverPage)) },
  { path: '/circles/:id/people', page: page(() => import('./people/People.tsx').then((m) => m.People)) },
  { path: '/circles/:id/people/apart', page: page(() => import('./people/Apart.tsx').then((m) => m.Apart)) },
  { path: '/circles/:id/people/away', page: page(() => import('./people/Away.tsx').then((m) => m.Away)) },
  { path: '/circles/:id/relays', page: page(() => import('./keepers/RelaysPage.tsx').then((m) => m.RelaysPage)) },
  { path: '/circles/:id/keepers', page: page(() => import('./keepers/KeepersPage.tsx').then((m) => m.KeepersPage)) },
  { path: '/circles/:id/invite', page: page(() => import('./joining/Invite.tsx').then((m) => m.Invite)) },
  { path: '/circles/:id/roles', page: page(() => import('./roles/RolesPage.tsx').then((m) => m.RolesPage)) },
  { path: '/circles/:id/roles/:role', page: page(() => import('./roles/RolePage.tsx').then((m) => m.RolePage)) },
  {
    path: '/selections/:id',
    page: page(() => import('./selections/SelectionPage.tsx').then((m) => m.SelectionPage)),
  },
  { path: '/reviews/:id', page: page(() => import('./reviews/ReviewPage.tsx').then((m) => m.ReviewPage)) },
  { path: '/proposals/:id', page: page(() => import('./proposals/ProposalPage.tsx').then((m) => m.ProposalPage)) },
  { path: '/agreements/:id', page: page(() => import('./agreements/AgreementPage.tsx').then((m) => m.AgreementPage)) },
  { path: '/agreements/:id/renew', page: page(() => import('./agreements/Anew.tsx').then((m) => m.Renew)) },
  { path: '/agreements/:id/change', page: page(() => import('./agreements/Anew.tsx').then((m) => m.Change)) },
  { path: '/agreements/:id/end', page: page(() => import('./agreements/Anew.tsx').then((m) => m.End)) },
  { path: '/agreements/:id/why', page: page(() => import('./logbook/Why.tsx').then((m) => m.Why)) },
  { path: '/circles/:id/logbook', page: page(() => import('./logbook/Logbook.tsx').then((m) => m.Logbook)) },
  {
    path: '/circles/:id/logbook/document',
    page: page(() => import('./logbook/LogbookDocument.tsx').then((m) => m.LogbookDocument)),
  },
  { path: '/circles/:id/files', page: page(() => import('./files/FilesPage.tsx').then((m) => m.FilesPage)) },
  { path: '/join', page: page(() => import('./joining/Join.tsx').then((m) => m.Join)) },
  { path: '/join/:id', page: page(() => import('./joining/Join.tsx').then((m) => m.Join)) },
  {
    path: '/certificate',
    page: page(() => import('./agreements/CheckCertificate.tsx').then((m) => m.CheckCertificate)),
  },
  {
    path: '/certificate/:id',
    page: page(() => import('./agreements/CheckCertificate.tsx').then((m) => m.CheckCertificate)),
  },
  { path: '/updates', page: page(() => import('./updates/UpdatesPage.tsx').then((m) => m.UpdatesPage)) },
  { path: '/updates/:id', page: page(() => import('./updates/UpdatesPage.tsx').then((m) => m.UpdatesPage)) },
  { path: '/open/:id', page: page(() => import('./files/OpenBundle.tsx').then((m) => m.OpenBundle)) },
  { path: '/in-step/doctor', page: page(() => import('./doctor/DoctorPage.tsx').then((m) => m.DoctorPage)) },
  { path: '/stick', page: page(() => import('./stick/StickPage.tsx').then((m) => m.StickPage)) },
  { path: '/in-step', page: page(() => import('./people/InStep.tsx').then((m) => m.InStep)) },
  { path: '/beside', page: page(() => import('./beside/BesidePage.tsx').then((m) => m.BesidePage)) },
  { path: '/me', page: page(() => import('./me/Me.tsx').then((m) => m.Me)) },
  { path: '/practice', page: page(() => import('./practice/Practice.tsx').then((m) => m.Practice)) },
  { path: '/gallery', page: page(() => import('./gallery/Gallery.tsx').then((m) => m.Gallery)) },
]

function page(load: () => Promise<ComponentType<PageProps>>): ComponentType<PageProps> {
  return lazy(async () => ({ default: await load() }))
}
