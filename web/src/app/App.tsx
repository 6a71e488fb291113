import { ConfigProvider } from 'antd'
import { type ComponentProps, type ReactNode, Suspense, use, useMemo } from 'react'
import { RouterProvider } from 'react-router/dom'
import { Provider } from 'urql'
import { type Locale, useLocale } from '@/shared/i18n/language'
import { useViewerId } from '@/shared/session/session'
import { Feedback } from '@/shared/ui/feedback'
import { Loading } from '@/shared/ui/states'
import { createAppClient } from './client'
import { router } from './routes'
import { theme } from './theme'

type ComponentTexts = ComponentProps<typeof ConfigProvider>['locale']

const componentTexts: Record<Locale, () => Promise<{ default: ComponentTexts }>> = {
  'zh-CN': () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
}
const loadedTexts = new Map<Locale, Promise<{ default: ComponentTexts }>>()

/** Loads the component library's own words once a language. */
function textsOf(locale: Locale) {
  const loaded = loadedTexts.get(locale) ?? componentTexts[locale]()
  loadedTexts.set(locale, loaded)
  return loaded
}

export function App() {
  return (
    <Suspense fallback={<Loading />}>
      <Localised>
        <Data>
          <RouterProvider router={router} />
        </Data>
      </Localised>
    </Suspense>
  )
}

function Localised(props: { children: ReactNode }) {
  const texts = use(textsOf(useLocale()))
  return (
    <ConfigProvider locale={texts.default} theme={theme} button={{ autoInsertSpace: false }}>
      <Feedback>{props.children}</Feedback>
    </ConfigProvider>
  )
}

/** Another person gets another cache, so nobody reads what the one before left. */
function Data(props: { children: ReactNode }) {
  const viewerId = useViewerId()
  const client = useMemo(() => createAppClient(viewerId), [viewerId])
  return <Provider value={client}>{props.children}</Provider>
}
