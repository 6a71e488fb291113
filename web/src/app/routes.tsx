import { createBrowserRouter } from 'react-router'
import { Home } from '@/features/home/Home'
import { Crashed } from '@/shared/ui/Crashed'
import { Loading } from '@/shared/ui/states'
import { Layout } from './Layout'
import { NotFound } from './NotFound'

/** Every page but the first is loaded when it is gone to. */
export const router = createBrowserRouter([
  {
    Component: Layout,
    ErrorBoundary: Crashed,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: Crashed,
        children: [
          { path: '/', Component: Home },
          { path: '/offerings', lazy: async () => ({ Component: (await import('@/features/search/SearchPage')).OfferingSearch }) },
          { path: '/demands', lazy: async () => ({ Component: (await import('@/features/search/SearchPage')).DemandSearch }) },
          { path: '/compare', lazy: async () => ({ Component: (await import('@/features/search/ComparePage')).ComparePage }) },
          { path: '/saved-searches', lazy: async () => ({ Component: (await import('@/features/search/SavedSearchesPage')).SavedSearchesPage }) },
          { path: '/post/offering', lazy: async () => ({ Component: (await import('@/features/posting/WritePage')).NewOffering }) },
          { path: '/post/demand', lazy: async () => ({ Component: (await import('@/features/posting/WritePage')).NewDemand }) },
          { path: '/import', lazy: async () => ({ Component: (await import('@/features/posting/ImportPage')).ImportPage }) },
          { path: '/postings/:id', lazy: async () => ({ Component: (await import('@/features/posting/PostingPage')).PostingPage }) },
          { path: '/postings/:id/edit', lazy: async () => ({ Component: (await import('@/features/posting/EditPage')).EditPage }) },
          { path: '/postings/:id/matches', lazy: async () => ({ Component: (await import('@/features/matching/MatchesPage')).MatchesPage }) },
          { path: '/matches/:id', lazy: async () => ({ Component: (await import('@/features/matching/MatchPage')).MatchPage }) },
          { path: '/dashboard', lazy: async () => ({ Component: (await import('@/features/home/Dashboard')).Dashboard }) },
          { path: '/inbox', lazy: async () => ({ Component: (await import('@/features/notification/InboxPage')).InboxPage }) },
          { path: '/sign-in', lazy: async () => ({ Component: (await import('@/features/account/SignInPage')).SignInPage }) },
          { path: '/sign-up', lazy: async () => ({ Component: (await import('@/features/account/SignUpPage')).SignUpPage }) },
          { path: '/account', lazy: async () => ({ Component: (await import('@/features/account/AccountPage')).AccountPage }) },
          { path: '/organisations/new', lazy: async () => ({ Component: (await import('@/features/organisation/NewOrganisationPage')).NewOrganisationPage }) },
          { path: '/organisations/:id', lazy: async () => ({ Component: (await import('@/features/organisation/OrganisationPage')).OrganisationPage }) },
          { path: '/admin', lazy: async () => ({ Component: (await import('@/features/admin/AdminPage')).AdminPage }) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
])
