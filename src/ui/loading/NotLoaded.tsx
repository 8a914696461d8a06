/** Stands in for a screen whose file could not be fetched. It looks like a message of the launch page. */
export const NotLoaded = () => (
  <div className="launch">
    <main>
      <div role="alert" data-error="E04">
        <h1>This screen could not be loaded</h1>
        <p>Check the network and reload the page.</p>
      </div>
    </main>
  </div>
);
