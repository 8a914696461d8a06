/** Returns the texts that are cut without an ellipsis or whose whole text is nowhere. It runs in the page. */
export function findTruncatedText(): string[] {
  const letters = (text: string): string => text.replaceAll(/[\s,…]/g, '');
  const isCut = (element: Element): element is HTMLElement =>
    element instanceof HTMLElement &&
    element.clientWidth > 2 &&
    element.checkVisibility() &&
    /hidden|clip/.test(getComputedStyle(element).overflowX) &&
    element.innerText.trim() !== '' &&
    element.scrollWidth > element.clientWidth + 1;
  return [...document.body.querySelectorAll('*')].filter(isCut).flatMap((element) => {
    // A link says its text for a voice first, and draws the rest.
    const spoken = element.closest('a')?.firstElementChild?.textContent;
    const named = element.closest('[aria-label]')?.getAttribute('aria-label') ?? spoken ?? '';
    const titles = [element.closest('[data-tooltip]'), element.querySelector('[data-tooltip]')].map(
      (one) => one?.getAttribute('data-tooltip') ?? '',
    );
    const isWhole = [named, ...titles].some((text) =>
      letters(text).includes(letters(element.textContent).slice(0, -1)),
    );
    const isMarked = getComputedStyle(element).textOverflow === 'ellipsis';
    return isMarked && isWhole
      ? []
      : [`${isMarked ? 'no whole text' : 'no ellipsis'}: ${element.textContent.slice(0, 80)}`];
  });
}

/**
 * Returns each pair of words in the window that lie on one another, and each that is covered in part. It runs in the page, so it can
 * use nothing outside of itself. What lies behind an open menu or drawer is covered on purpose.
 */
export function findOverlappingTexts(): string[] {
  type Words = { readonly text: string; readonly box: DOMRect; readonly element: Element };
  // A label that lets the pointer through is found like any other.
  const everything = new CSSStyleSheet();
  everything.replaceSync('* { pointer-events: auto !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, everything];

  /** A text for voices alone is clipped to nothing. Most texts have their parents in common, so each parent is asked once. */
  const clippedToNothing = new Map<Element, boolean>();
  const isClippedToNothing = (element: Element): boolean => {
    const known = clippedToNothing.get(element);
    if (known !== undefined) return known;
    const { parentElement } = element;
    const isClipped =
      getComputedStyle(element).clipPath !== 'none' ||
      (parentElement !== null && isClippedToNothing(parentElement));
    clippedToNothing.set(element, isClipped);
    return isClipped;
  };
  const isDrawn = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.matches('script, style, option') &&
    !isClippedToNothing(element);
  const inWindow = new DOMRect(0, 0, innerWidth, innerHeight);
  const knownEdges = new Map<Element, readonly DOMRect[]>();
  /** Returns the window and each box that cuts what reaches over its edge. */
  const edgesOf = (element: Element | null): readonly DOMRect[] => {
    if (element === null) return [inWindow];
    const known = knownEdges.get(element);
    if (known) return known;
    const cuts =
      element instanceof HTMLElement &&
      element !== document.body &&
      element !== document.documentElement &&
      /hidden|clip|auto|scroll/.test(getComputedStyle(element).overflow);
    const outer = edgesOf(element.parentElement);
    const edges = cuts ? [...outer, element.getBoundingClientRect()] : outer;
    knownEdges.set(element, edges);
    return edges;
  };
  const clipped = (rect: DOMRect, element: Element): DOMRect => {
    let { left, top, right, bottom } = rect;
    for (const edge of edgesOf(element)) {
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const isRelated = (one: Element, other: Element): boolean => one.contains(other) || other.contains(one);
  /** Returns what hides an element at a place: the first thing above it that has a ground of its own. */
  const hiddenBy = (element: Element, x: number, y: number): Element | undefined => {
    for (const above of document.elementsFromPoint(x, y)) {
      if (isRelated(above, element)) return undefined;
      const { backgroundColor } = getComputedStyle(above);
      if (above instanceof HTMLElement && !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor))
        return above;
    }
    return undefined;
  };

  const all: Words[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, element] = [node.textContent?.trim() ?? '', node.parentElement];
    if (text === '' || !element) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    if (rects.length === 0 || !isDrawn(element)) continue;
    for (const rect of rects) {
      const box = clipped(rect, element);
      if (box.width >= 2 && box.height >= 6) all.push({ text: text.slice(0, 40), box, element });
    }
  }
  const found: string[] = [];
  const seen: Words[] = [];
  for (const words of all) {
    const { box, element, text } = words;
    const y = box.y + box.height / 2;
    const covers = [box.left + 1, box.left + box.width / 2, box.right - 1].map((x) =>
      hiddenBy(element, x, y),
    );
    const cover = covers.find(Boolean);
    if (covers.every(Boolean)) continue;
    seen.push(words);
    if (cover && !cover.closest('dialog, [popover], [role=listbox]'))
      found.push(`“${text}” is covered in part by “${cover.textContent.slice(0, 40)}”`);
  }
  seen.forEach((a, i) => {
    for (const b of seen.slice(i + 1)) {
      if (a.element === b.element) continue;
      const [left, right] = [Math.max(a.box.left, b.box.left), Math.min(a.box.right, b.box.right)];
      const [top, bottom] = [Math.max(a.box.top, b.box.top), Math.min(a.box.bottom, b.box.bottom)];
      if (right - left < 2 || bottom - top < 5) continue;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (!hiddenBy(a.element, x, y) && !hiddenBy(b.element, x, y))
        found.push(`“${a.text}” lies on “${b.text}”`);
    }
  });
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== everything);
  return [...new Set(found)];
}
