import { createContext, useContext, type Provider } from 'react';

/** Stands for a value that no provider gave; no value of ours can be equal to it. */
const MISSING = Symbol('missing');

/**
 * Makes a context without a default value: its hook throws where no provider stands above. A value that is missing by
 * mistake, such as a time zone, must never be replaced by a guess.
 */
export function createStrictContext<T>(name: string): readonly [Provider<T>, () => T] {
  const context = createContext<T | typeof MISSING>(MISSING);
  context.displayName = name;
  const useValue = (): T => {
    const value = useContext(context);
    if (value === MISSING) throw new Error(`No ${name} is provided above this component.`);
    return value;
  };
  return [context.Provider, useValue];
}
