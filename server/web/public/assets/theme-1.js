// Before the first paint, so that nobody who chose dark sees a light flash. Cached for good: a change takes a new name.
try {
  const theme = localStorage.getItem("sidenote.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
