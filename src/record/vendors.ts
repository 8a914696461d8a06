import type { OutcomeCodeSystem } from '../fhir/outcome.ts';
import type { Site } from '../smart/site/site.ts';

/** A row says how the FHIR servers of one vendor behave where FHIR leaves it open, or where they depart from it. */
export type Vendor = {
  /** The screens write the product's name like this. */
  readonly name: string;
  /**
   * A search may name these values of Observation.category, as `code`, or as `system|code` where the code is none of HL7's
   * own list. They are read in this order, and each must be answered.
   */
  readonly observationCategories: readonly string[];
  /**
   * These are asked for as well where a search needs a category, because the server may know them. A refusal says that it
   * does not offer them (decision 38).
   */
  readonly furtherCategories: readonly string[];
  /** Says whether it answers a search for all Observations of a patient, without a category (decision 17). */
  readonly isCategoryOptional: boolean;
  /** This is the largest `_count` that it is known to honour, in resources. */
  readonly pageSize: number;
  readonly isSortSupported: boolean;
  /** Says whether `Bundle.total` is the number of matches. Elsewhere it is the size of the page, or anything. */
  readonly isTotalOfMatches: boolean;
  /**
   * Says whether it is asked for everything at once. The EHR of a hospital gets a few searches at a time, and those for events
   * after the results (decision 51).
   */
  readonly answersManyAtOnce: boolean;
  /**
   * Says whether a long record is asked for by windows of time, several at once, in place of page after page (decision 53). It
   * has to answer a search without category and many searches at once, sort by date, and count its matches.
   */
  readonly isReadByDate: boolean;
  /** Rule 34: the vendor warns against showing values that are not final, so preliminary ones are listed without. */
  readonly hidesPreliminary: boolean;
  /** Says whether it renews tokens although its discovery document lists no `refresh_token` grant. */
  readonly omitsRefreshGrant: boolean;
  /** The vendor uses these codes of its own in `OperationOutcome.issue.details`. */
  readonly outcomeCodes: readonly OutcomeCodeSystem[];
};

const FIRST_CATEGORIES = ['vital-signs', 'laboratory', 'social-history'];
/** https://terminology.hl7.org/CodeSystem-observation-category.html */
const OTHER_CATEGORIES = ['survey', 'exam', 'procedure', 'therapy', 'activity', 'imaging'];
const US_CORE = 'http://hl7.org/fhir/us/core/CodeSystem';
/**
 * US Core 9 adds these to HL7's list: https://hl7.org/fhir/us/core/STU9/CodeSystem-us-core-category.html. US Core 5 had one
 * more, in a system of its own: https://hl7.org/fhir/us/core/STU5/CodeSystem-us-core-observation-category.html
 */
const US_CORE_CATEGORIES = [
  ...[
    'sdoh',
    'functional-status',
    'disability-status',
    'cognitive-status',
    'treatment-intervention-preference',
    'care-experience-preference',
    'observation-adi-documentation',
  ].map((code) => `${US_CORE}/us-core-category|${code}`),
  `${US_CORE}/us-core-observation-category|clinical-test`,
];

/** This is a server that keeps to FHIR and US Core. The vendors below say what is different with them. */
const GENERIC: Vendor = {
  name: 'Generic',
  observationCategories: [...FIRST_CATEGORIES, ...OTHER_CATEGORIES],
  furtherCategories: US_CORE_CATEGORIES,
  isCategoryOptional: true,
  pageSize: 1000,
  isSortSupported: true,
  isTotalOfMatches: true,
  answersManyAtOnce: true,
  isReadByDate: true,
  hidesPreliminary: false,
  omitsRefreshGrant: false,
  outcomeCodes: [],
};

/**
 * This table holds all that differs by vendor; `vendor` of the site file chooses the row. A new vendor is a row here, a value
 * in `smart/site/siteSchema.ts`, a server in `sandbox/vendors/`, and a test. Identifiers of patients need no column. A
 * medical record number is marked everywhere by the code MR of http://terminology.hl7.org/CodeSystem/v2-0203, and any other
 * identifier brings its own label.
 */
const VENDORS: Readonly<Record<Site['vendor'], Vendor>> = {
  generic: GENERIC,
  epic: {
    ...GENERIC,
    name: 'Epic',
    // A search without a category is a fatal error (59108), and so is an unknown one (59111). Which of the further ones a
    // hospital offers, and which its registration of the app allows, is known only when they are asked for.
    observationCategories: FIRST_CATEGORIES,
    furtherCategories: [
      ...OTHER_CATEGORIES,
      ...US_CORE_CATEGORIES,
      // These are its own codes, which it answers to without a system.
      ...[
        'core-characteristics',
        'functional-mental-status',
        'smartdata',
        'lda',
        'obstetrics-gynecology',
        'labor-delivery',
        'newborn-delivery',
        'genomics',
      ].map((code) => `|${code}`),
    ],
    isCategoryOptional: false,
    isSortSupported: false,
    isTotalOfMatches: false,
    answersManyAtOnce: false,
    isReadByDate: false,
    outcomeCodes: [
      {
        system: /^urn:oid:1\.2\.840\.114350\..*657369$/,
        codes: {
          4101: { isHarmless: true }, // nothing was found
          4113: { failure: 'gone' }, // the paging session has expired
          4119: { shortfall: 'partial' },
          4130: { shortfall: 'protected', failure: 'not-allowed' },
          4131: { shortfall: 'protected', failure: 'not-allowed' },
          4134: { shortfall: 'protected' },
          59108: { failure: 'refused' },
          59111: { failure: 'refused' },
          59204: { shortfall: 'outside' },
        },
      },
    ],
  },
  oracle: {
    ...GENERIC,
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a product
    name: 'Oracle Health',
    pageSize: 200,
    isSortSupported: false,
    isTotalOfMatches: false,
    answersManyAtOnce: false,
    isReadByDate: false,
    hidesPreliminary: true,
    omitsRefreshGrant: true,
  },
  meditech: {
    ...GENERIC,
    name: 'MEDITECH',
    observationCategories: FIRST_CATEGORIES,
    furtherCategories: [...OTHER_CATEGORIES, ...US_CORE_CATEGORIES],
    isCategoryOptional: false,
    isSortSupported: false,
    isTotalOfMatches: false,
    answersManyAtOnce: false,
    isReadByDate: false,
  },
};

/** Returns the row of the table that a site chooses. */
export const vendorOf = ({ vendor }: Pick<Site, 'vendor'>): Vendor => VENDORS[vendor];

const rows = Object.values(VENDORS);

/**
 * These are the codes of all vendors. A code system belongs to one vendor, so its codes mean the same whatever row a site
 * chooses, and a site without `vendor` is read right too.
 */
export const OUTCOME_CODE_SYSTEMS: readonly OutcomeCodeSystem[] = rows.flatMap(
  ({ outcomeCodes }) => outcomeCodes,
);

/** These vendors renew tokens without announcing it, by name. */
export const VENDORS_OMITTING_REFRESH_GRANT: readonly string[] = rows
  .filter(({ omitsRefreshGrant }) => omitsRefreshGrant)
  .map(({ name }) => name);
