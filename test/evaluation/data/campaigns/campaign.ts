import type { Company, Employee } from '../../../../standalone/generator/company';
import type { EndpointContext } from '../../../../standalone/generator/host_events/endpoint';
import type { GeneratedCall } from '../../../../standalone/generator/generated_call';
import { HOUR_MS, MINUTE_MS } from '../../../../standalone/generator/local_time';
import type { DeskWorker } from '../../../../standalone/generator/near_misses/near_miss';
import type { Random } from '../../../../standalone/generator/random';
import type { Scene } from '../../../../standalone/generator/scene';

/** One attack of the evaluation. */
export interface EvaluationCampaign extends Scene {
  readonly id: string;
  /** Start of the decisive call. */
  readonly callStartMs: number;
  readonly people: readonly Employee[];
}

export interface CampaignPlace {
  readonly random: Random;
  readonly company: Company;
  readonly callStartMs: number;
  /** Draws somebody who fits and takes part in nothing else. */
  readonly take: (fits: (employee: Employee) => boolean) => Employee;
}

/** A scene that can be put at any hour. */
export type CampaignMaker = (place: CampaignPlace) => EvaluationCampaign;

/** What happens on the victim's computer, by minutes from the start of the call. */
export const onComputer =
  (random: Random, victim: DeskWorker, callStartMs: number) =>
  (minutes: number): EndpointContext => ({
    random,
    host: victim.host,
    account: victim,
    timeMs: callStartMs + Math.round(minutes * MINUTE_MS),
  });

/** The decisive call from outside. */
const callFromOutside = (
  label: string,
  call: { startMs: number; minutes: number; employee: Employee; number: string }
): GeneratedCall => ({
  startMs: call.startMs,
  ringSeconds: 8,
  talkSeconds: Math.round(call.minutes * 60),
  outcome: 'answered',
  direction: 'inbound',
  employee: call.employee,
  other: { kind: 'number', number: call.number },
  label,
});

/** The victims' phones do nothing else around the call. */
const quietFor = (callStartMs: number, people: readonly Employee[]): Scene['quiet'] =>
  people.map((employee) => ({
    employee,
    fromMs: callStartMs - 20 * MINUTE_MS,
    toMs: callStartMs + 2 * HOUR_MS,
  }));

/** An attack on one person by one call from outside. */
export const oneCallAttack = ({
  id,
  callStartMs,
  victim,
  minutes,
  number,
  events,
}: Pick<EvaluationCampaign, 'id' | 'callStartMs' | 'events'> & {
  readonly victim: Employee;
  /** Length of the conversation. */
  readonly minutes: number;
  /** Number that the caller shows, E.164. */
  readonly number: string;
}): EvaluationCampaign => ({
  id,
  callStartMs,
  people: [victim],
  calls: [callFromOutside(id, { startMs: callStartMs, minutes, employee: victim, number })],
  events,
  quiet: quietFor(callStartMs, [victim]),
});
