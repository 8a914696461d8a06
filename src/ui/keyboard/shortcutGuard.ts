/** These elements take keys for themselves. A checkbox takes none but the space bar. */
const TAKES_KEYS =
  // oxlint-disable-next-line longview/texts-in-catalogs -- a selector
  'input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false]), dialog, [popover]';

/**
 * On many layouts AltGr, or the option key on a Mac, types a bracket, and then it is part of the character.
 */
function isModified(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  const isTypedSo =
    isSign && (event.getModifierState('AltGraph') || (!ctrlKey && /Mac/.test(navigator.userAgent)));
  return metaKey || ((ctrlKey || altKey) && !isTypedSo);
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
