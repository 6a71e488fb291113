import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '@/shared/i18n/language'
import { App } from './App'
import './global.css'

await startLanguage()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
