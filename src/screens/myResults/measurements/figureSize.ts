/** The figures of one screen have one size. */
export const FIGURE_PX = { left: 40, right: 8, top: 8, height: 150, bottom: 20 } as const;
export const FIGURE_HEIGHT_PX = FIGURE_PX.top + FIGURE_PX.height + FIGURE_PX.bottom;
