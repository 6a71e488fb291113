import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { speak, startLanguage } from '../i18n/language'

// Room for a machine that builds the server at the same time.
configure({ asyncUtilTimeout: 30_000 })

// What antd asks of a browser and jsdom has not.
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})
window.scrollTo = () => {}
Element.prototype.scrollIntoView = () => {}
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(async () => {
  localStorage.clear()
  await startLanguage()
  await speak('en')
})
afterEach(cleanup)
