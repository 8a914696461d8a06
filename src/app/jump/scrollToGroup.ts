/** The overview is drawn, and its filter ended, within so many frames. */
const MAX_FRAMES = 120;

/** A group that is cut into parts has several headings, of which the first begins with its name alone. */
const headingOf = (group: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main h2')].find(
    ({ firstChild }) => firstChild?.textContent?.trim() === group,
  );

/** The bar with the patient's name covers the top of the page. */
const barHeightPx = (): number =>
  Math.max(0, document.querySelector('[data-patient-banner]')?.getBoundingClientRect().bottom ?? 0);

/** Scrolls the overview to the heading of a clinical group as soon as it is drawn, and puts the focus there. */
export function scrollToGroup(group: string): void {
  let frames = 0;
  const step = (): void => {
    frames += 1;
    const heading = headingOf(group);
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
      scrollBy(0, -barHeightPx() - 8);
    } else if (frames < MAX_FRAMES) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
