/**
 * These are abbreviations and spellings that people type for an analyte, besides its short name in the catalog. Each is one
 * word in lower case. One may stand for several analytes, such as "bicarb", and then finds all of them.
 */
const ALIASES: Readonly<Record<string, string>> = {
  hgb: 'hb,haemoglobin',
  'hgb-art': 'thb',
  hct: 'pcv,haematocrit,crit',
  wbc: 'wcc,leukocytes,leucocytes',
  plt: 'plts,thrombocytes',
  'neut-abs': 'neuts',
  'lym-abs': 'lymphs',
  'eos-abs': 'eos',
  creat: 'scr,crea',
  k: 'k+',
  na: 'na+',
  cl: 'cl-',
  bun: 'urea',
  co2: 'hco3,bicarb,bicarbonate,tco2',
  'hco3-ser': 'bicarb',
  'hco3-art': 'bicarb',
  'hco3-ven': 'bicarb',
  phos: 'po4,phosphorus',
  egfr: 'gfr',
  uacr: 'acr,microalbumin',
  upcr: 'pcr',
  glucose: 'bg,bsl,bgl,sugar',
  'glucose-poc': 'bg,bsl,bgl,sugar,fingerstick',
  a1c: 'hgba1c,hba1c',
  'bp-sys': 'bp,nibp',
  hr: 'pulse,bpm',
  rr: 'resp,resps',
  spo2: 'sats,sat,o2sat,pox',
  weight: 'wt',
  height: 'ht',
  alt: 'sgpt,gpt',
  ast: 'sgot,got',
  alp: 'alkphos',
  tbili: 'bili,bilirubin',
  ggt: 'gamma-gt,ggtp',
  ldh: 'ld',
  esr: 'sedrate',
  'tni-hs': 'trop,troponin,hstni',
  tni: 'trop,troponin',
  'tnt-hs': 'trop,troponin,hstnt',
  tnt: 'trop,troponin',
  ntprobnp: 'probnp',
  ck: 'cpk',
  lactate: 'lac,lact',
  'lactate-art': 'lac',
  'lactate-ven': 'lac',
  pt: 'protime',
  aptt: 'ptt',
  'ddimer-feu': 'ddimer',
  'ddimer-ddu': 'ddimer',
  vitd: '25ohd',
  tacro: 'fk506',
  csa: 'ciclosporin',
  apap: 'paracetamol',
  chol: 'tc',
  tg: 'trigs',
  'urine-out': 'uop,uo',
  'ph-art': 'abg',
};

/** These are abbreviations of panels, as they are ordered in the United Kingdom and on American wards. */
const PANEL_ALIASES: Readonly<Record<string, string>> = {
  bmp: 'u&e,u&es,u+e,ue,chem7',
  liver: 'lft,lfts',
  cbc: 'fbc',
  thyroid: 'tft,tfts',
  coag: 'clotting,coags',
};

const lists = new Map(Object.entries(ALIASES).map(([id, words]) => [id, words.split(',')]));

const panelLists = new Map(Object.entries(PANEL_ALIASES).map(([id, words]) => [id, words.split(',')]));

const NO_ALIASES: readonly string[] = [];

/** Returns what people type for an analyte of the catalog, in lower case, besides its names there. */
export const searchAliases = (analyteId: string): readonly string[] => lists.get(analyteId) ?? NO_ALIASES;

/** Returns what people type for a panel of the catalog, in lower case, besides its name and id there. */
export const panelAliases = (panelId: string): readonly string[] => panelLists.get(panelId) ?? NO_ALIASES;

/** Returns the panels that have such words. */
export const aliasedPanelIds = (): readonly string[] => [...panelLists.keys()];

/** Returns the analytes that have such words. */
export const aliasedAnalyteIds = (): readonly string[] => [...lists.keys()];
