// Runs before the first paint: the chosen theme and language must not flash the wrong way round.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = read('clientchats.scheme');
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-mantine-color-scheme', scheme);
  root.style.colorScheme = scheme;
  var language = read('clientchats.language') || navigator.language || 'ru';
  root.lang = language.slice(0, 2) === 'en' ? 'en' : 'ru';
})();
