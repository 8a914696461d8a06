import type { RowKind } from './resultRow.ts';

/**
 * This is the kind of a plain final number with an exact time and nothing else: no flag, no range, no code and no
 * unit.
 */
export const plainRowKind: RowKind = {
  seriesId: '',
  component: '',
  codeSystem: '',
  code: '',
  codeText: '',
  status: 'final',
  comparator: '',
  unit: '',
  unitCode: '',
  rangeLow: '',
  rangeHigh: '',
  rangeText: '',
  band: undefined,
  flag: '',
  flagText: '',
  outsideRange: '',
  precision: 'instant',
  hasImpossibleTime: false,
  drawing: 'line',
  reason: '',
  isConverted: false,
  isParsedFromText: false,
  check: '',
  checkKind: '',
  context: '',
  method: '',
  mark: '',
  condition: '',
  absentReason: '',
  isVitalSign: false,
  measuredBy: '',
  encounter: '',
};
