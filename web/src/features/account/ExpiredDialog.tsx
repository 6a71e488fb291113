import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignInForm } from './SignInForm'

/** Over the page, which stays as it is: whoever was writing goes on writing. */
export function ExpiredDialog() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  return (
    <Modal title={t('account.expiredTitle')} open={open} footer={null} onCancel={() => setOpen(false)}>
      <p>{t('account.expiredText')}</p>
      <SignInForm onSignedIn={() => setOpen(false)} />
    </Modal>
  )
}
