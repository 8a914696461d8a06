/** The package brings no types; these are the functions that the tests use. */
declare module '@lhncbc/ucum-lhc' {
  type Utils = {
    validateUnitString(unit: string): { status: 'valid' | 'invalid' | 'error' };
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number | undefined; charge?: number },
    ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null };
  };
  const ucum: { UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
