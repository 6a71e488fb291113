/** A bridge; decoration beside the name. */
export function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b4f8a" />
      <path d="M4 22h24M4 22c3-9 8-12 12-12s9 3 12 12M10 22v-7M16 22V10M22 22v-7" fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  )
}
