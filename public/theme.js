// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the content security policy
// allows no inline scripts. src/app/theme/theme.ts writes what this reads.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('cruddur.theme');
  } catch (error) {
    // Storage is blocked: the system's theme applies.
  }
  if (choice !== 'light' && choice !== 'dark') return;
  document.documentElement.dataset.theme = choice;
  document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
    meta.setAttribute('content', choice === 'dark' ? '#1b1614' : '#faf5ee');
  });
})();
