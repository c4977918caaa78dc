import type { CallResponse } from '../../../common/api/call';
import {
  EXCEPTION_PAIRS,
  type ExceptionKind,
  type ExceptionPart,
  type NewException,
} from '../../../common/model/exception';

/** A pair that this call offers. */
export type Pair = Pick<NewException, 'kind' | 'values' | 'labels'>;

interface Known {
  readonly value: string;
  readonly label?: string | undefined;
}

/** Rules name the event's computer and program in their conditions under these labels. */
const OF_EVENT = { host: 'Computer', tool: 'Tool' } as const;

const knownParts = (
  { call, number_display: shown }: Pick<CallResponse, 'call' | 'number_display'>,
  { conditions }: Pick<CallResponse['why'][number], 'conditions'>
): Partial<Record<ExceptionPart, Known>> => {
  const { external, person } = call.vishing;
  const found = (label: string): string | undefined =>
    conditions.find((condition) => condition.label === label)?.value;
  const known = (value: string | undefined, label?: string): Known | undefined =>
    value === undefined || value === '' ? undefined : { value, label };
  return {
    number: known(external?.number, shown),
    person: known(person?.id, call.user?.full_name ?? call.user?.email),
    host: known(found(OF_EVENT.host)),
    tool: known(found(OF_EVENT.tool)),
    team: known(person?.department),
  };
};

/** The pairs of which both sides are known. */
export const pairsOf = (
  data: Pick<CallResponse, 'call' | 'number_display'>,
  rule: Pick<CallResponse['why'][number], 'conditions'>
): Pair[] => {
  const parts = knownParts(data, rule);
  return (Object.keys(EXCEPTION_PAIRS) as ExceptionKind[]).flatMap((kind) => {
    const [first, second] = EXCEPTION_PAIRS[kind];
    const [one, other] = [parts[first], parts[second]];
    if (!one || !other) return [];
    return [
      {
        kind,
        values: [one.value, other.value],
        labels: [one.label ?? one.value, other.label ?? other.value],
      },
    ];
  });
};
