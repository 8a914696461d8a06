import { uiTexts } from '../ui.messages.ts';

/** A text for the clipboard has a form with markup for programs that take one. */
export type ClipboardContent = { readonly plain: string; readonly html?: string };

/** The instruction stands above a text that the reader copies by hand. */
export const CANNOT_COPY = uiTexts('copyByHand');

/** Puts the content on the clipboard by whichever way the frame allows. It returns false when none works, so
 * that the reader must copy by hand.
 */
export async function copyToClipboard(copy: ClipboardContent): Promise<boolean> {
  for (const write of [writeItem, writeText, execCopyCommand]) {
    // The ways are tried in order, because each serves a frame in which the one before it is forbidden.
    // oxlint-disable-next-line no-await-in-loop
    if (await write(copy).catch(() => false)) return true;
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

/** Older browsers copy this way, and a frame without the permission for the clipboard may still allow it. */
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
  // A menu closes when the focus leaves it, and a dialog lets it go nowhere else.
  (focused?.closest('[popover], dialog') ?? document.body).append(field);
  document.addEventListener('copy', set);
  try {
    field.select();
    // The command is deprecated, but such a frame has no other way.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy') && isSet;
  } finally {
    document.removeEventListener('copy', set);
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

export const COPIED = uiTexts('copied');

/**
 * Copies a text and returns how it went. An EHR's frame may forbid the clipboard, and then the reader selects
 * the text by hand.
 */
export const copyText = (text: string): Promise<string> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => COPIED,
      () => uiTexts('notCopied'),
    );
