import { textsOf } from '../../words/catalog.ts';

export const savedViewsTexts = textsOf({
  views: 'Views',
  yourViews: 'Your views',
  viewsForEverybody: 'Views for everybody',
  open: 'Open',
  openView: 'Open {name}',
  copyLink: 'Copy link',
  copyLinkOf: 'Copy link: {name}',
  delete: 'Delete',
  deleteView: 'Delete {name}',
  kidney: 'Kidney view',
  diabetes: 'Diabetes view',
  bloodCount: 'Blood count view',
  heartAndVitals: 'Heart and vitals view',

  // Saving one
  nameOrLink: 'Name of this view, or a link that you were given',
  save: 'Save this view',
  whatIsSaved:
    'Keeps the screen, the results and the time window, for any patient. Never write a patient’s name.',
  sharedView: 'Shared view',
  saved: 'Saved “{name}” in this browser.',
  deleted: 'Deleted “{name}”.',
  copied: 'Copied the link of “{name}”. It holds no patient data.',
  sharedLink: 'Opens on the patient in context; holds no patient data.',

  // Why it is not saved
  noName: 'Give the view a name.',
  nameTooLong: 'A name has at most {max} letters.',
  noViewInLink: 'This link names no view of Longview.',
  notSavable: 'This screen cannot be saved: it names a result by words, or is no view of results.',
  tooMany: '{max} views are saved. Delete one first.',
  notKept: 'This browser keeps no views for this page.',
});
