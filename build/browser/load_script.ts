/** Runs in the browser, inside the plugin file that every Kibana page loads: keep it tiny and free of imports. */
const pending = new Map<string, Promise<unknown>>();

const addScript = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = true;
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(
        new Error(
          `The app could not be loaded from ${url}. Check the connection to Kibana and reload the page.`
        )
      );
    };
    document.head.appendChild(script);
  });

const load = async (pluginId: string, fileName: string, globalName: string): Promise<unknown> => {
  const folder = window.__kbnPublicPath__[pluginId];
  if (folder === undefined) {
    throw new Error(
      `Kibana does not say where the files of the plugin "${pluginId}" are. Install the plugin again for this version of Kibana.`
    );
  }
  await addScript(folder + fileName);
  const exported: unknown = Reflect.get(window, globalName);
  if (exported === undefined) {
    throw new Error(
      `The app was loaded from ${folder}${fileName} but did not start; the browser console says why. Reload the page.`
    );
  }
  return exported;
};

/**
 * Loads one of the plugin's own files, once however often it is asked for; after a failure the next call tries again.
 * @param globalName the global variable that the file leaves its exports in
 * @returns the exports of the file
 * @throws an Error for the person in front of the browser
 */
export const loadScript = (
  pluginId: string,
  fileName: string,
  globalName: string
): Promise<unknown> => {
  const known = pending.get(fileName);
  if (known) return known;
  const loading = load(pluginId, fileName, globalName);
  pending.set(fileName, loading);
  loading.catch(() => pending.delete(fileName));
  return loading;
};
