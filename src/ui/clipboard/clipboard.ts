/** A text for the clipboard, and its form with markup for programs that take one. */
export type ClipboardContent = { readonly plain: string; readonly html?: string };

/** Puts it on the clipboard by whichever way the frame allows. False: by none, so that the reader must copy by hand. */
export async function copyToClipboard(copy: ClipboardContent): Promise<boolean> {
  for (const way of [writeItem, writeText, execCopyCommand]) {
    // One after another: the next way is only for where the one before it is forbidden.
    // oxlint-disable-next-line no-await-in-loop
    if (await way(copy).catch(() => false)) return true;
  }
  return false;
}

async function writeItem({ plain, html }: ClipboardContent): Promise<boolean> {
  if (html === undefined) return false;
  const blob = (text: string, type: string) => new Blob([text], { type });
  const forms = { 'text/plain': blob(plain, 'text/plain'), 'text/html': blob(html, 'text/html') };
  await navigator.clipboard.write([new ClipboardItem(forms)]);
  return true;
}

async function writeText({ plain }: ClipboardContent): Promise<boolean> {
  await navigator.clipboard.writeText(plain);
  return true;
}

/** The way of older browsers, which a frame without the permission for the clipboard may still have. */
async function execCopyCommand({ plain, html }: ClipboardContent): Promise<boolean> {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = plain;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  let isSet = false;
  const set = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    isSet = true;
  };
  document.body.append(field);
  document.addEventListener('copy', set);
  try {
    field.select();
    // Deprecated, and there is no other way in such a frame.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy') && isSet;
  } finally {
    document.removeEventListener('copy', set);
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

export const COPIED = 'Copied.';

/** Copies a text and says how it went. An EHR's frame may forbid the clipboard: then the text is selected by hand. */
export const copyText = (text: string): Promise<string> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => COPIED,
      () => 'The browser did not allow copying. Select the lines and copy them.',
    );
