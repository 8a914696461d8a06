/* oxlint-disable longview/texts-in-catalogs -- names and ids of the catalog */
/**
 * These data say how the analytes of the catalog stand on the screen: groups in clinical order, and names. The build puts
 * them, by catalog id, into its file (`build/catalogTable.ts`). The order is our own, to be reviewed by clinicians before
 * release.
 */

/** Each group has its heading and its catalog ids in clinical order. Results that the catalog does not know come last. */
export const ANALYTES_BY_GROUP: readonly (readonly [heading: string, ids: string])[] = [
  [
    'Kidney and electrolytes',
    'creat creat-bld egfr egfr-cys egfr-schwartz cysc crcl-24h crcl-c-g k k-bld na na-bld co2 hco3-ser tco2-bld cl cl-bld bun bun-bld bun-cr urea urea-bld uacr upcr phos pth ca ca-corr ica ica-ser ica-ven mg mg-bld uric agap osmo osmolality-calculated ucreat uprot24',
  ],
  [
    'Circulation and body',
    'bp-sys bp-dia sbp-24h dbp-24h map map-nibp http://loinc.org|76215-3 http://loinc.org|76213-8 http://loinc.org|76214-6 hr hr-ox hr-apex hr-rest hr-supine hr-standing hr-ex rr spo2 o2flow fio2 temp temp-oral temp-ax temp-rect temp-tymp temp-temporal temp-core temp-skin weight weight-est weight-stated weight-dry ibw height bmi bsa body-fat hc waist weight-pct height-pct bmi-pct bmi-pctile-ref wfl-pct hc-pct pef maximum-expiratory-flow pain pain-scale pain-faces-scale pain-visual-analog-scale gcs gcs-eye gcs-verbal gcs-motor news2 steps-in-24-h',
  ],
  [
    'Blood count and iron',
    'hgb hgb-art hgb-ven hgb-cap hct wbc wbc-corr plt rbc mcv mch mchc rdw mpv neut-abs lym-abs mono-abs eos-abs baso-abs ig-abs gran bands blasts nrbc neut-pct lym-pct mono-pct eos-pct baso-pct ig-pct gran-pct bands-pct blasts-pct meta-pct myelo-pct promyelo-pct var-lym-pct nrbc-100-wbc retic-pct retic-abs ret-he immature-reticulocyte-fraction ipf ferritin iron tibc uibc tsat transferrin soluble-transferrin-receptor b12 methylmalonate folate folate-red-cell haptoglobin hba2 hbf hbs g6pd',
  ],
  [
    'Diabetes',
    'a1c glucose glucose-bld glucose-poc glucose-strip ogtt-1h ogtt-2h-75-g ogtt-1h-50-g cgm cgm-mean gmi tir tbr1 tbr2 tar1 tar2 cgm-cv cgm-active cgm-days eag fructosamine insulin insulin-fast cpep bhb',
  ],
  ['Lipids', 'ldl ldl-direct hdl tg tg-bld chol nonhdl vldl cholhdl ldl-hdl apob apoa1 lpa-mass lpa-molar'],
  [
    'Liver and nutrition',
    'alt alt-p5p ast ast-p5p ast-alt alp alp-bone ggt tbili dbili ibili alb prealbumin-transthyretin tp glob agr alpha-1-globulin alpha-2-globulin beta-globulin gamma-globulin ldh nh3 bile-acids lipase amylase ceruloplasmin a1at vitd 1-25-d vit-a vit-e b1 b6 zinc copper selenium',
  ],
  [
    'Blood gas',
    'ph-art ph-ven ph-cap ph-mv ph-bld pco2-art pco2-ven pco2-cap pco2-bld pco2-tc po2-art po2-ven po2-cap po2-mv po2-bld sao2-art so2-ven so2-cap so2-bld o2hb cohb methb hco3-art hco3-ven hco3-cap hco3-bld tco2-art tco2-ven tco2-cap be-art be-ven be-cap be-bld bd-bld lactate lactate-art lactate-ven lactate-cap lactate-bld',
  ],
  ['Inflammation', 'crp hscrp hscrp-bld esr pct il-6 saa calprotectin-stool fit'],
  [
    'Heart',
    'tni-hs tni tni-dl001 tni-bld tnt-hs tnt tnt-bld bnp bnp-bld ntprobnp ck ckmb ckmb-act ckmb-idx myoglobin hcy lvef qtc qt qrs pr',
  ],
  ['Lung function', 'fvc fev1 fev1-fvc fev1-pctpred 6mwd'],
  [
    'Intensive care',
    'cvp icp pap-sys pap-dia pap-mean pcwp co ci urine-24h urine-out fio2-set fio2-meas p-f etco2 peep-set peep ppeak pmean ps-set tv-set tv mv rr-set rr-mech rr-spont rr-total cdyn',
  ],
  [
    'Coagulation',
    'inr inr-bld pt pt-pct aptt aptt-bld aptt-ratio thrombin-time fib ddimer-feu ddimer-ddu d-dimer-bld fdp anti-xa-ufh anti-xa-lmwh antithrombin-activity protein-c-activity protein-s-activity prot-s-free fviii fix vwf-ag vwf-rco act',
  ],
  [
    'Thyroid and hormones',
    'tsh ft4 ft3 t4 t3 rt3 tpo tgab trab cortisol cortisol-morning cortisol-evening acth aldosterone pra adh testo testo-free shbg dhea-s 17-ohp e2 p4 lh fsh prl amh igf-1 gh',
  ],
  [
    'Urine',
    'ua-color ua-app ua-sg ua-ph ua-prot ua-glu ua-ket ua-bld ua-le ua-nit ua-bili ua-uro ua-wbc ua-rbc u-wbc u-rbc epi-hpf hyaline-lpf bacteria-urine-sediment yeast-urine-sediment u-na u-k u-cl u-osm fena u-alb u-alb-24h u-prot u-cr-24h uun u-glu u-ca u-ca-24h u-phos u-urate u-mg u-amyl ufc',
  ],
  [
    'Drug levels',
    'digoxin lithium vanc vanc-peak vanc-random genta-trough genta-peak genta-random tobra-trough tobra-peak tobra-random amika-trough amika-peak amika-random tacro csa sirolimus-bld everolimus-bld mycophenolate mtx phenytoin free-pht valproate carbamazepine lamotrigine levetiracetam phenobarbital topiramate theophylline clozapine apap salicylate ethanol-serum etoh-bld lead-ven lead-cap lead-bld',
  ],
  [
    'Infection and immunity',
    'cd4 cd4-pct cd8 cd4-cd8 cd3 cd19 hiv-vl hcv-vl hbv-vl cmv-vl ebv-vl bkv-vl igg iga igm igg-subclass-4 ige complement-c3 complement-c4 ch50 rf anti-ccp ttg-iga pr3 mpo cardiolipin-igg dsdna-ql ana rpr hbsab hbsag hepatitis-c-antibody hiv-antigen-antibody-screen rubella-igg varicella-igg',
  ],
  [
    'Tumor markers',
    'psa psa-free psa-free-pct psa-us cea afp ca-125 ca-19-9 ca-15-3 ca-27-29 ca-72-4 nse cga thyroglobulin calcitonin kappa-flc lambda-flc k-l-ratio m-spike b2m',
  ],
  [
    'Cerebrospinal and other fluids',
    'csf-glu csf-prot csf-alb csf-lact csf-cl csf-igg csf-wbc csf-rbc csf-lym-pct csf-neut-pct fld-prot fld-alb fld-glu fld-ldh fld-amyl fld-lip fld-ph fld-wbc fld-rbc fld-pmn-pct prt-bili fld-creat fld-tg chloride-sweat',
  ],
  [
    'Pregnancy and newborn',
    'hcg u-hcg ga fundal-height efw fhr pre-preg-wt ga-birth birth-weight birth-length apgar-1 apgar-5 apgar-10 ph-cord-a ph-cord-v cord-bili bili-tc',
  ],
  [
    'Scores and questionnaires',
    'sofa mrs phq-9 phq-2 gad-7 audit-c audit smoking-status food-worry-question housing-status',
  ],
];

/** This is the name on the screen, when it is not that of the catalog. */
export const SCREEN_NAMES: Readonly<Record<string, string>> = {
  egfr: 'eGFR',
  co2: 'Total CO2',
  bun: 'Urea nitrogen',
  uacr: 'Urine albumin/creat.',
  pth: 'Parathyroid hormone',
  chol: 'Total cholesterol',
  alt: 'ALT',
  ast: 'AST',
  vitd: 'Vitamin D',
};
