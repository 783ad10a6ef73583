/** Light or dark as the system says, until somebody chose here. */
const chosen = localStorage.getItem('theme')
if (chosen) document.documentElement.dataset.theme = chosen

export function isDark() {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark'
  document.documentElement.dataset.theme = theme
  localStorage.setItem('theme', theme)
}
