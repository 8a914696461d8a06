import { fromLinear, linearColour, oklab, type Colour } from './colour.ts';

/**
 * These matrices are for full severity and linear RGB (Machado, Oliveira, Fernandes 2009, doi:10.1109/TVCG.2009.113). The
 * filters of culori have them for eleven severities and apply them to coded values, which shifts what they show.
 */
const MATRICES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

type Vision = keyof typeof MATRICES;
export const VISIONS: readonly Vision[] = ['protanopia', 'deuteranopia', 'tritanopia'];

/** Returns the colour as a person sees it whose eyes lack one kind of cone. */
export function simulateVision(vision: Vision, colour: Colour): Colour {
  const { r, g, b } = linearColour(colour);
  const light = (i: 0 | 1 | 2): number => {
    const [ofRed, ofGreen, ofBlue] = MATRICES[vision][i];
    return ofRed * r + ofGreen * g + ofBlue * b;
  };
  return fromLinear({ r: light(0), g: light(1), b: light(2) });
}

/** Returns how far apart two colours are, lightness included, for whoever sees the least difference. From about 0.02 on it is seen. */
export const minDistance = (one: Colour, other: Colour): number =>
  Math.min(
    ...VISIONS.map((vision) => {
      const [a, b] = [oklab(simulateVision(vision, one)), oklab(simulateVision(vision, other))];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
