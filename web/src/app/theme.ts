import type { ThemeConfig } from 'antd'

/** System fonts only: nothing is loaded from elsewhere. Colours hold 4.5 to 1 on white. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5c9e',
    colorLink: '#0b5c9e',
    colorSuccess: '#1a7f4b',
    colorError: '#b3261e',
    colorWarning: '#9a5b00',
    colorTextSecondary: '#4d5865',
    colorTextDescription: '#56616e',
    colorTextPlaceholder: '#6b7682',
    borderRadius: 8,
    fontSize: 15,
    controlHeight: 38,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
}
