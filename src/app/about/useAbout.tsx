import { useCallback, useState, type ReactNode, type RefObject } from 'react';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';
import { loadingTexts } from '../../ui/loading/loading.messages.ts';

type AboutProps = { readonly onClose: () => void };

const NotLoadedAbout = (_props: AboutProps) => (
  <p role="alert">
    {loadingTexts('screenNotLoaded')}. {loadingTexts('checkNetwork')}
  </p>
);
const About = lazyPart(async () => (await import('./AboutDialog.tsx')).AboutDialog, NotLoadedAbout);

/** Opens "About Longview" out of a menu, which closes first, so that the focus returns to the button of the menu. */
export function useAbout(menu: RefObject<HTMLElement | null>): {
  readonly aboutDialog: ReactNode;
  readonly openAbout: () => void;
} {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  const openAbout = (): void => {
    menu.current?.hidePopover();
    setIsOpen(true);
  };
  return {
    aboutDialog: isOpen && (
      <LazyBoundary>
        <About onClose={close} />
      </LazyBoundary>
    ),
    openAbout,
  };
}
