import type { Company, Employee } from '../company';
import { MINUTE_MS } from '../local_time';
import type { GeneratedCall, OtherParty } from '../generated_call';
import type { Random } from '../random';
import type { Scene } from '../scene';

/** Where and when near misses happen. They take up to an hour from `startMs`. */
export interface NearMissContext {
  readonly random: Random;
  readonly company: Company;
  readonly startMs: number;
  /** Draws somebody who fits and takes part in nothing else. @throws when nobody is left */
  readonly take: (fits: (employee: Employee) => boolean) => Employee;
}

/** Innocent work that looks like a step of an attack. */
export type NearMiss = (context: NearMissContext) => Scene;

/** An employee with a computer. */
export type DeskWorker = Employee & { readonly host: string };

/** @throws when the person has no computer; callers ask for `hasHost` people */
export const atDesk = (employee: Employee): DeskWorker => {
  if (employee.host === undefined) throw new Error(`${employee.fullName} has no computer.`);
  return { ...employee, host: employee.host };
};

export const hasHost = ({ host }: Employee): boolean => host !== undefined;

/** An answered call with the usual few seconds of ringing. */
export const answeredCall = (
  label: string,
  call: Pick<GeneratedCall, 'startMs' | 'talkSeconds' | 'direction' | 'employee'> & {
    other: OtherParty;
  }
): GeneratedCall => ({ ringSeconds: 7, outcome: 'answered', label, ...call });

/** From one hour before to two hours after: nothing but the scene happens to these people's phones. */
export const quietAround = (startMs: number, employees: readonly Employee[]): Scene['quiet'] =>
  employees.map((employee) => ({
    employee,
    fromMs: startMs - 60 * MINUTE_MS,
    toMs: startMs + 120 * MINUTE_MS,
  }));
