/** `launch.html` inlines these texts, so they are read without the library. */

export const withoutChartHelp = (label: string): string =>
  `To see a patient’s results, open Longview from the chart, or sign in to ${label} and choose a patient.`;
export const signInAt = (label: string): string => `Sign in to ${label}`;
export const signInInWindow = 'Use the window that has opened to sign in. Longview then continues here.';
export const windowBlocked =
  'The browser blocked the new window. Allow pop-ups for this page and press the button again.';
export const detailsForSupport = (code: string): string => `Details for support: ${code}`;
export const copyDetails = 'Copy details';
export const copied = 'Copied.';
export const notCopied = 'The browser did not allow copying. Select the text and copy it.';
export const launchInspector = 'Launch inspector';
export const noAddress = 'not an address';
export const noEhrLaunch = 'site allows no EHR launch';
export const launchUsed = 'launch already used';
