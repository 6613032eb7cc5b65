// Before the first paint, so that a dark desk never flashes white. A file of its own: the CSP forbids inline scripts.
(function () {
  try {
    const theme = localStorage.getItem('colophon.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const lang = localStorage.getItem('colophon.lang');
    if (lang === 'en') document.documentElement.lang = 'en';
  } catch {
    // Storage refused (private browsing): the system's own preference applies.
  }
})();
