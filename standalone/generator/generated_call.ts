import type { Employee } from './company';

/** The party who is not `employee`. */
export type OtherParty =
  | { readonly kind: 'number'; readonly number: string; readonly name?: string }
  /** The caller hides the number. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'employee'; readonly employee: Employee }
  /** A person of another cloud tenant, Microsoft Teams only. */
  | {
      readonly kind: 'tenant';
      readonly tenantId: string;
      readonly userId: string;
      readonly name: string;
    };

export type CallOutcome = 'answered' | 'no_answer' | 'busy' | 'cancelled' | 'failed';

/** A call as it happened, before any phone system wrote it down. */
export interface GeneratedCall {
  readonly startMs: number;
  readonly ringSeconds: number;
  /** 0 unless answered. */
  readonly talkSeconds: number;
  readonly outcome: CallOutcome;
  readonly direction: 'inbound' | 'outbound' | 'internal';
  /** Callee of an inbound or internal call, caller of an outbound one. */
  readonly employee: Employee;
  readonly other: OtherParty;
  /** Came through the help desk's queue; these people's phones rang before. */
  readonly queue?: { readonly rangBefore: readonly Employee[] };
  /** `ordinary`, a near miss's id or a campaign's id. */
  readonly label: string;
}

export const endOf = ({ startMs, ringSeconds, talkSeconds }: GeneratedCall): number =>
  startMs + (ringSeconds + talkSeconds) * 1_000;
