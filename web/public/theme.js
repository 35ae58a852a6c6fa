// Runs before the first paint, so that a chosen theme or language never flashes. Must know nothing of the pages.
(function () {
  try {
    var theme = localStorage.getItem("frontdesk.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    var lang = localStorage.getItem("frontdesk.lang") || navigator.language;
    document.documentElement.lang = lang.toLowerCase().indexOf("zh") === 0 ? "zh-CN" : "en";
  } catch (_blocked) {
    /* Storage may be blocked; the system's theme and English stand. */
  }
})();
