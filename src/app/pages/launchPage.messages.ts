/** `launch.html` inlines these texts, so they are read without the library: `filled` puts the values in. */
export const launchPageTexts = {
  withoutChart: 'Opened without a patient chart',
  withoutChartText:
    'To see one patient’s results, open Longview from the chart. Or sign in to %label% and choose a patient there.',
  signInTo: 'Sign in to %label%',
  signInInWindow: 'Sign in in the window that has opened. Longview then continues here.',
  windowBlocked:
    'The browser blocked the new window. Allow pop-ups for this page and press the button again.',
  detailsForSupport: 'Details for support: %code%',
  copyDetails: 'Copy details',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Select the text and copy it.',
  launchInspector: 'Launch inspector',
  noAddress: 'not an address',
  noEhrLaunch: 'the site file allows no EHR launch',
  launchUsed: 'back to a launch that was already used',
} as const;
