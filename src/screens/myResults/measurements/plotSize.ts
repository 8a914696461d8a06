/** The pictures of one screen have one size, in px. */
export const PLOT = { left: 40, right: 8, top: 8, height: 150, bottom: 20 } as const;
export const PLOT_HEIGHT = PLOT.top + PLOT.height + PLOT.bottom;
