import { createRoot, type Root, type RootOptions } from 'react-dom/client';

/**
 * Makes a root of React. This module stands in the file of React and makes it run there: the bundler runs a CommonJS module in the file of
 * the first ES module that imports it (https://rolldown.rs/in-depth/bundling-cjs).
 */
export const reactRoot = (element: Element, options: RootOptions): Root => createRoot(element, options);
