import { textsOf } from '../../words/catalog.ts';

/** The site wants to know who looks. */
export const askAudienceMessages = {
  whoLooks: 'Who is looking at this record?',
  whoLooksWhy: 'Longview shows the same results in two ways.',
  iAmPatient: 'It is my record, or that of family or a friend',
  iAmClinician: 'I look at it for my work in health care',
} as const;

export const askAudienceTexts = textsOf(askAudienceMessages, 'askAudience');
