import { valuesAt, type Document } from '../field_access';

const textAt = (document: Document, path: string): string | undefined => {
  const text = valuesAt(document, path).map(String).join(', ');
  return text === '' || text === '-' ? undefined : text;
};

const withPort = (address: string | undefined, port: string | undefined): string | undefined =>
  address && port ? `${address}:${port}` : address;

/** One sentence on what an alert is about, in the words and order that Kibana uses for every rule type. */
export const reasonOf = (document: Document, rule: { name: string; severity: string }): string => {
  const at = (path: string): string | undefined => textAt(document, path);
  const details = [
    ['process', at('process.name')],
    ['parent process', at('process.parent.name')],
    ['file', at('file.name')],
    ['source', withPort(at('source.ip'), at('source.port'))],
    ['destination', withPort(at('destination.ip'), at('destination.port'))],
  ].flatMap(([label, value]) => (value ? [`${label} ${value},`] : []));
  const [category, userName, hostName] = [at('event.category'), at('user.name'), at('host.name')];
  const hasDetails = details.length > 0 || userName !== undefined;
  return [
    ...(category ? [category] : []),
    'event',
    ...(hasDetails ? ['with'] : []),
    ...details,
    ...(userName ? [`by ${userName}`] : []),
    ...(hostName ? [`on ${hostName}`] : []),
    `created ${rule.severity} alert ${rule.name}.`,
  ].join(' ');
};
