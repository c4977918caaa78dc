import type { AuditEvent } from '../kibana';

/** What somebody looked at, or asked for. */
export interface Access {
  /** Verb and thing, such as `call_view`. */
  readonly action: string;
  readonly callId?: string;
  /** Ids of the directory. */
  readonly people?: readonly (string | undefined)[];
  readonly numbers?: readonly (string | undefined)[];
  /** Index and id of a whole document. */
  readonly document?: string;
  /** What was searched for. */
  readonly search?: string;
}

/** More than one page of any list shows; the rest is counted. */
const MAX_NAMED = 100;

const listed = (values: readonly (string | undefined)[] = []): string | undefined => {
  const known = [...new Set(values.filter((value) => value !== undefined && value !== ''))];
  if (known.length === 0) return undefined;
  const more = known.length > MAX_NAMED ? ` and ${known.length - MAX_NAMED} more` : '';
  return known.slice(0, MAX_NAMED).join(', ') + more;
};

/**
 * The line of Kibana's audit log: who it was is added by Kibana.
 * @param masked whether numbers and names were shown masked
 */
export const toAuditEvent = (
  access: Access,
  { masked, outcome }: { readonly masked: boolean; readonly outcome: 'success' | 'failure' }
): AuditEvent => {
  const labels = Object.entries({
    vishing_call: access.callId,
    vishing_people: listed(access.people),
    vishing_numbers: listed(access.numbers),
    vishing_document: access.document,
    vishing_search: access.search,
    vishing_masked: masked ? 'true' : undefined,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const facts = labels.map(([name, value]) => `${name.replace('vishing_', '')}=${value}`);
  const verb = outcome === 'success' ? 'User has accessed' : 'User was refused';
  return {
    message: `${verb} voice phishing data: ${access.action} [${facts.join('; ')}]`,
    event: {
      action: `vishing_${access.action}`,
      category: ['database'],
      type: ['access'],
      outcome,
    },
    labels: Object.fromEntries(labels),
  };
};
