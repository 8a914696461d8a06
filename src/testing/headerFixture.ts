/** The top of a screen as a test of what stands below it needs it. */
export const header = {
  find: { query: '', onQuery: () => undefined },
  takeAlong: undefined,
  menu: undefined,
  onExportCsv: () => undefined,
  sought: '',
  onFound: () => undefined,
};
