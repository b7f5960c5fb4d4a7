(() => {
  // Paper cannot open a part.
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details.part')) {
      part.open = true;
    }
  });

  const form = document.querySelector('form');
  if (!form) {
    return;
  }

  const articles = [...document.querySelectorAll('article')].map(element => ({
    element,
    severity: element.closest('[data-severity]').dataset.severity,
    text: (element.closest('section').querySelector('h2').textContent + ' ' + element.textContent).toLowerCase(),
  }));

  const filter = () => {
    const words = form.text.value.toLowerCase().split(/\s+/);
    const severities = [...form.querySelectorAll('[name=severity]:checked')].map(box => box.value);
    let count = 0;
    for (const { element, severity, text } of articles) {
      const isShown = severities.includes(severity) && words.every(word => text.includes(word));
      element.hidden = !isShown;
      count += isShown ? 1 : 0;
    }

    // A heading without findings is hidden too; the group is inside the section, so it comes first.
    for (const selector of ['.group', 'section']) {
      for (const part of document.querySelectorAll(selector)) {
        part.hidden = !part.querySelector('article:not([hidden])');
      }
    }

    document.querySelector('#none').hidden = count > 0;
    form.querySelector('output').textContent = `${count} of ${articles.length} entries shown`;
  };

  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  filter();
})();
