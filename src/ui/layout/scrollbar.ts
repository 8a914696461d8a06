let widthPx: number | undefined;

/** Returns how wide a scroll bar is that takes room, in px; 0 where it lies over the content. It is measured once. */
export function scrollbarPx(): number {
  if (widthPx !== undefined) return widthPx;
  const box = document.createElement('div');
  box.style.overflow = 'scroll';
  box.style.position = 'absolute';
  box.style.visibility = 'hidden';
  document.body.append(box);
  widthPx = box.offsetWidth - box.clientWidth || 0;
  box.remove();
  return widthPx;
}
