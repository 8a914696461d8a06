import { textsOf } from '../../words/catalog.ts';

/** The intended use in three sentences; docs/intended-use.md says it in full. */
export const aboutMessages = {
  heading: 'About Longview',
  close: 'Close',
  use: 'Longview shows how lab results and vital signs change over time, as the health system sent them.',
  limits: 'It makes no diagnosis, gives no alarm and works out no dose.',
  completeness:
    'Results can be missing here, so check the full record or ask the care team before you change any care.',
  version: 'Version {version}',
  commit: 'Commit {commit}',
  commitUnknown: 'Commit not known',
  changed: 'Built with changes that are in no commit',
} as const;

export const aboutTexts = textsOf(aboutMessages, 'about');
