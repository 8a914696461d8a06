import { noFacts } from '../clinical/change/patientFacts.ts';
import { BasisDialog } from '../parts/changes/basis/BasisDialog.tsx';
import { changesSince } from '../parts/changes/changesList.ts';
import { readSource } from '../clinical/source/source.ts';
import type { SourceAnswer } from '../record/source/sourceReading.ts';
import { flagConcept, recordOf } from '../testing/recordFixture.ts';
import { ManualCopyDialog, type ManualCopy } from '../ui/clipboard/ManualCopyDialog.tsx';
import { JumpList } from '../app/jump/JumpList.tsx';
import { ShortcutHelp } from '../app/shortcuts/ShortcutHelp.tsx';
import { shortcutRows } from '../app/shortcuts/shortcutTable.ts';
import { AboutDialog } from '../app/about/AboutDialog.tsx';
import { SessionMenu } from '../app/session/SessionMenu.tsx';
import { SessionNotices } from '../app/session/SessionNotices.tsx';
import { DeniedTypes } from '../parts/header/DeniedTypes.tsx';
import { SourceDrawer } from '../parts/source/SourceDrawer.tsx';
import { ExportMenu } from '../parts/export/ExportMenu.tsx';
import { SavedViewsMenu } from '../parts/savedViews/SavedViewsMenu.tsx';
import { siteOf } from '../testing/sessionFixture.ts';
import type { Family, State } from './family.ts';
import { NOW_MS } from './fixedClock.ts';
import { noop } from './sampleContext.ts';
import { yearRecord } from './sampleRecords.ts';
import { earlier, POTASSIUM_KIND, resultOf } from './sampleObservations.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltips } from '../ui/tooltip/Tooltips.tsx';
import { RestingPointer } from './RestingPointer.tsx';
import { OpenPopover } from './OpenPopover.tsx';
import { openedSession, type Granted } from '../testing/openedSessionFixture.ts';
import { InGallery } from './InGallery.tsx';

const potassiumFields = resultOf(POTASSIUM_KIND, 5.8, '2026-11-12T14:10:00Z', {
  id: 'k1',
  meta: { versionId: '2' },
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium, serum' },
  ...flagConcept('H'),
});
const record = recordOf([potassiumFields]);

const keys = (isOn: boolean) => (
  <ShortcutHelp isOn={isOn} onSwitch={noop} onHelp={noop} shortcuts={shortcutRows('series', () => true)} />
);

const answerFor = (resource: object): SourceAnswer => ({
  ...readSource(resource, { id: 'k1', patientId: 'p1', fhirBase: siteOf().iss, hidePreliminary: false }),
  json: JSON.stringify(resource, undefined, 2),
  version: 2,
  content: '',
});

const source = (answer: SourceAnswer | undefined) => (
  <InGallery
    session={openedSession(
      {},
      {
        loadSourceReader: async () => ({
          read: () => (answer ? Promise.resolve(answer) : new Promise(noop)),
          earlier: () => Promise.resolve({ outcome: 'none' }),
        }),
      },
    )}
  >
    <SourceDrawer id="k1" onClose={noop} />
  </InGallery>
);

const PIXEL = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><path d="M8 100L110 90L210 84L312 20" fill="none" stroke="black"/></svg>')}`;
const manualCopy = (content: ManualCopy) => (
  <ManualCopyDialog content={content} onClose={noop} container={{ current: null }} />
);

const notice = (more: Partial<Granted>) => {
  const opened = openedSession(more);
  // The clock of a session counts on while the gallery's stands still.
  const session = { ...opened.session, clock: { nowMs: () => NOW_MS, aheadMs: () => 0 } };
  return (
    <InGallery session={{ ...opened, session }}>
      <SessionNotices />
    </InGallery>
  );
};

const state = (name: string, caption: string, heightPx: number, draw: State['draw']): State => ({
  name,
  caption,
  framePx: [heightPx, heightPx],
  draw,
});

const menu = (more: Partial<Granted>) => (
  <InGallery session={openedSession(more)}>
    <OpenPopover>
      <SessionMenu />
    </OpenPopover>
  </InGallery>
);
const IDLE_MS = siteOf().idleMinutes * 60_000;

