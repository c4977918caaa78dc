import type { JoinField, Lane } from '../../../common/model/signal';

/** A kind of event worth showing beside a call, as the timeline needs it; compiled from a signal's file. */
export interface TimelineSignal {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  /** Of one family only the strongest signal counts in full. */
  readonly family: string;
  /** How much one event alone says, 0 to 100. */
  readonly weight: number;
  readonly indices: readonly string[];
  /** ES|QL condition, placeholders filled. */
  readonly where: string;
  /** ES|QL expression of the instant at which it happened; `@timestamp` unless the signal is made of alerts. */
  readonly time: string;
  /** ES|QL expression of the instant at which it began; the same unless many events were counted over a while. */
  readonly start: string;
  /** Whose event it is: lower-case ES|QL expressions that give the value of a field of the call's person. */
  readonly identities: readonly { readonly field: JoinField; readonly value: string }[];
  /** With `{field}` placeholders. */
  readonly sentence: string;
  /** The event speaks for vishing within this window around the start of the call; outside it is context. */
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** Whose events are looked for: the person on our side of the call. */
export interface Subject {
  readonly 'user.name': readonly string[];
  readonly 'user.email': readonly string[];
  readonly 'user.id': readonly string[];
  readonly 'host.name': readonly string[];
}

/** Events of one signal that one request returns at most. */
export const MAX_EVENTS_PER_SIGNAL = 5000;
