// With this file another patient's chart opens without a new launch: the hub tells the app in the frame, and this page shows the
// other name only once the app has answered.
document.addEventListener('submit', async (event) => {
  const { form, patient, action } = submission(event);
  if (action === 'relaunch') return;
  event.preventDefault();
  const fields = new URLSearchParams({ launch: form.elements.launch.value, patient, action });
  document.body.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/ehr/chart', { method: 'POST', body: fields });
    if (response.ok) showChart(new DOMParser().parseFromString(await response.text(), 'text/html'));
    else form.submit();
  } finally {
    document.body.removeAttribute('aria-busy');
  }
});

function submission({ target: form, submitter }) {
  const isPatient = submitter?.name === 'patient';
  return {
    form,
    patient: isPatient ? submitter.value : form.elements.patient.value,
    action: isPatient ? 'open' : submitter?.value,
  };
}

/** The frame stays: what it shows is the app's. */
function showChart(page) {
  document.title = page.title;
  for (const part of ['.others', '.patient'])
    document.querySelector(part).replaceWith(page.querySelector(part));
  const actions = page.querySelector('.tabs .actions');
  document.querySelector('.tabs .actions')?.remove();
  if (actions) document.querySelector('.tabs').append(actions);
}
