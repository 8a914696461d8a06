import type { CSSProperties } from 'react';
import { families } from './families.ts';
import type { Family, State } from './family.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Gallery.module.css';

type AddressOf = { readonly family: Family; readonly state?: State };

/** Returns an address that names the state in its query: components keep their view in the fragment. */
const addressOf = ({ family, state }: AddressOf): string =>
  `?family=${family.name}${state ? `&state=${state.name}${state.fragment ?? ''}` : ''}`;

type SectionProps = { readonly family: Family; readonly state: State };

function Section({ family, state }: SectionProps) {
  const { name, caption, framePx } = state;
  return (
    <section className={styles.state} data-gallery={name}>
      <h2>{caption}</h2>
      {framePx === undefined ? (
        <div className={styles.drawn} data-exhibit="">
          {state.draw()}
        </div>
      ) : (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- this page itself, in a document of its own
        <iframe
          title={caption}
          src={addressOf({ family, state })}
          style={heightsOf(framePx)}
          data-exhibit=""
        />
      )}
    </section>
  );
}

/** Shows a state in a frame of its own, as a whole document, like its screen. */
function Alone({ caption, draw, isScreen = false }: State) {
  const Place = isScreen ? 'div' : 'main';
  return (
    <Place className={styles.alone} data-exhibit="">
      {!isScreen && (
        <VisuallyHidden>
          <h1>{caption}</h1>
        </VisuallyHidden>
      )}
      {draw()}
    </Place>
  );
}

type GalleryProps = {
  /** `family` names the page. `state` names the one state to show alone, as in a frame. */
  readonly query: URLSearchParams;
};

/**
 * Shows every component in every state, with made-up results that went through the real reading. Each family
 * has its page.
 */
export function Gallery({ query }: GalleryProps) {
  const family = families.find(({ name }) => name === query.get('family')) ?? families[0];
  const alone = family?.states.find(({ name }) => name === query.get('state'));
  if (family === undefined) return null;
  if (alone) return <Alone {...alone} />;
  return (
    <main className={styles.gallery}>
      <nav className={styles.families} aria-label="Families">
        {families.map((one) => (
          <a
            key={one.name}
            href={addressOf({ family: one })}
            aria-current={one === family ? 'page' : undefined}
          >
            {one.title}
          </a>
        ))}
      </nav>
      <h1>{family.title}</h1>
      <div className={styles.states} style={leastOf(family)} data-family={family.name}>
        {family.states.map((state) => (
          <Section key={state.name} family={family} state={state} />
        ))}
      </div>
    </main>
  );
}

/** The style sheet reads these sizes. */
type Sizes = CSSProperties & Readonly<Record<`--${string}`, string>>;

const heightsOf = ([widePx, narrowPx]: readonly [wide: number, narrow: number]): Sizes => ({
  '--wide': `${widePx}px`,
  '--narrow': `${narrowPx}px`,
});

const leastOf = ({ minWidthPx }: Family): Sizes => ({ '--least': `${minWidthPx / 16}rem` });