const compared = recordOf([
  ...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.5, 4.7, 4.6]),
  resultOf(POTASSIUM_KIND, 5.8, '2026-11-12T14:10:00Z', flagConcept('H')),
]);
const COMPARED_SINCE_MS = Date.parse('2026-08-26T00:00:00Z');
const basis = () => (
  <InGallery record={compared}>
    <BasisDialog
      list={changesSince(compared.series, COMPARED_SINCE_MS, 'America/Chicago', noFacts)}
      summary="Since 26 Aug 2026: 1 of 1 compared tests beyond expected variation"
      unknownText=""
      onClose={noop}
    />
  </InGallery>
);

/** The list stands by itself, because a field keeps its list open only while it has the focus, and one frame of the gallery has it. */
const jumpList = () => (
  <InGallery record={yearRecord}>
    <JumpList
      query="p"
      listId="found"
      onKeys={noop}
      isEnterPending={false}
      onEnterDone={noop}
      onActive={noop}
      onChosen={() => Promise.resolve()}
      onCancel={noop}
    />
  </InGallery>
);

export const dialogs: Family = {
  name: 'dialogs',
  title: 'Dialogs, menus and session',
  minWidthPx: 400,
  states: [
    state('keys', 'Keys of the screen of one result', 560, () => keys(true)),
    state('keys-off', 'Keys, the single ones switched off', 560, () => keys(false)),
    state('source', 'Source of a result', 560, () => source(answerFor(potassiumFields))),
    state('source-waiting', 'Source that is read', 420, () => source(undefined)),
    state('source-withdrawn', 'Source of a withdrawn result', 420, () =>
      source(answerFor({ ...potassiumFields, status: 'entered-in-error' })),
    ),
    state('source-gone', 'Source that the server has no more', 420, () => source({ outcome: 'gone' })),
    state('menu', 'Menu of a session opened from the chart', 400, () => menu({})),
    state('menu-own', 'Menu of a sign-in of one’s own', 400, () =>
      menu({ kind: 'standalone', refreshToken: 'made up' }),
    ),
    state('about', 'What Longview is for, and which build it is', 420, () => <AboutDialog onClose={noop} />),
    state('take-along', 'Share', 340, () => (
      <InGallery record={record}>
        <OpenPopover>
          <ExportMenu screen={{ name: 'series', seriesId: 'k' }} />
        </OpenPopover>
      </InGallery>
    )),
    state('share-note', 'Share, with what a note may be about', 620, () => (
      <InGallery record={compared}>
        <OpenPopover>
          <ExportMenu screen={{ name: 'overview' }} />
        </OpenPopover>
      </InGallery>
    )),
    state('jump-list', 'What a search finds', 480, jumpList),
    state('tooltip', 'What a pointer reads that rests on a control', 140, () => (
      <>
        <Tooltips />
        <RestingPointer>
          <Button data-tooltip="All results as a file. It carries the patient’s name and when they were loaded.">
            Save CSV
          </Button>
        </RestingPointer>
      </>
    )),
    state('views', 'Views', 560, () => (
      <InGallery>
        <OpenPopover>
          <SavedViewsMenu />
        </OpenPopover>
      </InGallery>
    )),
    state('basis', 'What a change was compared with', 420, basis),
    state('by-hand', 'Where nothing can be copied: a text to select', 420, () =>
      manualCopy({
        kind: 'text',
        instruction: 'This frame does not let Longview copy. Select and copy the text here.',
        text: 'Potassium 5.8 mmol/L H, 12 Nov 2026 08:10 CST (3.5–5.0), was 5.4',
      }),
    ),
    state('by-hand-picture', 'Where nothing can be saved: a picture to take', 420, () =>
      manualCopy({
        kind: 'picture',
        instruction: 'This frame does not let Longview save. Take the picture here.',
        url: PIXEL,
        text: 'Potassium over two years',
      }),
    ),
    state('ends', 'The session ends, opened from the chart', 90, () =>
      notice({ expiresAtMs: NOW_MS + 90_000 }),
    ),
    state('ends-own', 'The session ends, a sign-in of one’s own', 90, () =>
      notice({ kind: 'standalone', expiresAtMs: NOW_MS + 30_000 }),
    ),
    state('idle', 'Nobody uses it', 90, () => notice({ activeAtMs: NOW_MS - IDLE_MS + 40_000 })),
    state('denied', 'Kinds that were not allowed', 90, () => (
      <InGallery
        session={openedSession({ missingGrants: { denied: ['Procedure', 'Condition'], partial: [] } })}
      >
        <DeniedTypes />
      </InGallery>
    )),
  ],
};
