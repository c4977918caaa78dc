/** The oldest Kibana whose Elasticsearch has everything that the rules use (ES|QL LOOKUP JOIN among it). */
const OLDEST = [9, 2] as const;
const SHAPE = /^(\d+)\.(\d+)\.(\d+)(-SNAPSHOT)?$/;

/** The message is for the person who asked for the build. */
export class KibanaVersionError extends Error {
  override readonly name = 'KibanaVersionError';
}

/**
 * Checks a Kibana version such as `9.5.4`: Kibana refuses plugins that were not made for exactly its own one.
 * @throws KibanaVersionError
 */
export const parseKibanaVersion = (text: string): string => {
  const match = SHAPE.exec(text);
  if (!match) {
    throw new KibanaVersionError(
      `"${text}" is not a Kibana version. Give all three numbers, such as 9.5.4; Kibana shows its own at the foot of the help menu.`
    );
  }
  const [major, minor] = [Number(match[1]), Number(match[2])];
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new KibanaVersionError(
      `Kibana ${text} is too old: this plugin needs ${OLDEST.join('.')}.0 or newer, because its rules use ES|QL LOOKUP JOIN.`
    );
  }
  return text;
};
