import type { CallsSubject } from '../investigation/suspicious_calls_of';
import { readText } from '../investigation/read_field';
import { callsOfNumber } from './number_query';
import { requireNumber } from './require_number';

/**
 * The calls of a number, among those that rules alerted on.
 * @throws VishingError `bad_request`
 */
export const numberSubject = (text: string): CallsSubject => {
  const { e164 } = requireNumber(text);
  return {
    calls: callsOfNumber(e164),
    addresses: [e164],
    isNamedBy: (source) => readText(source, 'vishing.external.number') === e164,
  };
};
