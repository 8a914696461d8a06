export const COPIED = 'Copied.';

/** Copies a text and says how it went. An EHR's frame may forbid the clipboard: then the text is selected by hand. */
export const copyText = (text: string): Promise<string> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => COPIED,
      () => 'The browser did not allow copying. Select the lines and copy them.',
    );
