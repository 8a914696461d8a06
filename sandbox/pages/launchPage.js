// Without this file every launch opens in the same window. A standalone launch needs no patient, because the
// consent page asks.
const form = document.querySelector('form[action="/launch"]');

function adjust() {
  const kind = form.elements.kind.value;
  form.target = kind === 'frame' ? '_self' : '_blank';
  form.rel = 'noopener';
  if (kind === 'standalone') form.elements.vendor.value = 'generic';
  form.elements.user.disabled = kind !== 'standalone';
  form.elements.vendor.disabled = kind === 'standalone';
  for (const radio of form.querySelectorAll('input[name="patient"]')) radio.required = kind !== 'standalone';
}

form.addEventListener('change', adjust);
adjust();
