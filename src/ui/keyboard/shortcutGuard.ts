/** These elements take keys for themselves. A checkbox takes none but the space bar. */
const TAKES_KEYS =
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  'input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false]), dialog, [popover]';

/**
 * On many layouts AltGr, or the option key on a Mac, types a bracket, and then it is part of the character.
 */
function isModified(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isSign = key.length === 1 && !/[\p{L}\p{Nd}]/u.test(key);
  const isTypedSo =
    isSign && (event.getModifierState('AltGraph') || (!ctrlKey && /Mac/.test(navigator.userAgent)));
  return metaKey || ((ctrlKey || altKey) && !isTypedSo);
}

/** These are the keys of a layout that has letters or digits of its own, by what stands on them in Latin. */
const LATIN_KEY = /^(?:Key|Digit)(.)$/;
const BRACKETS = new Map([
  ['BracketLeft', '['],
  ['BracketRight', ']'],
]);

/**
 * Returns the letter, digit or sign that a shortcut is named by. A Cyrillic, Greek, Hebrew, Arabic or other layout types its own, and then
 * the place of the key counts, as it does for the commands of browsers. Caps Lock does not make another key of a letter.
 * https://w3c.github.io/uievents/#code-examples
 */
export function shortcutKey({ key, code, shiftKey }: KeyboardEvent): string {
  const isOther = key.length === 1 && /[\p{L}\p{M}\p{Nd}]/u.test(key) && !/[\p{Script=Latin}0-9]/u.test(key);
  const latin = (isOther && (BRACKETS.get(code) ?? LATIN_KEY.exec(code)?.[1])) || key;
  return shiftKey ? latin : latin.toLowerCase();
}

/**
 * Tells whether a key is free for a shortcut: no text is typed, no dialog is open and no command of the
 * browser is meant.
 */
export function isShortcutAllowed(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || isModified(event)) return false;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return false;
  // A dialog that stands beside the screen leaves it in use.
  return document.querySelector('dialog[open]:not([data-beside])') === null;
}
