import { useEffect, useState } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { slowSignInTexts } from './slowSignIn.messages.ts';

const LONG_MS = 10_000;

/**
 * Says after ten seconds that the sign-in has not been answered. It offers no second try: a code may be used once
 * (RFC 6749 4.1.2), and a server that has seen it may take a second use for an attack.
 */
export function SlowSignIn() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    isLong && (
      <Notice kind="incomplete" title={slowSignInTexts('notAnswered')}>
        {slowSignInTexts('waitsOn')}
      </Notice>
    )
  );
}
