/** Stands in for a screen whose file could not be fetched. */
export const NotLoaded = () => (
  <main role="alert" data-error="E04">
    <h1>This screen could not be loaded</h1>
    <p>Check the network and reload the page.</p>
  </main>
);
